"""What a check says of figures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.levels import interval_of
from tradeparse.records import Record

SCHEMA = "tradeparse.finding/1"

Severity = Literal["impossible", "unlikely", "note", "agrees", "open"]
SEVERITIES: tuple[Severity, ...] = ("impossible", "unlikely", "note", "open", "agrees")
"""The worst first; `open` is what cannot be told."""

Name = Literal[
    "flows-exchanged",
    "cumulative-as-month",
    "unit-slip",
    "digit-slip",
    "wrong-base",
    "direction",
    "yuan-growth",
    "other-year",
    "goods-above-all",
    "part-above-whole",
    "cumulative-shrinks",
    "arithmetic",
    "told-twice",
    "conflict",
    "revision",
    "other-coverage",
    "implausible",
    "jump",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in some figures, the one in question first, and what would make them fit.

    `name` is the error that explains it, `None` where nothing is wrong.
    `expected` is what the others, the check's table or the reference make of the first figure; `meant` is what the
    figure at the place `mended` would have to be. Both are in the unit of that figure.
    """

    severity: Severity
    name: Name | None
    check: str
    figures: tuple[Record, ...]
    expected: Interval | None = None
    mended: int | None = None
    meant: Interval | None = None
    remark: str | None = None

    @property
    def difference(self) -> Fraction | None:
        """How far the figure in question lies above (below: negative) the nearest number that is expected."""
        return None if self.expected is None else interval_of(self.figures[0]).gap(self.expected)
