"""Records as what analysis reckons with: levels of a period and changes between two, each with its interval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from tradeparse.analysis.intervals import Interval
from tradeparse.records import Flow, Period, Record

NEAR = Fraction(1, 10)
"""So much around a number is what "about" leaves open, as in a record's bounds."""
CUSTOMS = "customs"
"""Whose figures these are where a text names nobody: all others say whose estimate they tell."""
OPPOSITE: dict[Flow, Flow] = {"imports": "exports", "exports": "imports"}
MOST = 40
"""So many different tellings of one level are looked at, so that time does not grow with their square."""


@dataclass(frozen=True, slots=True)
class Key:
    """What is counted: figures of different keys are never added, compared or merged."""

    coverage: str
    flow: Flow
    commodity: str | None
    unit: str

    def with_flow(self, flow: Flow) -> Key:
        """The same of another flow."""
        return Key(self.coverage, flow, self.commodity, self.unit)

    def of_all_goods(self) -> Key:
        """The same of all goods."""
        return Key(self.coverage, self.flow, None, self.unit)

    def in_unit(self, unit: str) -> Key:
        """The same counted in another unit."""
        return Key(self.coverage, self.flow, self.commodity, unit)


@dataclass(frozen=True, slots=True)
class Level:
    """A value that a record states for a period."""

    key: Key
    period: Period
    interval: Interval
    record: Record

    @property
    def is_exact(self) -> bool:
        """Whether the text gives the number without a hedge."""
        return self.record.qualifier == "exact"


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a record states between two periods; `key.unit` is what it is told in, percent or an amount's."""

    key: Key
    period: Period
    base: Period
    interval: Interval
    record: Record

    @property
    def is_exact(self) -> bool:
        """Whether the text gives the number without a hedge."""
        return self.record.qualifier == "exact"


Figure = Level | Change


Telling = tuple[Key, str | None, Period, Period, Interval]
"""What two changes have in common that are the same: what they are of and count, when, and how much."""


def telling_of(change: Change) -> Telling:
    """What a change tells, whoever tells it."""
    return change.key, change.record.change_of, change.period, change.base, change.interval


class Book:
    """Levels and changes by what is counted and when."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self.levels: dict[Key, dict[Period, list[Level]]] = defaultdict(lambda: defaultdict(list))
        self.changes: list[Change] = []
        self._changes_at: dict[tuple[Key, Period], dict[Telling, Change]] = defaultdict(dict)
        self._distinct: dict[tuple[Key, Period], dict[Interval, list[Level]]] = {}
        for figure in figures:
            if isinstance(figure, Level):
                self.levels[figure.key][figure.period].append(figure)
                continue
            self.changes.append(figure)
            for period in {figure.period, figure.base}:
                self._changes_at[figure.key.in_unit(""), period].setdefault(telling_of(figure), figure)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Book:
        """The figures of whole articles: what one tells of its coverage holds for all of it."""
        return cls(read_figures(records))

    def all_at(self, key: Key, period: Period) -> Sequence[Level]:
        """Every level that is stated for a period."""
        return self.levels.get(key, {}).get(period, ())

    def at(self, key: Key, period: Period) -> Sequence[Level]:
        """A level of each interval that is stated for a period, the narrowest first."""
        return [levels[0] for levels in self._by_interval(key, period).values()]

    def tells_elsewhere(self, level: Level) -> bool:
        """Whether another article tells what agrees with a level."""
        return any(
            interval.meets(level.interval) and any(article_of(one.record) != article_of(level.record) for one in levels)
            for interval, levels in self._by_interval(level.key, level.period).items()
        )

    def changes_at(self, key: Key, period: Period) -> Sequence[Change]:
        """The changes from or to the level of a period, in whatever unit: MOST, each once."""
        return list(self._changes_at.get((key.in_unit(""), period), {}).values())[:MOST]

    def units(self, key: Key) -> list[str]:
        """The units in which levels of this are stated."""
        return [other.unit for other in self.levels if other.in_unit(key.unit) == key]

    def _by_interval(self, key: Key, period: Period) -> dict[Interval, list[Level]]:
        """The levels of a period by their intervals, MOST of these: those that most levels have, narrowest first."""
        found = self._distinct.get((key, period))
        if found is None:
            every: dict[Interval, list[Level]] = defaultdict(list)
            for level in self.all_at(key, period):
                every[level.interval].append(level)
            most = sorted(every, key=lambda interval: -len(every[interval]))[:MOST]
            found = {one: every[one] for one in sorted(most, key=lambda one: narrowness(every[one][0]))}
            self._distinct[key, period] = found
        return found


def narrowness(figure: Figure) -> tuple[bool, Decimal]:
    """What the figures with the narrowest interval have least of; an open one is the widest."""
    low, high = figure.record.low, figure.record.high
    return low is None or high is None, Decimal(0) if low is None or high is None else high - low


def read_figures(records: Iterable[Record]) -> Iterator[Figure]:
    """Give the figures of records that say when: a change needs both periods."""
    for _, article in groupby(records, key=article_of):
        told = list(article)
        coverage = _common_coverage(told)
        for record in told:
            figure = _read_figure(record, record.coverage or coverage)
            if figure is not None:
                yield figure


def article_of(record: Record) -> tuple[str, str | None]:
    """Which article a record is from; one of several posts is a part of it."""
    return record.source, record.article


def _common_coverage(records: Sequence[Record]) -> str:
    """Whose figures a text tells where it does not say: those of the only one that it names, else customs'."""
    named = {record.coverage for record in records if record.coverage is not None}
    return named.pop() if len(named) == 1 else CUSTOMS


def is_rough(record: Record) -> bool:
    """Whether a figure is told as near to a number: about 5 million, or in words ("doubled", "a billion")."""
    return record.qualifier == "about" or (record.low == record.high and record.value != 0)


def interval_of(record: Record) -> Interval:
    """What a figure may be: its bounds; where words tell it, as much around it as where "about" is said."""
    if record.low != record.high or record.value == 0:
        return Interval.of(record.low, record.high)
    value = Fraction(record.value)
    if record.measure == "change" and record.unit == "percent":
        factor = 1 + value / 100
        return Interval(factor * (1 - NEAR) * 100 - 100, factor * (1 + NEAR) * 100 - 100)
    low, high = sorted((value * (1 - NEAR), value * (1 + NEAR)))
    return Interval(low, high)


def _read_figure(record: Record, coverage: str) -> Figure | None:
    if record.period is None:
        return None
    key = Key(coverage, record.flow, record.commodity, record.unit)
    period, interval = Period.parse(record.period), interval_of(record)
    if record.measure == "value":
        return Level(key, period, interval, record)
    if record.base_period is None:
        return None
    return Change(key, period, Period.parse(record.base_period), interval, record)
