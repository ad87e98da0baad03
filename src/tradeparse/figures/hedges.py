"""Hedges: the words right beside a number that say how exact it is."""

from __future__ import annotations

from dataclasses import dataclass

from tradeparse.mentions.tokens import Token
from tradeparse.records import Qualifier


@dataclass(frozen=True, slots=True)
class Hedge:
    """How exact a number is told to be, and the words that say so."""

    qualifier: Qualifier = "exact"
    words: str | None = None


PLAIN = Hedge()
"""No hedge at all."""


def find_hedge(tokens: list[Token], index: int) -> Hedge:
    """The hedge of a number; "more than the 7 million tons" compares and is none."""
    at = index - 1
    while at >= 0 and tokens[at].kind == "NOHEDGE":
        at -= 1
    before = tokens[at - 1] if at > 0 else None
    if at >= 0 and tokens[at].value == "indefinite" and before is not None and before.kind == "HEDGE":
        return hedge_of(before)
    if at >= 0 and tokens[at].kind == "HEDGE":
        doubled = before is not None and before.kind == "HEDGE" and tokens[at].value == "about"
        if doubled and before is not None and before.value != "about":
            return hedge_of(before)
        return hedge_of(tokens[at])
    if at >= 0 and tokens[at].kind in ("OVERHEDGE", "UPTO"):
        return hedge_of(tokens[at])
    if index + 1 < len(tokens) and tokens[index + 1].kind == "AFTERHEDGE":
        return hedge_of(tokens[index + 1])
    return PLAIN


def hedge_of(token: Token) -> Hedge:
    """The hedge that a token is."""
    return Hedge(token.value, token.low)


def turned(hedge: Hedge) -> Hedge:
    """The hedge of the change to a part: less than half of a level is a fall of more than half."""
    other: dict[Qualifier, Qualifier] = {"over": "under", "under": "over"}
    return Hedge(other.get(hedge.qualifier, hedge.qualifier), hedge.words)
