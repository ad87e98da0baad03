"""What figures must be to one another: sums, growth, parts of a whole; each with what it takes and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Literal

from tradeparse.analysis.intervals import Interval, total_of
from tradeparse.analysis.levels import Book, Change, Figure, Key, Level, article_of
from tradeparse.records import Period, Record

RelationName = Literal[
    "total = exports + imports",
    "balance = exports − imports",
    "balance = 2 × exports − total",
    "balance = total − 2 × imports",
    "change = value / base − 1",
    "change = value − base",
    "goods ≤ all goods",
    "flow ≤ total",
    "part ≤ whole",
    "whole = sum of parts",
    "told twice",
]

RATE: RelationName = "change = value / base − 1"
READINGS = 4
"""So many levels of the same thing are tried in a relation, the narrowest first."""

Solver = Callable[..., Interval]


def _same(other: Interval) -> Interval:
    return other


HALF, TWICE = Fraction(1, 2), Fraction(2)
SOLVERS: dict[RelationName, tuple[Solver, ...]] = {
    "total = exports + imports": (total_of, Interval.__sub__, Interval.__sub__),
    "balance = exports − imports": (Interval.__sub__, Interval.__add__, lambda balance, exports: exports - balance),
    "balance = 2 × exports − total": (
        lambda exports, total: exports.times(TWICE) - total,
        lambda balance, total: (balance + total).times(HALF),
        lambda balance, exports: exports.times(TWICE) - balance,
    ),
    "balance = total − 2 × imports": (
        lambda total, imports: total - imports.times(TWICE),
        lambda balance, imports: balance + imports.times(TWICE),
        lambda balance, total: (total - balance).times(HALF),
    ),
    "change = value / base − 1": (
        lambda value, base: value.size().growth_from(base.size()),
        lambda change, base: base.size().grown(change),
        lambda change, value: value.size().before(change),
    ),
    "change = value − base": (
        lambda value, base: value.size() - base.size(),
        lambda change, base: base.size() + change,
        lambda change, value: value.size() - change,
    ),
    "goods ≤ all goods": (_same, _same),
    "flow ≤ total": (_same, _same),
    "part ≤ whole": (_same, _same),
    "told twice": (_same, _same),
    "whole = sum of parts": (total_of,),
}
"""How each figure of a relation follows from the others, in their order."""
OF_SIZE = ("change = value / base − 1", "change = value − base")
AT_MOST = ("goods ≤ all goods", "flow ≤ total", "part ≤ whole")


@dataclass(frozen=True, slots=True)
class Relation:
    """A figure and those that it follows from, or is at most."""

    name: RelationName
    subject: Figure
    others: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figure and those that it follows from."""
        return self.subject, *self.others

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of its figures."""
        return tuple(figure.record for figure in self.figures)

    @property
    def is_limit(self) -> bool:
        """Whether the figure may also be less than what follows from the others."""
        return self.name in AT_MOST

    @property
    def gap(self) -> Fraction:
        """How far the figure lies above (below: negative) what it could be; 0 where all can be true."""
        gap = self.subject.interval.gap(self.expected())
        return max(gap, Fraction(0)) if self.is_limit else gap

    def expected(self, place: int = 0) -> Interval:
        """What follows from the others for the figure at a place; of a balance in a change, the size with its sign."""
        intervals = [figure.interval for figure in self.figures]
        own = intervals.pop(place)
        if self.name == "whole = sum of parts" and place:
            whole, *parts = intervals
            return whole - total_of(*parts)
        expected = SOLVERS[self.name][place](*intervals)
        is_deficit = place > 0 and self.name in OF_SIZE and own.high is not None and own.high <= 0
        return -expected if is_deficit else expected

    def holds_with(self, place: int, interval: Interval) -> bool:
        """Whether all could be true if one of the figures were another."""
        figures = list(self.figures)
        figures[place] = replace(figures[place], interval=interval)
        return Relation(self.name, figures[0], tuple(figures[1:])).gap == 0

    @property
    def can_be_told(self) -> bool:
        """Whether it says anything: a limit without a bound, or a sum without one on either side, does not."""
        expected = self.expected()
        return self.gap != 0 or expected.high is not None or (not self.is_limit and expected.low is not None)


def find_relations(book: Book) -> Iterator[Relation]:
    """Give each relation between the figures of one text, in the reading that agrees where any does."""
    for key, periods in book.levels.items():
        for period in periods:
            yield from _told_twice(book, key, period)
            if key.flow == "total":
                yield from sums_of(book, key, period)
            elif key.flow == "balance":
                yield from balances_of(book, key, period)
            if key.commodity is not None and key.unit.isupper():
                yield from _best("goods ≤ all goods", book, key, period, [(key.of_all_goods(), period)])
        if key.flow != "balance":
            yield from _wholes(book, key)
    for change in book.changes:
        yield from growth_of(book, change)


def find_changes_between(book: Book, others: Book) -> Iterator[Relation]:
    """Give the changes of a text of which it does not state both levels, with those that other texts state."""
    for change in book.changes:
        yield from (
            relation
            for relation in growth_of(_First(book, others), change)
            if any(article_of(level.record) != article_of(change.record) for level in relation.others)
        )


def sums_of(book: Book, total: Key, period: Period) -> Iterator[Relation]:
    """A total against both flows; where one is not stated, the other against the total."""
    flows = [(total.with_flow("exports"), period), (total.with_flow("imports"), period)]
    if all(book.at(*flow) for flow in flows):
        yield from _best("total = exports + imports", book, total, period, flows)
    else:
        for flow, _ in flows:
            yield from _best("flow ≤ total", book, flow, period, [(total, period)])


def balances_of(book: Book, balance: Key, period: Period) -> Iterator[Relation]:
    """A balance against both flows, or against one and the total."""
    exports, imports, total = (balance.with_flow(flow) for flow in ("exports", "imports", "total"))
    if book.at(exports, period) and book.at(imports, period):
        flows = [(exports, period), (imports, period)]
        yield from _best("balance = exports − imports", book, balance, period, flows)
    elif book.at(exports, period):
        flows = [(exports, period), (total, period)]
        yield from _best("balance = 2 × exports − total", book, balance, period, flows)
    else:
        flows = [(total, period), (imports, period)]
        yield from _best("balance = total − 2 × imports", book, balance, period, flows)


def growth_of(book: Book, change: Change) -> Iterator[Relation]:
    """A rate in the unit that it is told to count, else in the one in which its levels are told."""
    is_rate = change.key.unit == "percent"
    unit = change.record.change_of if is_rate else change.key.unit
    units = [unit] if unit is not None else book.units(change.key)
    for one in units:
        key = change.key.in_unit(one)
        levels = [book.at(key, change.period), book.at(key, change.base)]
        name: RelationName = RATE if is_rate else "change = value − base"
        yield from _most_agreeing(name, [[change], *levels])


def _wholes(book: Book, key: Key) -> Iterator[Relation]:
    """Each period against the narrowest that holds it, and one that others fill against their sum."""
    periods = sorted(book.levels[key], key=lambda period: (period.first, -period.last))
    open_ones: list[Period] = []
    inside: dict[Period, list[Period]] = {}
    for period in periods:
        while open_ones and open_ones[-1].last < period.last:
            open_ones.pop()
        if open_ones:
            inside.setdefault(open_ones[-1], []).append(period)
            yield from _best("part ≤ whole", book, key, period, [(key, open_ones[-1])])
        open_ones.append(period)
    for whole, parts in inside.items():
        chain = _chain(whole, parts)
        if chain:
            yield from _best("whole = sum of parts", book, key, whole, [(key, part) for part in chain])


def _chain(whole: Period, parts: Sequence[Period]) -> list[Period]:
    """The parts that fill a period one after the other, the longest first where two begin together; none if a gap."""
    chain: list[Period] = []
    for part in parts:
        if part.first == (chain[-1].last + 1 if chain else whole.first):
            chain.append(part)
    filled = len(chain) > 1 and chain[-1].last == whole.last
    return chain if filled else []


def _told_twice(book: Book, key: Key, period: Period) -> Iterator[Relation]:
    """Each further telling against the narrowest one."""
    first = book.at(key, period)[0]
    for other in book.all_at(key, period):
        if other is not first:
            yield Relation("told twice", other, (first,))


def _best(
    name: RelationName,
    book: Book,
    key: Key,
    period: Period,
    others: Sequence[tuple[Key, Period]],
) -> Iterator[Relation]:
    figures = [book.at(key, period), *(book.at(other, when) for other, when in others)]
    yield from _most_agreeing(name, figures)


def _most_agreeing(name: RelationName, figures: Sequence[Sequence[Figure]]) -> Iterator[Relation]:
    """The relation with the least gap among the readings of its figures; nothing where one is not stated."""
    readings = [
        Relation(name, subject, tuple(others))
        for subject, *others in product(*(several[:READINGS] for several in figures))
    ]
    if readings:
        yield min(readings, key=lambda relation: abs(relation.gap))


class _First(Book):
    """The levels of a text, and those of others where it states none."""

    def __init__(self, book: Book, others: Book) -> None:
        self._book, self._others = book, others
        self.levels, self.changes = others.levels, book.changes

    def at(self, key: Key, period: Period) -> Sequence[Level]:
        """The levels of a period."""
        return self._book.at(key, period) or self._others.at(key, period)
