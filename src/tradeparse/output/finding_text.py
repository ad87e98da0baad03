"""Findings for people: what is wrong, the figures with their places, and what would make them fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tradeparse.analysis.findings import SEVERITIES, Finding
from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.values import as_decimal, ends_of
from tradeparse.output.amounts import amount_text, figure_text
from tradeparse.output.drawing import drawn
from tradeparse.output.escaping import visible
from tradeparse.records import Record

STYLES = {"impossible": "bold red", "unlikely": "bold yellow", "note": "bold", "open": "dim", "agrees": "green"}
TOLD = {
    "flows-exchanged": "imports and exports exchanged",
    "cumulative-as-month": "a cumulative told as a month",
    "unit-slip": "a slip of the unit",
    "digit-slip": "a slip of a digit",
    "wrong-base": "a change against another base",
    "direction": "a rise told as a fall, or a fall as a rise",
    "yuan-growth": "growth in yuan beside dollars",
    "other-year": "another year's level",
    "goods-above-all": "goods larger than all goods",
    "part-above-whole": "a part larger than its whole",
    "cumulative-shrinks": "a cumulative that shrinks",
    "arithmetic": "figures that do not fit",
    "told-twice": "the same told twice, not alike",
    "conflict": "texts that contradict each other",
    "revision": "as far apart as a revision",
    "other-coverage": "another coverage",
    "implausible": "far from all that has been seen",
    "jump": "a hundred times the month beside it",
    None: "fits",
}


def finding_texts(findings: Iterable[Finding], width: int, *, color: bool) -> Iterator[str]:
    """Write each finding, then how many there are of each severity."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.severity] += 1
        yield drawn(list(_parts(finding)), width, color) + "\n"
    told = [f"{counts[severity]} {severity}" for severity in SEVERITIES if counts[severity]]
    yield drawn([Text(", ".join(told) or "nothing is wrong in what could be checked")], width, color)


def _parts(finding: Finding) -> Iterator[RenderableType]:
    name = "cannot be told" if finding.severity == "open" else TOLD[finding.name]
    yield Text.assemble((finding.severity, STYLES[finding.severity]), f"  {name} ({finding.check})", overflow="fold")
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column(overflow="fold")
    for figure in finding.figures:
        table.add_row(Text(f"  {_subject(figure)}"), Text(figure_text(figure)), Text(_place(figure)))
    yield table
    if finding.severity not in ("agrees", "open"):
        for told in _remedies(finding):
            yield Text(f"  {told}", overflow="fold")


def _remedies(finding: Finding) -> Iterator[str]:
    if finding.expected is not None:
        differs = f"; differs by {_distance(finding)}" if finding.difference else ""
        yield f"expected: {interval_text(finding.expected, finding.figures[0])}{differs}"
    if finding.mended is not None and finding.meant is not None:
        figure = finding.figures[finding.mended]
        yield f"would fit: {_subject(figure)} {interval_text(finding.meant, figure)}"
    if finding.remark is not None:
        yield finding.remark


def _distance(finding: Finding) -> str:
    figure = finding.figures[0]
    size = as_decimal(abs(finding.difference or Fraction(0)))
    if figure.measure == "change" and figure.unit == "percent":
        size = size.quantize(Decimal("0.01"))
        return f"{size.normalize():f} points"
    return amount_text(size, figure.unit)


def _subject(figure: Record) -> str:
    goods = "" if figure.commodity is None else f" of {visible(figure.commodity)}"
    against = f" on {figure.base_period}" if figure.measure == "change" else ""
    return f"{figure.flow} {figure.period}{against}{goods}"


def _place(figure: Record) -> str:
    article = "" if figure.article is None else f" ({visible(figure.article)})"
    return f"{visible(figure.source)}{article}:{figure.line}"


def interval_text(interval: Interval, figure: Record) -> str:
    """Show an interval in a figure's unit: one number where it is as good as one."""
    unit = figure.unit
    low, high = ends_of(interval)
    if low is None or high is None:
        ends = [None if end is None else amount_text(end, unit) for end in (low, high)]
        return "anything" if ends == [None, None] else f"{ends[0]} or more" if ends[0] else f"{ends[1]} or less"
    return amount_text(low, unit) if low == high else f"{amount_text(low, unit)} to {amount_text(high, unit)}"
