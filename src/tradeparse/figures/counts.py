"""Counts: numbers without a unit, which are figures only where an amount beside them lends them its unit."""

from __future__ import annotations

from tradeparse.figures.numbers import COMPARATORS, Figure, Setting
from tradeparse.mentions.quantities import is_scaled

NOUNS = frozenset({"WORD", "GOODS", "GENERIC", "AID"})
"""Before these a number counts things."""
OTHER_UNITS = NOUNS | {"HYPHEN", "PERCENT", "TIMES"}
LENDING_MONEY = frozenset({"TO", "AND", "COMPARED", "FROM", "THAN", "AT", "OR"})
"""Behind these a bare "5 million" counts what the amount before it counts."""
CARRYING = frozenset({"BE", "TO", "LEVEL", "PERIOD"})
"""Behind these a bare "5 million" counts what the sentences before it count."""
SMALLEST_COUNT = 20
ENDING = frozenset({"IN", "DOT", "COMMA", "PERIOD", "", "RPAR", "OVERHEDGE"})
"""What may follow a number that is set against a volume."""


def judge_count(setting: Setting, figure: Figure) -> None:
    """Make a bare number a level or a base with the unit of an amount before it, else a count."""
    figure.rule = "count"
    unit = lent_unit(setting)
    if unit is not None:
        figure.unit = unit
        if setting.kind in COMPARATORS or goes_on_bases(setting):
            figure.tell_base("compared-with-amount")
        else:
            figure.role, figure.rule = "level", "amount"
    elif carries_unit(setting, figure):
        figure.role, figure.rule = "level", "unit-carried"
    else:
        unit = compared_unit(setting, figure)
        if unit is not None:
            figure.unit = unit
            figure.tell_base("compared-with-amount")
        elif (gapped := gapped_unit(setting, figure)) is not None:
            figure.unit, figure.role, figure.rule = gapped, "level", "unit-carried"


def goes_on_bases(setting: Setting) -> bool:
    """Whether a number goes on a row of bases: "down from 131 million in September and 163 million in August"."""
    previous = setting.previous
    beside = previous is not None and setting.left - previous.index <= 4
    return previous is not None and beside and setting.kind in ("AND", "OR") and previous.role == "base"


def lent_unit(setting: Setting) -> str | None:
    """The currency that a bare "13 million" takes from the amount before it."""
    money = next((figure for figure in reversed(setting.before) if figure.quantity.kind == "money"), None)
    if money is None or setting.kind not in LENDING_MONEY or setting.following in NOUNS:
        return None
    return money.unit if is_scaled(setting.sentence.tokens[setting.index]) else None


def carries_unit(setting: Setting, figure: Figure) -> bool:
    """Whether a bare number counts what the sentences before it count: "in March it was 114.6 million"."""
    if setting.following in OTHER_UNITS:
        return False
    if setting.kind in CARRYING and is_scaled(setting.sentence.tokens[setting.index]):
        return True
    subject = setting.sentence.kind(setting.index - 2)
    return setting.kind == "BE" and subject == "IT" and figure.quantity.value >= 1000


def compared_unit(setting: Setting, figure: Figure) -> str | None:
    """The unit of the volume that a bare number is set against: "3,448 tons, compared with 2,100 in May"."""
    level = last_volume(setting, figure)
    compares = setting.kind in COMPARATORS or setting.compares or goes_on_bases(setting)
    return level.unit if level is not None and compares and setting.following in ENDING else None


def last_volume(setting: Setting, figure: Figure) -> Figure | None:
    """The volume that a bare number, too large for a day or an ordinal, may count as well."""
    level = next((one for one in reversed(setting.before) if one.role == "level"), None)
    volume = level is not None and level.quantity.kind == "volume"
    return level if volume and figure.quantity.value >= SMALLEST_COUNT else None


def gapped_unit(setting: Setting, figure: Figure) -> str | None:
    """The unit of the volume of other goods before: "fell to 9,400 tons, those of corn to 1,050"."""
    level = last_volume(setting, figure)
    if level is None or setting.kind != "TO" or setting.following not in ENDING:
        return None
    return level.unit if setting.sentence.has(("GOODS",), level.index + 1, setting.index) else None
