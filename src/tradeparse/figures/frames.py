"""Frames: which quantities belong to which flow, with sides and goods resolved against the context."""

from __future__ import annotations

from dataclasses import dataclass, field

from tradeparse.figures.context import Context
from tradeparse.figures.heads import (
    CLAUSE_ENDS,
    Head,
    is_subject,
    number_clauses,
    plain_goods,
    side_of,
    widen_goods,
)
from tradeparse.figures.roles import QUANTITIES, Figure
from tradeparse.mentions.tokens import Token

BRIDGE = {
    "FROM", "HYPHEN", "BASIS", "DIR", "CMP", "MONTHLY", "FLOWADJ", "WORTH", "IN", "OF", "ARTICLE", "THAT", "ITS", "TO", "WORD", "GENERIC",
}  # fmt: skip
STARTERS = {"ANAPHOR", "ASMUCH"}
ALIENS = {"AID", "PRICE"}


@dataclass(slots=True)
class Frame:
    """One predication: a head, the flow it comes to, and the figures that it governs."""

    head: Head | None
    figures: list[Figure] = field(default_factory=list)
    flow: str | None = None
    side: str | None = None
    sign: int = 1
    reason: str = "no-flow"
    filled: dict[str, str] = field(default_factory=dict)


def govern(tokens: list[Token], heads: list[Head], figures: list[Figure]) -> list[Head | None]:
    """The head of each figure: the one right after it, else the last before it, else the next in its clause."""
    clauses = number_clauses(tokens)
    result: list[Head | None] = []
    for figure in figures:
        result.append(forward_head(tokens, heads, figure.index) or nearest_head(tokens, heads, figure.index, clauses))
    if any(token.kind == "RESPECTIVELY" for token in tokens):
        zip_heads(tokens, heads, figures, result)
    return result


def zip_heads(tokens: list[Token], heads: list[Head], figures: list[Figure], governed: list[Head | None]) -> None:
    """As many flows as numbers in a row, respectively: one each."""
    for run in runs_of(tokens, figures):
        before = [head for head in heads if head.index < figures[run[0]].index and not head.share]
        row = before[-len(run) :]
        if len(row) == len(run) and all(
            later.index - head.index <= 4 for head, later in zip(row, row[1:], strict=False)
        ):
            for number, head in zip(run, row, strict=True):
                governed[number] = head


def runs_of(tokens: list[Token], figures: list[Figure]) -> list[list[int]]:
    """Numbers of one kind with nothing but joints between them, as lists of their places among the figures."""
    runs: list[list[int]] = []
    for number, figure in enumerate(figures):
        last = figures[runs[-1][-1]] if runs else None
        if (
            last is not None
            and last.quantity.kind == figure.quantity.kind
            and all(
                token.kind in ("AND", "COMMA", "BY", "HEDGE", "NOHEDGE", "TO")
                for token in tokens[last.index + 1 : figure.index]
            )
        ):
            runs[-1].append(number)
        else:
            runs.append([number])
    return [run for run in runs if len(run) > 1]


def forward_head(tokens: list[Token], heads: list[Head], index: int) -> Head | None:
    """The noun head that a quantity leads up to: "a 270 percent surge in bilateral trade", "a $9 million deficit"."""
    for head in heads:
        if head.verb or head.index <= index or head.share:
            continue
        start = max(head.first, index + 1)
        if start - index > 7:
            return None
        between = tokens[index + 1 : start]
        if any(token.kind not in BRIDGE for token in between):
            return None
        kinds = [token.kind for token in between]
        if kinds.count("WORD") > 2:
            return None
        inside = tokens[start : head.index]
        if any(token.kind in QUANTITIES and token.kind != "NUMBER" for token in inside):
            return None
        if head.first <= index and not any(
            token.kind in ("OF", "IN", "FROM", "TO", "COMMA") for token in tokens[index + 1 : head.index]
        ):
            return head
        if not between:
            return head
        if kinds[0] == "FROM" and kinds[-1] == "FROM" and tokens[index].kind == "MONEY" and head.owner == "ITS":
            return head
        if kinds[-1] in ("IN", "OF", "ARTICLE", "ITS", "THAT", "HYPHEN", "FLOWADJ") or kinds[0] in ("WORTH", "HYPHEN"):
            if kinds[0] in ("TO", "FROM") or (
                "IN" in kinds and tokens[index].kind == "PCT" and "DIR" not in kinds and "CMP" not in kinds
            ):
                return None
            if "DIR" in kinds or "WORTH" in kinds or kinds[0] in ("IN", "OF", "HYPHEN"):
                return head
        return None
    return None


