"""Percentages: changes where a direction governs them, else shares or other things."""

from __future__ import annotations

from tradeparse.figures.numbers import COMPARATORS, Figure, Setting
from tradeparse.figures.signs import (
    carries_on,
    far_sign,
    growth_moves,
    left_sign,
    printed_sign,
    right_sign,
    sign_of_growth,
    trend_before,
)

Change = tuple[int, str]
"""A sign, and the rule that gives it."""
WHOLES = frozenset({"FLOW", "ITS", "FLOWADJ", "PARTY", "THAT"})
"""What a share is a share of, behind "of"."""
SHARING = frozenset({
    "AND", "COMMA", "WITH", "FLOW", "PERIOD", "GOODS", "AT", "OR", "PARTY", "THERE", "IT", "NEIGHBOUR", "FORMER",
})  # fmt: skip
"""Behind these a percentage shares the direction of the one before."""
STATING = frozenset({"LEVEL", "AT", "OF", "FLOW", "GOODS", "TO", "FROM"})
"""Behind these a percentage is a level, whatever moves further before."""


def judge_percentage(setting: Setting, figure: Figure) -> None:
    """Make a percentage a change, or say why it is none."""
    printed = printed_sign(setting.sentence, setting.index)
    if printed:
        previous = setting.previous
        if previous is not None and previous.rule == "count" and previous.index >= setting.index - 3:
            figure.rule = "count"
        else:
            figure.tell_change(printed, "printed-sign")
        return
    rule = find_share(setting)
    if rule is not None:
        figure.rule = rule
        return
    change = find_direction(setting) or find_repeated(setting)
    if change is None and not follows_share(setting):
        change = find_growth_beside(setting)
        if change is None:
            change = find_shared(setting)
            figure.inherits = change is not None
        change = change or find_far(setting)
    if change is not None:
        figure.tell_change(*change)
    else:
        unsaid = setting.following == "BASIS" and setting.kind == "LEVEL" and last_percentage(setting) is None
        figure.rule = "no-direction" if unsaid else "share"


def find_share(setting: Setting) -> str | None:
    """Whether the words right beside a percentage make it a share or a cap."""
    sentence, index, kind = setting.sentence, setting.index, setting.kind
    direct, near = left_sign(sentence, setting.left)
    if setting.following == "OF":
        whole = sentence.kind(index + 2) in WHOLES or (
            index + 2 < len(sentence) and sentence.tokens[index + 2].id == "what"
        )
        if whole or not near:
            return "share"
    if sentence.has(("SHARE",), index + 1, index + 4):
        return "share"
    if "CAP" in (kind, setting.following):
        return "cap"
    if near and direct and kind in ("AT", "TO") and not trend_before(setting):
        moves = right_sign(sentence, index)[0] or (kind == "TO" and growth_moves(setting))
        return None if moves else "share"
    return None


def find_direction(setting: Setting) -> Change | None:
    """The direction that words beside a percentage give it."""
    sentence, kind = setting.sentence, setting.kind
    after, _ = right_sign(sentence, setting.index)
    direct, near = left_sign(sentence, setting.left)
    moves = kind in ("TO", "FROM") and growth_moves(setting)
    if near and direct and not (after and kind in ("AT", "TO")) and not (moves and kind == "TO"):
        return direct, "direction-before"
    if after:
        return after, "direction-after"
    if moves or (kind in ("TO", "FROM") and trend_before(setting)):
        return sign_of_growth(setting), "growth-of-growth"
    if kind == "BY":
        far = far_sign(sentence, setting.index)
        last = setting.last_change()
        if not far and last is not None and carries_on(sentence, last, setting.index):
            far = last.sign
        if far:
            return far, "by-direction"
    return None


def find_repeated(setting: Setting) -> Change | None:
    """The direction of the change that a percentage says again: "by a third, or 33 percent"."""
    previous = setting.previous
    if previous is None or previous.role != "change" or previous.index <= setting.left - 4:
        return None
    return (previous.sign, "change-repeated") if setting.kind in ("OR", "LPAR", "DASH") else None


def follows_share(setting: Setting) -> bool:
    """Whether a percentage is set against a share: "to 40 percent from 35"."""
    previous = setting.previous
    return previous is not None and previous.rule == "share" and setting.kind in COMPARATORS


def find_growth_beside(setting: Setting) -> Change | None:
    """The direction of the growth that a percentage is set against: "grew 5 percent compared with 3 percent"."""
    previous, last = setting.previous, setting.last_change()
    if previous is None or last is None or previous.role not in ("change", "base"):
        return None
    if setting.kind not in COMPARATORS and setting.kind != "LPAR":
        return None
    return (last.sign, "growth-beside-growth") if carries_on(setting.sentence, last, setting.index) else None


def find_shared(setting: Setting) -> Change | None:
    """The direction that a percentage shares with the one before: "rose 5 percent in May and 3 percent in June"."""
    last = last_percentage(setting)
    if last is None or setting.kind not in SHARING or not carries_on(setting.sentence, last, setting.index):
        return None
    return last.sign, "shared-direction"


def find_far(setting: Setting) -> Change | None:
    """The direction of a verb further before."""
    far = 0 if setting.kind in STATING else far_sign(setting.sentence, setting.index)
    return (far, "direction-far-before") if far else None


def last_percentage(setting: Setting) -> Figure | None:
    """The last change in percent before a number."""
    changes = (figure for figure in reversed(setting.before) if figure.role == "change")
    return next((figure for figure in changes if figure.quantity.kind in ("percent", "fraction")), None)
