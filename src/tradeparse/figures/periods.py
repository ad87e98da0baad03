"""Which period each figure covers and what each change is set against, from the words around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tradeparse.figures.heads import number_clauses
from tradeparse.figures.roles import COMPARATORS, QUANTITIES, Figure
from tradeparse.mentions.tokens import Token

PASSED = {
    "OF", "IN", "GENERIC", "GOODS", "GOODSMOD", "WORTH", "FROM", "TO", "PARTY", "PARTYADJ", "ARTICLE", "WORD", "BASIS",
    "LEVEL", "FLOW", "PAIRFLOW", "ITS", "IT", "FLOWVERB", "DIR", "CMP", "UPDOWN", "AT", "HYPHEN", "NEIGHBOUR", "POSS",
    "WITH", "BETWEEN", "FLOWADJ", "BY", "BE", "CURRENCY", "THAT", "NOHEDGE", "UNIT", "WORLD", "PAIR", "CITED",
    "OTHER", "ASMUCH", "OVERHEDGE", "ANAPHOR",
}  # fmt: skip
BEFORE_BASE = {
    "ARTICLE",
    "IN",
    "THAT",
    "ASMUCH",
    "AT",
    "OF",
    "WORD",
    "GENERIC",
    "FLOW",
    "CITED",
    "SAME",
    "BE",
    "TO",
    "NOHEDGE",
    "ITS",
    "LEVEL",
    "FLOWADJ",
    "IT",
    "FLOWVERB",
    "ANAPHOR",
}


@dataclass(slots=True)
class Timing:
    """The places of periods: each figure's own, the comparisons, and those that hold for a clause."""

    own: dict[int, int] = field(default_factory=dict)
    comparisons: list[int] = field(default_factory=list)
    general: list[int] = field(default_factory=list)


def find_timing(tokens: list[Token], figures: list[Figure], first_index: dict[int, int]) -> Timing:
    """Sort the periods of a sentence into own, compared and general ones."""
    timing = Timing()
    taken: set[int] = set()
    for figure in figures:
        if figure.own_period is not None:
            timing.own[figure.index] = figure.own_period
            taken.add(figure.own_period)
    places = [index for index, token in enumerate(tokens) if token.kind == "PERIOD"]
    for place in places:
        if place in taken:
            continue
        if any(token.kind == "SINCE" for token in tokens[max(place - 3, 0) : place]):
            taken.add(place)
            continue
        if is_compared(tokens, place):
            owner = base_before(tokens, place, figures)
            if owner is not None and tokens[place].value.is_relative and owner.index not in timing.own:
                timing.own[owner.index] = place
            else:
                timing.comparisons.append(place)
            taken.add(place)
    for figure in figures:
        if figure.index in timing.own:
            continue
        place = period_after(tokens, figure, taken)
        if place is not None:
            timing.own[figure.index] = place
            taken.add(place)
    timing.general = [place for place in places if place not in taken and not names_a_whole(tokens, place)]
    return timing


def names_a_whole(tokens: list[Token], place: int) -> bool:
    """Whether a period only says of what something is a part or a record: "the fastest pace of the year"."""
    return tokens[place].value.kind == "same" and tokens[place].value.is_relative and tokens[place - 1].kind == "OF"


def base_before(tokens: list[Token], place: int, figures: list[Figure]) -> Figure | None:
    """The base amount right before a comparison ("from 2 tons from a year earlier")."""
    near = [figure for figure in figures if figure.index < place]
    if near and near[-1].role == "base" and place - near[-1].index <= 4 and tokens[place - 1].kind == "FROM":
        return near[-1]
    return None


def is_compared(tokens: list[Token], place: int) -> bool:
    """Whether a comparator governs a period: "from a year earlier", "than in May", "compared to the first quarter of 2022"."""
    at = place - 1
    steps = 0
    while at >= 0 and tokens[at].kind in BEFORE_BASE and steps < 6:
        if tokens[at].kind == "WORD" and steps > 3:
            return False
        at -= 1
        steps += 1
    if at < 0:
        return False
    token = tokens[at]
    symbol = tokens[place].value
    if place + 1 < len(tokens) and tokens[place + 1].kind == "POSS" and place + 2 < len(tokens):
        beyond = tokens[place + 2].kind
        if beyond in ("MONEY", "VOLUME", "PCT", "HEDGE", "NOHEDGE"):
            return False
    if token.kind == "ON":
        return symbol.kind in ("same", "shift") or any(one.kind == "DIR" for one in tokens[max(at - 8, 0) : at])
    if token.kind == "FROM":
        return True
    if token.kind == "THAN":
        return True
    if token.kind == "HEDGE" and token.id in ("more-than", "less-than", "short-of"):
        return True
    if token.kind == "COMPARED":
        if token.id == "after":
            return False
        return True
    if token.kind == "OVERHEDGE":
        if (symbol.kind == "shift" and symbol.is_relative) or token.id == "above-below":
            return True
        single = symbol.kind == "years" or (symbol.kind == "months" and symbol.first == symbol.last)
        return single and any(one.kind in ("DIR", "MULT", "PCT") for one in tokens[max(at - 8, 0) : at])
    if token.kind in ("MULT", "FRAC"):
        if token.id == "times" and at == place - 1:
            return not any(one.kind in ("AS", "THAN", "FROM", "COMPARED") for one in tokens[place:])
        leads = token.value.level or token.id == "multiple-of-a-level"
        return leads and not any(one.kind == "IN" for one in tokens[at:place])
    if token.kind == "CMP" and token.id == "ahead":
        return True
    if token.kind == "AS" and any(one.kind in ("MULT", "ASMUCH") for one in tokens[max(at - 9, 0) : at]):
        return True
    if symbol.kind == "era":
        return True
    return False


