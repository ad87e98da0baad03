"""Flow heads: the nouns and verbs that say what crosses the border, with who sends and who receives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tradeparse.figures.goods import Phrase
from tradeparse.figures.sentences import Sentence

HeadKind = Literal["imports", "exports", "total", "deficit", "surplus", "gap", "moved", "anaphor"]

BALANCES = frozenset({"deficit", "surplus", "gap"})
TWO_WAY = BALANCES | {"total"}
"""Flows that have two sides instead of a sender and a receiver."""


@dataclass(slots=True)
class Head:
    """One flow as its words give it; `first` to `last` are the tokens of its noun phrase."""

    index: int
    kind: HeadKind
    first: int
    last: int
    verb: bool = False
    passive: bool = False
    owner: str | None = None
    sender: str | None = None
    receiver: str | None = None
    parties: list[str] = field(default_factory=list)
    goods: Phrase | None = None
    world: bool = False
    own_period: int | None = None
    clause: int = 0
    share: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether a flow noun stands alone, with nobody and nothing named."""
        alone = self.first == self.index == self.last
        return alone and not (self.verb or self.owner is not None or self.sender or self.receiver)

    @property
    def has_pair(self) -> bool:
        """Whether both sides of a two-way flow are named."""
        return "PAIR" in self.parties or len(set(self.parties)) > 1


def take_origin(sentence: Sentence, head: Head, first: int) -> None:
    """Note the side whose goods they are: "Chinese smartphones"."""
    if head.sender is None and sentence.kind(first - 1) == "PARTYADJ":
        head.sender = str(sentence.tokens[first - 1].value)
