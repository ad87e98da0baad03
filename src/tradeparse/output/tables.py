"""Tables for people: a heading for each article, a row for each value or, in full, for each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tradeparse.output.amounts import figure_text, number_text
from tradeparse.output.columns import Column, fit_columns
from tradeparse.output.drawing import article_heading, drawn
from tradeparse.output.escaping import visible
from tradeparse.output.rows import Row, set_in_rows
from tradeparse.records import Record


def tables(articles: Iterable[Sequence[Record]], width: int, *, color: bool, long: bool) -> Iterator[str]:
    """Write a table for each article that states a figure, and for each post of one that holds several."""
    before = ""
    posts = (list(post) for records in articles for _, post in groupby(records, key=_post))
    for records in posts:
        columns = _columns_of_records(records) if long else _columns_of_rows(set_in_rows(records), records[0])
        yield before + drawn([_heading(records[0]), _table(columns, width)], width, color)
        before = "\n"


def _post(record: Record) -> tuple[str | None, ...]:
    return record.source, record.article, record.title, record.published


def _heading(record: Record) -> Text:
    return article_heading(record.source, record.article, record.title, record.published)


def _columns_of_rows(rows: Sequence[Row], first: Record) -> list[Column]:
    columns = [
        Column("period", [_period(row.records[0]) for row in rows], gives_way="last", least=7),
        Column(_flow_head(first), [_flow_and_goods(row.records[0]) for row in rows], gives_way="first", least=10),
        Column(
            "value",
            [figure_text(row.value) if row.value else "" for row in rows],
            is_number=True,
            gives_way="last",
            least=9,
        ),
        Column("m/m", [_lines(map(figure_text, row.on_month)) for row in rows], is_number=True, least=7),
        Column("y/y", [_lines(map(figure_text, row.on_year)) for row in rows], is_number=True, least=7),
    ]
    if any(row.on_other for row in rows):
        columns.append(
            Column("other", [_lines(map(_change_with_base, row.on_other)) for row in rows], gives_way="last")
        )
    lines = [", ".join(dict.fromkeys(str(record.line) for record in row.records)) for row in rows]
    return [*columns, Column("line", lines, is_number=True)]


def _columns_of_records(records: Sequence[Record]) -> list[Column]:
    return [
        Column("period", [_period(record) for record in records], gives_way="last", least=7),
        Column(_flow_head(records[0]), [record.flow for record in records]),
        Column("goods", [visible(record.commodity or "all") for record in records], gives_way="first"),
        Column("measure", [record.measure for record in records]),
        Column("value", [number_text(record) for record in records], is_number=True, gives_way="last"),
        Column("unit", [record.unit for record in records], gives_way="last"),
        Column("basis", [record.basis or ("?" if record.measure == "change" else "") for record in records]),
        Column("base", [_base(record) if record.measure == "change" else "" for record in records], gives_way="last"),
        Column("line", [str(record.line) for record in records], is_number=True),
        Column("quote", [visible(record.quote) for record in records], gives_way="first"),
    ]


def _flow_head(record: Record) -> str:
    return "flow" if record.reporter == "PRK" else "China's flow"


def _period(record: Record) -> str:
    if record.period is not None:
        return record.period
    return "?" if record.period_text is None else f"? ({visible(record.period_text)})"


def _flow_and_goods(record: Record) -> str:
    return record.flow if record.commodity is None else f"{record.flow}: {visible(record.commodity)}"


def _change_with_base(change: Record) -> str:
    return f"{figure_text(change)} on {_base(change)}"


def _base(change: Record) -> str:
    return change.base_period or ("the quarter before" if change.basis == "qoq" else "?")


def _lines(cells: Iterable[str]) -> str:
    return "\n".join(cells)


def _table(columns: Sequence[Column], width: int) -> Table:
    gaps = len(columns) - 1
    is_roomy = sum(column.natural_width for column in columns) + 2 * gaps <= width
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, int(is_roomy), 0, 0))
    widths = fit_columns(columns, width - (2 if is_roomy else 1) * gaps)
    for column, own in zip(columns, widths, strict=True):
        table.add_column(Text(column.head), width=own, justify="right" if column.is_number else "left", overflow="fold")
    for cells in zip(*(column.fitted(own) for column, own in zip(columns, widths, strict=True)), strict=True):
        table.add_row(*map(Text, cells))
    return table
