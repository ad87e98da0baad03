"""The JSON Schema of a record, made from the dataclass."""

from __future__ import annotations

import json
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from tradeparse.records import SCHEMA, Record

_PERIOD = "^[0-9]{4}(-(0[1-9]|1[0-2]))?(/[0-9]{4}(-(0[1-9]|1[0-2]))?)?$"
_DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_DAY_OR_PART = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

_MEANINGS: dict[str, str] = {
    "schema": "The form of this record.",
    "id": "The same text gives the same id: from the article's text, the offset and the key fields.",
    "source": "The path as given; - for standard input.",
    "article": "The article's id in a file of many; null for a file of one.",
    "title": "The headline; null if none was found.",
    "published": "The day of publication as far as it is known; null if the text does not give it.",
    "reporter": "Whose flow it is, ISO 3166-1 alpha-3.",
    "partner": "With whom, ISO 3166-1 alpha-3.",
    "flow": "As the reporter sees it; balance is exports less imports.",
    "measure": "An amount in the period, or how it moved against another.",
    "value": "In whole units, exact; a fall or a deficit is negative. A change of a balance is one of its size.",
    "unit": "ISO 4217, percent, tonne, barrel, kilogram, cubic metre …",
    "qualifier": "The hedge on the number: about, over, under, or exact for none.",
    "commodity": "The goods in the text's words; null for all goods.",
    "period": "YYYY-MM, YYYY, YYYY-MM/YYYY-MM or YYYY/YYYY, both ends in; null where the text leaves it open.",
    "period_start": "The period's first day; null where the period is open.",
    "period_end": "The period's last day; null where the period is open.",
    "months": "The period's length; null where the period is open.",
    "period_text": "The words that give the period; null where there are none.",
    "basis": "What a change is against: the same period a year earlier, the month or quarter before, or another;"
    " null for a value, or where the text leaves it open.",
    "base_period": "The period that a change is against; null for a value, or where the text leaves it open.",
    "change_of": "What a percentage counts; null for a value, or where the text leaves it open.",
    "low": "The least that the words allow; null for no bound.",
    "high": "The most that the words allow; null for no bound.",
    "attribution": "Who states it, in the text's words; null where its sentence names nobody.",
    "coverage": "Whose statistics it is: customs, kita, kotra, itc …; null where not stated.",
    "quote": "The number with its own unit, as it stands in the text.",
    "sentence": "The sentence around it.",
    "start": "Where the quote starts, in code points of the article's text.",
    "end": "Where it ends: text[start:end] is the quote.",
    "line": "The line of the text it starts on, from 1.",
    "also": "Where else the article states the same figure.",
    "figure": "The same for a value, its change, its base and its other currency.",
    "inferred": "Fields not stated in the figure's own clause, and where each came from.",
    "rules": "The rules that made the record.",
}

_LIMITS: dict[str, dict[str, Any]] = {
    "schema": {"const": SCHEMA},
    "id": {"pattern": "^[0-9a-f]{12}$"},
    "published": {"pattern": _DAY_OR_PART},
    "reporter": {"pattern": "^[A-Z]{3}$"},
    "partner": {"pattern": "^[A-Z]{3}$"},
    "period": {"pattern": _PERIOD},
    "period_start": {"pattern": _DAY},
    "period_end": {"pattern": _DAY},
    "base_period": {"pattern": _PERIOD},
    "months": {"minimum": 1},
    "quote": {"minLength": 1},
    "start": {"minimum": 0},
    "end": {"minimum": 1},
    "line": {"minimum": 1},
}


def record_schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of a record."""
    properties = {
        key: {"description": _MEANINGS[key], **_type_schema(hint), **_LIMITS.get(key, {})}
        for key, hint in get_type_hints(Record).items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "A figure on trade between China and North Korea that a news text states.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schema_text() -> str:
    """Write the schema as indented JSON."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2)


def _type_schema(hint: Any) -> dict[str, Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (kind,) = (argument for argument in arguments if argument is not NoneType)
        return _or_null(_type_schema(kind))
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type_schema(arguments[1])}
    if origin is tuple:
        if arguments[1] is Ellipsis:
            return {"type": "array", "items": _type_schema(arguments[0])}
        return {
            "type": "array",
            "prefixItems": list(map(_type_schema, arguments)),
            "items": False,
            "minItems": len(arguments),
        }
    return {"type": {str: "string", int: "integer", Decimal: "number"}[hint]}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    nullable = {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        nullable["enum"] = [*schema["enum"], None]
    return nullable
