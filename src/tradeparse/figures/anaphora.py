"""Anaphora: sentences that name no flow and carry on with the last one."""

from __future__ import annotations

from tradeparse.figures.items import label_before
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.mentions.tokens import Token

PREDICATES = frozenset({"LEVEL", "BE", "DIR", "UPDOWN", "HEDGE", "MULT", "POSS"})
"""What "it" does where it means the last flow."""
TAKING_UP = frozenset({"ANAPHOR", "ASMUCH"})
OTHER_SUBJECTS = frozenset({"AID", "PRICE", "WORLD", "OTHER", "PAIR", "PARTY"})
"""A sentence that names one of these before its first number tells of something else."""
BEFORE_NOUN = frozenset({"ARTICLE", "PERIOD", "POSS"})


def is_anaphoric(sentence: Sentence, distance: int) -> bool:
    """Whether a sentence without a flow carries on with the last one: "In March it was $114.6 million".

    `distance` is how many sentences ago the last flow was told.
    """
    if "WORLD" in sentence.kinds:
        return False
    main = main_clause(sentence)
    start = opening_amount(main)
    first = next((at for at in range(start, len(main)) if main.kind(at) in QUANTITIES), len(main))
    if distance <= 1 and any(is_pronoun_subject(main, at) for at in range(first)):
        return True
    for at in range(start, min(first + 4, len(main))):
        if at < first and main.kind(at) in OTHER_SUBJECTS:
            return False
        if takes_up(main, at, first, distance):
            return True
    return False


def opening_amount(sentence: Sentence) -> int:
    """Where a sentence goes on behind an amount that opens it: "At $187.4 million it was larger than in April"."""
    at = sentence.on_over(0, ("AT", "WITH", "HEDGE", "NOHEDGE"))
    return at + 1 if 0 < at < 4 and sentence.kind(at) == "MONEY" else 0


def main_clause(sentence: Sentence) -> Sentence:
    """A sentence without its clauses in commas that open with when, where or which."""
    if sentence.kinds.isdisjoint({"WHEN", "WHICH"}):
        return sentence
    result: list[Token] = []
    inside = False
    for at, token in enumerate(sentence.tokens):
        if token.kind in ("WHEN", "WHICH"):
            inside = sentence.has(("COMMA",), at, len(sentence))
        elif inside and token.kind == "COMMA":
            inside = False
        if not inside:
            result.append(token)
    return Sentence.of(result)


def is_pronoun_subject(sentence: Sentence, at: int) -> bool:
    """Whether "it was", "it then rose" stand here."""
    if sentence.kind(at) != "IT":
        return False
    return sentence.kind(at + 2 if sentence.kind(at + 1) == "WORD" else at + 1) in PREDICATES


def takes_up(sentence: Sentence, at: int, first: int, distance: int) -> bool:
    """Whether a token takes up the last flow: "that was", "the rise", "the figure", goods of a list, "May's".

    `first` is the place of the first number.
    """
    before, kind, following = sentence.kind(at - 1), sentence.kind(at), sentence.kind(at + 1)
    if kind == "COLON":
        return at < min(first, 10) and distance <= 4 and label_before(sentence, at + 1) is not None
    if kind == "THAT":
        return at < 2 and following in ("BE", "POSS", "LEVEL", "DIR", "HEDGE", "COMPARED") and distance <= 1
    if kind == "DIR":
        opens = at == 0 or (at < 5 and before in BEFORE_NOUN)
        return distance <= 1 and (opens or (before in ("ARTICLE", "BASIS") and following in ("BE", "LEVEL")))
    if kind in TAKING_UP:
        return at < min(first, 9) and distance <= 2
    if kind == "GOODS":
        return distance <= 4
    if kind == "PERIOD" and at == 0 and following in ("BE", "LEVEL", "DIR"):
        return distance <= 1
    return kind == "PERIOD" and at < 4 and following == "POSS" and at + 2 < len(sentence)
