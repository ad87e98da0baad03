"""Claims: a number that says it is a figure, with what it is judged by."""

from __future__ import annotations

from dataclasses import dataclass

from tradeparse.figures.heads import Head
from tradeparse.figures.numbers import Figure
from tradeparse.figures.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """A number, the flow that governs it, the figures accepted before it, and where its clause starts."""

    sentence: Sentence
    figure: Figure
    head: Head | None
    accepted: list[Figure]
    start: int

    @property
    def index(self) -> int:
        """Where the number stands."""
        return self.figure.index

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.figure.quantity.kind == "money"

    @property
    def is_bound(self) -> bool:
        """Whether a hedge makes it a bound."""
        return self.figure.hedge.qualifier in ("over", "under")

    def clause_has(self, *kinds: str) -> bool:
        """Whether its clause has one of the kinds before it."""
        return self.sentence.has(kinds, self.start, self.index)
