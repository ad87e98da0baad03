"""Who states a figure, in the text's words, and whose statistics it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from case_tables import CASES, FIXTURES, GOLDEN, fixture_names, read_golden
from tradeparse import read
from tradeparse.figures.attribution import STAGES, find_attribution, find_sources, name_to_remember, read_words, reduce
from tradeparse.figures.reading import READ
from tradeparse.language.lexicon import load
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.tokens import Token

TABLE: list[dict[str, Any]] = tomllib.loads((CASES / "attribution.toml").read_text(encoding="utf-8"))["case"]


def attribution_of(text: str, figure: str, earlier: str | None = None, after: int = 0) -> tuple[str | None, str | None]:
    """Who states the figure of a text."""
    start = text.index(figure, after)
    sentences = find_mentions(text, 0, len(text), load())
    [sentence] = [tokens for tokens in sentences if tokens[0].start <= start < tokens[-1].end]
    return find_attribution(text, sentence, start, earlier, load("en_sources"))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: str(case["name"]))
def test_figure_has_its_source(case: dict[str, Any]) -> None:
    """The source of the data before the one who passes it on; nobody where nobody is named."""
    got = attribution_of(case["text"], case["figure"], case.get("earlier"))
    assert got == (case.get("who"), case.get("coverage"))


@pytest.mark.parametrize(
    ("attribution", "earlier", "remembered"),
    [
        ("KITA", None, "KITA"),
        (None, "KITA", "KITA"),
        (None, None, None),
        ("administration", "General Administration of Customs", "General Administration of Customs"),
        ("administration's website", "General Administration of Customs", "General Administration of Customs"),
        ("Chinese customs", "Chinese government data", "Chinese customs"),
        ("agency", "Chinese customs", "agency"),
        ("a KOTRA official", "KITA", "a KOTRA official"),
    ],
)
def test_name_is_remembered(attribution: str | None, earlier: str | None, remembered: str | None) -> None:
    """What only points back does not hide the name that it points to."""
    assert name_to_remember(attribution, earlier, load("en_sources")) == remembered


PATTERNS: list[dict[str, Any]] = tomllib.loads(
    files("tradeparse.language").joinpath("en_sources.toml").read_text(encoding="utf-8")
)["pattern"]


def rules_of(text: str) -> set[str]:
    """The patterns that find something in words."""
    lexicon = load("en_sources")
    words = read_words(text, 0, len(text), lexicon)
    found = {source.rule for source in find_sources(text, words, 0, lexicon).named}
    for stage in STAGES:
        words = reduce(words, lexicon.patterns[stage], lexicon.codes)
        found |= {token.id for token in words}
    return found


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: str(pattern["id"]))
def test_pattern_matches_its_examples(pattern: dict[str, Any]) -> None:
    """The examples beside a pattern are true, and so are the counterexamples."""
    assert pattern["examples"]
    if pattern["stage"] != "terms":
        assert [words for words in pattern["examples"] if pattern["id"] not in rules_of(words)] == []
        assert [words for words in pattern.get("counterexamples", []) if pattern["id"] in rules_of(words)] == []


def test_long_sentences_do_not_hang() -> None:
    """Only the words near the figure are read."""
    for word in (
        "customs ",
        "the customs data of ",
        "Kita said, ",
        "Name-",
        "official Chinese ",
        "had ",
        "data released ",
        "the agency (a ",
        "a, ",
    ):
        text = word * 20000 + "$12 million " + word * 20000
        tokens = [Token("WORD", None, 0, len(text))]
        started = perf_counter()
        find_attribution(text, tokens, text.index("$"), None, load("en_sources"))
        assert perf_counter() - started < 2


def test_tables_hold_the_families() -> None:
    """A table that went missing would pass unseen."""
    assert len(TABLE) >= 80
    assert len({case["name"] for case in TABLE}) == len(TABLE)
    assert sum("who" not in case for case in TABLE) >= 15


Told = tuple[str | None, str | None]


def sources_of(path: Path, quotes: set[str]) -> dict[str, set[Told]]:
    """Who states each quote of an article, at any of its places; "the office" is the one named last before it."""
    told: dict[str, set[Told]] = {quote: set() for quote in quotes}
    [article] = read(path)
    for section in article.sections:
        earlier: str | None = None
        for block in section.blocks:
            if block.kind not in READ:
                continue
            for sentence in find_mentions(article.text, block.span.start, block.span.end, load()):
                last: str | None = None
                for at, quote in sorted(places_of(article.text, sentence, quotes)):
                    found = find_attribution(article.text, sentence, at, earlier, load("en_sources"))
                    told[quote].add(found)
                    last = found[0]
                earlier = name_to_remember(last, earlier, load("en_sources"))
    return told


def places_of(text: str, sentence: list[Token], quotes: set[str]) -> Iterator[tuple[int, str]]:
    """Where quotes stand in a sentence, but not as part of a longer number."""
    start, end = sentence[0].start, sentence[-1].end
    for quote in quotes:
        for found in re.finditer(rf"(?<![\d.,]){re.escape(quote)}(?!\d)", text[start:end]):
            yield start + found.start(), quote


@pytest.mark.parametrize("name", fixture_names())
def test_fixture_figures_have_their_sources(name: str) -> None:
    """Every figure, found or not; a quote that stands twice may mean either place, and a cell names nobody."""
    golden = read_golden(GOLDEN / f"{name}.jsonl")
    told = sources_of(FIXTURES / f"{name}.txt", {one.quote for one in golden})
    wanted = [(one.quote, (one.attribution, one.coverage)) for one in golden]
    assert [(quote, who, told[quote]) for quote, who in wanted if who not in (told[quote] or {(None, None)})] == []
