"""Records as a Markdown table, for an issue, a note or a wiki page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

from tradeparse.output.cells import cell_text
from tradeparse.output.escaping import markdown_cell
from tradeparse.records import Record

COLUMNS = (
    "source",
    "line",
    "reporter",
    "flow",
    "commodity",
    "period",
    "measure",
    "qualifier",
    "value",
    "unit",
    "basis",
    "base_period",
    "quote",
)
"""What people need of a record, and what fits a page."""


def markdown_rows(articles: Iterable[Sequence[Record]], keys: Sequence[str] = COLUMNS) -> Iterator[str]:
    """Write the head of the table, then a row for each record."""
    yield _row(keys) + _row(["---:" if _is_number(key) else "---" for key in keys])
    for records in articles:
        yield "".join(_row([_cell(getattr(record, key)) for key in keys]) for record in records)


def _cell(value: object) -> str:
    if isinstance(value, int | Decimal):
        return cell_text(value, str)
    return markdown_cell(cell_text(value, str))  # lists and objects hold text as well


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _is_number(key: str) -> bool:
    hint = get_type_hints(Record)[key]
    kinds = set(get_args(hint)) if get_origin(hint) is UnionType else {hint}
    return kinds - {NoneType} <= {int, Decimal}
