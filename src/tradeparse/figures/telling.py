"""Anchors that a section's own sentences give, where its date leaves the year open or contradicts them."""

from __future__ import annotations

from tradeparse.figures.anchors import date_of
from tradeparse.figures.drafts import Draft
from tradeparse.figures.resolution import Anchor
from tradeparse.mentions.tokens import Token


def told_anchor(anchor: Anchor, drafts: list[Draft], sentences: list[list[Token]]) -> Anchor | None:
    """The anchor that the section's own dated periods give, where no trusted date does."""
    if anchor.year is None:
        released = released_on(drafts, sentences)
        if released is not None and anchor.month is None:
            return released
        told = told_month(drafts, sentences)
        return None if told is None else after(told, anchor)
    if anchor.origin in ("metadata", "header", "page") and anchor.month is not None:
        here = anchor.year * 12 + anchor.month - 1
        for draft in drafts:
            if draft.title or draft.symbol is None:
                continue
            if draft.symbol.kind != "months":
                if draft.symbol.kind == "years" and draft.explicit_year:
                    # A look over years is no news of a month.
                    break
                continue
            period = draft.period if draft.explicit_year else None
            if period is not None and period.months < 12 and is_elsewhen(period.last, here):
                return after(period.last, Anchor())
            break
        titled = {
            draft.period.last // 12
            for draft in drafts
            if draft.title and draft.explicit_year and draft.period is not None
        }
        if len(titled) == 1 and anchor.year - max(titled) > 1:
            return after(max(titled) * 12 + 11, Anchor())
        opened = opening_month(sentences)
        if opened is not None and is_elsewhen(opened, here):
            return after(opened, Anchor())
        if anchor.origin == "page" or not drafts:
            headed = dated_head(sentences)
            if headed is not None and here - headed > 5:
                return after(headed, Anchor())
    return None


def released_on(drafts: list[Draft], sentences: list[list[Token]]) -> Anchor | None:
    """The day that a sentence with figures gives with its year: "customs data showed on July 18, 2023"."""
    starts = {draft.sentence.start for draft in drafts}
    for sentence in sentences:
        for place, token in enumerate(sentence):
            if token.kind == "DAY" and sentence[0].start in starts and sentence[place - 1].kind == "ON":
                day = date_of(token)
                if day is not None and not looks_back(sentence, place - 1):
                    return Anchor(*day, "sentence")
    return None


def is_elsewhen(told: int, here: int) -> bool:
    """Whether a month that is told as news lies after the anchor's or more than five before it."""
    return told > here or here - told > 5


def told_month(drafts: list[Draft], sentences: list[list[Token]]) -> int | None:
    """The last month that a section without a dated anchor tells of, from the surest of its own periods."""
    explicit = [
        draft for draft in drafts if draft.explicit_year and draft.period is not None and draft.symbol is not None
    ]
    for draft in explicit:
        if draft.title and draft.symbol is not None and draft.symbol.kind == "months" and draft.period is not None:
            return draft.period.last
    for draft in drafts:
        symbol, base = draft.symbol, draft.base_symbol
        if symbol is None or base is None or base.year is None or symbol.kind != "months" or symbol.year is not None:
            continue
        if (
            base.kind == "years"
            and symbol.origin == "anchor"
            and (symbol.first, symbol.last, symbol.shift) == (1, 12, -1)
        ):
            return (base.year + 2) * 12 - 1
        if base.kind == "same" or (base.kind == "months" and (symbol.first, symbol.last) == (base.first, base.last)):
            return (base.year + 1) * 12 + symbol.last - 1
    open_months = []
    for draft in drafts:
        symbol = draft.symbol
        if symbol is None or symbol.kind != "months":
            continue
        if draft.period is None and not draft.title:
            open_months.append((symbol.first, symbol.last))
        elif draft.explicit_year and draft.period is not None:
            return draft.period.last + (12 if (symbol.first, symbol.last) in open_months else 0)
    years = [draft.period.last for draft in explicit if draft.period is not None and draft.period.months == 12]
    if years:
        named = [
            token.value.year * 12 + 11
            for sentence in sentences
            for place, token in enumerate(sentence)
            if token.kind == "PERIOD" and token.value.kind == "years" and not looks_back(sentence, place)
        ]
        return int(max(years + named))
    headed = dated_head(sentences)
    return headed if headed is not None else only_month(sentences)


