"""Drafting: the figures of a frame become drafts, each with its goods, its unit, its period and its base."""

from __future__ import annotations

from dataclasses import dataclass, field

from tradeparse.figures.antecedents import is_item
from tradeparse.figures.bases import Comparison
from tradeparse.figures.comparison import compares_head
from tradeparse.figures.dating import Dating
from tradeparse.figures.drafts import Draft
from tradeparse.figures.frames import Frame
from tradeparse.figures.goods import Phrase, plain_goods, widen_goods
from tradeparse.figures.heads import Head
from tradeparse.figures.items import goods_of_figure, resumes_head
from tradeparse.figures.lists import find_rows, pairs_up, zip_goods, zip_periods
from tradeparse.figures.numbers import Figure
from tradeparse.figures.origins import EARLIER
from tradeparse.figures.places import Places
from tradeparse.figures.sentences import Sentence
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import PLAIN_MARKS
from tradeparse.records import Span


@dataclass(slots=True)
class Drafted:
    """A frame with its drafts, one a figure, and the periods that numbers in a row took from a list."""

    frame: Frame
    goods: str | None
    drafts: list[Draft]
    items: dict[int, SymbolicPeriod] = field(default_factory=dict)


class Drafter:
    """Drafts the frames of one sentence in order."""

    def __init__(self, dating: Dating, heads: list[Head], frames: list[Frame], *, title: bool) -> None:
        self.dating = dating
        self.sentence, self.timing, self.context = dating.sentence, dating.timing, dating.context
        self.heads = heads
        self.title = title
        self.comparison = Comparison(self.sentence, self.timing, dating.anchor)
        self.last_main: Draft | None = None
        for frame in frames:
            if frame.head is not None and compares_head(self.sentence, frame.head):
                tell_compared(frame)
        self.places = Places(dating, heads, frames)

    def draft(self, frame: Frame, number: int) -> Drafted:
        """The drafts of the next frame."""
        drafted = Drafted(frame, self.goods_of_frame(frame), [])
        mains = [figure for figure in frame.figures if figure.role != "base"]
        shared = self.places.shared_period(mains)
        self.draft_figures(drafted, number)
        bases = [figure for figure in frame.figures if figure.role == "base"]
        for row in (mains, bases):
            drafted.items |= zip_periods(self.sentence, row, self.timing, self.context.period)
        self.date(drafted, shared)
        self.comparison.compare(frame.figures, drafted.drafts)
        return drafted

    def draft_figures(self, drafted: Drafted, number: int) -> None:
        """Draft each figure with its goods; goods told of one number hold for the next ones of its clause."""
        frame, clauses = drafted.frame, self.sentence.clauses
        zipped = zip_goods(self.sentence, frame.figures)
        clause, carried, last = None, None, None
        for figure in frame.figures:
            place = clauses[figure.index]
            if resumes_head(self.sentence, frame.head, figure.index):
                goods = drafted.goods
            elif place < 0 or self.sentence.in_brackets(figure.index):
                goods = last or drafted.goods
            elif frame.head is None or place == clause:
                goods = carried or drafted.goods
            else:
                goods = drafted.goods
            draft = self.draft_figure(frame, figure, goods, number)
            last = draft.goods
            if draft.goods is not None and draft.goods != drafted.goods:
                clause, carried = place, draft.goods
            if figure.index in zipped:
                draft.goods = self.goods_text(zipped[figure.index])
            if draft.goods is not None and draft.goods == self.context.goods and not self.names(draft.goods):
                draft.inferred["commodity"] = EARLIER
            drafted.drafts.append(draft)
        for row in find_rows(self.sentence, frame.figures):
            # "36,480, 22,170 and 41,900 barrels of oil".
            for number in row[:-1]:
                if drafted.drafts[number].kind == "volume" and drafted.drafts[number].goods is None:
                    drafted.drafts[number].goods = drafted.drafts[row[-1]].goods

    def draft_figure(self, frame: Frame, figure: Figure, goods: str | None, number: int) -> Draft:
        """A draft with everything but its times."""
        sentence, context = self.sentence, self.context
        token = sentence.tokens[figure.index]
        named = goods is not None and (frame.head is None or frame.head.clause == sentence.clauses[figure.index])
        resumed = resumes_head(sentence, frame.head, figure.index)
        own = None if resumed else goods_of_figure(sentence, figure, self.heads, has_goods=named)
        if own is not None and figure.role != "base":
            goods = self.goods_text(own)
        weighed = any(one.quantity.kind == "volume" for one in frame.figures)
        if goods is None and (weighed or is_of_goods(sentence, frame, figure.index)):
            goods = self.goods_just_before(frame, figure) or context.goods
        changes = figure.role == "change"
        unit = figure.unit or self.unit_before(frame, figure)
        if figure.role == "level" and unit:
            context.unit = unit
        value = figure.value if changes else figure.quantity.value
        return Draft(
            flow=frame.flow or "",
            goods=goods,
            measure="change" if changes else "value",
            value=value * frame.sign if frame.flow == "balance" and not changes else value,
            unit=unit,
            hedge=figure.hedge,
            digit=figure.quantity.digit,
            span=Span(token.start, token.end),
            sentence=Span(sentence.tokens[0].start, sentence.tokens[-1].end),
            frame=number,
            kind=figure.quantity.kind,
            inferred={} if frame.flow_from is None else {"flow": frame.flow_from},
            rules=[figure.rule],
            title=self.title,
            is_base=figure.role == "base",
            aside=sentence.clauses[figure.index] < 0,
            of_goods=is_of_goods(sentence, frame, figure.index),
        )

    def goods_just_before(self, frame: Frame, figure: Figure) -> str | None:
        """The goods that "it" takes up within the sentence: "Rice became a big item: it bought $10 million of it"."""
        head, sentence = frame.head, self.sentence
        if head is None or not head.verb or sentence.kind(figure.index + 2) != "IT":
            return None
        named = [at for at in range(head.index) if sentence.kind(at) == "GOODS"]
        return self.goods_text(widen_goods(sentence, named[-1], backwards=True)) if named else None

    def unit_before(self, frame: Frame, figure: Figure) -> str:
        """The unit that a bare number takes from its frame or from what was told before."""
        before = (one.unit for one in reversed(frame.figures) if one.index < figure.index and counts(one.unit))
        return next(before, None) or self.context.unit or ""

    def goods_of_frame(self, frame: Frame) -> str | None:
        """The goods that the head names; those of the last frame where a sentence carries on without a head."""
        head, sentence = frame.head, self.sentence
        if head is None:
            first = frame.figures[0].index if frame.figures else 0
            taken_up = next((at for at in range(first) if sentence.kind(at) == "ASMUCH"), first)
            named = plain_goods(sentence, taken_up + 1, first) if taken_up + 1 < first else None
            if named is not None:
                return self.goods_text(named)
            if sentence.kind(0) == "GOODS" and sentence.kind(widen_goods(sentence, 0)[1] + 1) in ("COMMA", "DIR", "BE"):
                return self.goods_text(widen_goods(sentence, 0))
            return None if sentence.has(("GOODS",), 0, first) else self.context.goods
        if head.goods is not None:
            return self.goods_text(head.goods)
        if head.verb and any(figure.quantity.kind == "volume" for figure in frame.figures):
            for at in range(head.index - 1, -1, -1):
                if sentence.kind(at) == "GOODS":
                    return self.goods_text(widen_goods(sentence, at, backwards=True))
        last = frame.figures[-1].index if frame.figures else head.index
        again = head.verb and head.owner == "ITS" and not sentence.has(("GENERIC", "GOODS"), head.index, last + 4)
        shipments = sentence.tokens[head.index].id == "shipments" and head.first >= head.index - 1
        return self.context.goods if again or (shipments and frame.flow_from is not None) else None

    def names(self, goods: str) -> bool:
        """Whether the sentence itself names goods."""
        return goods in self.goods_text((0, len(self.sentence) - 1))

    def goods_text(self, phrase: Phrase) -> str:
        """The text's own noun, in lower case, with plain spaces, hyphens and apostrophes."""
        tokens = self.sentence.tokens
        words = self.dating.text[tokens[phrase[0]].start : tokens[phrase[1]].end]
        return " ".join(words.lower().translate(PLAIN_MARKS).split())

    def date(self, drafted: Drafted, shared: int | None) -> None:
        """Give each draft its period; `shared` is the place of the one that the frame shares."""
        frame = drafted.frame
        mains: list[Draft] = []
        bases: list[Draft] = []
        moves = any(figure.role == "change" for figure in frame.figures)
        paired = pairs_up(frame.figures)
        before: Draft | None = None
        for figure, draft in zip(frame.figures, drafted.drafts, strict=True):
            if figure.role == "base":
                main = mains[len(bases)] if paired and len(bases) < len(mains) else self.last_main
                item = drafted.items.get(figure.index)
                self.dating.date_base(draft, figure, main, bases[-1] if bases else None, item=item)
                bases.append(draft)
            else:
                place = self.places.find(frame, figure, shared)
                self.dating.date_main(draft, place, drafted.items.get(figure.index), moves=moves)
                self.last_main = draft
                mains.append(draft)
            if figure.joined and before is not None:
                draft.period, draft.period_text = before.period, before.period_text
                if figure.role != "base":
                    draft.symbol = before.symbol
            before = draft


def tell_compared(frame: Frame) -> None:
    """Make the levels of a frame what others are set against."""
    for figure in frame.figures:
        if figure.role == "level":
            figure.tell_base(figure.rule)


def is_of_goods(sentence: Sentence, frame: Frame, index: int) -> bool:
    """Whether an amount is of goods that are named elsewhere: "$5 million worth of it", "its top export was worth"."""
    if frame.head is not None and is_item(sentence, frame.head):
        return True
    if sentence.kind(index + 2) != "IT":
        return False
    bought = frame.head is not None and frame.head.verb and frame.head.index < index
    return sentence.kind(index + 1) == "WORTH" or (bought and sentence.kind(index + 1) == "OF")


def counts(unit: str) -> bool:
    """Whether a bare number may take this unit: an amount is no percentage because one stands before it."""
    return unit not in ("", "percent")
