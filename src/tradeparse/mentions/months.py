"""Periods that name their months, quarters, halves or years: "May", "the third quarter of 2019", "through June"."""

from __future__ import annotations

from typing import Any

from tradeparse.mentions.matches import Builder, Match
from tradeparse.mentions.periods import LENGTHS, build, count_of, year_of
from tradeparse.mentions.symbols import JUST_PAST, SymbolicPeriod
from tradeparse.mentions.tokens import Token

RANGE_JOINTS = ("HYPHEN", "DASH", "TO", "HEDGE", "UNTIL", "AND", "SLASH")
FINAL = -1
"""The ordinal of "the final quarter"."""


def build_months(match: Match) -> Token:
    """A month, a range of months or a list of them."""
    year = year_of(match)
    first = match.tokens[0].kind
    if not year and first in ("LAST", "PREVIOUS"):
        year = {"origin": "anchor", "shift": JUST_PAST}
    elif not year and first == "THIS":
        year = {"origin": "anchor", "shift": 0}
    if match.has("n"):
        return build(match, range_of_months(match, year))
    months = [token.value for token in match.captures["m"]]
    return build(match, single(months[0], year) if len(months) == 1 else list_of(months, year))


def single(month: int, year: dict[str, Any]) -> SymbolicPeriod:
    """One month."""
    return SymbolicPeriod("months", month, month, **year)


def list_of(months: list[int], year: dict[str, Any]) -> SymbolicPeriod:
    """Several months, each by itself."""
    return SymbolicPeriod("list", items=tuple(single(month, year) for month in months))


def range_of_months(match: Match, year: dict[str, Any]) -> SymbolicPeriod:
    """From one month to another, or both side by side; a year between the two is that of the first."""
    opening, closing = match.first("m"), match.first("n")
    first, last = opening.value, closing.value
    years = match.captures.get("y", [])
    if years and opening.start < years[0].start < closing.start:
        start = int(years[0].value)
        year = {"year": start}
        if len(years) == 2:
            until = int(years[1].value)
            return SymbolicPeriod("months", first, last, year=start, until=None if until == start else until)
        if last < first:
            return SymbolicPeriod("months", first, last, year=start, until=start + 1)
    joint = next(token for token in match.tokens if token.start > opening.start and token.kind in RANGE_JOINTS)
    if joint.kind == "AND" and not match.has("b"):
        items = (single(first, year), single(last, year))
        return SymbolicPeriod("list", first, last, items=items, joined=last == first + 1, **year)
    if last < first and "year" in year:
        return SymbolicPeriod("months", first, last, year=year["year"] - 1, until=year["year"])
    return SymbolicPeriod("months", first, last, joined=match.has("b"), **year)


def build_part(match: Match, length: int) -> Token | None:
    """A part of a year of that many months: the ordinal counts them."""
    number = count_of(match.first("o"))
    if number == FINAL:
        number = 12 // length
    if not 1 <= number <= 12 // length:
        return None
    return build(match, SymbolicPeriod("months", (number - 1) * length + 1, number * length, **year_of(match)))


def build_quarter(match: Match) -> Token | None:
    """A quarter of a year."""
    return build_part(match, 3)


def build_half(match: Match) -> Token | None:
    """A half-year."""
    return build_part(match, 6)


def build_first_months(match: Match) -> Token | None:
    """The first or last months, quarters or half of a year."""
    ordinal = FINAL if match.has("x") else count_of(match.first("o"))
    if not match.has("n") or ordinal not in (1, FINAL):
        return None
    counter = match.first("n")
    count = 6 if counter.kind in ("HALFYEAR", "HALF") else count_of(counter) * (3 if match.has("q") else 1)
    if not 1 <= count <= 12:
        return None
    first, last = (1, count) if ordinal == 1 else (13 - count, 12)
    return build(match, SymbolicPeriod("months", first, last, **year_of(match)))


def build_months_ended(match: Match) -> Token | None:
    """The six months that ended in June, the year to September."""
    counter = match.first("w") if match.has("w") else match.first("n")
    count = LENGTHS.get(counter.kind) or count_of(counter)
    last = match.first("m").value
    if not 1 <= count <= 12:
        return None
    year = year_of(match)
    if count <= last:
        return build(match, SymbolicPeriod("months", last - count + 1, last, **year))
    if "year" in year:
        year = {"year": year["year"] - 1, "until": year["year"]}
    return build(match, SymbolicPeriod("months", 13 + last - count, last, **year))


def build_n_months(match: Match) -> Token | None:
    """The 11-month period: the first months of the year, or the months that were spoken of."""
    count = count_of(match.first("n"))
    return build(match, SymbolicPeriod("length", months=count)) if 2 <= count <= 12 else None


def build_year_to_month(match: Match) -> Token:
    """Through May: January to May."""
    return build(match, SymbolicPeriod("months", 1, match.first("m").value, **year_of(match)))


def build_year(match: Match) -> Token | None:
    """A whole year, not a decade ("the 1980s")."""
    if match.text[match.tokens[-1].end : match.tokens[-1].end + 1] == "s":
        return None
    year = int(match.first("y").value)
    return build(match, SymbolicPeriod("years", year=year, until=year))


def build_years(match: Match) -> Token | None:
    """A run of years, or two years side by side."""
    first, last = int(match.first("y").value), int(match.first("z").value)
    if match.tokens[-2].kind == "AND" and match.tokens[0].kind != "BETWEEN":
        items = tuple(SymbolicPeriod("years", year=year, until=year) for year in (first, last))
        return build(match, SymbolicPeriod("list", items=items))
    if first >= last:
        return None
    return build(match, SymbolicPeriod("years", year=first, until=last, joined=True))


def build_years_from(match: Match) -> Token | None:
    """So many years from one on: "the three years from 2017"."""
    first, count = int(match.first("y").value), count_of(match.first("n"))
    if count < 2:
        return None
    return build(match, SymbolicPeriod("years", year=first, until=first + count - 1, joined=True))


BUILDERS: dict[str, Builder] = {
    "months": build_months,
    "quarter": build_quarter,
    "half": build_half,
    "first-months": build_first_months,
    "months-ended": build_months_ended,
    "n-months": build_n_months,
    "year-to-month": build_year_to_month,
    "year": build_year,
    "years": build_years,
    "years-from": build_years_from,
}
