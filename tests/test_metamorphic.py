"""Articles written otherwise give the same records, and articles with other figures give other ones in step."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from case_tables import FIXTURES, figure_of, read_fixture
from metamorphic import IN_STEP, SAME, Transformation
from tradeparse import extract
from tradeparse.records import Record

CORPUS = FIXTURES.parent.parent / "shared" / "corpus"
# One article in four judges the rules and is not to be read: what it states is shown on demand only.
SHOW_ALL = "TRADEPARSE_OPEN" in os.environ
AT_LEAST = 20


@cache
def articles() -> dict[str, tuple[str, list[Record]]]:
    """The texts by name, with the records that they give as they are."""
    paths = sorted(FIXTURES.glob("*.txt"))
    if CORPUS.is_dir():
        paths += sorted([*CORPUS.glob("seeds/*.txt"), *CORPUS.glob("en/*.txt")])
    texts = {f"{path.parent.name}/{path.stem}": read_fixture(path) for path in paths}
    return {name: (text, extract(text)) for name, text in texts.items()}


def is_closed(name: str) -> bool:
    """Whether an article is of the part that judges."""
    folder, _, stem = name.partition("/")
    return folder == "en" and int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 4 == 0


def compare(name: str, transformation: Transformation, text: str, before: list[Record]) -> list[str]:
    """What is lost and what is made up, one line each."""
    wanted = Counter({str(transformation.expect(record)): record.quote for record in before}.keys())
    quotes = {str(figure_of(record)): record.quote for record in extract(text)}
    lost, made_up = sorted(wanted - Counter(quotes.keys())), sorted(Counter(quotes.keys()) - wanted)
    if not lost and not made_up:
        return []
    if is_closed(name) and not SHOW_ALL:
        return [f"{name}: {len(lost)} lost, {len(made_up)} made up"]
    was = {str(transformation.expect(record)): record.quote for record in before}
    return [
        f"{name}:",
        *(f"    lost     {line}   ({was[line]!r})" for line in lost),
        *(f"    made up  {line}   ({quotes[line]!r})" for line in made_up),
    ]


def check(transformation: Transformation) -> None:
    """Every article the transformation applies to, and enough of them."""
    changed, differences, wrong = 0, [], 0
    for name, (text, records) in articles().items():
        other = transformation.change(text, records)
        if other is None or other == text:
            continue
        changed += 1
        lines = compare(name, transformation, other, records)
        differences += lines
        wrong += bool(lines)
    assert changed >= AT_LEAST, f"{transformation.name} changes only {changed} texts"
    report = "\n".join(differences)
    assert not differences, f"{transformation.name}: {wrong} of {changed} texts give other records\n{report}"


@pytest.mark.parametrize("transformation", SAME, ids=lambda one: one.name.replace(" ", "-"))
def test_same_figures_written_otherwise(transformation: Transformation) -> None:
    """The whole set of records stays as it is."""
    check(transformation)


@pytest.mark.parametrize("transformation", IN_STEP, ids=lambda one: one.name.replace(" ", "-"))
def test_other_figures_in_step(transformation: Transformation) -> None:
    """The whole set of records changes as the text does."""
    check(transformation)
