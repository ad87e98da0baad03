"""Flow heads: the nouns and verbs that say what crosses the border, with who sends and who receives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tradeparse.mentions.tokens import Token

Side = Literal["CHN", "PRK", "OTHER", "PAIR", "ITS", "NEIGHBOUR"]
HeadKind = Literal["imports", "exports", "total", "deficit", "surplus", "gap", "moved", "goods", "anaphor", "alien"]

SIDES = {
    "OWNER": "OTHER",
    "OTHER": "OTHER",
    "WORLD": "OTHER",
    "PAIR": "PAIR",
    "NEIGHBOUR": "NEIGHBOUR",
    "THERE": "NEIGHBOUR",
    "ITS": "ITS",
    "IT": "ITS",
}
INSIDE = {
    "WORD", "GOODS", "GOODSMOD", "GENERIC", "FLOWADJ", "MONTHLY", "PERIOD", "HYPHEN", "CITED", "WORTH", "NOHEDGE",
    "ORDINAL", "EARLYLATE", "BASIS", "SAME", "DIR", "MULT", "APOS", "AND", "NUMBER", "ANAPHOR",
}  # fmt: skip
ADJACENT = INSIDE - {"WORD", "DIR", "MULT", "AND", "NUMBER", "WORTH"}
JOINTS = {"COMMA", "AND", "OR", "SLASH"}
ELLIPTIC = ("those", "that-of")
FLOWS = ("FLOW", "PAIRFLOW", "WORLDFLOW", "FLOWVERB")
NESTING = {
    "MONEY",
    "VOLUME",
    "OF",
    "IN",
    "LPAR",
    "RPAR",
    "HEDGE",
    "NOHEDGE",
    "ARTICLE",
    "ITS",
    "WITH",
    "PARTY",
    "PERIOD",
}
CLAUSE_ENDS = {"SEMICOLON", "COLON", "CONTRAST", "WHEN", "DASH", "BAR"}


@dataclass(slots=True)
class Head:
    """One flow as its words give it; `first` to `last` are the tokens of its noun phrase."""

    index: int
    kind: HeadKind
    first: int
    last: int
    verb: bool = False
    passive: bool = False
    owner: str | None = None
    sender: str | None = None
    receiver: str | None = None
    parties: list[str] = field(default_factory=list)
    goods: tuple[int, int] | None = None
    world: bool = False
    own_period: int | None = None
    clause: int = 0
    share: bool = False


def side_of(token: Token) -> str | None:
    """The side that a token names, if it names one."""
    if token.kind in ("PARTY", "PARTYADJ"):
        return str(token.value)
    return SIDES.get(token.kind)


def number_clauses(tokens: list[Token]) -> list[int]:
    """The clause of each token: a new one at stronger stops and at joints of contrast; asides in commas have their own.

    An aside ("…, which had once bought ore, …") has a negative number; what follows it belongs to the clause before it.
    """
    clause, asides, inside = 0, 0, False
    result = []
    for index, token in enumerate(tokens):
        if inside and token.kind == "COMMA":
            inside = False
        elif token.kind in ("WHICH", "WHEN") and index and tokens[index - 1].kind == "COMMA":
            if any(one.kind == "COMMA" for one in tokens[index + 2 :]):
                inside = True
                asides -= 1
            elif token.kind == "WHEN":
                clause += 1
        elif not inside and (
            token.kind in CLAUSE_ENDS or (token.kind == "AND" and index and tokens[index - 1].kind == "COMMA")
        ):
            clause += 1
        result.append(asides if inside else clause)
    return result


def find_heads(tokens: list[Token]) -> list[Head]:
    """The flow heads of a sentence in order."""
    clauses = number_clauses(tokens)
    heads: list[Head] = []
    for index, token in enumerate(tokens):
        if token.kind == "FLOWVERB":
            head = read_verb(tokens, index, clauses)
        elif token.kind in ("FLOW", "PAIRFLOW", "WORLDFLOW"):
            head = read_noun(tokens, index)
        elif token.kind == "FORMER":
            head = Head(index, "anaphor", index, index)
        elif token.kind == "IT" and index > 3 and (pair := pair_before(tokens, index)):
            head = Head(index, "total", index, index, parties=pair)
        elif (
            token.id in ELLIPTIC
            and index + 1 < len(tokens)
            and leads_complement(tokens, index)
            and (
                index == 0 or tokens[index - 1].kind not in ("MULT", "FRAC", "THAN", "COMPARED", "FROM", "HEDGE", "OF")
            )
        ):
            head = Head(index, heads[-1].kind if heads else "anaphor", index, index)
            if heads and not heads[-1].verb:
                head.owner, head.sender, head.receiver = heads[-1].owner, None, None
                head.parties = list(heads[-1].parties)
        else:
            continue
        if head is None:
            continue
        head.clause = clauses[index]
        if heads and heads[-1].last >= head.first and heads[-1].index < head.index:
            head.first = heads[-1].last + 1 if heads[-1].last < head.index else head.index
        heads.append(head)
    for number, head in enumerate(heads):
        limit = heads[number + 1].first if number + 1 < len(heads) else len(tokens)
        read_complements(tokens, head, limit, clauses)
    heads = [head for head in merge_nested(tokens, heads) if stands(tokens, head)]
    for head in heads:
        if (
            head.owner is None
            and head.kind in ("deficit", "surplus", "gap", "total")
            and not head.verb
            and not pair_known(head)
        ):
            take_subject(tokens, head, clauses)
    for head, following in zip(heads, heads[1:], strict=False):
        share_complement(tokens, head, following)
    return heads


def pair_before(tokens: list[Token], index: int) -> list[str]:
    """The two sides of "Between China and North Korea it amounted to"."""
    if tokens[index - 4].kind == "BETWEEN" and tokens[index - 2].kind == "AND":
        sides = [side_of(tokens[index - 3]), side_of(tokens[index - 1])]
        if set(sides) == {"CHN", "PRK"}:
            return [str(side) for side in sides]
    return []


def leads_complement(tokens: list[Token], index: int) -> bool:
    """Whether an elliptic head names goods or a side: "those of rice", "those from Russia"."""
    at = index + 1 if tokens[index].kind == "THAT" else index
    if tokens[index].kind == "THAT" and tokens[at].kind not in ("FROM", "OF", "TO", "WITH"):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (
        following.kind in ("GOODS", "GOODSMOD", "ARTICLE", "PARTYADJ") or side_of(following) is not None
    )


def stands(tokens: list[Token], head: Head) -> bool:
    """Whether a verb that often means other things is about trade here: money spent on goods, goods that leave for a side."""
    if tokens[head.index].id == "leave":
        return bool(head.sender and head.receiver)
    if tokens[head.index].id == "spend":
        return not head.passive and (head.goods is not None or head.sender is not None)
    return head.kind != "moved" or leads_somewhere(tokens, head)


def leads_somewhere(tokens: list[Token], head: Head) -> bool:
    """Whether goods that move come from or go to a side ("came from North Korea", not "then came corn")."""
    return bool(head.sender or head.receiver) or any(token.kind == "REVERSE" for token in tokens[head.index :])


def pair_known(head: Head) -> bool:
    """Whether both sides of a two-way flow are named."""
    return "PAIR" in head.parties or len(set(head.parties)) > 1


def merge_nested(tokens: list[Token], heads: list[Head]) -> list[Head]:
    """A balance "in its trade with" is one head, with the sides of the trade."""
    result: list[Head] = []
    for head in heads:
        before = result[-1] if result else None
        if (
            before is not None
            and before.kind in ("deficit", "surplus", "gap")
            and head.kind == "total"
            and not head.verb
            and head.first > before.index
            and tokens[head.first - 1].kind in ("IN", "OF")
            and all(token.kind in NESTING for token in tokens[before.index + 1 : head.first])
        ):
            before.parties = [*before.parties, *head.parties]
            before.owner = before.owner or (head.owner if head.owner != "ITS" else None)
            before.last = head.last
            continue
        result.append(head)
    return result


def take_subject(tokens: list[Token], head: Head, clauses: list[int]) -> None:
    """The side that is the subject of "ran a surplus", "did $2 billion in trade"."""
    if head.kind == "total":
        for at in range(1, head.first - 1):
            if (
                tokens[at].kind == "AND"
                and side_of(tokens[at - 1])
                and side_of(tokens[at + 1])
                and clauses[at] >= clauses[head.index] - 1
            ):
                head.parties = [str(side_of(tokens[at - 1])), str(side_of(tokens[at + 1]))]
        return
    for back in range(head.first - 1, -1, -1):
        if clauses[back] != clauses[head.index] and tokens[back].kind in ("SEMICOLON", "COLON", "WHEN", "CONTRAST"):
            return
        if is_subject(tokens, back):
            head.owner = side_of(tokens[back])
            return


def is_subject(tokens: list[Token], at: int) -> bool:
    """Whether a side stands free: no preposition before it, no possessive or noun of its own after it."""
    side = side_of(tokens[at])
    if side is None or tokens[at].kind in ("PARTYADJ", "ITS", "WORLD", "THERE", "OWNER"):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].kind in ("POSS", "HYPHEN", "OTHER"):
        return False
    before = at - 1
    if before >= 0 and tokens[before].kind == "ARTICLE":
        before -= 1
    if before >= 0 and tokens[before].kind in ("FLOWVERB", "NEIGHBOUR"):
        return False
    return (
        before < 0
        or tokens[before].kind not in ("FROM", "TO", "WITH", "OF", "IN", "BY", "AT", "COMPARED")
        or side == "PAIR"
    )


def share_complement(tokens: list[Token], head: Head, following: Head) -> None:
    """ "Exports to and imports from China": the first takes the second's other side."""
    if head.verb or following.verb or following.index - head.index > 3:
        return
    between = [token.kind for token in tokens[head.index + 1 : following.index]]
    if between[:1] in (["TO"], ["FROM"], ["WITH"]) and "AND" in between:
        partner = following.sender if following.kind == "imports" else following.receiver
        if between[0] == "TO":
            head.receiver = partner
        elif between[0] == "FROM":
            head.sender = partner
        following.owner = following.owner or head.owner


