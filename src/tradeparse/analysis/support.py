"""What bears a level out: the sums and changes that are true with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.levels import Book, Key, Level, is_rough
from tradeparse.analysis.relations import balances_of, growth_of, sums_of
from tradeparse.records import Period


def count_support(level: Level, book: Book) -> int:
    """How many sums, and changes to and from it, some other levels of all texts make true with this one.

    Numbers are taken as rounded, as most papers do; as cut ones, too, more would fit than are true.
    """
    pinned = _Pinned(book, level)
    total, balance = (level.key.with_flow(flow) for flow in ("total", "balance"))
    relations = [*sums_of(pinned, total, level.period), *balances_of(pinned, balance, level.period)]
    for change in book.changes_at(level.key, level.period):
        relations += growth_of(pinned, change)
    return sum(
        relation.gap == 0 and any(figure.record is level.record for figure in relation.figures)
        for relation in relations
    )


class _Pinned(Book):
    """A book of rounded numbers in which one level is the only one of its key and period."""

    def __init__(self, book: Book, level: Level) -> None:
        self._book, self._pinned = book, level
        self.levels, self.changes = book.levels, book.changes

    def at(self, key: Key, period: Period) -> Sequence[Level]:
        """The levels of a period, of the pinned one's only that."""
        is_own = (key, period) == (self._pinned.key, self._pinned.period)
        return [_as_rounded(level) for level in ([self._pinned] if is_own else self._book.at(key, period))]


def _as_rounded(level: Level) -> Level:
    """A level between half a digit below and above its number; one that is hedged, at its number."""
    value, width = Fraction(level.record.value), level.interval.width
    half = width / 3 if width is not None and level.is_exact and not is_rough(level.record) else Fraction(0)
    return replace(level, interval=Interval(value - half, value + half))
