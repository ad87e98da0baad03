"""Quantities: numbers with the unit that they count."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tradeparse.mentions.matches import Builder, Match
from tradeparse.mentions.tokens import Token

QuantityKind = Literal["money", "volume", "percent", "multiple", "fraction", "number", "range"]
SHARING: dict[str, QuantityKind] = {"PCT": "percent", "VOLUME": "volume", "MONEY": "money"}
"""The kinds of token whose unit may hold for the numbers joined to them."""
ROW_JOINTS = ("COMMA", "AND", "OR")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated: its value in whole units, its unit, and what one of its last printed digit is worth.

    A `multiple` holds the change in percent that the words state, a `fraction` the part that they name; `level` says
    that the words set either against another level ("half of those in", "three times the amount").
    """

    kind: QuantityKind
    value: Decimal
    unit: str
    digit: Decimal
    level: bool = False


def number_of(token: Token) -> Quantity:
    """The quantity of a number token."""
    quantity = token.value
    assert isinstance(quantity, Quantity)
    return quantity


def is_scaled(token: Token) -> bool:
    """Whether a number is told with a scale word: "5 million"."""
    return any(part.kind in ("SCALE", "SHORTSCALE") or is_scaled(part) for part in token.parts)


def build_money(match: Match) -> Token:
    """An amount of money."""
    number = number_of(match.first("n"))
    return match.make("MONEY", Quantity("money", number.value, match.first("c").value, number.digit))


def build_percent(match: Match) -> Token:
    """A percentage."""
    number = number_of(match.first("n"))
    return match.make("PCT", Quantity("percent", number.value, "percent", number.digit))


def build_volume(match: Match) -> Token:
    """A physical volume."""
    number = number_of(match.first("n"))
    return match.make("VOLUME", Quantity("volume", number.value, match.first("u").value, number.digit))


def build_rejected(match: Match) -> Token:
    """A range ("$5-17 million") or percentage points: numbers that state no figure."""
    return match.make("REJECTED", Quantity("range", Decimal(0), "", Decimal(0)))


def share_units(tokens: list[Token]) -> list[Token]:
    """Numbers joined to one with a unit take it: "8.8 and 4.5 percent", "17, 12 and 9 tons"."""
    result = list(tokens)
    for index in range(len(result) - 1, 1, -1):
        token = result[index]
        if token.kind not in SHARING:
            continue
        joint = index - 1
        while joint > 0 and result[joint].kind in ROW_JOINTS:
            if result[joint - 1].kind == "COMMA" and joint > 1:
                joint -= 1
            before = result[joint - 1]
            if before.kind != "NUMBER" or before.value.unit or not lends_unit(token):
                break
            quantity = Quantity(SHARING[token.kind], before.value.value, token.value.unit, before.value.digit)
            result[joint - 1] = Token(token.kind, quantity, before.start, before.end, parts=before.parts)
            joint -= 2
    return result


def lends_unit(token: Token) -> bool:
    """Whether the unit stands behind its number; a sign before it belongs to that number alone."""
    return token.kind != "MONEY" or not token.parts or token.parts[-1].kind == "CURRENCY"


def build_upper_hedge(match: Match) -> Token:
    """As much as: the most that a number may be."""
    made = match.make("HEDGE", "under")
    made.low = " ".join(token.low for token in match.tokens)
    return made


BUILDERS: dict[str, Builder] = {
    "upper-hedge": build_upper_hedge,
    "money": build_money,
    "percent": build_percent,
    "volume": build_volume,
    "points": build_rejected,
    "range": build_rejected,
}
