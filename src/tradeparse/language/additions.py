"""Words that a user adds to a language: which of its words or classes they join, and what they mean there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from os import PathLike
from typing import Any

from tradeparse.language.lexicon import Entry, Language, Lexicon, Sense, add_forms, opening_of, shipped
from tradeparse.language.scanning import scan_words
from tradeparse.language.word_files import WordEntry, read_word_file


def load_language(*paths: str | PathLike[str]) -> Language:
    """The language as the package has it, with the words of a user's files; a mistake in one is a `LanguageError`."""
    language = shipped()
    if not paths:
        return language
    return add_words(language, [entry for path in paths for entry in read_word_file(path)])


def add_words(language: Language, entries: Iterable[WordEntry]) -> Language:
    """A language with the words of a user's files, each in every lexicon that has its word or its class."""
    growths = Growth(language.words), Growth(language.sources)
    for entry in entries:
        joined = find_joined(entry, growths)
        values = [value for growth, kin in joined for value in growth.values_of(kin)]
        for growth, kin in joined:
            growth.add(entry, kin, values)
    return Language(*(growth.grown() for growth in growths))


@dataclass(slots=True)
class Growth:
    """A lexicon, the forms that it gets, and where each of these stands."""

    lexicon: Lexicon
    rows: list[tuple[tuple[str, ...], Sense]] = field(default_factory=list)
    places: dict[tuple[str, ...], str] = field(default_factory=dict)
    class_values: dict[str, list[Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.class_values = {}
        for group in self.lexicon.forms.values():
            for _, senses in group:
                for sense in senses:
                    values = self.class_values.setdefault(sense.kind, [])
                    value = sense.value[0] if sense.cased else sense.value
                    if value not in values:
                        values.append(value)

    def values_of(self, kin: Entry) -> list[Any]:
        """What words of a kin may mean: what its word means, or else what words of its class do."""
        return self.class_values[kin.kind] if kin.tabled else [kin.value]

    def add(self, entry: WordEntry, kin: Entry, values: list[Any]) -> None:
        """Take the forms of an entry; `values` are all that it may mean, here or in another lexicon."""
        own = self.values_of(kin)
        for form, given in entry.forms:
            if given is None:
                if kin.tabled and None not in own:
                    entry.refuse(f"{form!r} has no value", f"give one of {self.choice(kin, values)}")
                value = None if None in own else own[0]
            else:
                if not has(values, given) and not (self.is_free(kin) and is_name(given)):
                    remedy = "leave the value out" if values == [None] else f"give one of {self.choice(kin, values)}"
                    entry.refuse(f"{given!r} is no value that {form!r} may have", remedy)
                value = None if own == [None] else given
            self.take(entry, kin, form, value)

    def is_free(self, kin: Entry) -> bool:
        """Whether a value may be a name that is new."""
        return kin.kind in self.lexicon.free_classes

    def choice(self, kin: Entry, values: list[Any]) -> str:
        """The values that there are, each once, for a message."""
        known = ", ".join(map(repr, sorted({value for value in values if value is not None})))
        return f"{known} or a name of your own" if self.is_free(kin) else known

    def take(self, entry: WordEntry, kin: Entry, form: str, value: Any) -> None:
        """Take a form, unless it is there already."""
        cased = form != form.lower()
        words = tuple(piece if cased else key for piece, key, _, _ in scan_words(form, 0, len(form)))
        if not any(word[0].isalpha() for word in words):
            entry.refuse(f"there is no word in the form {form!r}", "take it out, or write one")
        sense = Sense(kin.kind, (value, words) if cased else value, entry.id, cased)
        standing = find_standing(self.lexicon, words, cased)
        if standing is not None:
            if self.means_the_same(standing, sense):
                return  # a file must not fail because the language has learnt its words
            entry.refuse(f"{form!r} is a form of {standing.id!r} already", "take it out")
        if words in self.places:
            entry.refuse(f"{form!r} stands already at {self.places[words]}", "take it out of one of them")
        self.places[words] = entry.place
        self.rows.append((words, sense))

    def means_the_same(self, standing: Sense, sense: Sense) -> bool:
        """Whether a form is there already with its class and value, and in its word unless that is the user's own."""
        same_word = standing.id == sense.id or sense.id not in self.lexicon.entries
        return same_word and (standing.kind, standing.value) == (sense.kind, sense.value)

    def grown(self) -> Lexicon:
        """The lexicon with all that it got."""
        return replace(self.lexicon, forms=add_forms(self.lexicon.forms, self.rows))


def find_joined(entry: WordEntry, growths: tuple[Growth, ...]) -> list[tuple[Growth, Entry]]:
    """The lexicons that an entry's forms go into, each with the word or the class that they join there."""
    same = [(one, one.lexicon.entries[entry.id]) for one in growths if entry.id in one.lexicon.entries]
    if same:
        kinds = sorted({kin.kind for _, kin in same})
        if entry.kind is None and len(kinds) > 1:
            entry.refuse(f"two words have this id, of the classes {' and '.join(kinds)}", "give the class too")
        joined = [(one, kin) for one, kin in same if entry.kind in (None, kin.kind)]
        if not joined:
            entry.refuse(f"its class is {' or '.join(kinds)}", "leave the class out, or give the word another id")
        return joined
    if entry.kind is None:
        known = [identity for one in growths for identity in one.lexicon.entries]
        remedy = f"give the id of one, such as {nearest(entry.id, known, 'goods')!r}, or a class"
        entry.refuse("there is no such word to add forms to", remedy)
    if any(entry.id == pattern.id for one in growths for row in one.lexicon.patterns.values() for pattern in row):
        entry.refuse("a pattern has this id", "give another")
    joined = [(one, Entry(entry.kind, None, tabled=True)) for one in growths if entry.kind in one.class_values]
    if not joined:
        known = [kind for one in growths for kind in one.class_values]
        remedy = f"give one that there is, such as {nearest(entry.kind.upper(), known, 'GOODS')}"
        entry.refuse(f"there is no class {entry.kind!r}", remedy)
    return joined


def find_standing(lexicon: Lexicon, words: tuple[str, ...], cased: bool) -> Sense | None:
    """The sense that would be found in place of a new one."""
    lowered = tuple(word.lower() for word in words)
    for form, senses in lexicon.forms.get(opening_of(lowered, 0), ()):
        if form == lowered:
            return next(
                (one for one in senses if one.cased == cased and (not cased or one.value[1] == words)),
                None,
            )
    return None


def has(values: list[Any], value: Any) -> bool:
    """Whether a value is among others of its own type: `true` is not 1."""
    return any(type(one) is type(value) and one == value for one in values)


def is_name(value: Any) -> bool:
    """Whether a value is a word or several on one line."""
    return isinstance(value, str) and value.isprintable() and bool(value.strip())


def nearest(word: str, known: list[str], otherwise: str) -> str:
    """The known word that is written most alike."""
    return next(iter(get_close_matches(word, known, 1, cutoff=0.75)), otherwise)
