"""Periods as written: what the builders of months and of shifts share."""

from __future__ import annotations

from typing import Any

from tradeparse.mentions.matches import Match
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import Token

LENGTHS = {"MONTHW": 1, "YEARW": 12, "QUARTER": 3, "HALF": 6, "HALFYEAR": 6}
"""How many months the noun of "that quarter" names."""


def count_of(token: Token) -> int:
    """The whole number of a number token or of an ordinal; 0 for a part of one."""
    value: Any = token.value
    if isinstance(value, int):
        return value
    number = value.value
    return int(number) if number == int(number) else 0


def year_of(match: Match) -> dict[str, Any]:
    """The year that a pattern's captures give: stated, counted from the anchor or the reference, or open."""
    if match.has("y"):
        return {"year": int(match.first("y").value)}
    if match.has("l"):
        return {"origin": "anchor", "shift": -1}
    if match.has("t"):
        return {"origin": "anchor", "shift": 0}
    if match.has("p", "e"):
        return {"origin": "reference", "shift": -1}
    if match.has("s", "a"):
        return {"origin": "reference", "shift": 0}
    return {}


def build(match: Match, symbol: SymbolicPeriod) -> Token:
    """A token that holds a symbolic period."""
    return match.make("PERIOD", symbol)
