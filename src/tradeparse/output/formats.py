"""The formats by their names, each a function from what is told of each article to pieces of text.

A piece leaves before the next article is read, so memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tradeparse.output.fields import KEYS, keys_of
from tradeparse.output.json_text import fields_to_json, record_to_json
from tradeparse.records import Record

if TYPE_CHECKING:
    from tradeparse.analysis.findings import Finding
    from tradeparse.analysis.series import Row
    from tradeparse.output.explanation import Explanation

Piece = str | bytes
Tell = Callable[[str, str], None]


def ignore(_source: str, _what: str) -> None:
    """Take what a format has no room for, where nobody asked."""


Format = Literal["table", "json", "jsonl", "csv", "tsv", "markdown", "parquet"]
FORMATS: tuple[Format, ...] = ("table", "json", "jsonl", "csv", "tsv", "markdown", "parquet")
ENDINGS: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".parquet": "parquet",
}
"""What the ending of a file's name says of its format."""

EXPLANATION_FORMATS = ("text", "json")
FINDING_FORMATS = ("table", "json")
SERIES_FORMATS = ("table", "json", "jsonl", "csv", "parquet", "sdmx", "comtrade")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the records are set: everything a format may be asked."""

    format: Format = "table"
    long: bool = False
    width: int = 80
    color: bool = False
    raw: bool = False
    fields: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PlainLayout:
    """How explanations, findings and series are set."""

    format: str
    width: int = 80
    color: bool = False


def write_records(articles: Iterable[Sequence[Record]], layout: Layout, tell: Tell = ignore) -> Iterator[Piece]:
    """Write the records of each article in turn; `tell` is told what a format has no room for."""
    keys = layout.fields or KEYS
    match layout.format:
        case "json":
            return json_array(articles, keys)
        case "jsonl":
            return json_lines(articles, keys)
        case "csv":
            from tradeparse.output.csv_text import csv_rows

            return csv_rows(articles, keys, raw=layout.raw)
        case "tsv":
            from tradeparse.output.csv_text import tsv_rows

            return tsv_rows(articles, keys, raw=layout.raw)
        case "markdown":
            from tradeparse.output.markdown_text import COLUMNS, markdown_rows

            return markdown_rows(articles, layout.fields or COLUMNS)
        case "parquet":
            from tradeparse.output.parquet_file import parquet_pieces  # needs pyarrow, which is an extra

            return parquet_pieces(articles, tell, keys)
        case "table":
            from tradeparse.output.tables import tables  # loads rich, which the other formats do without

            return tables(articles, layout.width, color=layout.color, long=layout.long)


def write_explanations(explanations: Iterable[Explanation], layout: PlainLayout) -> Iterator[Piece]:
    """Write the explanation of each article in turn."""
    if layout.format == "json":
        from tradeparse.output.explanation_json import explanation_to_json

        return array_of(map(explanation_to_json, explanations))
    from tradeparse.output.explanation_text import explanation_texts  # loads rich, as a table does

    return explanation_texts(explanations, layout.width, color=layout.color)


def write_findings(findings: Iterable[Finding], layout: PlainLayout) -> Iterator[Piece]:
    """Write what a check found."""
    if layout.format == "json":
        from tradeparse.output.finding_json import finding_to_json

        return array_of(map(finding_to_json, findings))
    from tradeparse.output.finding_text import finding_texts  # loads rich

    return finding_texts(findings, layout.width, color=layout.color)


def write_series(
    rows: Sequence[Row], layout: PlainLayout, *, why: bool = False, tell: Tell = ignore, note: Tell = ignore
) -> Iterator[Piece]:
    """Write a series; `tell` is told what a format has no room for, `note` what a standard has no code for."""
    from tradeparse.analysis.series import Row

    keys = keys_of(Row)
    match layout.format:
        case "json":
            return array_of(fields_to_json(row, keys) for row in rows)
        case "jsonl":
            return (f"{fields_to_json(row, keys)}\n" for row in rows)
        case "csv":
            from tradeparse.output.csv_text import csv_rows

            return csv_rows([rows], keys)
        case "parquet":
            from tradeparse.output.parquet_file import parquet_pieces  # needs pyarrow, which is an extra

            return parquet_pieces([rows], tell, keys, Row)
        case "sdmx":
            from tradeparse.output.sdmx_text import sdmx_rows

            return sdmx_rows(rows, note)
        case "comtrade":
            from tradeparse.output.comtrade_text import comtrade_rows

            return comtrade_rows(rows, note)
        case _:
            from tradeparse.output.series_table import series_tables  # loads rich

            return series_tables(rows, layout.width, color=layout.color, why=why)


def json_lines(articles: Iterable[Sequence[Record]], keys: Sequence[str] = KEYS) -> Iterator[str]:
    """Write each record as JSON on a line of its own."""
    for records in articles:
        yield "".join(f"{record_to_json(record, keys)}\n" for record in records)


def json_array(articles: Iterable[Sequence[Record]], keys: Sequence[str] = KEYS) -> Iterator[str]:
    """Write the records as one JSON array; one that is cut off does not parse."""
    return array_of(record_to_json(record, keys) for records in articles for record in records)


def array_of(items: Iterable[str]) -> Iterator[str]:
    """Write what is JSON already as an array, an item a line."""
    yield "["
    before = "\n"
    for item in items:
        yield before + item
        before = ",\n"
    yield "]\n" if before == "\n" else "\n]\n"
