"""Dating: the period of each level, change and base, resolved against the anchor and what the section told before."""

from __future__ import annotations

from tradeparse.figures.calendar import Calendar
from tradeparse.figures.drafts import Draft
from tradeparse.figures.numbers import Figure
from tradeparse.figures.origins import DEFAULT_BASIS, EARLIER, SENTENCE
from tradeparse.figures.resolution import resolve_base, resolve_period
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period


class Dating(Calendar):
    """Gives the figures of one sentence their periods."""

    __slots__ = ()

    def date_main(self, draft: Draft, place: int | None, item: SymbolicPeriod | None, *, moves: bool) -> None:
        """Give a level or change its period; without one the context's holds.

        `item` is its one of a list of periods; `moves` says that its frame tells a change.
        """
        if place is None:
            draft.period, draft.period_text = self.context.period, self.context.period_text
            if draft.period is None and self.context.period_text is None and self.named_just_before():
                draft.period = self.context.mentioned
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

    def named_just_before(self) -> bool:
        """Whether the sentence before named a period, and none was told of before: "Look at April. Imports fell"."""
        period = self.context.mentioned
        beside = self.context.mentioned_at == self.context.sentence - 1
        return beside and period is not None and period.months <= 12

    def is_taken_up(self, place: int) -> bool:
        """Whether "when" takes up the last month of a run: "fell until October, when it hit $253,000"."""
        parts = self.sentence.tokens[place].parts
        following = self.sentence.kind(place + 1), self.sentence.kind(place + 2)
        return bool(parts) and parts[0].kind == "UNTIL" and "WHEN" in following

    def origin_of(self, symbol: SymbolicPeriod, place: int, *, moved: bool) -> str:
        """Where the year of a period that states none comes from; `moved`: it was set by what is told of."""
        if moved:
            return SENTENCE if self.dated_before(place) else EARLIER
        if symbol.is_relative:
            named = self.named_before(place) is not None
            return SENTENCE if named else self.context.period_told.origin_in(self.context.sentence)
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
        elif (told := self.base_told(reference)) is not None:
            draft.period = told
            draft.inferred["period"] = self.context.based_told.origin_in(self.context.sentence)
        if draft.period is not None and reference is not None and place is not None:
            self.context.tell_base(reference, draft.period)

    def base_told(self, period: Period | None) -> Period | None:
        """What the sentence before set the same period against: "… from $5 million in June. Exports rose from $2"."""
        told, base = self.context.based
        beside = self.context.based_told.sentence >= self.context.sentence - 1
        return base if beside and told == period else None


def split_pair(draft: Draft, symbol: SymbolicPeriod, *, moves: bool, spans: bool) -> None:
    """Set the second of two months or years side by side against the first: "between May and June it rose".

    `spans`: from one to the other is told, so that the years may lie apart: "between 2010 and 2013 it quadrupled".
    """
    if draft.period is None or not (symbol.joined or (spans and symbol.kind == "months" and symbol.first > 1)):
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
