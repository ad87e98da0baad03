"""The numbers that a writer, or a typesetter, may have meant by a printed one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.levels import Change, Figure, is_rough

FEWEST_DIGITS = 3
"""A number of fewer digits is one digit away from almost anything."""
POWERS = (3, -3, 6, -6, 4, -4)
"""Of ten: thousand, million and billion first, then the Korean and Chinese myriads."""
SHIFTS = (1, -1, 2, -2)


def in_other_units(figure: Figure) -> Iterator[Interval]:
    """The number with another scale word: million for billion, 만 for 억."""
    if figure.key.unit != "percent" and figure.interval.width is not None:
        for power in POWERS:
            yield figure.interval.times(Fraction(10) ** power)


def with_shifted_point(figure: Figure, expected: Interval) -> Iterator[Interval]:
    """The number with its point one or two places off."""
    digits, _ = printed(figure)
    for power in SHIFTS if expected.width is not None and len(digits) >= FEWEST_DIGITS and figure.is_exact else ():
        yield figure.interval.times(Fraction(10) ** power)


def with_other_digits(figure: Figure, expected: Interval) -> Iterator[Interval]:
    """The number with one digit changed, two neighbours exchanged, one lost or one too many.

    Where what it should be is left so open that some slip would always fit, none tells anything.
    """
    digits, worth = printed(figure)
    if len(digits) < FEWEST_DIGITS or not figure.is_exact or is_rough(figure.record) or expected.width is None:
        return
    room = expected.width / worth + 1
    for other in dict.fromkeys(other_digits(digits)):
        slip = abs(int(other) - int(digits))
        place = 10 ** (len(str(slip)) - len(str(slip).rstrip("0")))
        if len(other) == len(digits) and 4 * room > place * (9 if sorted(other) == sorted(digits) else 1):
            continue
        if len(other) != len(digits) and room * 20 > int(other):
            continue
        meant = Interval(int(other) * worth - worth / 2, int(other) * worth + worth)
        yield -meant if figure.record.value < 0 else meant


def printed(figure: Figure) -> tuple[str, Fraction]:
    """The digits of a number as printed, and what one of the last is worth; an exact bound is one digit above it."""
    size = figure.interval.size()
    value = abs(Fraction(figure.record.value))
    worth = Fraction(0) if size.high is None else size.high - value
    return (str(value / worth), worth) if worth and (value / worth).denominator == 1 else ("", Fraction(0))


def other_digits(digits: str) -> Iterator[str]:
    """Those a slip away: a changed digit, neighbours exchanged, one left out, one put in."""
    for at, digit in enumerate(digits):
        if digits[at : at + 2] != digits[at : at + 2][::-1]:
            yield digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :]
        yield from (digits[:at] + other + digits[at + 1 :] for other in "0123456789" if other != digit)
    for at in range(len(digits) + 1):
        yield from (digits[:at] + other + digits[at:] for other in "0123456789")
        if at < len(digits):
            yield digits[:at] + digits[at + 1 :]


def turned(figure: Figure) -> Iterator[Interval]:
    """A fall for a rise, a surplus for a deficit."""
    if isinstance(figure, Change) or figure.key.flow == "balance":
        yield -figure.interval
