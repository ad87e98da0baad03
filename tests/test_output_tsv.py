"""Records as TSV."""

from __future__ import annotations

import csv
import io

import pytest

from conftest import make_change, make_record
from tradeparse.output.fields import KEYS
from tradeparse.output.formats import Layout, write_records
from tradeparse.records import Record


def written(*records: Record, raw: bool = False) -> str:
    """Write records."""
    return "".join(write_records([list(records)], Layout("tsv", raw=raw)))


def rows_of(*records: Record, raw: bool = False) -> list[dict[str, str]]:
    """Write records and read them back."""
    return list(csv.DictReader(io.StringIO(written(*records, raw=raw), newline=""), delimiter="\t"))


def test_there_is_a_header_even_for_nothing() -> None:
    """A reader that wants columns finds them."""
    assert written() == "\t".join(KEYS) + "\n"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("first\nsecond", r"first\nsecond"),
        ("a\tb\r\nc", r"a\tb\r\nc"),
        ('"He" said', '"He" said'),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", r"'\tx"),
        ("\rx", r"'\rx"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a,b|c", "a,b|c"),
    ],
)
def test_a_row_is_a_line(text: str, cell: str) -> None:
    """`cut` and `awk` can take it, and a spreadsheet runs none of it; with --raw the text comes back as it was."""
    for key in ("title", "quote", "sentence", "attribution", "commodity", "source"):
        record = make_record(**{key: text})
        assert rows_of(record)[0][key] == cell
        assert len(written(record).splitlines()) == 2
        assert all(line.count("\t") == len(KEYS) - 1 for line in written(record).splitlines())
        assert rows_of(record, raw=True)[0][key] == text


def test_numbers_stay_numbers() -> None:
    """Only text is guarded."""
    assert rows_of(make_change("-77.50"))[0]["value"] == "-77.5"
