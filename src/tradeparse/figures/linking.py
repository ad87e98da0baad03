"""Sentences become drafts: heads, roles, frames and periods of one sentence at a time, against the context."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tradeparse.figures.context import Context
from tradeparse.figures.drafts import Draft
from tradeparse.figures.frames import Frame, goods_of_figure, govern, is_anaphoric, resolve_flow, runs_of
from tradeparse.figures.heads import Head, find_heads, is_subject, number_clauses, widen_goods
from tradeparse.figures.periods import Timing, find_timing, general_for, general_near, same_clause
from tradeparse.figures.resolution import Anchor, basis_of, resolve_base, resolve_period
from tradeparse.figures.roles import QUANTITIES, Figure, gap_is_light, judge_quantities
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import Token
from tradeparse.records import Period, Rejected, Span

PREDICATES = {
    "LEVEL", "BE", "DIR", "UPDOWN", "HEDGE", "TO", "AT", "BY", "OF", "CMP", "MULT", "FRAC", "TREND", "LPAR", "COLON", "FROM", "THAN",
    "COMPARED", "DASH", "OVERHEDGE", "FLOWVERB", "PCT", "MONEY", "VOLUME", "WORTH", "UNTIL", "MULTIPLEBASE", "IN", "WITH",
}  # fmt: skip


def price_after(tokens: list[Token], figures: list[Figure], figure: Figure) -> str | None:
    """Whether a change leads to a price: "rose 6 percent to 7,400 won"."""
    following = next((one for one in figures if one.index > figure.index), None)
    if figure.role != "change" or following is None or following.rule not in ("price", "rate"):
        return None
    between = tokens[figure.index + 1 : following.index]
    return "price" if len(between) <= 3 and any(token.kind in ("TO", "AT") for token in between) else None


def long_bound(tokens: list[Token], index: int) -> bool:
    """Whether "below $1 billion in 2020-2022" only bounds every year of a run."""
    bounded = any(token.kind == "OVERHEDGE" for token in tokens[max(index - 2, 0) : index])
    return bounded and any(
        token.kind == "PERIOD" and token.value.kind == "years" and token.value.until != token.value.year
        for token in tokens[index + 1 : index + 5]
    )


def governs(tokens: list[Token], head: Head, index: int) -> bool:
    """Whether words of state or change join a noun to a number behind it."""
    if head.verb:
        return True
    between = tokens[head.last + 1 : index]
    if between and between[0].kind == "COMMA" and len(between) <= 3:
        return True
    return not between or any(token.kind in PREDICATES for token in between)


def scope_ended(tokens: list[Token]) -> bool:
    """Whether a comma between a modal and a number ends the modal's scope: what follows it is a clause of its own."""
    return any(
        token.kind == "COMMA"
        and tokens[at + 1].kind not in ("UPDOWN", "HEDGE", "AND", "OR", "DIR", "NOHEDGE", "TO", "AT", "BY", *QUANTITIES)
        for at, token in enumerate(tokens[:-1])
    )


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
        self.distance = 0
        self.in_title = False

    def read(self, tokens: list[Token]) -> None:
        """Link one sentence."""
        heads = find_heads(tokens)
        figures = judge_quantities(tokens)
        mark_shares(tokens, heads)
        governed = govern(tokens, heads, figures)
        timing = find_timing(tokens, figures, {})
        frames = self.frame_figures(tokens, heads, figures, governed)
        denied = {figure.index for figure in figures if figure.rule == "negated"}
        timing.general = sorted({*timing.general, *(place for index, place in timing.own.items() if index in denied)})
        self.place_periods(tokens, frames, timing, heads)
        self.distance = 0 if any(frame.flow for frame in frames) else self.distance + 1
        if not any(frame.figures for frame in frames):
            self.carry_period(tokens, heads, timing)
        if not heads and is_elsewhere(tokens):
            self.context.ours = False
        if frames:
            self.last_flows = list(dict.fromkeys(frame.flow for frame in frames if frame.flow))
            if len(self.last_flows) > 1:
                self.context.pair = tuple(self.last_flows)
        self.note_mentioned(tokens)

    def note_mentioned(self, tokens: list[Token]) -> None:
        """The last period or dated day that was named at all: what "that year" means."""
        for token in tokens:
            if token.kind == "PERIOD" and not token.value.is_relative:
                self.context.mentioned = (
                    resolve_period(token.value, self.anchor, self.context.period) or self.context.mentioned
                )
            elif token.kind == "DAY":
                for part in token.parts:
                    if part.kind == "YEAR":
                        self.context.mentioned = Period.year(int(part.value))

    def carry_period(self, tokens: list[Token], heads: list[Head], timing: Timing) -> None:
        """A sentence about a flow without figures still says which period is told of."""
        if not any(not head.share for head in heads) and not any(token.kind == "IT" for token in tokens[:2]):
            return
        places = [head.own_period for head in heads if head.own_period is not None] + timing.general
        for place in places:
            symbol = tokens[place].value
            told = not self.drafts or self.in_title or opens_with(tokens, symbol)
            if told and symbol.kind in ("months", "years", "shift", "length", "list") and not symbol.is_relative:
                period = resolve_period(symbol, self.anchor, self.context.period)
                self.note_period(
                    period, symbol, self.text[tokens[place].start : tokens[place].end], leads=opens_with(tokens, symbol)
                )
                return

    def note_period(
        self, period: Period | None, symbol: SymbolicPeriod | None, words: str | None, *, leads: bool
    ) -> None:
        """Make a period the one that is told of, unless it looks back from it or is longer than a year."""
        if period is None:
            if self.context.period is None:
                self.context.period_text, self.context.symbol = words, symbol
            return
        held = self.context.period
        if period.months > 12:
            return
        self.context.by_length[period.months] = period
        latest = self.context.latest
        if latest is None or period.last > latest.last:
            self.context.latest = period
        if held is None or period.last >= held.last or leads or period.first >= held.first:
            self.context.period, self.context.period_text, self.context.symbol = period, words, symbol

    def reject(self, tokens: list[Token], figure: Figure, rule: str) -> None:
        """Note a number that becomes no record."""
        token = tokens[figure.index]
        self.rejected.append(Rejected(Span(token.start, token.end), rule))

    def frame_figures(
        self, tokens: list[Token], heads: list[Head], figures: list[Figure], governed: list[Head | None]
    ) -> list[Frame]:
        """The frames of a sentence in order, flows resolved, with the figures that count."""
        frames: list[Frame] = []
        by_head: dict[int, Frame] = {}
        bare: Frame | None = None
        clauses = number_clauses(tokens)
        order: list[tuple[int, Frame]] = []
        for head in heads:
            frame = Frame(head)
            by_head[head.index] = frame
            order.append((head.index, frame))
        refused: Figure | None = None
        accepted: list[Figure] = []
        for figure, head in zip(figures, governed, strict=True):
            if (figure.role == "rejected" and figure.rule in ("rate", "price")) or (
                figure.role == "rejected" and figure.rule == "count" and figure.quantity.value >= 1000
            ):
                refused = figure
            elif (
                figure.role == "change"
                and refused is not None
                and tokens[figure.index - 1].kind in ("COMMA", "UPDOWN", "HEDGE")
            ):
                self.reject(tokens, figure, refused.rule)
                continue
            else:
                refused = None
            if figure.role == "rejected":
                self.reject(tokens, figure, figure.rule)
                continue
            rule = self.rejecting_rule(tokens, figure, head, clauses, accepted) or price_after(tokens, figures, figure)
            if rule:
                figure.rule = rule
                self.reject(tokens, figure, rule)
                continue
            accepted.append(figure)
            if head is None:
                if bare is None:
                    bare = Frame(None)
                    order.append((figure.index, bare))
                bare.figures.append(figure)
            else:
                by_head[head.index].figures.append(figure)
        order.sort(key=lambda item: item[0])
        for _, frame in order:
            if frame.head is not None:
                if frame.head.share:
                    continue
                lone = not frame.figures and any(other.figures for _, other in order)
                trial = replace(self.context) if lone else self.context
                resolve_flow(frame, tokens, trial)
                if lone and frame.flow is not None and not frame.filled:
                    self.context.ours, self.context.side = trial.ours, trial.side
                if lone or (frame.flow is None and frame.head.verb and not frame.figures):
                    continue
            elif self.context.ours is True and self.context.flow and is_anaphoric(tokens, self.distance):
                frame.flow = self.context.flow
                if len(self.last_flows) > 1 and any(token.kind in ("ANAPHOR", "ASMUCH") for token in tokens):
                    frame.flow = "total"
                frame.side = self.context.side
                frame.filled["flow"] = "earlier-sentence"
                if self.context.flow == "balance":
                    frame.sign = -1 if self.context.kind == "deficit" else 1
            if frame.flow is None:
                for figure in frame.figures:
                    self.reject(tokens, figure, frame.reason)
                if frame.head is not None and not frame.head.verb:
                    self.context.flow = None
                if frame.figures:
                    frames.append(frame)
                continue
            frames.append(frame)
            if frame.head is not None and not frame.figures:
                self.context.goods = self.goods_of_frame(tokens, frame)
            self.context.flow = frame.flow
            if frame.head is not None:
                self.context.kind = frame.head.kind
        return frames

    def rejecting_rule(
        self, tokens: list[Token], figure: Figure, head: Head | None, clauses: list[int], accepted: list[Figure]
    ) -> str | None:
        """Why the words of a number's clause make it no figure: a forecast, a cap, an average, a price, aid."""
        index = figure.index
        start = index
        while start > 0 and clauses[start - 1] == clauses[index]:
            start -= 1
        clause = tokens[start:index]
        for at, token in enumerate(clause):
            if token.kind == "FORECAST" and not scope_ended(clause[at:] + [tokens[index]]):
                return "forecast"
            if token.id == "days" and {"ORDINAL", "NUMBER"} <= {part.kind for part in token.parts}:
                return "span-of-days"
        negated = [at for at, token in enumerate(clause) if token.kind == "NEGATION"]
        if (
            negated
            and not any(token.kind == "COMMA" or token.value == "contrast" for token in clause[negated[-1] :])
            and (figure.hedge.qualifier in ("over", "under") or figure.role == "change")
        ):
            return "negated"
        if index == len(tokens) - 1 and figure.quantity.kind == "money" and figure.quantity.digit == Decimal("0.01"):
            return "cut-off"
        if figure.role == "change" and any(token.kind == "COUNTER" for token in clause):
            return "count"
        if figure.hedge.qualifier in ("over", "under") and long_bound(tokens, index):
            return "bound-over-years"
        if figure.quantity.kind == "money" and any(
            token.kind == "UNIT" and at and clause[at - 1].value == "indefinite" for at, token in enumerate(clause)
        ):
            return "price"
        if any(token.kind == "AVERAGE" for token in tokens[max(index - 4, 0) : index]):
            return "average"
        if any(token.kind == "CAP" for token in tokens[max(start, index - 5) : index + 4]):
            return "cap"
        same = [one for one in accepted if one.role == "level"]
        if head is not None and head.verb and figure.role == "level" and same and head.index < same[-1].index:
            if not any(token.kind in PREDICATES | {"AND", "OR"} for token in tokens[same[-1].index + 1 : index]):
                return "no-predicate"
        if (
            head is not None
            and figure.role == "level"
            and head.index < index
            and not governs(tokens, head, index)
            and not (accepted and gap_is_light(tokens, accepted[-1].index, index))
        ):
            return "no-predicate"
        following = tokens[index + 1 : index + 5]
        stop = next(
            (at for at, token in enumerate(following) if token.kind in ("COMMA", "PERIOD", "AND", *QUANTITIES)), 4
        )
        following = following[:stop]
        if any(token.kind == "PER" for token in following):
            return "rate"
        begin = max(start, head.index + 1 if head is not None and head.index < index else 0)
        for at in range(index - 1, begin - 1, -1):
            token = tokens[at]
            if token.kind in ("AID", "PRICE"):
                before = tokens[at - 1].kind if at else "START"
                if any(one.kind == "COMMA" for one in tokens[at:index]) and token.kind == "PRICE":
                    break
                if token.kind == "PRICE" or before not in ("OF", "IN", "AS", "WITH", "BY", "TO"):
                    return "aid-or-price"
        after = tokens[index + 1 : index + 4]
        for at, token in enumerate(after):
            if token.kind in ("AID", "PRICE"):
                return "aid-or-price"
            if token.kind not in ("OF", "IN", "WORTH", "HYPHEN", "ARTICLE", "WORD", "GOODS", "TO", "NUMBER"):
                break
        if (
            tokens[index - 1].kind == "AT"
            and index > 1
            and tokens[index - 2].id in ("sold", "selling")
            and figure.quantity.kind == "money"
        ):
            return "price"
        if figure.quantity.kind in ("percent", "multiple") and any(
            token.kind == "SHARE" for token in tokens[max(start, index - 6) : index]
        ):
            return "share"
        return None

    def place_periods(self, tokens: list[Token], frames: list[Frame], timing: Timing, heads: list[Head]) -> None:
        """Give each figure its period and each change its base, then note them as drafts."""
        sentence = Span(tokens[0].start, tokens[-1].end)
        sentence_comparison: int | None = None
        main_places = {
            timing.own[figure.index]
            for frame in frames
            for figure in frame.figures
            if figure.role != "base" and lends_period(tokens, figure, timing)
        }
        before_main: Draft | None = None
        clauses = number_clauses(tokens)
        for frame in frames:
            self.frames += 1
            head = frame.head
            frame_goods = self.goods_of_frame(tokens, frame)
            used_own: dict[int, int] = {}
            if head is not None and compares_head(tokens, head):
                for figure in frame.figures:
                    if figure.role == "level":
                        figure.role = "base"
            mains = [figure for figure in frame.figures if figure.role in ("level", "change")]
            moves = any(figure.role == "change" for figure in mains)
            frame_place = self.frame_period_place(tokens, frame, timing, mains)
            levels: list[Draft] = []
            bases: list[Draft] = []
            goods_clause, goods_here = -99, None
            zipped = zip_goods(tokens, frame.figures)
            drafts: list[Draft] = []
            last_main: Draft | None = before_main
            groups = zip_lists(tokens, frame, mains, timing, self.context.period)
            for figure in frame.figures:
                draft = self.draft(tokens, frame, figure, frame_goods, heads, sentence)
                carried = clauses[figure.index] == goods_clause or head is None
                if carried and draft.goods is None and goods_here is not None:
                    draft.goods = goods_here
                elif draft.goods is not None and draft.goods != frame_goods:
                    goods_clause, goods_here = clauses[figure.index], draft.goods
                if figure.index in zipped:
                    draft.goods = self.goods_text(tokens, zipped[figure.index])
                if figure.role == "base":
                    paired = levels[len(bases)] if pairs_up(frame.figures) and len(bases) < len(levels) else last_main
                    self.base_period(tokens, draft, figure, timing, drafts, paired, bases)
                    bases.append(draft)
                else:
                    place = timing.own.get(figure.index)
                    if place is None:
                        place = general_near(tokens, timing, figure.index, head.index if head else None)
                    if place is None and head is not None:
                        place = head.own_period
                    if place is None and not self.later_period(frame_place, figure, frame):
                        place = same_clause(tokens, timing, figure.index, head.index if head else None)
                    if place is None:
                        place = frame_place
                    if place is None:
                        place = general_for(tokens, timing, figure.index, held=self.context.period is not None)
                    if place is None:
                        place = next((at for at in sorted(main_places) if at > figure.index), None)
                    self.main_period(tokens, draft, place, groups.get(figure.index), timing, moves=moves)
                    if figure.joined and drafts:
                        draft.period, draft.period_text, draft.symbol = (
                            drafts[-1].period,
                            drafts[-1].period_text,
                            drafts[-1].symbol,
                        )
                    last_main = before_main = draft
                    levels.append(draft)
                if figure.joined and drafts and figure.role == "base":
                    draft.period, draft.period_text = drafts[-1].period, drafts[-1].period_text
                drafts.append(draft)
            sentence_comparison = self.compare(tokens, frame, drafts, timing, sentence_comparison)
            for draft, figure in zip(drafts, frame.figures, strict=True):
                if frame.flow is None:
                    continue
                if draft.unit == "":
                    self.reject(tokens, figure, "count")
                    continue
                if (
                    draft.period is None
                    and draft.period_text is None
                    and self.anchor.year is not None
                    and not self.in_title
                ):
                    self.reject(tokens, figure, "no-period")
                    continue
                if figure.quantity.kind == "volume" and (draft.goods is None or draft.flow == "balance"):
                    self.reject(tokens, figure, "no-goods")
                    continue
                self.keep(tokens, draft, figure, groups.get(figure.index), timing)
            told = [draft for draft, figure in zip(drafts, frame.figures, strict=True) if figure.role != "base"]
            main = next((draft for draft in told if draft.symbol is not None), None)
            if (main is not None and "period" not in main.inferred) or (
                main is not None and main.inferred["period"] != "context"
            ):
                leads = opens_with(tokens, main.symbol)
                period = main.period
                places = [
                    timing.own[figure.index]
                    for figure in mains
                    if figure.index in groups and figure.index in timing.own
                ]
                if places and tokens[places[0]].value.kind == "list":
                    period = resolve_period(tokens[places[0]].value, self.anchor, self.context.period)
                if not (main.symbol is not None and main.symbol.kind == "shift" and main.symbol.is_relative):
                    self.note_period(period, main.symbol, main.period_text, leads=leads)
            if frame.figures and frame.flow is not None and head is not None:
                named = {draft.goods for draft in drafts}
                self.context.goods = frame_goods or (named.pop() if len(named) == 1 else None)

    def goods_of_frame(self, tokens: list[Token], frame: Frame) -> str | None:
        """The goods that the head names; those of the last frame where a sentence carries on without a head."""
        head = frame.head
        if head is None:
            first = frame.figures[0].index if frame.figures else 0
            if any(token.kind == "GOODS" for token in tokens[:first]):
                return None
            return self.context.goods
        if head.goods is not None:
            return self.goods_text(tokens, head.goods)
        if head.verb and any(figure.quantity.kind == "volume" for figure in frame.figures):
            for at in range(head.index - 1, -1, -1):
                if tokens[at].kind == "GOODS":
                    return self.goods_text(tokens, widen_goods(tokens, at, backwards=True))
        if (
            head.verb
            and head.owner == "ITS"
            and not any(
                token.kind == "GENERIC"
                for token in tokens[head.index : (frame.figures[-1].index if frame.figures else head.index) + 4]
            )
        ):
            return self.context.goods
        if tokens[head.index].id == "shipments" and frame.filled.get("flow") and head.first >= head.index - 1:
            return self.context.goods
        return None

    def goods_text(self, tokens: list[Token], place: tuple[int, int]) -> str:
        """The text's own noun, in lower case."""
        return " ".join(self.text[tokens[place[0]].start : tokens[place[1]].end].lower().split())

    def draft(
        self, tokens: list[Token], frame: Frame, figure: Figure, goods: str | None, heads: list[Head], sentence: Span
    ) -> Draft:
        """A draft with everything but its times."""
        token = tokens[figure.index]
        left, right = bounds(tokens, figure, frame, heads)
        own = goods_of_figure(
            tokens,
            figure,
            left,
            right,
            has_goods=goods is not None
            and (frame.head is None or frame.head.clause == number_clauses(tokens)[figure.index]),
        )
        if own is not None and figure.role != "base":
            goods = self.goods_text(tokens, own)
        if goods is None and figure.quantity.kind == "volume":
            goods = self.context.goods
        measure = "change" if figure.role == "change" else "value"
        value = figure.value if measure == "change" else figure.quantity.value
        unit = figure.unit
        if unit == "":
            unit = next(
                (one.unit for one in reversed(frame.figures) if one.index < figure.index and one.unit), None
            ) or (self.context.unit or "")
        if figure.role == "level" and unit:
            self.context.unit = unit
        if frame.flow == "balance" and measure == "value":
            value = value * frame.sign
        return Draft(
            flow=frame.flow or "",
            goods=goods,
            measure=measure,
            value=value,
            unit=unit,
            hedge=figure.hedge,
            digit=figure.quantity.digit,
            span=Span(token.start, token.end),
            sentence=sentence,
            frame=self.frames,
            kind=figure.quantity.kind,
            inferred=dict(frame.filled),
            rules=[figure.rule],
            title=self.in_title,
        )

    def frame_period_place(self, tokens: list[Token], frame: Frame, timing: Timing, mains: list[Figure]) -> int | None:
        """The period that the figures of a frame share: that of the last level, else of any main figure."""
        owned = [figure for figure in mains if lends_period(tokens, figure, timing)]
        levels = [figure for figure in owned if figure.role == "level"]
        if levels:
            return timing.own[levels[-1].index] if len(levels) == 1 else timing.own[levels[0].index]
        return timing.own[owned[0].index] if owned else None

    def later_period(self, place: int | None, figure: Figure, frame: Frame) -> bool:
        """Whether the period that the frame shares is that of a number right after this one."""
        return place is not None and any(
            one.index > figure.index and one.role == "level" and one.index < place for one in frame.figures
        )

    def main_period(
        self,
        tokens: list[Token],
        draft: Draft,
        place: int | None,
        item: SymbolicPeriod | None,
        timing: Timing,
        *,
        moves: bool,
    ) -> None:
        """Resolve the period of a level or change; without one the context's holds."""
        if place is None:
            draft.period = self.context.period
            draft.period_text = self.context.period_text
            draft.symbol = self.context.symbol
            draft.inferred["period"] = "earlier-sentence"
            return
        token = tokens[place]
        symbol = item or token.value
        draft.symbol = symbol
        reference = self.context.period
        if symbol.is_relative:
            reference = self.told_before(tokens, place, timing) or reference
        if symbol.kind == "same" and symbol.months == 12 and symbol.joined and reference == self.context.period:
            reference = self.context.mentioned or reference
        if symbol.origin == "reference" and symbol.shift == 0 and symbol.kind == "months":
            reference = self.context.mentioned or reference
        elif symbol.kind == "to-date":
            reference = self.context.latest
        draft.reference = reference
        draft.period = resolve_period(symbol, self.anchor, reference)
        if draft.period is None and symbol.kind == "same" and symbol.year is None:
            draft.period = self.context.by_length.get(symbol.months)
        if symbol.kind == "months" and symbol.year is None and symbol.origin is None and draft.period is not None:
            year = self.year_told(tokens, place, timing)
            if year is not None and year < draft.period.last // 12:
                draft.period = draft.period.shift((year - draft.period.last // 12) * 12)
        if (
            symbol.joined
            and symbol.kind == "months"
            and symbol.last == symbol.first + 1
            and draft.measure == "change"
            and draft.period
        ):
            draft.base = Period(draft.period.first, draft.period.first)
            draft.period = Period(draft.period.last, draft.period.last)
            draft.basis, draft.compared = "mom", True
        if (
            symbol.joined
            and symbol.kind == "years"
            and symbol.year is not None
            and symbol.until == symbol.year + 1
            and moves
        ):
            draft.period = Period.year(symbol.until)
            if draft.measure == "change":
                draft.base, draft.basis, draft.compared = Period.year(symbol.year), "yoy", True
        draft.period_text = self.text[token.start : token.end]
        draft.explicit_year = symbol.year is not None
        if symbol.year is None and draft.period is not None:
            draft.inferred["period"] = "earlier-sentence" if symbol.is_relative else self.anchor.origin

    def year_told(self, tokens: list[Token], place: int, timing: Timing) -> int | None:
        """The year that a sentence speaks of before it names a month: "last year, … in January"."""
        clauses = number_clauses(tokens)
        for at in range(place - 1, -1, -1):
            if tokens[at].kind == "PERIOD" and at in timing.general and clauses[at] >= 0:
                found = resolve_period(tokens[at].value, self.anchor, self.context.period)
                return found.last // 12 if found is not None and found.months == 12 else None
        return None

    def told_before(self, tokens: list[Token], place: int, timing: Timing) -> Period | None:
        """The last period that the sentence names by itself before a relative one.

        In a row of looks back ("in March it was 114.6 million and a year earlier 167.7") each counts from what the
        section tells of.
        """
        held = self.context.period
        for at in range(place - 1, -1, -1):
            if tokens[at].kind == "PERIOD" and not tokens[at].value.is_relative and at not in timing.comparisons:
                found = resolve_period(tokens[at].value, self.anchor, held)
                row = found is not None and held is not None and found.last < held.last and found.months == held.months
                return held if row and tokens[place - 1].kind in ("AND", "ARTICLE") else found
        return None

    def base_period(
        self,
        tokens: list[Token],
        draft: Draft,
        figure: Figure,
        timing: Timing,
        drafts: list[Draft],
        main: Draft | None,
        bases: list[Draft],
    ) -> None:
        """Resolve the period of an amount that others are compared with."""
        place = timing.own.get(figure.index)
        reference = main.period if main is not None else self.context.period
        if place is None:
            near = [at for at in timing.comparisons if at > figure.index] or timing.comparisons
            place = near[0] if near else None
        if place is None and bases and bases[-1].base_symbol is not None:
            draft.period = resolve_base(bases[-1].base_symbol, self.anchor, reference)
            draft.period_text = bases[-1].period_text
            return
        if place is None:
            if reference is not None and reference.months > 1:
                draft.period = reference.shift(-12)
                draft.inferred["period"] = "default-basis"
            return
        symbol = tokens[place].value
        draft.symbol = symbol
        draft.period_text = self.text[tokens[place].start : tokens[place].end]
        if symbol.kind == "years" or (symbol.kind == "months" and symbol.first == 1 and symbol.last == 12):
            draft.period = resolve_period(symbol, self.anchor, reference)
        else:
            draft.period = resolve_base(symbol, self.anchor, reference)
        draft.base_symbol = symbol

    def compare(
        self, tokens: list[Token], frame: Frame, drafts: list[Draft], timing: Timing, earlier: int | None
    ) -> int | None:
        """Give each change of a frame its basis and base."""
        figures = frame.figures
        clauses = number_clauses(tokens)
        used = earlier
        for number, (draft, figure) in enumerate(zip(drafts, figures, strict=True)):
            if figure.role != "change" or draft.compared:
                continue
            basis = basis_word(tokens, figure, figures)
            following = figures[number + 1].index if number + 1 < len(figures) else len(tokens)
            place = next((at for at in timing.comparisons if figure.index < at < following), None)
            base_draft = next(
                (drafts[n] for n in range(number + 1, len(figures)) if figures[n].role == "base" and drafts[n].period),
                None,
            )
            next_change = next(
                (n for n in range(number + 1, len(figures)) if figures[n].role == "change"), len(figures)
            )
            if (
                place is None
                and base_draft is not None
                and figures[drafts.index(base_draft)].index > figure.index
                and drafts.index(base_draft) <= next_change
            ):
                if draft.symbol is None or base_draft.symbol is None or base_draft.period != draft.period:
                    draft.base = base_draft.period
                    draft.basis = basis or basis_of(draft.period, draft.base)
                    draft.compared = True
                    continue
            if place is None and basis is None and number + 1 < len(figures):
                runner = figures[number + 1]
                if runner.role == "change" and gap_is_short(tokens, figure.index, runner.index):
                    basis = basis_word(tokens, runner, figures)
            if place is None and basis is None:
                same = [at for at in timing.comparisons if clauses[at] == clauses[figure.index]]
                place = next((at for at in same if at > figure.index), same[0] if same else None)
                if place is None and used is None:
                    later = [at for at in timing.comparisons if at > figure.index]
                    earlier_ones = [at for at in timing.comparisons if at < figure.index]
                    place = earlier_ones[-1] if earlier_ones else (later[0] if later and figure.inherits else None)
            if place is not None:
                symbol = tokens[place].value
                draft.base_symbol = symbol
                draft.base = resolve_base(symbol, self.anchor, draft.period)
                draft.compared = True
                draft.basis = basis or basis_from_symbol(symbol, draft.period, draft.base, draft.symbol)
                if draft.basis == "yoy" and draft.period is not None and draft.base is None and symbol.kind != "era":
                    draft.base = draft.period.shift(-12)
                used = place
            elif basis is not None:
                draft.basis = basis
                draft.compared = True
            elif (
                draft.symbol is not None
                and draft.symbol.kind == "shift"
                and draft.symbol.is_relative
                and draft.kind == "multiple"
            ):
                draft.base, draft.basis, draft.compared = draft.reference, "other", True
        return used

    def keep(
        self, tokens: list[Token], draft: Draft, figure: Figure, items: SymbolicPeriod | None, timing: Timing
    ) -> None:
        """Note a draft; one number told of each month of a list is a draft a month."""
        symbol = draft.symbol
        place = timing.own.get(figure.index)
        if (
            items is None
            and symbol is not None
            and symbol.kind == "list"
            and figure.role == "change"
            and place is not None
            and place > figure.index
        ):
            for item in symbol.items:
                each = Draft(**{name: getattr(draft, name) for name in Draft.__slots__})
                each.symbol = item
                each.period = resolve_period(item, self.anchor, self.context.period)
                each.inferred, each.rules = dict(draft.inferred), list(draft.rules)
                each.base = None
                self.drafts.append(each)
            return
        self.drafts.append(draft)


def compares_head(tokens: list[Token], head: Head) -> bool:
    """Whether a flow is named only as what another is compared with: "from a shortfall of"."""
    at = head.first - 1
    while at >= 0 and tokens[at].kind in ("ARTICLE", "FLOWADJ", "HEDGE"):
        at -= 1
    return (
        at >= 0
        and tokens[at].kind in ("FROM", "COMPARED", "THAN")
        and head.kind in ("deficit", "surplus", "total")
        and not head.verb
    )


def basis_from_symbol(
    symbol: SymbolicPeriod, period: Period | None, base: Period | None, told: SymbolicPeriod | None
) -> str:
    """The basis that a comparison states, also where the period itself is open."""
    if period is not None and base is not None:
        return basis_of(period, base)
    if symbol.kind == "shift" and symbol.origin == "reference":
        if symbol.shift == -12:
            return "yoy"
        if symbol.shift == -1 and symbol.months == 1:
            return "mom"
        if symbol.shift == -3:
            return "qoq"
    if (
        told is not None
        and told.kind == symbol.kind == "months"
        and told.first == told.last
        and symbol.first == symbol.last
    ):
        return "mom" if (told.first - symbol.first) % 12 == 1 else "other"
    if symbol.kind == "same" or (symbol.kind == "months" and symbol.origin == "anchor" and symbol.shift == -1):
        return "yoy"
    return "other"


def gap_is_short(tokens: list[Token], start: int, end: int) -> bool:
    """Whether only a joint and hedges stand between two numbers."""
    return all(
        token.kind in ("AND", "COMMA", "HEDGE", "NOHEDGE", "OVERHEDGE", "BY") for token in tokens[start + 1 : end]
    )


def basis_word(tokens: list[Token], figure: Figure, figures: list[Figure]) -> str | None:
    """A basis beside a change: "12 percent on-year", "a year-on-year decline of 3 percent"."""
    following = next((one.index for one in figures if one.index > figure.index), len(tokens))
    preceding = next((one.index for one in reversed(figures) if one.index < figure.index), -1)
    for at in range(figure.index + 1, following):
        if tokens[at].kind == "BASIS":
            return str(tokens[at].value)
        if tokens[at].kind in ("SEMICOLON", "CONTRAST"):
            break
    for at in range(figure.index - 1, preceding, -1):
        if tokens[at].kind == "BASIS":
            return str(tokens[at].value)
        if tokens[at].kind in ("SEMICOLON", "CONTRAST"):
            break
    return None


def lends_period(tokens: list[Token], figure: Figure, timing: Timing) -> bool:
    """Whether a number's own period may hold for others: not that of an aside, in brackets, or of a number told beside."""
    if figure.index not in timing.own or is_beside(tokens, figure):
        return False
    return number_clauses(tokens)[figure.index] >= 0 and tokens[timing.own[figure.index] - 1].kind != "LPAR"


def is_beside(tokens: list[Token], figure: Figure) -> bool:
    """Whether a number is told beside another, of a time of its own: "after leaping 217.7%", "slowing from"."""
    return any(token.kind in ("COMPARED", "TREND") for token in tokens[max(figure.index - 4, 0) : figure.index])


def is_elsewhere(tokens: list[Token]) -> bool:
    """Whether a sentence turns to another country: one stands free in it, and neither side is named."""
    if any(token.kind in ("PARTY", "PARTYADJ", "PAIR", "IT", "ITS", "NEIGHBOUR") for token in tokens):
        return False
    return any(
        token.kind == "OTHER" and token.id != "other-capital" and is_subject(tokens, at)
        for at, token in enumerate(tokens)
    )


def opens_with(tokens: list[Token], symbol: SymbolicPeriod | None) -> bool:
    """Whether a sentence opens with a period: "In March", "Over the first nine months"."""
    for at, token in enumerate(tokens[:3]):
        if token.kind == "PERIOD":
            return token.value is symbol
        if token.kind not in ("IN", "OVERHEDGE", "NOHEDGE", "WORD", "BY") or at > 1:
            return False
    return False


def pairs_up(figures: list[Figure]) -> bool:
    """Whether as many bases as levels are told, so that they pair in order."""
    levels = sum(figure.role == "level" for figure in figures)
    return levels > 1 and levels == sum(figure.role == "base" for figure in figures)


def zip_goods(tokens: list[Token], figures: list[Figure]) -> dict[int, tuple[int, int]]:
    """As many goods as numbers in a row, respectively: one each."""
    result: dict[int, tuple[int, int]] = {}
    if not any(token.kind == "RESPECTIVELY" for token in tokens):
        return result
    for run in runs_of(tokens, figures):
        first = figures[run[0]].index
        places: list[tuple[int, int]] = []
        at = first - 1
        while at >= 0 and len(places) < len(run):
            if tokens[at].kind == "GOODS":
                start = at
                while start and tokens[start - 1].kind in ("GOODS", "GOODSMOD"):
                    start -= 1
                places.append((start, at))
                at = start
            elif tokens[at].kind in QUANTITIES or tokens[at].kind in ("SEMICOLON", "DOT"):
                break
            at -= 1
        if len(places) == len(run):
            for number, place in zip(run, reversed(places), strict=True):
                result[figures[number].index] = place
    return result


def bounds(tokens: list[Token], figure: Figure, frame: Frame, heads: list[Head]) -> tuple[int, int]:
    """Between which tokens the goods of a figure may stand."""
    left = -1
    right = len(tokens)
    for head in heads:
        if head.index < figure.index:
            left = max(left, head.last if head.goods is None else head.last)
        elif head.index > figure.index and not head.verb:
            right = min(right, head.first)
    return left, right


def mark_shares(tokens: list[Token], heads: list[Head]) -> None:
    """Heads that only say what a share is a share of ("36.9 percent of all imports") govern nothing."""
    for head in heads:
        at = head.first - 1
        steps = 0
        while (
            at >= 0
            and tokens[at].kind in ("ARTICLE", "FLOWADJ", "WORD", "ITS", "THAT", "PARTYADJ", "POSS", "PARTY")
            and steps < 4
        ):
            at -= 1
            steps += 1
        if at >= 1 and tokens[at].kind == "OF" and tokens[at - 1].kind in ("PCT", "SHARE", "FRAC", "POINTS"):
            before = tokens[at - 2].kind if at > 1 else "START"
            if before not in ("DIR",) and not (before in ("OF", "BY") and at > 2 and tokens[at - 3].kind == "DIR"):
                head.share = True


def months_of(tokens: list[Token], symbol: SymbolicPeriod, held: Period | None) -> tuple[SymbolicPeriod, ...]:
    """The single months of "in the two months, respectively"."""
    if held is None or not any(token.kind == "RESPECTIVELY" for token in tokens):
        return ()
    if symbol.kind != "length" or symbol.months != held.months:
        return ()
    months = range(held.first, held.last + 1)
    return tuple(SymbolicPeriod("months", month % 12 + 1, month % 12 + 1, year=month // 12) for month in months)


def zip_lists(
    tokens: list[Token], frame: Frame, mains: list[Figure], timing: Timing, held: Period | None
) -> dict[int, SymbolicPeriod]:
    """Numbers in a row beside a list of as many periods: one each."""
    result: dict[int, SymbolicPeriod] = {}
    if len(mains) < 2:
        return result
    for number, figure in enumerate(mains):
        place = timing.own.get(figure.index)
        if place is None:
            continue
        items = tokens[place].value.items or months_of(tokens, tokens[place].value, held)
        if not items:
            continue
        run = [figure]
        for before in reversed(mains[:number]):
            if before.index in timing.own or before.role != figure.role or run[-1].index - before.index > 4:
                break
            run.append(before)
        run.reverse()
        if len(run) == len(items):
            for one, item in zip(run, items, strict=True):
                result[one.index] = item
                timing.own[one.index] = place
    return result


__all__ = ["Linker", "widen_goods"]
