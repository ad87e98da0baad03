"""Records as CSV."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

from conftest import make_change, make_record
from tradeparse.output.fields import KEYS
from tradeparse.output.formats import Layout, write_records
from tradeparse.records import Record


def rows_of(*records: Record, raw: bool = False) -> list[dict[str, str]]:
    """Write records and read them back."""
    text = "".join(write_records([list(records)], Layout("csv", raw=raw)))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_there_is_a_header_even_for_nothing() -> None:
    """A reader that wants columns finds them."""
    assert "".join(write_records([], Layout("csv"))) == ",".join(KEYS) + "\n"


def test_a_row_holds_every_field() -> None:
    """Null is an empty cell, numbers are exact, lists and objects compact JSON."""
    (row,) = rows_of(make_record(value=Decimal("2200000.50"), also=((1, 2),), inferred={"period": "header"}))
    assert row["value"] == "2200000.5"
    assert row["commodity"] == ""
    assert row["also"] == "[[1,2]]"
    assert row["inferred"] == '{"period":"header"}'
    assert json.loads(row["rules"]) == ["amount"]
    assert row["months"] == "1"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 he said", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1"])
def test_text_cannot_become_a_formula(text: str) -> None:
    """A cell that a spreadsheet would run starts with an apostrophe; --raw leaves it as it is."""
    for key in ("title", "quote", "sentence", "attribution", "period_text", "commodity", "source"):
        assert rows_of(make_record(**{key: text}))[0][key] == f"'{text}"
        assert rows_of(make_record(**{key: text}), raw=True)[0][key] == text


def test_negative_numbers_stay_numbers() -> None:
    """Only text is guarded."""
    (row,) = rows_of(make_change("-77", low=Decimal("-77.5"), high=Decimal("-76.5")))
    assert (row["value"], row["low"], row["high"]) == ("-77", "-77.5", "-76.5")


def test_escape_sequences_are_shown() -> None:
    """A terminal that shows the file obeys nothing in it; lines within a cell stay."""
    (row,) = rows_of(make_record(sentence='first "line"\r\nsecond,\x1b[31m red'))
    assert row["sentence"] == 'first "line"\r\nsecond,\\x1b[31m red'
