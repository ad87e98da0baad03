"""What the words on a page mean, loaded from the language's file when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tradeparse.articles.patterns import Pattern

NUMBERS = Pattern(r"\d++(?:[.,]\d++)*+")
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
EDGES = " \t.:;,-–—|•·●▪◆■►▶▲▼»«›>*=+~_/\\[]…"
SHORT = 400
"""A paragraph longer than this is no line of a page."""
CAPTION = 600
"""No caption is longer than this."""


class Held:
    """Phrases that a line may hold, found by a word of each, since a search for all of them would cost too much."""

    def __init__(self, phrases: list[str]) -> None:
        self._phrases = tuple(phrases)
        self._keys = tuple({self._key(phrase) for phrase in phrases})

    def search(self, line: str) -> str | None:
        """Give a phrase that a line holds, whatever its case."""
        small = line.casefold()
        for key in self._keys:
            if key in small:
                small = " ".join(small.split())
                return next((phrase for phrase in self._phrases if phrase in small), None)
        return None

    @staticmethod
    def _key(phrase: str) -> str:
        return max(phrase.split(), key=len)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that a line may start with, by their first word, longest first."""

    by_word: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, phrases: list[str]) -> Phrases:
        """Sort phrases for the look-up."""
        by_word: dict[str, list[str]] = {}
        for phrase in phrases:
            by_word.setdefault(first_word(phrase), []).append(phrase)
        return cls({word: tuple(sorted(found, key=len, reverse=True)) for word, found in by_word.items()})

    def start(self, line: str) -> str | None:
        """Give the phrase that a normalised line starts with."""
        for phrase in self.by_word.get(first_word(line), ()):
            if line.startswith(phrase) and not (phrase[-1].isalnum() and line[len(phrase) : len(phrase) + 1].isalnum()):
                return phrase
        return None


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a page in the form in which they are looked up."""

    months: dict[str, int]
    weekdays: frozenset[str]
    ordinals: tuple[str, ...]
    crawl: tuple[str, ...]
    month_joint: tuple[str, ...]
    published: frozenset[str]
    updated: frozenset[str]
    around: frozenset[str]
    of_page: tuple[str, ...]
    byline_starts: Phrases
    byline_joints: frozenset[str]
    roles: frozenset[str]
    not_places: frozenset[str]
    caption_starts: Phrases
    caption_holds: Held
    caption_ends: tuple[str, ...]
    caption_places: tuple[str, ...]
    caption_positions: tuple[str, ...]
    caption_bare: tuple[str, ...]
    caption_words: int
    credits: frozenset[str]
    abbreviations: frozenset[str]
    open_words: frozenset[str]
    units: frozenset[str]
    lines: frozenset[str]
    buttons: frozenset[str]
    starts: Phrases
    shouted: tuple[str, ...]
    holds: Held
    heads: frozenset[str]
    cites: frozenset[str]
    end_marks: tuple[str, ...]
    ends: frozenset[str]
    tails: tuple[str, ...]
    tails_anywhere: frozenset[str]
    mastheads: frozenset[str]
    masthead_starts: frozenset[str]
    glued: tuple[str, ...]
    table_notes: frozenset[str]


def first_word(line: str) -> str:
    """Give what stands before the first space, without the marks that may follow a word."""
    return line.split(" ", 1)[0].rstrip(":.,|")


def normalise(line: str) -> str:
    """Write a line as the phrases of the language file are written."""
    if not line.isascii():
        line = line.translate(QUOTES)
    return " ".join(NUMBERS.sub("#", line.casefold()).split()).strip(EDGES)


@cache
def cues() -> Cues:
    """Load the words of a page."""
    import tomllib
    from importlib.resources import files

    source = files("tradeparse").joinpath("language", "en_page.toml").read_text(encoding="utf-8")
    page: dict[str, Any] = tomllib.loads(source)["page"]
    dates, captions, furniture = page["dates"], page["captions"], page["furniture"]
    return Cues(
        months=dict(page["months"]),
        weekdays=frozenset(page["weekdays"]["names"]),
        ordinals=tuple(dates["ordinals"]),
        crawl=tuple(dates["crawl"]),
        month_joint=tuple(dates["of"]),
        published=frozenset(dates["published"]),
        updated=frozenset(dates["updated"]),
        around=frozenset(dates["around"]),
        of_page=tuple(dates["page"]),
        byline_starts=Phrases.of(page["bylines"]["starts"]),
        byline_joints=frozenset(page["bylines"]["joints"]),
        roles=frozenset(page["bylines"]["roles"]),
        not_places=frozenset(page["datelines"]["not_places"]),
        caption_starts=Phrases.of(captions["starts"]),
        caption_holds=Held(captions["holds"]),
        caption_ends=tuple(captions["ends"]),
        caption_places=tuple(captions["in_this"]),
        caption_positions=tuple(captions["positions"]),
        caption_bare=tuple(captions["bare"]),
        caption_words=int(captions["words"]),
        credits=frozenset(captions["credits"]),
        abbreviations=frozenset(page["prose"]["abbreviations"]),
        open_words=frozenset(page["prose"]["open_words"]),
        units=frozenset(page["prose"]["units"]),
        lines=frozenset(map(normalise, furniture["lines"] + furniture["topics"])),
        buttons=frozenset(map(normalise, furniture["lines"])),
        starts=Phrases.of(furniture["starts"]),
        shouted=tuple(furniture["shouted"]),
        holds=Held(furniture["holds"]),
        heads=frozenset(map(normalise, furniture["heads"])),
        cites=frozenset(map(normalise, furniture["cites"])),
        end_marks=tuple(furniture["end_marks"]),
        ends=frozenset(map(normalise, furniture["ends"])) - {""},
        tails=tuple(furniture["tails"]),
        tails_anywhere=frozenset(furniture["tails_anywhere"]),
        mastheads=frozenset(furniture["mastheads"]),
        masthead_starts=frozenset(furniture["masthead_starts"]),
        glued=tuple(furniture["glued"]),
        table_notes=frozenset(furniture["table_notes"]),
    )
