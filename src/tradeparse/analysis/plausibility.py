"""Monthly values against the highest and the lowest that were ever told for their flow and year."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import pairwise

from tradeparse.analysis.findings import Finding
from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.levels import CUSTOMS, OPPOSITE, Book, Key, Level
from tradeparse.analysis.slips import POWERS
from tradeparse.records import Flow

MOST = 2
"""So many times the highest is unlikely."""
ENOUGH = 6
"""Of so many months a year's extremes are known well enough."""
JUMP = 100
"""So many times the month before is worth a note, though it has happened."""


@dataclass(frozen=True, slots=True)
class Extremes:
    """The lowest and highest monthly value of a flow, in dollars, when that was, and of how many months they are."""

    months: int
    lowest: int
    lowest_month: str
    highest: int
    highest_month: str


@cache
def extremes() -> dict[tuple[int, Flow], Extremes]:
    """The table that the package carries, made by `.ci/make_extremes.py`."""
    table = files("tradeparse.analysis").joinpath("monthly_extremes.csv").read_text(encoding="utf-8")
    flows: dict[str, Flow] = {"imports": "imports", "exports": "exports", "total": "total"}
    return {
        (int(row["year"]), flows[row["flow"]]): Extremes(
            int(row["months"]), int(row["lowest"]), row["lowest_month"], int(row["highest"]), row["highest_month"]
        )
        for row in csv.DictReader(table.splitlines())
    }


def extremes_near(year: int, flow: Flow) -> Extremes | None:
    """The extremes of a year; with those of the years beside it where few months are known, else of all years."""
    own = extremes().get((year, flow))
    if own is not None and own.months >= ENOUGH:
        return own
    known = [found for (when, of), found in extremes().items() if of == flow and abs(when - year) <= 1]
    known = known or [found for (_, of), found in extremes().items() if of == flow]
    if not known:
        return None
    low, high = min(known, key=lambda one: one.lowest), max(known, key=lambda one: one.highest)
    return Extremes(len(known), low.lowest, low.lowest_month, high.highest, high.highest_month)


def check_plausibility(book: Book) -> Iterator[Finding]:
    """Give the levels of months, all goods or some, in dollars, that are unlikely."""
    for key, periods in book.levels.items():
        if key.unit != "USD" or key.flow == "balance":
            continue
        for period, levels in periods.items():
            if period.months == 1:
                known = extremes_near(period.first // 12, key.flow)
                for level in levels:
                    found = known and judge_level(level, book, known)
                    if found:
                        yield found


def is_seen(level: Level) -> bool:
    """Whether a month's level is not above twice the highest that has been seen."""
    if level.period.months != 1 or level.key.unit != "USD" or level.key.flow == "balance":
        return True
    known = extremes_near(level.period.first // 12, level.key.flow)
    low = level.interval.low
    return known is None or low is None or low <= MOST * known.highest


def judge_level(level: Level, book: Book, known: Extremes) -> Finding | None:
    """Say what may be wrong with a month's level that is far above the highest, or far below the lowest."""
    size, record = level.interval, level.record
    limit = Interval(Fraction(0), Fraction(MOST * known.highest))
    if size.low is not None and limit.high is not None and size.low > limit.high:
        if _is_exchanged(level, book):
            return Finding("unlikely", "flows-exchanged", _against(known), (record,), limit)
        meant = _meant_as_cumulative(level, known)
        if meant is not None:
            return Finding("unlikely", "cumulative-as-month", _against(known), (record,), limit, 0, meant)
        meant = _in_range(level, known)
        return Finding("unlikely", "unit-slip" if meant else "implausible", _against(known), (record,), limit, 0, meant)
    is_low = size.high is not None and size.high * 10 < known.lowest
    if level.key.commodity is None and is_low and level.key.coverage == CUSTOMS:
        meant = _in_range(level, known)
        range_ = Interval(Fraction(known.lowest), Fraction(known.highest))
        return Finding(
            "unlikely", "unit-slip" if meant else "implausible", _against(known), (record,), range_, 0, meant
        )
    return None


def _against(known: Extremes) -> str:
    return f"months seen: {known.lowest_month} to {known.highest_month}"


def _meant_as_cumulative(level: Level, known: Extremes) -> Interval | None:
    """A month's share of it, where the months of the year so far would make it."""
    months = level.period.first % 12 + 1
    share = level.interval.times(Fraction(1, months))
    likely = Interval(Fraction(known.lowest), Fraction(known.highest))
    return share if months > 1 and level.key.commodity is None and share.meets(likely) else None


def _is_exchanged(level: Level, book: Book) -> bool:
    """Whether the other flow, told beside it, would be as unlikely in its place as this is in its own."""
    opposite = OPPOSITE.get(level.key.flow)
    if opposite is None:
        return False
    own, other = (extremes_near(level.period.first // 12, flow) for flow in (level.key.flow, opposite))
    beside = book.at(level.key.with_flow(opposite), level.period)
    if own is None or other is None or not beside:
        return False
    here = Interval(Fraction(other.lowest), Fraction(other.highest))
    there = Interval(Fraction(own.lowest, 2), Fraction(own.highest))
    return level.interval.meets(here) and beside[0].interval.meets(there)


def _in_range(level: Level, known: Extremes) -> Interval | None:
    """The number in other units, where that is one that has been seen; of some goods, where it is no more."""
    least = 0 if level.key.commodity is not None else known.lowest
    likely = Interval(Fraction(least), Fraction(known.highest))
    meant = (level.interval.times(Fraction(10) ** power) for power in POWERS)
    return next((one for one in meant if one.meets(likely)), None)


def find_jumps(book: Book) -> Iterator[Finding]:
    """Give the months that follow one another with levels of all goods a hundred times apart."""
    for key in book.levels:
        if key.commodity is None and key.flow != "balance" and key.unit == "USD":
            yield from _jumps_of(book, key)


def _jumps_of(book: Book, key: Key) -> Iterator[Finding]:
    months = sorted(period for period in book.levels[key] if period.months == 1)
    for before, after in pairwise(months):
        if after.first == before.first + 1:
            earlier, later = book.at(key, before)[0], book.at(key, after)[0]
            if _is_far(earlier, later) or _is_far(later, earlier):
                expected = Interval(Fraction(0), (earlier.interval.high or Fraction(0)) * JUMP)
                yield Finding("note", "jump", "month to month", (later.record, earlier.record), expected)


def _is_far(less: Level, more: Level) -> bool:
    high, low = less.interval.high, more.interval.low
    return high is not None and low is not None and high * JUMP < low
