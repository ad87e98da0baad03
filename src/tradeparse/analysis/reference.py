"""A series of the user's, from a CSV file, as records that texts are checked against."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from typing import cast, get_args

from tradeparse.analysis.levels import CUSTOMS
from tradeparse.articles import ContentError
from tradeparse.records import SCHEMA, Flow, Period, Record

COLUMNS = ("period", "flow", "value_usd")
SPAN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-01/P([1-9]\d?)M")
PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?(/\d{4}(-(0[1-9]|1[0-2]))?)?")


def read_reference(path: str) -> list[Record]:
    """Read the columns period, flow, value_usd and, where there is one, precision, of which others are let be.

    A period is `2020-05`, `2020`, `2020-01/2020-05` or SDMX's `2020-01-01/P5M`; flows are North Korea's, values in US
    dollars; the precision is what the last digit that counts is worth in dollars, one where it is not told.

    Raises OSError, and ContentError where the file is none.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
            if missing:
                remedy = f"give a CSV file with the columns {', '.join(COLUMNS)}"
                raise ContentError(f"it has no column {', '.join(missing)}", remedy)
            return list(_records(path, rows))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ContentError(f"it is no CSV file in UTF-8 ({error})", "save the series as one") from error


def _records(path: str, rows: csv.DictReader[str]) -> Iterator[Record]:
    for row in rows:
        try:
            yield _record(path, rows.line_num, row)
        except (ValueError, InvalidOperation, TypeError, AttributeError) as error:
            told = error if isinstance(error, ValueError) else "a value is no number"
            raise ContentError(f"line {rows.line_num}: {told}", "mend it or leave it out") from error


def _record(path: str, line: int, row: Mapping[str, str]) -> Record:
    period, flow = read_period(row["period"].strip()), row["flow"].strip()
    if flow not in get_args(Flow):
        raise ValueError(f"{flow!r} is no flow of {', '.join(get_args(Flow))}")
    value, precision = Decimal(row["value_usd"]), Decimal(row.get("precision") or 1)
    if not (value.is_finite() and precision.is_finite() and precision > 0):
        raise ValueError("a value is no number")
    text = ",".join(str(cell) for cell in row.values())
    return Record(
        schema=SCHEMA,
        id=sha256(text.encode()).hexdigest()[:12],
        source=path,
        article=None,
        title=None,
        published=None,
        reporter="PRK",
        partner="CHN",
        flow=cast("Flow", flow),
        measure="value",
        value=value,
        unit="USD",
        qualifier="exact",
        commodity=None,
        period=str(period),
        period_start=period.start.isoformat(),
        period_end=period.end.isoformat(),
        months=period.months,
        period_text=None,
        basis=None,
        base_period=None,
        change_of=None,
        low=value - precision,
        high=value + precision,
        attribution=None,
        coverage=CUSTOMS,
        quote=row["value_usd"],
        sentence=text,
        start=0,
        end=0,
        line=line,
        also=(),
        figure="",
        inferred={},
        rules=("reference",),
    )


def read_period(text: str) -> Period:
    """Read a period as records have it, or a span of months as SDMX has it."""
    span = SPAN.fullmatch(text)
    if span is not None:
        first = Period.month(int(span[1]), int(span[2]))
        return Period(first.first, first.first + int(span[3]) - 1)
    period = Period.parse(text) if PERIOD.fullmatch(text) is not None else None
    if period is None or period.months < 1 or text.startswith("0000"):
        raise ValueError(f"{text!r} is no period such as 2020-05, 2020 or 2020-01-01/P5M")
    return period
