"""Whether the figures of texts can all be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from tradeparse.analysis.choice import choose
from tradeparse.analysis.comparisons import find_comparisons
from tradeparse.analysis.conflicts import REVISED, check_reference, find_conflicts
from tradeparse.analysis.diagnosis import Diagnosis, diagnose, to_finding
from tradeparse.analysis.findings import SEVERITIES, Finding, Severity
from tradeparse.analysis.levels import Book, Figure, article_of, is_rough
from tradeparse.analysis.plausibility import check_plausibility, find_jumps
from tradeparse.analysis.relations import Relation, find_relations
from tradeparse.analysis.repeats import find_repeats
from tradeparse.records import Record

UNSURE = frozenset({"earlier-sentence", "default-basis"})
"""Where fields come from that may not be what the text says; see `inferred` of a record."""


def check_records(records: Iterable[Record], reference: Iterable[Record] = ()) -> list[Finding]:
    """Check figures within each text, between texts, against what has been seen and a reference; the worst come first.

    A reference is a series that counts as right, its records those of `read_reference`.
    """
    told, known = list(records), list(reference)
    texts, others = Book.of(told), Book.of([*told, *known])
    findings = [*find_conflicts(texts), *check_reference(texts, Book.of(known), others)]
    for _, article in groupby(told, key=article_of):
        book = Book.of(article)
        findings += [judge(relation, book, others) for relation in find_relations(book)]
        findings += [*find_comparisons(book, others), *check_plausibility(book)]
    best = Book(choose(levels, texts) for periods in texts.levels.values() for levels in periods.values())
    findings += [*find_repeats(texts), *check_between(best, others), *find_jumps(best)]
    return list(_once(sorted(findings, key=_order)))


def check_between(best: Book, others: Book) -> Iterator[Finding]:
    """Check the best levels of all texts against one another; what a revision may explain is no finding."""
    for relation in find_relations(best):
        if len({article_of(figure.record) for figure in relation.figures}) == 1:
            continue  # told of its text already
        found = judge(relation, best, others)
        if found.severity in ("agrees", "open"):
            yield found
        elif abs(relation.gap) > REVISED * abs(Fraction(relation.subject.record.value)):
            yield replace(found, severity="unlikely")


def judge(relation: Relation, book: Book, others: Book) -> Finding:
    """Say whether a relation holds, and what is wrong where it does not."""
    if relation.gap == 0:
        verdict: Severity = "agrees" if relation.can_be_told else "open"
        return Finding(verdict, None, relation.name, relation.records, relation.expected())
    found = diagnose(relation, book, others)
    return replace(to_finding(relation, found), severity=_severity(relation, found))


def _severity(relation: Relation, found: Diagnosis) -> Severity:
    """Impossible only where every number is sure: none hedged to a guess, none tied to its period from afar."""
    if relation.name == "told twice" and abs(relation.gap) <= REVISED * abs(Fraction(relation.subject.record.value)):
        return "note"
    if found.name == "yuan-growth" and relation.name.startswith("change"):
        return "note" if found.meant is None else "unlikely"
    return "impossible" if all(map(_is_sure, relation.figures)) else "unlikely"


def _is_sure(figure: Figure) -> bool:
    """Whether a figure's bounds are hard and its place in time is told near it."""
    record = figure.record
    return not is_rough(record) and not UNSURE & set(record.inferred.values())


def _order(finding: Finding) -> tuple[int, str, str, int, int]:
    """The worst first, then by place; of several about one figure, the one with the most others."""
    figure = finding.figures[0]
    severity = SEVERITIES.index(finding.severity)
    return severity, figure.source, figure.article or "", figure.start, -len(finding.figures)


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Tell an error of a figure once, by the check that comes first."""
    told: set[tuple[str, str, str]] = set()
    for finding in findings:
        figure = finding.figures[0]
        error = figure.source, figure.id, finding.name or ""
        if finding.name is None or error not in told:
            yield finding
        told.add(error)
