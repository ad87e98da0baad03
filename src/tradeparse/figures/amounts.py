"""Amounts: levels, unless the words beside them make them a difference, what another is set against, or a price."""

from __future__ import annotations

from tradeparse.figures.comparison import is_compared
from tradeparse.figures.numbers import COMPARATORS, Figure, Setting
from tradeparse.figures.sentences import QUANTITIES
from tradeparse.figures.signs import DIRECTIONS, THAN_HEDGES, far_sign, left_sign, right_sign, sign_of_comparison
from tradeparse.mentions.quantities import is_scaled

COMPARED = "compared-with-amount"
PART = "part-of-amount"
SMALL = {"KRW": 100_000_000, "KPW": 100_000_000, "JPY": 1_000_000}
"""Under this, amounts of a small currency without a scale word are what something costs."""
SMALLEST = 1000
"""Under this, so is an amount of any other."""
DIFFERING = frozenset({"CMP", "DIR", "HEDGE", "UPDOWN", "OVERHEDGE"})
"""Behind an amount these make it a difference: "$5 million more", "a $5 million increase"."""
SELLING = frozenset({"GOODS", "FLOWVERB", "WORD", "FRAC"})
"""Before "at $5" these say what something sells at."""
NAMED_LEVEL = frozenset({"ARTICLE", "PERIOD", "THAT", "ITS"})
"""What opens an amount that is known already: "below the $247.75 million of May"."""
NO_FIGURE = ("price", "rate", "count")


def judge_amount(setting: Setting, figure: Figure) -> None:
    """Make an amount a base after from, than or against, a change by or beside a direction, else a level."""
    rule = find_rejection(setting, figure)
    if rule is not None:
        figure.rule = rule
    elif change := find_difference_behind(setting):
        figure.tell_change(*change)
    elif setting.compares:
        figure.tell_base(COMPARED)
    elif change := find_difference_before(setting):
        figure.tell_change(*change)
    elif rule := find_base(setting):
        figure.tell_base(rule)
    elif joins_other_currency(setting, figure):
        tell_again(setting, figure)
    elif rule := find_base_beside(setting):
        figure.tell_base(rule)
    elif rule := find_repeated_rejection(setting):
        figure.rule = rule
    elif follows_multiple(setting) or stands_beside_base(setting):
        figure.tell_base(COMPARED)
    else:
        figure.role, figure.rule = "level", "amount"


def find_rejection(setting: Setting, figure: Figure) -> str | None:
    """Whether the words right beside an amount make it a rate, a cap or a price."""
    sentence, index, kind, following = setting.sentence, setting.index, setting.kind, setting.following
    if following in ("PER", "EQUALS") or sentence.kind(index - 1) == "EQUALS":
        return "rate"
    if "CAP" in (kind, following):
        return "cap"
    # Without a scale word, won are what something costs on a market.
    least = SMALL.get(figure.unit, SMALLEST if sentence.kind(index) == "MONEY" else 0)
    won = 0 < figure.quantity.value < least and not is_scaled(sentence.tokens[index])
    if won or (figure.unit == "kilogram" and figure.quantity.value < 1000) or kind == "PRICE" or is_price(setting):
        return "price"
    if following == "ARTICLE" and sentence.tokens[index + 1].value == "indefinite":
        return "rate" if sentence.kind(index + 2) in ("WORD", "UNIT", "GOODS") else None
    return None


def is_price(setting: Setting) -> bool:
    """Whether a small amount after "at" is what something sells at: no scale word, no level or change before it."""
    if setting.kind not in ("AT", "IN") or setting.sentence.kind(setting.index) != "MONEY":
        return False
    if is_scaled(setting.sentence.tokens[setting.index]):
        return False
    before = setting.sentence.kind(setting.left - 1)
    if setting.kind == "IN":
        return before == "FLOWVERB" and setting.sentence.tokens[setting.left - 1].id in ("sell", "sold")
    return before in SELLING


def find_difference_behind(setting: Setting) -> tuple[int, str] | None:
    """The sign of an amount that words behind it make a difference: "$5 million more than", "a $5 million increase"."""
    sentence, index = setting.sentence, setting.index
    sign, place = right_sign(sentence, index)
    if sign and sentence.kind(place) in DIFFERING and setting.kind not in COMPARATORS and is_difference(setting, place):
        return sign, "difference-after"
    if setting.following != "OF":
        return None
    beyond = sentence.on_over(index + 2, ("GOODS", "GOODSMOD", "AND"))
    if beyond == index + 2 or beyond + 1 >= len(sentence) or sentence.kind(beyond) not in ("CMP", "HEDGE"):
        return None
    comparison = sentence.tokens[beyond]
    if sentence.kind(beyond + 1) == "THAN" or comparison.id in THAN_HEDGES:
        sign = sign_of_comparison(comparison)
        return (sign, "difference-of-goods") if sign else None
    return None


def is_difference(setting: Setting, place: int) -> bool:
    """Whether a direction behind an amount speaks of it, not of what follows."""
    sentence, index = setting.sentence, setting.index
    kind = sentence.kind(place)
    if kind == "DIR":
        beside = place == index + 1 or sentence.kind(place - 1) in ("HYPHEN", "BASIS")
        return beside and sentence.has(("ARTICLE",), index - 2, index)
    return kind not in ("HEDGE", "OVERHEDGE") or sentence.kind(place + 1) not in QUANTITIES


