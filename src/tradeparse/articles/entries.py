"""What a JSON object says of an article: its text, title, day and id."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tradeparse.articles.faults import ContentError
from tradeparse.articles.model import DateCandidate
from tradeparse.articles.options import DATE_KEYS, ID_KEYS, TEXT_KEYS, TITLE_KEYS, InputOptions
from tradeparse.articles.publication import read_day

NAMES = {list: "an array", str: "a string", bool: "a truth value", int: "a number", float: "a number"}


@dataclass(frozen=True, slots=True)
class Told:
    """An article as its object tells it."""

    text: str
    title: str | None
    id: str | None
    day: DateCandidate | None


def read_entry(text: str, options: InputOptions) -> Told:
    """Read the object of an article."""
    entry = _read_object(text)
    title = next((value.strip() for value in _values(entry, options.title_key, TITLE_KEYS) if _is_text(value)), None)
    days = (read_day(value) for value in _values(entry, options.date_key, DATE_KEYS))
    return Told(_read_text(entry, options), title, _read_id(entry, options), next(filter(None, days), None))


def _read_object(text: str) -> dict[str, Any]:
    try:
        entry = json.loads(text)
    except json.JSONDecodeError as error:
        raise ContentError(
            f"it is no JSON ({error.msg}, character {error.pos + 1})", "mend it or leave it out"
        ) from error
    except (ValueError, RecursionError) as error:
        raise ContentError(
            "it is JSON that nobody writes: too deep, or with a number too long", "leave it out"
        ) from error
    if not isinstance(entry, dict):
        kind = NAMES.get(type(entry), "null")
        raise ContentError(f"it is {kind}, not the object of an article", 'give objects such as {"text": "…"}')
    return entry


def _read_text(entry: dict[str, Any], options: InputOptions) -> str:
    found = next(filter(_is_text, _values(entry, options.text_key, TEXT_KEYS)), None)
    if found is not None:
        return str(found)
    keys = (options.text_key,) if options.text_key is not None else TEXT_KEYS
    named = next((key for key in keys if key in entry), None)
    if named is None:
        told = ", ".join(keys)
        raise ContentError(f"it has no text under {told}", "name the key of its text with --text-key")
    if isinstance(entry[named], str) or entry[named] is None:
        raise ContentError(f"it has an empty text under {named}", "leave it out, or name another key with --text-key")
    raise ContentError(f"it has no text but other data under {named}", "name the key of its text with --text-key")


def _read_id(entry: dict[str, Any], options: InputOptions) -> str | None:
    for value in _values(entry, options.id_key, ID_KEYS):
        if _is_text(value) or (isinstance(value, int) and not isinstance(value, bool)):
            return str(value)
    return None


def _values(entry: dict[str, Any], named: str | None, keys: Sequence[str]) -> list[Any]:
    return [entry[key] for key in ((named,) if named is not None else keys) if key in entry]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != "" and not value.isspace()
