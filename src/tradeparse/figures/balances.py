"""Two-way trade and balances: whether they are between the two, and who gains."""

from __future__ import annotations

from tradeparse.figures.context import Context
from tradeparse.figures.frames import Frame
from tradeparse.figures.heads import Head
from tradeparse.figures.origins import SECTION, SENTENCE, SIDE
from tradeparse.figures.partners import Partners, names_both_alone, origin_of_partner
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.sides import BOTH, opposite, side_of


def flow_of_pair(frame: Frame, sentence: Sentence, head: Head, partners: Partners, context: Context) -> None:
    """The flow of two-way trade and of balances."""
    sides = {one for one in (partners.owner, *partners.parties) if one}
    named = sides & BOTH
    ours = is_between_both(sides, context)
    if len(named) == 1 and "PAIR" in sides and partners.owner not in BOTH:
        partners.owner = opposite(next(iter(named)))
    if "PAIR" in sides and not named and context.ours is False:
        frame.reason = "other-partner"
        return
    if not ours:
        if not is_carried(frame, sentence, head, partners, sides, context):
            return
        frame.infer_flow(SENTENCE if names_partner(sentence, partners) else origin_of_partner(context))
    if head.kind == "total":
        tell_total(frame, partners, context)
    else:
        tell_balance(frame, sentence, head, partners, context, ours=ours)


def is_between_both(sides: set[str], context: Context) -> bool:
    """Whether the words, or they and the context, say that both sides take part."""
    named = sides & BOTH
    if named == BOTH:
        return True
    if "PAIR" not in sides:
        return False
    lone = next(iter(named), None)
    beside = lone is not None and context.side == opposite(lone)
    return context.ours is True or context.about or beside


def is_carried(
    frame: Frame, sentence: Sentence, head: Head, partners: Partners, sides: set[str], context: Context
) -> bool:
    """Whether a two-way flow is that of the two because the section tells of them; else note why it is no flow."""
    lone = next(iter(sides & BOTH), None)
    if sentence.tokens[head.index].id == "loose-trade" or (head.verb and not sides and not head.passive):
        frame.reason = "no-partner"
        return False
    whole = any(token.id in ("overall", "total") for token in sentence.tokens[head.first : head.index])
    if whole and partners.owner in BOTH and not partners.parties:
        frame.reason = "other-partner"
        return False
    if context.ours is None and context.throughout and partners.owner == "PRK":
        frame.infer_flow(SECTION)
        return True
    if context.ours is None and context.about and lone is not None and partners.owner is None:
        context.side = context.side or opposite(lone)
        return True
    first = partners.parties[0] if partners.parties else None
    other_way = partners.owner is None and first is not None and opposite(first) == context.side
    if context.ours is True or other_way or names_partner(sentence, partners):
        return True
    frame.reason = "no-partner" if context.ours is None else "other-partner"
    frame.side = lone
    if context.ours is None and lone:
        context.side = lone
    return False


def names_partner(sentence: Sentence, partners: Partners) -> bool:
    """Whether the partner of nobody's trade is named, and in its sentence the other side, and no third."""
    return partners.owner is None and bool(BOTH & set(partners.parties)) and names_both_alone(sentence)


def tell_total(frame: Frame, partners: Partners, context: Context) -> None:
    """Note two-way trade, from the side whose trade it is."""
    named = [one for one in partners.parties if one in BOTH]
    side = partners.owner if partners.owner in BOTH else None
    if side is None and len(named) == 1:
        side = opposite(named[0])
    if side is None and not (context.ours is True and context.side in BOTH):
        side = named[0] if named else None
    frame.flow, frame.side = "total", side or context.side
    context.tell_trade(frame.side, frame.flow_from)


def tell_balance(
    frame: Frame, sentence: Sentence, head: Head, partners: Partners, context: Context, *, ours: bool
) -> None:
    """Note a balance with its sign, from whose deficit or surplus it is, or in whose favour."""
    winner = favoured(sentence) if head.kind == "gap" and ours else None
    if winner is not None:
        frame.flow, frame.sign, frame.side = "balance", 1 if winner == "PRK" else -1, winner
        context.tell_trade(winner, None)
        return
    side = partners.owner if partners.owner in BOTH else None
    again = not partners.parties and head.kind == context.balance_kind
    if side is None and again and context.balance is not None:
        frame.flow, frame.sign, frame.side = "balance", context.balance, context.side
        return
    if side is None and len(set(partners.parties)) == 1:
        side = opposite(partners.parties[0])
    if side is None:
        side = context.side
        frame.infer_flow(context.trade_told.origin_in(context.sentence, SIDE))
    if side not in BOTH:
        frame.reason = "no-flow"
    elif head.kind != "gap":
        frame.flow, frame.side = "balance", side
        frame.sign = -1 if (head.kind == "deficit") == (side == "PRK") else 1
        context.balance, context.balance_kind = frame.sign, head.kind
        # "Leaving the North with a deficit" does not turn round from whose side the flows are told.
        left = sentence.kind(head.first - 1) == "WITH" and context.ours is True and context.side in BOTH
        context.tell_trade(context.side if left else side, frame.flow_from)
    elif context.balance is not None:
        frame.flow, frame.sign, frame.side = "balance", context.balance, side
    else:
        frame.reason = "sign-of-balance-open"


def favoured(sentence: Sentence) -> str | None:
    """The side that a balance favours: "in China's favour"."""
    for at, token in enumerate(sentence.tokens):
        if token.kind == "FAVOUR" and at > 1 and (side := side_of(sentence.tokens[at - 2])):
            return side if side in BOTH else None
    return None
