"""Schedules: the period of each column of a row, and what its changes are set against."""

from __future__ import annotations

from collections.abc import Sequence

from tradeparse.figures.completion import SHIFTS
from tradeparse.figures.headings import Headings
from tradeparse.figures.resolution import Anchor, resolve_period
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period

LENGTHS = {"mom": 1, "qoq": 3}
"""Of how many months the periods are that changes on the month and on the quarter compare."""


class Schedule:
    """The periods of the columns in one row; `headings` are those of the row, its part and its table."""

    def __init__(self, columns: Sequence[Headings], headings: Sequence[Headings], anchor: Anchor) -> None:
        self.columns = columns
        self.headings = headings
        self.anchor = anchor
        self.periods = [find_period([said, *headings], anchor) if said.symbols else None for said in columns]

    def period(self, at: int) -> Period | None:
        """The period of a column; where no column tells one, that of the row or the table."""
        period = self.lead(at) if self.columns[at].change else self.periods[at]
        if period is None and not any(said.symbols for said in self.columns):
            return find_period([self.columns[at], *self.headings], self.anchor)
        return period

    def is_dated(self, at: int) -> bool:
        """Whether the year of a column's period is stated, not taken from the day of the text."""
        own = [self.columns[at]] if self.columns[at].symbols else self.columns
        return any(symbol.year is not None for said in [*own, *self.headings] for symbol in said.symbols)

    def repeats_months(self) -> bool:
        """Whether a month stands twice over the columns and no year tells one from the other."""
        if year_of(self.headings) is not None:
            return False
        bare = [
            period
            for said, period in zip(self.columns, self.periods, strict=True)
            if period is not None and not said.change and year_of([said]) is None
        ]
        return len(set(bare)) < len(bare)

    def lead(self, at: int) -> Period | None:
        """The period of a change: that of its column, else the one told beside it that is not the base of another."""
        if self.periods[at] is not None:
            return self.periods[at]
        told = [period for period in self.periods if period is not None]
        left = next((one for one in range(at - 1, -1, -1) if not self.columns[one].change), None)
        if told and left is not None and self.periods[left] is None:
            return None  # what it changes against stands in a column whose period nobody knows
        bases = {period.shift(shift) for period in told for shift in (-12, -min(period.months, 12))}
        leads = {period for period in told if period not in bases}
        if len(leads) == 1:
            return leads.pop()
        return next((period for period in reversed(self.periods[:at]) if period in leads), None)

    def basis(self, at: int, period: Period) -> str | None:
        """What a change is set against: as its head says, else the one base that stands beside it."""
        basis = self.columns[at].basis
        if basis is not None:
            return basis if LENGTHS.get(basis, period.months) == period.months else None
        beside = [one for one in ("yoy", "mom", "qoq") if period.shift(SHIFTS[one]) in self.periods]
        fitting = [one for one in beside if LENGTHS.get(one, period.months) == period.months]
        if len(fitting) == 1:
            return fitting[0]
        return "yoy" if not fitting and period.months > 1 else None


def find_period(headings: Sequence[Headings], anchor: Anchor) -> Period | None:
    """The period that headings give together: a month of one in the year of another."""
    symbols = [symbol for one in headings for symbol in one.symbols]
    if not symbols or any(not is_plain(symbol) for symbol in symbols[:2]):
        return None
    months = [symbol for symbol in symbols if symbol.kind == "months"]
    own = {(symbol.first, symbol.last) for one in headings[:2] for symbol in one.symbols if symbol.kind == "months"}
    if len(own) > 1 or (len({symbol.first for symbol in months}) > 1 and not own):
        return None
    first = months[0] if months else symbols[0]
    if first.kind == "years" or (first.year is not None and first.until is not None):
        return resolve_period(first, anchor, None)
    year = year_of(headings)
    if year is None:
        return None if any(symbol.year for symbol in symbols) else resolve_period(first, anchor, None)
    if first.first > first.last or first.year not in (None, year):
        return None
    return Period(year * 12 + first.first - 1, year * 12 + first.last - 1)


def year_of(headings: Sequence[Headings]) -> int | None:
    """The one year of the first heading that tells any."""
    for one in headings:
        years = {(symbol.year, symbol.until or symbol.year) for symbol in one.symbols if symbol.year is not None}
        if years:
            first, last = years.pop()
            return first if not years and first == last else None
    return None


def is_plain(symbol: SymbolicPeriod) -> bool:
    """Whether a period is named by its months or its year, not counted from another."""
    return symbol.kind in ("months", "years") and symbol.origin is None
