"""Headings: what the heads, the label, the block and the note of a table say of its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tradeparse.figures.columns import SIZE_WORD, SIZES
from tradeparse.figures.completion import SHIFTS
from tradeparse.figures.context import Context
from tradeparse.figures.drafts import Draft
from tradeparse.figures.flows import resolve_flow
from tradeparse.figures.frames import Frame
from tradeparse.figures.heads import Head
from tradeparse.figures.origins import DEFAULT_BASIS, FRAME
from tradeparse.figures.phrases import find_heads
from tradeparse.figures.resolution import basis_of
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.units import SCALE_OF_NOTE, Measure
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import Token
from tradeparse.records import Period

LABELS_OF_TOTALS = ("total", "totals")
"""Ids of words that label the row of two-way trade."""
SMALLEST_SCALE = 1000
AS_PRINTED = 0
"""The sign of balances that a heading names without whose: they have that which is printed."""


@dataclass(slots=True)
class Headings:
    """What a heading, or several of one cell, say."""

    flow: str | None = None
    sign: int = 1
    goods: str | None = None
    symbols: list[SymbolicPeriod] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    unit: str | None = None
    scale: int = 1
    change: bool = False
    money: bool = False
    volume: bool = False
    basis: str | None = None
    foreign: bool = False
    strange: bool = False
    owner: str | None = None
    against: list[SymbolicPeriod] = field(default_factory=list)
    flow_from: str | None = None

    def read(self, text: str, tokens: list[Token], context: Context) -> None:
        """Add the flow, goods, periods, unit and kind of figure that a heading names."""
        heads = find_heads(Sentence.of(tokens))
        if heads and self.flow is None:
            self.take_flow(text, tokens, heads[0], context)
        for at, token in enumerate(tokens):
            if token.kind in ("PERCENT", "DIR", "BASIS", "CHANGE"):
                # A verb of change in a long heading tells of the table, not of the kind of figure.
                self.change = self.change or token.kind != "DIR" or len(tokens) < 4
            self.money = self.money or token.id == SIZE_WORD
            self.volume = self.volume or token.kind in SIZES
            if token.kind == "BASIS":
                self.basis = str(token.value)
            elif token.kind == "PERIOD" and at and tokens[at - 1].kind == "COMPARED":
                self.against.append(token.value)
                self.change = True
            elif token.kind == "PERIOD":
                self.symbols.append(token.value)
                self.words.append(text[token.start : token.end])
            elif token.kind == "OTHER":
                self.foreign = True
            elif not heads and token.kind == "GOODS" and self.goods is None:
                self.goods = text[token.start : token.end].lower()
            elif not heads and token.id in LABELS_OF_TOTALS and self.flow is None:
                self.flow = "total"
            elif not heads and token.kind == "BALANCE" and self.flow is None:
                self.flow, self.sign = "balance", AS_PRINTED
            else:
                self.take_unit(token)

    def take_flow(self, text: str, tokens: list[Token], head: Head, context: Context) -> None:
        """Add the flow and goods of a heading's first flow."""
        frame = Frame(head)
        resolve_flow(frame, Sentence.of(tokens), replace(context))
        self.flow, self.sign, self.flow_from = frame.flow, frame.sign, frame.flow_from
        self.foreign = frame.flow is None and frame.reason == "other-partner"
        self.strange = frame.flow is None and not self.foreign
        self.owner = head.owner
        if head.goods is not None:
            first, last = head.goods
            self.goods = text[tokens[first].start : tokens[last].end].lower()

    def take_unit(self, token: Token) -> None:
        """Add a currency, a physical unit, or the scale of "in $1,000", "million"."""
        if token.kind in ("CURRENCY", "UNIT", "SHORTUNIT"):
            self.unit = self.unit or str(token.value)
        elif token.kind in ("SCALE", "SHORTSCALE") or token.id == SCALE_OF_NOTE:
            self.scale = int(token.value)
        elif token.kind in ("NUMBER", "MONEY") and token.value.value >= SMALLEST_SCALE:
            self.scale = int(token.value.value)

    def fits(self, measure: Measure) -> bool:
        """Whether a unit is of the kind that the words "value" or "volume" of a heading ask for."""
        return not (self.money and not measure.is_money) and not (self.volume and measure.is_money)


def flow_by_partner(sentences: Iterable[list[Token]], context: Context) -> str | None:
    """The flow of a table by partner, whose note names one side and whose rows the other; notes the side."""
    heads = [head for tokens in sentences for head in find_heads(Sentence.of(tokens))]
    sides = {head.owner for head in heads if head.owner in ("CHN", "PRK")}
    if len(sides) != 1:
        return None
    context.side = sides.pop()
    kind = heads[0].kind
    if kind == "total" or (kind in ("imports", "exports") and context.side == "PRK"):
        return kind
    return {"imports": "exports", "exports": "imports"}.get(kind)


def names_partner(tokens: list[Token], side: str | None) -> bool:
    """Whether a row's label is the other side of a table by partner."""
    partners = any(token.kind == "PARTY" and token.value != side for token in tokens)
    return partners and not any(token.kind == "OTHER" for token in tokens)


def set_basis(draft: Draft, period: Period, basis: str | None) -> None:
    """Give a change in a table its basis, on the year where its headings say none, and its base."""
    if basis is None:
        draft.inferred["basis"] = DEFAULT_BASIS
    draft.basis = basis or "yoy"
    draft.base = period.shift(SHIFTS[draft.basis])
    if draft.basis == "yoy":
        draft.basis = basis_of(period, draft.base)


def count_changes(told: Sequence[tuple[Draft, Headings]]) -> None:
    """Let each percentage count what the amounts of its flow and goods do, where they are all of one unit.

    The figures are those of a row, or of all rows, each with the head of its column.
    """
    units: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for draft, _ in told:
        if draft.measure == "value":
            units[draft.flow, draft.goods].add(draft.unit)
    for draft, column in told:
        counted = units[draft.flow, draft.goods]
        if draft.measure == "change" and draft.change_of is None and len(counted) == 1:
            [unit] = counted
            if column.fits(Measure(unit)):
                draft.change_of = unit
                draft.inferred["change_of"] = FRAME
