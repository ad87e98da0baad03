"""Sides: who trades, and where a side is the subject of its sentence."""

from __future__ import annotations

from tradeparse.figures.sentences import Sentence
from tradeparse.mentions.tokens import Token

BOTH = frozenset({"CHN", "PRK"})
"""The two whose trade counts; other sides are `OTHER`, and `PAIR`, `ITS`, `NEIGHBOUR` until the context names them."""
SIDES = {
    "OWNER": "OTHER",
    "OTHER": "OTHER",
    "WORLD": "OTHER",
    "PAIR": "PAIR",
    "NEIGHBOUR": "NEIGHBOUR",
    "THERE": "NEIGHBOUR",
    "ITS": "ITS",
    "IT": "ITS",
}
DEPENDENT = frozenset({"PARTYADJ", "ITS", "WORLD", "THERE", "OWNER"})
"""Kinds that name a side but are never the subject."""
BEFORE_OBJECTS = frozenset({"FROM", "TO", "WITH", "OF", "IN", "BY", "AT", "COMPARED"})


def side_of(token: Token) -> str | None:
    """The side that a token names, if it names one."""
    if token.kind in ("PARTY", "PARTYADJ"):
        return str(token.value)
    return SIDES.get(token.kind)


def opposite(side: str | None) -> str | None:
    """The other one of the two."""
    return {"CHN": "PRK", "PRK": "CHN"}.get(side or "")


def is_subject(sentence: Sentence, at: int) -> bool:
    """Whether a side stands free: no preposition before it, no possessive or noun of its own after it."""
    side = side_of(sentence.tokens[at])
    if side is None or sentence.kind(at) in DEPENDENT or sentence.kind(at + 1) in ("POSS", "HYPHEN", "OTHER"):
        return False
    place = at - 2 if sentence.kind(at - 1) == "ARTICLE" else at - 1
    before = sentence.kind(place)
    if before == "COMPARED" and sentence.tokens[place].id == "after":
        return True
    if before in ("FLOWVERB", "NEIGHBOUR"):
        return False
    return before not in BEFORE_OBJECTS or side == "PAIR"


def subject_before(sentence: Sentence, first: int) -> str | None:
    """The last side before a flow that stands free or owns another flow: whom "its" means."""
    tokens = sentence.tokens
    for at in range(first - 1, -1, -1):
        side = side_of(tokens[at])
        if side is None or sentence.clauses[at] < 0 <= sentence.clauses[first]:
            continue
        if is_subject(sentence, at) and (side in BOTH or side == "OTHER"):
            return side
        owns = at + 2 < first and tokens[at + 1].kind == "POSS" and tokens[at].kind in ("PARTY", "OTHER")
        if owns and sentence.has(("FLOW", "PAIRFLOW"), at + 2, at + 5):
            return side
    return None


def pair_before(sentence: Sentence, index: int) -> list[str]:
    """The two sides of "Between China and North Korea it amounted to"."""
    if sentence.kind(index - 4) == "BETWEEN" and sentence.kind(index - 2) == "AND":
        sides = [side_of(sentence.tokens[index - 3]), side_of(sentence.tokens[index - 1])]
        if set(sides) == BOTH:
            return [str(side) for side in sides]
    return []


def is_elsewhere(sentence: Sentence) -> bool:
    """Whether a sentence turns to another country: one stands free in it, and neither side is named."""
    if not sentence.kinds.isdisjoint({"PARTY", "PARTYADJ", "PAIR", "IT", "ITS", "NEIGHBOUR"}):
        return False
    return any(
        token.kind == "OTHER" and token.id != "other-capital" and is_subject(sentence, at)
        for at, token in enumerate(sentence.tokens)
    )


def opens_with_other(sentence: Sentence) -> bool:
    """Whether a sentence opens with another partner: "With Japan the North traded"."""
    return sentence.kind(0) == "WITH" and sentence.has(("OTHER", "WORLD"), 1, 4)
