"""Periods as written: what the patterns of the stage `period` make."""

from __future__ import annotations

from typing import Any

from tradeparse.mentions.quantities import Builder, Captures
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import Token


def count_of(token: Token) -> int:
    """The whole number of a number token or of an ordinal."""
    value: Any = token.value
    if isinstance(value, int):
        return value
    number = value.value
    return int(number) if number == int(number) else 0


def year_of(captures: Captures) -> dict[str, Any]:
    """The year that a pattern's captures give: stated, counted from the anchor or the reference, or open."""
    if "y" in captures:
        return {"year": int(captures["y"][0].value)}
    if "l" in captures:
        return {"origin": "anchor", "shift": -1}
    if "t" in captures:
        return {"origin": "anchor", "shift": 0}
    if "p" in captures or "e" in captures:
        return {"origin": "reference", "shift": -1}
    if "s" in captures or "a" in captures:
        return {"origin": "reference", "shift": 0}
    return {}


def build(symbol: SymbolicPeriod, tokens: list[Token]) -> Token:
    """A token that holds a symbolic period."""
    return Token("PERIOD", symbol, tokens[0].start, tokens[-1].end, parts=tuple(tokens))


def build_months(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A month, a range of months or a list of them."""
    year = year_of(captures)
    if tokens[0].kind in ("LAST", "PREVIOUS") and not year:
        year = {"origin": "anchor", "shift": -9}
    elif tokens[0].kind == "THIS" and not year:
        year = {"origin": "anchor", "shift": 0}
    months = [token.value for token in captures["m"]]
    if "n" not in captures:
        if len(months) == 1:
            return build(SymbolicPeriod("months", months[0], months[0], **year), tokens)
        items = tuple(SymbolicPeriod("months", month, month, **year) for month in months)
        return build(SymbolicPeriod("list", items=items), tokens)
    first, last = months[0], captures["n"][0].value
    joint = next(
        token
        for token in tokens
        if token.start > captures["m"][0].start and token.kind in ("HYPHEN", "DASH", "TO", "UNTIL", "AND", "SLASH")
    )
    if len(captures.get("y", [])) == 2 and captures["y"][0].start < captures["n"][0].start:
        opening, closing = (int(token.value) for token in captures["y"])
        if opening == closing:
            return build(SymbolicPeriod("months", first, last, year=opening), tokens)
        return build(SymbolicPeriod("months", first, last, year=opening, until=closing), tokens)
    if "y" in captures and captures["m"][0].start < captures["y"][0].start < captures["n"][0].start:
        year = {"year": int(captures["y"][0].value)}
        if last < first:
            return build(SymbolicPeriod("months", first, last, until=year["year"] + 1, **year), tokens)
    if joint.kind == "AND" and "b" not in captures:
        items = tuple(SymbolicPeriod("months", month, month, **year) for month in (first, last))
        return build(SymbolicPeriod("list", first, last, items=items, joined=last == first + 1, **year), tokens)
    joined = "b" in captures
    if last < first and "year" in year:
        closing = year["year"]
        return build(SymbolicPeriod("months", first, last, year=closing - 1, until=closing), tokens)
    return build(SymbolicPeriod("months", first, last, joined=joined, **year), tokens)


def build_quarter(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A quarter of a year."""
    number = count_of(captures["o"][0])
    number = 4 if number == -1 else number
    if not 1 <= number <= 4:
        return None
    return build(SymbolicPeriod("months", number * 3 - 2, number * 3, **year_of(captures)), tokens)


def build_half(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A half-year."""
    number = count_of(captures["o"][0])
    number = 2 if number == -1 else number
    if not 1 <= number <= 2:
        return None
    return build(SymbolicPeriod("months", number * 6 - 5, number * 6, **year_of(captures)), tokens)


def build_first_months(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The first or last months, quarters or half of a year."""
    ordinal = count_of(captures["o"][0])
    if "n" not in captures or ordinal not in (1, -1):
        return None
    counter = captures["n"][0]
    count = 6 if counter.kind in ("HALFYEAR", "HALF") else count_of(counter) * (3 if "q" in captures else 1)
    if not 1 <= count <= 12:
        return None
    first, last = (1, count) if ordinal == 1 else (13 - count, 12)
    return build(SymbolicPeriod("months", first, last, **year_of(captures)), tokens)


def build_months_ended(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The six months that ended in June."""
    count = 3 if captures["n"][0].kind == "QUARTER" else count_of(captures["n"][0])
    last = captures["m"][0].value
    if not 1 <= count <= 12:
        return None
    if count > last:
        if "y" not in captures:
            return build(SymbolicPeriod("months", 13 + last - count, last, **year_of(captures)), tokens)
        year = int(captures["y"][0].value)
        return build(SymbolicPeriod("months", 13 + last - count, last, year=year - 1, until=year), tokens)
    return build(SymbolicPeriod("months", last - count + 1, last, **year_of(captures)), tokens)


def build_n_months(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The 11-month period: the first months of the year, or the months that were spoken of."""
    count = count_of(captures["n"][0])
    if not 2 <= count <= 12:
        return None
    return build(SymbolicPeriod("length", months=count), tokens)


def build_year_to_month(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Through May: January to May."""
    return build(SymbolicPeriod("months", 1, captures["m"][0].value, **year_of(captures)), tokens)


def build_year(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A whole year."""
    year = int(captures["y"][0].value)
    return build(SymbolicPeriod("years", year=year, until=year), tokens)


def build_years(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A run of years, or two years side by side."""
    first, last = int(captures["y"][0].value), int(captures["z"][0].value)
    joint = tokens[-2].kind
    if joint == "AND" and tokens[0].kind != "BETWEEN":
        items = tuple(SymbolicPeriod("years", year=year, until=year) for year in (first, last))
        return build(SymbolicPeriod("list", items=items), tokens)
    if first >= last:
        return None
    return build(SymbolicPeriod("years", year=first, until=last, joined=True), tokens)


def build_rel_year(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Last year, this year."""
    shift = -1 if "l" in captures else 0
    return build(SymbolicPeriod("months", 1, 12, origin="anchor", shift=shift), tokens)


def build_year_earlier(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A year earlier, the previous year: the same months of the year before."""
    return build(SymbolicPeriod("shift", origin="reference", shift=-12), tokens)


def build_years_earlier(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Two years earlier."""
    return build(SymbolicPeriod("shift", origin="reference", shift=-12 * count_of(captures["n"][0])), tokens)


def build_same(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The same period, of last year or of a year that is named."""
    if "k" in captures:
        return build(SymbolicPeriod("shift", origin="reference", shift=-12 * count_of(captures["k"][0])), tokens)
    if "p" in captures or "e" in captures:
        return build(SymbolicPeriod("shift", origin="reference", shift=-12), tokens)
    year = year_of(captures)
    if "year" in year:
        return build(SymbolicPeriod("same", year=year["year"]), tokens)
    if "shift" in year:
        return build(SymbolicPeriod("same", origin="anchor", shift=year["shift"]), tokens)
    if tokens[0].kind == "ARTICLE" and tokens[0].value != "the":
        return None
    unit = tokens[-1] if tokens[-1].kind != "PERIODW" else tokens[-2]
    months = {"MONTHW": 1, "YEARW": 12, "QUARTER": 3, "HALF": 6, "HALFYEAR": 6}
    named = tokens[0].kind == "THAT"
    return build(SymbolicPeriod("same", origin="reference", months=months.get(unit.kind, 0), joined=named), tokens)


def build_last_month(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Last month."""
    return build(SymbolicPeriod("shift", origin="anchor", shift=-1, months=1), tokens)


def build_this_month(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """This month."""
    return build(SymbolicPeriod("shift", origin="anchor", shift=0, months=1), tokens)


def build_previous_month(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The month before the one that the sentence speaks of."""
    return build(SymbolicPeriod("shift", origin="reference", shift=-1, months=1), tokens)


def build_months_earlier(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Three months earlier: one month."""
    count = count_of(captures["n"][0])
    return build(SymbolicPeriod("shift", origin="reference", shift=-count, months=1), tokens)


def build_previous_months(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The previous three months: a run of them."""
    count = count_of(captures["n"][0])
    if not 2 <= count <= 12:
        return None
    if any(token.kind == "LAST" for token in tokens):
        return build(SymbolicPeriod("shift", origin="anchor", shift=-count, months=count), tokens)
    return build(SymbolicPeriod("shift", origin="reference", shift=-count, months=count), tokens)


def build_previous_quarter(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The quarter before."""
    origin: Any = "anchor" if "l" in captures else "reference"
    return build(SymbolicPeriod("shift", origin=origin, shift=-3, months=3), tokens)


def build_previous_half(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The half-year before."""
    origin: Any = "anchor" if "l" in captures else "reference"
    return build(SymbolicPeriod("shift", origin=origin, shift=-6, months=6), tokens)


def build_to_date(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """So far this year."""
    return build(SymbolicPeriod("to-date"), tokens)


def build_era(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A level without a date, such as the one before the pandemic."""
    return build(SymbolicPeriod("era"), tokens)


def build_open(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """The first, the second: a period whose kind the text leaves out."""
    return build(SymbolicPeriod("era"), tokens)


def build_day(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A day or a span of days: no period of trade, but no month by itself either."""
    if "n" in captures and not 1 <= count_of(captures["n"][0]) <= 31:
        return None
    return Token("DAY", None, tokens[0].start, tokens[-1].end, parts=tuple(tokens))


def build_rate(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A month, a year: what a rate counts by, not a period."""
    if "a" in captures and captures["a"][0].value != "a":
        return None
    return Token("PER", None, tokens[0].start, tokens[-1].end, parts=tuple(tokens))


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
    "rel-year": build_rel_year,
    "year-earlier": build_year_earlier,
    "years-earlier": build_years_earlier,
    "same": build_same,
    "last-month": build_last_month,
    "this-month": build_this_month,
    "previous-month": build_previous_month,
    "months-earlier": build_months_earlier,
    "previous-months": build_previous_months,
    "previous-quarter": build_previous_quarter,
    "previous-half": build_previous_half,
    "ytd": build_to_date,
    "era": build_era,
    "open": build_open,
    "day": build_day,
    "rate": build_rate,
}
