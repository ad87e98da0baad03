"""Bases: what each change of a frame is set against, and how the two periods stand to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tradeparse.figures.drafts import Draft
from tradeparse.figures.numbers import Figure
from tradeparse.figures.resolution import Anchor, basis_of, resolve_base
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.figures.timing import Timing
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period

SHIFTED = {-12: "yoy", -1: "mom", -3: "qoq"}
SUMMING = frozenset({
    "PERIOD", "IN", "OF", "COMMA", "DASH", "LPAR", "ARTICLE", "DIR", "UPDOWN", "HEDGE", "NOHEDGE", "HYPHEN", "PLUS",
    "OR", "THAN", "AT",
})  # fmt: skip
"""What may stand between a base and the change that sums it up."""
NOUN_OF_CHANGE = frozenset({"DIR", "OF", "BASIS", "HEDGE", "NOHEDGE", "BY", "FLOWADJ"})
"""What may stand between the basis and the number of "a year-on-year decline of 3 percent"."""
OPENING = 7
"""Within so many tokens a comparison opens its sentence."""
JOINTS = frozenset({"AND", "COMMA", "HEDGE", "NOHEDGE", "OVERHEDGE", "BY"})
"""What may stand between two changes that share a basis."""


@dataclass(slots=True)
class Comparison:
    """The changes of one sentence against their bases; `used` is the comparison that its last frame took."""

    sentence: Sentence
    timing: Timing
    anchor: Anchor
    used: int | None = None

    def compare(self, figures: list[Figure], drafts: list[Draft]) -> None:
        """Give each change of a frame its basis and base."""
        used = self.used
        for number, (draft, figure) in enumerate(zip(drafts, figures, strict=True)):
            if figure.role != "change" or draft.compared:
                continue
            place = self.place_behind(figures, number)
            basis = basis_beside(self.sentence, figure, figures, compared=place is not None)
            base = base_behind(figures, drafts, number) or self.base_before(figures, drafts, number)
            if place is None and take_base(draft, base, basis):
                continue
            if place is None and basis is None:
                basis = self.shared_basis(figures, number)
            if place is None and basis is None:
                place = self.place_of_clause(figure)
                if place is None and used is None:
                    place = self.place_elsewhere(figure)
                if place is None:
                    place = self.opening_comparison()
            if place is not None:
                used = place
            self.take_comparison(draft, place, basis)
        self.used = used

    def base_before(self, figures: list[Figure], drafts: list[Draft], number: int) -> Draft | None:
        """The base that a change sums up: "to $4 million from $5 million in May, a fall of 20 percent"."""
        before = drafts[number - 1] if number and figures[number - 1].role == "base" else None
        if before is None or before.period is None:
            return None
        start, end = figures[number - 1].index + 1, figures[number].index
        return before if self.sentence.only(SUMMING, start, end) else None

    def place_behind(self, figures: list[Figure], number: int) -> int | None:
        """The comparison between a change and the next number."""
        start = figures[number].index
        end = figures[number + 1].index if number + 1 < len(figures) else len(self.sentence)
        return first_of(at for at in self.timing.comparisons if start < at < end)

    def place_of_clause(self, figure: Figure) -> int | None:
        """The comparison of a change's clause: the next behind it, else the first."""
        clauses = self.sentence.clauses
        same = [at for at in self.timing.comparisons if clauses[at] == clauses[figure.index]]
        behind = first_of(at for at in same if at > figure.index)
        return behind if behind is not None else first_of(same)

    def place_elsewhere(self, figure: Figure) -> int | None:
        """The last comparison before a change, else the next one where it shares the direction of another."""
        before = [at for at in self.timing.comparisons if at < figure.index]
        if before:
            return before[-1]
        return first_of(at for at in self.timing.comparisons if at > figure.index) if figure.inherits else None

    def opening_comparison(self) -> int | None:
        """The comparison that opens the sentence, which holds for all its changes: "Compared with 2019, …"."""
        first = first_of(self.timing.comparisons)
        opens = first is not None and self.sentence.has(("COMPARED",), 0, 2) and first < OPENING
        return first if opens and not self.sentence.has(QUANTITIES, 0, OPENING) else None

    def shared_basis(self, figures: list[Figure], number: int) -> str | None:
        """The basis that is told of the change right behind: "by 5 percent and 3 percent on-year"."""
        if number + 1 == len(figures):
            return None
        start, following = figures[number].index, figures[number + 1]
        if following.role != "change" or not self.sentence.only(JOINTS, start + 1, following.index):
            return None
        return basis_beside(self.sentence, following, figures)

    def take_comparison(self, draft: Draft, place: int | None, basis: str | None) -> None:
        """Note the base and the basis of a change as its comparison or the words beside it tell them."""
        told = draft.symbol
        if place is not None:
            symbol: SymbolicPeriod = self.sentence.tokens[place].value
            draft.base_symbol = symbol
            draft.base = resolve_base(symbol, self.anchor, draft.period)
            draft.compared = True
            draft.basis = basis or basis_told(symbol, draft.period, draft.base, told)
            if draft.basis == "yoy" and draft.period is not None and draft.base is None and symbol.kind != "era":
                draft.base = draft.period.shift(-12)
            elif draft.base == draft.period:  # the words lead to no other: "from the year before the border closed"
                draft.base = None
        elif basis is not None:
            draft.basis, draft.compared = basis, True
        elif told is not None and told.kind == "shift" and told.is_relative and draft.kind == "multiple":
            draft.base, draft.basis, draft.compared = draft.reference, "other", True


