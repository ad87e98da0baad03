"""Dates as pages print them, and lines that give a date and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from tradeparse.articles.bylines import is_byline
from tradeparse.articles.cues import cues, normalise
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.prose import has_figure

Label = Literal["published", "updated", "page", ""]

LONGEST = 160
MOST_WORDS = 24
FIRST_YEAR, LAST_YEAR = 1945, 2099
TIME = Pattern(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?(?:[ap]\.?m\b\.?)?(?:\s?[+-]\d{2}:?\d{2}\b)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\(?(?:GMT|UTC)\s?[+-]\d{1,2}(?::\d{2})?\)?",
    re.IGNORECASE,
)
MOST_BESIDE = 4
CELL_BREAK = Pattern(r"\s*+[|·•]\s*+|\s{3,}|\s(?:--|[-–—])\s")
ADDRESS = Pattern(r"\S{1,60}@\S{1,60}")
DIGIT = Pattern(r"\d")
WORD = Pattern(r"[^\W\d_]++(?:[.'’-][^\W\d_]++)*+|\d++")


@dataclass(frozen=True, slots=True)
class Day:
    """A date with its place; parts that are not given are None."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    label: Label = ""


@cache
def date_pattern() -> re.Pattern[str]:
    """Compile the forms of a date, the most telling first."""
    names = "|".join(sorted(map(re.escape, cues().months), key=len, reverse=True))
    ordinal = "|".join(cues().ordinals)
    joint = "|".join(cues().month_joint)
    month = rf"(?:{names})\b\.?"
    year = r"(?:19|20)\d\d(?!\d)"
    weekday = "|".join(sorted(cues().weekdays, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.$-])(?<!\d:)(?:"
        rf"(?P<y1>{year})[-/.]\s?(?P<m1>\d{{1,2}})[-/.]\s?(?P<d1>\d{{1,2}})(?!\d)"
        rf"|(?P<m2>{month}),?\s{{0,3}}(?P<y2>{year})"
        rf"|(?P<m3>{month})\s{{0,3}}(?P<d3>\d{{1,2}})(?:{ordinal})?(?![\d%])"
        rf"(?:\s{{0,3}},?\s{{0,3}}(?:(?:{weekday})\b,?\s{{0,3}})?(?P<y3>{year}))?"
        rf"|(?P<d4>\d{{1,2}})(?:{ordinal})?[\s-]{{0,3}}(?:(?:{joint})\s{{1,3}})?(?P<m4>{month}),?[\s-]{{0,3}}(?P<y4>{year})?"
        rf"|(?P<m5>\d{{1,2}})/(?P<d5>\d{{1,2}})/(?P<y5>{year}|\d\d(?!\d))"
        rf"|(?P<d6>\d{{1,2}})\.\s?(?P<m6>\d{{1,2}})\.\s?(?P<y6>{year})"
        rf")",
        re.IGNORECASE,
    )


def read_date(found: re.Match[str]) -> Day | None:
    """Give the date of a match, or None where no calendar has it."""
    given = {name[0]: value for name, value in found.groupdict().items() if value is not None}
    year = int(given["y"]) if "y" in given else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    written = given["m"].rstrip(".").casefold()
    month = cues().months.get(written) if not written.isdigit() else int(written)
    day = int(given["d"]) if "d" in given else None
    if month is not None and month > 12 and day is not None and day <= 12 and found["m5"]:
        month, day = day, month  # 23/08/2017 can only be the day first
    if month is None or not 1 <= month <= 12 or (year is not None and not FIRST_YEAR <= year <= LAST_YEAR):
        return None
    try:
        date(year or 2000, month, 1 if day is None else day)
    except ValueError:
        return None
    return Day(year, month, day, found.start(), found.end())


def find_dates(words: str) -> list[Day]:
    """Give the dates that words hold, in their order."""
    found = (read_date(match) for match in date_pattern().finditer(words))
    return [day for day in found if day is not None]