def read_noun(tokens: list[Token], index: int) -> Head | None:
    """The noun phrase of a flow noun: whose it is, and of which goods, from the words before it."""
    token = tokens[index]
    kind: HeadKind = token.value
    head = Head(index, kind, index, index)
    if token.kind == "PAIRFLOW":
        head.parties = ["CHN", "PRK"] if token.id == "sino-trade" else ["PAIR"]
    if token.kind == "WORLDFLOW":
        head.world = True
    at = index - 1
    words = 0
    goods_end: int | None = None
    while at >= 0:
        before = tokens[at]
        side = side_of(before)
        if side is not None:
            if before.kind == "PARTYADJ" and head.owner is None and goods_end is None and at + 1 < index:
                pass
            take_owner(tokens, head, at, side)
            at = head.first - 1
            break
        if before.kind == "POSS" or (before.kind == "APOS" and at and before.value == "possessive"):
            at -= 1
            head.first = at + 1
            if at >= 0 and (side := side_of(tokens[at])) is not None:
                take_owner(tokens, head, at, side)
                break
            if at >= 0 and tokens[at].kind == "PERIOD":
                head.own_period = at
                head.first = at
                at -= 1
                continue
            if at >= 0 and tokens[at].kind == "COUNTRY":
                head.owner = "ITS"
            elif at >= 0 and tokens[at].kind in ("WORD", "GENERIC", "AID", "NOISE"):
                head.owner = "OTHER"
            break
        if before.kind == "AID":
            head.owner = "OTHER"
            break
        if before.kind not in INSIDE and before.kind != "ARTICLE":
            break
        if before.kind in ("WORD", "DIR", "MULT"):
            words += 1
            if words > 3 or not reaches_possessive(tokens, at):
                break
        if before.kind == "GOODS" and goods_end is None and at + 1 == index:
            goods_end = at
        if before.kind == "AND" and (at == 0 or tokens[at - 1].kind not in ("GOODS", "PARTY")):
            break
        if before.kind == "NUMBER":
            break
        if before.kind == "PERIOD" and head.own_period is None:
            if at and tokens[at - 1].kind in ("IN", "THAN", "FROM", "COMPARED"):
                break
            head.own_period = at
        head.first = at
        if before.kind == "ARTICLE":
            break
        at -= 1
    if at >= 0 and tokens[at].kind == "WHICH" and head.owner is None:
        before_aside = at - 2 if at and tokens[at - 1].kind == "COMMA" else at - 1
        if before_aside >= 0 and (side := side_of(tokens[before_aside])) is not None:
            head.owner = side
    if goods_end is not None and head.goods is None:
        head.goods = widen_goods(tokens, goods_end, backwards=True)
    return head


