"""Keeping: which drafts of a frame become figures, and why the others do not."""

from __future__ import annotations

from dataclasses import replace

from tradeparse.figures.dating import Dating
from tradeparse.figures.drafts import Draft
from tradeparse.figures.numbers import Figure


def find_lacks(drafts: list[Draft], *, dated: bool) -> list[str | None]:
    """The rule that rejects each draft of a frame because it lacks a unit, a period or goods.

    `dated`: the day that periods count from is known.
    """
    weighed = any(draft.kind == "volume" for draft in drafts)
    unnamed = any(draft.kind == "volume" and draft.goods is None for draft in drafts)
    return [find_lack(draft, dated=dated, weighed=weighed, unnamed=unnamed) for draft in drafts]


def find_lack(draft: Draft, *, dated: bool, weighed: bool, unnamed: bool) -> str | None:
    """The rule that rejects a draft; `weighed`: its frame tells weights, `unnamed`: of goods that are not named."""
    if draft.unit == "":
        return "count"
    if dated and draft.period is None and draft.period_text is None:
        return "no-period"
    if tells_no_goods(draft, weighed=weighed):
        return "no-flow"
    return "no-goods" if (unnamed or draft.of_goods) and draft.goods is None else None


def tells_no_goods(draft: Draft, *, weighed: bool) -> bool:
    """Whether a balance, or a total that is only carried on, would be one of goods or weights."""
    if draft.flow == "balance":
        return weighed or (draft.goods is not None and draft.measure == "value")
    return weighed and draft.flow == "total" and "flow" in draft.inferred


def tells_each(draft: Draft, figure: Figure, dating: Dating) -> bool:
    """Whether one change is told of each month of a list: "rose 5 percent in January and February"."""
    place = dating.timing.own.get(figure.index)
    listed = draft.symbol is not None and draft.symbol.kind == "list"
    return listed and figure.role == "change" and place is not None and place > figure.index


def split_list(draft: Draft, dating: Dating) -> list[Draft]:
    """A draft for each period of a list."""
    assert draft.symbol is not None
    return [
        replace(
            draft,
            symbol=item,
            period=dating.resolve_item(item),
            base=None,
            inferred=dict(draft.inferred),
            rules=list(draft.rules),
        )
        for item in draft.symbol.items
    ]