def only_month(sentences: list[list[Token]]) -> int | None:
    """The last month of the one year of which months are told."""
    months = {
        token.value.year: token.value.last
        for sentence in sentences
        for place, token in enumerate(sentence)
        if token.kind == "PERIOD"
        and token.value.kind == "months"
        and token.value.year
        and not looks_back(sentence, place)
    }
    if len(months) == 1:
        year, month = next(iter(months.items()))
        return int(year) * 12 + int(month) - 1
    return None


def opening_month(sentences: list[list[Token]]) -> int | None:
    """The month of a year that the first sentences about a flow open with: "In July 2022 …"."""
    for sentence in sentences[:5]:
        if any(token.kind in ("FLOW", "PAIRFLOW", "FLOWVERB") for token in sentence):
            for token in sentence[:3]:
                if token.kind == "PERIOD" and token.value.kind == "months":
                    year = token.value.year
                    return None if year is None else int(year) * 12 + int(token.value.last) - 1
    return None


def after(month: int, anchor: Anchor) -> Anchor:
    """An anchor in the month after, or in the dateline's month where that is known."""
    if anchor.month is not None:
        year = month // 12
        if anchor.month - 1 < month % 12:
            year += 1
        return Anchor(year, anchor.month, anchor.day, "sentence")
    if month % 12 == 11:
        return Anchor(month // 12 + 1, None, None, "sentence")
    return Anchor((month + 1) // 12, (month + 1) % 12 + 1, None, "sentence")


def dated_head(sentences: list[list[Token]]) -> int | None:
    """The month or year that the first sentences about a flow name."""
    for sentence in sentences:
        found = [
            token.value
            for place, token in enumerate(sentence)
            if token.kind == "PERIOD" and not looks_back(sentence, place)
        ]
        months = [
            symbol for symbol in found if symbol.kind == "months" and symbol.year is None and symbol.origin is None
        ]
        years = [symbol for symbol in found if symbol.kind == "years" and symbol.year == symbol.until]
        if len(months) == 1 and len(years) == 1 and years[0].year is not None and not commas_between(sentence):
            return int(years[0].year) * 12 + int(months[0].last) - 1
    for sentence in sentences[:4]:
        if any(token.kind in ("FLOW", "PAIRFLOW", "FLOWVERB", "WORLDFLOW") for token in sentence):
            for token in sentence[:3]:
                if token.kind == "PERIOD" and token.value.kind == "years" and token.value.year == token.value.until:
                    return int(token.value.year) * 12 + 11
    for sentence in sentences[:5]:
        if not any(token.kind in ("FLOW", "PAIRFLOW", "FLOWVERB") for token in sentence):
            continue
        for place, token in enumerate(sentence):
            if token.kind == "PERIOD" and token.value.year is not None and token.value.kind == "months":
                if looks_back(sentence, place):
                    continue
                return int(token.value.until or token.value.year) * 12 + int(token.value.last) - 1
    return None


def commas_between(sentence: list[Token]) -> bool:
    """Whether a comma parts the first and the last period of a sentence."""
    places = [at for at, token in enumerate(sentence) if token.kind == "PERIOD"]
    return any(token.kind == "COMMA" for token in sentence[places[0] : places[-1]])


def looks_back(sentence: list[Token], place: int) -> bool:
    """Whether a period is only a point that records or comparisons reach back to."""
    at = place - 1
    while at >= 0 and sentence[at].kind in ("IN", "ARTICLE", "AT", "THAT"):
        at -= 1
    return any(token.kind == "SINCE" for token in sentence[max(place - 4, 0) : place]) or (
        at >= 0 and sentence[at].kind in ("FROM", "THAN", "COMPARED")
    )
