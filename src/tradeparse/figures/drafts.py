"""Figures on their way to records: every slot, with the step that filled it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from tradeparse.figures.hedges import Hedge
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period, Span


@dataclass(slots=True)
class Draft:
    """One figure: what it counts, when, against what; where its words stand."""

    flow: str
    goods: str | None
    measure: str
    value: Decimal
    unit: str
    hedge: Hedge
    digit: Decimal
    span: Span
    sentence: Span
    frame: int
    period: Period | None = None
    period_text: str | None = None
    symbol: SymbolicPeriod | None = None
    basis: str | None = None
    base: Period | None = None
    base_symbol: SymbolicPeriod | None = None
    reference: Period | None = None
    compared: bool = False
    kind: str = "money"
    spans: list[Span] = field(default_factory=list)
    inferred: dict[str, str] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    explicit_year: bool = False
    title: bool = False
    is_base: bool = False
    aside: bool = False
    of_goods: bool = False
    change_of: str | None = None
    attribution: str | None = None
    coverage: str | None = None
