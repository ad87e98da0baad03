"""What a check finds in texts, and that it names it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from case_tables import read_dated
from tradeparse.analysis.checking import check_records
from tradeparse.analysis.findings import Finding

CASES = tomllib.loads((Path(__file__).parent / "cases" / "checks.toml").read_text(encoding="utf-8"))["case"]


def shown(finding: Finding) -> str:
    """A finding as the table has it."""
    figure = finding.figures[0]
    base = f"<{figure.base_period}" if figure.measure == "change" else ""
    goods = f" {figure.commodity}" if figure.commodity else ""
    check = finding.check.split(":")[0]
    return f"{finding.severity} {finding.name or '-'}: {check}: {figure.flow} {figure.period}{base}{goods}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]).replace(" ", "-"))
def test_findings(case: dict[str, Any]) -> None:
    findings = check_records(read_dated(case["texts"]))
    wanted = list(case["findings"])
    asked = {told.split(" ")[0] for told in wanted} & {"agrees", "open"}
    seen = [one for one in findings if one.severity not in ("agrees", "open") or one.severity in asked]
    assert sorted(map(shown, seen)) == sorted(wanted)
    if "remarks" in case:
        assert [one.remark for one in seen if one.remark] == case["remarks"]
    if "figures" in case:
        assert [one.figures[0].source for one in seen] == case["figures"]
    if "mended" in case:
        assert [mended(one) for one in seen if one.meant is not None] == case["mended"]


def mended(finding: Finding) -> str:
    """The figure that would have to be another, and what it would have to be."""
    assert finding.mended is not None
    assert finding.meant is not None
    figure = finding.figures[finding.mended]
    return f"{figure.flow} {figure.period} {finding.meant.low} {finding.meant.high}"
