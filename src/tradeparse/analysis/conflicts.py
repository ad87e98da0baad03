"""The same flow and period as several texts tell it: revisions, other coverages, errors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from tradeparse.analysis.choice import choose
from tradeparse.analysis.diagnosis import diagnose
from tradeparse.analysis.findings import Finding, Severity
from tradeparse.analysis.levels import Book, Key, Level, article_of, is_rough
from tradeparse.analysis.relations import Relation
from tradeparse.records import Period

REVISED = Fraction(1, 20)
"""Levels that differ by no more are of the size of a revision."""
MINOR = ("digit-slip", "other-year", "cumulative-as-month")
"""Errors that a revision explains as well, where levels are near."""
BETWEEN_TEXTS = "told in another text"
IN_REFERENCE = "the reference"


def find_conflicts(book: Book) -> Iterator[Finding]:
    """Give each level that another text's better one of the same coverage contradicts, and those of other coverages."""
    coverages: dict[tuple[Key, Period], list[Level]] = defaultdict(list)
    for key, periods in book.levels.items():
        for period, levels in periods.items():
            best = choose(levels, book)
            coverages[Key("", key.flow, key.commodity, key.unit), period].append(best)
            for level in levels:
                if article_of(level.record) != article_of(best.record) and not level.interval.meets(best.interval):
                    yield judge_conflict(level, best, book)
    for bests in coverages.values():
        yield from _other_coverages(bests)


def check_reference(texts: Book, reference: Book, others: Book) -> Iterator[Finding]:
    """Give each level of a text that the reference has, and whether it agrees."""
    for key, periods in reference.levels.items():
        for period, (known, *_) in periods.items():
            for level in texts.all_at(key, period):
                if level.interval.meets(known.interval):
                    figures = level.record, known.record
                    yield Finding("agrees", None, IN_REFERENCE, figures, known.interval)
                else:
                    yield judge_conflict(level, known, others, IN_REFERENCE)


def judge_conflict(level: Level, best: Level, others: Book, check: str = BETWEEN_TEXTS) -> Finding:
    """Name what is between two tellings: an error of the worse one, a revision, or a conflict."""
    relation = Relation("told twice", level, (best,))
    figures = level.record, best.record
    found = diagnose(relation, Book([level]), others)
    is_near = abs(relation.gap) <= REVISED * abs(Fraction(best.record.value))
    if found.name != "told-twice" and not (is_near and found.name in MINOR):
        return Finding("unlikely", found.name, check, figures, best.interval, found.place, found.meant, found.remark)
    if is_near:
        return Finding("note", "revision", check, figures, best.interval)
    hard = not (is_rough(level.record) or is_rough(best.record)) and check == BETWEEN_TEXTS
    severity: Severity = "impossible" if hard else "unlikely"
    return Finding(severity, "conflict", check, figures, best.interval)


def _other_coverages(bests: Iterable[Level]) -> Iterator[Finding]:
    first, *others = sorted(bests, key=lambda level: (level.key.coverage != "customs", level.key.coverage))
    for other in others:
        if not other.interval.meets(first.interval):
            yield Finding("note", "other-coverage", BETWEEN_TEXTS, (other.record, first.record), first.interval)
