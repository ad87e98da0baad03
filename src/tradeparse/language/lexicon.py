"""The words of a language and its grammar, loaded from the language's TOML file and checked at load."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

PUNCTUATION = {
    ".": "DOT",
    ",": "COMMA",
    ";": "SEMICOLON",
    ":": "COLON",
    "(": "LPAR",
    ")": "RPAR",
    "-": "HYPHEN",
    "--": "DASH",
    "/": "SLASH",
    "'": "APOS",
    "+": "PLUS",
    "=": "EQUALS",
    "?": "STOP",
    "!": "STOP",
    "|": "BAR",
    "*": "BAR",
}
BUILT = ("WORD", "NUM", "NUMBER", "MONEY", "VOLUME", "PCT", "REJECTED", "MULT", "FRAC", "PERIOD", "DAY", "GOODS")
"""Classes that need no entry of a language: plain words, digits, and what the patterns make."""
WORD_KEYS = frozenset({"id", "class", "forms", "table", "value", "case", "examples", "counterexamples"})
PATTERN_KEYS = frozenset({"id", "stage", "make", "match", "examples", "counterexamples"})


class LanguageError(ValueError):
    """A mistake in a language file, told with its place."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form means: its class, its value (with the words as written, where case counts), and its entry's id."""

    kind: str
    value: Any
    id: str
    cased: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What the forms of a word have in common: their class, and their value unless a table gives each its own."""

    kind: str
    value: Any
    tabled: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named row of classes; `captures` maps a regular expression's group to the capture's name."""

    id: str
    make: str
    regex: re.Pattern[str]
    captures: dict[str, str]


Forms = dict[tuple[str, str], tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]
"""Forms by their first two words (the second empty where there is none), longest first, each with its senses, those
first in which case counts."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms, and the patterns of each stage; ends of words with a bare possessive; entries by their id.

    `free_classes` are those whose values name something, so that there may be others than the entries have.
    """

    codes: dict[str, str]
    forms: Forms
    patterns: dict[str, tuple[Pattern, ...]]
    entries: dict[str, Entry]
    bare_possessives: tuple[str, ...] = ()
    free_classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """What the words of a text mean, and what they say of sources, of bounds and of what a percentage counts."""

    words: Lexicon
    sources: Lexicon


ELEMENT = re.compile(r"(?:([a-z]):)?([A-Z][A-Z]*)|(\(\?<?[=!:]|[()|?*+])|(\s+)")


