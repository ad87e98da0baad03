"""Records as Parquet."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from conftest import make_change, make_record
from tradeparse.output import parquet_file
from tradeparse.output.fields import KEYS
from tradeparse.output.formats import Layout, write_records
from tradeparse.output.parquet_file import parquet_pieces
from tradeparse.records import Record


def ignore(source: str, what: str) -> None:
    """Hear nothing."""


def read_back(*articles: list[Record], fields: tuple[str, ...] | None = None) -> pa.Table:
    """Write the records of articles and read them back."""
    written = b"".join(map(bytes, write_records(articles, Layout("parquet", fields=fields))))
    return pq.read_table(io.BytesIO(written))


def test_a_row_holds_every_field() -> None:
    """Numbers are decimals, days are dates, lists and objects are such."""
    record = make_record(value=Decimal("2200000.50"), also=((1, 2), (3, 4)), inferred={"period": "header"})
    table = read_back([record])
    assert table.column_names == list(KEYS)
    (row,) = table.to_pylist()
    assert row["value"] == Decimal("2200000.5")
    assert row["period_start"] == date(2020, 5, 1)
    assert row["also"] == [[1, 2], [3, 4]]
    assert row["inferred"] == [("period", "header")]
    assert row["rules"] == ["amount"]
    assert row["months"] == 1
    assert row["commodity"] is None


def test_the_types_are_told() -> None:
    """Also where there is nothing."""
    schema = read_back().schema
    types = {name: str(schema.field(name).type) for name in KEYS}
    assert {name for name, kind in types.items() if kind == "decimal128(38, 10)"} == {"value", "low", "high"}
    assert {name for name, kind in types.items() if kind == "date32[day]"} == {"period_start", "period_end"}
    assert {name for name, kind in types.items() if kind == "int64"} == {"months", "start", "end", "line"}
    assert types["published"] == types["period"] == "string"  # 2020-04 is no day
    assert types["inferred"].startswith("map<string, string")


def test_fields_are_chosen_and_ordered() -> None:
    """As in the other formats."""
    assert read_back([make_record()], fields=("value", "period")).column_names == ["value", "period"]


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("9" * 28, True),
        ("-" + "9" * 28 + ".9999999999", True),
        ("0.0000000001", True),
        ("1E+27", True),
        ("5.000000000000000", True),
        ("1E+28", False),
        ("9" * 29, False),
        ("9" * 5000, False),
        ("0.00000000001", False),
    ],
)
def test_a_number_is_exact_or_told(number: str, fits: bool) -> None:
    """One without room is null, and said so; nothing is rounded."""
    told: list[str] = []
    record = make_record(value=Decimal(number))
    pieces = parquet_pieces([[record, make_record()]], lambda source, what: told.append(f"{source}: {what}"))
    values = pq.read_table(io.BytesIO(b"".join(pieces)))["value"].to_pylist()
    assert values == [Decimal(number) if fits else None, Decimal(58000000)]
    assert [message[:22] for message in told] == ([] if fits else ["may.txt: line 7: value"])
    assert all(len(message) < 300 and "--format jsonl holds it" in message for message in told)


def test_any_text_comes_back() -> None:
    """But for lone surrogates, which have no UTF-8 form and are shown."""
    hostile = "=a\x1b\x00\u202e|\n[red]"
    (row,) = read_back([make_record(title=hostile, source="caf\udce9.txt")], fields=("title", "source")).to_pylist()
    assert row == {"title": hostile, "source": "caf\\udce9.txt"}


def test_groups_of_rows_leave_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Across articles, and with the same bytes each time."""
    monkeypatch.setattr(parquet_file, "ROWS_OF_A_GROUP", 4)
    articles = [[make_record()] * size for size in (3, 0, 11, 1)]
    pieces = list(parquet_pieces(articles, ignore))
    assert pieces == list(parquet_pieces(articles, ignore))
    file = pq.ParquetFile(io.BytesIO(b"".join(pieces)))
    assert [file.metadata.row_group(at).num_rows for at in range(file.metadata.num_row_groups)] == [4, 4, 4, 3]


def test_memory_does_not_grow_with_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the records take no more than one and a half times the memory."""
    monkeypatch.setattr(parquet_file, "ROWS_OF_A_GROUP", 500)

    def articles(count: int) -> Iterator[list[Record]]:
        for number in range(count):
            yield [make_change(str(number), sentence=f"{number} " * 50) for _ in range(10)]

    def peak(count: int) -> int:
        before = pa.default_memory_pool().bytes_allocated()
        tracemalloc.start()
        held = 0
        for _ in parquet_pieces(articles(count), ignore):
            held = max(held, pa.default_memory_pool().bytes_allocated() - before)
        traced = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return traced + held

    peak(100)
    assert peak(800) < 1.5 * peak(200)
