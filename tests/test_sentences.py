"""Each sentence of the case tables gives the figures that a careful reader takes from it, and no more."""

from __future__ import annotations

import pytest

from case_tables import Case, figure_of, misplaced, read_cases
from tradeparse import extract

SENTENCES = read_cases("sentences_*.toml")


def test_tables_hold_the_families() -> None:
    """A table that went missing would pass unseen."""
    assert len(SENTENCES) >= 220
    assert any(not case.figures for case in SENTENCES)


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case.label)
def test_sentence_gives_its_figures(case: Case) -> None:
    """All key fields, the base and the hedge, of every figure."""
    got = {str(figure_of(record)) for record in extract(case.text, published=case.published)}
    wanted = {str(figure) for figure in case.figures}
    optional = {str(figure) for figure in case.optional}
    assert sorted(got - optional) == sorted(wanted - optional), case.text


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case.label)
def test_sentence_offsets_point_at_quotes(case: Case) -> None:
    """`text[start:end] == quote`, and no id twice."""
    records = extract(case.text, published=case.published)
    assert misplaced(case.text, records) == []
    assert len({record.id for record in records}) == len(records)
