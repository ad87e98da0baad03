"""A record as JSON: every key in the order of the dataclass, numbers exact, nothing in it that breaks a line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from tradeparse.output.fields import KEYS
from tradeparse.records import Record

# JSON itself forbids only C0 controls. Terminals also act on DEL, C1 and bidirectional controls, line readers also
# split at NEL, LS and PS, and a lone surrogate (a file name that is not UTF-8) has no UTF-8 form. All stay exact.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def record_to_json(record: Record, keys: Sequence[str] = KEYS) -> str:
    """Write a record, or these fields of it, as a JSON object on one line."""
    return fields_to_json(record, keys)


def fields_to_json(row: object, keys: Sequence[str]) -> str:
    """Write fields of anything as a JSON object on one line."""
    return "{" + ", ".join(f'"{key}": {to_json(getattr(row, key))}' for key in keys) + "}"


def compact_json(value: object) -> str:
    """Write the value of a field as JSON without spaces, as a cell of a CSV file holds it."""
    return _escape(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def exact_number(value: Decimal) -> str:
    """Write a whole number as an integer and any other as its decimal, never in powers of ten."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").removesuffix(".")
    return "0" if text == "-0" else text


def to_json(value: Any) -> str:
    """Write a record, a field of one, or a mapping or list of such on one line."""
    if isinstance(value, Record):
        return record_to_json(value)
    if value is None:
        return "null"
    if isinstance(value, str):
        return _escape(json.dumps(value, ensure_ascii=False))
    if isinstance(value, Decimal):
        return exact_number(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{to_json(key)}: {to_json(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(to_json, value)) + "]"
    return json.dumps(value)


def _escape(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
