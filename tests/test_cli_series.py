"""`tradeparse series` as a command; each format is read back by those who read it."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
import sdmx
from sdmx.model import v30

from readers import command
from tradeparse.output.comtrade_text import COLUMNS

ARTICLE = (
    "BEIJING, June 24, 2020 (Wire) -- China's trade with North Korea came to $63.35 million in May. North Korea"
    " imported $58.56 million from China, up 168.4 percent from April, and $1.2 million of rice.\n"
)
LATER = (
    "BEIJING, Aug. 25, 2020 (Wire) -- North Korea imported $58.12 million of goods from China in May, customs data"
    " showed. KOTRA put the country's imports from China in May at $68.1 million.\n"
)


TABLE = """\
customs  all goods  USD  North Korea's flows
period   flow         value                            sources
2020-04  imports   $21.818m  ████████▎                       1  implied
2020-05  exports     $4.79m  █▉                              1  implied
         imports    $58.12m  ██████████████████████          1  1 disagrees
         total      $63.35m  ████████████████████████        1

kotra  all goods  USD  North Korea's flows
period   flow       value                            sources
2020-05  imports   $68.1m  ████████████████████████        1
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(LATER, encoding="utf-8")
    return tmp_path


def test_a_table(folder: Path) -> None:
    done = command("series", ".", folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == TABLE


def test_why(folder: Path) -> None:
    told = command("series", ".", "--why", "--coverage", "customs", folder=folder).stdout.decode()
    words = " ".join(told.split())
    assert "implied: nothing states it" in words
    assert "imports 2020-04 = 2020-05 before its change: imports" in words
    assert "but 58,560,000 a.txt:1" in words


def test_the_view_of_china(folder: Path) -> None:
    rows = json.loads(command("series", ".", "--json", "--view", "china", folder=folder).stdout)
    assert {(row["reporter"], row["partner"]) for row in rows} == {("CHN", "PRK")}
    assert [(row["flow"], row["value"]) for row in rows if row["period"] == "2020-05" and row["implied"]] == [
        ("imports", 4790000)
    ]


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_rows_hold_what_an_analyst_needs(folder: Path, name: str) -> None:
    told = command("series", ".", "-f", name, folder=folder).stdout.decode()
    if name == "csv":
        frame = pd.read_csv(io.StringIO(told), dtype=str, keep_default_na=False)
        assert {
            "period", "flow", "commodity", "unit", "value", "low", "high", "sources", "implied", "coverage"
        } <= set(frame.columns)  # fmt: skip
        rows = frame.to_dict("records")
    else:
        rows = json.loads(told) if name == "json" else [json.loads(line) for line in told.splitlines()]
    shown = [[str(row[key]).lower() for key in ("period", "flow", "value", "sources", "implied")] for row in rows]
    assert shown == [
        ["2020-04", "imports", "21818000", "1", "true"],
        ["2020-05", "exports", "4790000", "1", "true"],
        ["2020-05", "imports", "58120000", "1", "false"],
        ["2020-05", "total", "63350000", "1", "false"],
        ["2020-05", "imports", "68100000", "1", "false"],
    ]


def test_parquet(folder: Path) -> None:
    command("series", ".", "-o", "s.parquet", folder=folder)
    table = pq.read_table(folder / "s.parquet")
    assert str(table.schema.field("period_start").type) == "date32[day]"
    assert str(table.schema.field("value").type) == "decimal128(38, 10)"
    told = duckdb.sql(
        f"select period, value, implied from '{folder}/s.parquet' where flow = 'total' and coverage = 'customs'"
    ).fetchall()
    assert told == [("2020-05", Decimal(63350000), False)]


def structure() -> v30.Dataflow:
    """The IMF's dataflow, as far as the rows need it."""
    dimensions = ("FREQ", "REF_AREA", "COUNTERPART_AREA", "INDICATOR", "TIME_PERIOD")
    made = v30.DataStructureDefinition(id="DSD_IMTS")
    for order, name in enumerate(dimensions, 1):
        made.dimensions.append(v30.Dimension(id=name, order=order))
    made.measures.append(v30.Measure(id="OBS_VALUE"))
    for name in ("OBS_STATUS", "UNIT_MULT"):
        made.attributes.append(v30.DataAttribute(id=name))
    return v30.Dataflow(id="IMTS", structure=made)


def test_sdmx(folder: Path) -> None:
    """Rows are China's, whatever the view; what has no code is told."""
    outputs = [
        command("series", "a.txt", "-f", "sdmx", "--view", view, folder=folder) for view in ("china", "north-korea")
    ]
    assert outputs[0].stdout == outputs[1].stdout
    (folder / "s.csv").write_bytes(outputs[0].stdout)
    with (folder / "s.csv").open("rb") as file:
        message = sdmx.read_sdmx(file, format="csv", structure=structure())
    (data,) = message.data
    told = [
        (
            *(str(obs.dimension[name].value) for name in ("INDICATOR", "TIME_PERIOD")),
            obs.value,
            str(obs.attached_attribute["OBS_STATUS"].value),
        )
        for obs in data.obs
    ]
    assert told == [
        ("XG_FOB_USD", "2020-04", "21818000", "E"),
        ("MG_CIF_USD", "2020-05", "4790000", "E"),
        ("XG_FOB_USD", "2020-05", "58560000", "A"),
    ]
    assert outputs[0].stderr.decode() == (
        "sdmx: 1 without a code left out: IMTS has no code for totals, balances, goods and other currencies\n"
    )
    assert outputs[0].returncode == 0


def test_comtrade(folder: Path) -> None:
    """Rows concatenate with a frame that has the columns of UN Comtrade's own."""
    done = command("series", "a.txt", "-f", "comtrade", folder=folder)
    frame = pd.read_csv(io.BytesIO(done.stdout))
    theirs = pd.DataFrame(
        [dict.fromkeys(COLUMNS, None) | {"period": 202003, "flowCode": "X", "primaryValue": 18031000.0}]
    )
    whole = pd.concat([theirs.dropna(axis=1), frame], ignore_index=True)
    assert list(frame.columns) == list(COLUMNS)
    assert whole[["period", "flowCode", "primaryValue"]].values.tolist() == [
        [202003, "X", 18031000.0],
        [202004, "X", 21818000.0],
        [202005, "M", 4790000.0],
        [202005, "X", 58560000.0],
    ]
    assert set(frame["reporterCode"]) == {156}
    assert set(frame["partnerCode"]) == {408}
    assert set(frame["cmdCode"]) == {"TOTAL"}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--why", "--json"], "--why is a table's; --format json tells it already or has no room for it"),
        (["--since", "May"], "'May' is no month or year; give YYYY or YYYY-MM, as in 2020-05"),
        (["--since", "2020-13"], "'2020-13' is no month or year; give YYYY or YYYY-MM, as in 2020-05"),
        (["--until", "2020-0"], "'2020-0' is no month or year; give YYYY or YYYY-MM, as in 2020-05"),
        (["--by", "week"], "'week' is not one of 'month', 'quarter', 'year'"),
        (["--flow", "import"], "'import' is not one of 'imports', 'exports', 'total', 'balance'"),
    ],
)
def test_wrong_usage(folder: Path, options: list[str], told: str) -> None:
    done = command("series", ".", *options, folder=folder)
    assert done.returncode == 2
    assert told in done.stderr.decode()


def test_nothing_to_put_together(folder: Path) -> None:
    (folder / "none.txt").write_text("Nothing of the kind.\n", encoding="utf-8")
    done = command("series", "none.txt", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"no figures found in 1 article\n")
    assert command("series", "none.txt", "--json", folder=folder).stdout == b"[]\n"
