"""Figures as people read them: short where that loses nothing, with the hedge on the size."""

from __future__ import annotations

from decimal import Decimal

from tradeparse.output.json_text import exact_number
from tradeparse.records import Qualifier, Record

HEDGES: dict[Qualifier, str] = {"exact": "", "about": "≈", "over": ">", "under": "<"}

_SCALES = ((12, "tn"), (9, "bn"), (6, "m"))
_MOST_DECIMALS = 3
_BEFORE = {"USD": "$", "EUR": "€", "GBP": "£"}
_AFTER = {
    "percent": "%",
    "CNY": " yuan",
    "KRW": " won",
    "JPY": " yen",
    "tonne": " t",
    "kilogram": " kg",
    "barrel": " barrels",
    "cubic metre": " m³",
}


def figure_text(record: Record) -> str:
    """Show a record's figure: `>$58m`, `↓77%`, `deficit ≈$1.2bn`."""
    return _with_direction(record, _size(abs(record.value), record.unit))


def amount_text(value: Decimal, unit: str) -> str:
    """Show a number of a unit, with its sign: `$58.5m`, `-$1.2bn`, `12.5%`."""
    return ("-" if value < 0 else "") + _size(abs(value), unit)


def number_text(record: Record) -> str:
    """Show the number in full, beside a column for its unit: `>58,000,000`, `↓77`."""
    return _with_direction(record, _grouped(abs(record.value)))


def _with_direction(record: Record, size: str) -> str:
    # A hedge speaks of the size: ">-90%" would say that a fall of over 90 percent is one of less.
    hedged = HEDGES[record.qualifier] + size
    if record.value == 0:
        return hedged
    falls = record.value < 0
    if record.measure == "change":
        return ("↓" if falls else "↑") + hedged
    if record.flow == "balance":
        return ("deficit " if falls else "surplus ") + hedged
    return ("-" if falls else "") + hedged


def _size(size: Decimal, unit: str) -> str:
    number = _grouped(size) if unit == "percent" else _shortened(size)
    return _BEFORE.get(unit, "") + number + ("" if unit in _BEFORE else _AFTER.get(unit, f" {unit}"))


def _shortened(size: Decimal) -> str:
    for power, name in _SCALES:
        scaled = size.scaleb(-power).normalize()
        if scaled >= 1 and -int(scaled.as_tuple().exponent) <= _MOST_DECIMALS:
            return _grouped(scaled) + name
    return _grouped(size)


def _grouped(size: Decimal) -> str:
    whole, point, decimals = exact_number(size).partition(".")
    return f"{int(whole):,}{point}{decimals}"
