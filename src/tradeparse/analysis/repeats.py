"""Numbers that stand in the place of another period's: last year's, or those of the year so far."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tradeparse.analysis.findings import Finding, Name
from tradeparse.analysis.levels import Book, Level
from tradeparse.records import Period

FEW, MANY = 50, 1000
"""The parts of a number that its interval may be at most: with three digits it is a hint, with four it is no chance."""


def find_repeats(book: Book) -> Iterator[Finding]:
    """Give the levels with four digits or more whose number is that of another period."""
    for key, periods in book.levels.items():
        for period, levels in periods.items():
            for other, name in mistakable(period):
                for level in levels:
                    same = [one for one in book.at(key, other) if is_same_number(one, level, MANY)]
                    if same and period.first > other.first - (name == "cumulative-as-month") and not _is_zero(level):
                        yield Finding("unlikely", name, "the same number", (level.record, same[0].record))


def mistakable(period: Period) -> Iterator[tuple[Period, Name]]:
    """The periods whose number may be told for one: a year before and after, the year so far."""
    for months in (-12, 12):
        yield period.shift(months), "other-year"
    if period.months == 1 and period.first % 12:
        yield Period(period.first - period.first % 12, period.last), "cumulative-as-month"


def is_same_number(level: Level, figure: Level, parts: int = FEW) -> bool:
    """Whether two levels tell the same number, and with so many digits that it is no chance."""
    width = figure.interval.width
    narrow = width is not None and width * parts <= abs(Fraction(figure.record.value))
    return narrow and level.is_exact and figure.is_exact and level.interval.meets(figure.interval)


def _is_zero(level: Level) -> bool:
    return level.record.value == 0