def reaches_possessive(tokens: list[Token], at: int) -> bool:
    """Whether plain words before a flow noun lead back to a possessive or article, as in "China's booming exports"."""
    for back in range(at, max(at - 4, -1), -1):
        if tokens[back].kind in ("POSS", "ITS", "ARTICLE", "OWNER"):
            return True
        if tokens[back].kind not in INSIDE:
            return False
    return False


def take_owner(tokens: list[Token], head: Head, at: int, side: str) -> None:
    """Note whose flow it is; two sides joined ("DPRK-China trade", "China and North Korea's") are both."""
    head.owner = side
    head.first = at
    if at >= 2 and tokens[at - 1].kind in ("HYPHEN", "AND", "SLASH", "COMMA", "DASH"):
        other = side_of(tokens[at - 2])
        if (
            other is not None
            and other != side
            and (tokens[at - 1].kind in ("HYPHEN", "SLASH", "DASH") or head.kind == "total")
        ):
            head.parties = [other, side]
            head.owner = None
            head.first = at - 2


def widen_goods(tokens: list[Token], at: int, *, backwards: bool = False) -> tuple[int, int]:
    """The first and last token of a goods phrase around a goods noun."""
    first = last = at
    step = -1 if backwards else 1
    while True:
        following = (first if backwards else last) + step
        if not 0 <= following < len(tokens):
            break
        kind = tokens[following].kind
        if kind in ("GOODS", "GOODSMOD"):
            pass
        elif kind == "AND" and 0 <= following + step < len(tokens) and tokens[following].value == "plain":
            beyond = tokens[following + step].kind
            if beyond == "GOODSMOD" and 0 <= following + 2 * step < len(tokens):
                if tokens[following + 2 * step].kind not in ("GOODS", "GOODSMOD"):
                    break
            elif beyond != "GOODS":
                break
        else:
            break
        if backwards:
            first = following
        else:
            last = following
    while first < last and tokens[first].kind == "AND":
        first += 1
    while last > first and tokens[last].kind in ("AND", "GOODSMOD"):
        last -= 1
    return first, last


