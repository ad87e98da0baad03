"""Numbers in their sentence: each with its role, and with the words and numbers that it is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tradeparse.figures.hedges import PLAIN, Hedge
from tradeparse.figures.sentences import Sentence
from tradeparse.mentions.quantities import Quantity

Role = Literal["level", "change", "base", "rejected"]
COMPARATORS = frozenset({"FROM", "THAN", "COMPARED"})
"""What sets a number or a period against what is told."""


@dataclass(slots=True)
class Figure:
    """A number in its sentence, with the slots that linking fills."""

    index: int
    quantity: Quantity
    role: Role
    rule: str
    value: Decimal = Decimal(0)
    unit: str = ""
    hedge: Hedge = PLAIN
    sign: int = 0
    own_period: int | None = None
    inherits: bool = False
    joined: bool = False

    def tell_change(self, sign: int, rule: str) -> None:
        """Make it a change in a direction."""
        self.role, self.rule, self.sign = "change", rule, sign
        self.value = self.quantity.value * sign

    def tell_base(self, rule: str) -> None:
        """Make it what another number is set against."""
        self.role, self.rule = "base", rule


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a number stands.

    `left` is the place of the word that governs it, of the kind `kind`; `compares` says that a hedge before it sets
    another number against it ("more than the 7 million tons of May").
    """

    sentence: Sentence
    index: int
    left: int
    kind: str
    compares: bool
    before: list[Figure]

    @property
    def following(self) -> str:
        """The kind of the word right after the number."""
        return self.sentence.kind(self.index + 1)

    @property
    def previous(self) -> Figure | None:
        """The number before it."""
        return self.before[-1] if self.before else None

    def last_change(self) -> Figure | None:
        """The last change before it."""
        return next((figure for figure in reversed(self.before) if figure.role == "change"), None)