def period_after(tokens: list[Token], figure: Figure, taken: set[int]) -> int | None:
    """The period that follows a number as its own, before the next number or the end of its phrase."""
    at = figure.index + 1
    words = 0
    while at < len(tokens):
        token = tokens[at]
        kind = token.kind
        if kind == "PERIOD":
            if at in taken:
                return None
            if token.value.kind == "era":
                return None
            return at
        if kind in QUANTITIES or (kind in COMPARATORS and kind != "FROM"):
            return None
        if kind == "FROM" and figure.role == "base" and at + 1 < len(tokens):
            pass
        if (
            kind == "RESPECTIVELY"
            or (kind == "COMMA" and at + 1 < len(tokens) and tokens[at + 1].kind == "RESPECTIVELY")
            or (kind == "COMMA" and tokens[at - 1].kind == "RESPECTIVELY")
        ):
            at += 1
            continue
        if kind == "COMMA":
            following = at + 1
            if (
                following < len(tokens)
                and tokens[following].kind == "PERIOD"
                and tokens[following].value.is_relative
                and figure.role == "base"
            ):
                return following
            return None
        if (
            kind in ("FLOW", "PAIRFLOW")
            and figure.role != "change"
            and tokens[at - 1].kind not in ("OF", "IN", "WORTH", *PASSED)
        ):
            return None
        if kind not in PASSED:
            return None
        if kind == "WORD":
            words += 1
            if words > 3:
                return None
        at += 1
    return None


def period_told_of(tokens: list[Token], clauses: list[int], index: int) -> int | None:
    """The period that "when" takes up: "from April, when it imported", "since July last year, when"."""
    at = index
    while at >= 0 and clauses[at] == clauses[index]:
        if tokens[at].kind == "WHEN":
            before = at - 1
            if before >= 0 and tokens[before].kind == "COMMA":
                before -= 1
            return before if before >= 0 and tokens[before].kind == "PERIOD" else None
        at -= 1
    return None


def general_near(tokens: list[Token], timing: Timing, index: int, head_index: int | None) -> int | None:
    """A period between a figure's head and the figure, or within the head's phrase: "imports in May were"."""
    told = period_told_of(tokens, number_clauses(tokens), index)
    if told is not None:
        return told
    clauses = number_clauses(tokens)
    start = head_index if head_index is not None and head_index < index else index
    near = [
        place
        for place in timing.general
        if start < place < index and (clauses[place] >= 0 or clauses[place] == clauses[index])
    ]
    return near[-1] if near else None


def same_clause(tokens: list[Token], timing: Timing, index: int, head_index: int | None) -> int | None:
    """A period of the figure's clause that no number has to itself."""
    clauses = number_clauses(tokens)
    same = [place for place in timing.general if clauses[place] == clauses[index]]
    before = [place for place in same if place < index]
    if before:
        return before[-1]
    return same[0] if same and head_index is not None and index < head_index < same[0] else None


def general_for(tokens: list[Token], timing: Timing, index: int, *, held: bool) -> int | None:
    """The period that holds for a figure without one of its own: of its clause, else the sentence's opening."""
    clauses = number_clauses(tokens)
    told = period_told_of(tokens, clauses, index)
    if told is not None:
        return told
    before = [
        place for place in timing.general if place < index and (clauses[place] >= 0 or clauses[place] == clauses[index])
    ]
    same = [place for place in before if clauses[place] == clauses[index]]
    if same:
        return same[-1]
    if before:
        return before[0]
    after = [place for place in timing.general if place > index and clauses[place] == clauses[index]]
    if not after or (held and any(token.kind == "COMMA" for token in tokens[index + 1 : after[0]])):
        return None
    return after[0]
