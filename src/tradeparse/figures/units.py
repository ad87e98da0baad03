"""Units: what the note of a table says that its cells count, and what those of some goods count instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tradeparse.mentions.tokens import Token

SIZED = frozenset({"NUMBER", "MONEY", "VOLUME"})
OPEN = frozenset({"CURRENCY", "UNIT", "SHORTUNIT"})
SCALES = frozenset({"SCALE", "SHORTSCALE"})
SCALE_OF_NOTE = "scale-of-note"
THOUSAND = "000"
BEFORE = frozenset({
    "IN", "LPAR", "COMMA", "COLON", "SEMICOLON", "GOODS", "PERIOD", "ANAPHOR", "FLOW", "PARTY", "HYPHEN", "DASH", "AND",
    "PERCENT", "APOS", "CHANGE", "BASIS", "GENERIC", "RPAR",
})  # fmt: skip
"""What may stand before a unit; behind any other word it may be one of thousands or of something else."""


BETWEEN = frozenset({"FLOW", "COMMA", "SEMICOLON", "TO", "FROM", "PARTY"})
"""Goods before these are those of the whole table, not of the unit that follows."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and how many of it one in a cell stands for; `unit` is None where only the scale is told."""

    unit: str | None
    scale: int = 1

    @property
    def is_money(self) -> bool:
        """Whether it counts a currency."""
        return self.unit is not None and self.unit.isupper()


@dataclass(slots=True)
class Units:
    """The unit of a table's cells; `by_goods` holds exceptions, `clear` is false where several are told."""

    general: Measure | None = None
    by_goods: dict[str, Measure] = field(default_factory=dict)
    clear: bool = True

    def of(self, goods: str | None) -> Measure | None:
        """The unit of the cells of some goods."""
        if not self.clear:
            return None
        if goods is None or goods in self.by_goods:
            return self.by_goods.get(goods or "", self.general)
        # "Except for oil" may or may not speak of "soybean oil".
        return None if any(one in goods or goods in one for one in self.by_goods) else self.general

    def read(self, text: str, tokens: list[Token]) -> None:
        """Add what a line says: "In tonnes except for ethanol in cubic metres"."""
        told = list(find_measures(text, tokens))
        for number, (measure, goods) in enumerate(told):
            # "Coal exports in tonnes" speaks of all cells, "coal in tonnes, ethanol in cubic metres" of its own.
            self.take(measure, goods if number or (len(told) > 1 and told[1][1]) else None)
        if len(told) > 1 and told[0][1] is None and any(goods is None for _, goods in told[1:]):
            self.clear = False

    def take(self, measure: Measure | None, goods: str | None) -> None:
        """Add a unit of all cells, or of those of some goods."""
        if measure is None:
            self.clear = False
        elif goods is not None:
            self.by_goods[goods] = measure
        elif self.general is None:
            self.general = measure
        elif self.general != measure:
            self.clear = False


def find_measures(text: str, tokens: list[Token]) -> Iterator[tuple[Measure | None, str | None]]:
    """Each unit of a line with the goods that are named before it."""
    goods: str | None = None
    run: list[Token] = []
    before: Token | None = None
    for token in tokens:
        if is_of_measure(text, token):
            if not run and before is not None and before.kind not in BEFORE:
                yield None, goods
            run.append(token)
            continue
        if run and token.kind != "OF":
            yield measure_of(text, run), goods
            run, goods = [], None
        before = token
        if token.kind in BETWEEN:
            goods = None
        elif token.kind == "GOODS":
            goods = " ".join(text[token.start : token.end].lower().split())
    if run:
        yield measure_of(text, run), goods


def is_of_measure(text: str, token: Token) -> bool:
    """Whether a mention belongs to a unit or its scale."""
    return token.kind in OPEN | SCALES | SIZED or token.id == SCALE_OF_NOTE or text[token.start : token.end] == THOUSAND


def measure_of(text: str, tokens: list[Token]) -> Measure | None:
    """The unit of a run of mentions: "$", "1,000 tonnes", "million of dollars"; None for an amount that is no unit."""
    unit: str | None = None
    scale = 1
    for token in tokens:
        if token.kind in OPEN:
            if unit is not None:
                return None
            unit = str(token.value)
        elif token.kind in SCALES or token.id == SCALE_OF_NOTE:
            scale *= int(token.value)
        elif THOUSAND in text[token.start : token.end] and token.kind not in SIZED:
            scale *= 1000
        else:
            number = token.value.value
            if number == 0 and text[token.start : token.end].startswith(THOUSAND):
                number = 1000
            if str(int(number)).strip("0") != "1" or number != int(number):
                return None
            scale *= int(number)
            unit = unit or token.value.unit or None
    return Measure(unit, scale)