def read_date_line(words: str) -> list[Day] | None:
    """Give the dates of a line that has nothing else than dates, their labels, times and who wrote it; else None."""
    if len(words) > LONGEST or DIGIT.search(words) is None or len(words.split()) > MOST_WORDS:
        return None
    dates = find_dates(words)
    if not dates:
        return None
    rest: list[str] = []
    labelled: list[Day] = []
    before = 0
    label: Label = ""
    for day in dates:
        between = words[before : day.start]
        label = _label(between, label)
        labelled.append(Day(day.year, day.month, day.day, day.start, day.end, label))
        rest.append(between)
        before = day.end
    rest.append(words[before:])
    if names_page(words):
        labelled = [Day(day.year, day.month, day.day, day.start, day.end, "page") for day in labelled]
    whole = any(day.year and day.day for day in dates)
    return labelled if _is_accounted_for(rest, whole) or _is_cell(words, dates) else None


def _is_cell(words: str, dates: list[Day]) -> bool:
    """Say whether a date stands alone between bars, only labels beside it: "Market watch | June 3, 2024"."""
    cells = CELL_BREAK.split(words)
    beside = [cell for cell in cells if date_pattern().search(cell) is None]
    if len(cells) < 2 or len(dates) > 1 or len(beside) + 1 != len(cells):
        return False
    alone = next(cell for cell in cells if cell not in beside)
    return is_bare_date(alone) and all(_is_label(cell) for cell in beside)


def _is_label(cell: str) -> bool:
    if not TIME.sub("", cell).strip():
        return True
    return cell.count(" ") < MOST_BESIDE and (DIGIT.search(cell) is None or cell.isupper()) and not has_figure(cell)


def has_digit(words: str) -> bool:
    """Say whether words hold a digit."""
    return DIGIT.search(words) is not None


def names_page(words: str) -> bool:
    """Say whether a line tells of the page rather than of the article: its copyright, the day it was looked at."""
    small = words.casefold()
    return any(mark in small for mark in cues().of_page)


def follows_weekday(words: str, day: Day) -> bool:
    """Say whether the name of a weekday stands right before a date."""
    before = WORD.findall(words[max(0, day.start - 20) : day.start])
    return bool(before) and before[-1].casefold() in cues().weekdays


def is_bare_date(words: str) -> bool:
    """Say whether a date line names no place and no paper."""
    return not _strange_words(date_pattern().sub(" ", words))


def _label(between: str, before: Label) -> Label:
    words = {word.casefold() for word in WORD.findall(between)}
    if words & cues().updated:
        return "updated"
    return "published" if words & cues().published else before


def _is_accounted_for(rest: list[str], whole: bool) -> bool:
    """Say whether nothing stands beside the dates but labels, times and who wrote it; `whole` if a date is complete."""
    strange: list[str] = []
    for place, piece in enumerate(rest):
        words = _strange_words(piece)
        if words and place in (0, len(rest) - 1):
            beside = " ".join(words)
            if is_byline(beside) or (whole and normalise(beside) in cues().lines):
                continue
        if any(word.isdigit() and (len(word) > 2 or not whole) for word in words):
            return False
        strange += [word for word in words if not word.isdigit()]
    if not strange:
        return True
    if not whole or any(not word[0].isupper() for word in strange) or rest[-1].startswith("."):
        return False
    # "BEIJING | June 9, 2025" and "Korea Daily, 4 March 2014" name a place or a paper
    most = 3 if all(word.isupper() for word in strange) else 2
    return len(strange) <= most and not any(WORD.search(piece) for piece in rest[1:-1])


def _strange_words(piece: str) -> list[str]:
    allowed = _allowed_words()
    return [word for word in WORD.findall(TIME.sub(" ", ADDRESS.sub(" ", piece))) if word.casefold() not in allowed]


@cache
def _allowed_words() -> frozenset[str]:
    return cues().around | cues().published | cues().updated | cues().weekdays
