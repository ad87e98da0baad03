"""Rejection: why the words of a number's clause make it no figure: a forecast, a cap, an average, a price, aid."""

from __future__ import annotations

from collections.abc import Callable

from tradeparse.figures.claims import Claim
from tradeparse.figures.heads import Head
from tradeparse.figures.numbers import Figure
from tradeparse.figures.prices import is_aid_or_price, is_average, is_cap, is_rate, is_selling_price, is_unit_price
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.figures.signs import carries_on
from tradeparse.mentions.symbols import SymbolicPeriod

PREDICATES = frozenset({
    "LEVEL", "BE", "DIR", "UPDOWN", "HEDGE", "TO", "AT", "BY", "OF", "CMP", "MULT", "FRAC", "TREND", "LPAR", "COLON",
    "FROM", "THAN", "COMPARED", "DASH", "OVERHEDGE", "FLOWVERB", "PCT", "MONEY", "VOLUME", "WORTH", "UNTIL",
    "MULTIPLEBASE", "IN", "WITH",
})  # fmt: skip
"""What says of a flow that it comes to a number."""
NUMBER_JOINTS = PREDICATES | {"AND", "OR"}
BEHIND_COMMA = QUANTITIES | {"UPDOWN", "HEDGE", "AND", "OR", "DIR", "NOHEDGE", "TO", "AT", "BY"}
"""A comma before one of these does not end the scope of a modal."""
AFTER_ORDINAL = frozenset({"AND", "COMMA", "DOT", "SEMICOLON", "RPAR", ""})
"""Before these an ordinal has no noun of its own."""
THROUGH = frozenset({"IN", "WORD", "UNTIL", "AT", "BY"})
"""Before a town or province these make it a part of the country."""


def rejecting_rule(sentence: Sentence, figure: Figure, head: Head | None, accepted: list[Figure]) -> str | None:
    """The first rule by which a number is no figure."""
    claim = Claim(sentence, figure, head, accepted, sentence.clause_start(figure.index))
    return next((rule for rule, holds in RULES if holds(claim)), None)


def is_forecast(claim: Claim) -> bool:
    """Whether a modal before it has it in its scope, up to a comma behind which a clause of its own begins."""
    sentence = claim.sentence
    return any(
        sentence.kind(at) == "FORECAST"
        and not any(
            sentence.kind(comma) == "COMMA" and sentence.kind(comma + 1) not in BEHIND_COMMA
            for comma in range(at, claim.index)
        )
        for at in range(claim.start, place_of_days(claim))
    )


def is_of_days(claim: Claim) -> bool:
    """Whether it covers some days of a month only: "in the first 20 days of May"."""
    return place_of_days(claim) < claim.index


def place_of_days(claim: Claim) -> int:
    """The place of the days that it covers, or its own where it covers none."""
    tokens = claim.sentence.tokens
    days = (at for at in range(claim.start, claim.index) if tokens[at].id == "days")
    return next((at for at in days if {"ORDINAL", "NUMBER"} <= {part.kind for part in tokens[at].parts}), claim.index)


def is_negated(claim: Claim) -> bool:
    """Whether a bound or change is denied: "not exceeding $5 million"."""
    if not (claim.is_bound or claim.figure.role == "change") or not claim.clause_has("NEGATION"):
        return False
    for at in range(claim.index - 1, claim.start - 1, -1):
        token = claim.sentence.tokens[at]
        if token.kind == "NEGATION":
            return True
        if token.kind == "COMMA" or token.value == "contrast":
            return False
    return False


def is_cut_off(claim: Claim) -> bool:
    """Whether the text breaks off in it: "$5.27" with its scale word missing."""
    return claim.index == len(claim.sentence) - 1 and claim.is_money and 0 < claim.figure.quantity.digit < 1


def counts_things(claim: Claim) -> bool:
    """Whether the number of things is what changes: "the number of trucks rose 5 percent"."""
    return claim.figure.role == "change" and claim.clause_has("COUNTER")


def bounds_years(claim: Claim) -> bool:
    """Whether "below $1 billion in 2020-2022" only bounds every year of a run."""
    index = claim.index
    if not claim.is_bound or not claim.sentence.has(("OVERHEDGE",), index - 2, index):
        return False
    return any(
        token.kind == "PERIOD" and token.value.kind == "years" and token.value.until != token.value.year
        for token in claim.sentence.tokens[index + 1 : index + 5]
    )


