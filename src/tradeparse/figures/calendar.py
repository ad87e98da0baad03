"""The calendar of a sentence: its periods against the anchor, and months put into the year that is told of."""

from __future__ import annotations

from dataclasses import dataclass

from tradeparse.figures.context import Context
from tradeparse.figures.resolution import Anchor, resolve_period
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.figures.timing import Timing
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period

ROW = 2
"""More months than these, one after the other, are a row."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The periods of one sentence against the anchor and the context."""

    text: str
    anchor: Anchor
    context: Context
    sentence: Sentence
    timing: Timing

    def words_at(self, place: int) -> str:
        """The words of a period."""
        token = self.sentence.tokens[place]
        return self.text[token.start : token.end]

    def symbol_at(self, place: int) -> SymbolicPeriod:
        """The symbolic period at a place."""
        symbol = self.sentence.tokens[place].value
        assert isinstance(symbol, SymbolicPeriod)
        return symbol

    def resolve(self, place: int) -> Period | None:
        """The months of a period, counted from what the section tells of."""
        return resolve_period(self.symbol_at(place), self.anchor, self.context.period)

    def resolve_item(self, item: SymbolicPeriod) -> Period | None:
        """The months of one period of a list."""
        return resolve_period(item, self.anchor, self.context.period)

    def told_before(self, place: int) -> Period | None:
        """The last period that the sentence names by itself before a relative one.

        In a row of looks back ("in March it was 114.6 million and a year earlier 167.7") each counts from what the
        section tells of.
        """
        held, at = self.context.period, self.named_before(place)
        if at is None:
            return None
        found = self.resolve(at)
        row = found is not None and held is not None and found.last < held.last and found.months == held.months
        return held if row and self.sentence.kind(place - 1) in ("AND", "ARTICLE") else found

    def named_before(self, place: int) -> int | None:
        """The place of the last period before a relative one that the sentence names by itself."""
        for at in range(place - 1, -1, -1):
            named = self.sentence.kind(at) == "PERIOD" and at not in self.timing.comparisons
            if named and not self.symbol_at(at).is_relative:
                return at
        return None

    def in_year_told(self, period: Period, symbol: SymbolicPeriod, place: int) -> Period:
        """Months without a year in the year that their sentence speaks of before: "last year, … in January"."""
        if symbol.kind != "months" or symbol.year is not None or symbol.origin is not None:
            return period
        for at in range(place - 1, -1, -1):
            if at in self.timing.general and self.sentence.clauses[at] >= 0:
                if self.sentence.has(QUANTITIES, 0, at):
                    # "Though still 30 percent below 2019, imports in January".
                    return period
                told = self.resolve(at)
                years = 0 if told is None or told.months != 12 else told.last // 12 - period.last // 12
                return period.shift(min(years, 0) * 12)
        return self.in_year_behind(period, symbol, place)

    def in_year_behind(self, period: Period, symbol: SymbolicPeriod, place: int) -> Period:
        """Months of a row in the year that its last one states: "5 in January, 4 in February and 6 in March 2017".

        Two months make no row: "in September and in October last year".
        """
        row: list[int] = []
        for index, at in sorted(self.timing.own.items()):
            if index in self.timing.bases or self.symbol_at(at).kind != "months":
                continue
            if row and self.symbol_at(at).first <= self.symbol_at(row[-1]).last:
                row.clear()
            row.append(at)
            dated = self.symbol_at(at).year is not None or self.symbol_at(at).origin == "anchor"
            if dated and (len(row) <= ROW or place not in row):
                row.clear()
            elif dated and (told := self.resolve(at)) is not None:
                return period.shift((told.last // 12 - period.last // 12) * 12)
        return period

    def near_what_is_told(self, period: Period, symbol: SymbolicPeriod, place: int) -> Period:
        """Months without a year in the year of what is told of, where the last such ones lie more than a year on."""
        if symbol.kind != "months" or symbol.year is not None or symbol.origin is not None:
            return period
        before = self.dated_before(place)
        told = self.context.dated or (self.resolve(max(before)) if before else None)
        if told is None or told.months > 12 or period.first - told.last <= 12:
            return period
        if told.months == 12 and self.context.dated_at < self.context.sentence - 1:
            # A year told further before is one of a look back.
            return period
        return period.shift((told.last // 12 - period.last // 12) * 12)

    def dated_before(self, place: int) -> list[int]:
        """The places of periods with their year that numbers of the sentence have before this one.

        Those of what others are compared with do not count: "grew from $16 million in March 2020 to $118 million".
        """
        own = [at for index, at in self.timing.own.items() if index not in self.timing.bases]
        opening = (at for at in self.timing.general if self.sentence.clauses[at] >= 0)
        return [at for at in (*own, *opening) if at < place and self.symbol_at(at).year is not None]

    def opens_with(self, symbol: SymbolicPeriod | None) -> bool:
        """Whether the sentence opens with a period: "In March", "Over the first nine months"."""
        for at, token in enumerate(self.sentence.tokens[:3]):
            if token.kind == "PERIOD":
                return token.value is symbol
            if token.kind not in ("IN", "OVERHEDGE", "NOHEDGE", "WORD", "BY") or at > 1:
                return False
        return False

    def note_mentioned(self) -> None:
        """Note the last period or dated day that was named at all: what "that year" means."""
        context = self.context
        for at, token in enumerate(self.sentence.tokens):
            if token.kind == "PERIOD" and not self.symbol_at(at).is_relative:
                told = self.resolve(at)
                if told is not None:
                    context.mentioned = told
                    if at in self.timing.general:
                        context.mentioned_at = context.sentence
            elif token.kind == "DAY":
                for part in token.parts:
                    if part.kind == "YEAR":
                        context.mentioned = Period.year(int(part.value))