def compile_pattern(match: str, codes: dict[str, str], place: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A row of classes as a regular expression over class codes."""
    parts: list[str] = []
    captures: dict[str, str] = {}
    at = 0
    while at < len(match):
        found = ELEMENT.match(match, at)
        if not found:
            raise LanguageError(f"{place}: cannot read {match[at:]!r} in a pattern")
        capture, name, operator, _ = found.groups()
        if name:
            if name not in codes:
                raise LanguageError(f"{place}: unknown class {name!r}")
            if capture:
                group = f"{capture}{len(captures)}"
                captures[group] = capture
                parts.append(f"(?P<{group}>{codes[name]})")
            else:
                parts.append(codes[name])
        elif operator:
            parts.append("(?:" if operator == "(" else operator)
        at = found.end()
    return re.compile("".join(parts)), captures


def entries(data: dict[str, Any], place: str) -> Iterator[tuple[tuple[str, ...], Sense]]:
    """Every form of a language file as its words and its sense."""
    ids: set[str] = set()
    places: dict[tuple[str, ...], str] = {}
    for number, word in enumerate(data.get("word", []), 1):
        where = f"{place}: word {number} ({word.get('id', 'without id')})"
        check_keys(word, WORD_KEYS, where)
        if word.keys().isdisjoint({"forms", "table"}) or "id" not in word or "class" not in word:
            raise LanguageError(f"{where}: an entry needs id, class and forms or table")
        if word["id"] in ids:
            raise LanguageError(f"{where}: the id stands twice")
        ids.add(word["id"])
        table = word["table"].items() if "table" in word else ((form, word.get("value")) for form in word["forms"])
        for form, value in table:
            words = tuple((form if word.get("case") else form.lower()).split())
            if not words:
                raise LanguageError(f"{where}: an empty form")
            cased = bool(word.get("case")) or form != form.lower()
            if not cased:
                # Only the first of two would ever be found, and nothing would tell.
                if words in places:
                    raise LanguageError(f"{where}: {form!r} stands already in {places[words]}")
                places[words] = where
            yield words, Sense(word["class"], (value, words) if cased else value, word["id"], cased)


def check_keys(entry: dict[str, Any], known: frozenset[str], where: str) -> None:
    """Raise for a key that means nothing."""
    unknown = entry.keys() - known
    if unknown:
        raise LanguageError(f"{where}: unknown key {min(unknown)!r}")


def build(data: dict[str, Any], place: str) -> Lexicon:
    """A checked lexicon from a language file's data."""
    rows = list(entries(data, place))
    names = dict.fromkeys([*PUNCTUATION.values(), *BUILT, "YEAR", *(sense.kind for _, sense in rows)])
    codes = {name: chr(0xE000 + number) for number, name in enumerate(names)}
    return Lexicon(
        codes,
        add_forms({}, rows),
        build_patterns(data, codes, place),
        {word["id"]: Entry(word["class"], word.get("value"), "table" in word) for word in data.get("word", [])},
        tuple(data.get("bare_possessives", ())),
        frozenset(data.get("free_classes", ())),
    )


def add_forms(forms: Forms, rows: Iterable[tuple[tuple[str, ...], Sense]]) -> Forms:
    """The forms, and with them those of the rows, each of which has its words and its sense."""
    grown: dict[tuple[str, str], dict[tuple[str, ...], list[Sense]]] = {}
    for words, sense in rows:
        lowered = tuple(word.lower() for word in words)
        opening = opening_of(lowered, 0)
        group = grown.setdefault(opening, {known: list(senses) for known, senses in forms.get(opening, ())})
        group.setdefault(lowered, []).append(sense)
    return forms | {
        opening: tuple(
            (words, tuple(sorted(senses, key=lambda sense: not sense.cased)))
            for words, senses in sorted(group.items(), key=lambda item: -len(item[0]))
        )
        for opening, group in grown.items()
    }


def opening_of(words: Sequence[str], at: int) -> tuple[str, str]:
    """The two words at a place, by which forms are looked up."""
    return words[at], words[at + 1] if at + 1 < len(words) else ""


def find_form(forms: Forms, words: Sequence[str], at: int) -> tuple[tuple[str, ...], tuple[Sense, ...]] | None:
    """The longest form at a place, with its senses."""
    opening = opening_of(words, at)
    for form, senses in forms.get(opening, ()):
        if tuple(words[at : at + len(form)]) == form:
            return form, senses
    alone = forms.get((opening[0], ""))
    return alone[0] if alone else None


def build_patterns(data: dict[str, Any], codes: dict[str, str], place: str) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of a language file by their stage."""
    stages: dict[str, list[Pattern]] = {}
    for number, entry in enumerate(data.get("pattern", []), 1):
        where = f"{place}: pattern {number} ({entry.get('id', 'without id')})"
        check_keys(entry, PATTERN_KEYS, where)
        regex, captures = compile_pattern(entry["match"], codes, where)
        stages.setdefault(entry["stage"], []).append(Pattern(entry["id"], entry["make"], regex, captures))
    return {stage: tuple(patterns) for stage, patterns in stages.items()}


@cache
def load(language: str = "en") -> Lexicon:
    """The lexicon of a language, read once."""
    name = f"{language}.toml"
    return build(tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8")), name)


@cache
def shipped() -> Language:
    """The language as the package has it."""
    return Language(load("en"), load("en_sources"))
