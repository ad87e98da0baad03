"""Arithmetic on intervals holds every result that its operands allow, and nothing is lost by rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeparse.analysis.intervals import Interval, common_part, total_of
from tradeparse.analysis.values import as_decimal

NUMBERS = st.decimals(-(10**12), 10**12, places=2).map(Fraction)
SIZES = st.decimals(0, 10**12, places=2).map(Fraction)
RATES = st.decimals(-100, 10**4, places=2).map(Fraction)
SOME = st.booleans()


def around(number: Fraction, low: Fraction, high: Fraction, is_open: tuple[bool, bool]) -> Interval:
    """An interval that holds a number."""
    return Interval(None if is_open[0] else number - abs(low), None if is_open[1] else number + abs(high))


@st.composite
def held(
    draw: st.DrawFn, numbers: st.SearchStrategy[Fraction], least: Fraction | None = None
) -> tuple[Fraction, Interval]:
    """A number and an interval that holds it, with nothing below `least`."""
    number = draw(numbers)
    made = around(number, draw(NUMBERS), draw(NUMBERS), (draw(SOME), draw(SOME)))
    if least is not None:
        made = Interval(least if made.low is None else max(made.low, least), made.high)
    return number, made


@given(held(NUMBERS), held(NUMBERS))
def test_sums_and_differences_hold(one: tuple[Fraction, Interval], other: tuple[Fraction, Interval]) -> None:
    assert (one[1] + other[1]).holds(one[0] + other[0])
    assert (one[1] - other[1]).holds(one[0] - other[0])
    assert (-one[1]).holds(-one[0])
    assert one[1].size().holds(abs(one[0]))


@given(held(SIZES, Fraction(0)), held(RATES, Fraction(-100)))
def test_growth_holds(size: tuple[Fraction, Interval], rate: tuple[Fraction, Interval]) -> None:
    assert size[1].grown(rate[1]).holds(size[0] * (1 + rate[0] / 100))
    if rate[0] > -100:
        assert size[1].before(rate[1]).holds(size[0] / (1 + rate[0] / 100))


@given(held(SIZES, Fraction(0)), held(SIZES.filter(bool), Fraction(0)))
def test_rates_hold(value: tuple[Fraction, Interval], base: tuple[Fraction, Interval]) -> None:
    assert value[1].growth_from(base[1]).holds((value[0] / base[0] - 1) * 100)


@given(held(NUMBERS), held(NUMBERS))
def test_gaps_are_of_the_nearest(one: tuple[Fraction, Interval], other: tuple[Fraction, Interval]) -> None:
    """Two that hold the same number meet; a gap is what one must be moved by to touch the other."""
    first, second = one[1], other[1]
    gap = first.gap(second)
    assert gap == -second.gap(first)
    assert first.meets(second) == (gap == 0)
    if gap:
        moved = Interval(*(None if end is None else end - gap for end in (first.low, first.high)))
        assert moved.gap(second) == 0
    assert first.meets(Interval.at(one[0]))
    assert not gap or not (first.holds(other[0]) or second.holds(one[0]))


@given(st.lists(held(NUMBERS), min_size=1, max_size=5))
def test_the_common_part_is_in_all(told: list[tuple[Fraction, Interval]]) -> None:
    """A number is in it if it is in each; where there is none, two of them do not meet."""
    intervals = [one[1] for one in told]
    common = common_part(intervals)
    for number, _ in told:
        assert all(one.holds(number) for one in intervals) == (common is not None and common.holds(number))
    assert (common is None) == any(not one.meets(other) for one, other in combinations(intervals, 2))


@given(st.lists(held(NUMBERS), min_size=1, max_size=5))
def test_totals_hold(told: list[tuple[Fraction, Interval]]) -> None:
    assert total_of(*(one[1] for one in told)).holds(sum((one[0] for one in told), Fraction(0)))


@pytest.mark.parametrize(
    ("number", "width", "text"),
    [
        (Fraction(63_300_000), Fraction(150_000), "63300000"),
        (Fraction(254, 100), None, "2.54"),
        (Fraction(10**9, 3), Fraction(1000), "333333300"),
        (Fraction(10**9, 3), Fraction(1, 100), "333333333.333"),
        (Fraction(2, 3), None, "0.666666666666667"),
    ],
)
def test_decimals_show_what_counts(number: Fraction, width: Fraction | None, text: str) -> None:
    """An exact number stays; another has one digit more than its interval leaves sure."""
    assert f"{as_decimal(number, width):f}" == text
    assert as_decimal(number, width).as_tuple().exponent <= 0
    assert isinstance(as_decimal(number), Decimal)
