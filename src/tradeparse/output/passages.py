"""Passages: the sentences of an article that hold a number, each number with what became of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tradeparse.figures.building import LineCounter
from tradeparse.records import Reading, Record, Rejected, Span


@dataclass(slots=True)
class Mark:
    """A number in its place: the records that it made, those that it says again, and why it is no figure."""

    span: Span
    line: int = 0
    records: list[Record] = field(default_factory=list)
    again: list[Record] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a line of a table, with the marks in it in the order of the text."""

    span: Span
    marks: tuple[Mark, ...]


def find_passages(text: str, sentences: Sequence[Span], reading: Reading) -> list[Passage]:
    """Give every number of a reading its place; `sentences` are those that were read, in the order of the text."""
    lines = LineCounter(text)
    within: dict[Span, list[Mark]] = {}
    for mark in mark_numbers(reading):
        mark.line = lines.line_of(mark.span.start)
        within.setdefault(passage_around(text, sentences, mark.span), []).append(mark)
    return [Passage(span, tuple(marks)) for span, marks in sorted(within.items(), key=lambda item: item[0])]


def mark_numbers(reading: Reading) -> list[Mark]:
    """A mark for each place where a number stands, in the order of the text."""
    spans = {Span(record.start, record.end) for record in reading.records}
    spans.update(Span(*place) for record in reading.records for place in record.also)
    spans.update(rejected.span for rejected in reading.rejected)
    marks = {span: Mark(span) for span in sorted(spans)}
    for record in reading.records:
        own = Span(record.start, record.end)
        marks[own].records.append(record)
        for span in dict.fromkeys(Span(*place) for place in record.also):
            if span != own:
                marks[span].again.append(record)
    for rejected in dict.fromkeys(reading.rejected):
        marks[rejected.span].rejected.append(rejected)
    return list(marks.values())


def passage_around(text: str, sentences: Sequence[Span], span: Span) -> Span:
    """The sentence that a number stands in; a number of a table stands in no sentence, but on a line."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at >= 0 and span.end <= sentences[at].end:
        return sentences[at]
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))
