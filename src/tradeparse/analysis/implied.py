"""What follows from stated values in at most three steps: rules in a fixed order, each taking what is known so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tradeparse.analysis.intervals import Interval, total_of
from tradeparse.analysis.levels import Book, Change, Key, telling_of
from tradeparse.analysis.values import Value
from tradeparse.records import Flow, Period

STEPS = 3
THIRD_FLOW: dict[Flow, tuple[str, tuple[Flow, Flow], Callable[[Interval, Interval], Interval]]] = {
    "total": ("exports + imports", ("exports", "imports"), Interval.__add__),
    "exports": ("total − imports", ("total", "imports"), Interval.__sub__),
    "imports": ("total − exports", ("total", "exports"), Interval.__sub__),
}
BY_BALANCE: dict[Flow, tuple[str, tuple[Flow, Flow], Callable[[Interval, Interval], Interval]]] = {
    "exports": ("balance + imports", ("balance", "imports"), Interval.__add__),
    "imports": ("exports − balance", ("exports", "balance"), Interval.__sub__),
}
SPANS = (3, 12)
"""The months of what is summed from its months: a quarter, a year."""


@dataclass(slots=True)
class Known:
    """Values by key and period."""

    values: dict[Key, dict[Period, Value]] = field(default_factory=lambda: defaultdict(dict))

    def get(self, key: Key, period: Period) -> Value | None:
        """The value of a key and period."""
        return self.values.get(key, {}).get(period)

    def all(self) -> Iterator[Value]:
        """Every value, in the order in which they became known."""
        return (value for periods in self.values.values() for value in periods.values())

    def add(self, value: Value) -> None:
        """Take a value; what was known before stays where it is better."""
        before = self.get(value.key, value.period)
        if before is None or value.order < before.order:
            self.values[value.key][value.period] = value


def imply(chosen: Iterable[Value], articles: Iterable[Book], steps: int = STEPS) -> Known:
    """Add to the chosen values all that follows from them in so many steps, and first from what one article states.

    A base that follows from a growth rate is the one that the report used, and a third flow is of the same release.
    """
    known = Known()
    for value in chosen:
        known.add(value)
    books = list(articles) if steps else []
    changes = list({telling_of(change): change for book in books for change in book.changes}.values())
    own = [value for book in books for value in _follow(_stated_in(book), book.changes)]
    for step in range(1, steps + 1):
        new = Known()
        for value in (*own, *_follow(known, changes)):
            if value.steps == step and known.get(value.key, value.period) is None:
                new.add(value)
        if not new.values:
            break
        for value in new.all():
            known.add(value)
    return known


def _follow(known: Known, changes: Sequence[Change]) -> Iterator[Value]:
    return (value for rule in RULES for value in rule(known, changes))


def _stated_in(book: Book) -> Known:
    known = Known()
    for key, periods in book.levels.items():
        for period in periods:
            known.add(Value.stated(book.at(key, period)[0]))
    return known


def contradictions(known: Known, changes: Sequence[Change]) -> dict[tuple[Key, Period], list[Value]]:
    """What follows in one step from stated values and cannot be what is stated for the same."""
    against: dict[tuple[Key, Period], list[Value]] = defaultdict(list)
    told = list({telling_of(change): change for change in changes}.values())
    for value in _follow(known, told):
        own = known.get(value.key, value.period)
        if value.steps == 1 and own is not None and own.steps == 0 and not own.interval.meets(value.interval):
            against[value.key, value.period].append(value)
    return against


def _third_flows(known: Known, _changes: Sequence[Change]) -> Iterator[Value]:
    """Exports, imports and the total, each from the two others; exports and imports also by the balance."""
    for key in list(known.values):
        for period in list(known.values[key]):
            for forms in (THIRD_FLOW, BY_BALANCE):
                for flow, (name, (one, other), compute) in forms.items():
                    if one != key.flow:
                        continue
                    parts = known.get(key, period), known.get(key.with_flow(other), period)
                    if parts[0] is not None and parts[1] is not None:
                        yield from _made(key.with_flow(flow), period, name, (parts[0], parts[1]), compute)


def _made(
    key: Key, period: Period, rule: str, parts: tuple[Value, ...], compute: Callable[..., Interval], *rate: Change
) -> Iterator[Value]:
    """What parts, and a change, come to; nothing where it would be less than nothing or could be anything."""
    interval = compute(*(part.interval for part in parts), *(change.interval for change in rate))
    told = (Interval.at(Fraction(change.record.value)) for change in rate)
    number = compute(*(Interval.at(part.number) for part in parts), *told)
    if key.flow != "balance":
        if interval.high is not None and interval.high < 0:
            return
        interval = Interval(max(interval.low or Fraction(0), Fraction(0)), interval.high)
    if number.low is not None and number.low == number.high:
        middle = number.low if interval.low is None else max(number.low, interval.low)
        steps = max(part.steps for part in parts) + 1
        yield Value(key, period, interval, middle, steps, None, rule, parts, next(iter(rate), None))


def _by_changes(known: Known, changes: Sequence[Change]) -> Iterator[Value]:
    """A base from its value and change, and a value from its base and change."""
    for change in changes:
        if change.key.flow == "balance":
            continue
        is_rate = change.key.unit == "percent"
        units = [change.record.change_of] if is_rate else [change.key.unit]
        if is_rate and change.record.change_of is None:
            units = sorted({key.unit for key in known.values if key.in_unit(change.key.unit) == change.key})
        for unit in units:
            if unit is not None:
                yield from _by_change(known, change, change.key.in_unit(unit), is_rate)


def _by_change(known: Known, change: Change, key: Key, is_rate: bool) -> Iterator[Value]:
    value, base = known.get(key, change.period), known.get(key, change.base)
    if value is not None:
        back = Interval.before if is_rate else Interval.__sub__
        yield from _made(key, change.base, f"{change.period} before its change", (value,), back, change)
    if base is not None:
        on = Interval.grown if is_rate else Interval.__add__
        yield from _made(key, change.period, f"{change.base} and the change from it", (base,), on, change)


def _rests(known: Known, _changes: Sequence[Change]) -> Iterator[Value]:
    """A month, a quarter from a longer period less one that begins or ends with it: May from January–May."""
    for key in list(known.values):
        by_start: dict[int, list[Value]] = defaultdict(list)
        by_end: dict[int, list[Value]] = defaultdict(list)
        for value in known.values[key].values():
            by_start[value.period.first].append(value)
            by_end[value.period.last].append(value)
        for ends, is_start in ((by_start, True), (by_end, False)):
            for together in ends.values():
                for whole in together:
                    for part in together:
                        rest = _rest(whole.period, part.period, is_start)
                        if rest is not None:
                            name = f"{whole.period} − {part.period}"
                            yield from _made(key, rest, name, (whole, part), Interval.__sub__)


def _rest(whole: Period, part: Period, is_start: bool) -> Period | None:
    if part.months >= whole.months:
        return None
    rest = Period(part.last + 1, whole.last) if is_start else Period(whole.first, part.first - 1)
    return rest if rest.months == 1 or (rest.months in SPANS and rest.first % rest.months == 0) else None


def _sums(known: Known, _changes: Sequence[Change]) -> Iterator[Value]:
    """A quarter or a year from its months."""
    for key in list(known.values):
        months = {value.period.first: value for value in known.values[key].values() if value.period.months == 1}
        for length in SPANS:
            for first in {month - month % length for month in months}:
                parts = [months[month] for month in range(first, first + length) if month in months]
                if len(parts) == length:
                    span = Period(first, first + length - 1)
                    yield from _made(key, span, "the sum of its months", tuple(parts), total_of)


RULES: tuple[Callable[[Known, Sequence[Change]], Iterator[Value]], ...] = (_third_flows, _by_changes, _rests, _sums)
"""In the order in which they are tried: of values with as many steps and as narrow an interval, the first counts."""
