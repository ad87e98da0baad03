"""Explanations for people: each sentence with its numbers marked, and beneath it what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tradeparse.output.amounts import figure_text
from tradeparse.output.drawing import article_heading, drawn
from tradeparse.output.escaping import visible
from tradeparse.output.explanation import Explanation
from tradeparse.output.passages import Mark, Passage
from tradeparse.output.reasons import reason
from tradeparse.records import Record

_LEAST_OF_A_NUMBER, _LABEL, _GAP = 5, 8, 2
_LEAST_WIDTH = 32

Field = tuple[str, str]
"""A label and what stands beside it."""


def explanation_texts(explanations: Iterable[Explanation], width: int, *, color: bool) -> Iterator[str]:
    """Write the passages of each article that hold a number, at least 32 wide; numbers count through an article."""
    before = ""
    width = max(width, _LEAST_WIDTH)
    for explanation in explanations:
        if explanation.passages:
            yield before + drawn(_parts(explanation, width), width, color)
            before = "\n"


def _parts(explanation: Explanation, width: int) -> list[RenderableType]:
    article = explanation.article
    parts: list[RenderableType] = [
        article_heading(article.source, article.id, article.title, explanation.published),
    ]
    number = 1
    for passage in explanation.passages:
        parts += [Text(), _marked(article.text, passage, number), _table(passage, number, width)]
        number += len(passage.marks)
    return parts


def _marked(text: str, passage: Passage, number: int) -> Text:
    marked = Text(f"line {passage.marks[0].line}: ", overflow="fold")
    at = passage.span.start
    for count, mark in enumerate(passage.marks, number):
        marked.append(_spaced(text[at : mark.span.start]))
        style = "bold" if mark.records or mark.again else "dim"
        marked.append(f"[{count}: {visible(text[max(at, mark.span.start) : mark.span.end])}]", style=style)
        at = max(at, mark.span.end)
    marked.append(_spaced(text[at : passage.span.end]))
    marked.rstrip()
    return marked


def _spaced(piece: str) -> str:
    """Make a piece of a sentence visible; a space at its ends parts it from the marks beside it."""
    if not piece.strip():
        return " " * bool(piece)
    return " " * piece[0].isspace() + visible(piece) + " " * piece[-1].isspace()


def _table(passage: Passage, number: int, width: int) -> Table:
    marks = enumerate(passage.marks, number)
    alike = groupby(marks, key=lambda numbered: tuple(_fields(numbered[1])))
    named = [(_numbers([count for count, _ in group]), fields) for fields, group in alike]
    first = max(_LEAST_OF_A_NUMBER, *(len(name) for name, _ in named))
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=first, justify="right")
    table.add_column(width=_LABEL)
    # Left to itself rich makes a narrow table wider than its place, and cuts it off there.
    table.add_column(width=width - first - _LABEL - 2 * _GAP, overflow="fold")
    for name, fields in named:
        for at, (label, told) in enumerate(fields):
            table.add_row(Text(name if at == 0 else ""), Text(label), Text(told))
    return table


def _numbers(counts: Sequence[int]) -> str:
    return str(counts[0]) if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"


def _fields(mark: Mark) -> Iterator[Field]:
    for record in mark.records:
        yield from _fields_of_record(record)
    for record in mark.again:
        yield "again", f"{_figure(record)}, as on line {record.line}"
    for rejected in mark.rejected:
        yield "rejected", f"{rejected.rule}: {reason(rejected.rule)}"


def _fields_of_record(record: Record) -> Iterator[Field]:
    yield "figure", _figure(record)
    words = [("period", record.period_text), ("source", record.attribution)]
    told = [f"{name} “{visible(text)}”" for name, text in words if text is not None]
    if told:
        yield "words", ", ".join(told)
    if record.inferred:
        yield "inferred", ", ".join(f"{name} from {origin}" for name, origin in record.inferred.items())
    yield "rules", ", ".join(record.rules)


def _figure(record: Record) -> str:
    flow = record.flow if record.reporter == "PRK" else f"China's {record.flow}"
    goods = "" if record.commodity is None else f" of {visible(record.commodity)}"
    figure = f"{record.period or '?'} {flow}{goods} {figure_text(record)}"
    if record.measure == "value":
        return figure
    counted = "" if record.change_of is None else f" counted in {record.change_of}"
    return f"{figure}{counted}, {record.basis or '?'} on {record.base_period or '?'}"
