"""Which of several values of the same thing a series takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from tradeparse.analysis.intervals import Interval, common_part
from tradeparse.analysis.levels import CUSTOMS, MOST, Book, Level, is_rough, narrowness
from tradeparse.analysis.plausibility import is_seen
from tradeparse.analysis.publishers import count_publishers
from tradeparse.analysis.support import count_support
from tradeparse.records import Record

RULE = (
    "within what has been seen before far above it",
    "borne out by more sums and changes",
    "allowed by the figures of more publishers",
    "hard before hedged",
    "more digits before fewer",
    "later publication before earlier",
    "customs named before retold",
    "name of the file",
    "place in the file",
)
"""What is stated comes before what is implied; among what is stated, each part of this before the next."""

Place = tuple[bool, int, int, bool, Decimal, int, bool, str, int]


def choose(levels: Sequence[Level], book: Book) -> Level:
    """The best of the levels of one key and period by RULE."""
    return levels[0] if len(levels) == 1 else min(zip(_places(levels, book), levels, strict=True), key=_first)[1]


def why(best: Level, levels: Sequence[Level], book: Book) -> str:
    """Say by which part of RULE a level was chosen before the best of those that tell another number."""
    if all(level.interval == best.interval for level in levels):
        return "told alike by all" if len(levels) > 1 else "the only one"
    placed = list(zip(_places(levels, book), levels, strict=True))
    first = next(place for place, level in placed if level is best)
    others = [one for one in placed if not one[1].interval.meets(best.interval)]
    second = min(others or (one for one in placed if one[1].interval != best.interval), key=_first)[0]
    return next(rule for rule, one, other in zip(RULE, first, second, strict=True) if one != other)


def _first(placed: tuple[Place, Level]) -> Place:
    return placed[0]


def _places(levels: Sequence[Level], book: Book) -> list[Place]:
    agreed = _agreement(levels)
    candidates = {level.interval: level for level in levels if agreed[level.interval]}
    contested = common_part(candidates) is None
    borne_out = {one: count_support(level, book) for one, level in candidates.items()} if contested else {}
    return [_place(level, borne_out.get(level.interval, 0), agreed[level.interval]) for level in levels]


def _place(level: Level, support: int, agreed: int) -> Place:
    record = level.record
    is_open, width = narrowness(level)
    published = int(f"{(record.published or '').replace('-', ''):0<8}")
    rough = is_open or is_rough(record)
    retold = record.coverage != CUSTOMS
    return not is_seen(level), -support, -agreed, rough, width, -published, retold, record.source, record.start


def _agreement(levels: Sequence[Level]) -> dict[Interval, int]:
    """How many publishers' intervals hold the number of each interval, for those that most levels have.

    That an interval meets others would speak for the widest, which says least.
    """
    told: dict[Interval, list[Record]] = defaultdict(list)
    for level in levels:
        told[level.interval].append(level.record)
    if len(told) == 1:
        return dict.fromkeys(told, 1)
    agreed = dict.fromkeys(told, 0)
    most = sorted(told, key=lambda interval: -len(told[interval]))[:MOST]
    for one in most:
        number = Fraction(told[one][0].value)
        agreed[one] = count_publishers(record for other in most if other.holds(number) for record in told[other])
    return agreed
