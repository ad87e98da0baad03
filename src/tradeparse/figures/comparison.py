"""Comparison: which periods and flows are only what another is set against."""

from __future__ import annotations

from tradeparse.figures.heads import Head
from tradeparse.figures.numbers import COMPARATORS
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.signs import COMPARING_HEDGES
from tradeparse.mentions.tokens import Token

BEFORE_BASE = frozenset({
    "ARTICLE", "IN", "THAT", "ASMUCH", "AT", "OF", "WORD", "GENERIC", "FLOW", "CITED", "SAME", "BE", "TO", "NOHEDGE",
    "ITS", "LEVEL", "FLOWADJ", "IT", "FLOWVERB", "ANAPHOR", "NEGATION",
})  # fmt: skip
"""What may stand between a comparator and its period."""
OF_OWNER = frozenset({"MONEY", "VOLUME", "PCT", "HEDGE", "NOHEDGE"})
"""Behind a period's possessive these are what is compared with: "than May's $5 million"."""
BEFORE_FLOW = frozenset({"ARTICLE", "FLOWADJ", "HEDGE"})


def is_compared(sentence: Sentence, place: int) -> bool:
    """Whether a comparator governs a period: "from a year earlier", "than in May", "compared to the first quarter"."""
    at = sentence.back_over(place - 1, BEFORE_BASE, 6)
    # Behind the fourth, plain words lead to something else.
    if at < 0 or any(sentence.kind(back) == "WORD" for back in range(at + 1, place - 4)):
        return False
    if sentence.kind(place + 1) == "POSS" and sentence.kind(place + 2) in OF_OWNER:
        return False
    token, symbol = sentence.tokens[at], sentence.tokens[place].value
    if token.kind == "ON":
        return symbol.kind in ("same", "shift") or sentence.has(("DIR", "UPDOWN"), at - 8, at)
    if token.kind == "COMPARED":
        return token.id != "after"
    if token.kind == "OVERHEDGE":
        # "The figures below are for 2023" sets nothing against 2023.
        if sentence.has(("MULT", "FRAC"), 0, at) and sentence.has(("ASMUCH", "MULT"), at - 4, at):
            # "Thirteen times what they had brought in over the same period of 2022".
            return True
        return sentence.kind(at + 1) != "BE" and overlooks(sentence, at, place)
    if token.kind in ("MULT", "FRAC"):
        return is_multiple_of(sentence, at, place)
    return compares(sentence, at, token) or symbol.kind == "era"


def compares(sentence: Sentence, at: int, token: Token) -> bool:
    """Whether a word always sets what follows it against what went before."""
    if token.kind in ("FROM", "THAN"):
        return True
    if token.kind == "HEDGE":
        return token.id in COMPARING_HEDGES
    if token.kind == "AS":
        return sentence.has(("MULT", "FRAC", "ASMUCH"), at - 9, at)
    return token.id == "ahead"


def overlooks(sentence: Sentence, at: int, place: int) -> bool:
    """Whether "above", or "over" after a change, sets something against a period: "up 5 percent over 2019"."""
    symbol = sentence.tokens[place].value
    if (symbol.kind == "shift" and symbol.is_relative) or sentence.tokens[at].id == "above-below":
        return True
    single = symbol.kind == "years" or (symbol.kind == "months" and symbol.first == symbol.last)
    return single and sentence.has(("DIR", "MULT", "PCT"), at - 8, at)


def is_multiple_of(sentence: Sentence, at: int, place: int) -> bool:
    """Whether a multiple or fraction is one of a period's level: "three times that of May"."""
    token = sentence.tokens[at]
    if token.id == "times" and at == place - 1:
        return not sentence.has(COMPARATORS | {"AS"}, place, len(sentence))
    last = token.parts[-1] if token.parts else token
    if "what-it-was" in (last.id, sentence.tokens[at + 1].id):
        return True
    levels = token.value.level or token.id == "multiple-of-a-level"
    return levels and not sentence.has(("IN",), at, place)


def compares_head(sentence: Sentence, head: Head) -> bool:
    """Whether a flow is named only as what another is compared with: "from a shortfall of"."""
    if head.verb or head.kind not in ("deficit", "surplus", "total"):
        return False
    return sentence.kind(sentence.back_over(head.first - 1, BEFORE_FLOW)) in COMPARATORS
