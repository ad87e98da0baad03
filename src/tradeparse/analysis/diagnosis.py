"""Which of the errors that the press makes would explain figures that cannot all be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tradeparse.analysis.findings import Finding, Name
from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.levels import OPPOSITE, Book, Change, Figure, Level, article_of
from tradeparse.analysis.relations import Relation
from tradeparse.analysis.repeats import is_same_number, mistakable
from tradeparse.analysis.slips import in_other_units, turned, with_other_digits, with_shifted_point
from tradeparse.analysis.yuan import counts_in_yuan

FAR = 5
"""A part that is so many times its whole is hardly a slip of a digit."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The error, which figure of the relation has it, what it would have to be, and what else there is to say."""

    name: Name
    place: int
    meant: Interval | None = None
    remark: str | None = None


def diagnose(relation: Relation, book: Book, others: Book) -> Diagnosis:
    """Name the error: `book` has the text's own figures, `others` those of all texts."""
    for look in LOOKS:
        found = next(look(relation, book, others), None)
        if found is not None:
            return found
    match relation.name:
        case "goods ≤ all goods":
            return Diagnosis("goods-above-all", 0)
        case "part ≤ whole" if relation.subject.period.first == relation.others[0].period.first:
            return Diagnosis("cumulative-shrinks", 1)
        case "part ≤ whole" | "flow ≤ total":
            return Diagnosis("part-above-whole", 0)
        case "told twice":
            return Diagnosis("told-twice", 0)
        case _:
            return Diagnosis("arithmetic", 0)


def to_finding(relation: Relation, found: Diagnosis) -> Finding:
    """Tell a relation that fails, and its diagnosis."""
    told = found.place, found.meant, found.remark
    return Finding("unlikely", found.name, relation.name, relation.records, relation.expected(), *told)


def _exchanged_flows(relation: Relation, book: Book, others: Book) -> Iterator[Diagnosis]:
    """Imports and exports in each other's place: as the text itself tells the other flow, or as another text does."""
    if relation.name == "balance = exports − imports" and relation.holds_with(0, -relation.subject.interval):
        yield Diagnosis("flows-exchanged", 1, relation.others[1].interval)
    if relation.name == "told twice":
        yield from _exchanged_between_texts(relation, others)
        return
    instead: dict[int, Level] = {}
    for place, figure in enumerate(relation.figures):
        other = _of_other_flow(book, figure)
        if other is not None and not other.interval.meets(figure.interval):
            instead[place] = other
    if relation.is_limit:
        yield from _exchanged_part(relation, instead)
        return
    for place, level in instead.items():
        if relation.holds_with(place, level.interval):
            yield Diagnosis("flows-exchanged", place, level.interval)
    if len(instead) > 1:
        figures = [instead.get(place, figure) for place, figure in enumerate(relation.figures)]
        if Relation(relation.name, figures[0], tuple(figures[1:])).gap == 0:
            yield Diagnosis("flows-exchanged", min(instead))


def _exchanged_part(relation: Relation, instead: Mapping[int, Level]) -> Iterator[Diagnosis]:
    """A part of the other flow: this one fits into that one's whole, and that one's into this."""
    if len(instead) == 2 and relation.name == "part ≤ whole":
        whole, part = Relation(relation.name, relation.subject, (instead[1],)), instead[0]
        if whole.gap == 0 and relation.holds_with(0, part.interval):
            yield Diagnosis("flows-exchanged", 0, part.interval)


def _of_other_flow(book: Book, figure: Figure) -> Level | None:
    """The level of the other flow; a sum of the two stays what it is when they are exchanged."""
    opposite = OPPOSITE.get(figure.key.flow)
    if opposite is None or isinstance(figure, Change):
        return None
    return next(iter(book.at(figure.key.with_flow(opposite), figure.period)), None)


def _exchanged_between_texts(relation: Relation, others: Book) -> Iterator[Diagnosis]:
    """A level that another text tells of the other flow, where that one's level is what it should be."""
    told, own = relation.subject, relation.others[0]
    opposite = OPPOSITE.get(told.key.flow)
    if opposite is None:
        return
    for level in others.at(told.key.with_flow(opposite), told.period):
        if article_of(level.record) != article_of(told.record) and level.interval.meets(told.interval):
            yield Diagnosis("flows-exchanged", 0, own.interval)


