"""Text as tokens: one scan, each token with its span and the class that the language gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tradeparse.language.lexicon import PUNCTUATION, Forms, Lexicon, Sense
from tradeparse.language.scanning import APOSTROPHES, DASHES, scan_words

ENDS_PAIR = frozenset(
    ("FLOWVERB", "BE", "POSS", "APOS", "DOT", "COMMA", "IN", "AND", "LEVEL", "UPDOWN", "DIR", "SEMICOLON", "HEDGE")
)
PLAIN_MARKS = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(APOSTROPHES, "'"))
"""Hyphens and apostrophes as a keyboard has them."""
Word = tuple[str, str, int, int]
"""A piece of text as written, as looked up, and its span."""
LONGEST = 240
"""No sentence of an article has so many tokens; a longer run is cut, so that no text can make linking slow."""
SHORTEST = 6
"""So few tokens before the point of an abbreviated month are no sentence: "In Dec. North Korea imported"."""


@dataclass(slots=True)
class Token:
    """A word, a number, a phrase or what a pattern made of several; `kind` is its class."""

    kind: str
    value: Any
    start: int
    end: int
    id: str = ""
    low: str = ""
    capital: bool = False
    parts: tuple[Token, ...] = ()


def is_year(piece: str) -> bool:
    """Whether digits may be a year of the common era near ours."""
    return len(piece) == 4 and piece.isdecimal() and "1900" <= piece <= "2099"


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]`; at each word the longest form of the language wins."""
    words = list(join_halves(text, scan_words(text, start, end), lexicon.forms))
    keys = [*(word[1] for word in words), ""]
    forms = lexicon.forms
    tokens: list[Token] = []
    at, count = 0, len(words)
    while at < count:
        piece, key, begin, stop = words[at]
        taken = 0
        for form, senses in (*forms.get((key, keys[at + 1]), ()), *forms.get((key, ""), ())):
            size = len(form)
            if size <= 2 or tuple(keys[at : at + size]) == form:
                sense: Sense | None = senses[0]
                if senses[0].cased:
                    sense = choose_sense(senses, [word[0] for word in words[at : at + size]])
                if sense is not None and not (sense.kind == "PERCENT" and is_last(words, at + size)):
                    last = words[at + size - 1]
                    value = sense.value[0] if sense.cased else sense.value
                    low = key if size == 1 else " ".join(keys[at : at + size])
                    tokens.append(Token(sense.kind, value, begin, last[3], sense.id, low, piece[0].isupper()))
                    taken = size
                    break
        if taken:
            at += taken
            continue
        if piece[0].isdecimal() or (piece[0] == "." and len(piece) > 1):
            tokens.append(Token("YEAR" if is_year(piece) else "NUM", piece, begin, stop, "", key))
        elif key in PUNCTUATION:
            tokens.append(Token(PUNCTUATION[key], None, begin, stop, "", key))
        else:
            tokens.append(Token("WORD", None, begin, stop, "", key, piece[0].isupper()))
        at += 1
    drop_place_names(tokens)
    mark_adjectives(tokens)
    join_pairs(tokens)
    mark_possessives(tokens, lexicon.bare_possessives)
    return tokens


def join_halves(text: str, words: Iterable[Word], forms: Forms) -> Iterator[Word]:
    """The words, those that a line end divides put together where the language knows the whole: "Septem-\nber"."""
    held: list[Word] = []
    for word in words:
        held.append(word)
        if len(held) == 3:
            first, mark, last = held
            divided = mark[1] == "-" and first[3] == mark[2] and "\n" in text[mark[3] : last[2]]
            whole = first[1] + last[1]
            if divided and (whole, "") in forms and (first[1], "") not in forms:
                yield first[0] + last[0], whole, first[2], last[3]
                held.clear()
            else:
                yield held.pop(0)
    yield from held


def is_last(words: list[Word], following: int) -> bool:
    """Whether a point before this place ends its sentence ("by 8.9 pct. In October"): "pct." is then not one form."""
    return words[following - 1][1] == "." and (following == len(words) or words[following][0][0].isupper())