def lacks_predicate(claim: Claim) -> bool:
    """Whether no word of state or change joins it to its flow or to the level before it."""
    head, sentence, index = claim.head, claim.sentence, claim.index
    if head is None or claim.figure.role != "level" or head.index > index:
        return False
    level = next((one for one in reversed(claim.accepted) if one.role == "level"), None)
    if head.verb:
        joints = NUMBER_JOINTS | {"COMMA"} if "RESPECTIVELY" in sentence.kinds else NUMBER_JOINTS
        return level is not None and head.index < level.index and not sentence.has(joints, level.index + 1, index)
    if governs(sentence, head, index):
        return False
    return not (claim.accepted and carries_on(sentence, claim.accepted[-1], index))


def governs(sentence: Sentence, head: Head, index: int) -> bool:
    """Whether words of state or change join a noun to a number behind it."""
    start = head.last + 1
    if start >= index or (sentence.kind(start) == "COMMA" and index - start <= 3):
        return True
    return sentence.has(PREDICATES, start, index)


def is_with_other(claim: Claim) -> bool:
    """Whether another partner stands between its flow and it: "while that with Japan fell 10.7 percent"."""
    sentence, head = claim.sentence, claim.head
    if sentence.kind(claim.index - 1) == "POSS" and sentence.kind(claim.index - 2) == "OTHER":
        # "And Indonesia's $410 million".
        return True
    if head is None or head.index > claim.index:
        return False
    for at in range(claim.index - 1, head.last, -1):
        if sentence.kind(at) in ("PARTY", "PARTYADJ"):
            return False
        if sentence.kind(at) == "OTHER" and sentence.kind(at - 1) in ("WITH", "TO", "FROM"):
            return sentence.tokens[at].id != "other-capital"
    return False


def is_of_elided_period(claim: Claim) -> bool:
    """Whether an ordinal alone says when: "$229 million in the first and $183 million in the second"."""
    sentence, index = claim.sentence, claim.index
    at = sentence.on_over(index + 1, ("IN", "ARTICLE"))
    if sentence.kind(at) == "PERIOD" and sentence.tokens[at].value.kind == "part":
        return not any(token.kind == "PERIOD" and is_numbered(token.value) for token in sentence.tokens)
    if index + 1 < at and sentence.kind(at) == "ORDINAL" and sentence.kind(at + 1) in AFTER_ORDINAL:
        return True
    before = sentence.back_over(index - 1, ("HYPHEN", "PLUS", "UPDOWN"))
    return sentence.kind(before) == "LPAR" and sentence.kind(before - 1) == "ORDINAL"


def is_numbered(symbol: SymbolicPeriod) -> bool:
    """Whether a period is one of several of its year that have numbers: a quarter, a half."""
    return symbol.kind == "months" and symbol.last - symbol.first in (2, 5)


def is_of_region(claim: Claim) -> bool:
    """Whether it is the trade of a province or through a town: "in Liaoning", "trade via Dandong"."""
    sentence, head, index = claim.sentence, claim.head, claim.index
    first = head.first if head is not None and head.first < index else claim.start
    places = [*range(first, min(first + 6, index)), *range(index + 1, index + 4)]
    return any(
        sentence.kind(at) == "OTHER" and sentence.tokens[at].id == "other-region" and sentence.kind(at - 1) in THROUGH
        for at in places
    )


def is_share(claim: Claim) -> bool:
    """Whether a share stands before it."""
    if claim.figure.quantity.kind not in ("percent", "multiple"):
        return False
    near = max(claim.start, claim.index - 6)
    level = next((at for at in range(claim.index - 1, near - 1, -1) if claim.sentence.kind(at) == "MONEY"), near)
    return claim.sentence.has(("SHARE",), level, claim.index)


RULES: tuple[tuple[str, Callable[[Claim], bool]], ...] = (
    ("forecast", is_forecast),
    ("span-of-days", is_of_days),
    ("negated", is_negated),
    ("cut-off", is_cut_off),
    ("count", counts_things),
    ("bound-over-years", bounds_years),
    ("price", is_unit_price),
    ("average", is_average),
    ("cap", is_cap),
    ("no-predicate", lacks_predicate),
    ("rate", is_rate),
    ("other-partner", is_with_other),
    ("region", is_of_region),
    ("elided-period", is_of_elided_period),
    ("aid-or-price", is_aid_or_price),
    ("price", is_selling_price),
    ("share", is_share),
)
"""In this order: the first that holds is told."""