def find_difference_before(setting: Setting) -> tuple[int, str] | None:
    """The sign of an amount that words before it make a difference: "up $5 million", "a rise of", "fell by"."""
    sentence, index, left, kind = setting.sentence, setting.index, setting.left, setting.kind
    direct, near = left_sign(sentence, left)
    if kind in DIRECTIONS and sentence.tokens[index - 1].id != "above-below":
        return direct, "difference-before"
    if kind == "OF" and near and direct and sentence.kind(sentence.back_over(left - 1, ("BASIS", "WORD"))) == "DIR":
        return direct, "difference-of"
    if kind == "BY":
        far = direct or far_sign(sentence, index)
        if far:
            return far, "by-difference"
    previous = setting.previous
    if kind == "OR" and previous is not None and previous.role == "change" and left - previous.index <= 2:
        return previous.sign, "change-repeated"
    return None


def find_base(setting: Setting) -> str | None:
    """Whether the word that governs an amount makes it what another is set against."""
    sentence, left, kind, previous = setting.sentence, setting.left, setting.kind, setting.previous
    if kind in COMPARATORS:
        return COMPARED
    if kind == "CMP" and sentence.tokens[left].id in ("ahead", "behind"):
        return COMPARED
    if compares_above(setting) or follows_period_compared(setting) or looks_back(setting):
        return COMPARED
    if kind == "ON" and previous is not None and previous.role == "change" and left == previous.index + 1:
        return COMPARED
    if kind == "OF" and previous is not None and previous.index >= left - 1:
        return PART if previous.rule == "share" or previous.quantity.kind == "fraction" else None
    return None


def looks_back(setting: Setting) -> bool:
    """Whether an aside tells what was before: "exports, which had been $134 million, doubled"."""
    sentence, left = setting.sentence, setting.left
    return left >= 0 and sentence.tokens[left].id == "had-been" and sentence.clauses[left] < 0


def follows_period_compared(setting: Setting) -> bool:
    """Whether an amount is that of a period that a change is told against: "up 5 percent on the month before's"."""
    sentence, index, previous = setting.sentence, setting.index, setting.previous
    if (sentence.kind(index - 2), sentence.kind(index - 1)) != ("PERIOD", "POSS"):
        return False
    against = sentence.kind(index - 3) == "ON" or sentence.kind(index - 3) in COMPARATORS
    return against and previous is not None and previous.role == "change"


def compares_above(setting: Setting) -> bool:
    """Whether "above", "below" govern an amount that is named already ("below the $247.75 million of May")."""
    sentence = setting.sentence
    return any(
        sentence.kind(at) == "OVERHEDGE" and sentence.kind(at + 1) in NAMED_LEVEL
        for at in range(max(setting.left, 0), setting.index - 1)
    )


def joins_other_currency(setting: Setting, figure: Figure) -> bool:
    """Whether an amount in brackets is the one before it in another currency."""
    previous = setting.previous
    return (
        setting.kind == "LPAR"
        and previous is not None
        and previous.index >= setting.left - 1
        and previous.quantity.kind == figure.quantity.kind == "money"
        and figure.own_period is None
    )


def tell_again(setting: Setting, figure: Figure) -> None:
    """Give an amount the role of the one before it."""
    previous = setting.before[-1]
    figure.joined = True
    figure.role, figure.sign = previous.role, previous.sign
    figure.rule = previous.rule if previous.role == "rejected" else "other-currency"
    if previous.role == "change":
        figure.value = figure.quantity.value * previous.sign


def find_base_beside(setting: Setting) -> str | None:
    """Whether an amount goes on a row of bases, or is what a fraction is a part of."""
    previous = setting.previous
    if previous is None:
        return None
    if setting.kind in ("AND", "COMMA", "OR") and previous.role == "base" and setting.left - previous.index <= 4:
        return COMPARED
    part = previous.quantity.kind == "fraction" and setting.kind not in ("TO", "AT", "LPAR")
    return PART if part and setting.index - previous.index <= 2 else None


def find_repeated_rejection(setting: Setting) -> str | None:
    """Why the number that an amount says again is no figure: "7,400 won, or $6"."""
    previous = setting.previous
    if previous is None or setting.kind != "OR" or setting.left - previous.index > 1:
        return None
    return previous.rule if previous.rule in NO_FIGURE else None


def follows_multiple(setting: Setting) -> bool:
    """Whether an amount is what "twice", "three times" or "as much as" is a multiple of."""
    sentence, index = setting.sentence, setting.index
    before = sentence.kind(index - 1)
    if sentence.kind(sentence.back_over(index - 1, ("ARTICLE", "AS"), 2)) == "MULT":
        return True
    return index >= 4 and before in ("PERIOD", "POSS") and sentence.has(("MULT",), index - 4, index)


def stands_beside_base(setting: Setting) -> bool:
    """Whether an amount is the level of the period before it that is compared with: "what it was in 2014 ($690m)"."""
    place = setting.left - 1
    beside = setting.kind in ("LPAR", "DASH") and setting.sentence.kind(place) == "PERIOD"
    return beside and is_compared(setting.sentence, place)
