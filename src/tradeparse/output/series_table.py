"""A series for people: a heading for each coverage, goods and unit, a line for each period and flow, with a bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from tradeparse.analysis.series import Row
from tradeparse.output.amounts import amount_text
from tradeparse.output.drawing import drawn
from tradeparse.output.escaping import visible

EIGHTHS = " ▏▎▍▌▋▊▉█"
LONGEST = 24
INDENT = 4
BESIDE_BAR = 52
"""What the other columns take of the width."""


def series_tables(rows: Sequence[Row], width: int, *, color: bool, why: bool) -> Iterator[str]:
    """Write a table for each coverage, goods and unit."""
    before = ""
    for (coverage, commodity, unit), group in groupby(rows, key=lambda row: (row.coverage, row.commodity, row.unit)):
        told = list(group)
        side = "North Korea's flows" if told[0].reporter == "PRK" else "China's flows"
        heading = Text(f"{coverage}  {visible(commodity or 'all goods')}  {unit}  {side}", style="bold")
        yield before + drawn([heading, *_lines(told, width, why)], width, color)
        before = "\n"


def _lines(rows: Sequence[Row], width: int, why: bool) -> Iterator[RenderableType]:
    values = [amount_text(row.value, row.unit) for row in rows]
    longest = max(4, min(LONGEST, width - BESIDE_BAR))
    widths = [max(map(len, ("period", *(row.period for row in rows)))), 8, max(map(len, ("value", *values)))]
    most = max(abs(row.value) for row in rows)
    yield Text(
        f"{'period':{widths[0]}}  {'flow':{widths[1]}}  {'value':>{widths[2]}}  {'':{longest}}  sources", style="bold"
    )
    shown = None
    for row, value in zip(rows, values, strict=True):
        period = "" if row.period == shown else row.period
        shown = row.period
        cells = f"{period:{widths[0]}}  {row.flow:{widths[1]}}  {value:>{widths[2]}}  "
        yield Text(f"{cells}{bar(row.value, most, longest):{longest}}  {row.sources:>7}  {_remark(row)}")
        if why:
            for line in (row.chosen, *row.chain, *(f"but {told}" for told in row.disagrees)):
                yield Padding(Text(visible(line), style="dim", overflow="fold"), (0, 0, 0, INDENT))


def _remark(row: Row) -> str:
    marks = ["implied"] if row.implied else []
    if row.disagrees:
        marks.append(f"{len(row.disagrees)} disagree{'s' * (len(row.disagrees) == 1)}")
    return ", ".join(marks)


def bar(value: Decimal, most: Decimal, longest: int) -> str:
    """Draw a value as a bar in eighths of a character, the highest of the table as long as may be."""
    if not most:
        return ""
    eighths = int(abs(value) / most * longest * 8 + Decimal("0.5"))
    return EIGHTHS[-1] * (eighths // 8) + (EIGHTHS[eighths % 8] if eighths % 8 else "")
