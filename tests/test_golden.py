"""Whole articles give the records of their tables; articles about anything else give none."""

from __future__ import annotations

import pytest

from case_tables import (
    FIXTURES,
    GOLDEN,
    figure_of,
    fixture_names,
    misplaced,
    negative_names,
    read_fixture,
    read_golden,
    same_words,
)
from tradeparse import extract


def test_every_fixture_has_a_table() -> None:
    """Articles and tables come in pairs, and there are enough of them."""
    assert fixture_names() == sorted(path.stem for path in FIXTURES.glob("*.txt"))
    assert len(fixture_names()) >= 15
    assert len(negative_names()) >= 30


@pytest.mark.parametrize("name", fixture_names())
def test_article_gives_its_records(name: str) -> None:
    """All figures and none made up."""
    golden = read_golden(GOLDEN / f"{name}.jsonl")
    got = {str(figure_of(record)) for record in extract(read_fixture(FIXTURES / f"{name}.txt"))}
    wanted = {str(one.figure) for one in golden if not one.optional}
    optional = {str(one.figure) for one in golden if one.optional}
    assert sorted(got - optional) == sorted(wanted)


@pytest.mark.parametrize("name", fixture_names())
def test_article_quotes_the_words_of_a_figure(name: str) -> None:
    """The number with its own unit, as it stands."""
    golden = {str(one.figure): one.quote for one in read_golden(GOLDEN / f"{name}.jsonl")}
    quotes = {str(figure_of(record)): record.quote for record in extract(read_fixture(FIXTURES / f"{name}.txt"))}
    both = golden.keys() & quotes.keys()
    assert [(golden[line], quotes[line]) for line in both if not same_words(golden[line], quotes[line])] == []


@pytest.mark.parametrize("name", fixture_names())
def test_article_names_who_states_a_figure(name: str) -> None:
    """Attribution and coverage, where the table has them."""
    golden = {str(one.figure): one for one in read_golden(GOLDEN / f"{name}.jsonl") if one.attributed}
    records = {str(figure_of(record)): record for record in extract(read_fixture(FIXTURES / f"{name}.txt"))}
    found = {line: (records[line].attribution, records[line].coverage) for line in golden if line in records}
    assert found == {line: (golden[line].attribution, golden[line].coverage) for line in found}


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