def read_verb(tokens: list[Token], index: int, clauses: list[int]) -> Head | None:
    """A flow verb: who does it, or, in the passive, what is moved."""
    token = tokens[index]
    head = Head(index, token.value, index, index, verb=True)
    if token.id == "bring-in" and index and tokens[index - 1].kind == "GOODS":
        return Head(index, "exports", index, index, verb=True, goods=widen_goods(tokens, index - 1, backwards=True))
    if token.id == "leave" and index + 1 < len(tokens) and tokens[index + 1].kind == "PARTY":
        head.sender = side_of(tokens[index + 1])
    at = index - 1
    while at >= 0 and tokens[at].kind in ("WORD", "ORDINAL", "ARTICLE", "CMP") and index - at < 4:
        at -= 1
    if (at >= 0 and tokens[at].kind == "BE") or (at >= 0 and tokens[at].id == "estimated-to-have-been"):
        head.passive = True
    elif at >= 0 and at == index - 1 and tokens[at].kind in ("GOODS", "GENERIC", "MONEY", "VOLUME"):
        head.passive = (
            token.id != "went" and not any(side_of(tokens[back]) for back in range(at))
        ) or is_participle_use(tokens, at)
    if token.value == "total":
        head.parties = []
    if not head.passive or token.value == "moved":
        for back in range(index - 1, -1, -1):
            before = tokens[back]
            if clauses[back] < clauses[index] and before.kind in ("SEMICOLON", "COLON", "WHEN", "CONTRAST"):
                break
            side = side_of(before)
            if side is None or not is_subject(tokens, back):
                continue
            head.owner = side
            if back >= 2 and tokens[back - 1].kind == "AND" and side_of(tokens[back - 2]):
                head.parties = [str(side_of(tokens[back - 2])), side]
                head.owner = None
            break
    return head


