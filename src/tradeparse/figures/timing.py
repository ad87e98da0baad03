"""Timing: which periods of a sentence are those of single figures, which are compared with, which hold for a clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from tradeparse.figures.comparison import is_compared
from tradeparse.figures.numbers import COMPARATORS, Figure
from tradeparse.figures.sentences import QUANTITIES, Sentence

PASSED = frozenset({
    "OF", "IN", "GENERIC", "GOODS", "GOODSMOD", "WORTH", "FROM", "TO", "PARTY", "PARTYADJ", "ARTICLE", "WORD", "BASIS",
    "LEVEL", "FLOW", "PAIRFLOW", "ITS", "IT", "FLOWVERB", "DIR", "CMP", "UPDOWN", "AT", "HYPHEN", "NEIGHBOUR", "POSS",
    "WITH", "BETWEEN", "FLOWADJ", "BY", "BE", "CURRENCY", "THAT", "NOHEDGE", "UNIT", "WORLD", "PAIR", "CITED",
    "OTHER", "ASMUCH", "OVERHEDGE", "ANAPHOR",
})  # fmt: skip
"""What may stand between a number and the period behind it."""
FULL_STOPS = (QUANTITIES | COMPARATORS) - {"FROM"}


@dataclass(slots=True)
class Timing:
    """The places of periods: each figure's own, the comparisons, and those that hold for a clause.

    `bases` are the numbers that others are set against.
    """

    own: dict[int, int] = field(default_factory=dict)
    comparisons: list[int] = field(default_factory=list)
    general: list[int] = field(default_factory=list)
    bases: set[int] = field(default_factory=set)


def find_timing(sentence: Sentence, figures: list[Figure]) -> Timing:
    """The periods of a sentence, sorted into own, compared and general ones."""
    timing = Timing({figure.index: figure.own_period for figure in figures if figure.own_period is not None})
    timing.bases = {figure.index for figure in figures if figure.role == "base"}
    taken = set(timing.own.values())
    places = [at for at, token in enumerate(sentence.tokens) if token.kind == "PERIOD"]
    for place in places:
        if place in taken:
            continue
        if sentence.has(("SINCE",), place - 3, place):
            taken.add(place)
        elif is_compared(sentence, place):
            taken.add(place)
            base = base_before(sentence, place, figures)
            if base is not None and sentence.tokens[place].value.is_relative and base.index not in timing.own:
                timing.own[base.index] = place
            else:
                timing.comparisons.append(place)
    for figure in figures:
        if figure.index in timing.own:
            continue
        behind = period_behind(sentence, figure, taken)
        if behind is not None:
            timing.own[figure.index] = behind
            taken.add(behind)
    for before, figure in pairwise(figures):
        behind = timing.own.get(figure.index)
        if figure.joined and behind is not None and behind > figure.index:
            # "1.52 billion yuan (US$226 million) in March".
            timing.own.setdefault(before.index, behind)
    denied = [place for index, place in timing.own.items() if is_denied(figures, index, alone=len(places) == 1)]
    free = [place for place in places if place not in taken and not names_a_whole(sentence, place)]
    timing.general = sorted({*free, *denied})
    return timing


def is_denied(figures: list[Figure], index: int, *, alone: bool) -> bool:
    """Whether a number is said not to hold, so that its period holds for others.

    So does that of a share, if it is the only one: "worth $5 million, 57 percent of its exports last year".
    """
    rules = ("negated", "share") if alone else ("negated",)
    return any(figure.index == index and figure.rule in rules for figure in figures)


def names_a_whole(sentence: Sentence, place: int) -> bool:
    """Whether a period only says of what something is a part or a record: "the fastest pace of the year"."""
    symbol = sentence.tokens[place].value
    return symbol.kind == "same" and symbol.is_relative and sentence.kind(place - 1) == "OF"


def base_before(sentence: Sentence, place: int, figures: list[Figure]) -> Figure | None:
    """The base amount right before a comparison ("from 2 tons from a year earlier")."""
    near = next((figure for figure in reversed(figures) if figure.index < place), None)
    if near is None or near.role != "base" or place - near.index > 4 or sentence.kind(place - 1) != "FROM":
        return None
    return near


def period_behind(sentence: Sentence, figure: Figure, taken: set[int]) -> int | None:
    """The period that follows a number as its own, before the next number or the end of its phrase."""
    words = 0
    for at in range(figure.index + 1, len(sentence)):
        kind = sentence.kind(at)
        if kind == "RPAR" and at == figure.index + 1 and figure.joined:
            continue
        if kind == "PERIOD":
            return None if at in taken or sentence.tokens[at].value.kind == "era" else at
        if kind == "RESPECTIVELY" or (
            kind == "COMMA" and "RESPECTIVELY" in (sentence.kind(at - 1), sentence.kind(at + 1))
        ):
            continue
        if kind == "COMMA" and figure.role == "base" and sentence.kind(at + 1) == "PERIOD":
            return at + 1 if sentence.tokens[at + 1].value.is_relative else None
        beside = at == figure.index + 1 or sentence.kind(at - 1) in PASSED
        if kind in ("FLOW", "PAIRFLOW") and figure.role != "change" and not beside:
            return None
        words += kind == "WORD"
        brings = sentence.tokens[at].id == "bring"
        if kind in FULL_STOPS or kind not in PASSED or brings or words > 3:
            return None
    return None


def period_told_of(sentence: Sentence, index: int) -> int | None:
    """The period that "when" takes up: "from April, when it imported", "since July last year, when"."""
    for at in range(index, sentence.clause_start(index) - 1, -1):
        if sentence.kind(at) == "WHEN":
            before = at - 2 if sentence.kind(at - 1) == "COMMA" else at - 1
            return before if sentence.kind(before) == "PERIOD" else None
    return None


def period_near(sentence: Sentence, timing: Timing, index: int, head: int | None) -> int | None:
    """A period between a figure's head and the figure, or within the head's phrase: "imports in May were"."""
    told = period_told_of(sentence, index)
    if told is not None:
        return told
    start = head if head is not None and head < index else index
    return last_of(place for place in open_to(sentence, timing, index) if start < place < index)


def period_of_clause(sentence: Sentence, timing: Timing, index: int, head: int | None) -> int | None:
    """A period of the figure's clause that no number has to itself."""
    same = [place for place in timing.general if sentence.clauses[place] == sentence.clauses[index]]
    before = last_of(place for place in same if place < index)
    if before is not None:
        return before
    return same[0] if same and head is not None and index < head < same[0] else None


