"""Origins: where the slots come from that a figure's own clause leaves open, and how far that is."""

from __future__ import annotations

from dataclasses import dataclass

from tradeparse.figures.drafts import Draft

SENTENCE = "sentence"
SECTION = "section"
PARTNER, SIDE, FLOW = "partner", "side", "flow"
"""What a flow leaves open: with whom, whose, or all of it; what that comes to is known at the end of the section."""
AGREEMENT = "agreement"
"""Told in an earlier sentence, and borne out by the arithmetic of the text."""
EARLIER = "earlier-sentence"
DEFAULT_BASIS = "default-basis"
FRAME = "frame"
"""What a percentage counts, told by the amounts beside it."""
FURTHER = (SENTENCE, SECTION, AGREEMENT, PARTNER, SIDE, FLOW, DEFAULT_BASIS, EARLIER)
"""Where a slot may come from, the nearest first."""


def further(one: str | None, other: str) -> str:
    """The further of two origins."""
    return other if one is None or FURTHER.index(other) > FURTHER.index(one) else one


def nearer(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """What stays inferred of a figure that is told twice: fields that neither place states, each from the nearer."""
    return {
        field: min(origin, other[field], key=lambda origin: FURTHER.index(origin) if origin in FURTHER else -1)
        for field, origin in one.items()
        if field in other
    }


@dataclass(frozen=True, slots=True)
class Told:
    """The sentence that told a slot of the context, and where that took it from."""

    sentence: int = -1
    origin: str | None = None

    def again(self, sentence: int, origin: str | None) -> Told:
        """The slot as a sentence tells it: carried on from before, it was not told anew."""
        return self if origin in (SIDE, FLOW, EARLIER) else Told(sentence, origin)

    def origin_in(self, sentence: int, far: str = EARLIER) -> str:
        """Where a sentence has the slot from: `far`, unless it told it itself."""
        return self.origin or SENTENCE if self.sentence == sentence else far


UNTOLD = Told()


def settle_origins(drafts: list[Draft], sides: set[str], *, elsewhere: bool) -> None:
    """What a section tells only one of, it tells as a whole: partners, a side, a flow, a period, a basis.

    `sides`: whose flows it names; `elsewhere`: it tells of trade with somebody else too. A period that others are only
    compared with does not count, nor does the basis of periods of another length.
    """
    flows = {draft.flow for draft in drafts}
    periods = {draft.period for draft in drafts if not draft.is_base} - {draft.base for draft in drafts}
    bases = {
        (length_of(draft), draft.basis) for draft in drafts if draft.basis is not None and "basis" not in draft.inferred
    }
    single = {PARTNER: True, SIDE: len(sides) == 1, FLOW: len(flows) == 1}
    for draft in drafts:
        origin = draft.inferred.get("flow")
        if origin in single:
            draft.inferred["flow"] = SECTION if single[origin] and not elsewhere else EARLIER
        if periods == {draft.period} and draft.inferred.get("period") == EARLIER:
            draft.inferred["period"] = SECTION
        if draft.inferred.get("basis") in (EARLIER, DEFAULT_BASIS):
            stated = {basis for length, basis in bases if length == length_of(draft)}
            if stated == {draft.basis}:
                draft.inferred["basis"] = SECTION


def length_of(draft: Draft) -> int | None:
    """How many months a figure's period has."""
    return draft.period.months if draft.period is not None else None
