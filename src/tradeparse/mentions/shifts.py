"""Periods told by their distance from another: "last month", "a year earlier", "the same period of 2019"; and days."""

from __future__ import annotations

from typing import Any

from tradeparse.mentions.matches import Builder, Match
from tradeparse.mentions.periods import LENGTHS, build, count_of, year_of
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import Token


def shift_back(months: int, *, length: int = 0, origin: Any = "reference") -> SymbolicPeriod:
    """A period so many months before the reference or the anchor."""
    return SymbolicPeriod("shift", origin=origin, shift=-months, months=length)


def build_rel_year(match: Match) -> Token:
    """Last year, this year."""
    return build(match, SymbolicPeriod("months", 1, 12, origin="anchor", shift=-1 if match.has("l") else 0))


def build_year_earlier(match: Match) -> Token:
    """A year earlier, the previous year: the same months of the year before, or the whole of it."""
    if match.has("w"):
        return build(match, SymbolicPeriod("months", 1, 12, origin="reference", shift=-1))
    return build(match, shift_back(12))


def build_years_earlier(match: Match) -> Token:
    """Two years earlier."""
    return build(match, shift_back(12 * count_of(match.first("n"))))


def build_same(match: Match) -> Token | None:
    """The same period, of last year or of a year that is named."""
    if match.has("k"):
        return build(match, shift_back(12 * count_of(match.first("k"))))
    if match.has("p", "e"):
        return build(match, shift_back(12))
    year = year_of(match)
    if "year" in year:
        return build(match, SymbolicPeriod("same", year=year["year"]))
    if "shift" in year:
        return build(match, SymbolicPeriod("same", origin="anchor", shift=year["shift"]))
    first = match.tokens[0]
    if first.kind == "ARTICLE" and first.value != "definite":
        return None
    noun = match.tokens[-2 if match.tokens[-1].kind == "PERIODW" else -1]
    months = LENGTHS.get(noun.kind, 0)
    return build(match, SymbolicPeriod("same", origin="reference", months=months, joined=first.kind == "THAT"))


def build_next(match: Match) -> Token:
    """The following month, quarter or year; a month or a year later."""
    if match.has("l"):
        return build(match, SymbolicPeriod("shift", origin="reference", shift=int(match.first("l").value)))
    months = int(match.first("n").value)
    return build(match, SymbolicPeriod("shift", origin="reference", shift=months, months=months))


def build_both_months(match: Match) -> Token:
    """The two months that were told of together."""
    return build(match, SymbolicPeriod("same", origin="reference", months=2))


def build_last_month(match: Match) -> Token:
    """Last month."""
    return build(match, shift_back(1, length=1, origin="anchor"))


def build_this_month(match: Match) -> Token:
    """This month."""
    return build(match, shift_back(0, length=1, origin="anchor"))


def build_previous_month(match: Match) -> Token:
    """The month before the one that the sentence speaks of."""
    return build(match, shift_back(1, length=1))


def build_months_earlier(match: Match) -> Token:
    """Three months earlier: one month."""
    return build(match, shift_back(count_of(match.first("n")), length=1))


def build_previous_months(match: Match) -> Token | None:
    """The previous three months: a run of them."""
    count = count_of(match.first("n"))
    if not 2 <= count <= 12:
        return None
    origin = "anchor" if any(token.kind == "LAST" for token in match.tokens) else "reference"
    return build(match, shift_back(count, length=count, origin=origin))


def build_previous_quarter(match: Match) -> Token:
    """The quarter before."""
    return build(match, shift_back(3, length=3, origin="anchor" if match.has("l") else "reference"))


def build_previous_half(match: Match) -> Token:
    """The half-year before."""
    return build(match, shift_back(6, length=6, origin="anchor" if match.has("l") else "reference"))


def build_to_date(match: Match) -> Token:
    """So far this year."""
    return build(match, SymbolicPeriod("to-date"))


def build_era(match: Match) -> Token:
    """A level without a date, such as the one before the pandemic, or a period that is no run of months of a year."""
    return build(match, SymbolicPeriod("era"))


def build_part(match: Match) -> Token:
    """The second, of whatever the period that it stands beside is the first or third."""
    return build(match, SymbolicPeriod("part", first=int(match.first("o").value), origin="reference"))


def build_day(match: Match) -> Token | None:
    """A day or a span of days: no period of trade, but no month by itself either."""
    if match.has("n") and not 1 <= count_of(match.first("n")) <= 31:
        return None
    return match.make("DAY", None)


def build_rate(match: Match) -> Token | None:
    """A month, a year: what a rate counts by, not a period."""
    if match.has("a") and match.first("a").value != "indefinite":
        return None
    return match.make("PER", None)


BUILDERS: dict[str, Builder] = {
    "rel-year": build_rel_year,
    "year-earlier": build_year_earlier,
    "years-earlier": build_years_earlier,
    "same": build_same,
    "next": build_next,
    "both-months": build_both_months,
    "last-month": build_last_month,
    "this-month": build_this_month,
    "previous-month": build_previous_month,
    "months-earlier": build_months_earlier,
    "previous-months": build_previous_months,
    "previous-quarter": build_previous_quarter,
    "previous-half": build_previous_half,
    "ytd": build_to_date,
    "era": build_era,
    "open": build_era,
    "part": build_part,
    "day": build_day,
    "rate": build_rate,
}
