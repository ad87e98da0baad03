"""Prices and the like: numbers of money and goods that are rates, averages, caps, aid or what something costs."""

from __future__ import annotations

from tradeparse.figures.claims import Claim
from tradeparse.figures.numbers import Figure
from tradeparse.figures.sentences import QUANTITIES, Sentence

PHRASE_ENDS = QUANTITIES | {"COMMA", "PERIOD", "AND"}
AID = frozenset({"AID", "PRICE"})
BEFORE_PURPOSE = frozenset({"OF", "IN", "AS", "WITH", "BY", "TO"})
"""Behind these, aid is only what the number is for or with."""
BEFORE_AID = frozenset({"OF", "IN", "WORTH", "HYPHEN", "ARTICLE", "WORD", "GOODS", "TO", "NUMBER"})
"""What may stand between a number and the aid that it counts."""


def is_unit_price(claim: Claim) -> bool:
    """Whether it is what "a ton", "a barrel" before it costs."""
    tokens = claim.sentence.tokens
    return claim.is_money and any(
        (tokens[at].kind == "UNIT" and at > claim.start and tokens[at - 1].value == "indefinite")
        or (tokens[at].kind == "VOLUME" and tokens[at].parts and tokens[at].parts[0].value == "indefinite")
        for at in range(claim.start, claim.index)
    )


def is_average(claim: Claim) -> bool:
    """Whether an average stands right before it, or is what it is a multiple or a part of."""
    sentence, index = claim.sentence, claim.index
    if sentence.kind(index) in ("MULT", "FRAC") and sentence.has(("AVERAGE",), index + 1, index + 5):
        return True
    return sentence.has(("AVERAGE",), index - 4, index)


def is_cap(claim: Claim) -> bool:
    """Whether a cap or quota stands near it."""
    return claim.sentence.has(("CAP",), max(claim.start, claim.index - 5), claim.index + 4)


def is_rate(claim: Claim) -> bool:
    """Whether "a day", "per ton" stands behind it within its phrase."""
    sentence, index = claim.sentence, claim.index
    for at in range(index + 1, index + 5):
        if sentence.kind(at) in PHRASE_ENDS:
            return False
        if sentence.kind(at) == "PER":
            return True
    return False


def is_aid_or_price(claim: Claim) -> bool:
    """Whether aid or a price is what it counts."""
    sentence, index, head = claim.sentence, claim.index, claim.head
    begin = max(claim.start, head.index + 1 if head is not None and head.index < index else 0)
    for at in range(index - 1, begin - 1, -1):
        if sentence.kind(at) == "PRICE":
            if not sentence.has(("COMMA",), at, index):
                return True
            break
        if sentence.kind(at) == "AID" and sentence.kind(at - 1) not in BEFORE_PURPOSE:
            return True
    behind = next((at for at in range(index + 1, index + 4) if sentence.kind(at) not in BEFORE_AID), index)
    return sentence.kind(behind) in AID


def is_selling_price(claim: Claim) -> bool:
    """Whether it is what something is "sold at"."""
    sentence, index = claim.sentence, claim.index
    at_price = claim.is_money and index > 1 and sentence.kind(index - 1) == "AT"
    return at_price and sentence.tokens[index - 2].id in ("sold", "selling")


def leads_to_price(sentence: Sentence, figures: list[Figure], number: int) -> bool:
    """Whether a change leads to a price: "rose 6 percent to 7,400 won"."""
    figure = figures[number]
    following = figures[number + 1] if number + 1 < len(figures) else None
    if figure.role != "change" or following is None or following.rule not in ("price", "rate"):
        return False
    start, end = figure.index + 1, following.index
    return end - start <= 3 and sentence.has(("TO", "AT"), start, end)