def nearest_head(tokens: list[Token], heads: list[Head], index: int, clauses: list[int]) -> Head | None:
    """The last head before a quantity in its clause, else the next one in it, else the last before it at all."""
    usable = [head for head in heads if not head.share]
    before = [
        head
        for head in usable
        if head.index < index
        and (
            head.clause >= 0 or head.clause == clauses[index] or tokens[head.index].id in ("export-item", "import-item")
        )
    ]
    same = [head for head in before if clauses[head.index] == clauses[index]]
    if same:
        return same[-1]
    after = [head for head in usable if head.index > index and clauses[head.index] == clauses[index]]
    if after and (after[0].verb or leads_clause(tokens, clauses, index) or is_copula(tokens, index, after[0])):
        blocked = any(token.kind == "COMMA" for token in tokens[index + 1 : after[0].index])
        if not before or not blocked or after[0].verb:
            return after[0]
    return before[-1] if before else None


def is_copula(tokens: list[Token], index: int, head: Head) -> bool:
    """Whether a number's subject is said to be the flow: "Plastics at 264 million were the largest imports"."""
    between = tokens[index + 1 : head.first]
    return any(token.kind == "BE" for token in between) and not any(token.kind in ("COMMA", "PCT") for token in between)


def leads_clause(tokens: list[Token], clauses: list[int], index: int) -> bool:
    """Whether a quantity is the first thing told in its clause."""
    at = index - 1
    while at >= 0 and clauses[at] == clauses[index]:
        if tokens[at].kind not in (
            "AT",
            "HEDGE",
            "NOHEDGE",
            "ARTICLE",
            "AND",
            "WITH",
            "COMMA",
            "DIR",
            "OF",
            "FROM",
            *CLAUSE_ENDS,
        ):
            return False
        at -= 1
    return True


def resolve_flow(frame: Frame, tokens: list[Token], context: Context) -> None:
    """Find sender and receiver, then the flow as North Korea sees it; or say why there is none."""
    head = frame.head
    if head is None:
        return
    if head.kind == "anaphor":
        if tokens[head.index].kind == "FORMER":
            if context.ours is True and len(context.pair) > 1:
                frame.flow, frame.side = context.pair[-2 + int(tokens[head.index].value)], context.side
                frame.filled["flow"] = "earlier-sentence"
            return
        head.kind = context.kind or "gap"  # type: ignore[assignment]
    owner, sender, receiver = head.owner, head.sender, head.receiver
    parties = list(head.parties)
    if owner == "ITS":
        owner = None
        frame.filled["flow"] = "earlier-sentence"
        subject = sentence_subject(tokens, head)
        known = sender or receiver or next((party for party in parties if party in ("CHN", "PRK")), None)
        if subject == "OTHER":
            owner = "OTHER"
        elif known in ("CHN", "PRK") and context.ours is not False:
            owner = opposite(known) if head.kind != "total" else opposite(known)
        elif subject in ("CHN", "PRK"):
            owner = subject
        elif context.side in ("CHN", "PRK", "OTHER"):
            owner = context.side
    if "NEIGHBOUR" in (sender, receiver) or "NEIGHBOUR" in parties or owner == "NEIGHBOUR":
        other = next(
            (one for one in (owner, sender, receiver, *parties) if one in ("CHN", "PRK", "OTHER")), context.side
        )
        neighbour = opposite(other) if other in ("CHN", "PRK") else None
        sender = neighbour if sender == "NEIGHBOUR" else sender
        receiver = neighbour if receiver == "NEIGHBOUR" else receiver
        owner = neighbour if owner == "NEIGHBOUR" else owner
        parties = [
            neighbour if party == "NEIGHBOUR" else party for party in parties if neighbour or party != "NEIGHBOUR"
        ]
    for name in ("sender", "receiver"):
        value = sender if name == "sender" else receiver
        if value == "ITS":
            partner = next(
                (one for one in (owner, receiver if name == "sender" else sender) if one in ("CHN", "PRK")), None
            )
            value = opposite(partner or context.side)
            if name == "sender":
                sender = value
            else:
                receiver = value
    parties = ["PAIR" if party == "PAIR" else party for party in parties]
    if "ITS" in parties:
        parties = [context.side if party == "ITS" else party for party in parties if party != "ITS" or context.side]
    if head.kind in ("total", "deficit", "surplus", "gap") and opens_with_other(tokens):
        parties.append("OTHER")
    named = [one for one in (owner, sender, receiver, *parties) if one]
    if "OTHER" in named or head.world:
        if True:
            frame.reason = "other-partner"
            frame.side = next((one for one in named if one in ("CHN", "PRK")), context.side)
            context.ours = False
            if owner in ("OTHER",):
                context.side = "OTHER"
            elif frame.side:
                context.side = frame.side
            return
    if context.ours is None and "OTHER" not in named:
        lone = {one for one in named if one in ("CHN", "PRK")}
        others = {str(token.value) for token in tokens if token.kind in ("PARTY", "PARTYADJ")} - lone
        if (
            len(lone) == 1
            and others == {opposite(next(iter(lone)))}
            and not any(token.kind == "OTHER" for token in tokens)
        ):
            if (owner is None and head.kind in ("deficit", "surplus")) or sender or receiver:
                context.ours = True
                context.side = context.side or next(iter(others))
    if head.kind in ("imports", "exports", "moved"):
        flow_of_goods(frame, tokens, head, owner, sender, receiver, context)
    else:
        flow_of_pair(frame, tokens, head, owner, parties, context)


