"""The day of publication as the data beside an article give it: ISO 8601, a mail's date, words, seconds since 1970."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tradeparse.articles.dates import FIRST_YEAR, LAST_YEAR, find_dates
from tradeparse.articles.model import DateCandidate
from tradeparse.articles.patterns import Pattern

ISO = Pattern(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T\s])")
COMPACT = Pattern(r"\s*(\d{4})(\d{2})(\d{2})(?=$|[T\s]|\d{6}$)")
ASIAN = Pattern(r"\s*(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?")
EITHER_ORDER = Pattern(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
LONGEST = 100
LEAST_SECONDS, MOST_SECONDS = 10**8, 4 * 10**9


def read_day(told: object) -> DateCandidate | None:
    """Give the day, month or year that a piece of data tells, with nothing filled in; None where it tells no date."""
    if isinstance(told, bool):
        return None
    if isinstance(told, int | float):
        return _of_seconds(told) or read_day(str(int(told))) if abs(told) < 10**15 else None
    if not isinstance(told, str) or len(told) > LONGEST:
        return None
    for form in (ISO, COMPACT, ASIAN):
        found = form.match(told)
        if found is not None:
            return _candidate(*(int(part) if part else None for part in found.groups()))
    either = EITHER_ORDER.search(told)
    if either is not None:
        return _in_either_order(int(either[1]), int(either[2]), int(either[3]))
    days = find_dates(told)
    return _candidate(days[0].year, days[0].month, days[0].day) if len(days) == 1 else None


def _of_seconds(told: float) -> DateCandidate | None:
    seconds = told / 1000 if told > MOST_SECONDS else told
    if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        return None
    day = datetime.fromtimestamp(seconds, UTC).date()
    return _candidate(day.year, day.month, day.day)


def _in_either_order(first: int, second: int, year: int) -> DateCandidate | None:
    """Read 13/6/2020 and 6/13/2020; of 5/6/2020 only the year is sure."""
    if first == second or first > 12:
        return _candidate(year, second, first)
    return _candidate(year, first, second) if second > 12 else _candidate(year)


def _candidate(year: int | None, month: int | None = None, day: int | None = None) -> DateCandidate | None:
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return DateCandidate(year, month, day, "metadata", None)
