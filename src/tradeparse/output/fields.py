"""The fields of a record, and which of them are written in which order."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches

from tradeparse.records import Record


def keys_of(row: type) -> tuple[str, ...]:
    """The fields of a dataclass, in its order."""
    return tuple(field.name for field in fields(row))


KEYS = keys_of(Record)


class FieldError(ValueError):
    """A list of fields that names one that is not there, none at all, or one twice."""


def choose_fields(listed: str) -> tuple[str, ...]:
    """Take the fields that a list parted by commas names, in its order."""
    chosen = tuple(name.strip() for name in listed.split(","))
    for at, name in enumerate(chosen):
        if name not in KEYS:
            raise FieldError(f"{name!r} is no field of a record; {_remedy(name)}")
        if name in chosen[:at]:
            raise FieldError(f"{name!r} is named twice; leave one out")
    return chosen


def _remedy(name: str) -> str:
    if not name:
        return "give names parted by commas, as in period,flow,value"
    near = get_close_matches(name.lower(), KEYS, n=1)
    return f"did you mean {near[0]!r}?" if near else f"the fields are {', '.join(KEYS)}"
