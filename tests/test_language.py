"""The language file: its examples hold, and a mistake in one is told with its place."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from tradeparse.language.lexicon import LanguageError, build, load
from tradeparse.language.scanning import scan_words
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.tokens import Token

DATA = tomllib.loads(files("tradeparse.language").joinpath("en.toml").read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = [*DATA["word"], *DATA["pattern"]]
EXAMPLES = [((entry["id"], "match" in entry), example) for entry in ENTRIES for example in entry.get("examples", [])]
COUNTEREXAMPLES = [
    ((entry["id"], "match" in entry), example) for entry in ENTRIES for example in entry.get("counterexamples", [])
]


def ids_in(tokens: list[Token]) -> set[tuple[str, bool]]:
    """The entries and patterns that tokens, and what they were built of, come from; whether each is a pattern."""
    found = set()
    for token in tokens:
        found |= {(token.id, bool(token.parts))} | ids_in(list(token.parts))
    return found


def ids_of(text: str) -> set[tuple[str, bool]]:
    """The entries and patterns that a text shows."""
    return {one for sentence in find_mentions(text, 0, len(text), load()) for one in ids_in(sentence)}


def test_every_pattern_has_an_example() -> None:
    """A pattern that nothing shows could be dead."""
    assert [pattern["id"] for pattern in DATA["pattern"] if not pattern.get("examples")] == []


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=str)
def test_example_shows_its_entry(entry: tuple[str, bool], example: str) -> None:
    """What an entry says it reads."""
    assert entry in ids_of(example)


@pytest.mark.parametrize(("entry", "example"), COUNTEREXAMPLES, ids=str)
def test_counterexample_does_not(entry: tuple[str, bool], example: str) -> None:
    """What an entry says it must not read."""
    assert entry not in ids_of(example)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            {"word": [{"id": "a", "class": "A", "forms": ["x"], "colour": 1}]},
            r"my.toml: word 1 \(a\): unknown key 'colour'",
        ),
        ({"word": [{"id": "a", "class": "A"}]}, r"my.toml: word 1 \(a\): an entry needs id, class and forms or table"),
        ({"word": [{"id": "a", "class": "A", "forms": [""]}]}, r"my.toml: word 1 \(a\): an empty form"),
        (
            {"word": [{"id": "a", "class": "A", "forms": ["x"]}, {"id": "b", "class": "B", "forms": ["x"]}]},
            r"my.toml: word 2 \(b\): 'x' stands already in my.toml: word 1 \(a\)",
        ),
        (
            {"pattern": [{"id": "p", "stage": "period", "make": "day", "match": "MONTH NOPE"}]},
            r"my.toml: pattern 1 \(p\): unknown class 'MONTH'",
        ),
        (
            {"pattern": [{"id": "p", "stage": "period", "make": "day", "match": "DOT &"}]},
            r"my.toml: pattern 1 \(p\): cannot read '&' in a pattern",
        ),
    ],
)
def test_mistake_is_told_with_its_place(data: dict[str, Any], told: str) -> None:
    """The file, the entry and what is wrong with it."""
    with pytest.raises(LanguageError, match=told):
        build(data, "my.toml")


def test_every_form_is_cut_as_texts_are() -> None:
    """A form that a text never gives when it is cut into words would never be found."""
    dead = []
    for word in DATA["word"]:
        for form in (*word.get("forms", ()), *word.get("table", ())):
            for written in (form, form.upper()):
                words = [key for _, key, _, _ in scan_words(written, 0, len(written))]
                if words == form.lower().split():
                    break
            else:
                dead.append(f"{word['id']}: {form}")
    assert not dead
