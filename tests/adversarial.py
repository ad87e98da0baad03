"""Texts made against the patterns: the beginnings of what each matches, to be repeated without end."""

from __future__ import annotations

import re
import re._parser as parser
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages
from re._constants import (
    ANY,
    ASSERT,
    ASSERT_NOT,
    AT,
    ATOMIC_GROUP,
    BRANCH,
    CATEGORY,
    GROUPREF,
    IN,
    LITERAL,
    MAX_REPEAT,
    MIN_REPEAT,
    NEGATE,
    NOT_LITERAL,
    POSSESSIVE_REPEAT,
    RANGE,
    SUBPATTERN,
)
from typing import Any

import tradeparse
from tradeparse.articles.patterns import Pattern
from tradeparse.language.lexicon import Lexicon, shipped

WRITTEN = {"NUM": "5", "YEAR": "2019", "NUMBER": "5", "MONEY": "$5 million", "RATE": "5 percent", "PERIOD": "in May"}
CHARACTERS = "a5 A-.$,/(|Z\u00e9\n"
WAYS = range(2)
READING = ("tradeparse.articles.", "tradeparse.language.scanning", "tradeparse.mentions.", "tradeparse.figures.")
MADE = ("re.Pattern[str]", "Patterns")
"""What functions say that they return which put regular expressions together."""


def beginnings(source: str, flags: int = 0) -> set[tuple[str, ...]]:
    """What a regular expression's matches begin with, in two ways through it: every optional part is taken."""
    tree = parser.parse(source, flags)
    steps = [_steps(tree, way) for way in WAYS]
    return {tuple(one[:end]) for one in steps for end in range(1, len(one) + 1)}


def _steps(tree: Any, way: int) -> list[str]:
    """One way through: where it divides this branch, of a set of characters this one, of a repeat one round or two."""
    taken: list[str] = []
    for kind, value in tree:
        if kind is LITERAL:
            taken.append(chr(value))
        elif kind is NOT_LITERAL:
            taken.append(next(one for one in CHARACTERS if one != chr(value)))
        elif kind is ANY:
            taken.append(CHARACTERS[way])
        elif kind is IN:
            taken.append(_member(value, way))
        elif kind is BRANCH:
            taken.extend(_steps(value[1][way % len(value[1])], way))
        elif kind is SUBPATTERN:
            taken.extend(_steps(value[3], way))
        elif kind is ATOMIC_GROUP:
            taken.extend(_steps(value, way))
        elif kind in (MAX_REPEAT, MIN_REPEAT, POSSESSIVE_REPEAT):
            least, most, repeated = value
            taken.extend(_steps(repeated, way) * min(max(least, 1), most))
        elif kind not in (ASSERT, ASSERT_NOT, AT, GROUPREF):
            raise ValueError(f"{kind} in a pattern; say here how it is written")
    return taken


def _member(members: Any, way: int) -> str:
    """A character of a set: one that it names, or the first of some that it takes."""
    named = [chr(value if kind is LITERAL else value[0]) for kind, value in members if kind in (LITERAL, RANGE)]
    if named and members[0][0] is not NEGATE:
        return named[way % len(named)]
    taken = [one for one in CHARACTERS if _takes(members, one)]
    return taken[way % len(taken)]


def _takes(members: Any, one: str) -> bool:
    tests = {"DIGIT": str.isdigit, "SPACE": str.isspace, "WORD": lambda letter: letter == "_" or letter.isalnum()}
    found = False
    for kind, value in members:
        if kind is LITERAL:
            found |= ord(one) == value
        elif kind is RANGE:
            found |= value[0] <= ord(one) <= value[1]
        elif kind is CATEGORY:
            *refused, name = str(value).removeprefix("CATEGORY_").split("_")
            found |= tests[name](one) != bool(refused)
    return found != (members[0][0] is NEGATE)


def word_texts() -> Iterator[tuple[str, str]]:
    """The beginnings of each pattern of words, with its id, as words with spaces behind them."""
    language = shipped()
    for lexicon in (language.words, language.sources):
        words = _words_of(lexicon)
        for patterns in lexicon.patterns.values():
            for pattern in patterns:
                for codes in sorted(beginnings(pattern.regex.pattern)):
                    yield pattern.id, "".join(f"{words[code]} " for code in codes)


def _words_of(lexicon: Lexicon) -> dict[str, str]:
    """A word for each code: a form of the class, or what is written for one that patterns make."""
    names = {code: name for name, code in lexicon.codes.items()}
    forms: dict[str, str] = {}
    for group in lexicon.forms.values():
        for form, senses in group:
            forms.setdefault(senses[0].kind, " ".join(form))
    return {code: forms.get(name, WRITTEN.get(name, name.lower())) for code, name in names.items()}


def character_texts() -> Iterator[tuple[str, str]]:
    """The beginnings of each regular expression of the package, with its place, as they are."""
    for place, (source, flags) in sorted(_expressions().items()):
        for characters in sorted(beginnings(source, flags)):
            yield place, "".join(characters)


def _expressions() -> dict[str, tuple[str, int]]:
    """The regular expressions for text, by place: those that modules name, and those that their functions make once."""
    found: dict[str, tuple[str, int]] = {}
    for place, thing in _named():
        values = [getattr(thing, field.name) for field in fields(thing)] if is_dataclass(thing) else [thing]
        flat = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
        for number, one in enumerate(flat):
            if isinstance(one, Pattern):
                found[place] = one._source, int(one._flags)
            elif isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                found[f"{place}-{number}" if len(flat) > 1 else place] = one.pattern, one.flags & ~re.UNICODE
    return found


def _named() -> Iterator[tuple[str, object]]:
    for module in walk_packages(tradeparse.__path__, "tradeparse."):
        if module.name.startswith(READING):
            for name, value in vars(import_module(module.name)).items():
                place = f"{module.name.removeprefix('tradeparse.')}.{name}"
                made = getattr(getattr(value, "__wrapped__", None), "__annotations__", {}).get("return")
                if made in MADE and value.__module__ == module.name:
                    yield place, value()
                elif not isinstance(value, type):
                    yield place, value
