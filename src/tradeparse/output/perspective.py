"""Whose trade the records tell of: what North Korea imports, China exports."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from tradeparse.records import Flow, Record

Side = Literal["china", "north-korea"]
SIDES: tuple[Side, ...] = ("north-korea", "china")

_SEEN_FROM_CHINA: dict[Flow, Flow] = {
    "imports": "exports",
    "exports": "imports",
    "total": "total",
    "balance": "balance",
}


def seen_from(side: Side, record: Record) -> Record:
    """Tell a record, which is North Korea's, as that side's; the figure, and with it the id, stays the same."""
    if side == "north-korea":
        return record
    seen = replace(record, reporter=record.partner, partner=record.reporter, flow=_SEEN_FROM_CHINA[record.flow])
    if record.flow == "balance" and record.measure == "value":
        return replace(seen, value=-record.value, low=_negative(record.high), high=_negative(record.low))
    return seen  # a change of a balance is one of its size, which has no side


def _negative(bound: Decimal | None) -> Decimal | None:
    return None if bound is None else -bound
