"""The place and day that stand before the first sentence of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tradeparse.articles.cues import cues
from tradeparse.articles.dates import Day, find_dates
from tradeparse.articles.patterns import Pattern

LOOKED_AT = 160
SEARCHED = 3000
"""How far into a paragraph a dateline is looked for that a page glued to what stands before it."""

CAPITALS = r"[A-Z][A-Z.'’-]{2,20}(?:[ /][A-Z][A-Z.'’-]{1,20}){0,3}"
NAME = r"[A-Z][a-z'’]{2,20}(?:[ /-][A-Z][a-z'’]{1,20}){0,2}"
REGION = r"(?:,\s*+[A-Z][\w.'’]{1,20}(?: [A-Z][\w.'’]{1,20}){0,2}){0,2}"
AGENCY = r"(?:[(\[](?=[A-Z\d])[^()\[\]$%]{1,40}[)\]]|/[A-Z]\w{1,20}/)"
DASH = r"(?:-{1,3}|[—–―_|:]|-)"
LONG_DASH = r"(?:-{2,3}|[—–―])"


DASHES = (") -", "--", "—", "–", "] -", ") :", "):", "―")
BEFORE_DASH = Pattern(r"[)\]/\d]\s{0,2}(?:--|[—–―_:]|-\s)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's extent, and its day where it gives one."""

    start: int
    end: int
    day: Day | None


@dataclass(frozen=True, slots=True)
class Patterns:
    """The forms of a dateline: the sure ones, those that start with a place or with a day, and the weak ones."""

    strong: re.Pattern[str]
    capitals: re.Pattern[str]
    names: tuple[re.Pattern[str], ...]
    day: re.Pattern[str]
    dated: re.Pattern[str]
    agency: re.Pattern[str]
    weak: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> Patterns:
    names = "|".join(sorted(map(re.escape, cues().months), key=len, reverse=True))
    weekdays = "|".join(sorted(cues().weekdays, key=len, reverse=True))
    ordinal = "|".join(cues().ordinals)
    month = rf"(?i:(?:{names})\b\.?)"
    year = r"(?:19|20)\d\d(?!\d)"
    date = (
        rf"(?P<date>(?i:(?:{weekdays})\b[.,]*+\s*+)?(?:{month}\s*+\d{{1,2}}(?:{ordinal})?(?!\d)(?:,?\s*+{year})?"
        rf"|\d{{1,2}}(?:{ordinal})?\s*+{month}(?:,?\s*+{year})?|{month},?\s*+{year}))"
    )
    named = rf"(?P<place>{NAME}){REGION}"
    capitals = rf"(?P<place>{CAPITALS}){REGION}"
    other_capitals, other_date = capitals.replace("place>", "place2>"), date.replace("date>", "date2>")
    third_date = date.replace("date>", "date3>")
    strong = (
        rf"{capitals},?\s*+(?:{date}[,.]?\s*+)?{AGENCY}\s*+{DASH}\s*+"
        rf"|{other_capitals},?\s*+{other_date}[,.]?\s*+{DASH}\s*+"
        rf"|{third_date}[,.]?\s*+{AGENCY}\s*+{DASH}\s*+"
    )
    return Patterns(
        strong=re.compile(strong),
        capitals=re.compile(rf"{capitals},?\s*+{date}[,.]?\s++(?:{AGENCY}\s*+)?(?=[A-Z“\"])"),
        names=(
            re.compile(rf"{named},?\s*+(?:{date}[,.]?\s*+)?{AGENCY}\s*+{DASH}\s*+"),
            re.compile(rf"{named},?\s*+{date}[,.]?\s*+(?:{AGENCY}\s*+)?{DASH}\s*+"),
        ),
        day=re.compile(rf"{date}[,.]?\s*+{AGENCY}\s*+(?:{DASH}\s*+)?"),
        dated=re.compile(rf"(?={month}\s*+\d{{1,2}},?\s*+{year}){date}[.]?\s*+{LONG_DASH}\s*+"),
        agency=re.compile(rf"{AGENCY}\s*+{date}[,.]?\s*+{DASH}\s*+"),
        weak=(
            re.compile(rf"[\[(【](?P<place>{CAPITALS}|{NAME}){REGION}[\])】]\s*+(?:{DASH}\s*+)?(?=[A-Z“\"])"),
            re.compile(rf"(?P<place>{CAPITALS}){REGION}(?:\s*+(?:{LONG_DASH}|:)\s*+|\s++[-|_]\s++)"),
            re.compile(rf"{AGENCY}\s*+(?:{LONG_DASH}|-)\s*+(?=[A-Z“\"])"),
        ),
    )


def read_dateline(words: str, *, weak: bool) -> Dateline | None:
    """Give the dateline that words start with; where `weak`, a place alone may be one ("BEIJING: …")."""
    head = words[:LOOKED_AT]
    if not head or not (head[0].isupper() or head[0] in "([【" or head[0].isdigit()):
        return None
    patterns = _patterns()
    if head[:3].isupper():
        tried: tuple[re.Pattern[str], ...] = (patterns.strong, patterns.capitals)
    elif BEFORE_DASH.search(head) is not None:
        tried = (patterns.strong, *patterns.names, patterns.day, patterns.dated, patterns.agency)
    else:
        tried = (patterns.day,) if ")" in head else ()
    for pattern in (*tried, *patterns.weak) if weak else tried:
        found = pattern.match(head)
        if found is not None and found.end() < len(words):
            dateline = _dateline(found)
            if dateline is not None:
                return dateline
    return None


def find_dateline(words: str) -> Dateline | None:
    """Give a dateline in the middle of words, where a page glued the headline or a caption to it."""
    looked_at = words[:SEARCHED]
    if not any(dash in looked_at for dash in DASHES) or BEFORE_DASH.search(looked_at) is None:
        return None
    for found in _patterns().strong.finditer(looked_at):
        if found.start() > 0 and looked_at[found.start() - 1].isspace() and found.end() < len(words):
            dateline = _dateline(found)
            if dateline is not None:
                return dateline
    return None


def _dateline(found: re.Match[str]) -> Dateline | None:
    given = found.groupdict()
    place = given.get("place") or given.get("place2")
    if place is not None and place.casefold() in cues().not_places:
        return None
    written = next((name for name in ("date", "date2", "date3") if given.get(name)), None)
    day = None
    if written is not None:
        start = found.start(written)
        read = next(iter(find_dates(found[written])), None)
        if read is None:
            return None
        day = Day(read.year, read.month, read.day, start + read.start, start + read.end)
    return Dateline(found.start(), found.end(), day)
