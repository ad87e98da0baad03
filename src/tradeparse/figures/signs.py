"""Signs: the direction that the words around a number give it."""

from __future__ import annotations

from tradeparse.figures.numbers import Figure, Setting
from tradeparse.figures.sentences import Sentence, sets_off_number
from tradeparse.mentions.tokens import Token

DIRECTIONS = frozenset({"DIR", "UPDOWN"})
THAN_HEDGES = ("more-than", "less-than")
"""Ids of hedges with "than" in them, which compare as well."""
COMPARING_HEDGES = (*THAN_HEDGES, "short-of")
BESIDE_NOUN = frozenset({"HYPHEN", "BASIS", "FLOWADJ", "GOODSMOD", "WORTH"})
"""What may stand between a number and the noun of change behind it."""
BEHIND_ADVERB = frozenset({"PCT", "MONEY", "VOLUME", "HEDGE", "NOHEDGE", "BY"})
"""Before these "up" and "down" belong to the next number."""
BESIDE_VERB = frozenset({"OF", "AT", "TO", "BE", "COLON", "LPAR", "LEVEL"})
"""A number behind one of these may take the direction of a noun or verb right before it."""
SHORT_GAP = frozenset({"BASIS", "WORD", "BE", "IN", "PERIOD"})
COMPARISON = frozenset({
    "PERIOD", "IN", "FROM", "THAN", "COMPARED", "ARTICLE", "WORD", "BASIS", "COMMA", "PARTY", "PARTYADJ", "POSS", "TO",
    "WITH", "AT", "UPTO", "AS", "FLOW",
})  # fmt: skip
"""The words of a period or a comparison, which may stand between a verb of change and its number."""
LONG_GAP = COMPARISON | {"GENERIC", "GOODS", "OF", "AND", "THAT"}
"""What may stand between a verb of change and "by"."""
FAR_GAP = COMPARISON | {"HEDGE", "NOHEDGE", "OVERHEDGE", "BY", "ITS", "NEIGHBOUR"}
LIGHT = frozenset({
    "AND", "COMMA", "FLOW", "PAIRFLOW", "GOODS", "GOODSMOD", "PARTY", "PARTYADJ", "POSS", "ITS", "THAT", "OF", "IN",
    "TO", "FROM", "ARTICLE", "PERIOD", "BASIS", "AT", "MONEY", "VOLUME", "PCT", "HEDGE", "NOHEDGE", "OVERHEDGE",
    "CONTRAST", "BY", "WITH", "RESPECTIVELY", "OR", "FLOWADJ", "GENERIC", "OTHER", "WHICH", "LPAR", "RPAR", "COMPARED",
    "THAN", "UPDOWN", "BE", "DIR", "IT", "NEIGHBOUR", "ASMUCH", "ON", "EARLIER", "THERE", "FORMER", "SAME",
})  # fmt: skip
"""What names goods, sides and periods only: across it a verb carries on."""


def sign_of_comparison(token: Token) -> int:
    """The sign that "more", "higher than", "less than" give to a number before them; 0 for other words."""
    if token.kind == "CMP":
        return int(token.value)
    if (token.kind == "HEDGE" and token.id in COMPARING_HEDGES) or token.id == "above-below":
        return 1 if token.value == "over" else -1
    return 0


def right_sign(sentence: Sentence, index: int) -> tuple[int, int]:
    """The sign given by the words right after a number, and their place: "5 percent increase", "12 percent less"."""
    tokens = sentence.tokens
    at = index + 1
    if sets_off_number(tokens, at):
        at = sentence.on_over(at + 1, ("ARTICLE",))
    words = 0
    while at < len(tokens):
        if tokens[at].kind == "WORD" and words < 2 and at + 1 < len(tokens):
            words += 1
        elif tokens[at].kind not in BESIDE_NOUN:
            break
        at += 1
    else:
        return 0, at
    token = tokens[at]
    if token.kind == "DIR" and (words == 0 or at - index <= 3):
        return int(token.value), at
    if words == 0 or tokens[at - 1].id == "degree":
        if token.kind == "UPDOWN" and sentence.kind(at + 1) not in BEHIND_ADVERB:
            return int(token.value), at
        return sign_of_comparison(token), at
    return 0, at


def left_sign(sentence: Sentence, left: int) -> tuple[int, bool]:
    """The sign given by the words before a number, and whether they stand right before it."""
    kind = sentence.kind(left)
    if kind in DIRECTIONS:
        return int(sentence.tokens[left].value), True
    if kind in ("BY", "BASIS"):
        verb = sentence.back_over(left - 1, LONG_GAP, 9)
        if sentence.kind(verb) == "TREND":
            return 0, True
        return (int(sentence.tokens[verb].value), True) if sentence.kind(verb) in DIRECTIONS else (0, False)
    if kind in BESIDE_VERB:
        verb = sentence.back_over(left - 1, SHORT_GAP, 2)
        if sentence.kind(verb) == "DIR":
            return int(sentence.tokens[verb].value), True
    return 0, False


def far_sign(sentence: Sentence, index: int) -> int:
    """The sign of a verb of change that stands further before, with only its period or comparison between."""
    verb = sentence.back_over(index - 1, FAR_GAP, 13)
    return int(sentence.tokens[verb].value) if sentence.kind(verb) in DIRECTIONS else 0


def printed_sign(sentence: Sentence, index: int) -> int:
    """The sign of "+31%", "(-23.4% y/y)", told by a plus or minus that touches the number only."""
    if sentence.kind(index - 1) not in ("PLUS", "HYPHEN"):
        return 0
    mark = sentence.tokens[index - 1]
    if mark.end != sentence.tokens[index].start:
        return 0
    if index > 1:
        before = sentence.tokens[index - 2]
        if before.end == mark.start and before.kind not in ("LPAR", "BAR", "COLON"):
            return 0
    return 1 if mark.kind == "PLUS" else -1


def trend_before(setting: Setting) -> bool:
    """Whether a change of growth governs: "slowing from", "eased to"."""
    return setting.sentence.has(("TREND",), setting.left - 3, setting.left)


def growth_moves(setting: Setting) -> bool:
    """Whether growth or a decline is what moves: "the decline in trade narrowed to"."""
    moves = [at for at in range(setting.left) if setting.sentence.kind(at) == "DIR"]
    return len(moves) > 1 and setting.sentence.has(("FLOW", "PAIRFLOW"), moves[0], moves[-1])


def sign_of_growth(setting: Setting) -> int:
    """The sign of the growth or decline that slows or eases."""
    for at in range(setting.left):
        if setting.sentence.kind(at) == "DIR":
            return int(setting.sentence.tokens[at].value)
    change = setting.last_change()
    return 1 if change is None else change.sign


def carries_on(sentence: Sentence, figure: Figure, index: int) -> bool:
    """Whether the words between two numbers only name goods, sides and periods, so that a verb carries on."""
    words = 0
    for at in range(figure.index + 1, index):
        kind = sentence.kind(at)
        if kind == "WORD":
            words += 1
        elif kind not in LIGHT:
            return False
    return words <= 2