def opens_with_other(tokens: list[Token]) -> bool:
    """Whether a sentence opens with another partner: "With Japan the North traded"."""
    return tokens[0].kind == "WITH" and any(token.kind in ("OTHER", "WORLD") for token in tokens[1:4])


def sentence_subject(tokens: list[Token], head: Head) -> str | None:
    """The last side before a head that stands free or owns another flow: whom "its" means."""
    for at in range(head.first - 1, -1, -1):
        if is_subject(tokens, at) and side_of(tokens[at]) in ("CHN", "PRK", "OTHER"):
            return side_of(tokens[at])
        if at + 2 < head.first and tokens[at + 1].kind == "POSS" and tokens[at].kind in ("PARTY", "OTHER"):
            if any(token.kind in ("FLOW", "PAIRFLOW") for token in tokens[at + 2 : at + 5]):
                return side_of(tokens[at])
    return None


def opposite(side: str | None) -> str | None:
    """The other one of the two."""
    return {"CHN": "PRK", "PRK": "CHN"}.get(side or "")


def flow_of_goods(
    frame: Frame,
    tokens: list[Token],
    head: Head,
    owner: str | None,
    sender: str | None,
    receiver: str | None,
    context: Context,
) -> None:
    """The flow of imports, exports and goods that move."""
    if owner == "PAIR":
        frame.reason = "no-flow"
        return
    if head.kind == "imports":
        receiver = owner or receiver
    elif head.kind == "exports":
        sender = owner or sender
    if sender == "PAIR" or receiver == "PAIR":
        return
    if sender in ("CHN", "PRK") and receiver == sender:
        if head.kind == "imports":
            receiver = None if owner is None else receiver
            sender = opposite(receiver) if receiver else sender
        else:
            receiver = opposite(sender)
    side = owner if owner in ("CHN", "PRK") else (receiver if head.kind == "imports" else sender)
    if (
        sender is None
        and receiver is None
        and tokens[head.index].id == "shipments"
        and context.ours is True
        and not any(token.kind == "OTHER" for token in tokens[: head.index])
    ):
        if context.flow in ("imports", "exports"):
            frame.flow, frame.side = context.flow, context.side
            if any(token.kind == "REVERSE" for token in tokens[head.index :]):
                frame.flow = "exports" if context.flow == "imports" else "imports"
            frame.filled["flow"] = "earlier-sentence"
            head.goods = head.goods
            return
    if sender is None and receiver is None:
        if context.ours is not True or context.side not in ("CHN", "PRK"):
            frame.reason = "no-partner" if context.ours is None else "other-partner"
            return
        frame.filled["flow"] = "earlier-sentence"
        if head.kind == "imports":
            receiver, sender = context.side, opposite(context.side)
        elif head.kind == "exports":
            sender, receiver = context.side, opposite(context.side)
        elif context.flow in ("imports", "exports") and any(token.kind == "REVERSE" for token in tokens[head.index :]):
            sender = "PRK" if context.flow == "imports" else "CHN"
            receiver = opposite(sender)
        else:
            return
        side = context.side
    elif sender is None or receiver is None:
        partner = sender if head.kind == "imports" else receiver
        if any(token.kind == "INALL" for token in tokens[:3]) and partner is None:
            frame.reason = "other-partner"
            return
        hinted = context.ours is None and context.about and partner == "CHN"
        if context.ours is not True and not hinted and not (partner is not None and opposite(partner) == context.side):
            frame.reason = "no-partner" if context.ours is None else "other-partner"
            frame.side = sender or receiver
            if context.ours is None:
                context.side = frame.side
            return
        frame.filled.setdefault("flow", "earlier-sentence")
        sender, receiver = sender or opposite(receiver), receiver or opposite(sender)
    if {sender, receiver} != {"CHN", "PRK"}:
        frame.reason = "other-partner"
        return
    frame.flow = "imports" if sender == "CHN" else "exports"
    frame.side = side or (receiver if head.kind == "imports" else sender)
    context.ours, context.side = True, frame.side


