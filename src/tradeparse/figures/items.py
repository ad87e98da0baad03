"""Items: the goods that a single number counts, beside it or as its label."""

from __future__ import annotations

from tradeparse.figures.goods import NAMING, Phrase, plain_goods, widen_goods
from tradeparse.figures.heads import Head
from tradeparse.figures.numbers import Figure
from tradeparse.figures.sentences import CLAUSE_ENDS, QUANTITIES, Sentence

JOINTS = frozenset({"OF", "WORTH"})
BETWEEN = frozenset({"ARTICLE", "PARTYADJ", "PARTY", "POSS", "OTHER", "CURRENCY"})
"""What may stand between "of" and its goods."""
SECOND_VOLUME = frozenset({"COMMA", "OR", "VOLUME"})
ENDS = QUANTITIES | {"SEMICOLON", "COLON", "CONTRAST", "FLOW", "PAIRFLOW", "FROM"}
"""Before these, goods belong to something else."""
LABEL = frozenset({"WORD", "GOODS", "GOODSMOD", "AND", "COMMA", "GENERIC", "IN", "HYPHEN", "BAR", "ORDINAL"})
LABELLED = frozenset({"BY", "AND", "COMMA", "OF", "WITH", "LEADVERB"})
"""Behind these, plain words before a number in brackets are goods as well."""
LABEL_STARTS = frozenset({"GOODS", "GOODSMOD", "WORD"})
LABEL_NAME = LABEL_STARTS | {"AND", "HYPHEN", "COMMA"}


def limits_of(sentence: Sentence, figure: Figure, heads: list[Head]) -> tuple[int, int]:
    """Between which tokens the goods of a figure may stand: behind the last flow, before the next noun of one."""
    here = sentence.clauses[figure.index]
    before = (head for head in heads if head.index < figure.index and (head.clause >= 0 or head.clause == here))
    left = max((head.last for head in before), default=-1)
    behind = (head.first for head in heads if head.index > figure.index and not head.verb)
    return max(left, -1), min(behind, default=len(sentence))


def goods_of_figure(sentence: Sentence, figure: Figure, heads: list[Head], *, has_goods: bool) -> Phrase | None:
    """The goods beside a number: "$9 million of fuel", "steel (39 million)", "30 million in food", "corn with 3 tons".

    `has_goods`: the flow that the number belongs to names goods already.
    """
    left, right = limits_of(sentence, figure, heads)
    found, at = goods_behind(sentence, figure, right)
    if at is None:
        return found
    label = label_before(sentence, figure.index)
    if label is not None:
        return label
    if at < right and sentence.kind(at) == "COMMA" and opens_clause(sentence, figure.index):
        at = sentence.on_over(at + 1, ("ARTICLE", "GOODSMOD"), right)
        if at < right and sentence.kind(at) == "GOODS":
            return widen_goods(sentence, at)
    return plain_label(sentence, figure.index, left) or goods_before(sentence, figure, left, has_goods=has_goods)


def goods_behind(sentence: Sentence, figure: Figure, limit: int) -> tuple[Phrase | None, int | None]:
    """The goods right behind a number; where nothing there decides, the place at which the search ended."""
    volume = figure.quantity.kind == "volume"
    joined = volume
    named = goods_beside(sentence, figure.index, limit)
    if named is not None:
        return named, None
    end = min(limit, figure.index + 7)
    at = figure.index + 1
    while at < end:
        kind = sentence.kind(at)
        if kind in JOINTS or sentence.tokens[at].id in ("in", "for") or (kind == "ON" and at == figure.index + 1):
            joined = True
        elif volume and kind in SECOND_VOLUME and leads_to_goods(sentence, at, limit):
            joined = False
        elif not joined:
            break
        elif kind in NAMING:
            place = sentence.on_over(at, ("GOODSMOD",), limit)
            goods = place < limit and sentence.kind(place) == "GOODS"
            return ((at, widen_goods(sentence, place)[1]) if goods else None), None
        elif kind == "WORD" and sentence.kind(at - 1) in ("OF", "WORTH", "PARTYADJ"):
            return plain_goods(sentence, at, limit), None
        elif kind not in BETWEEN:
            break
        at += 1
    return None, at


def goods_beside(sentence: Sentence, index: int, limit: int) -> Phrase | None:
    """The goods that a number is said to be or to come from: "$310 million was fertilizer", "$39 million from ores"."""
    at = index + 1 + (sentence.kind(index + 1) == "RPAR")
    if sentence.tokens[min(at, len(sentence) - 1)].kind == "FLOWVERB" and sentence.kind(at + 1) == "FROM":
        at += 1
    if sentence.kind(at) not in ("BE", "FROM"):
        return None
    place = sentence.on_over(at + 1, ("GOODSMOD", "NOHEDGE"), limit)
    if place >= limit or sentence.kind(place) != "GOODS":
        return None
    phrase = widen_goods(sentence, place)
    first = at + 1 if sentence.kind(at + 1) == "GOODSMOD" else phrase[0]
    return None if sentence.kind(phrase[1] + 1) in ("FLOW", "PRICE") else (first, phrase[1])


