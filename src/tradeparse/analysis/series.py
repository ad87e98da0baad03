"""The best value of each month, quarter or year and flow: stated or implied, with what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from tradeparse.analysis.choice import choose, why
from tradeparse.analysis.implied import STEPS, contradictions, imply
from tradeparse.analysis.levels import Book, Key, Level, article_of
from tradeparse.analysis.plausibility import is_seen
from tradeparse.analysis.publishers import count_publishers
from tradeparse.analysis.values import Value, as_decimal, ends_of
from tradeparse.records import Flow, Period, Record

SCHEMA = "tradeparse.series/1"

Step = Literal["month", "quarter", "year"]
LENGTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}
FLOWS: tuple[Flow, ...] = ("exports", "imports", "total", "balance")


@dataclass(frozen=True, slots=True)
class Row:
    """The value of a flow in a period; `sources` counts publishers, of an implied one those it rests on.

    `chain` tells how an implied value follows, `disagrees` what is told or follows otherwise, `chosen` why this one.
    """

    schema: str
    reporter: str
    partner: str
    period: str
    period_start: str
    period_end: str
    months: int
    flow: Flow
    commodity: str | None
    unit: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    sources: int
    implied: bool
    coverage: str
    chosen: str
    chain: tuple[str, ...]
    disagrees: tuple[str, ...]
    id: str | None
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the series is asked for."""

    step: Step = "month"
    flows: tuple[str, ...] = ()
    commodities: tuple[str, ...] = ()
    coverages: tuple[str, ...] = ()
    since: Period | None = None
    until: Period | None = None
    stated_only: bool = False

    def takes(self, key: Key, period: Period) -> bool:
        """Say whether a key and period are of the series."""
        length = LENGTHS[self.step]
        return (
            period.months == length
            and period.first % length == 0
            and (not self.flows or key.flow in self.flows)
            and (key.commodity in self.commodities if self.commodities else key.commodity is None)
            and (not self.coverages or key.coverage in self.coverages)
            and (self.since is None or period.first >= self.since.first)
            and (self.until is None or period.last <= self.until.last)
        )


def build_series(records: Iterable[Record], selection: Selection | None = None) -> list[Row]:
    """Choose or imply a value for each key and period that is asked for, sorted by what is counted and by time."""
    selection = selection or Selection()
    told = list(records)
    book = Book.of(told)
    chosen = [Value.stated(choose(levels, book)) for periods in book.levels.values() for levels in periods.values()]
    articles = (Book.of(article) for _, article in groupby(told, key=article_of))
    known = imply(chosen, articles, steps=0 if selection.stated_only else STEPS)
    values = known.all()
    against = {} if selection.stated_only else contradictions(known, book.changes)
    wanted = (value for value in values if selection.takes(value.key, value.period))
    return [_row(value, book, against.get((value.key, value.period), [])) for value in sorted(wanted, key=_order)]


def _order(value: Value) -> tuple[str, str, str, int, int]:
    key = value.key
    return key.coverage, key.commodity or "", key.unit, value.period.first, FLOWS.index(key.flow)


def _row(value: Value, book: Book, against: Sequence[Value]) -> Row:
    levels = book.all_at(value.key, value.period)
    records = list(value.records())
    first = records[0]
    agreeing = [level.record for level in levels if level.interval.meets(value.interval)] or records
    others = [level for level in levels if not level.interval.meets(value.interval)]
    width = value.interval.width
    low, high = ends_of(value.interval)
    return Row(
        schema=SCHEMA,
        reporter=first.reporter,
        partner=first.partner,
        period=str(value.period),
        period_start=value.period.start.isoformat(),
        period_end=value.period.end.isoformat(),
        months=value.period.months,
        flow=value.key.flow,
        commodity=value.key.commodity,
        unit=value.key.unit,
        value=as_decimal(value.number, width),
        low=low,
        high=high,
        sources=count_publishers(agreeing),
        implied=value.level is None,
        coverage=value.key.coverage,
        chosen="implied: nothing states it" if value.level is None else why(value.level, levels, book),
        chain=tuple(_chain(value)),
        disagrees=(
            *_unseen(value),
            *map(_told, others),
            *(f"{_amount(one)} follows: {'; '.join(_chain(one))}" for one in against),
        ),
        id=value.level.record.id if value.level is not None else None,
        source=first.source,
        line=first.line,
    )


def _chain(value: Value) -> Iterator[str]:
    """How an implied value follows, what it takes first."""
    for part in value.parts:
        yield from _chain(part)
    if value.rule is not None:
        taken = [_named(part) for part in value.parts]
        if value.change is not None:
            record = value.change.record
            taken.append(f"“{record.quote}” {_place(record)}")
        yield f"{value.key.flow} {value.period} = {value.rule}: {', '.join(taken)}"


def _named(value: Value) -> str:
    name = f"{value.key.flow} {value.period} {_amount(value)}"
    return f"{name} implied" if value.level is None else f"{name} {_place(value.level.record)}"


def _unseen(value: Value) -> Iterator[str]:
    if value.level is not None and not is_seen(value.level):
        yield "it is more than twice the highest month that has been seen"


def _told(level: Level) -> str:
    return f"{_amount(Value.stated(level))} {_place(level.record)}"


def _amount(value: Value) -> str:
    return f"{as_decimal(value.number, value.interval.width):,f}"


def _place(record: Record) -> str:
    article = "" if record.article is None else f" ({record.article})"
    return f"{record.source}{article}:{record.line}"
