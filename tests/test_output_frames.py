"""Every format as the programs read it that people analyse figures with: pandas and DuckDB."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest

from conftest import make_change, make_record
from tradeparse.output.formats import FORMATS, Layout, write_records

RECORDS = [
    make_record(sentence='"He" said,\nfive | six\tseven; =1', title="=1+1", commodity="rice", also=((50, 61),)),
    make_change("-66.7", low=Decimal("-66.75"), high=Decimal("-66.65"), title="a, b", quote="@x | y"),
    make_record(value=Decimal("1E+12"), period=None, period_start=None, period_end=None, months=None, title=None),
]
FIELDS = ("title", "commodity", "quote", "value", "period_start", "months", "rules")
VALUES = [58000000, -66.7, 1000000000000]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Write the records in a format to a file and give its path."""

    def write_file(name: str, fields: tuple[str, ...] | None = None, raw: bool = False) -> str:
        path = tmp_path / f"figures.{name}"
        pieces = write_records([RECORDS[:2], [], RECORDS[2:]], Layout(name, fields=fields, raw=raw))  # type: ignore[arg-type]
        path.write_bytes(b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces))
        return str(path)

    return write_file


PANDAS: dict[str, Callable[[str], Any]] = {
    "json": pandas.read_json,
    "jsonl": lambda path: pandas.read_json(path, lines=True),
    "csv": pandas.read_csv,
    "tsv": lambda path: pandas.read_csv(path, sep="\t"),
    "markdown": lambda path: pandas.read_csv(
        path, sep=r"\s*(?<!\\)\|\s*", engine="python", skiprows=[1], quoting=3
    ).iloc[:, 1:-1],
    "parquet": pandas.read_parquet,
}
DUCKDB = {
    "json": "read_json('{}')",
    "jsonl": "read_json('{}')",
    "csv": "read_csv('{}')",
    "tsv": "read_csv('{}')",
    "markdown": "read_csv('{}', delim=' | ', header=true, quote='', escape='', all_varchar=true) "
    "where value not like '%-:'",
    "parquet": "read_parquet('{}')",
}


def test_every_format_for_programs_is_there() -> None:
    """A new one gets its readers."""
    assert set(PANDAS) == set(DUCKDB) == set(FORMATS) - {"table"}


@pytest.mark.parametrize("name", PANDAS)
@pytest.mark.parametrize("fields", [None, FIELDS])
def test_pandas_reads_it(write: Callable[..., str], name: str, fields: tuple[str, ...] | None) -> None:
    """A row a record, numbers as numbers, with no option but the separator's."""
    frame = PANDAS[name](write(name, fields))
    assert [float(value) for value in frame["value"]] == VALUES
    if fields:
        assert list(frame.columns) == list(fields)
        assert frame["commodity"].tolist()[0] == "rice"
        assert frame["months"].tolist()[:2] == [1, 1]
    if name == "parquet":
        assert frame["value"].tolist() == [Decimal(58000000), Decimal("-66.7"), Decimal("1E+12")]
        assert frame["period_start"].tolist() == [date(2020, 5, 1), date(2020, 5, 1), None]


@pytest.mark.parametrize("name", DUCKDB)
@pytest.mark.parametrize("fields", [None, FIELDS])
def test_duckdb_reads_it(write: Callable[..., str], name: str, fields: tuple[str, ...] | None) -> None:
    """As a table of its own, found out by itself."""
    if name == "markdown":
        fields = FIELDS  # the last column would be read with the stroke that ends its line
    source = DUCKDB[name].format(write(name, fields))
    found = duckdb.sql(f"select value, quote from {source}").fetchall()
    assert [float(value) for value, _ in found] == VALUES
    assert [re.sub(r"[\\'| ]", "", quote) for _, quote in found] == ["$58million", "@xy", "$58million"]
    if name == "parquet":
        kinds = duckdb.sql(f"select typeof(value), typeof(period_start), typeof(rules) from {source}").fetchall()
        assert kinds[0] == ("DECIMAL(38,10)", "DATE", "VARCHAR[]")


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_raw_text_comes_back_exactly(write: Callable[..., str], name: str) -> None:
    """With its tabs, quotes and line ends."""
    frame = PANDAS[name](write(name, raw=True))
    assert frame["sentence"].tolist() == [record.sentence for record in RECORDS]
    assert frame["title"].tolist()[:2] == ["=1+1", "a, b"]
