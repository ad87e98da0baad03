"""Who states a figure, in the text's words, and whose statistics it is."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from case_tables import CASES, FIXTURES, GOLDEN, fixture_names, read_fixture, read_golden
from tradeparse.figures.attribution import find_attribution
from tradeparse.language.lexicon import load
from tradeparse.mentions.mentions import find_mentions

TABLE: list[dict[str, Any]] = tomllib.loads((CASES / "attribution.toml").read_text(encoding="utf-8"))["case"]


def attribution_of(text: str, figure: str, earlier: str | None = None, after: int = 0) -> tuple[str | None, str | None]:
    """Who states the figure of a text."""
    start = text.index(figure, after)
    sentences = find_mentions(text, 0, len(text), load())
    [sentence] = [tokens for tokens in sentences if tokens[0].start <= start < tokens[-1].end]
    return find_attribution(text, sentence, start, earlier)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: str(case["name"]))
def test_figure_has_its_source(case: dict[str, Any]) -> None:
    """The source of the data before the one who passes it on; nobody where nobody is named."""
    got = attribution_of(case["text"], case["figure"], case.get("earlier"))
    assert got == (case.get("who"), case.get("coverage"))


def test_tables_hold_the_families() -> None:
    """A table that went missing would pass unseen."""
    assert len(TABLE) >= 80
    assert len({case["name"] for case in TABLE}) == len(TABLE)
    assert sum("who" not in case for case in TABLE) >= 15


@pytest.mark.parametrize("name", fixture_names())
def test_fixture_figures_have_their_sources(name: str) -> None:
    """The words of every figure whose table says who states it; a quote that stands twice may mean either place."""
    text = read_fixture(FIXTURES / f"{name}.txt")
    sentences = find_mentions(text, 0, len(text), load())
    wrong = []
    for one in read_golden(GOLDEN / f"{name}.jsonl"):
        if one.attributed:
            starts = [at for at in range(len(text)) if text.startswith(one.quote, at)]
            got = {
                find_attribution(text, tokens, at, None)
                for at in starts
                for tokens in sentences
                if tokens[0].start <= at < tokens[-1].end
            }
            if (one.attribution, one.coverage) not in got:
                wrong.append((one.quote, one.attribution, got))
    assert wrong == []
