"""A user's file of words: read, its form checked, and each entry given the place that a message names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any, NoReturn

from tradeparse.language.lexicon import LanguageError

KEYS = ("id", "class", "value", "forms", "table")
MASKED = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*',
    re.DOTALL,
)
"""What may look like a header and is none: strings and comments."""
HEADER = re.compile(r"^[ \t]*\[\[[ \t]*word[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WordEntry:
    """An entry of a user's file: its forms, each with its value or `None`, and its class where it gives one."""

    place: str
    id: str
    kind: str | None
    forms: tuple[tuple[str, Any], ...]

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Say what is wrong with the entry and what to do."""
        raise LanguageError(f"{self.place}: word {self.id!r}: {what}; {remedy}")


def read_word_file(path: str | PathLike[str]) -> list[WordEntry]:
    """The entries of a user's file."""
    name = fspath(path)
    text = read_toml_text(name)
    data = parse_toml(text, name)
    for key in data:
        if key != "word":
            place = f"{name}: line {line_of_key(key, text)}"
            raise LanguageError(f"{place}: unknown key {key!r}; write nothing but [[word]] and what belongs to it")
    words = data.get("word", [])
    lines = lines_of_headers(text)
    if not isinstance(words, list) or len(words) != len(lines):
        raise LanguageError(f"{name}: line {line_of_key('word', text)}: no list of words; write [[word]] above each")
    if not words:
        raise LanguageError(f"{name}: there is no [[word]] in it; write one, or leave the file out")
    return [
        read_entry(word, number, f"{name}: line {line}")
        for number, (word, line) in enumerate(zip(words, lines, strict=True), 1)
    ]


def read_toml_text(path: str) -> str:
    """The text of a file, with or without a byte order mark."""
    try:
        raw = Path(path).read_bytes()
    except FileNotFoundError:
        raise LanguageError(f"{path}: there is no such file; check the path") from None
    except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
        reason = error.strerror if isinstance(error, OSError) else error
        raise LanguageError(f"{path}: it cannot be read ({reason}); check the path") from error
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise LanguageError(f"{path}: line {line}: it is not UTF-8 ({error.reason}); save it as UTF-8") from error


def parse_toml(text: str, path: str) -> dict[str, Any]:
    """The data of a file."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise LanguageError(f"{path}: it is nested too deeply; write plain [[word]] entries") from None
    except tomllib.TOMLDecodeError as error:
        what, line = find_syntax_place(str(error), text)
        raise LanguageError(f"{path}: line {line}: it is not TOML ({what}); mend it there") from error
    except ValueError:
        raise LanguageError(f"{path}: a number in it has too many digits; shorten it") from None


def find_syntax_place(told: str, text: str) -> tuple[str, int]:
    """What is wrong with a text that is not TOML, with its column where there is one, and the line."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", told)
    if found is None:
        return told.removesuffix(" (at end of document)"), text.rstrip("\n").count("\n") + 1
    return f"{found[1]}, column {found[3]}", int(found[2])


def lines_of_headers(text: str) -> list[int]:
    """The line of each [[word]] in a text that is known to be TOML."""
    bare = without_strings(text)
    return [bare.count("\n", 0, found.start()) + 1 for found in HEADER.finditer(bare)]


def line_of_key(key: str, text: str) -> int:
    """The line on which a key of the first level stands, or else the first line."""
    bare = without_strings(text)
    found = re.search(rf"^[ \t]*(?:\[\[?[ \t]*)?{re.escape(key)}[ \t]*[\].=]", bare, re.MULTILINE)
    return bare.count("\n", 0, found.start()) + 1 if found else 1


def without_strings(text: str) -> str:
    """A text of as many lines, without its strings and comments."""
    return MASKED.sub(lambda found: '""' + "\n" * found[0].count("\n"), text)


def read_entry(word: dict[str, Any], number: int, place: str) -> WordEntry:
    """An entry whose keys and types are as they should be."""
    identity = word.get("id")
    if not isinstance(identity, str) or not identity:
        remedy = 'write id = "…", that of a word to add forms to or a new one'
        raise LanguageError(f"{place}: word {number}: it has no id; {remedy}")
    entry = WordEntry(place, identity, word.get("class"), ())
    for key in word:
        if key not in KEYS:
            entry.refuse(f"unknown key {key!r}", f"a word has {', '.join(KEYS[:-1])} and {KEYS[-1]}")
    if entry.kind is not None and not isinstance(entry.kind, str):
        entry.refuse("its class is no text", 'write class = "…"')
    return replace(entry, forms=tuple(find_forms(entry, word)))


def find_forms(entry: WordEntry, word: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The forms of an entry, from its list or its table."""
    if "table" not in word:
        forms = word.get("forms")
        if not forms or not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
            entry.refuse("it has no list of forms", 'write forms = ["…", "…"]')
        yield from ((form, word.get("value")) for form in forms)
        return
    if "forms" in word:
        entry.refuse("it has both forms and a table", "write one of them")
    if "value" in word:
        entry.refuse("it has both a value and a table", "write the values into the table")
    if not word["table"] or not isinstance(word["table"], dict):
        entry.refuse("its table has no forms", 'write table = { "form" = value }')
    yield from word["table"].items()