def flow_of_pair(
    frame: Frame, tokens: list[Token], head: Head, owner: str | None, parties: list[str | None], context: Context
) -> None:
    """The flow of two-way trade and of balances."""
    sides = {one for one in (owner, *parties) if one}
    lone_side = next(iter(sides & {"CHN", "PRK"}), None)
    if ("PAIR" in sides and {"CHN", "PRK"} <= sides) or {"CHN", "PRK"} <= sides:
        ours = True
    elif "PAIR" in sides and lone_side is not None:
        ours = context.ours is True or context.about or context.side == opposite(lone_side)
        side_known = opposite(lone_side)
        owner = owner if owner in ("CHN", "PRK") else side_known
    else:
        ours = "PAIR" in sides and (context.ours is True or context.about)
    if "PAIR" in sides and not sides & {"CHN", "PRK"} and context.ours is False:
        frame.reason = "other-partner"
        return
    if not ours:
        if tokens[head.index].id == "loose-trade" or (head.verb and not sides and not head.passive):
            frame.reason = "no-partner"
            return
        lone = next(iter(parties), None)
        if context.ours is None and context.about and sides & {"CHN", "PRK"} and owner is None:
            context.side = context.side or opposite(lone_side)
        elif context.ours is not True and not (owner is None and lone is not None and opposite(lone) == context.side):
            frame.reason = "no-partner" if context.ours is None else "other-partner"
            frame.side = next(iter(sides & {"CHN", "PRK"}), None)
            if context.ours is None and frame.side:
                context.side = frame.side
            return
        frame.filled["flow"] = "earlier-sentence"
    side = owner if owner in ("CHN", "PRK") else None
    if head.kind == "total":
        frame.flow = "total"
        first = next((one for one in parties if one in ("CHN", "PRK")), None)
        if side is None and len([one for one in parties if one in ("CHN", "PRK")]) == 1 and first:
            side = opposite(first)
        named = side or (first if context.side not in ("CHN", "PRK") or context.ours is not True else context.side)
        frame.side = named or context.side
        context.ours, context.side = True, frame.side or context.side
        return
    if head.kind == "gap" and ours:
        favoured = next(
            (
                tokens[at - 2]
                for at, token in enumerate(tokens)
                if token.kind == "FAVOUR" and at > 1 and side_of(tokens[at - 2])
            ),
            None,
        )
        if favoured is not None and (winner := side_of(favoured)) in ("CHN", "PRK"):
            frame.flow, frame.sign, frame.side = "balance", 1 if winner == "PRK" else -1, winner
            context.ours, context.side = True, winner
            return
    if side is None and not parties and context.balance is not None and head.kind == context.balance_kind:
        frame.flow, frame.sign, frame.side = "balance", context.balance, context.side
        return
    if side is None:
        partner = next((one for one in parties if one in ("CHN", "PRK")), None)
        side = opposite(partner) if partner and len(set(parties)) == 1 else None
    if side is None:
        side = context.side
        frame.filled.setdefault("flow", "earlier-sentence")
    if side not in ("CHN", "PRK"):
        frame.reason = "no-flow"
        return
    if head.kind == "gap" and context.balance is not None:
        frame.flow, frame.sign, frame.side = "balance", context.balance, side
        return
    if head.kind == "gap":
        frame.reason = "sign-of-balance-open"
        return
    frame.flow = "balance"
    frame.sign = -1 if (head.kind == "deficit") == (side == "PRK") else 1
    frame.side = side
    context.balance, context.balance_kind = frame.sign, head.kind
    context.ours, context.side = True, side


