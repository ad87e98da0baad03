"""Complements: what stands behind a flow head: from whom, to whom, with whom, of what."""

from __future__ import annotations

from tradeparse.figures.antecedents import goods_before
from tradeparse.figures.goods import DETERMINERS, goods_at, plain_goods, widen_goods
from tradeparse.figures.heads import TWO_WAY, Head, take_origin
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.sides import BOTH, side_of

ENDS = frozenset({"SEMICOLON", "COLON", "CONTRAST", "DOT", "WHICH", "STOP"})
"""Behind these nothing belongs to a head."""
PREPOSITIONS = frozenset({"FROM", "TO", "WITH", "BY", "BETWEEN", "IN", "OF"})
PREDICATES = frozenset({"COMMA", "LEVEL", "BE", "MONEY", "PCT", "DIR", "UPDOWN"})
"""Behind these a complement stands no longer right beside its head."""
OWNED = TWO_WAY | {"imports", "exports"}
"""Flows that are "of" a side."""
OBJECTS = frozenset({"PARTY", "NEIGHBOUR", "IT", "OTHER"})
"""To whom something is sold without a preposition."""
BEFORE_GOODS = frozenset({"ARTICLE", "PARTYADJ", "OTHER", "PARTY", "POSS", "WORD", "GOODSMOD", "FLOWADJ"})
NAMED = frozenset({"GOODS", "GENERIC", "GOODSMOD"})


def read_complements(sentence: Sentence, head: Head, limit: int) -> None:
    """Note what stands behind a head, up to the next one, and else its goods before it."""
    if sentence.kind(head.index) == "ASMUCH":
        head.goods = goods_at(sentence, head.index + 1)
    read_behind(sentence, head, limit)
    if head.goods is None:
        head.goods = goods_before(sentence, head)


def read_behind(sentence: Sentence, head: Head, limit: int) -> None:
    """Note the sides and the goods behind a head."""
    open_ended = head.verb or head.kind in TWO_WAY
    adjacent = True
    at = head.index + 1
    while at < limit and not ends_complements(sentence, head, at):
        kind = sentence.kind(at)
        behind: int | None = None
        if kind in PREPOSITIONS or (kind == "OR" and not head.verb):
            if adjacent or open_ended:
                behind = take_partner(sentence, head, at, limit, adjacent=adjacent)
            if behind is None:
                behind = take_item(sentence, head, at, limit, adjacent=adjacent)
        elif head.verb:
            behind = take_object(sentence, head, at, adjacent=adjacent)
        if behind is not None:
            at = behind
            continue
        if kind == "COMMA" and not head.verb and names_third(sentence, at):
            head.sender, head.receiver = (
                (head.sender, "OTHER") if sentence.kind(at + 1) == "TO" else ("OTHER", head.receiver)
            )
            return
        if kind in PREDICATES or (kind == "WORD" and not head.verb):
            adjacent = False
            if not open_ended:
                return
        at += 1


def names_third(sentence: Sentence, at: int) -> bool:
    """Whether an aside behind a flow says that it is to or from others: "wig exports, to all the world, were"."""
    return sentence.kind(at + 1) in ("TO", "FROM") and sentence.kind(at + 2) in ("WORLD", "OTHER")


def ends_complements(sentence: Sentence, head: Head, at: int) -> bool:
    """Whether a token ends what can belong to a head."""
    kind = sentence.kind(at)
    if kind in ENDS or (kind == "AS" and sentence.kind(at - 1) == "COMMA"):
        return True
    if sentence.clauses[at] != head.clause and kind != "AND":
        return True
    return kind == "GOODS" and sentence.kind(at + 1) == "FLOW" and names_goods(sentence, head, at)


def names_goods(sentence: Sentence, head: Head, at: int) -> bool:
    """Whether a goods noun may be the object of a verb: its first, with no change between."""
    return head.verb and head.goods is None and not sentence.has(("PCT", "FROM", "COMMA"), head.index + 1, at)


def take_partner(sentence: Sentence, head: Head, at: int, limit: int, *, adjacent: bool) -> int | None:
    """Read a preposition with a side; the place behind it."""
    place = skip_to_party(sentence, at + 1, limit)
    if place is None or not take_party(sentence, head, at, place, limit):
        return None
    if adjacent and not head.verb:
        head.last = max(head.last, place)
    return place + 1


def take_item(sentence: Sentence, head: Head, at: int, limit: int, *, adjacent: bool) -> int | None:
    """Read a preposition with goods; the place behind them."""
    kind = sentence.kind(at)
    if kind == "IN" and head.goods is None and sentence.tokens[head.index].id in ("spend", "obtain"):
        place = sentence.on_over(at + 1, DETERMINERS, limit)
        if place < limit and sentence.kind(place) == "GOODS":
            head.goods = widen_goods(sentence, place)
            take_origin(sentence, head, place)
    return take_goods(sentence, head, at, limit) if adjacent and kind in ("OF", "IN", "OR") else None


