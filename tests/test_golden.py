"""Whole articles give the records of their tables; articles about anything else give none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from case_tables import (
    FIXTURES,
    GOLDEN,
    GOLDEN_KEYS,
    GoldenRecord,
    figure_of,
    fixture_names,
    misplaced,
    negative_names,
    read_fixture,
    read_golden,
    same_words,
)
from tradeparse import extract
from tradeparse.records import Record


def test_every_fixture_has_a_table() -> None:
    """Articles and tables come in pairs, and there are enough of them."""
    assert fixture_names() == sorted(path.stem for path in FIXTURES.glob("*.txt"))
    assert len(fixture_names()) >= 15
    assert len(negative_names()) >= 30


def records_told(name: str) -> list[tuple[GoldenRecord, Record]]:
    """Each golden record of a fixture with the record that the article gives; optional ones that it gives too."""
    golden = read_golden(GOLDEN / f"{name}.jsonl")
    records = {str(figure_of(record)): record for record in extract(read_fixture(FIXTURES / f"{name}.txt"))}
    return [(one, records[str(one.figure)]) for one in golden if not one.optional or str(one.figure) in records]


@pytest.mark.parametrize("name", fixture_names())
def test_article_gives_its_records(name: str) -> None:
    """All figures, each once, and none made up; optional ones may be left out."""
    golden = read_golden(GOLDEN / f"{name}.jsonl")
    got = [str(figure_of(record)) for record in extract(read_fixture(FIXTURES / f"{name}.txt"))]
    wanted = [str(one.figure) for one in golden if not one.optional or str(one.figure) in got]
    assert sorted(got) == sorted(wanted)


@pytest.mark.parametrize("name", fixture_names())
def test_article_quotes_the_words_of_a_figure(name: str) -> None:
    """The number with its own unit, as it stands."""
    quotes = [(one.quote, record.quote) for one, record in records_told(name)]
    assert [(wanted, got) for wanted, got in quotes if not same_words(wanted, got)] == []


@pytest.mark.parametrize("name", fixture_names())
def test_article_names_who_states_a_figure(name: str) -> None:
    """Attribution and coverage, which are null where the figure's own sentence names nobody."""
    told = records_told(name)
    got = [(one.quote, record.attribution, record.coverage) for one, record in told]
    assert got == [(one.quote, one.attribution, one.coverage) for one, _ in told]


@pytest.mark.parametrize("name", fixture_names())
def test_article_bounds_a_figure(name: str) -> None:
    """The lowest and the highest number that the words allow."""
    told = records_told(name)
    assert [(one.quote, record.low, record.high) for one, record in told] == [
        (one.quote, one.low, one.high) for one, _ in told
    ]


@pytest.mark.parametrize("name", fixture_names())
def test_article_says_what_a_percentage_counts(name: str) -> None:
    """The unit of the amounts that moved, where it is told or plain."""
    told = records_told(name)
    assert [(one.quote, record.change_of) for one, record in told] == [(one.quote, one.change_of) for one, _ in told]


@pytest.mark.parametrize("key", sorted(GOLDEN_KEYS))
def test_golden_line_says_everything(key: str, tmp_path: Path) -> None:
    """A key that is missing is an omission, not a null."""
    entry = json.loads((GOLDEN / "weekday-year.jsonl").read_text(encoding="utf-8").splitlines()[0])
    del entry[key]
    path = tmp_path / "short.jsonl"
    path.write_text(json.dumps(entry), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"short\.jsonl: .* lacks keys or has others: {key}$"):
        read_golden(path)


@pytest.mark.parametrize("name", fixture_names())
def test_article_offsets_point_at_quotes(name: str) -> None:
    """`text[start:end] == quote`, and no id twice."""
    text = read_fixture(FIXTURES / f"{name}.txt")
    records = extract(text)
    assert misplaced(text, records) == []
    assert len({record.id for record in records}) == len(records)


@pytest.mark.parametrize("name", fixture_names())
def test_expected_quotes_stand_in_the_article(name: str) -> None:
    """A slip in a table is not a miss of the reader."""
    text = read_fixture(FIXTURES / f"{name}.txt")
    assert [one.quote for one in read_golden(GOLDEN / f"{name}.jsonl") if one.quote not in text] == []


@pytest.mark.parametrize("name", negative_names())
def test_article_about_anything_else_gives_nothing(name: str) -> None:
    """However alike its words and numbers are."""
    assert [
        (str(figure_of(record)), record.quote)
        for record in extract(read_fixture(FIXTURES / "negatives" / f"{name}.txt"))
    ] == []
