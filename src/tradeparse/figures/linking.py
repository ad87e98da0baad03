"""Linking: sentences become drafts, one after the other, against what their section has told so far."""

from __future__ import annotations

from dataclasses import replace

from tradeparse.figures.anaphora import TAKING_UP, is_anaphoric
from tradeparse.figures.carrying import carry_period, note_frame
from tradeparse.figures.context import Context
from tradeparse.figures.dating import Dating
from tradeparse.figures.drafting import Drafted, Drafter
from tradeparse.figures.drafts import Draft
from tradeparse.figures.flows import REVERSED, resolve_flow
from tradeparse.figures.frames import Frame, govern, total_before
from tradeparse.figures.heads import Head
from tradeparse.figures.keeping import find_lacks, split_list, tells_each
from tradeparse.figures.numbers import Figure
from tradeparse.figures.origins import FLOW, PARTNER
from tradeparse.figures.phrases import find_heads
from tradeparse.figures.prices import leads_to_price
from tradeparse.figures.rejection import rejecting_rule
from tradeparse.figures.resolution import Anchor
from tradeparse.figures.roles import judge_numbers
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.shares import mark_shares
from tradeparse.figures.sides import is_elsewhere
from tradeparse.figures.timing import find_timing
from tradeparse.records import Rejected, Span

MANY = 1000
"""From so many on, what is counted is itself what changes: "4,000 trucks, up 5 percent"."""