def base_behind(figures: list[Figure], drafts: list[Draft], number: int) -> Draft | None:
    """The amount that a change is set against: the next base with a period, no other change before it."""
    for figure, draft in zip(figures[number + 1 :], drafts[number + 1 :], strict=True):
        if figure.role == "base" and draft.period:
            return draft
        if figure.role == "change":
            return None
    return None


def take_base(draft: Draft, base: Draft | None, basis: str | None) -> bool:
    """Set a change against an amount of another period; False where there is none."""
    if base is None:
        return False
    if draft.symbol is not None and base.symbol is not None and base.period == draft.period:
        return False
    draft.base = base.period
    draft.basis = basis or basis_of(draft.period, draft.base)
    draft.compared = True
    return True


def basis_beside(sentence: Sentence, figure: Figure, figures: list[Figure], *, compared: bool = False) -> str | None:
    """A basis beside a change: "12 percent on-year", "a year-on-year decline of 3 percent".

    `compared`: a comparison stands behind the change, so that a basis right behind the one before is only that one's.
    """
    following = first_of(one.index for one in figures if one.index > figure.index)
    preceding = first_of(one.index for one in reversed(figures) if one.index < figure.index)
    behind = range(figure.index + 1, len(sentence) if following is None else following)
    start = -1 if preceding is None else preceding
    if compared:
        start = max(start, sentence.back_over(figure.index - 1, NOUN_OF_CHANGE))
    before = range(figure.index - 1, start, -1)
    for places in (behind, before):
        for at in places:
            if sentence.kind(at) == "BASIS":
                return str(sentence.tokens[at].value)
            if sentence.kind(at) in ("SEMICOLON", "CONTRAST"):
                break
    return None


def basis_told(symbol: SymbolicPeriod, period: Period | None, base: Period | None, told: SymbolicPeriod | None) -> str:
    """The basis that a comparison states, also where the period itself is open."""
    if period is not None and base is not None:
        return basis_of(period, base)
    shifted = symbol.kind == "shift" and symbol.origin == "reference" and (symbol.shift != -1 or symbol.months == 1)
    if shifted and symbol.shift in SHIFTED:
        return SHIFTED[symbol.shift]
    if told is not None and is_month(told) and is_month(symbol):
        return "mom" if (told.first - symbol.first) % 12 == 1 else "other"
    if symbol.kind == "same" or (symbol.kind == "months" and symbol.origin == "anchor" and symbol.shift == -1):
        return "yoy"
    return "other"


def is_month(symbol: SymbolicPeriod) -> bool:
    """Whether a period is told as one month."""
    return symbol.kind == "months" and symbol.first == symbol.last


def first_of(places: Iterable[int]) -> int | None:
    """The first of some places."""
    return next(iter(places), None)
