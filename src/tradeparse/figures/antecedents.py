"""Antecedents: goods named before a flow that are what it moves, as a subject, before "which", or at the opening."""

from __future__ import annotations

from tradeparse.figures.goods import Phrase, widen_goods
from tradeparse.figures.heads import Head, take_origin
from tradeparse.figures.sentences import STOPS, Sentence

AMONG = ("ARTICLE", "FLOWADJ", "ORDINAL", "HYPHEN", "WORD", "GENERIC", "OF", "IN")
"""What may stand between goods that rank and their flow: "was the largest item among"."""
ITEMS = ("export-item", "import-item")
"""Ids of "export item" and "top export": what they tell of was named at the opening."""


def goods_before(sentence: Sentence, head: Head) -> Phrase | None:
    """The goods of a flow that names none behind it."""
    if head.verb:
        found = subject_goods(sentence, head) or relative_goods(sentence, head)
    else:
        found = leading_goods(sentence, head)
    if found is None and (is_item(sentence, head) or head.is_bare):
        return opening_goods(sentence, head)
    return found


def is_item(sentence: Sentence, head: Head) -> bool:
    """Whether a flow is one of some goods, "its top export", whose name stands elsewhere."""
    return sentence.tokens[head.index].id in ITEMS


def subject_goods(sentence: Sentence, head: Head) -> Phrase | None:
    """The goods that are the subject of a passive or of "went": "ores were exported"."""
    if not head.passive and head.kind != "moved":
        return None
    for back in range(head.index - 1, -1, -1):
        kind = sentence.kind(back)
        if kind == "GOODS":
            goods = widen_goods(sentence, back, backwards=True)
            take_origin(sentence, head, goods[0])
            return goods
        if kind == "GENERIC":
            take_origin(sentence, head, back)
            return None
        if kind in STOPS:
            return None
    return None


def relative_goods(sentence: Sentence, head: Head) -> Phrase | None:
    """The goods of a relative clause ("cereals that the DPRK bought") or of an opening ("Of wigs the North sold")."""
    for back in range(head.index - 1, max(head.index - 7, -1), -1):
        kind, before = sentence.kind(back), sentence.kind(back - 1)
        comma = sentence.kind(back - 2) == "COMMA"
        if kind == "WHICH" and before in ("IN", "OF") and sentence.kind(back - 2 - comma) == "GOODS":
            goods = widen_goods(sentence, back - 2 - comma, backwards=True)
            take_origin(sentence, head, goods[0])
            return goods
        if kind in ("THAT", "WHICH") and before == "GENERIC":
            # "Rice topped the list of goods that the North bought".
            lead = sentence.back_over(back - 2, ("OF", "ARTICLE", "PARTYADJ"))
            led = sentence.kind(lead) == "LEADVERB" and sentence.kind(lead - 1) == "GOODS"
            return widen_goods(sentence, lead - 1, backwards=True) if led else None
        if kind in ("THAT", "WHICH") and before == "GOODS":
            return widen_goods(sentence, back - 1, backwards=True)
        if kind == "GOODS":
            goods = widen_goods(sentence, back, backwards=True)
            if sentence.kind(goods[0] - 1) == "OF":
                return goods if goods[0] <= 2 else None
        if kind in ("COMMA", "SEMICOLON", "COLON", "LEVEL"):
            return None
    return None


def leading_goods(sentence: Sentence, head: Head) -> Phrase | None:
    """The goods that lead a flow or rank in it: "watches led exports to China", "trucks were the third import"."""
    behind = sentence.on_over(head.last + 2, ("GOODSMOD",))
    if is_ranked(sentence, head) and sentence.kind(behind) == "GOODS" and sentence.kind(head.last + 1) == "COMMA":
        # "The second-largest export, ferrosilicon, slid".
        return widen_goods(sentence, behind)
    at = sentence.back_over(head.first - 1, ("ARTICLE", "FLOWADJ", "WORD", "OF"))
    if sentence.kind(at) == "LEADVERB" and sentence.kind(at - 1) == "GOODS":
        return widen_goods(sentence, at - 1, backwards=True)
    if (
        sentence.kind(head.first - 1) == "COMMA"
        and sentence.kind(head.first - 2) == "GOODS"
        and is_ranked(sentence, head)
    ):
        # "Coal, the North's biggest export, earned it".
        return widen_goods(sentence, head.first - 2, backwards=True)
    subject = at - 1 if sentence.kind(at) == "BE" else at
    ranked = sentence.kind(head.first) == "ARTICLE" and sentence.has(("FLOWADJ",), head.first, head.index)
    verb = sentence.back_over(head.first - 1, AMONG)
    if sentence.kind(verb) in ("BE", "LEADVERB") and sentence.has(("GENERIC",), verb, head.first):
        # "Rice was the largest item among imports from China".
        ranked, subject = sentence.has(("FLOWADJ", "ORDINAL", "LEADVERB"), verb, head.first), verb - 1
    if ranked and subject < head.first - 1 and sentence.kind(subject) == "GOODS":
        return widen_goods(sentence, subject, backwards=True)
    return None


def is_ranked(sentence: Sentence, head: Head) -> bool:
    """Whether a flow is told as the largest of its kind, between commas."""
    ranked = is_item(sentence, head) or sentence.has(("FLOWADJ", "ORDINAL"), head.first, head.index)
    return ranked and sentence.kind(head.last + 1) in ("COMMA", "DASH")


def opening_goods(sentence: Sentence, head: Head) -> Phrase | None:
    """The goods that the sentence opens with, of which a later bare noun tells."""
    at = sentence.on_over(0, ("ARTICLE", "GOODSMOD", "IN", "OF"), head.first)
    return widen_goods(sentence, at) if at < head.first and sentence.kind(at) == "GOODS" else None