def goods_of_figure(
    tokens: list[Token], figure: Figure, limit_left: int, limit_right: int, *, has_goods: bool
) -> tuple[int, int] | None:
    """The goods beside a number: "$9 million of fuel", "steel (39 million)", "30 million in food", "corn with 3,448 tons"."""
    at = figure.index + 1
    steps = 0
    seen_joint = figure.quantity.kind == "volume"
    while at < limit_right and steps < 6:
        kind = tokens[at].kind
        if kind in ("OF", "WORTH") or (kind == "IN" and tokens[at].id in ("in", "for")):
            seen_joint = True
        elif (
            kind in ("COMMA", "OR", "VOLUME")
            and figure.quantity.kind == "volume"
            and leads_to_goods(tokens, at, limit_right)
        ):
            seen_joint = False
        elif kind in ("GOODS", "GOODSMOD") and seen_joint:
            place = at
            while place < limit_right and tokens[place].kind == "GOODSMOD":
                place += 1
            if place < limit_right and tokens[place].kind == "GOODS":
                return (at, widen_goods(tokens, place)[1])
            return None
        elif kind in ("ARTICLE", "PARTYADJ", "PARTY", "POSS", "OTHER", "CURRENCY") and seen_joint:
            pass
        elif kind == "WORD" and seen_joint and tokens[at - 1].kind in ("OF", "WORTH", "PARTYADJ"):
            return plain_goods(tokens, at, limit_right)
        else:
            break
        at += 1
        steps += 1
    label = colon_label(tokens, figure.index)
    if label is not None:
        return label
    if led_by_number(tokens, figure.index) and at < limit_right and tokens[at].kind == "COMMA":
        at += 1
        while at < limit_right and tokens[at].kind in ("ARTICLE", "GOODSMOD"):
            at += 1
        if at < limit_right and tokens[at].kind == "GOODS":
            return widen_goods(tokens, at)
    at = figure.index - 1
    steps = 0
    commas = 0
    while at > limit_left and steps < 12:
        kind = tokens[at].kind
        if kind == "GOODS":
            place = widen_goods(tokens, at, backwards=True)
            if is_aside(tokens, place[0], limit_left, has_goods=has_goods):
                at = place[0] - 1
                continue
            return place
        if kind == "COMMA":
            commas += 1
            if has_goods and at < figure.index - 3:
                return None
        if kind == "PCT" and tokens[at + 1].kind in ("OR", "LPAR"):
            pass
        elif kind in QUANTITIES or kind in ("SEMICOLON", "COLON", "CONTRAST", "FLOW", "PAIRFLOW", "FROM"):
            return None
        if kind in ("PARTY", "OTHER") and tokens[at - 1].kind not in ("FROM", "TO", "WITH", "OF"):
            return None
        at -= 1
        steps += 1
    return None


def is_aside(tokens: list[Token], first: int, limit: int, *, has_goods: bool) -> bool:
    """Whether goods only explain others: "for use in wigs", ", a common fertiliser,"."""
    at = first - 1
    words = 0
    while at > limit and tokens[at].kind in ("WORD", "GOODSMOD", "FLOWADJ", "GENERIC") and words < 3:
        at -= 1
        words += 1
    if at <= limit:
        return False
    if tokens[at].kind == "IN":
        return has_goods or (at - 1 > limit and any(token.kind == "GOODS" for token in tokens[max(limit, 0) : at]))
    return (
        tokens[at].value == "indefinite"
        and tokens[at - 1].kind == "COMMA"
        and any(token.kind == "GOODS" for token in tokens[max(limit, 0) : at])
    )