def take_object(sentence: Sentence, head: Head, at: int, *, adjacent: bool) -> int | None:
    """Read the object of a verb: whom it sells to, which goods, whose goods; the place behind goods."""
    token = sentence.tokens[at]
    if adjacent and head.kind == "exports" and token.kind in OBJECTS:
        if sentence.kind(at + 1) != "POSS":
            head.receiver = side_of(token)
    elif token.kind == "GOODS" and not head.passive and names_goods(sentence, head, at):
        head.goods = widen_goods(sentence, at)
        take_origin(sentence, head, head.goods[0])
        return head.goods[1] + 1
    elif token.kind == "PARTYADJ" and sentence.kind(at + 1) in NAMED:
        head.sender = head.sender or str(token.value)
    return None


def skip_to_party(sentence: Sentence, at: int, limit: int) -> int | None:
    """The place of a side named right here, articles and adjectives passed over."""
    for steps in range(4):
        if at >= limit:
            return None
        token = sentence.tokens[at]
        if side_of(token) is not None and token.kind != "ITS":
            if token.kind == "PARTYADJ":
                return None
            return at + 1 if token.kind == "NEIGHBOUR" and at + 1 < limit and sentence.kind(at + 1) == "PARTY" else at
        if token.kind == "NUMBER":
            the_two = sentence.tokens[at - 1].value == "definite" and token.value.value == 2
            return at if the_two else None
        if token.kind == "WORD" and steps == 3:
            return None
        if token.kind not in ("ITS", "ARTICLE", "GOODSMOD", "FLOWADJ", "HYPHEN", "WORD"):
            return None
        at += 1
    return None


def take_party(sentence: Sentence, head: Head, preposition: int, at: int, limit: int) -> bool:
    """Put a side into its slot; False where the words are about something else ("from China's customs")."""
    if sentence.kind(at + 1) == "POSS":
        return False
    side = side_of(sentence.tokens[at]) or "PAIR"
    kind = sentence.kind(preposition)
    if kind == "OF" and sentence.kind(at) == "OTHER" and sentence.kind(at + 1) in NAMED:
        # "Purchases of Vietnamese anthracite" are of goods from there.
        return False
    if kind == "BETWEEN":
        return take_pair(sentence, head, at, side, limit)
    if kind == "WITH":
        if head.kind not in TWO_WAY or sentence.kind(at + 1) == "AS" or sentence.kind(preposition - 1) == "COMMA":
            return False
        if side not in head.parties:
            head.parties = [*head.parties, side]
        return True
    if (kind == "FROM" and head.kind not in TWO_WAY) or (kind == "IN" and sentence.tokens[head.index].id == "spend"):
        head.sender = head.sender or side
    elif (kind == "TO" and head.kind not in TWO_WAY) or (kind == "IN" and head.kind == "moved"):
        head.receiver = head.receiver or side
    elif kind == "BY" or (kind == "OF" and not head.verb and head.kind in OWNED):
        head.owner = head.owner or side
    else:
        return False
    return True


def take_pair(sentence: Sentence, head: Head, at: int, side: str, limit: int) -> bool:
    """Note both sides of "between China and North Korea", "between the two countries"."""
    if side in ("PAIR", "OTHER"):
        head.parties = [side]
        return side == "PAIR" or sentence.kind(at + 1) != "AND"
    if at + 1 >= limit or sentence.kind(at + 1) != "AND":
        return False
    partner = skip_to_party(sentence, at + 2, limit)
    if partner is None:
        return False
    head.parties = [side, str(side_of(sentence.tokens[partner]))]
    head.last = partner
    return True


def take_goods(sentence: Sentence, head: Head, at: int, limit: int) -> int | None:
    """Read "of coal", "of North Korean goods" after a flow; the place behind it."""
    unnamed = plain_goods(sentence, at + 1, limit)
    if unnamed is not None and sentence.kind(at) == "OF":
        head.goods = unnamed
        head.last = unnamed[1]
        return head.last + 1
    index = at + 1
    while index < limit and sentence.kind(index) in BEFORE_GOODS:
        if sentence.kind(index) == "WORD" and (index + 1 >= limit or sentence.kind(index + 1) not in NAMED):
            return None
        index += 1
    if index >= limit or sentence.kind(index) not in ("GOODS", "GENERIC"):
        return None
    sides = (side_of(token) for token in sentence.tokens[at + 1 : index])
    head.sender = head.sender or next((side for side in sides if side in BOTH or side == "OTHER"), None)
    if sentence.kind(index) == "GENERIC":
        head.last = index
    else:
        first, head.last = widen_goods(sentence, index)
        head.goods = sentence.back_over(first - 1, ("GOODSMOD",), first - 1 - at) + 1, head.last
    return head.last + 1