def is_participle_use(tokens: list[Token], at: int) -> bool:
    """Whether the noun before a participle is itself an object or a subject ("North Korean goods shipped to")."""
    back = at
    while back >= 0 and tokens[back].kind in (
        "GOODS",
        "GENERIC",
        "GOODSMOD",
        "AND",
        "WORTH",
        "OF",
        "ARTICLE",
        "PARTYADJ",
    ):
        back -= 1
    return back < 0 or tokens[back].kind in (
        "COMMA",
        "LEVEL",
        "MONEY",
        "VOLUME",
        "OF",
        "FLOW",
        "OR",
        "HEDGE",
        "WORD",
        "PERIOD",
    )


def read_complements(tokens: list[Token], head: Head, limit: int, clauses: list[int]) -> None:
    """What stands after a head: from whom, to whom, with whom, of what."""
    at = head.index + 1
    if tokens[head.index].kind == "ASMUCH":
        head.goods, _ = elliptic_complement(tokens, head)
    adjacent = True
    open_ends = head.verb or head.kind in ("deficit", "surplus", "gap", "total")
    while at < limit:
        token = tokens[at]
        if token.kind in ("SEMICOLON", "COLON", "CONTRAST", "DOT", "WHICH", "STOP") or (
            token.kind == "AS" and tokens[at - 1].kind == "COMMA"
        ):
            break
        if clauses[at] != head.clause and token.kind not in ("AND",):
            break
        if token.kind in ("FROM", "TO", "WITH", "BY", "BETWEEN", "IN", "OF") or (token.kind == "OR" and not head.verb):
            object_at = skip_to_party(tokens, at + 1, limit)
            if object_at is not None and (adjacent or open_ends) and take_party(tokens, head, at, object_at, limit):
                at = object_at + 1
                if adjacent and not head.verb:
                    head.last = max(head.last, object_at)
                continue
            if (token.kind == "IN" and head.verb and tokens[head.index].id == "spend") or token.kind == "ON":
                place = at + 1
                while place < limit and tokens[place].kind in ("ARTICLE", "PARTYADJ", "GOODSMOD"):
                    place += 1
                if place < limit and tokens[place].kind == "GOODS" and head.goods is None:
                    head.goods = widen_goods(tokens, place)
                    take_origin(tokens, head, place)
            if token.kind in ("OF", "IN", "OR") and adjacent:
                taken = take_goods(tokens, head, at, limit)
                if taken is not None:
                    at = taken
                    continue
        elif head.verb and adjacent and token.kind in ("PARTY", "NEIGHBOUR", "IT", "OTHER") and head.kind == "exports":
            if at + 1 >= len(tokens) or tokens[at + 1].kind != "POSS":
                head.receiver = side_of(token)
        elif head.verb and token.kind == "GOODS" and head.goods is None and not passed_quantity(tokens, head.index, at):
            if at + 1 < len(tokens) and tokens[at + 1].kind == "FLOW":
                break
            head.goods = widen_goods(tokens, at)
            take_origin(tokens, head, head.goods[0])
            at = head.goods[1] + 1
            continue
        elif (
            token.kind == "PARTYADJ"
            and head.verb
            and at + 1 < len(tokens)
            and tokens[at + 1].kind in ("GOODS", "GENERIC", "GOODSMOD")
        ):
            head.sender = head.sender or str(token.value)
        if token.kind in ("COMMA", "LEVEL", "BE", "MONEY", "PCT", "DIR", "UPDOWN") or (
            token.kind == "WORD" and not head.verb
        ):
            adjacent = False
            if not open_ends:
                break
        at += 1
    if head.verb and head.goods is None:
        head.goods = subject_goods(tokens, head) or relative_goods(tokens, head)
    if not head.verb and head.goods is None:
        head.goods = leading_goods(tokens, head)
    if tokens[head.index].id in ("export-item", "import-item") or bare_flow(tokens, head):
        head.goods = head.goods or opening_goods(tokens, head)


