"""Places: where the period of a figure stands in its sentence, from the surest place to the last resort."""

from __future__ import annotations

from collections.abc import Iterator

from tradeparse.figures.calendar import Calendar
from tradeparse.figures.frames import Frame
from tradeparse.figures.heads import Head
from tradeparse.figures.numbers import Figure
from tradeparse.figures.timing import period_near, period_of_clause, period_of_sentence

TO_LEVEL = frozenset({"TO", "COMMA", "HEDGE", "NOHEDGE", "ARTICLE", "AT"})
"""What may stand between a change and the level that it leads to."""
BESIDE_PERIOD = frozenset({"COMMA", "LEVEL", "HEDGE", "NOHEDGE", "WORTH", "AND", "WORD"})
"""What may stand between a number's period and the same in another unit."""


class Places:
    """Finds the places of the periods of a sentence's figures."""

    def __init__(self, calendar: Calendar, heads: list[Head], frames: list[Frame]) -> None:
        self.calendar = calendar
        self.sentence, self.timing = calendar.sentence, calendar.timing
        self.heads = heads
        figures = (figure for frame in frames for figure in frame.figures if figure.role != "base")
        self.lent = sorted({self.timing.own[figure.index] for figure in figures if self.lends_period(figure)})

    def find(self, frame: Frame, figure: Figure, shared: int | None) -> int | None:
        """The place of the period of a level or change; `shared` is the place of the one that its frame shares."""
        return next((at for at in self.places_of(frame, figure, shared) if at is not None), None)

    def places_of(self, frame: Frame, figure: Figure, shared: int | None) -> Iterator[int | None]:
        """Where the period of a level or change may stand, the surest place first."""
        head = None if frame.head is None else frame.head.index
        own = self.timing.own.get(figure.index)
        yield self.year_to_month(own)
        yield own
        yield self.place_beside(frame, figure)
        yield period_near(self.sentence, self.timing, figure.index, head)
        yield None if frame.head is None else frame.head.own_period
        if not is_of_later_level(shared, figure, frame):
            told = period_of_clause(self.sentence, self.timing, figure.index, head)
            if told is not None and shared is not None and told < shared < figure.index:
                yield self.year_to_month(shared)
                yield shared
            yield told
        yield shared
        yield period_of_sentence(
            self.sentence, self.timing, figure.index, held=self.calendar.context.period is not None
        )
        yield next((at for at in self.lent if at > figure.index), None)

    def place_beside(self, frame: Frame, figure: Figure) -> int | None:
        """The period of the number right beside: "by 5 percent to 9 tons in May", "in May, worth $5 million"."""
        number = frame.figures.index(figure)
        before = frame.figures[number - 1] if number else None
        after = frame.figures[number + 1] if number + 1 < len(frame.figures) else None
        own = self.timing.own
        if figure.role == "change" and after is not None and after.role == "level" and after.index in own:
            joined = self.sentence.only(TO_LEVEL, figure.index + 1, after.index)
            return own[after.index] if joined and own[after.index] > after.index else None
        if figure.role != "level" or before is None or before.index not in own:
            return None
        place = own[before.index]
        if before.role == "change" and place < before.index:
            return place if self.sentence.only(TO_LEVEL, before.index + 1, figure.index) else None
        worth = before.index < place < figure.index and before.quantity.kind != figure.quantity.kind
        return place if worth and self.sentence.only(BESIDE_PERIOD, place + 1, figure.index) else None

    def year_to_month(self, own: int | None) -> int | None:
        """The months that a sentence opens with, where a number is then told of "this year"."""
        opening = next(iter(self.timing.general), None)
        if own is None or opening is None or opening > own:
            return None
        year = self.calendar.symbol_at(own)
        if (year.first, year.last, year.origin, year.shift) != (1, 12, "anchor", 0):
            return None
        symbol = self.calendar.symbol_at(opening)
        return opening if symbol.kind == "months" and symbol.first == 1 < symbol.last and symbol.year is None else None

    def shared_period(self, mains: list[Figure]) -> int | None:
        """The place of the period that the figures of a frame share: that of a level, else of any main figure."""
        owned = [figure for figure in mains if self.lends_period(figure)]
        owner = next((figure for figure in owned if figure.role == "level"), owned[0] if owned else None)
        return None if owner is None else self.timing.own[owner.index]

    def lends_period(self, figure: Figure) -> bool:
        """Whether a number's own period may hold for others: not that of an aside, in brackets, or told beside."""
        place = self.timing.own.get(figure.index)
        # "After leaping 217.7%", "slowing from 5%" are of a time of their own, "against imports of $5 million" is not.
        apart = ("TREND",) if figure.role == "level" else ("COMPARED", "TREND")
        if place is None or self.sentence.has(apart, figure.index - 4, figure.index):
            return False
        if self.sentence.kind(figure.index - 1) == "COMMA" and self.sentence.kind(place + 1) == "COMMA":
            return not stands_beside_flow(self.heads, figure)
        return self.sentence.clauses[figure.index] >= 0 and self.sentence.kind(place - 1) != "LPAR"


def stands_beside_flow(heads: list[Head], figure: Figure) -> bool:
    """Whether a number in commas stands right behind its flow: "The deficit, $5 million in May, doubled"."""
    return any(not head.verb and head.last == figure.index - 2 for head in heads)


def is_of_later_level(place: int | None, figure: Figure, frame: Frame) -> bool:
    """Whether a period that the frame shares is that of a level behind this figure."""
    return place is not None and any(figure.index < one.index < place and one.role == "level" for one in frame.figures)
