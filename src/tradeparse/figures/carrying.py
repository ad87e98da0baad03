"""Carrying: what a frame or a sentence leaves for the next ones: the period and the goods that are told of."""

from __future__ import annotations

from tradeparse.figures.context import Context
from tradeparse.figures.dating import Dating
from tradeparse.figures.drafting import Drafted
from tradeparse.figures.drafts import Draft
from tradeparse.figures.heads import Head
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.figures.sides import BOTH

TOLD_ALONE = ("months", "years", "shift", "length", "list")
"""Kinds of period that a sentence without figures may make the one that is told of."""
NOTE = 5
"""A short sentence that names figures within so many tokens says of when they are: "All figures are for 2023"."""


def note_frame(context: Context, drafted: Drafted, dating: Dating) -> None:
    """Make the period and the goods of a frame those that are told of."""
    frame = drafted.frame
    figures = [figure for figure in frame.figures if figure.role != "base"]
    told = [draft for draft, one in zip(drafted.drafts, frame.figures, strict=True) if one.role != "base"]
    dated = [draft for draft in told if draft.symbol is not None]
    main = last_in_row([draft for draft in dated if not draft.aside] or dated)
    symbol = None if main is None else main.symbol
    if (
        main is not None
        and symbol is not None
        and not (symbol.kind == "shift" and symbol.is_relative and symbol.shift < 0)
    ):
        period = main.period
        listed = next((dating.timing.own[one.index] for one in figures if one.index in drafted.items), None)
        if listed is not None and dating.symbol_at(listed).kind == "list":
            period = dating.resolve(listed)
        # What is no trade of the two may look back, and so may "In October last year they were".
        leads = frame.flow is not None and frame.head is not None and dating.opens_with(symbol)
        origin = main.inferred.get("period")
        context.tell_period(period, symbol, main.period_text, leads=leads, origin=origin)
    if frame.flow is not None and main is not None and main.period is not None:
        context.dated_at = context.sentence
        context.dated = max(context.dated or main.period, main.period, key=lambda period: period.last)
    if frame.flow is not None and frame.head is not None:
        goods = {draft.goods for draft in drafted.drafts}
        context.goods = drafted.goods or (goods.pop() if len(goods) == 1 else None)


def carry_period(sentence: Sentence, heads: list[Head], dating: Dating, *, told: bool) -> None:
    """A sentence about a flow without figures still says which period is told of.

    `told`: it may even where it does not lead with the period.
    """
    named = {token.value for token in sentence.tokens if token.kind in ("PARTY", "PARTYADJ")}
    of_figures = not heads and sentence.has(("ANAPHOR",), 0, NOTE) and len(sentence) <= 2 * NOTE
    subject = sentence.kind(0) == "PERIOD" and sentence.kind(1) in ("BE", "LEVEL", "DIR")
    takes_up = sentence.has(("IT",), 0, 2) or of_figures or subject
    if all(head.share for head in heads) and not takes_up and (heads or named != BOTH):
        return
    places = [head.own_period for head in heads if head.own_period is not None]
    for place in (*places, *dating.timing.general):
        symbol = dating.symbol_at(place)
        # Where its numbers are no figures, it may look back.
        leads = dating.opens_with(symbol) and not sentence.has(QUANTITIES, 0, len(sentence))
        if (leads or told) and symbol.kind in TOLD_ALONE and not symbol.is_relative:
            dating.context.tell_period(dating.resolve(place), symbol, dating.words_at(place), leads=leads)
            return


def last_in_row(dated: list[Draft]) -> Draft | None:
    """The first of some figures with periods, or the last of those behind it, each as long and later than the other."""
    main = dated[0] if dated else None
    for draft in dated[1:]:
        before = None if main is None else main.period
        if before is None or draft.period is None or draft.period.months != before.months:
            break
        if draft.period.first < before.first:
            break
        main = draft
    return main