def mark_adjectives(tokens: list[Token]) -> None:
    """An abbreviated name before goods says whose they are: "$9 million worth of DPRK goods", "bought DPRK coal"."""
    for place, (token, following) in enumerate(pairwise(tokens)):
        if token.id != "abbreviated-side" or following.kind not in ("GOODS", "GENERIC", "GOODSMOD"):
            continue
        before = tokens[place - 1] if place else token
        if (
            not token.low.startswith("the ")
            and before.kind not in ("ARTICLE", "TO", "FROM")
            and before.value != "exports"
        ):
            token.kind = "PARTYADJ"


def join_pairs(tokens: list[Token]) -> None:
    """ "The two" that stands by itself is both sides: "the two did business", "between the two"."""
    for at, article in enumerate(tokens):
        if article.kind != "ARTICLE" or article.value != "definite" or at + 2 >= len(tokens):
            continue
        number, following = tokens[at + 1 : at + 3]
        if number.kind == "WORDNUM" and number.value == 2 and following.kind in ENDS_PAIR:
            low = f"{article.low} {number.low}"
            tokens[at : at + 2] = [Token("PAIR", None, article.start, number.end, "pair", low, article.capital)]


def mark_possessives(tokens: list[Token], endings: tuple[str, ...]) -> None:
    """An apostrophe behind a word that takes no letter more is a possessive: "the neighbours' trade"."""
    for word, mark in pairwise(tokens):
        if mark.kind == "APOS" and word.low.endswith(endings):
            mark.value = "possessive"


def drop_place_names(tokens: list[Token]) -> None:
    """A bare "North" before another name is part of that name ("North Dakota"), not a side."""
    for token, following in pairwise(tokens):
        if token.id == "north" and following.kind == "WORD" and following.capital and following.start - token.end == 1:
            token.kind = "WORD"


def choose_sense(senses: tuple[Sense, ...], pieces: list[str]) -> Sense | None:
    """The first sense whose case fits the words as written."""
    for sense in senses:
        if not sense.cased or all(
            piece == wanted or not wanted[0].isalpha() for piece, wanted in zip(pieces, sense.value[1], strict=True)
        ):
            return sense
    return None


def split_sentences(text: str, tokens: list[Token]) -> list[list[Token]]:
    """Tokens cut into sentences: at stops before a capital, and where web text glues two sentences together."""
    sentences: list[list[Token]] = []
    current: list[Token] = []
    for index, token in enumerate(tokens):
        if current and glued(text, current[-1], token):
            sentences.append(current)
            current = []
        current.append(token)
        if len(current) == LONGEST:
            sentences.append(current)
            current = []
            continue
        if token.kind in ("DOT", "STOP") or (text[token.end - 1] == "." and token.kind == "MONTH"):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if following is None or ends_sentence(text, current, following):
                sentences.append(current)
                current = []
    if current:
        sentences.append(current)
    return sentences


def glued(text: str, before: Token, after: Token) -> bool:
    """Whether a capital follows a small letter with nothing between, as where headline and text run together."""
    return (
        before.end == after.start
        and after.capital
        and after.kind != "CURRENCY"
        and text[before.end - 1].islower()
        and before.end - before.start > 2
        and after.end - after.start > 1
    )


def ends_sentence(text: str, sentence: list[Token], following: Token) -> bool:
    """Whether the stop at the end of these tokens ends a sentence, given what follows it."""
    gap = text[sentence[-1].end : following.start]
    opens = following.capital or not text[following.start].isalnum() or text[following.start].isdigit()
    if sentence[-1].kind == "MONTH":
        if len(sentence) <= SHORTEST or following.kind == "UPDOWN":
            return False
        return following.capital and any(map(str.isspace, gap)) and following.kind != "YEAR"
    before = sentence[-2] if len(sentence) > 1 else None
    if before is None:
        return True
    if any(map(str.isspace, gap)) or any(quote in gap for quote in '"”»'):
        if before.end - before.start == 1 and text[before.start].isupper() and before.end == sentence[-1].start:
            return False
        return opens
    return following.capital and text[before.end - 1].isalnum() and before.end - before.start > 1
