"""A field of a record as the cell of a table made of text."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tradeparse.output.json_text import compact_json, exact_number


def cell_text(value: object, guard: Callable[[str], str]) -> str:
    """Write nothing for `null`, numbers exact, lists and objects as compact JSON; `guard` makes text harmless."""
    match value:
        case None:
            return ""
        case str():
            return guard(value)
        case Decimal():
            return exact_number(value)
        case _:
            return compact_json(value)
