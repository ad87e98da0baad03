"""The words of a language and its grammar, loaded from the language's TOML file and checked at load."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
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
"""Classes that no entry of a language gives: plain words, digits, and what the patterns make."""


class LanguageError(ValueError):
    """A mistake in a language file, told with its place."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form means: its class, its value, and the entry that says so."""

    kind: str
    value: Any
    id: str
    cased: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named row of classes; `captures` maps a regular expression's group to the capture's name."""

    id: str
    make: str
    regex: re.Pattern[str]
    captures: dict[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms by their first word, longest first, and the patterns of each stage by the classes they start with."""

    codes: dict[str, str]
    forms: dict[str, tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]
    patterns: dict[str, tuple[Pattern, ...]]


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


def entries(data: dict[str, Any], place: str) -> Iterator[tuple[tuple[str, ...], str, Sense]]:
    """Every form of a language file as its words, its class and its sense."""
    seen: set[str] = set()
    for number, word in enumerate(data.get("word", []), 1):
        where = f"{place}: word {number} ({word.get('id', 'without id')})"
        unknown = word.keys() - {"id", "class", "forms", "table", "value", "case", "examples", "counterexamples"}
        if unknown:
            raise LanguageError(f"{where}: unknown key {sorted(unknown)[0]!r}")
        if word.keys().isdisjoint({"forms", "table"}) or "id" not in word or "class" not in word:
            raise LanguageError(f"{where}: an entry needs id, class and forms or table")
        if word["id"] in seen:
            raise LanguageError(f"{where}: the id stands twice")
        seen.add(word["id"])
        table = word.get("table") or dict.fromkeys(word["forms"], word.get("value"))
        cased = bool(word.get("case"))
        for form, value in table.items():
            words = tuple((form if cased else form.lower()).split())
            if not words:
                raise LanguageError(f"{where}: an empty form")
            yield words, word["class"], Sense(word["class"], value, word["id"], cased or form != form.lower())


def build(data: dict[str, Any], place: str) -> Lexicon:
    """A checked lexicon from a language file's data."""
    rows = list(entries(data, place))
    names = dict.fromkeys([*PUNCTUATION.values(), *BUILT, "YEAR", *(name for _, name, _ in rows)])
    codes = {name: chr(0xE000 + number) for number, name in enumerate(names)}
    forms: dict[str, dict[tuple[str, ...], list[Sense]]] = {}
    for words, name, sense in rows:
        lowered = tuple(word.lower() for word in words)
        exact = Sense(name, (sense.value, words) if sense.cased else sense.value, sense.id, sense.cased)
        forms.setdefault(lowered[0], {}).setdefault(lowered, []).append(exact)
    patterns: dict[str, list[Pattern]] = {}
    for number, entry in enumerate(data.get("pattern", []), 1):
        where = f"{place}: pattern {number} ({entry.get('id', 'without id')})"
        unknown = entry.keys() - {"id", "stage", "make", "match", "examples", "counterexamples"}
        if unknown:
            raise LanguageError(f"{where}: unknown key {sorted(unknown)[0]!r}")
        regex, captures = compile_pattern(entry["match"], codes, where)
        patterns.setdefault(entry["stage"], []).append(Pattern(entry["id"], entry["make"], regex, captures))
    return Lexicon(
        codes,
        {
            first: tuple(
                (words, tuple(sorted(senses, key=lambda sense: not sense.cased)))
                for words, senses in sorted(group.items(), key=lambda item: -len(item[0]))
            )
            for first, group in forms.items()
        },
        {stage: tuple(rows) for stage, rows in patterns.items()},
    )


@cache
def load(language: str = "en") -> Lexicon:
    """The lexicon of a language, read once."""
    name = f"{language}.toml"
    return build(tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8")), name)