def period_of_sentence(sentence: Sentence, timing: Timing, index: int, *, held: bool) -> int | None:
    """The period that holds for a figure without one of its own: of its clause, else the sentence's opening.

    `held`: the context has one, so that a period behind a comma is not needed.
    """
    told = period_told_of(sentence, index)
    if told is not None:
        return told
    clauses = sentence.clauses
    before = [place for place in open_to(sentence, timing, index) if place < index]
    same = last_of(place for place in before if clauses[place] == clauses[index])
    if same is not None:
        return same
    if before:
        return before[0]
    behind = [place for place in timing.general if place > index]
    if not held and len(behind) == 1 and not timing.own and clauses[behind[0]] >= 0:
        return behind[0]
    after = next((place for place in behind if clauses[place] == clauses[index]), None)
    if after is None or (held and sentence.has(("COMMA",), index + 1, after)):
        return None
    return after


def open_to(sentence: Sentence, timing: Timing, index: int) -> list[int]:
    """The general periods that may hold for a figure: not those of an aside that it does not stand in."""
    clauses = sentence.clauses
    return [place for place in timing.general if clauses[place] >= 0 or clauses[place] == clauses[index]]


def last_of(places: Iterable[int]) -> int | None:
    """The last of some places."""
    return max(places, default=None)
