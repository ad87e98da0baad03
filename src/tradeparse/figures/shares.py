"""Shares: flows that only say what a share is a share of, unless their own amount follows."""

from __future__ import annotations

from tradeparse.figures.heads import Head
from tradeparse.figures.sentences import Sentence

BEFORE_WHOLE = frozenset({"ARTICLE", "FLOWADJ", "WORD", "ITS", "THAT", "PARTYADJ", "POSS", "PARTY"})
"""What may stand between a share and the flow that it is a share of."""


def leads_to_amount(sentence: Sentence, at: int) -> bool:
    """Whether "of $3.7 billion" or "($3.7 billion)" stands right behind a whole, so that it is its level."""
    told = sentence.kind(at) in ("OF", "LPAR")
    if sentence.kind(at) == "COMMA" and sentence.kind(at + 1) == "WHICH":
        at += 1
        told = sentence.kind(at + 1) in ("BE", "LEVEL")
    colon = sentence.on_over(at, ("IN", "PERIOD", "TO", "PARTY"))
    if sentence.kind(colon) == "COLON":
        # "56 percent of all that the North sold to China in 2024: $347 million".
        at, told = colon, True
    amount = sentence.on_over(at + 1, ("HEDGE", "NOHEDGE", "ARTICLE", "BE", "LEVEL"))
    return told and sentence.kind(amount) in ("MONEY", "VOLUME")


def mark_shares(sentence: Sentence, heads: list[Head]) -> None:
    """Heads that only say what a share is a share of ("36.9 percent of all imports") govern nothing."""
    for head in heads:
        at = sentence.back_over(head.first - 1, BEFORE_WHOLE, 4)
        if sentence.kind(at) != "OF" or sentence.kind(at - 1) not in ("PCT", "SHARE", "FRAC", "POINTS"):
            continue
        if leads_to_amount(sentence, head.last + 1):
            continue
        before = sentence.kind(at - 2)
        changed = before == "DIR" or (before in ("OF", "BY") and sentence.kind(at - 3) == "DIR")
        head.share = head.share or not changed
