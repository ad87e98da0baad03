"""Partners: who takes part in a flow, with "its", "the neighbour" and "they" resolved against sentence and context."""

from __future__ import annotations

from dataclasses import dataclass

from tradeparse.figures.context import Context
from tradeparse.figures.frames import Frame
from tradeparse.figures.heads import TWO_WAY, Head
from tradeparse.figures.origins import PARTNER, SENTENCE, SIDE
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.sides import BOTH, opens_with_other, opposite, subject_before


@dataclass(slots=True)
class Partners:
    """Whose flow it is, who sends and who receives, and the parties of a two-way flow."""

    owner: str | None
    sender: str | None
    receiver: str | None
    parties: list[str | None]

    @property
    def named(self) -> list[str]:
        """All of them that are known."""
        return [one for one in (self.owner, self.sender, self.receiver, *self.parties) if one]

    def one_of_both(self) -> str | None:
        """The first that is China or North Korea."""
        return next((one for one in self.named if one in BOTH), None)


def find_partners(sentence: Sentence, frame: Frame, head: Head, context: Context) -> Partners:
    """Who takes part in a flow, as far as sentence and context say."""
    partners = Partners(head.owner, head.sender, head.receiver, list(head.parties))
    if partners.owner == "ITS":
        partners.owner, origin = owner_meant(sentence, head, partners, context)
        frame.infer_flow(origin)
    if "NEIGHBOUR" in partners.named:
        there = sentence.has(("THERE",), head.index, head.last + 1) and sentence.has(("OTHER",), 0, head.index)
        name_neighbour(partners, context, "OTHER" if there else None)
    if partners.sender == "ITS":
        known = next((one for one in (partners.owner, partners.receiver) if one in BOTH), None)
        partners.sender = opposite(known or context.side)
    if partners.receiver == "ITS":
        known = next((one for one in (partners.owner, partners.sender) if one in BOTH), None)
        partners.receiver = opposite(known or context.side)
    if "ITS" in partners.parties:
        parties = (context.side if party == "ITS" else party for party in partners.parties)
        partners.parties = [party for party in parties if party]
    if head.kind in TWO_WAY and opens_with_other(sentence):
        partners.parties.append("OTHER")
    return partners


def owner_meant(sentence: Sentence, head: Head, partners: Partners, context: Context) -> tuple[str | None, str]:
    """Whom "its" means: the other side than the partner named, else the subject, else whose trade is told of.

    With it comes where that was told.
    """
    subject = subject_before(sentence, head.first)
    if subject == "OTHER":
        return "OTHER", SENTENCE
    known = partners.sender or partners.receiver or next((one for one in partners.parties if one in BOTH), None)
    if known in BOTH and context.ours is not False:
        return opposite(known), SENTENCE
    if subject in BOTH:
        return subject, SENTENCE
    side = context.side if context.side in BOTH or context.side == "OTHER" else None
    return (side if side != known else None), context.trade_told.origin_in(context.sentence, SIDE)


def name_neighbour(partners: Partners, context: Context, there: str | None) -> None:
    """Put the other of the two in place of "its neighbour"; of another country's neighbour nothing is known.

    `there` is the country that the sentence named before.
    """
    told = (one for one in partners.named if one in BOTH or one == "OTHER")
    neighbour = there or opposite(next(told, context.side))

    def name(side: str | None) -> str | None:
        return neighbour if side == "NEIGHBOUR" else side

    partners.owner, partners.sender = name(partners.owner), name(partners.sender)
    partners.receiver = name(partners.receiver)
    partners.parties = [name(party) for party in partners.parties if neighbour or party != "NEIGHBOUR"]


def note_other_partner(frame: Frame, partners: Partners, context: Context) -> None:
    """Note that the trade told of is with another country."""
    frame.reason = "other-partner"
    frame.side = partners.one_of_both() or context.side
    context.tell_elsewhere()
    if partners.owner == "OTHER":
        context.side = "OTHER"
    elif frame.side:
        context.side = frame.side


def names_both_alone(sentence: Sentence) -> bool:
    """Whether a sentence names China and North Korea, and nobody else."""
    named = {token.value for token in sentence.tokens if token.kind in ("PARTY", "PARTYADJ")}
    return named == BOTH and sentence.kinds.isdisjoint({"OTHER", "WORLD", "WORLDFLOW"})


def origin_of_partner(context: Context) -> str:
    """Where a partner comes from that a flow does not name and its sentence does not give."""
    return context.trade_told.origin_in(context.sentence, PARTNER)


def note_first_pair(sentence: Sentence, head: Head, partners: Partners, context: Context) -> None:
    """Note, where nothing is known yet, that a flow of one side stands in a sentence with the other alone."""
    if context.ours is not None or "OTHER" in sentence.kinds:
        return
    lone = {one for one in partners.named if one in BOTH}
    others = {str(token.value) for token in sentence.tokens if token.kind in ("PARTY", "PARTYADJ")} - lone
    if len(lone) != 1 or others != BOTH - lone:
        return
    if partners.sender or partners.receiver or (partners.owner is None and head.kind in ("deficit", "surplus")):
        context.tell_trade(context.side or others.pop(), None)
