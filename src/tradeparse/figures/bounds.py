"""Between which numbers a figure lies, and what a percentage counts."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise

from tradeparse.figures.drafts import Draft
from tradeparse.language.lexicon import Lexicon, find_form
from tradeparse.mentions.quantities import Quantity
from tradeparse.mentions.tokens import Token

REACH = 150
"""How many tokens words may stand from the percentage that they speak of."""
NEAR = Decimal("0.9")
WHOLE = Decimal(100)
HEDGES = {"HEDGE", "NOHEDGE", "OVERHEDGE", "ARTICLE"}
BREAKS = {"SEMICOLON", "CONTRAST"}
JOINTS = {"COMMA", "AND", "OR"} | HEDGES
BETWEEN_CHANGE_AND_RESULT = {"TO", "AT", "IN", "PERIOD", "FROM", "THAN", "COMPARED", "BASIS", "COMMA", "LEVEL"} | HEDGES
BETWEEN_LEVEL_AND_CHANGE = {"COMMA", "LPAR", "DASH", "UPDOWN", "DIR", "BY", "BE", "WHICH", "BASIS"} | HEDGES

Bounds = tuple[Decimal | None, Decimal | None]


def find_bounds(
    value: Decimal,
    measure: str,
    kind: str,
    qualifier: str,
    hedge: str | None,
    digit: Decimal,
    unit: str,
    sources: Lexicon,
) -> Bounds:
    """The lowest and highest number that the words allow; `None` where there is no bound on that side."""
    if qualifier == "over" and kind == "fraction" and value < 0 and hedge_kind(hedge, sources) == "NEARNESS":
        # "nearly half of" is near to the level that is left; the qualifier speaks of the change.
        return plain((WHOLE + value) * NEAR - WHOLE), plain(value)
    low, high = bound_size(abs(value), qualifier, hedge, digit, sources)
    if value >= 0:
        return low, high
    lowest = None if high is None else plain(-high)
    if measure == "change" and unit == "percent":
        lowest = -WHOLE if lowest is None else max(lowest, -WHOLE)
    return lowest, plain(-low)


def bound_size(
    size: Decimal, qualifier: str, hedge: str | None, digit: Decimal, sources: Lexicon
) -> tuple[Decimal, Decimal | None]:
    """The bounds of a number without its sign."""
    if qualifier == "over":
        return size, None
    if qualifier == "under":
        return plain(size * NEAR if hedge_kind(hedge, sources) == "NEARNESS" else Decimal(0)), size
    if qualifier == "about":
        return plain(size * NEAR), plain(size * (2 - NEAR))
    return plain(max(size - digit / 2, Decimal(0))), plain(size + digit)


def plain(number: Decimal) -> Decimal:
    """A number without trailing zeros, exponent or a sign before zero, however many digits it has."""
    sign, digits, _ = number.as_tuple()
    exponent = int(number.as_tuple().exponent)
    if not any(digits):
        return Decimal(0)
    zeros = next(count for count, digit in enumerate(reversed(digits)) if digit)
    cut = min(zeros, max(-exponent, 0))
    return Decimal((sign, (*digits[: len(digits) - cut], *(0,) * max(exponent, 0)), min(exponent + cut, 0)))


def hedge_kind(hedge: str | None, sources: Lexicon) -> str | None:
    """The class of a hedge from above, `BOUND` or `NEARNESS`; words that follow it do not count."""
    words = (hedge or "").split()
    found = find_form(sources.forms, words, 0) if words else None
    senses = () if found is None else found[1]
    return next((sense.kind for sense in senses if sense.kind in ("BOUND", "NEARNESS")), None)


def find_change_of(
    draft: Draft, frame_drafts: list[Draft], sentence_tokens: list[Token], sources: Lexicon
) -> tuple[str | None, bool]:
    """What a percentage counts, and whether that is inferred from the amounts of its frame."""
    if draft.measure != "change" or draft.unit != "percent":
        return None, False
    middle = bisect_left(sentence_tokens, draft.span.start, key=lambda token: token.start)
    sentence_tokens = sentence_tokens[max(middle - REACH, 0) : middle + REACH]
    places = {token.start: at for at, token in enumerate(sentence_tokens)}
    at = places.get(draft.span.start)
    said = None if at is None else find_terms(sentence_tokens, at, sources)
    if said is not None and said not in ("value", "volume"):
        return said, False
    amounts = [
        other
        for other in frame_drafts
        if other.frame == draft.frame and other.unit != "percent" and (said is None or fits(other, said))
    ]
    unit = plain_unit(at, amounts, sentence_tokens, places)
    return unit, unit is not None


def fits(amount: Draft, said: str) -> bool:
    """Whether an amount counts what the words say: money for "by value", a physical unit for "by volume"."""
    return (amount.kind == "money") == (said == "value")


def plain_unit(at: int | None, amounts: list[Draft], tokens: list[Token], places: dict[int, int]) -> str | None:
    """The one unit of the amounts, else that of the amount right after or right before the percentage."""
    own = [
        amount
        for number, amount in enumerate(amounts)
        if "other-currency" not in amount.rules
        and not (number and is_equivalent(places.get(amount.span.start), tokens))
    ]
    units = {amount.unit for amount in own}
    if len(units) == 1:
        return units.pop()
    if at is None:
        return None
    for amount in own:
        place = places.get(amount.span.start)
        if place is None:
            continue
        between = {token.kind for token in tokens[min(at, place) + 1 : max(at, place)]}
        if place > at and between & {"TO", "AT"} and between <= BETWEEN_CHANGE_AND_RESULT:
            return amount.unit
        if place < at and between <= BETWEEN_LEVEL_AND_CHANGE:
            return amount.unit
    return None


def is_equivalent(place: int | None, tokens: list[Token]) -> bool:
    """Whether an amount only says another in other units: "6,040 tonnes, or some 51,000 barrels"."""
    at = (place or 0) - 1
    while at >= 0 and tokens[at].kind in HEDGES:
        at -= 1
    return at >= 0 and tokens[at].kind == "OR"


def find_terms(tokens: list[Token], at: int, sources: Lexicon) -> str | None:
    """The unit that the clause of a percentage says it counts: trailing terms are its own, leading ones are shared."""
    percents = [
        place
        for place, token in enumerate(tokens)
        if isinstance(token.value, Quantity) and token.value.unit == "percent"
    ]
    before: str | None = None
    for first, last, unit in read_terms(tokens, sources):
        opens = first == 0 or tokens[first - 1].kind in BREAKS | {"AND"}
        trailed = [place for place in percents if place < first and not has_break(tokens, place, first)]
        if last < at:
            if not has_break(tokens, last, at):
                before = unit if opens or not trailed else None
        elif not opens and at in trailed and is_row(tokens, [place for place in trailed if place >= at]):
            return unit
    return before


def is_row(tokens: list[Token], places: list[int]) -> bool:
    """Whether numbers are joined by nothing but commas and "and"."""
    return all({token.kind for token in tokens[one + 1 : other]} <= JOINTS for one, other in pairwise(places))


def has_break(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a clause ends between two tokens."""
    return any(token.kind in BREAKS for token in tokens[start + 1 : end])


