"""The best value of each period and flow, and what follows from others."""

from __future__ import annotations

import time
import tomllib
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from case_tables import read_dated
from conftest import make_change, make_record
from tradeparse.analysis.checking import check_records
from tradeparse.analysis.series import Row, Selection, build_series
from tradeparse.records import Period, Record

CASES = tomllib.loads((Path(__file__).parent / "cases" / "series.toml").read_text(encoding="utf-8"))["case"]


def shown(row: Row) -> str:
    """A row as the table has it."""
    low, high = ("-" if end is None else f"{end:f}" for end in (row.low, row.high))
    marks = (" implied" if row.implied else "") + (f" ≠{len(row.disagrees)}" if row.disagrees else "")
    goods = row.commodity or "-"
    return f"{row.coverage} {row.period} {row.flow} {goods} {row.unit} {row.value:f} {low}..{high} {row.sources}{marks}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]).replace(" ", "-"))
def test_rows(case: dict[str, Any]) -> None:
    bounds = {name: Period.parse(case[name]) for name in ("since", "until") if name in case}
    lists = {name: tuple(case[name]) for name in ("flows", "commodities", "coverages") if name in case}
    plain = {name: case[name] for name in ("step", "stated_only") if name in case}
    rows = build_series(read_dated(case["texts"]), Selection(**plain, **lists, **bounds))
    assert list(map(shown, rows)) == case["rows"]
    if "chosen" in case:
        assert [row.chosen for row in rows] == case["chosen"]
    for row in rows:
        assert row.implied == bool(row.chain) == (row.id is None)


def test_chains_tell_each_step() -> None:
    """With the file and line of each figure that they take."""
    case = next(case for case in CASES if case["name"].startswith("three steps"))
    chain = next(row.chain for row in build_series(read_dated(case["texts"])) if row.flow == "total")
    taken = "imports 2020-01/2020-05 296,400,000 a:1, imports 2020-01/2020-04 237,800,000 a:1"
    assert list(chain) == [
        f"imports 2020-05 = 2020-01/2020-05 − 2020-01/2020-04: {taken}",
        "imports 2020-04 = 2020-05 before its change: imports 2020-05 58,600,000 implied, “168.4 percent” a:1",
        "total 2020-04 = exports + imports: exports 2020-04 2,200,000 a:1, imports 2020-04 21,830,000 implied",
    ]


def test_no_chain_has_four_steps() -> None:
    """Months that each follow from the one after it: three back, and no further."""
    months = [f"2020-{month:02}" for month in range(1, 7)]
    records = [make_record(period="2020-06", value=Decimal(1000), low=Decimal(1000), high=Decimal(1000), id="v")]
    records += [
        make_change("10", period=after, base_period=before, change_of="USD", low=Decimal(10), high=Decimal(10))
        for before, after in pairwise(months)
    ]
    assert [row.period for row in build_series(records)] == ["2020-03", "2020-04", "2020-05", "2020-06"]


def test_a_year_follows_from_its_months() -> None:
    """And a quarter from its three."""
    records = [
        make_record(period=f"2020-{month:02}", value=Decimal(month), low=Decimal(month), high=Decimal(month))
        for month in range(1, 13)
    ]
    assert [(row.period, row.value) for row in build_series(records, Selection("year"))] == [("2020", 78)]
    assert [row.value for row in build_series(records, Selection("quarter"))] == [6, 15, 24, 33]
    assert build_series(records[1:], Selection("year")) == []


def make_archive(articles: int) -> list[Record]:
    """The records of so many articles: a month of 30 years each, told by many, some of them wrong, with a change."""
    records = []
    for number in range(articles):
        month = number % 360
        value = Decimal(10_000_000 + 100_000 * month + (70_000_000 if number % 97 == 0 else number % 3 * 1000))
        period, before = (str(Period(2000 * 12 + at, 2000 * 12 + at)) for at in (month + 1, month))
        common = {"source": f"{number:05}.txt", "sentence": f"Article {number}.", "coverage": None, "period": period}
        records.append(make_record(value=value, low=value - 500, high=value + 1000, id=f"{number:012}", **common))
        flow = {"flow": "exports", "value": value / 4, "low": value / 4 - 500, "high": value / 4 + 1000}
        records.append(make_record(**flow, id=f"e{number:011}", **common))
        rate = Decimal(number % 50 + 10) / 10
        records.append(make_change(str(rate), base_period=before, low=rate - 1, high=rate + 1, **common))
    return records


@pytest.mark.parametrize("articles", [1_000, pytest.param(10_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("work", [check_records, build_series], ids=["check", "series"])
def test_time_grows_with_the_number_of_articles(work: Any, articles: int) -> None:
    """Twice as many articles take less than 2.6 times as long; n log n would be 2.2 times, and a machine is noisy."""
    ratios: list[float] = []
    while len(ratios) < 5 and not (ratios and ratios[-1] < 2.6):
        taken = []
        for count in (articles, 2 * articles):
            records = make_archive(count)
            start = time.process_time()
            work(records)
            taken.append(time.process_time() - start)
        ratios.append(taken[1] / taken[0])
    assert ratios[-1] < 2.6, f"twice the articles take {ratios[-1]:.1f} times as long: {taken[1]:.1f} seconds"