def goods_before(sentence: Sentence, figure: Figure, limit: int, *, has_goods: bool) -> Phrase | None:
    """The goods before a number, with no other number, flow or side of its own between."""
    at = figure.index - 1
    steps = 0
    here = sentence.clauses[figure.index]
    while at > limit and steps < 12:
        kind = sentence.kind(at)
        if sentence.clauses[at] < 0 <= here:
            at -= 1
            continue
        if kind == "DASH" and sentence.has(("DASH",), limit + 1, at):
            at = sentence.back_to("DASH", at - 1) - 1
            continue
        if kind == "GOODS":
            phrase = widen_goods(sentence, at, backwards=True)
            if not is_aside(sentence, phrase[0], limit, has_goods=has_goods):
                return phrase
            at = phrase[0] - 1
            continue
        if kind == "COMMA" and has_goods and at < figure.index - 3:
            # "Garments, mostly for export again, another $80 million".
            aside = sentence.kind(at - 1) == "GOODS" and sentence.has(("COMMA",), figure.index - 3, figure.index)
            return widen_goods(sentence, at - 1, backwards=True) if aside else None
        repeated = kind == "PCT" and sentence.kind(at + 1) in ("OR", "LPAR")
        if kind in ENDS and not repeated:
            return None
        if kind in ("PARTY", "OTHER") and sentence.kind(at - 1) not in ("FROM", "TO", "WITH", "OF"):
            return None
        at -= 1
        steps += 1
    return None


def is_aside(sentence: Sentence, first: int, limit: int, *, has_goods: bool) -> bool:
    """Whether goods only explain others: "for use in wigs", ", a common fertiliser,", "such as"."""
    at = first - 1
    words = 0
    while at > limit and sentence.kind(at) in ("WORD", "GOODSMOD", "FLOWADJ", "GENERIC") and words < 3:
        at -= 1
        words += 1
    if at <= limit:
        return False
    if sentence.kind(at) == "AS" and sentence.kind(at - 1) == "FLOWADJ" and sentence.kind(at - 2) == "GOODS":
        return True
    if sentence.kind(at) == "IN":
        return has_goods or (at - 1 > limit and sentence.has(("GOODS",), limit, at))
    apposed = sentence.tokens[at].value == "indefinite" and sentence.kind(at - 1) == "COMMA"
    return apposed and sentence.has(("GOODS",), limit, at)


def plain_label(sentence: Sentence, index: int, limit: int) -> Phrase | None:
    """Plain words that can only be goods right before a number in brackets or behind "at", among others in a list."""
    joint = sentence.kind(index - 1)
    if joint not in ("LPAR", "AT") or sentence.kind(index) not in ("MONEY", "VOLUME"):
        return None
    if not sentence.has(("GOODS",), limit, len(sentence)):
        return None
    first = sentence.back_over(index - 2, ("WORD", "GOODSMOD"), 3) + 1
    last = index - 2
    plain = limit < first <= last and not any(token.capital for token in sentence.tokens[first : last + 1])
    lists = sentence.kind(first - 1) in LABELLED and (joint == "LPAR" or sentence.kind(first - 1) != "COMMA")
    return (first, last) if plain and lists and sentence.kind(last) == "WORD" else None


def label_before(sentence: Sentence, index: int) -> Phrase | None:
    """The goods that label a list item: "Soybean oil: $9.42 million", "Processed hair for wigs: $11.9 million"."""
    at = sentence.back_over(index - 1, ("HEDGE", "NOHEDGE", "ARTICLE"))
    if at > 9 or sentence.kind(at) != "COLON" or not sentence.only(LABEL, 0, at):
        return None
    first = 0
    while first < at and sentence.kind(first) not in LABEL_STARTS:
        first += 1
    if first == at or not sentence.has(("GOODS",), 0, at):
        return None
    return first, sentence.on_over(first, LABEL_NAME, at) - 1


def resumes_head(sentence: Sentence, head: Head | None, index: int) -> bool:
    """Whether a number is that of a flow behind an aside in commas: "exports, led by wigs ($5 million), came to"."""
    if head is None or head.verb or head.last + 1 >= index or sentence.kind(head.last + 1) != "COMMA":
        return False
    if sentence.kind(head.last + 2) in ("WITH", "AND"):
        return False
    comma = next((at for at in range(index - 1, head.last + 1, -1) if sentence.kind(at) == "COMMA"), None)
    return comma is not None and sentence.kind(comma + 1) in ("LEVEL", "BE", "DIR")


def opens_clause(sentence: Sentence, index: int) -> bool:
    """Whether a number opens its sentence or clause: "At $330 million, electronics came first"."""
    at = sentence.back_over(index - 1, ("AT", "HEDGE", "NOHEDGE", "WITH"))
    return at < index - 1 and (at < 0 or sentence.kind(at) in CLAUSE_ENDS)


def leads_to_goods(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether a second volume, "or 1,400 tons,", stands between a number and its goods."""
    at = sentence.on_over(at, SECOND_VOLUME, limit)
    return at < limit and sentence.kind(at) == "OF"
