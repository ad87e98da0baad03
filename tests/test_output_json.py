"""Records as JSON and JSON Lines."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import make_record
from tradeparse.output.formats import Layout, write_records
from tradeparse.output.json_text import exact_number, record_to_json
from tradeparse.records import Record

HOSTILE = 'a\x1b[31mb\x00\x85\u2028\u2029\u202e\ufeff\udce9[red]é北"\\'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("63300000", "63300000"),
        ("6.33E+7", "63300000"),
        ("115.2", "115.2"),
        ("115.20", "115.2"),
        ("-66.7", "-66.7"),
        ("160.0", "160"),
        ("-0", "0"),
        ("0.000001", "0.000001"),
        ("1E-7", "0.0000001"),
        ("-0.00", "0"),
        ("1E+5000", "1" + "0" * 5000),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
    ],
)
def test_numbers_are_exact(value: str, text: str) -> None:
    """Whole numbers are integers, others decimals with every digit."""
    assert exact_number(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_numbers_come_back(value: Decimal) -> None:
    """What is written is what is read."""
    assert json.loads(exact_number(value), parse_float=Decimal, parse_int=Decimal) == value


def test_keys_stand_in_the_order_of_the_dataclass() -> None:
    """A script can rely on the order."""
    assert list(json.loads(record_to_json(make_record()))) == [field.name for field in fields(Record)]


def test_a_record_comes_back() -> None:
    """Every field is there, lists and objects too."""
    record = make_record(also=((50, 61), (70, 75)), inferred={"period": "header"}, low=Decimal("57500000.5"))
    read = json.loads(record_to_json(record), parse_float=Decimal)
    assert read["also"] == [[50, 61], [70, 75]]
    assert read["inferred"] == {"period": "header"}
    assert read["rules"] == ["amount"]
    assert read["low"] == Decimal("57500000.5")
    assert read["commodity"] is None
    assert isinstance(read["value"], int)


def test_text_is_exact_and_stays_on_its_line() -> None:
    """Nothing in a text can break a line or reach a terminal, and nothing is lost."""
    written = record_to_json(make_record(title=HOSTILE, source="n\udce9.txt"))
    assert json.loads(written)["title"] == HOSTILE
    assert json.loads(written)["source"] == "n\udce9.txt"
    assert written.splitlines() == [written]
    assert "é北" in written
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in written)
    written.encode()


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back(text: str) -> None:
    """Escapes change how a text is written, never what it says."""
    written = record_to_json(make_record(sentence=text))
    assert json.loads(written)["sentence"] == text
    assert len(written.splitlines()) == 1


@pytest.mark.parametrize("sizes", [(), (0,), (1,), (2, 0, 1), (0, 0), (0, 3)])
def test_an_array_is_valid_however_many_records_there_are(sizes: tuple[int, ...]) -> None:
    """Articles without a figure leave no comma behind."""
    written = "".join(write_records([[make_record()] * size for size in sizes], Layout("json")))
    assert len(json.loads(written)) == sum(sizes)
    assert written.endswith("]\n")
    if not sum(sizes):
        assert written == "[]\n"


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "tsv", "markdown", "table"])
def test_records_leave_before_the_next_article_is_read(name: str) -> None:
    """Memory does not grow with the number of articles."""
    read = 0

    def articles():  # type: ignore[no-untyped-def]
        nonlocal read
        for _ in range(3):
            read += 1
            yield [make_record()]

    written = ""
    for piece in write_records(articles(), Layout(name)):
        written += piece
        if "58" in written:
            break
    assert read == 1


def test_lines_hold_a_record_each() -> None:
    """JSON Lines is one object a line, and nothing for nothing."""
    lines = "".join(write_records([[make_record()] * 2, [], [make_record()]], Layout("jsonl"))).splitlines()
    assert [json.loads(line)["period"] for line in lines] == ["2020-05"] * 3
    assert "".join(write_records([[], []], Layout("jsonl"))) == ""