def elliptic_complement(tokens: list[Token], head: Head) -> tuple[tuple[int, int] | None, None]:
    """Goods or a side right after "those of", "those from"."""
    at = head.index + 1
    while at < len(tokens) and tokens[at].kind in ("ARTICLE", "PARTYADJ", "GOODSMOD"):
        at += 1
    if at < len(tokens) and tokens[at].kind == "GOODS":
        return widen_goods(tokens, at), None
    return None, None


def passed_quantity(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a change stands between a verb and a noun after it."""
    return any(tokens[index].kind in ("PCT", "FROM", "COMMA") for index in range(start + 1, at))


def skip_to_party(tokens: list[Token], at: int, limit: int) -> int | None:
    """The place of a side named right here, articles and adjectives passed over."""
    steps = 0
    while at < limit and steps < 4:
        kind = tokens[at].kind
        if side_of(tokens[at]) is not None:
            if kind == "ITS":
                at += 1
                steps += 1
                continue
            if kind == "PARTYADJ":
                return None
            if kind == "NEIGHBOUR" and at + 1 < limit and tokens[at + 1].kind == "PARTY":
                return at + 1
            return at
        if kind == "ARTICLE" or kind in ("GOODSMOD", "FLOWADJ", "HYPHEN") or (kind == "WORD" and steps < 3):
            at += 1
            steps += 1
            continue
        if kind == "NUMBER" and tokens[at - 1].value == "definite" and tokens[at].value.value == 2:
            return at
        return None
    return None


def take_party(tokens: list[Token], head: Head, preposition: int, at: int, limit: int) -> bool:
    """Put a side into its slot; False where the words are about something else ("from China's customs")."""
    token = tokens[at]
    kind = tokens[preposition].kind
    side = side_of(token) or "PAIR"
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind == "POSS":
        return False
    if kind == "BETWEEN":
        if side in ("PAIR", "OTHER"):
            head.parties = [side]
            return side == "PAIR" or tokens[at + 1].kind != "AND"
        beyond = at + 1
        if beyond < limit and tokens[beyond].kind == "AND":
            partner = skip_to_party(tokens, beyond + 1, limit)
            if partner is not None:
                head.parties = [side, str(side_of(tokens[partner]))]
                head.last = partner
                return True
        return False
    if kind == "WITH":
        if following is not None and following.kind == "AS":
            return False
        if head.kind in ("total", "deficit", "surplus", "gap"):
            head.parties = [*head.parties, side] if side not in head.parties else head.parties
            return True
        return False
    if kind in ("FROM", "TO") and head.kind in ("total", "deficit", "surplus", "gap"):
        return False
    if kind == "FROM":
        if head.sender is None:
            head.sender = side
        return True
    if kind == "TO":
        if head.receiver is None:
            head.receiver = side
        return True
    if kind == "IN" and (head.kind == "moved"):
        head.receiver = head.receiver or side
        return True
    if kind == "BY":
        head.owner = head.owner or side
        return True
    if kind == "OF":
        if head.kind in ("total", "deficit", "surplus", "gap", "imports", "exports") and not head.verb:
            head.owner = head.owner or side
            return True
        return False
    return False


def take_goods(tokens: list[Token], head: Head, at: int, limit: int) -> int | None:
    """Read "of coal", "of North Korean goods" after a flow; the place behind it."""
    index = at + 1
    unnamed = plain_goods(tokens, index, limit)
    if unnamed is not None and tokens[at].kind == "OF":
        head.goods = unnamed
        head.last = unnamed[1]
        return unnamed[1] + 1
    while index < limit and tokens[index].kind in (
        "ARTICLE",
        "PARTYADJ",
        "OTHER",
        "PARTY",
        "POSS",
        "WORD",
        "GOODSMOD",
        "FLOWADJ",
    ):
        if tokens[index].kind == "WORD" and (
            index + 1 >= limit or tokens[index + 1].kind not in ("GOODS", "GENERIC", "GOODSMOD")
        ):
            return None
        index += 1
    if index >= limit or tokens[index].kind not in ("GOODS", "GENERIC"):
        return None
    for back in range(at + 1, index):
        side = side_of(tokens[back])
        if side in ("CHN", "PRK", "OTHER") and head.sender is None:
            head.sender = side
    if tokens[index].kind == "GENERIC":
        head.last = index
        return index + 1
    head.goods = widen_goods(tokens, index)
    head.last = head.goods[1]
    return head.goods[1] + 1


def plain_goods(tokens: list[Token], index: int, limit: int) -> tuple[int, int] | None:
    """Up to three plain words that can only be goods: "sales of umbrella frames rose"."""
    last = index
    while last < limit and tokens[last].kind in ("WORD", "GOODSMOD") and not tokens[last].capital and last - index < 3:
        last += 1
    if last == index or (
        last < limit and tokens[last].kind in ("WORD", "GOODS", "GENERIC", "POSS", "FLOW", "AID", "SHARE")
    ):
        return None
    if tokens[last - 1].kind == "GOODSMOD":
        return None
    return index, last - 1


def take_origin(tokens: list[Token], head: Head, first: int) -> None:
    """The side whose goods they are: "Chinese smartphones"."""
    if first and tokens[first - 1].kind == "PARTYADJ" and head.sender is None:
        head.sender = str(tokens[first - 1].value)


def relative_goods(tokens: list[Token], head: Head) -> tuple[int, int] | None:
    """The goods that a relative clause tells of ("cereals that the DPRK bought"), or that open it ("Of wigs the North sold")."""
    for back in range(head.index - 1, max(head.index - 7, -1), -1):
        kind = tokens[back].kind
        if kind == "WHICH" and back > 1 and tokens[back - 1].kind == "IN" and tokens[back - 2].kind == "GOODS":
            place = widen_goods(tokens, back - 2, backwards=True)
            take_origin(tokens, head, place[0])
            return place
        if kind in ("THAT", "WHICH") and back and tokens[back - 1].kind == "GOODS":
            return widen_goods(tokens, back - 1, backwards=True)
        if kind == "GOODS" and back >= 1 and tokens[widen_goods(tokens, back, backwards=True)[0] - 1].kind == "OF":
            first, last = widen_goods(tokens, back, backwards=True)
            return (first, last) if first <= 2 else None
        if kind in ("COMMA", "SEMICOLON", "COLON", "LEVEL"):
            return None
    return None


def leading_goods(tokens: list[Token], head: Head) -> tuple[int, int] | None:
    """The goods that lead a flow: "watches and clocks led exports to China with"."""
    at = head.first - 1
    while at >= 0 and tokens[at].kind in ("ARTICLE", "FLOWADJ", "WORD", "OF"):
        at -= 1
    if at > 0 and tokens[at].kind == "LEADVERB" and tokens[at - 1].kind == "GOODS":
        return widen_goods(tokens, at - 1, backwards=True)
    return None


def bare_flow(tokens: list[Token], head: Head) -> bool:
    """Whether a flow noun stands alone, with nobody and nothing named."""
    return (
        not head.verb
        and head.first == head.index == head.last
        and head.owner is None
        and not (head.sender or head.receiver)
    )


def opening_goods(tokens: list[Token], head: Head) -> tuple[int, int] | None:
    """The goods that the sentence opens with, of which a later bare noun tells."""
    at = 0
    while at < head.first and tokens[at].kind in ("ARTICLE", "GOODSMOD", "IN", "OF"):
        at += 1
    if at < head.first and tokens[at].kind == "GOODS":
        return widen_goods(tokens, at)
    return None


def subject_goods(tokens: list[Token], head: Head) -> tuple[int, int] | None:
    """The goods that are the subject of a passive or of "went": "ores were exported"."""
    if not head.passive and head.kind != "moved":
        return None
    for back in range(head.index - 1, -1, -1):
        kind = tokens[back].kind
        if kind == "GOODS":
            goods = widen_goods(tokens, back, backwards=True)
            take_origin(tokens, head, goods[0])
            return goods
        if kind == "GENERIC":
            take_origin(tokens, head, back)
            return None
        if kind in ("SEMICOLON", "COLON", "CONTRAST", "WHEN"):
            return None
    return None
