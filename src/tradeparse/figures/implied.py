"""Implied flows: those that no noun or verb of trade names, by the other way, a label, or what was recorded."""

from __future__ import annotations

from tradeparse.figures.goods import widen_goods
from tradeparse.figures.heads import Head
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.sides import BOTH, side_of


def labels_total(sentence: Sentence, index: int) -> bool:
    """Whether "Total:" labels the item of a list that opens with it."""
    return index <= 1 and sentence.tokens[index].id == "total" and sentence.kind(index + 1) in ("COLON", "DASH")


def turn_round(before: Head | None, index: int) -> Head:
    """The flow that goes the other way than the one before it: "those in the other direction"."""
    head = Head(index, "moved", index, index)
    if before is not None and before.kind == "exports":
        head.sender, head.receiver = before.receiver, before.owner or before.sender
    elif before is not None and before.kind == "imports":
        head.sender, head.receiver = before.owner or before.receiver, before.sender
    return head


def find_recorded(sentence: Sentence) -> Head | None:
    """What one side records from or to the other: "Chinese customs recorded 2,030 tonnes of wigs from the North"."""
    for at in range(1, len(sentence) - 1):
        place = sentence.on_over(at + 1, ("ARTICLE",))
        if sentence.kind(at) not in ("FROM", "TO") or sentence.kind(place) != "PARTY":
            continue
        named = widen_goods(sentence, at - 1, backwards=True) if sentence.kind(at - 1) == "GOODS" else (at, at)
        goods = named[0] - 1
        there = side_of(sentence.tokens[place])
        here = {side_of(token) for token in sentence.tokens[:at] if token.kind in ("PARTY", "PARTYADJ")}
        if sentence.kind(goods) == "OF" and sentence.kind(goods - 1) in ("VOLUME", "MONEY") and here == BOTH - {there}:
            head = Head(at, "moved", at, place, verb=True, goods=named, clause=sentence.clauses[at])
            sides = there, here.pop()
            head.sender, head.receiver = sides if sentence.kind(at) == "FROM" else sides[::-1]
            return head
    return None
