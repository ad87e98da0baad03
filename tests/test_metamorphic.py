"""Articles written otherwise give the same records, and articles with other figures give other ones in step."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pytest

from case_tables import FIXTURES, figure_of, read_cases, read_fixture
from metamorphic import IN_STEP, LAYOUT, MONTH_NAMES, SURROUNDINGS, TYPE, WORDING, Transformation
from tradeparse import extract
from tradeparse.records import Record

CORPUS = FIXTURES.parent.parent / "shared" / "corpus"
# One article of the corpus in four judges the rules: what it states is shown on demand only, as its score does.
SHOW_ALL = "TRADEPARSE_OPEN" in os.environ
# Without the corpus there are too few texts for the rarer transformations.
AT_LEAST = 20 if CORPUS.is_dir() else 1
ALL = (*WORDING, *TYPE, *LAYOUT, *MONTH_NAMES, *SURROUNDINGS, *IN_STEP)
# Those that change words within a sentence and are not much like another one.
FOR_SENTENCES = (
    "percent as pct",
    "dollars as a word",
    "millions as mn",
    "North Korea as the DPRK",
    "months short with a point",
    "years later",
    "amounts times ten",
    "directions turned",
    "sides exchanged",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A text, its day of publication where the text does not tell it, and the records that it gives as it is."""

    name: str
    text: str
    published: str | None
    records: list[Record]


@cache
def articles() -> tuple[Source, ...]:
    """The fixtures and, where it is there, the corpus."""
    paths = sorted(FIXTURES.glob("*.txt"))
    if CORPUS.is_dir():
        paths += sorted([*CORPUS.glob("seeds/*.txt"), *CORPUS.glob("en/*.txt")])
    texts = {f"{path.parent.name}/{path.stem}": read_fixture(path) for path in paths}
    return tuple(Source(name, text, None, extract(text)) for name, text in texts.items())


@cache
def sentences() -> tuple[Source, ...]:
    """The sentences of the case tables."""
    cases = read_cases("sentences_*.toml")
    return tuple(Source(one.label, one.text, one.published, extract(one.text, one.published)) for one in cases)


def is_closed(name: str) -> bool:
    """Whether an article is of the part that judges."""
    folder, _, stem = name.partition("/")
    return folder == "en" and int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 4 == 0


def compare(source: Source, transformation: Transformation, text: str) -> list[str]:
    """What is lost and what is made up, one line each, with the words that were read or that had been."""
    published = source.published
    if published and transformation.years:
        published = f"{int(published[:4]) + transformation.years}{published[4:]}"
    wanted = {str(transformation.expect(record)): record.quote for record in source.records}
    got = {str(figure_of(record)): record.quote for record in extract(text, published)}
    lost, made_up = sorted(wanted.keys() - got.keys()), sorted(got.keys() - wanted.keys())
    if not lost and not made_up:
        return []
    if is_closed(source.name) and not SHOW_ALL:
        return [f"{source.name}: {len(lost)} lost, {len(made_up)} made up"]
    return [
        f"{source.name}:",
        *(f"    lost     {line}   ({wanted[line]!r})" for line in lost),
        *(f"    made up  {line}   ({got[line]!r})" for line in made_up),
    ]


def check(transformation: Transformation, sources: Iterable[Source]) -> None:
    """Every text the transformation applies to, and enough of them."""
    changed, wrong, differences = 0, 0, []
    for source in sources:
        text = transformation.change(source.text, source.records)
        if text is None or text == source.text:
            continue
        changed += 1
        lines = compare(source, transformation, text)
        differences += lines
        wrong += bool(lines)
    report = "\n".join(differences)
    assert not differences, f"{transformation.name}: {wrong} of {changed} texts give other records\n{report}"
    assert changed >= AT_LEAST, f"{transformation.name} changes only {changed} texts"


def _name(transformation: Transformation) -> str:
    return transformation.name.replace(" ", "-")


@pytest.mark.parametrize("transformation", [one for one in ALL if one not in IN_STEP], ids=_name)
def test_same_figures_written_otherwise(transformation: Transformation) -> None:
    """The whole set of records stays as it is."""
    check(transformation, articles())


@pytest.mark.parametrize("transformation", IN_STEP, ids=_name)
def test_other_figures_in_step(transformation: Transformation) -> None:
    """The whole set of records changes as the text does."""
    check(transformation, articles())


@pytest.mark.parametrize("transformation", [one for one in ALL if one.name in FOR_SENTENCES], ids=_name)
def test_sentences_with_other_words(transformation: Transformation) -> None:
    """Sentences of the case tables, which hold rarer phrasings."""
    check(transformation, sentences())