def _other_base(relation: Relation, book: Book, others: Book) -> Iterator[Diagnosis]:
    """A change that is right against another period: the month before called the year before."""
    if not isinstance(relation.subject, Change):
        return
    key, period = relation.others[0].key, relation.others[0].period
    own = [level for other in book.levels[key] for level in book.at(key, other)[:1]]
    usual = [level for months in (period.months, 12, 24) for level in others.at(key, period.shift(-months))[:1]]
    for level in (*own, *usual):
        if level.period in (period, relation.subject.base) or level.period.months != period.months:
            continue
        if relation.holds_with(2, level.interval):
            yield Diagnosis("wrong-base", 0, None, f"fits against {level.period}, not {relation.subject.base}")


def _other_period(relation: Relation, book: Book, others: Book) -> Iterator[Diagnosis]:
    """A level that other figures have for another year, or for the year so far."""
    for place, figure in enumerate(relation.figures):
        if not isinstance(figure, Level) or others.tells_elsewhere(figure):
            continue
        for period, name in mistakable(figure.period):
            if any(is_same_number(level, figure) for level in others.at(figure.key, period)):
                yield Diagnosis(name, place, _elsewhere(figure, others), f"the same as {period}")


def _elsewhere(figure: Level, others: Book) -> Interval | None:
    """What another text tells of the same period."""
    told = (level.interval for level in others.at(figure.key, figure.period))
    return next((interval for interval in told if not interval.meets(figure.interval)), None)


def _units(relation: Relation, book: Book, others: Book) -> Iterator[Diagnosis]:
    """Million for billion: a part that is far above its whole need not fit exactly, but be a part again."""
    if relation.is_limit:
        size, most = relation.subject.interval, relation.expected().high
        if most is not None and size.low is not None and size.low > FAR * most:
            fitting = (one for one in in_other_units(relation.subject) if one.high is not None and one.high <= most)
            yield from (Diagnosis("unit-slip", 0, meant) for meant in fitting)
        return
    for place in _places(relation):
        for meant in in_other_units(relation.figures[place]):
            if relation.expected(place).width is not None and relation.holds_with(place, meant):
                yield Diagnosis("unit-slip", place, meant)


def _digits(relation: Relation, book: Book, others: Book) -> Iterator[Diagnosis]:
    """A digit changed, exchanged, lost or doubled, or a point in the wrong place."""
    if relation.is_limit:
        return
    for candidates in (with_other_digits, with_shifted_point):
        for place in _places(relation):
            for meant in candidates(relation.figures[place], relation.expected(place)):
                if relation.holds_with(place, meant):
                    yield Diagnosis("digit-slip", place, meant)


def _direction(relation: Relation, book: Book, others: Book) -> Iterator[Diagnosis]:
    """A fall for a rise, a surplus for a deficit."""
    for place in _places(relation):
        for meant in turned(relation.figures[place]):
            if relation.holds_with(place, meant):
                yield Diagnosis("direction", place, meant)


def _places(relation: Relation) -> range:
    return range(1 if relation.name == "told twice" else len(relation.figures))


def _yuan(relation: Relation, book: Book, others: Book) -> Iterator[Diagnosis]:
    """Growth that was told of yuan, beside levels in dollars."""
    change = relation.subject
    if not isinstance(change, Change) or relation.others[0].key.unit != "USD":
        return
    if change.record.change_of is not None and "change_of" not in change.record.inferred:
        return
    yuan = relation.others[0].key.in_unit("CNY")
    levels = book.at(yuan, change.period), book.at(yuan, change.base)
    if all(levels):
        if Relation(relation.name, change, (levels[0][0], levels[1][0])).gap == 0:
            yield Diagnosis("yuan-growth", 0, None, "fits the levels in yuan")
    elif counts_in_yuan(change, _middle(relation.expected())):
        yield Diagnosis("yuan-growth", 0, relation.expected(), "fits if it counts in yuan")


def _middle(rate: Interval) -> Fraction:
    return Fraction(-100) if rate.low is None or rate.high is None else (rate.low + rate.high) / 2


LOOKS: tuple[Callable[[Relation, Book, Book], Iterator[Diagnosis]], ...] = (
    _units,
    _exchanged_flows,
    _other_base,
    _other_period,
    _direction,
    _yuan,
    _digits,
)
