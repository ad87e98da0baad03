"""What each number does in its sentence: a level, a change, the base it is set against, or no figure at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from tradeparse.figures.hedges import Hedge, find_hedge, turned
from tradeparse.mentions.quantities import Quantity
from tradeparse.mentions.tokens import Token

Role = Literal["level", "change", "base", "rejected"]
QUANTITIES = ("MONEY", "VOLUME", "PCT", "MULT", "FRAC", "NUMBER", "REJECTED")
SKIPPED = {"HEDGE", "NOHEDGE", "OVERHEDGE", "UPTO", "ARTICLE", "THAT", "ITS", "CITED", "FLOWADJ"}
COMPARATORS = {"FROM", "THAN", "COMPARED"}
COUNTED = {"MONEY", "VOLUME"}


@dataclass(slots=True)
class Figure:
    """A number in its sentence, with the slots that linking fills."""

    index: int
    quantity: Quantity
    role: Role
    rule: str
    value: Decimal = Decimal(0)
    unit: str = ""
    hedge: Hedge = Hedge()
    sign: int = 0
    difference: bool = False
    own_period: int | None = None
    inherits: bool = False
    joined: bool = False


def judge_quantities(tokens: list[Token]) -> list[Figure]:
    """The role of every quantity of a sentence, in order."""
    figures: list[Figure] = []
    for index, token in enumerate(tokens):
        if token.kind in QUANTITIES:
            figures.append(judge(tokens, index, figures))
    return figures


def judge(tokens: list[Token], index: int, before: list[Figure]) -> Figure:
    """The role of one quantity, from the words on its two sides."""
    token = tokens[index]
    quantity: Quantity = token.value
    figure = Figure(index, quantity, "rejected", "no-role", quantity.value, quantity.unit)
    if token.kind == "REJECTED":
        figure.rule = "range-or-points"
        return figure
    left, possessive, hedge_compares = look_left(tokens, index)
    figure.own_period = possessive
    figure.hedge = find_hedge(tokens, index)
    kind = tokens[left].kind if left >= 0 else "START"
    if token.kind == "MULT":
        return judge_multiple(tokens, index, figure, left)
    if token.kind == "FRAC":
        return judge_fraction(tokens, index, figure, left)
    if token.kind == "PCT":
        return judge_percent(tokens, index, figure, left, kind, before)
    if token.kind == "NUMBER":
        return judge_bare(tokens, index, figure, kind, before, hedge_compares)
    return judge_amount(tokens, index, figure, left, kind, before, hedge_compares)


def look_left(tokens: list[Token], index: int) -> tuple[int, int | None, bool]:
    """The word that governs a number: past hedges, articles and a possessive period, which is returned too."""
    at = index - 1
    possessive: int | None = None
    compares = False
    words = 0
    while at >= 0:
        kind = tokens[at].kind
        if kind == "HEDGE" and at == index - 1 and possessive is None:
            at -= 1
            continue
        if kind == "HEDGE" and at < index - 1 and tokens[at].value in ("over", "under"):
            named = tokens[at + 1].kind in ("PERIOD", "THAT") or tokens[at + 1].value == "definite"
            if (named or possessive is not None) and not (index + 1 < len(tokens) and tokens[index + 1].kind == "MARK"):
                compares = True
            at -= 1
            continue
        if kind in SKIPPED:
            at -= 1
            continue
        if kind == "POSS" and at and tokens[at - 1].kind == "PERIOD":
            possessive = at - 1
            at -= 2
            continue
        if kind in ("APOS", "COLON") and at and tokens[at - 1].kind == "PERIOD" and possessive is None:
            possessive = at - 1
            at -= 2
            continue
        if kind == "PERIOD" and possessive is None and at == index - 1 and tokens[at].end - tokens[at].start > 0:
            return at, possessive, compares
        if (
            kind == "WORD"
            and words < 2
            and at
            and tokens[at - 1].kind in ("BY", "TO", "DIR", "FROM", "AT", "BE", "OF", "LEVEL")
        ):
            words += 1
            at -= 1
            continue
        break
    return at, possessive, compares


def sign_of_comparison(token: Token) -> int:
    """The sign that "more", "higher than", "less than" give to a number before them; 0 for other words."""
    if token.kind == "CMP":
        return int(token.value)
    if token.kind == "HEDGE" and token.id in ("more-than", "less-than", "short-of"):
        return 1 if token.value == "over" else -1 if token.value == "under" else 0
    if token.kind == "OVERHEDGE" and token.id == "above-below":
        return 1 if token.value == "over" else -1
    return 0


def right_sign(tokens: list[Token], index: int) -> tuple[int, int]:
    """The sign given by the words right after a number, and their place: "5 percent increase", "12 percent less"."""
    at = index + 1
    words = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind in ("HYPHEN", "BASIS", "MONTHLY", "FLOWADJ", "GOODSMOD") or (token.kind == "WORTH"):
            at += 1
            continue
        if token.kind == "WORD" and words < 2 and at + 1 < len(tokens):
            words += 1
            at += 1
            continue
        break
    if at >= len(tokens):
        return 0, at
    token = tokens[at]
    if token.kind == "DIR" and (words == 0 or at - index <= 3):
        return int(token.value), at
    if words == 0 or tokens[at - 1].id == "degree":
        sign = sign_of_comparison(token)
        if sign:
            return sign, at
        if token.kind == "UPDOWN":
            following = tokens[at + 1].kind if at + 1 < len(tokens) else "END"
            if following not in ("PCT", "MONEY", "VOLUME", "HEDGE", "NOHEDGE", "BY") or (
                following in ("HEDGE", "NOHEDGE") and False
            ):
                return int(token.value), at
    return 0, at


def left_sign(tokens: list[Token], left: int) -> tuple[int, bool]:
    """The sign given by the words before a number, and whether they stand right before it."""
    if left < 0:
        return 0, False
    token = tokens[left]
    if token.kind in ("DIR", "UPDOWN"):
        return int(token.value), True
    if token.kind in ("BY", "OF", "AT", "TO", "BE", "COLON", "LPAR", "COMMA", "BASIS", "LEVEL"):
        back = left - 1
        steps = 0
        while back >= 0 and steps < 10:
            kind = tokens[back].kind
            if kind in ("DIR", "UPDOWN", "TREND"):
                if token.kind in ("BY", "BASIS"):
                    return (int(tokens[back].value) if kind != "TREND" else 0), True
                if (
                    token.kind in ("OF", "AT", "BE", "LPAR", "LEVEL", "COLON", "TO")
                    and back >= left - 3
                    and kind == "DIR"
                ):
                    return int(tokens[back].value), True
                return 0, False
            if token.kind in ("BY", "BASIS") and kind in (
                "PERIOD",
                "IN",
                "FROM",
                "THAN",
                "COMPARED",
                "ARTICLE",
                "WORD",
                "BASIS",
                "COMMA",
                "PARTY",
                "TO",
                "WITH",
                "GENERIC",
                "GOODS",
                "OF",
                "AND",
                "THAT",
                "AT",
                "UPTO",
                "AS",
                "FLOW",
                "POSS",
                "PARTYADJ",
            ):
                back -= 1
                steps += 1
                continue
            if (
                token.kind not in ("BY", "BASIS")
                and kind in ("BASIS", "WORD", "BE", "IN", "PERIOD")
                and back >= left - 3
            ):
                back -= 1
                steps += 1
                continue
            break
    return 0, False


def far_sign(tokens: list[Token], index: int) -> int:
    """The sign of a verb of change that stands further before, with only its period or comparison between."""
    at = index - 1
    steps = 0
    while at >= 0 and steps < 14:
        kind = tokens[at].kind
        if kind in ("DIR", "UPDOWN"):
            return int(tokens[at].value)
        if kind in (
            "PERIOD",
            "IN",
            "FROM",
            "THAN",
            "COMPARED",
            "ARTICLE",
            "WORD",
            "BASIS",
            "COMMA",
            "HEDGE",
            "NOHEDGE",
            "BY",
            "PARTY",
            "WITH",
            "PARTYADJ",
            "ITS",
            "OVERHEDGE",
            "TO",
            "NEIGHBOUR",
            "AT",
            "UPTO",
            "AS",
            "FLOW",
            "POSS",
        ):
            at -= 1
            steps += 1
            continue
        break
    return 0


def judge_percent(
    tokens: list[Token], index: int, figure: Figure, left: int, kind: str, before: list[Figure]
) -> Figure:
    """A percentage is a change where a direction governs it, else a share or another thing."""
    sign, place = right_sign(tokens, index)
    following = tokens[index + 1].kind if index + 1 < len(tokens) else "END"
    direct, near = left_sign(tokens, left)
    printed = printed_sign(tokens, index)
    if printed and before and before[-1].rule == "count" and before[-1].index >= index - 3:
        figure.rule = "count"
        return figure
    if printed:
        return as_change(figure, printed, "printed-sign")
    if following == "OF" and not near:
        figure.rule = "share"
        return figure
    if following == "OF" and near and index + 2 < len(tokens):
        beyond = tokens[index + 2]
        if beyond.kind in ("FLOW", "ITS", "FLOWADJ", "PARTY", "THAT") or beyond.id == "what":
            figure.rule = "share"
            return figure
    if any(token.kind == "SHARE" for token in tokens[index + 1 : index + 4]):
        figure.rule = "share"
        return figure
    if kind == "CAP" or following == "CAP":
        figure.rule = "cap"
        return figure
    if near and direct and not (kind in ("AT", "TO") and sign) and not (kind == "TO" and growth_moves(tokens, left)):
        if kind in ("AT", "TO") and not trend_before(tokens, left):
            figure.rule = "share"
            return figure
        return as_change(figure, direct, "direction-before")
    if sign and not (tokens[place].kind == "DIR" and index + 1 < place and tokens[place - 1].kind == "COMMA"):
        return as_change(figure, sign, "direction-after")
    if kind in ("TO", "FROM") and (trend_before(tokens, left) or growth_moves(tokens, left)):
        return as_change(figure, antecedent_sign(tokens, left, before), "growth-of-growth")
    if kind == "BY":
        far = far_sign(tokens, index)
        last = next((one for one in reversed(before) if one.role == "change"), None)
        if not far and last is not None and gap_is_light(tokens, last.index, index):
            far = last.sign
        if far:
            return as_change(figure, far, "by-direction")
    if kind in ("OR", "LPAR", "DASH") and before and before[-1].role == "change" and before[-1].index > left - 4:
        return as_change(figure, before[-1].sign, "change-repeated")
    previous = before[-1] if before else None
    if kind in COMPARATORS and previous is not None and previous.rule == "share":
        figure.rule = "share"
        return figure
    if previous is not None and previous.role in ("change", "base") and kind in (*COMPARATORS, "LPAR"):
        last_change = next((one for one in reversed(before) if one.role == "change"), None)
        if last_change is not None and gap_is_light(tokens, last_change.index, index):
            return as_change(figure, last_change.sign, "growth-beside-growth")
    last = next((one for one in reversed(before) if one.role == "change" and one.quantity.kind == "percent"), None)
    if (
        last is not None
        and kind in ("AND", "COMMA", "WITH", "FLOW", "PERIOD", "GOODS", "AT", "OR", "PARTY")
        and gap_is_light(tokens, last.index, index)
    ):
        figure.inherits = True
        return as_change(figure, last.sign, "shared-direction")
    far = far_sign(tokens, index)
    if far and kind not in ("LEVEL", "AT", "OF", "FLOW", "GOODS", "TO", "FROM"):
        return as_change(figure, far, "direction-far-before")
    if following in ("BASIS",) and last is None and kind == "LEVEL":
        figure.rule = "no-direction"
    figure.rule = "share" if figure.rule == "no-role" else figure.rule
    return figure


def printed_sign(tokens: list[Token], index: int) -> int:
    """The sign of "+31%", "(-23.4% y/y)", told by a plus or minus that touches the number only."""
    if index == 0:
        return 0
    mark = tokens[index - 1]
    if mark.kind not in ("PLUS", "HYPHEN") or mark.end != tokens[index].start:
        return 0
    if index > 1 and tokens[index - 2].end == mark.start and tokens[index - 2].kind not in ("LPAR", "BAR", "COLON"):
        return 0
    return 1 if mark.kind == "PLUS" else -1


def trend_before(tokens: list[Token], left: int) -> bool:
    """Whether a change of growth governs: "slowing from", "eased to"."""
    return any(token.kind == "TREND" for token in tokens[max(left - 3, 0) : left])


def growth_moves(tokens: list[Token], left: int) -> bool:
    """Whether growth or a decline is what moves: "the decline in trade narrowed to"."""
    moves = [at for at in range(left) if tokens[at].kind == "DIR"]
    return len(moves) > 1 and any(token.kind in ("FLOW", "PAIRFLOW") for token in tokens[moves[0] : moves[-1]])


def antecedent_sign(tokens: list[Token], left: int, before: list[Figure]) -> int:
    """The sign of the growth or decline that slows or eases."""
    for at in range(left):
        if tokens[at].kind == "DIR":
            return int(tokens[at].value)
    return next((one.sign for one in reversed(before) if one.role == "change"), 1)


LIGHT = {
    "AND", "COMMA", "FLOW", "PAIRFLOW", "GOODS", "GOODSMOD", "PARTY", "PARTYADJ", "POSS", "ITS", "THAT", "OF", "IN", "TO", "FROM",
    "ARTICLE", "PERIOD", "BASIS", "AT", "MONEY", "VOLUME", "PCT", "HEDGE", "NOHEDGE", "OVERHEDGE", "CONTRAST", "BY", "WITH",
    "RESPECTIVELY", "OR", "FLOWADJ", "GENERIC", "OTHER", "WHICH", "LPAR", "RPAR", "COMPARED", "THAN", "UPDOWN", "BE", "DIR", "IT", "SEMICOLON", "NEIGHBOUR", "ASMUCH",
}  # fmt: skip


def gap_is_light(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words between two numbers only name goods, sides and periods, so that a verb carries on."""
    heavy = 0
    for token in tokens[start + 1 : end]:
        if token.kind in ("LEVEL", "SEMICOLON"):
            return False
        if token.kind == "WORD":
            heavy += 1
        elif token.kind not in LIGHT:
            return False
    return heavy <= 2


