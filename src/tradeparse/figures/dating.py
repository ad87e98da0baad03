"""Dating: the period of each level, change and base, resolved against the anchor and what the section told before."""

from __future__ import annotations

from dataclasses import dataclass

from tradeparse.figures.context import Context
from tradeparse.figures.drafts import Draft
from tradeparse.figures.numbers import Figure
from tradeparse.figures.origins import DEFAULT_BASIS, EARLIER, SENTENCE
from tradeparse.figures.resolution import Anchor, resolve_base, resolve_period
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.figures.timing import Timing
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period

ROW = 2
"""More months than these, one after the other, are a row."""


@dataclass(frozen=True, slots=True)
class Dating:
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

    def date_main(self, draft: Draft, place: int | None, item: SymbolicPeriod | None, *, moves: bool) -> None:
        """Give a level or change its period; without one the context's holds.

        `item` is its one of a list of periods; `moves` says that its frame tells a change.
        """
        if place is None:
            draft.period, draft.period_text = self.context.period, self.context.period_text
            draft.symbol, draft.base = self.context.symbol, self.start_told()
            draft.inferred["period"] = self.context.period_told.origin_in(self.context.sentence)
            return
        symbol = item or self.symbol_at(place)
        draft.symbol = symbol
        draft.period_text = self.words_at(place)
        draft.explicit_year = symbol.year is not None
        draft.reference = self.reference_of(symbol, place)
        draft.period = resolve_period(symbol, self.anchor, draft.reference)
        if draft.period is None and symbol.kind == "same" and symbol.year is None:
            draft.period = self.context.by_length.get(symbol.months)
        if draft.period is not None:
            by_anchor = self.in_year_told(draft.period, symbol, place)
            draft.period = self.near_what_is_told(by_anchor, symbol, place)
            moved = draft.period != by_anchor
            if self.is_taken_up(place):
                draft.period = Period(draft.period.last, draft.period.last)
            span = self.sentence.tokens[place].parts[:1]
            split_pair(draft, symbol, moves=moves, spans=bool(span) and span[0].kind in ("BETWEEN", "FROM"))
            if symbol.year is None:
                draft.inferred["period"] = self.origin_of(symbol, place, moved=moved)

    def is_taken_up(self, place: int) -> bool:
        """Whether "when" takes up the last month of a run: "fell until October, when it hit $253,000"."""
        parts = self.sentence.tokens[place].parts
        return (
            bool(parts)
            and parts[0].kind == "UNTIL"
            and "WHEN"
            in (
                self.sentence.kind(place + 1),
                self.sentence.kind(place + 2),
            )
        )

    def origin_of(self, symbol: SymbolicPeriod, place: int, *, moved: bool) -> str:
        """Where the year of a period that states none comes from; `moved`: it was set by what is told of."""
        if moved:
            return SENTENCE if self.dated_before(place) else EARLIER
        if symbol.is_relative:
            return (
                SENTENCE
                if self.named_before(place) is not None
                else self.context.period_told.origin_in(self.context.sentence)
            )
        return self.anchor.origin

    def start_told(self) -> Period | None:
        """The year from which the span runs whose end is told of: "between 2010 and 2013 they quadrupled"."""
        held, period = self.context.symbol, self.context.period
        if held is None or held.year is None or held.until is None or held.until == held.year:
            return None
        return Period.year(held.year) if period == Period.year(held.until) else None

    def reference_of(self, symbol: SymbolicPeriod, place: int) -> Period | None:
        """What a relative period counts from."""
        held = self.context.period
        looks_back = symbol.is_relative or symbol.kind == "same"
        reference = (self.told_before(place) or held) if looks_back else held
        that_year = symbol.kind == "same" and symbol.months == 12 and symbol.joined and reference == held
        of_that_year = symbol.kind == "months" and symbol.origin == "reference" and symbol.shift == 0
        if that_year or of_that_year:
            return self.context.mentioned or reference
        return self.context.latest if symbol.kind == "to-date" else reference

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
        return period.shift((told.last // 12 - period.last // 12) * 12)

    def dated_before(self, place: int) -> list[int]:
        """The places of periods with their year that numbers of the sentence have before this one.

        Those of what others are compared with do not count: "grew from $16 million in March 2020 to $118 million".
        """
        own = [at for index, at in self.timing.own.items() if index not in self.timing.bases]
        opening = (at for at in self.timing.general if self.sentence.clauses[at] >= 0)
        return [at for at in (*own, *opening) if at < place and self.symbol_at(at).year is not None]

    def date_base(
        self,
        draft: Draft,
        figure: Figure,
        main: Draft | None,
        before: Draft | None,
        *,
        item: SymbolicPeriod | None = None,
    ) -> None:
        """Give an amount that others are compared with its period, counted from that of the main figure."""
        place = self.timing.own.get(figure.index)
        start = figure.index if place is None else min(place, figure.index)
        named = self.told_before(start) if main is None else main.period
        reference = named or self.context.period
        if place is None:
            comparisons = self.timing.comparisons
            place = next((at for at in comparisons if at > figure.index), comparisons[0] if comparisons else None)
        if place is None:
            behind = (index for index in sorted(self.timing.bases) if index > figure.index and index in self.timing.own)
            place = next((self.timing.own[index] for index in behind), None)
        if place is not None:
            symbol = item or self.symbol_at(place)
            draft.symbol = draft.base_symbol = symbol
            draft.period_text = self.words_at(place)
            whole = symbol.kind == "years" or (symbol.kind == "months" and (symbol.first, symbol.last) == (1, 12))
            resolve = resolve_period if whole else resolve_base
            draft.period = resolve(symbol, self.anchor, reference)
        elif before is not None and before.base_symbol is not None:
            draft.period = resolve_base(before.base_symbol, self.anchor, reference)
            draft.period_text = before.period_text
        elif (first := self.start_told() if main is None else main.base) is not None:
            draft.period, draft.period_text = first, self.context.period_text if main is None else main.period_text
        elif reference is not None and reference.months > 1:
            draft.period = reference.shift(-12)
            draft.inferred["period"] = DEFAULT_BASIS

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
                context.mentioned = self.resolve(at) or context.mentioned
            elif token.kind == "DAY":
                for part in token.parts:
                    if part.kind == "YEAR":
                        context.mentioned = Period.year(int(part.value))


def split_pair(draft: Draft, symbol: SymbolicPeriod, *, moves: bool, spans: bool) -> None:
    """Set the second of two months or years side by side against the first: "between May and June it rose".

    `spans`: from one to the other is told, so that the years may lie apart: "between 2010 and 2013 it quadrupled".
    """
    if not symbol.joined or draft.period is None:
        return
    changes = draft.measure == "change"
    if symbol.kind == "months" and symbol.last == symbol.first + 1 and changes:
        draft.base = Period(draft.period.first, draft.period.first)
        draft.period = Period(draft.period.last, draft.period.last)
        draft.basis, draft.compared = "mom", True
    elif symbol.kind == "years" and symbol.year is not None and symbol.until is not None and moves:
        beside = symbol.until == symbol.year + 1
        if beside or spans:
            draft.period, draft.base = Period.year(symbol.until), Period.year(symbol.year)
        if changes and (beside or spans):
            draft.basis, draft.compared = "yoy" if beside else "other", True
