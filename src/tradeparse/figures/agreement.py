"""Agreement: figures that the arithmetic of their text bears out, each by numbers that it states elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from tradeparse.figures.drafts import Draft
from tradeparse.figures.origins import AGREEMENT, DEFAULT_BASIS, EARLIER

MANY = 8
"""More numbers than these for one flow and period bear nothing out: some will fit by chance."""


def confirm(drafts: list[Draft]) -> None:
    """Say of what was carried on from an earlier sentence that the arithmetic of the text bears it out.

    What holds for a figure holds for the others of its frame that count the same: a level's change, its other currency.
    """
    groups = list(agreeing(drafts))
    for field in ("flow", "period"):
        borne_out = {told(draft) for group in groups if is_held(group, field) for draft in group}
        for draft in drafts:
            if draft.inferred.get(field) == EARLIER and told(draft) in borne_out:
                draft.inferred[field] = AGREEMENT
    for group in groups:
        for draft in group:
            if draft.inferred.get("basis") == DEFAULT_BASIS:
                draft.inferred["basis"] = AGREEMENT


def told(draft: Draft) -> tuple[object, ...]:
    """What a figure counts, as its frame tells it."""
    return draft.frame, draft.flow, draft.goods, draft.period


def is_held(group: tuple[Draft, ...], field: str) -> bool:
    """Whether one of the figures has a field from nearer by: carried on all together, they fit whatever it is.

    A total does not tell exports from imports.
    """
    telling = [draft for draft in group if field != "flow" or draft.flow != "total"] or group
    return any(draft.inferred.get(field) != EARLIER for draft in telling)


def agreeing(drafts: list[Draft]) -> Iterator[tuple[Draft, ...]]:
    """Groups of figures whose numbers fit: exports and imports with their sum, two levels with a change."""
    found: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.measure == "value" and draft.period is not None:
            found[draft.flow, draft.goods, draft.period].append(draft)
    levels = {key: values for key, values in found.items() if len(values) <= MANY}
    for (flow, goods, period), wholes in levels.items():
        if flow in ("total", "balance"):
            parts = [levels.get((part, goods, period), []) for part in ("exports", "imports")]
            yield from (group for group in product(wholes, *parts) if fits_sum(*group))
    for change in drafts:
        if change.kind == "percent" and change.measure == "change" and change.base is not None:
            after, before = (levels.get((change.flow, change.goods, at), []) for at in (change.period, change.base))
            yield from ((change, *pair) for pair in product(after, before) if fits_change(change, *pair))


def fits_sum(whole: Draft, exports: Draft, imports: Draft) -> bool:
    """Whether exports and imports come to a total or a balance but for rounding."""
    if not whole.unit == exports.unit == imports.unit:
        return False
    both = exports.value + (imports.value if whole.flow == "total" else -imports.value)
    return abs(both - whole.value) * 2 <= whole.digit + exports.digit + imports.digit


def fits_change(change: Draft, after: Draft, before: Draft) -> bool:
    """Whether two levels give a change in percent but for rounding."""
    if after.unit != before.unit or not before.value:
        return False
    rate = after.value / before.value
    slack = (after.digit + before.digit * abs(rate)) / abs(before.value) * 50
    return abs((rate - 1) * 100 - change.value) <= slack + change.digit / 2