def as_change(figure: Figure, sign: int, rule: str) -> Figure:
    """Note a change and its direction."""
    figure.role, figure.rule, figure.sign = "change", rule, sign
    figure.value = figure.quantity.value * sign
    return figure


def judge_amount(
    tokens: list[Token], index: int, figure: Figure, left: int, kind: str, before: list[Figure], hedge_compares: bool
) -> Figure:
    """An amount is a base after from, than or against, a change after by or beside a direction, else a level."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    previous = before[-1] if before else None
    if (following is not None and (following.kind == "PER" or following.kind == "EQUALS")) or (
        index and tokens[index - 1].kind == "EQUALS"
    ):
        figure.rule = "rate"
        return figure
    if kind in ("CAP",) or (following is not None and following.kind in ("CAP",)):
        figure.rule = "cap"
        return figure
    if token_is_small_won(tokens[index]) or (figure.unit == "kilogram" and figure.quantity.value < 1000):
        figure.rule = "price"
        return figure
    if kind == "PRICE" or (kind in ("AT", "IN") and is_price(tokens, index, left)):
        figure.rule = "price"
        return figure
    if (
        following is not None
        and following.value == "indefinite"
        and index + 2 < len(tokens)
        and tokens[index + 2].kind in ("WORD", "UNIT", "GOODS")
    ):
        figure.rule = "rate"
        return figure
    sign, place = right_sign(tokens, index)
    if sign and place < len(tokens) and tokens[place].kind in ("CMP", "DIR", "HEDGE", "UPDOWN", "OVERHEDGE"):
        plain = tokens[place].kind != "DIR" or place == index + 1 or tokens[place - 1].kind in ("HYPHEN", "BASIS")
        article = index and any(token.kind == "ARTICLE" for token in tokens[max(index - 2, 0) : index])
        if tokens[place].kind == "DIR" and not article:
            plain = False
        if (
            tokens[place].kind in ("HEDGE", "OVERHEDGE")
            and place + 1 < len(tokens)
            and tokens[place + 1].kind in QUANTITIES
        ):
            plain = False
        if plain and kind not in COMPARATORS:
            figure.difference = True
            return as_change(figure, sign, "difference-after")
    if following is not None and following.kind == "OF" and index + 3 < len(tokens):
        beyond = index + 2
        while beyond < len(tokens) and tokens[beyond].kind in ("GOODS", "GOODSMOD", "AND"):
            beyond += 1
        if (
            beyond > index + 2
            and beyond + 1 < len(tokens)
            and tokens[beyond].kind in ("CMP", "HEDGE")
            and (tokens[beyond + 1].kind == "THAN" or tokens[beyond].id in ("more-than", "less-than"))
        ):
            sign = sign_of_comparison(tokens[beyond])
            if sign:
                figure.difference = True
                return as_change(figure, sign, "difference-of-goods")
    if hedge_compares:
        figure.role, figure.rule = "base", "compared-with-amount"
        return figure
    direct, near = left_sign(tokens, left)
    if kind in ("DIR", "UPDOWN") and not (
        tokens[index - 1].kind == "OVERHEDGE" and tokens[index - 1].id == "above-below"
    ):
        figure.difference = True
        return as_change(figure, direct, "difference-before")
    if kind == "OF" and near and direct and previous_kind(tokens, left) == "DIR":
        figure.difference = True
        return as_change(figure, direct, "difference-of")
    if kind == "BY":
        far = direct or far_sign(tokens, index)
        if far:
            figure.difference = True
            return as_change(figure, far, "by-difference")
    if kind == "OR" and previous is not None and previous.role == "change" and left - previous.index <= 2:
        figure.difference = True
        return as_change(figure, previous.sign, "change-repeated")
    if kind in COMPARATORS:
        figure.role, figure.rule = "base", "compared-with-amount"
        return figure
    if kind == "CMP" and tokens[left].id in ("ahead", "behind"):
        figure.role, figure.rule = "base", "compared-with-amount"
        return figure
    if compares_above(tokens, index, left):
        figure.role, figure.rule = "base", "compared-with-amount"
        return figure
    if (
        kind == "OF"
        and previous is not None
        and (previous.rule == "share" or previous.quantity.kind == "fraction")
        and previous.index >= left - 1
    ):
        figure.role, figure.rule = "base", "part-of-amount"
        return figure
    if kind == "LPAR" and previous is not None:
        figure.joined = (
            previous.index >= left - 1
            and previous.quantity.kind == "money"
            and figure.quantity.kind == "money"
            and figure.own_period is None
        )
        if figure.joined:
            figure.role, figure.rule = previous.role, "other-currency"
            figure.sign, figure.difference = previous.sign, previous.difference
            if previous.role == "change":
                figure.value = figure.quantity.value * previous.sign
            if previous.role == "rejected":
                figure.rule = previous.rule
            return figure
    if (
        kind in ("AND", "COMMA", "OR")
        and previous is not None
        and previous.role == "base"
        and left - previous.index <= 4
    ):
        figure.role, figure.rule = "base", "compared-with-amount"
        return figure
    if previous is not None and previous.quantity.kind == "fraction" and index - previous.index <= 2:
        figure.role, figure.rule = "base", "part-of-amount"
        return figure
    if (
        kind == "OR"
        and previous is not None
        and previous.rule in ("price", "rate", "count")
        and left - previous.index <= 1
    ):
        figure.rule = previous.rule
        return figure
    if (index >= 1 and tokens[index - 1].kind == "MULT") or (
        index >= 2 and tokens[index - 1].kind == "ARTICLE" and tokens[index - 2].kind == "MULT"
    ):
        figure.role, figure.rule = "base", "compared-with-amount"
        return figure
    if (
        index >= 3
        and tokens[index - 1].kind in ("PERIOD", "POSS")
        and any(token.kind == "MULT" for token in tokens[index - 4 : index])
    ):
        figure.role, figure.rule = "base", "compared-with-amount"
        return figure
    figure.role, figure.rule = "level", "amount"
    return figure


def token_is_small_won(token: Token) -> bool:
    """Whether an amount in won without a scale word is what something costs on a market."""
    return token.kind == "MONEY" and token.value.unit in ("KRW", "KPW") and token.value.value < 1_000_000


def is_price(tokens: list[Token], index: int, left: int) -> bool:
    """Whether a small amount after "at" is what something sells at: no scale word, no level or change before it."""
    parts = [part for token in tokens[index].parts for part in (token.parts or (token,))]
    if any(part.kind in ("SCALE", "SHORTSCALE") for part in parts) or tokens[index].kind != "MONEY":
        return False
    before = tokens[left - 1].kind if left else "START"
    if tokens[left].kind == "IN":
        return before == "FLOWVERB" and tokens[left - 1].id in ("sell", "sold")
    return before in ("GOODS", "FLOWVERB", "WORD", "FRAC")


def compares_above(tokens: list[Token], index: int, left: int) -> bool:
    """Whether "above", "below" govern an amount that is named already ("below the $247.75 million of May")."""
    return any(
        token.kind == "OVERHEDGE" and tokens[at + 1].kind in ("ARTICLE", "PERIOD", "THAT", "ITS")
        for at, token in enumerate(tokens[max(left, 0) : index - 1], max(left, 0))
    )


def previous_kind(tokens: list[Token], at: int) -> str:
    """The kind of the token before, plain words and a basis passed over."""
    back = at - 1
    while back >= 0 and tokens[back].kind in ("BASIS", "WORD", "MONTHLY"):
        back -= 1
    return tokens[back].kind if back >= 0 else "START"


def judge_bare(
    tokens: list[Token], index: int, figure: Figure, kind: str, before: list[Figure], hedge_compares: bool
) -> Figure:
    """A number without a unit is a base that shares the unit of the amount before it, or a count."""
    figure.rule = "count"
    money = next((one for one in reversed(before) if one.quantity.kind == "money"), None)
    scaled = any(part.kind in ("SCALE", "SHORTSCALE") for part in tokens[index].parts)
    if (
        money is not None
        and scaled
        and kind in ("TO", "AND", "COMPARED", "FROM", "THAN", "AT", "OR")
        and (index + 1 >= len(tokens) or tokens[index + 1].kind not in ("WORD", "GOODS", "GENERIC", "AID"))
    ):
        figure.unit = money.unit
        figure.role, figure.rule = ("base", "compared-with-amount") if kind in COMPARATORS else ("level", "amount")
        return figure
    beyond = tokens[index + 1].kind if index + 1 < len(tokens) else "END"
    subject = tokens[index - 2].kind if index > 1 else "START"
    if beyond not in ("WORD", "GOODS", "GENERIC", "AID", "HYPHEN", "PERCENT", "TIMES") and (
        (scaled and kind in ("BE", "TO", "LEVEL", "PERIOD"))
        or (kind == "BE" and subject == "IT" and figure.quantity.value >= 1000)
    ):
        figure.role, figure.rule = "level", "unit-carried"
        return figure
    level = next((one for one in reversed(before) if one.role == "level"), None)
    following = tokens[index + 1].kind if index + 1 < len(tokens) else "END"
    if (
        (kind == "COMPARED" or kind == "THAN" or hedge_compares)
        and level is not None
        and level.quantity.kind == "volume"
        and following in ("IN", "DOT", "COMMA", "PERIOD", "END", "RPAR", "OVERHEDGE")
        and figure.quantity.value >= 20
    ):
        figure.role, figure.rule = "base", "compared-with-amount"
        figure.unit = level.unit
    return figure


def judge_multiple(tokens: list[Token], index: int, figure: Figure, left: int) -> Figure:
    """Doubled, tenfold, 21 times as much; a fall by a multiple is the part that is left."""
    sign = 1
    if left >= 0 and tokens[left].kind in ("DIR", "BY", "TO", "OF"):
        sign, _ = left_sign(tokens, left)
        if tokens[left].kind == "BY":
            sign = sign or far_sign(tokens, index)
    after, _ = right_sign(tokens, index)
    if after < 0 or (sign < 0):
        factor = figure.quantity.value / 100 + 1
        figure.value = (1 / factor - 1) * 100
        figure.value = figure.value.quantize(Decimal("0.1"), ROUND_HALF_UP)
        sign = -1
    else:
        figure.value = figure.quantity.value
        sign = 1 if figure.value >= 0 else -1
    figure.role, figure.rule, figure.sign = "change", "multiple", sign
    return figure


def dated_amount(tokens: list[Token], index: int) -> bool:
    """Whether "one-third of" leads to a dated level ("of the $207.7 million of July 2019", "of last year's")."""
    window = tokens[index + 1 : index + 6]
    if window and window[0].kind == "PERIOD":
        return True
    amounts = [at for at, token in enumerate(window) if token.kind in ("MONEY", "VOLUME")]
    return bool(amounts) and any(token.kind == "PERIOD" for token in window[amounts[0] :])


def judge_fraction(tokens: list[Token], index: int, figure: Figure, left: int) -> Figure:
    """By a third, to a third, half of those in November: signed percent to one decimal."""
    part = figure.quantity.value
    token = tokens[index]
    kind = tokens[left].kind if left >= 0 else "START"
    sign, near = left_sign(tokens, left)
    after, place = right_sign(tokens, index)
    figure.rule = "fraction"
    if any(one.kind == "SHARE" for one in tokens[index + 1 : index + 3]):
        return figure
    if figure.quantity.level and token.parts[-1].kind == "OF" and not dated_amount(tokens, index):
        return figure
    if figure.quantity.level or (kind == "TO" and near and sign < 0):
        figure.value = ((part - 1) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
        figure.sign = -1
        figure.hedge = turned(figure.hedge)
    elif kind in ("BY", "DIR", "UPDOWN", "OF") and sign:
        figure.value = (part * 100 * sign).quantize(Decimal("0.1"), ROUND_HALF_UP)
        figure.sign = sign
    elif kind == "BY" and (far := far_sign(tokens, index)):
        figure.value = (part * 100 * far).quantize(Decimal("0.1"), ROUND_HALF_UP)
        figure.sign = far
    elif after and tokens[place].kind in ("CMP", "HEDGE", "UPDOWN", "OVERHEDGE") and place == index + 1:
        figure.value = (part * 100 * after).quantize(Decimal("0.1"), ROUND_HALF_UP)
        figure.sign = after
    elif kind == "IN" and left and tokens[left].id == "in":
        cut = [one for one in tokens[max(left - 4, 0) : left] if one.kind == "DIR"]
        if cut and tokens[index].parts and tokens[index].parts[0].kind == "HALF":
            figure.value, figure.sign = Decimal(-50), -1
        else:
            return figure
    else:
        return figure
    if figure.value == figure.value.to_integral_value():
        figure.value = figure.value.quantize(Decimal(1))
    figure.role = "change"
    return figure
