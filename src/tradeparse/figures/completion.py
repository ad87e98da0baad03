"""What stays open after linking: the basis of changes, and bases that follow from it."""

from __future__ import annotations

from tradeparse.figures.drafts import Draft

SHIFTS = {"yoy": -12, "mom": -1, "qoq": -3}


def complete_bases(drafts: list[Draft]) -> None:
    """Fill the basis of each change: stated, else the same change told elsewhere, else of the frame before, else yoy for long periods."""
    changes = [draft for draft in drafts if draft.measure == "change"]
    for draft in changes:
        if draft.basis is None:
            twin = next((other for other in changes if other.basis and is_same_change(draft, other)), None)
            if twin is not None:
                draft.basis, draft.base = twin.basis, twin.base
                draft.inferred["basis"] = "same-figure"
    for draft in changes:
        if draft.basis is None:
            choose_by_arithmetic(draft, drafts)
    for number, draft in enumerate(changes):
        if draft.basis is not None:
            continue
        if (draft.period is not None and draft.period.months > 1) or (draft.symbol is not None and spans_months(draft)):
            draft.basis = "yoy"
            draft.inferred["basis"] = "default-basis"
            continue
        before = next((other for other in reversed(changes[:number]) if other.basis in SHIFTS), None)
        after = next((other for other in changes[number + 1 :] if other.basis in SHIFTS), None)
        source = before if before is not None and not before.title else (after or before)
        if source is not None and (
            draft.period is None or source.period is None or source.period.months == draft.period.months
        ):
            draft.basis = source.basis
            draft.inferred["basis"] = "earlier-sentence"
    for draft in changes:
        if draft.base is None and draft.period is not None and draft.basis in SHIFTS:
            if draft.basis == "mom" and draft.period.months != 1:
                continue
            draft.base = draft.period.shift(SHIFTS[draft.basis])
            draft.inferred.setdefault("base_period", "basis")


def choose_by_arithmetic(draft: Draft, drafts: list[Draft]) -> None:
    """Take the one basis by which the stated levels give the stated change; stated numbers are never altered."""
    if draft.unit != "percent" or draft.kind != "percent" or draft.period is None or draft.period.months != 1:
        return
    levels = {
        other.period: other.value
        for other in drafts
        if other.measure == "value" and other.flow == draft.flow and other.goods == draft.goods and other.unit == "USD"
    }
    level = levels.get(draft.period)
    if level is None:
        return
    fitting = []
    for basis, shift in (("mom", -1), ("yoy", -12)):
        base = levels.get(draft.period.shift(shift))
        if base and abs((level / base - 1) * 100 - draft.value) <= max(draft.digit, abs(draft.value) / 100):
            fitting.append((basis, shift))
    if len(fitting) == 1:
        draft.basis = fitting[0][0]
        draft.base = draft.period.shift(fitting[0][1])
        draft.inferred["basis"] = "arithmetic"


def spans_months(draft: Draft) -> bool:
    """Whether the words of a period name more than one month."""
    symbol = draft.symbol
    return symbol is not None and (
        symbol.kind == "years"
        or (symbol.kind == "months" and symbol.first != symbol.last)
        or symbol.kind in ("length", "to-date")
    )


def is_same_change(one: Draft, other: Draft) -> bool:
    """Whether two changes are one told at two precisions."""
    return (
        one is not other
        and one.flow == other.flow
        and one.goods == other.goods
        and one.unit == other.unit
        and (one.period == other.period)
        and one.value * other.value > 0
        and abs(one.value - other.value) <= max(abs(other.value) / 20, 1)
    )


def complete_titles(drafts: list[Draft]) -> None:
    """A headline's figure without a period is the one that the text tells with it."""
    for draft in drafts:
        if not draft.title or draft.period is not None:
            continue
        twin = next(
            (
                other
                for other in drafts
                if not other.title
                and other.flow == draft.flow
                and other.measure == draft.measure
                and other.unit == draft.unit
                and other.period is not None
                and abs(other.value - draft.value) <= abs(other.value) / 50
            ),
            None,
        )
        if twin is not None:
            draft.period, draft.period_text, draft.symbol = twin.period, twin.period_text, twin.symbol
            draft.inferred["period"] = "same-figure"
            if draft.measure == "change":
                draft.basis, draft.base = twin.basis, twin.base
