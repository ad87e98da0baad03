"""Goods phrases: how far the words that name goods reach."""

from __future__ import annotations

from tradeparse.figures.sentences import Sentence

Phrase = tuple[int, int]
"""The first and the last token of a phrase."""
NAMING = frozenset({"GOODS", "GOODSMOD"})
DETERMINERS = frozenset({"ARTICLE", "PARTYADJ", "GOODSMOD"})
"""What may stand between a preposition and its goods."""
AFTER_OTHER_NOUN = frozenset({"WORD", "GOODS", "GENERIC", "POSS", "FLOW", "AID", "SHARE"})
"""Before these, plain words are no goods but part of a longer noun."""


def widen_goods(sentence: Sentence, at: int, *, backwards: bool = False) -> Phrase:
    """The first and last token of a goods phrase around a goods noun."""
    first = last = at
    step = -1 if backwards else 1
    while True:
        following = (first if backwards else last) + step
        kind = sentence.kind(following)
        if kind not in NAMING and not (kind == "AND" and joins_goods(sentence, following, step)):
            break
        if backwards:
            first = following
        else:
            last = following
    while first < last and sentence.kind(first) == "AND":
        first += 1
    while last > first and sentence.kind(last) in ("AND", "GOODSMOD"):
        last -= 1
    return first, last


def joins_goods(sentence: Sentence, at: int, step: int) -> bool:
    """Whether a plain "and" is followed by more goods in the direction of the step."""
    if sentence.tokens[at].value != "plain":
        return False
    beyond = sentence.kind(at + step)
    if beyond == "GOODSMOD" and 0 <= at + 2 * step < len(sentence):
        return sentence.kind(at + 2 * step) in NAMING
    return beyond == "GOODS"


def plain_goods(sentence: Sentence, index: int, limit: int) -> Phrase | None:
    """Up to three plain words that can only be goods: "sales of umbrella frames rose"."""
    tokens = sentence.tokens
    last = index
    while last < limit and tokens[last].kind in ("WORD", "GOODSMOD") and not tokens[last].capital and last - index < 3:
        last += 1
    if last == index or tokens[last - 1].kind == "GOODSMOD":
        return None
    if last < limit and tokens[last].kind in AFTER_OTHER_NOUN:
        return None
    return index, last - 1


def goods_at(sentence: Sentence, at: int) -> Phrase | None:
    """The goods that are named right here, articles and adjectives passed over."""
    at = sentence.on_over(at, DETERMINERS)
    return widen_goods(sentence, at) if sentence.kind(at) == "GOODS" else None
