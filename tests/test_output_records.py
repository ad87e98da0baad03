"""Whose trade records tell of, and which of them are certain."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from conftest import make_change, make_record
from tradeparse.output.perspective import seen_from
from tradeparse.output.strictness import is_certain
from tradeparse.records import Record


@pytest.mark.parametrize(
    ("flow", "seen"), [("imports", "exports"), ("exports", "imports"), ("total", "total"), ("balance", "balance")]
)
def test_one_sides_imports_are_the_others_exports(flow: str, seen: str) -> None:
    """The view exchanges reporter, partner and flow, and twice exchanged is as before."""
    record = make_record(flow=flow, low=Decimal(1), high=Decimal(2))
    turned = seen_from("china", record)
    assert (turned.reporter, turned.partner, turned.flow) == ("CHN", "PRK", seen)
    assert turned.id == record.id
    assert seen_from("north-korea", record) is record


def test_a_balance_turns_with_its_bounds() -> None:
    """North Korea's deficit is China's surplus."""
    record = make_record(flow="balance", value=Decimal(-5), low=Decimal("-5.5"), high=None)
    turned = seen_from("china", record)
    assert (turned.value, turned.low, turned.high) == (5, None, Decimal("5.5"))


def test_a_change_of_a_balance_stays() -> None:
    """It is one of its size."""
    record = make_change("30", flow="balance", low=Decimal("29.5"), high=Decimal("30.5"))
    turned = seen_from("china", record)
    assert (turned.value, turned.low, turned.high) == (30, Decimal("29.5"), Decimal("30.5"))


@pytest.mark.parametrize(
    ("record", "certain"),
    [
        (make_record(), True),
        (make_record(inferred={"period": "published", "flow": "sentence"}), True),
        (make_record(inferred={"period": "earlier-sentence"}), False),
        (make_record(inferred={"flow": "arithmetic"}), False),
        (make_record(period=None), False),
        (make_change("5"), True),
        (make_change("5", "yoy", inferred={"basis": "default-basis"}), False),
        (make_change("5", None), False),
        (make_change("5", "other"), False),
    ],
)
def test_strict_keeps_what_is_closed_and_near(record: Record, certain: Any) -> None:
    """Open fields and what comes from afar, by default or by arithmetic are left out."""
    assert is_certain(record) is certain