def colon_label(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """The goods that label a list item: "Soybean oil: $9.42 million", "Processed hair and wool for wigs: $11.9 million"."""
    at = index - 1
    while at >= 0 and tokens[at].kind in ("HEDGE", "NOHEDGE", "ARTICLE"):
        at -= 1
    if at <= 0 or tokens[at].kind != "COLON" or at > 9:
        return None
    label = tokens[:at]
    if any(
        token.kind not in ("WORD", "GOODS", "GOODSMOD", "AND", "COMMA", "GENERIC", "IN", "HYPHEN", "BAR", "ORDINAL")
        for token in label
    ):
        return None
    first = 0
    while first < at and label[first].kind not in ("GOODS", "GOODSMOD", "WORD"):
        first += 1
    last = first
    while last + 1 < at and label[last + 1].kind in ("GOODS", "GOODSMOD", "WORD", "AND", "HYPHEN", "COMMA"):
        last += 1
    if first == at or not any(token.kind == "GOODS" for token in label):
        return None
    return first, last


def led_by_number(tokens: list[Token], index: int) -> bool:
    """Whether a number opens its sentence or clause: "At $330 million, electronics came first"."""
    at = index - 1
    while at >= 0 and tokens[at].kind in ("AT", "HEDGE", "NOHEDGE", "WITH"):
        at -= 1
    return at < index - 1 and (at < 0 or tokens[at].kind in CLAUSE_ENDS)


def leads_to_goods(tokens: list[Token], at: int, limit: int) -> bool:
    """Whether a second volume, "or 1,400 tons,", stands between a number and its goods."""
    while at < limit and tokens[at].kind in ("COMMA", "OR", "VOLUME"):
        at += 1
    return at < limit and tokens[at].kind == "OF"


def main_clause(tokens: list[Token]) -> list[Token]:
    """A sentence without its clauses in commas that open with when, where or which."""
    result: list[Token] = []
    inside = False
    for token in tokens:
        if token.kind in ("WHEN", "WHICH"):
            inside = any(one.kind == "COMMA" for one in tokens[tokens.index(token) :])
        elif inside and token.kind == "COMMA":
            inside = False
        if not inside:
            result.append(token)
    return result


def is_anaphoric(tokens: list[Token], distance: int) -> bool:
    """Whether a sentence without a flow carries on with the last one: "In March it was $114.6 million"."""
    if any(token.kind == "WORLD" for token in tokens):
        return False
    tokens = main_clause(tokens)
    first = next((at for at, token in enumerate(tokens) if token.kind in QUANTITIES), len(tokens))
    for at in range(first):
        token = tokens[at]
        if distance > 1:
            break
        beyond = at + 2 if at + 1 < len(tokens) and tokens[at + 1].kind == "WORD" else at + 1
        if (
            token.kind == "IT"
            and beyond < len(tokens)
            and tokens[beyond].kind in ("LEVEL", "BE", "DIR", "UPDOWN", "HEDGE", "MULT")
        ):
            return True
    for at, token in enumerate(tokens[: first + 4]):
        if at < first and (token.kind in ("AID", "PRICE", "WORLD", "OTHER", "PAIR") or token.kind == "PARTY"):
            return False
        if token.kind == "COLON" and at < 10 and at < first and distance <= 4 and colon_label(tokens, at + 1):
            return True
        following = tokens[at + 1].kind if at + 1 < len(tokens) else "END"
        if token.kind == "THAT" and at < 2 and following in ("BE", "LEVEL", "DIR", "HEDGE") and distance <= 1:
            return True
        if (
            token.kind == "DIR"
            and distance <= 1
            and (
                (at < 5 and (at == 0 or tokens[at - 1].kind in ("ARTICLE", "PERIOD", "POSS")))
                or (tokens[at - 1].kind == "ARTICLE" and following in ("BE", "LEVEL"))
            )
        ):
            return True
        if (token.kind in STARTERS and at < 9 and at < first and distance <= 2) or (
            token.kind == "GOODS" and distance <= 4
        ):
            return True
        if token.kind == "PERIOD" and at < 4 and at + 2 < len(tokens) and tokens[at + 1].kind == "POSS":
            return True
    return False
