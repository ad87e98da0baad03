"""Labels: what stands at the head of a table's row."""

from __future__ import annotations

from tradeparse.figures.columns import GOODS, MARKS, UNITS
from tradeparse.mentions.tokens import Token

IN_NAMES = GOODS | UNITS | MARKS | {"AND", "COMMA", "GENERIC", "OF", "WORD", "HYPHEN", "SLASH"}
"""What the name of goods may be made of."""
IN_TOTALS = UNITS | MARKS | {"FLOWADJ", "LEVEL", "DOT"}
TOTAL = ("total", "totals")


def name_goods(text: str, tokens: list[Token]) -> str | None:
    """The goods of a row in its own words, a unit in brackets left out; None where the row tells of more."""
    if not all(token.kind in IN_NAMES for token in tokens):
        return None
    end = next((at for at, token in enumerate(tokens) if token.kind == "LPAR"), len(tokens))
    named = tokens[:end] or tokens
    return " ".join(text[named[0].start : named[-1].end].lower().split()).rstrip(" ,-")


def is_total(tokens: list[Token]) -> bool:
    """Whether a row is the total of those above it."""
    return any(token.id in TOTAL for token in tokens) and all(token.kind in IN_TOTALS for token in tokens)
