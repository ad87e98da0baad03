"""Findings as JSON: what was found, the figures with their places, and what would make them fit."""

from __future__ import annotations

from typing import Any

from tradeparse.analysis.findings import SCHEMA, Finding
from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.values import as_decimal, ends_of
from tradeparse.output.json_text import to_json

FIELDS = (
    "id", "source", "article", "line", "quote", "flow", "commodity", "measure", "value", "unit", "qualifier", "period",
    "basis", "base_period", "coverage", "low", "high",
)  # fmt: skip
"""Of each figure; the first is the one in question."""


def finding_to_json(finding: Finding) -> str:
    """Write a finding on one line; intervals are pairs whose open ends are `null`."""
    return to_json(
        {
            "schema": SCHEMA,
            "severity": finding.severity,
            "name": finding.name,
            "check": finding.check,
            "expected": _ends(finding.expected),
            "difference": None if finding.difference is None else as_decimal(finding.difference),
            "mended": finding.mended,
            "meant": _ends(finding.meant),
            "remark": finding.remark,
            "figures": [{field: getattr(figure, field) for field in FIELDS} for figure in finding.figures],
        }
    )


def _ends(interval: Interval | None) -> list[Any] | None:
    return None if interval is None else list(ends_of(interval))
