"""The JSON Schema and the records agree."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from conftest import make_change, make_record
from tradeparse.output.json_text import record_to_json
from tradeparse.output.schema import record_schema
from tradeparse.records import Basis, Record

VALIDATOR = Draft202012Validator(record_schema())


def test_the_schema_is_valid_and_has_every_field_in_order() -> None:
    """It is made from the dataclass, and nothing is added or left out."""
    Draft202012Validator.check_schema(record_schema())
    names = [field.name for field in fields(Record)]
    assert list(record_schema()["properties"]) == names
    assert record_schema()["required"] == names


@pytest.mark.parametrize("name", [field.name for field in fields(Record)])
def test_null_is_allowed_where_the_dataclass_allows_it(name: str) -> None:
    """And nowhere else."""
    hint = get_type_hints(Record)[name]
    nothing = json.loads(record_to_json(make_record(**{name: None})))
    assert VALIDATOR.is_valid(nothing) == (type(None) in get_args(hint))


@pytest.mark.parametrize(
    "record",
    [
        make_record(),
        make_change("-66.7", "yoy"),
        make_record(period="2020-01/2020-05", low=Decimal("0.5"), also=((1, 2), (3, 4)), inferred={"flow": "sentence"}),
        make_record(period="2016/2018", published="2019", commodity="coal"),
    ],
)
def test_records_keep_to_the_schema(record: Record) -> None:
    """What is printed is what the schema says."""
    VALIDATOR.validate(json.loads(record_to_json(record)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("flow", "import"),
        ("basis", "year"),
        ("period", "2020-5"),
        ("period", "May 2020"),
        ("published", "2020-06-24T00:00"),
        ("id", "xyz"),
        ("value", "12"),
        ("start", -1),
        ("also", [[1]]),
        ("also", [[1, 2, 3]]),
        ("rules", "amount"),
        ("inferred", {"period": 1}),
        ("colour", "red"),
    ],
)
def test_other_things_do_not(name: str, value: Any) -> None:
    """A key or value that no record has is refused."""
    assert not VALIDATOR.is_valid({**json.loads(record_to_json(make_record())), name: value})


def test_an_enumeration_with_null_lists_it() -> None:
    """JSON Schema needs it in both places."""
    assert record_schema()["properties"]["basis"]["enum"] == [*get_args(Basis), None]
