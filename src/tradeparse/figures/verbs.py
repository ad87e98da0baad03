"""Flow verbs: who buys, sells or trades, or, in the passive, what is moved."""

from __future__ import annotations

from tradeparse.figures.goods import widen_goods
from tradeparse.figures.heads import Head
from tradeparse.figures.sentences import STOPS, Sentence
from tradeparse.figures.sides import BOTH, is_subject, side_of

BEFORE_PARTICIPLES = frozenset({"WORD", "ORDINAL", "ARTICLE", "CMP"})
"""What may stand between "was" and its participle."""
SHIPPED = frozenset({"GOODS", "GENERIC", "MONEY", "VOLUME"})
"""What may be the object of a participle right behind it: "goods shipped to"."""
OBJECT = frozenset(
    {"GOODS", "GENERIC", "GOODSMOD", "AND", "LEVEL", "MONEY", "VOLUME", "HEDGE", "OF", "ARTICLE", "WORTH"}
)
"""What may stand between a verb and "there"."""
FROM_WHERE = frozenset({"WORD", "PARTY", "PARTYADJ", "ARTICLE"})
"""What may stand behind "from" where goods come from: "garments from North Korean workshops"."""
EARNED = frozenset({"HEDGE", "NOHEDGE", "MONEY", "IT", "ARTICLE", "OVERHEDGE"})
"""What may stand between "earned" and from where."""
ASIDE = frozenset({"COMMA", "VOLUME", "HEDGE", "LPAR", "RPAR"})
"""What may stand between goods and what they brought in: "coal, 22.4 million tons, brought in"."""
APART = ("BE", "LEVEL", "DIR", "FLOWVERB", "MONEY", "PCT", "WHEN", "CONTRAST")
"""What shows that between two commas stands more than an aside to the goods before it."""
NOUN_PHRASE = frozenset({"GOODS", "GENERIC", "GOODSMOD", "AND", "WORTH", "OF", "ARTICLE", "PARTYADJ"})
BEFORE_NOUN_PHRASE = frozenset({"COMMA", "LEVEL", "MONEY", "VOLUME", "OF", "FLOW", "OR", "HEDGE", "WORD", "PERIOD"})
"""Behind these, or at the start, a noun before a participle is no subject of a finite verb."""


def read_verb(sentence: Sentence, index: int) -> Head:
    """The head of a flow verb, with its subject."""
    token = sentence.tokens[index]
    earner = before_aside(sentence, index)
    if token.id == "bring-in" and sentence.kind(earner) == "GOODS":
        goods = widen_goods(sentence, earner, backwards=True)
        north = any(side_of(one) == "PRK" for one in sentence.tokens[:index])
        return Head(index, "exports", index, index, verb=True, goods=goods, sender="PRK" if north else None)
    brought_to = side_of(sentence.tokens[index + 1]) if sentence.kind(index + 1) == "PARTY" else None
    amount = sentence.on_over(index + 2, ("HEDGE", "NOHEDGE"))
    if token.id in ("bring", "bring-in") and brought_to is not None and sentence.kind(amount) == "MONEY":
        # "The year brought Pyongyang $1.65 billion from its neighbor".
        named = widen_goods(sentence, earner, backwards=True) if sentence.kind(earner) == "GOODS" else None
        return Head(index, "exports", index, index, verb=True, sender=brought_to, goods=named)
    head = Head(index, token.value, index, index, verb=True, passive=is_passive(sentence, index))
    if token.id == "leave" and sentence.kind(index + 1) == "PARTY":
        head.sender = side_of(sentence.tokens[index + 1])
    if not head.passive or head.kind == "moved":
        take_subject(sentence, head)
    if head.kind == "exports" and goes_there(sentence, index):
        head.receiver = "NEIGHBOUR"
    return head


def before_aside(sentence: Sentence, index: int) -> int:
    """The place before a verb where its subject ends, asides and where it comes from passed over."""
    if sentence.kind(index - 1) == "COMMA":
        # "Coal, long the North's chief export, brought in"; "the North, short of coal, brought in".
        comma = next((back for back in range(index - 2, 0, -1) if sentence.kind(back) == "COMMA"), 0)
        if sentence.kind(comma - 1) in ("GOODS", "PARTY") and not sentence.has(APART, comma, index - 1):
            return comma - 1
    at = index - 1
    while at >= 0 and (sentence.clauses[at] < 0 <= sentence.clauses[index] or sentence.kind(at) in ASIDE):
        at -= 1
    if sentence.kind(at) in ("WORD", "PARTY") and sentence.kind(sentence.back_over(at, FROM_WHERE)) == "FROM":
        return sentence.back_over(at, FROM_WHERE) - 1
    return at


def read_earning(sentence: Sentence, index: int) -> Head | None:
    """The exports that bring money in from a side: "earned $28 million from China", "earned it in China"."""
    earner = before_aside(sentence, index)
    earned_by = side_of(sentence.tokens[index + 1]) if sentence.kind(index + 1) in ("IT", "PARTY") else None
    if sentence.kind(earner) == "GOODS" and earned_by in (*BOTH, "ITS"):
        goods, sender = widen_goods(sentence, earner, backwards=True), earned_by if earned_by in BOTH else None
        return Head(index, "exports", index, index, verb=True, goods=goods, sender=sender)
    at = sentence.on_over(index + 1, EARNED)
    place = sentence.on_over(at + 1, ("ARTICLE", "ITS"))
    if sentence.kind(at) not in ("FROM", "IN") or sentence.kind(place) not in ("PARTY", "NEIGHBOUR"):
        return None
    head = Head(index, "exports", index, index, verb=True, receiver=side_of(sentence.tokens[place]))
    take_subject(sentence, head)
    return head if sentence.kind(place + 1) not in ("POSS", "FLOW") and head.owner is not None else None


def goes_there(sentence: Sentence, index: int) -> bool:
    """Whether goods go "there": "exported goods worth $2 billion there"."""
    at = sentence.on_over(index + 1, OBJECT)
    return sentence.kind(at) == "THERE"


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a flow verb is a participle, by "was" or by the goods right before it."""
    at = sentence.back_over(index - 1, BEFORE_PARTICIPLES, 3)
    if at < 0:
        return False
    before = sentence.tokens[at]
    if before.kind == "BE" or before.id == "estimated-to-have-been":
        return True
    if at < index - 1 or before.kind not in SHIPPED:
        return False
    if sentence.tokens[index].id != "went" and not any(side_of(token) for token in sentence.tokens[:at]):
        return True
    first = sentence.back_over(at, NOUN_PHRASE)
    return first < 0 or sentence.kind(first) in BEFORE_NOUN_PHRASE


def take_subject(sentence: Sentence, head: Head) -> None:
    """Note the side, or the two sides, that do what a verb says; an aside in commas is passed over."""
    tokens, clauses = sentence.tokens, sentence.clauses
    for back in range(head.index - 1, -1, -1):
        if clauses[back] < 0 <= clauses[head.index]:
            continue
        if clauses[back] < clauses[head.index] and tokens[back].kind in STOPS:
            return
        side = side_of(tokens[back])
        if side is None or not is_subject(sentence, back):
            continue
        other = side_of(tokens[back - 2]) if back >= 2 and tokens[back - 1].kind == "AND" else None
        if other is None:
            head.owner = side
        else:
            head.parties = [other, side]
        return
