"""Roles: what each number does in its sentence: a level, a change, the base it is set against, or no figure at all."""

from __future__ import annotations

from collections.abc import Callable

from tradeparse.figures.amounts import COMPARED, judge_amount
from tradeparse.figures.counts import judge_count
from tradeparse.figures.hedges import find_hedge
from tradeparse.figures.multiples import judge_fraction, judge_multiple
from tradeparse.figures.numbers import COMPARATORS, Figure, Setting
from tradeparse.figures.percentages import judge_percentage
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.mentions.quantities import number_of

JUDGES: dict[str, Callable[[Setting, Figure], None]] = {
    "MULT": judge_multiple,
    "FRAC": judge_fraction,
    "PCT": judge_percentage,
    "NUMBER": judge_count,
    "MONEY": judge_amount,
    "VOLUME": judge_amount,
}
SKIPPED = frozenset({"HEDGE", "NOHEDGE", "OVERHEDGE", "UPTO", "ARTICLE", "THAT", "ITS", "CITED", "FLOWADJ"})
"""What may stand between a number and the word that governs it."""
GOVERNING = frozenset({"BY", "TO", "DIR", "FROM", "AT", "BE", "OF", "LEVEL"})
"""Plain words are skipped where one of these stands before them."""


def judge_numbers(sentence: Sentence) -> list[Figure]:
    """The role of every number of a sentence, in order."""
    figures: list[Figure] = []
    for index, token in enumerate(sentence.tokens):
        if token.kind in QUANTITIES:
            figures.append(judge(sentence, index, figures))
    return figures


def judge(sentence: Sentence, index: int, before: list[Figure]) -> Figure:
    """The role of one number, from the words on its two sides."""
    quantity = number_of(sentence.tokens[index])
    figure = Figure(index, quantity, "rejected", "no-role", quantity.value, quantity.unit)
    if sentence.kind(index) == "REJECTED":
        figure.rule = "range-or-points"
        return figure
    left, figure.own_period, compares = look_left(sentence, index)
    figure.hedge = find_hedge(sentence.tokens, index)
    named = named_level(sentence, index)
    if named is not None:
        figure.own_period = named
        figure.tell_base(COMPARED)
        return figure
    JUDGES[sentence.kind(index)](Setting(sentence, index, left, sentence.kind(left), compares, before), figure)
    return figure


def named_level(sentence: Sentence, index: int) -> int | None:
    """The period of a level that is named as known: "of its 2019 level ($2.57 billion)", "its 2019 value of"."""
    if sentence.kind(index) not in ("MONEY", "VOLUME"):
        return None
    if (
        sentence.kind(index - 1) == "LPAR"
        and sentence.kind(index - 2) == "PERIOD"
        and sentence.kind(index + 1) == "RPAR"
    ):
        compared = sentence.kind(sentence.back_over(index - 3, ("IN", "ARTICLE"))) in (
            "THAN",
            "FROM",
            "HEDGE",
            "COMPARED",
        )
        return index - 2 if compared else None
    at = sentence.back_over(index - 1, ("LPAR", "HEDGE", "NOHEDGE", "OF"))
    at = sentence.back_over(at, ("WORD", "NUMBER", "ASMUCH", "ANAPHOR", "LEVEL"), 1)
    if at == index - 1 or sentence.kind(at) != "PERIOD" or sentence.kind(at - 1) not in ("ITS", "THAT"):
        return None
    return at


def look_left(sentence: Sentence, index: int) -> tuple[int, int | None, bool]:
    """The place of the word that governs a number, a possessive period before it, and whether a hedge compares."""
    possessive: int | None = None
    compares = False
    words = 0
    at = index - 1
    while at >= 0:
        kind = sentence.kind(at)
        if kind in SKIPPED:
            if kind == "HEDGE" and at < index - 1 and sentence.kind(index + 1) != "MARK":
                compares = compares or hedge_compares(sentence, at, possessive)
            at -= 1
        elif kind == "COLON" and sentence.kind(at - 1) == "PERIOD" and sentence.kind(at - 2) in COMPARATORS:
            # "More than a year earlier: $281 million" says what was more.
            break
        elif sentence.kind(at - 1) == "PERIOD" and (
            kind == "POSS" or (kind in ("APOS", "COLON") and possessive is None)
        ):
            possessive = at - 1
            at -= 2
        elif kind == "WORD" and words < 2 and sentence.kind(at - 1) in GOVERNING:
            words += 1
            at -= 1
        else:
            break
    return at, possessive, compares


def hedge_compares(sentence: Sentence, at: int, possessive: int | None) -> bool:
    """Whether "more than" sets a number against a level that is named: "more than the 7 million tons", "than May's"."""
    if sentence.tokens[at].value not in ("over", "under"):
        return False
    following = sentence.tokens[at + 1]
    return possessive is not None or following.kind in ("PERIOD", "THAT") or following.value == "definite"
