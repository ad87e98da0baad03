"""Anchors: the day that a section's relative periods count from."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from itertools import pairwise

from tradeparse.articles.model import DateCandidate
from tradeparse.figures.resolution import Anchor
from tradeparse.mentions.periods import count_of
from tradeparse.mentions.tokens import Token

LONGEST_MONTH = 31
NEAR = 3
"""So many months before a dateline at most, a date in the text is of its time."""


def parse_published(published: str) -> Anchor:
    """An anchor from `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    parts: list[int | None] = [int(part) for part in published.split("-")]
    year, month, day = [*parts, None, None][:3]
    return Anchor(year, month, day, "published")


def choose_anchor(dates: Iterable[DateCandidate], published: str | None, sentences: list[list[Token]]) -> Anchor:
    """The most trusted date; a missing year from weekdays, from years told as past, or from other dates."""
    if published:
        return parse_published(published)
    candidates = list(dates)
    datelines = [one for one in candidates if one.origin == "dateline"]
    headers = [one for one in candidates if one.origin in ("metadata", "header")]
    pages = [one for one in candidates if one.origin == "page"]
    best = next(iter(datelines), None) or next(iter(headers), None)
    if best is None:
        page = next(iter(pages), None)
        return Anchor() if page is None else Anchor(page.year, page.month, page.day, "page")
    header = next((one for one in headers if one.year is not None), None)
    if best.year is None:
        if header is not None and agrees(best, header):
            return Anchor(year_beside(best, header), best.month, best.day, "dateline")
        near = year_from_days(best, sentences)
        if near is not None:
            return Anchor(near, best.month, best.day, "sentence")
        year = year_from_weekday(best, sentences)
        return Anchor(year, best.month, best.day, "weekday" if year else "dateline")
    return Anchor(best.year, best.month, best.day, best.origin)


def agrees(dateline: DateCandidate, header: DateCandidate) -> bool:
    """Whether a dateline without a year can lie within a few days of a header's date."""
    return header.month is None or dateline.month is None or (dateline.month - header.month) % 12 in (0, 1, 11)


def year_beside(dateline: DateCandidate, header: DateCandidate) -> int | None:
    """The header's year, or the one next to it across a New Year."""
    if header.year is None or header.month is None or dateline.month is None:
        return header.year
    if dateline.month == 12 and header.month == 1:
        return header.year - 1
    if dateline.month == 1 and header.month == 12:
        return header.year + 1
    return header.year


def years_named(sentences: list[list[Token]]) -> list[int]:
    """Every year that the sentences name, in periods or in dates."""
    years = []
    for sentence in sentences:
        for token in sentence:
            if token.kind == "PERIOD" and token.value.year is not None:
                years.append(token.value.until or token.value.year)
            elif token.kind == "DAY":
                years.extend(int(part.value) for part in token.parts if part.kind == "YEAR")
    return years


def date_of(token: Token) -> tuple[int, int, int] | None:
    """The year, month and day of a date that states all three."""
    parts = {part.kind: part.value for part in token.parts}
    days = [count_of(part) for part in token.parts if part.kind in ("NUMBER", "ORDINAL")]
    if not {"YEAR", "MONTH"} <= parts.keys() or len(days) != 1 or not 1 <= days[0] <= LONGEST_MONTH:
        return None
    return int(parts["YEAR"]), int(parts["MONTH"]), days[0]


def year_from_days(date: DateCandidate, sentences: list[list[Token]]) -> int | None:
    """The year of a dateline's day by the last date with a year that lies in the months before it."""
    if date.month is None:
        return None
    years = []
    for sentence in sentences:
        for token in sentence:
            day = date_of(token) if token.kind == "DAY" else None
            if day is not None and (date.month - day[1]) % 12 <= NEAR:
                years.append(day[0] + (day[1] > date.month))
    named = years_named(sentences)
    return max(years) if years and max(years) >= max(named) - 1 else None


def year_from_weekday(date: DateCandidate, sentences: list[list[Token]]) -> int | None:
    """The year in which the dateline's day fell on the weekday named for it, not before the years told as past."""
    if date.month is None or date.day is None:
        return None
    named = years_named(sentences)
    weekdays = [
        token.value
        for sentence in sentences
        for before, token in pairwise(sentence)
        if token.kind == "WEEKDAY" and before.kind != "LAST"
    ]
    if not weekdays or not named:
        return None
    told = latest_weekday(weekdays)
    first = max(named)
    fitting = [
        year
        for year in range(first, first + 5)
        if date.day <= calendar.monthrange(year, date.month)[1] and calendar.weekday(year, date.month, date.day) == told
    ]
    return fitting[0] if len(fitting) == 1 else None


def latest_weekday(weekdays: list[int]) -> int:
    """The weekday that the others most closely precede: of Sunday and Monday, Monday."""
    return min(set(weekdays), key=lambda day: (sum((day - other) % 7 for other in set(weekdays)), -weekdays.count(day)))
