"""Flows: what a frame comes to for North Korea, by who sends and who receives; or the reason why there is no flow."""

from __future__ import annotations

from tradeparse.figures.balances import flow_of_pair
from tradeparse.figures.context import Context
from tradeparse.figures.frames import Frame
from tradeparse.figures.heads import Head
from tradeparse.figures.origins import EARLIER, FLOW, SECTION, SENTENCE, SIDE
from tradeparse.figures.partners import (
    Partners,
    find_partners,
    names_both_alone,
    note_first_pair,
    note_other_partner,
    origin_of_partner,
)
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.sides import BOTH, opposite

REVERSED = {"imports": "exports", "exports": "imports"}
OPENING = 3
"""Within so many tokens "in all" says that a sentence sums up its flow with everybody."""
Direction = tuple[str | None, str | None]
"""Who sends and who receives."""


def resolve_flow(frame: Frame, sentence: Sentence, context: Context) -> None:
    """Find sender and receiver, then the flow as North Korea sees it; or say why there is none."""
    head = frame.head
    if head is None:
        return
    if sentence.kind(head.index) == "FORMER":
        if context.ours is True and len(context.pair) > 1:
            frame.flow, frame.side = context.pair[-2 + int(sentence.tokens[head.index].value)], context.side
            frame.infer_flow(EARLIER)
        return
    if head.kind == "anaphor":
        head.kind = context.kind or "gap"
    partners = find_partners(sentence, frame, head, context)
    if "OTHER" in partners.named or head.world:
        note_other_partner(frame, partners, context)
        return
    note_first_pair(sentence, head, partners, context)
    if head.kind in ("imports", "exports", "moved"):
        flow_of_goods(frame, sentence, head, partners, context)
    else:
        flow_of_pair(frame, sentence, head, partners, context)


def flow_of_goods(frame: Frame, sentence: Sentence, head: Head, partners: Partners, context: Context) -> None:
    """The flow of imports, exports and goods that move."""
    sender, receiver = direction_told(head, partners)
    if "PAIR" in (partners.owner, sender, receiver):
        return
    side = receiver if head.kind == "imports" else sender
    side = partners.owner if partners.owner in BOTH else side
    if sender is None and receiver is None:
        if carries_shipments(sentence, head, context):
            frame.flow, frame.side = context.flow, context.side
            if is_reversed(sentence, head) and context.flow is not None:
                frame.flow = REVERSED[context.flow]
            frame.infer_flow(context.flow_told.origin_in(context.sentence, FLOW))
            return
        direction = direction_carried(frame, sentence, head, context)
        side = context.side
    elif sender is None or receiver is None:
        direction = direction_completed(frame, sentence, head, (sender, receiver), context)
    else:
        direction = sender, receiver
    if direction is None:
        return
    if set(direction) != BOTH:
        frame.reason = "other-partner"
        return
    frame.flow = "imports" if direction[0] == "CHN" else "exports"
    frame.side = side or (direction[1] if head.kind == "imports" else direction[0])
    context.tell_trade(frame.side, frame.flow_from)


def direction_told(head: Head, partners: Partners) -> Direction:
    """Who sends and who receives as the words say it; nobody trades with himself."""
    sender, receiver = partners.sender, partners.receiver
    if head.kind == "imports":
        receiver = partners.owner or receiver
    elif head.kind == "exports":
        sender = partners.owner or sender
    if sender not in BOTH or receiver != sender:
        return sender, receiver
    if head.kind != "imports":
        return sender, opposite(sender)
    return (sender, None) if partners.owner is None else (opposite(receiver), receiver)


def is_reversed(sentence: Sentence, head: Head) -> bool:
    """Whether a flow goes the other way than the last one: "in the other direction"."""
    return sentence.has(("REVERSE",), head.index, len(sentence))


def carries_shipments(sentence: Sentence, head: Head, context: Context) -> bool:
    """Whether "shipments" with nobody named are those of the flow before."""
    return (
        sentence.tokens[head.index].id == "shipments"
        and context.ours is True
        and context.flow in REVERSED
        and not sentence.has(("OTHER",), 0, head.index)
        and (head.goods is None or not context.pair)
    )


def direction_carried(frame: Frame, sentence: Sentence, head: Head, context: Context) -> Direction | None:
    """Who sends and who receives where nobody is named: the side whose trade is told of, and the other."""
    if context.ours is not True or context.side not in BOTH:
        frame.reason = reason_of(context)
        return None
    frame.infer_flow(context.trade_told.origin_in(context.sentence, SIDE))
    if head.kind == "imports":
        return opposite(context.side), context.side
    if head.kind == "exports":
        return context.side, opposite(context.side)
    if context.flow in REVERSED and is_reversed(sentence, head):
        return ("PRK", "CHN") if context.flow == "imports" else ("CHN", "PRK")
    return None


def direction_completed(
    frame: Frame, sentence: Sentence, head: Head, told: Direction, context: Context
) -> Direction | None:
    """Who sends and who receives where one is named and the trade of the two is told of."""
    sender, receiver = told
    partner = sender if head.kind == "imports" else receiver
    whole = any(token.id == "overall" for token in sentence.tokens[head.first : head.index])
    if partner is None and (whole or sentence.has(("INALL",), 0, OPENING)):
        frame.reason = "other-partner"
        return None
    meant = (
        (context.about and partner == "CHN")
        or (context.throughout and "PRK" in told)
        or (context.alone and partner == "PRK")
    )
    hinted = context.ours is None and meant
    here = partner is not None and names_both_alone(sentence)
    if context.ours is not True and not hinted and not here and (partner is None or opposite(partner) != context.side):
        frame.reason = reason_of(context)
        frame.side = sender or receiver
        if context.ours is None:
            context.side = frame.side
        return None
    frame.infer_flow(SENTENCE if here else SECTION if hinted else origin_of_partner(context))
    return sender or opposite(receiver), receiver or opposite(sender)


def reason_of(context: Context) -> str:
    """Why a flow without its partner is none: nobody is known, or somebody else."""
    return "no-partner" if context.ours is None else "other-partner"
