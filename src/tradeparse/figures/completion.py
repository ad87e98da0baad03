"""What stays open after linking: the basis of changes, bases that follow from it, and headlines without a period."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from tradeparse.figures.drafts import Draft
from tradeparse.figures.origins import DEFAULT_BASIS, EARLIER, SENTENCE
from tradeparse.records import Period

SHIFTS = {"yoy": -12, "mom": -1, "qoq": -3}
ROUNDED = Decimal(20)
"""A change told twice differs by less than a twentieth or by less than one percent point."""
TOLD_TWICE = Decimal(50)
"""A headline's figure differs from the text's by less than a fiftieth."""


def complete_bases(drafts: list[Draft]) -> None:
    """Fill the basis of each change that states none, and the base that a basis implies."""
    changes = [draft for draft in drafts if draft.measure == "change"]
    take_from_twins(changes)
    choose_by_arithmetic(drafts)
    take_from_neighbours(changes)
    for draft in changes:
        if draft.base is None and draft.period is not None and draft.basis in SHIFTS:
            if draft.basis == "mom" and draft.period.months != 1:
                continue
            draft.base = draft.period.shift(SHIFTS[draft.basis])
            draft.inferred.setdefault("base_period", "basis")


def take_from_twins(changes: list[Draft]) -> None:
    """A change told at two precisions has its basis from where it is stated."""
    stated = stated_changes(changes)
    for draft in changes:
        if draft.basis is None:
            told = stated.get(subject_of(draft), ())
            twin = next((other for other in told if is_same_size(draft, other)), None)
            if twin is not None:
                draft.basis, draft.base = twin.basis, twin.base
                draft.inferred["basis"] = "same-figure"


Subject = tuple[str, str | None, str, Period | None]


def stated_changes(changes: list[Draft]) -> dict[Subject, list[Draft]]:
    """The changes whose basis is stated, by what they are of."""
    stated: dict[Subject, list[Draft]] = defaultdict(list)
    for draft in changes:
        if draft.basis is not None:
            stated[subject_of(draft)].append(draft)
    return stated


def subject_of(draft: Draft) -> Subject:
    """What a change is of: flow, goods, unit and period."""
    return draft.flow, draft.goods, draft.unit, draft.period


def is_same_size(one: Draft, other: Draft) -> bool:
    """Whether two changes are one but for rounding."""
    return one.value * other.value > 0 and abs(one.value - other.value) <= max(abs(other.value) / ROUNDED, Decimal(1))


def choose_by_arithmetic(drafts: list[Draft]) -> None:
    """Take the one basis by which stated levels give the stated change; stated numbers are never altered."""
    levels: dict[tuple[str, str | None, Period | None], Decimal] = {
        (draft.flow, draft.goods, draft.period): draft.value
        for draft in drafts
        if draft.measure == "value" and draft.unit == "USD"
    }
    for draft in drafts:
        period = draft.period
        if draft.basis is not None or draft.kind != "percent" or period is None or period.months != 1:
            continue
        level = levels.get((draft.flow, draft.goods, period))
        fitting = []
        for basis in ("mom", "yoy"):
            base = levels.get((draft.flow, draft.goods, period.shift(SHIFTS[basis])))
            if (
                base
                and level
                and abs((level / base - 1) * 100 - draft.value) <= max(draft.digit, abs(draft.value) / 100)
            ):
                fitting.append(basis)
        if len(fitting) == 1:
            draft.basis = fitting[0]
            draft.base = period.shift(SHIFTS[fitting[0]])
            draft.inferred["basis"] = "arithmetic"


def take_from_neighbours(changes: list[Draft]) -> None:
    """A change of more than a month without a base is on the year; one of a month is on what its run is on.

    Neither holds where its sentence states a change in the other direction on that, of the same flow and period.
    """
    following = following_bases(changes)
    stated = stated_changes(changes)
    before: Draft | None = None
    for draft, after in zip(changes, following, strict=True):
        told = stated.get(subject_of(draft), ()) if draft.basis is None and draft.period is not None else ()
        taken = {other.basis for other in told if other.sentence == draft.sentence and draft.value * other.value < 0}
        if draft.basis is None and spans_months(draft) and "yoy" not in taken:
            draft.basis = "yoy"
            draft.inferred["basis"] = origin_of_yoy(draft, [one for one in (before, after) if one is not None])
        elif draft.basis is None:
            source = before if before is not None and not before.title else (after or before)
            if source is not None and fits_length(draft, source) and source.basis not in taken:
                draft.basis = source.basis
                draft.inferred["basis"] = origin_beside(draft, source)
        if draft.basis in SHIFTS:
            before = draft


def origin_beside(draft: Draft, source: Draft) -> str:
    """Where a basis comes from that another change states."""
    return SENTENCE if source.sentence == draft.sentence else EARLIER


def origin_of_yoy(draft: Draft, beside: list[Draft]) -> str:
    """Where the year as basis of a longer period comes from: a change beside it of one as long, or the convention."""
    told = any(one.basis == "yoy" and one.sentence == draft.sentence and fits_length(draft, one) for one in beside)
    return SENTENCE if told else DEFAULT_BASIS


def following_bases(changes: list[Draft]) -> list[Draft | None]:
    """For each change the next one after it with a basis."""
    found: list[Draft | None] = []
    after: Draft | None = None
    for draft in reversed(changes):
        found.append(after)
        if draft.basis in SHIFTS:
            after = draft
    return found[::-1]


def fits_length(draft: Draft, source: Draft) -> bool:
    """Whether two changes are of periods of one length, as far as these are known."""
    return draft.period is None or source.period is None or source.period.months == draft.period.months


def spans_months(draft: Draft) -> bool:
    """Whether a change is of more than one month."""
    if draft.period is not None and draft.period.months > 1:
        return True
    symbol = draft.symbol
    return symbol is not None and (
        symbol.kind in ("years", "length", "to-date") or (symbol.kind == "months" and symbol.first != symbol.last)
    )


def complete_titles(drafts: list[Draft]) -> None:
    """A headline's figure without a period is the one that the text tells with it."""
    told = defaultdict(list)
    for draft in drafts:
        if not draft.title and draft.period is not None:
            told[draft.flow, draft.measure, draft.unit].append(draft)
    for draft in drafts:
        if not draft.title or draft.period is not None:
            continue
        twin = next(
            (
                other
                for other in told.get((draft.flow, draft.measure, draft.unit), ())
                if abs(other.value - draft.value) <= abs(other.value) / TOLD_TWICE
            ),
            None,
        )
        if twin is not None:
            draft.period, draft.period_text, draft.symbol = twin.period, twin.period_text, twin.symbol
            draft.inferred["period"] = "same-figure"
            if draft.measure == "change":
                draft.basis, draft.base = twin.basis, twin.base
