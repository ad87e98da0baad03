"""Tables for people."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from conftest import make_change, make_record
from tradeparse.output.amounts import figure_text
from tradeparse.output.formats import Layout, write_records
from tradeparse.output.rows import set_in_rows
from tradeparse.records import Record

RANGE = {"period": "2020-01/2020-05", "period_text": "in the first five months"}
MAY = [
    make_record(flow="total", value=Decimal(63300000), start=10, line=3),
    make_change("160", flow="total", qualifier="over", start=20, line=3),
    make_change("-77", "yoy", flow="total", start=30, line=3),
    make_record(flow="total", value=Decimal(24000000), qualifier="about", period="2020-04", start=40, line=5),
    make_record(flow="balance", value=Decimal(-1040000000), figure="f2", start=50, line=7, **RANGE),
    make_change("-90", "yoy", flow="exports", qualifier="over", figure="f3", start=60, line=7),
    make_record(
        commodity="rice and cereal products", value=Decimal(46000), unit="tonne", figure="f4", start=70, line=9
    ),
    make_change("-60.5", "other", base_period="2019", figure="f1", flow="total", start=80, line=11),
    make_record(period=None, period_text="in April", figure="f5", start=90, line=13),
]


def table(records: list[Record], width: int = 80, *, long: bool = False, color: bool = False) -> str:
    """Draw the table of an article."""
    return "".join(write_records([records], Layout("table", long, width, color)))


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (make_record(value=Decimal(63300000)), "$63.3m"),
        (make_record(value=Decimal(63300000), qualifier="about"), "≈$63.3m"),
        (make_record(value=Decimal(3000)), "$3,000"),
        (make_record(value=Decimal(253000)), "$253,000"),
        (make_record(value=Decimal(192416000)), "$192.416m"),
        (make_record(value=Decimal(2786123000)), "$2,786.123m"),
        (make_record(value=Decimal(1234567)), "$1,234,567"),
        (make_record(value=Decimal("1234567.25")), "$1,234,567.25"),
        (make_record(value=Decimal(2000000000), qualifier="over"), ">$2bn"),
        (make_record(value=Decimal("1.03E+9"), unit="CNY"), "1.03bn yuan"),
        (make_record(value=Decimal(4200000000000), unit="KRW"), "4.2tn won"),
        (make_record(value=Decimal(5000000), unit="CHF"), "5m CHF"),
        (make_record(value=Decimal(46000), unit="tonne", qualifier="under"), "<46,000 t"),
        (make_record(value=Decimal(4000000), unit="barrel"), "4m barrels"),
        (make_record(value=Decimal(0)), "$0"),
        (make_record(flow="balance", value=Decimal(-1200000000), qualifier="over"), "deficit >$1.2bn"),
        (make_record(flow="balance", value=Decimal(3000000)), "surplus $3m"),
        (make_change("115.2"), "↑115.2%"),
        (make_change("-90", qualifier="over"), "↓>90%"),
        (make_change("0"), "0%"),
        (make_change("414000"), "↑414,000%"),
        (make_change("30", flow="balance"), "↑30%"),
        (make_change("-200000", unit="USD"), "↓$200,000"),
    ],
)
def test_figures_are_short_and_exact(record: Record, text: str) -> None:
    """A scale is used where it loses nothing, and a hedge stands before the size."""
    assert figure_text(record) == text


@pytest.mark.parametrize("width", [80, 200])
def test_a_value_has_its_changes_beside_it(width: int) -> None:
    """The month's change and the year's stand in their columns, another with its base."""
    lines = table(MAY, width).splitlines()
    assert lines[0] == "may.txt  published 2020-06-24"
    assert lines[1] == "Trade grows"
    assert lines[2].split() == ["period", "flow", "value", "m/m", "y/y", "other", "line"]
    assert lines[4].split() == ["2020-05", "total", "$63.3m", "↑>160%", "↓77%", "↓60.5%", "on", "2019", "3,", "11"]
    assert lines[5].split() == ["2020-04", "total", "≈$24m", "5"]
    assert lines[6].split() == ["2020-01/2020-05", "balance", "deficit", "$1.04bn", "7"]
    assert lines[7].split() == ["2020-05", "exports", "↓>90%", "7"]
    assert lines[-1].split() == ["?", "(in", "April)", "imports", "$58m", "13"]


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("width", [80, 200])
def test_a_table_fits(width: int, long: bool) -> None:
    """No line is wider than the place for it, and none ends in spaces."""
    for line in table(MAY, width, long=long).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("long", [False, True])
@given(width=st.integers(24, 220), goods=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60))
def test_nothing_is_cut_off(width: int, long: bool, goods: str) -> None:
    """What is too long is wrapped: every character of every cell is there at every width."""
    records = [make_record(commodity=goods, quote=goods * 3, period="2020-01/2020-05")]
    text = table(records, width, long=long)
    assert "…" not in text
    drawn = "".join(text.split())
    for character in goods + "2020-01/2020-05":
        assert drawn.count(character) >= (goods + "2020-01/2020-05").count(character)


def test_in_full_there_is_a_row_for_each_record() -> None:
    """--long shows what was stated, its unit, its base and its quote."""
    lines = table(MAY, 200, long=True).splitlines()
    assert lines[2].split() == ["period", "flow", "goods", "measure", "value", "unit", "basis", "base", "line", "quote"]
    assert len(lines) == 4 + len(MAY)
    assert lines[4].split() == ["2020-05", "total", "all", "value", "63,300,000", "USD", "3", "$58", "million"]
    assert lines[5].split() == [
        "2020-05",
        "total",
        "all",
        "change",
        "↑>160",
        "percent",
        "mom",
        "2020-04",
        "3",
        "160",
        "percent",
    ]


def test_an_open_basis_is_shown_as_open() -> None:
    """A change without a base does not look like one on the year."""
    change = make_change("5", None)
    assert "↑5% on ?" in table([change])
    assert re.search(r"percent +\? +\? ", table([change], 200, long=True))


def test_amounts_in_two_currencies_have_rows_of_their_own() -> None:
    """A change goes to the currency that it counts."""
    dollars, yuan = make_record(value=Decimal(1220000000)), make_record(value=Decimal(8400000000), unit="CNY", start=45)
    change = make_change("20", "yoy", change_of="CNY", start=50)
    first, second = set_in_rows([dollars, yuan, change])
    assert first.records == [dollars]
    assert second.records == [yuan, change]


FLOWS = st.sampled_from(["imports", "exports", "total", "balance"])
PERIODS = st.sampled_from([None, "2020-05", "2020-04", "2019"])
FIGURES = st.sampled_from(["f1", "f2"])
VALUES = st.builds(make_record, flow=FLOWS, period=PERIODS, figure=FIGURES, start=st.integers(0, 999))
CHANGES = st.builds(
    make_change,
    st.just("5"),
    st.sampled_from(["mom", "yoy", "qoq", "other", None]),
    flow=FLOWS,
    period=PERIODS,
    figure=FIGURES,
    start=st.integers(0, 999),
)


@given(st.lists(VALUES | CHANGES, max_size=12))
def test_no_record_is_left_out(records: list[Record]) -> None:
    """Whatever the frames, each record stands in exactly one row."""
    placed = [id(record) for row in set_in_rows(records) for record in row.records]
    assert sorted(placed) == sorted(map(id, records))


def test_articles_stand_apart_and_those_without_figures_are_not_shown() -> None:
    """Several files are grouped by article, with title and day."""
    other = make_record(source="b.txt", title=None, published=None)
    text = "".join(write_records([[make_record()], [], [other]], Layout()))
    first, second = text.split("\n\n")
    assert first.startswith("may.txt  published 2020-06-24\nTrade grows\n")
    assert second.startswith("b.txt  published ?\nperiod")


def test_posts_of_one_article_stand_apart() -> None:
    """An archive page tells of several days."""
    text = table([make_record(), make_record(published="2020-07-25"), make_record(published="2020-07-25")])
    first, second = text.split("\n\n")
    assert (first.count("$58m"), second.count("$58m")) == (1, 2)
    assert second.startswith("may.txt  published 2020-07-25\n")


@pytest.mark.parametrize("color", [False, True])
def test_text_of_strangers_is_shown_not_obeyed(color: bool) -> None:
    """Escape sequences, markup and line ends in an article do nothing."""
    hostile = "a\x1b[31m[red]b[/red] :smile:\nc\u202e"
    text = table([make_record(title=hostile, commodity=hostile, source=hostile)], 200, color=color)
    assert text.count("a\\x1b[31m[red]b[/red] :smile: c\\u202e") == 3
    assert "\x1b[31m" not in text


def test_color_is_there_only_when_asked() -> None:
    """A pipe gets no codes."""
    assert "\x1b[" in table(MAY, color=True)
    assert "\x1b" not in table(MAY, color=False)


def test_the_table_says_whose_flows_it_shows() -> None:
    """Seen from China the heading says so."""
    assert "China's flow" in table([make_record(reporter="CHN", partner="PRK")])