def read_terms(tokens: list[Token], sources: Lexicon) -> list[tuple[int, int, str]]:
    """Each "in yuan terms", "by weight" of a sentence: the tokens that it reaches over, and its unit."""
    words = [(word, place) for place, token in enumerate(tokens) for word in words_of(token)]
    keys = [word for word, _ in words]
    kinds: list[tuple[str, str | None, int, int]] = []
    at = 0
    while at < len(words):
        word, place = words[at]
        known = find_form(sources.forms, keys, at)
        if known is not None:
            form, senses = known
            kinds.append((senses[0].kind, str(senses[0].value), place, words[at + len(form) - 1][1]))
            at += len(form)
        else:
            kinds.append(("HYPHEN" if word == "-" else "WORD", None, place, place))
            at += 1
    row = "".join(sources.codes[kind] for kind, *_ in kinds)
    found = []
    for pattern in sources.patterns["terms"]:
        for match in pattern.regex.finditer(row):
            unit = next(kinds[match.start(group)][1] for group in pattern.captures if match.start(group) >= 0)
            if unit is not None:
                found.append((kinds[match.start()][2], kinds[match.end() - 1][3], unit))
    return sorted(found)


def words_of(token: Token) -> list[str]:
    """The words of a token as looked up, those of its parts where the grammar made it."""
    return token.low.split() if token.low else [word for part in token.parts for word in words_of(part)]
