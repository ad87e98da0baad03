"""Changes whose levels the text does not state: against other texts' levels, and against other bases of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tradeparse.analysis.diagnosis import diagnose, to_finding
from tradeparse.analysis.findings import Finding, Name
from tradeparse.analysis.levels import Book, Change, is_rough
from tradeparse.analysis.relations import RATE, Relation, find_changes_between

POINTS = 5
"""A rate that other texts' levels miss by no more may count from a base that was revised."""
LEAST = 1
"""By no more than so many points a rate is missed as a rule: nothing is made of it."""
NARROW = Fraction(1, 4)
"""The interval of a rate in tenths of a percent, which hardly fits another base by chance."""
TELLING: tuple[Name, ...] = ("wrong-base", "direction", "yuan-growth", "flows-exchanged", "unit-slip", "other-year")
"""Errors that are told though a base may have been revised."""


def find_comparisons(book: Book, others: Book) -> Iterator[Finding]:
    """Give what other texts' levels make of the changes of a text, and those that fit another base of its own."""
    compared = {}
    for relation in find_changes_between(book, others):
        compared[id(relation.subject)] = relation
        if relation.gap == 0:
            yield Finding("agrees", None, relation.name, relation.records, relation.expected())
        elif abs(relation.gap) > LEAST and not any(map(is_rough, relation.records)):
            found = diagnose(relation, book, others)
            if found.name in TELLING or abs(relation.gap) > POINTS:
                name = found.name if found.name in TELLING else "arithmetic"
                yield replace(to_finding(relation, found), name=name)
    for change in book.changes:
        if change.key.unit == "percent" and id(change) not in compared:
            yield from _other_bases(change, book)


def _other_bases(change: Change, book: Book) -> Iterator[Finding]:
    """A change that fits another base of the text, where nobody states its own, too well for chance."""
    width = change.interval.width
    units = [change.record.change_of] if change.record.change_of else book.units(change.key)
    if width is None or width > NARROW or not change.is_exact:
        return
    for key in map(change.key.in_unit, units):
        if book.at(key, change.base):
            return
        for value in book.at(key, change.period)[:1]:
            for period in book.levels[key]:
                if period != change.period and period.months == change.period.months:
                    relation = Relation(RATE, change, (value, book.at(key, period)[0]))
                    if relation.gap == 0 and (relation.expected().width or 1) <= 1:
                        remark = f"fits against {period}, not {change.base}"
                        yield Finding("unlikely", "wrong-base", RATE, relation.records, None, 0, None, remark)
                        return
