"""Multiples and fractions: doubled, 21 times as much, by a third, half of those in November."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from tradeparse.figures.hedges import turned
from tradeparse.figures.numbers import Figure, Setting
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.signs import carries_on, far_sign, left_sign, right_sign

TENTH = Decimal("0.1")
WHOLE = Decimal(100)
BESIDE = frozenset({"CMP", "HEDGE", "UPDOWN", "OVERHEDGE"})
"""Right behind a fraction these give it a direction: "a third less"."""


def judge_multiple(setting: Setting, figure: Figure) -> None:
    """Make a multiple a change in percent; a fall by a multiple is the part that is left."""
    sign = 1
    if setting.kind in ("DIR", "BY", "TO", "OF"):
        sign, _ = left_sign(setting.sentence, setting.left)
        if setting.kind == "BY":
            sign = sign or far_sign(setting.sentence, setting.index)
    after, _ = right_sign(setting.sentence, setting.index)
    figure.role, figure.rule = "change", "multiple"
    if after < 0 or sign < 0:
        factor = figure.quantity.value / WHOLE + 1
        figure.value = ((1 / factor - 1) * WHOLE).quantize(TENTH, ROUND_HALF_UP)
        figure.sign = -1
        figure.quantity = replace(figure.quantity, digit=Decimal(0))
    else:
        figure.value = figure.quantity.value
        figure.sign = 1 if figure.value >= 0 else -1


def judge_fraction(setting: Setting, figure: Figure) -> None:
    """Make a fraction a change in percent where a direction governs it or it is a part of another level."""
    figure.rule = "fraction"
    sentence, index = setting.sentence, setting.index
    # "Half of that is the same goods" tells a part.
    if sentence.has(("SHARE",), index + 1, index + 3) or (figure.quantity.level and setting.following == "BE"):
        return
    part = figure.quantity.value
    if figure.quantity.level and sentence.tokens[index].parts[-1].kind == "OF" and not leads_to_level(sentence, index):
        return
    sign, near = left_sign(sentence, setting.left)
    if figure.quantity.level or (setting.kind == "TO" and near and sign < 0):
        figure.sign = -1
        figure.value = rounded((part - 1) * WHOLE)
        figure.hedge = turned(figure.hedge)
    else:
        figure.sign = sign_of_fraction(setting, sign)
        if not figure.sign:
            return
        figure.value = rounded(part * WHOLE * figure.sign)
    figure.role = "change"


def sign_of_fraction(setting: Setting, direct: int) -> int:
    """The direction that words beside a fraction give it; 0 where they give none."""
    sentence, index, kind = setting.sentence, setting.index, setting.kind
    if kind in ("BY", "DIR", "UPDOWN", "OF") and direct:
        return direct
    if kind == "BY":
        last = setting.last_change()
        carried = last.sign if last is not None and carries_on(sentence, last, index) else 0
        if far := far_sign(sentence, index) or carried:
            return far
    after, place = right_sign(sentence, index)
    if after and place == index + 1 and sentence.kind(place) in BESIDE:
        return after
    halves = sentence.tokens[index].parts[0].kind == "HALF"
    if kind == "IN" and halves and setting.left and sentence.tokens[setting.left].id == "in":
        # "Cut in half" takes half away, whatever the verb.
        return -1 if sentence.has(("DIR",), setting.left - 4, setting.left) else 0
    return 0


def leads_to_level(sentence: Sentence, index: int) -> bool:
    """Whether "one-third of" leads to a dated level ("of the $207.7 million of July 2019", "of last year's")."""
    if sentence.kind(index + 1) == "PERIOD":
        return True
    amounts = [at for at in range(index + 1, index + 6) if sentence.kind(at) in ("MONEY", "VOLUME")]
    return bool(amounts) and sentence.has(("PERIOD",), amounts[0], index + 6)


def rounded(value: Decimal) -> Decimal:
    """A percentage to one decimal, without it where it is whole."""
    value = value.quantize(TENTH, ROUND_HALF_UP)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