class Linker:
    """Reads the sentences of a section in order; keeps the context and what came out."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        self.text = text
        self.anchor = anchor
        self.context = Context()
        self.drafts: list[Draft] = []
        self.rejected: list[Rejected] = []
        self.frames = 0
        self.last_flows: list[str] = []
        self.told_here: list[str] = []
        self.distance = 0
        self.in_title = False

    def read(self, sentence: Sentence) -> None:
        """Link one sentence."""
        self.context.sentence += 1
        heads = find_heads(sentence)
        mark_shares(sentence, heads)
        figures = judge_numbers(sentence)
        frames = self.find_frames(sentence, heads, figures)
        dating = Dating(self.text, self.anchor, self.context, sentence, find_timing(sentence, figures))
        drafter = Drafter(dating, heads, frames, title=self.in_title)
        for frame in frames:
            self.frames += 1
            drafted = drafter.draft(frame, self.frames)
            self.keep_drafts(drafted, dating)
            note_frame(self.context, drafted, dating)
        self.note_sentence(sentence, heads, frames, dating)

    def reject(self, sentence: Sentence, figure: Figure, rule: str) -> None:
        """Note a number that becomes no record."""
        token = sentence.tokens[figure.index]
        self.rejected.append(Rejected(Span(token.start, token.end), rule))

    def find_frames(self, sentence: Sentence, heads: list[Head], figures: list[Figure]) -> list[Frame]:
        """The frames of a sentence in order, flows resolved, with the figures that count."""
        governed = govern(sentence, heads, figures)
        self.told_here = []
        frames = {head.index: Frame(head) for head in heads}
        bare: Frame | None = None
        for figure, head in self.accept(sentence, figures, governed):
            if head is not None:
                frames[head.index].figures.append(figure)
            elif bare is not None:
                bare.figures.append(figure)
            else:
                bare = frames[figure.index] = Frame(None, [figure])
        if bare is not None and "RESPECTIVELY" in sentence.kinds and sentence.kinds.isdisjoint({"PERIOD", "GOODS"}):
            # "They were worth $22 million and $19 million, respectively" leaves open which is whose.
            for figure in bare.figures:
                self.reject(sentence, figure, "no-flow")
            del frames[bare.figures[0].index]
        told = any(frame.figures for frame in frames.values())
        ordered = [frame for _, frame in sorted(frames.items())]
        self.look_ahead(sentence, ordered)
        return [frame for frame in ordered if self.resolve_frame(sentence, frame, told=told)]

    def look_ahead(self, sentence: Sentence, frames: list[Frame]) -> None:
        """Where nothing is told yet, a bare flow takes the sides of the next: "Despite a decline in exports, …"."""
        heads = [frame.head for frame in frames if frame.head is not None and not frame.head.share]
        if self.context.ours is not None or len(heads) < 2 or names_sides(heads[0]):
            return
        trial, frame = replace(self.context), Frame(heads[1])
        resolve_flow(frame, sentence, trial)
        if frame.flow is not None and frame.flow_from is None:
            self.context.tell_trade(trial.side, None)

    def accept(
        self, sentence: Sentence, figures: list[Figure], governed: list[Head | None]
    ) -> list[tuple[Figure, Head | None]]:
        """The figures that count, with their heads; the others are rejected."""
        refused: Figure | None = None
        accepted: list[tuple[Figure, Head | None]] = []
        counted: list[Figure] = []
        for number, (figure, head) in enumerate(zip(figures, governed, strict=True)):
            if figure.role == "rejected":
                many = figure.rule == "count" and figure.quantity.value >= MANY
                refused = figure if figure.rule in ("rate", "price") or many else None
                self.reject(sentence, figure, figure.rule)
                continue
            beside = sentence.kind(figure.index - 1) in ("COMMA", "UPDOWN", "HEDGE")
            if refused is not None and figure.role == "change" and beside:
                self.reject(sentence, figure, refused.rule)
                continue
            refused = None
            rule = rejecting_rule(sentence, figure, head, counted)
            if rule is None and leads_to_price(sentence, figures, number):
                rule = "price"
            if rule is None:
                accepted.append((figure, head))
                counted.append(figure)
            else:
                figure.rule = rule
                self.reject(sentence, figure, rule)
        return accepted

    def resolve_frame(self, sentence: Sentence, frame: Frame, *, told: bool) -> bool:
        """Find the flow of a frame; True where the frame tells something, `told` where any of its sentence does."""
        head, context = frame.head, self.context
        if head is None:
            self.carry_flow(sentence, frame)
        elif head.share:
            return False
        elif told and not frame.figures:
            self.note_flow_beside(sentence, frame)
            return False
        else:
            resolve_flow(frame, sentence, context)
        if frame.flow is None:
            for figure in frame.figures:
                self.reject(sentence, figure, frame.reason)
            if head is not None and not head.verb:
                context.tell_flow(None, None)
            return bool(frame.figures)
        context.tell_flow(frame.flow, frame.flow_from)
        self.told_here.append(frame.flow)
        if frame.side is not None and frame.flow_from in (None, PARTNER):
            context.sides.add(frame.side)
        if head is not None:
            context.kind = head.kind
        return True

    def carry_flow(self, sentence: Sentence, frame: Frame) -> None:
        """Give a frame without a head the last flow, where the sentence carries on with it."""
        context = self.context
        told = {*self.last_flows, *self.told_here}
        if self.told_here and total_before(sentence, 0, frame.figures[0].index) is not None:
            if context.ours is True and told.issuperset(REVERSED):
                frame.flow, frame.side = "total", context.side
                frame.infer_flow(context.flow_told.origin_in(context.sentence, FLOW))
            return
        if context.ours is not True or not context.flow or not is_anaphoric(sentence, self.distance):
            return
        if sentence.has(("TOGETHER",), 0, frame.figures[0].index):
            return
        both = len(self.last_flows) > 1 and not sentence.kinds.isdisjoint(TAKING_UP)
        frame.flow = "total" if both else context.flow
        if sentence.has(("REVERSE",), 0, frame.figures[0].index):
            frame.flow = REVERSED.get(context.flow, context.flow)
        frame.side = context.side
        frame.infer_flow(context.flow_told.origin_in(context.sentence, FLOW))
        if context.flow == "balance":
            frame.sign = context.balance or 1

    def note_flow_beside(self, sentence: Sentence, frame: Frame) -> None:
        """Learn from a flow without figures, beside others with some, only whose trade it is, where it says so."""
        trial = replace(self.context)
        resolve_flow(frame, sentence, trial)
        if frame.flow is not None and frame.flow_from is None:
            self.context.tell_trade(trial.side, None)

    def keep_drafts(self, drafted: Drafted, dating: Dating) -> None:
        """Keep the drafts of a frame that has a flow; reject those that lack a unit, a period or goods."""
        frame = drafted.frame
        if frame.flow is None:
            return
        lacks = find_lacks(drafted.drafts, dated=self.anchor.year is not None and not self.in_title)
        for figure, draft, lack in zip(frame.figures, drafted.drafts, lacks, strict=True):
            if lack is not None:
                self.reject(dating.sentence, figure, lack)
            elif figure.index not in drafted.items and tells_each(draft, figure, dating):
                self.drafts.extend(split_list(draft, dating))
            else:
                self.drafts.append(draft)

    def note_sentence(self, sentence: Sentence, heads: list[Head], frames: list[Frame], dating: Dating) -> None:
        """Note what a sentence as a whole leaves for the next ones."""
        self.distance = 0 if any(frame.flow for frame in frames) else self.distance + 1
        if not any(frame.figures for frame in frames):
            carry_period(sentence, heads, dating, told=self.in_title or not self.drafts)
        if not heads and is_elsewhere(sentence):
            self.context.ours = False
        if frames:
            self.last_flows = list(dict.fromkeys(frame.flow for frame in frames if frame.flow))
            if len(self.last_flows) > 1:
                self.context.pair = tuple(self.last_flows)
        dating.note_mentioned()


def names_sides(head: Head) -> bool:
    """Whether a flow says anything of whose it is."""
    return bool(head.owner or head.sender or head.receiver or head.parties or head.world)
