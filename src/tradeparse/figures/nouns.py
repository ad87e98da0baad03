"""Flow nouns: whose imports, exports, trade or balance they are, and of which goods, from the words before them."""

from __future__ import annotations

from tradeparse.figures.goods import widen_goods
from tradeparse.figures.heads import Head
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.sides import side_of

INSIDE = frozenset({
    "WORD", "GOODS", "GOODSMOD", "GENERIC", "FLOWADJ", "PERIOD", "HYPHEN", "CITED", "WORTH", "NOHEDGE", "ORDINAL",
    "EARLYLATE", "BASIS", "SAME", "DIR", "MULT", "APOS", "AND", "NUMBER", "ANAPHOR",
})  # fmt: skip
"""What may stand between a flow noun and its owner."""
LOOSE = frozenset({"WORD", "DIR", "MULT"})
"""Of these there may be three, and only where they lead back to an owner or an article."""
OWNING = frozenset({"POSS", "ITS", "ARTICLE", "OWNER"})
STRANGERS = frozenset({"WORD", "GENERIC", "AID", "NOISE"})
"""Whose possessive is that of somebody else: "the company's exports"."""


def read_noun(sentence: Sentence, index: int) -> Head:
    """The head of a flow noun, with all that its noun phrase says."""
    token = sentence.tokens[index]
    head = Head(index, token.value, index, index, world=token.kind == "WORLDFLOW")
    if token.kind == "PAIRFLOW":
        head.parties = ["CHN", "PRK"] if token.id == "sino-trade" else ["PAIR"]
    before = read_phrase(sentence, head)
    if head.owner is None and sentence.kind(before) == "WHICH":
        take_antecedent(sentence, head, before)
    if sentence.kind(index - 1) == "GOODS":
        head.goods = widen_goods(sentence, index - 1, backwards=True)
    return head


def read_phrase(sentence: Sentence, head: Head) -> int:
    """Read a noun phrase from its noun to its start; the place where reading ended."""
    tokens = sentence.tokens
    at = head.index - 1
    words = 0
    while at >= 0:
        kind = tokens[at].kind
        side = side_of(tokens[at])
        if side is not None:
            take_owner(sentence, head, at, side)
            return head.first - 1
        if is_possessive(sentence, at):
            at -= 1
            if not take_possessor(sentence, head, at):
                return at
            at -= 1
            continue
        if kind == "AID":
            head.owner = "OTHER"
            return at
        words += kind in LOOSE
        if ends_phrase(sentence, head, at, words):
            return at
        if kind == "PERIOD" and head.own_period is None:
            head.own_period = at
        head.first = at
        if kind == "ARTICLE":
            return at
        at -= 1
    return at


def ends_phrase(sentence: Sentence, head: Head, at: int, words: int) -> bool:
    """Whether a token before a flow noun does not belong to its phrase."""
    kind = sentence.kind(at)
    if kind in LOOSE:
        return words > 3 or not reaches_possessive(sentence, at)
    if kind == "AND":
        return at == head.index - 1 or sentence.kind(at - 1) not in ("GOODS", "PARTY")
    if kind == "PERIOD" and head.own_period is None:
        return sentence.kind(at - 1) in ("IN", "THAN", "FROM", "COMPARED")
    return kind == "NUMBER" or (kind not in INSIDE and kind != "ARTICLE")


def is_possessive(sentence: Sentence, at: int) -> bool:
    """Whether a token makes an owner of the word before it."""
    token = sentence.tokens[at]
    if token.kind == "APOS":
        # What the grammar made of several words (a period, a number) is no plain owner.
        return at > 0 and token.value == "possessive" and not sentence.tokens[at - 1].parts
    return token.kind == "POSS"


def take_possessor(sentence: Sentence, head: Head, at: int) -> bool:
    """Note what stands before a possessive; True for a period, before which the phrase may go on."""
    head.first = at + 1
    if at < 0:
        return False
    token = sentence.tokens[at]
    side = side_of(token)
    if side is not None:
        take_owner(sentence, head, at, side)
    elif token.kind == "PERIOD":
        head.own_period = head.first = at
        return True
    elif token.kind == "COUNTRY":
        head.owner = "ITS"
    elif token.kind in STRANGERS:
        head.owner = "OTHER"
    return False


def take_antecedent(sentence: Sentence, head: Head, at: int) -> None:
    """Note the side that "whose" takes up: "North Korea, whose exports"."""
    before = at - 2 if sentence.kind(at - 1) == "COMMA" else at - 1
    if before >= 0 and (side := side_of(sentence.tokens[before])) is not None:
        head.owner = side


def reaches_possessive(sentence: Sentence, at: int) -> bool:
    """Whether plain words before a flow noun lead back to a possessive or article, as in "China's booming exports"."""
    for back in range(at, max(at - 4, -1), -1):
        if sentence.kind(back) in OWNING:
            return True
        if sentence.kind(back) not in INSIDE:
            return False
    return False


def take_owner(sentence: Sentence, head: Head, at: int, side: str) -> None:
    """Note whose flow it is; two sides joined ("DPRK-China trade", "China and North Korea's") are both."""
    head.owner = side
    head.first = at
    if at < 2:
        return
    other = side_of(sentence.tokens[at - 2])
    joint = sentence.kind(at - 1)
    if other is None or other == side:
        return
    if joint in ("HYPHEN", "SLASH", "DASH") or (joint in ("AND", "COMMA") and head.kind == "total"):
        head.parties = [other, side]
        head.owner = None
        head.first = at - 2
