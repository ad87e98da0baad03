"""Numbers with their units: what the patterns of the stages `number` and `quantity` make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from tradeparse.mentions.tokens import Token

QuantityKind = Literal["money", "volume", "percent", "points", "multiple", "fraction", "number", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated: its value in whole units, its unit, and what one of its last printed digit is worth.

    A `multiple` holds the change in percent that the words state; a `fraction` the part that they name.
    """

    kind: QuantityKind
    value: Decimal
    unit: str
    digit: Decimal
    level: bool = False


Captures = dict[str, list[Token]]
Builder = Callable[[str, list[Token], Captures], Token | None]


def plain_number(piece: str) -> Decimal:
    """Digits with thousands separators as a number."""
    return Decimal(piece.replace(",", ""))


def digit_of(piece: str) -> Decimal:
    """What one of the last printed digit is worth."""
    return Decimal(1).scaleb(-len(piece.partition(".")[2]))


def read_number(tokens: list[Token]) -> tuple[Decimal, Decimal] | None:
    """The value of number tokens, and the worth of the last digit (0 where the number is in words)."""
    total = Decimal(0)
    current = Decimal(0)
    digit = Decimal(0)
    decimals = ""
    after_point = False
    for token in tokens:
        if token.kind in ("NUM", "YEAR"):
            if after_point:
                decimals += token.value
            else:
                current += plain_number(token.value)
            digit = digit_of(token.value)
        elif token.kind in ("WORDNUM", "TENS"):
            if after_point:
                decimals += str(token.value)
            else:
                current += token.value
        elif token.kind == "POINT":
            after_point = True
        elif token.kind == "ARTICLE" and current == 0 and not after_point:
            current = Decimal(1)
        elif token.kind == "HALF":
            current += Decimal("0.5")
        elif token.kind in ("SCALE", "SHORTSCALE"):
            if decimals:
                current += Decimal("0." + decimals)
                digit = digit_of("." + decimals)
                decimals, after_point = "", False
            scale = Decimal(token.value)
            if current == 0:
                current = Decimal(1)
            if scale == 100 or (total and scale > total):
                current *= scale
            else:
                total += current * scale
                current = Decimal(0)
            digit *= scale
    if decimals:
        current += Decimal("0." + decimals)
        digit = digit_of("." + decimals)
    try:
        return total + current, digit
    except InvalidOperation:
        return None


def make(code: str, quantity: Quantity, tokens: list[Token]) -> Token:
    """A token that holds a quantity."""
    return Token(code, quantity, tokens[0].start, tokens[-1].end, parts=tuple(tokens))


def build_number(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A number, unless it is a year, a letter by itself or part of a name ("COVID-19")."""
    if len(tokens) == 1 and tokens[0].kind == "YEAR":
        return None
    if any(token.kind == "SHORTSCALE" for token in tokens) and not (
        tokens[-2].end == tokens[-1].start or tokens[-1].low in ("mn", "bn", "tn", "mm")
    ):
        return None
    if (
        tokens[0].start
        and text[tokens[0].start - 1] in "-/"
        and text[tokens[0].start - 2 : tokens[0].start - 1].isalpha()
    ):
        return None
    if tokens[0].kind == "YEAR" and len(tokens) > 1 and tokens[1].kind != "SCALE":
        return None
    if tokens[0].kind in ("ARTICLE", "HALF") and len(tokens) < 2:
        return None
    tokens = joined_part(text, tokens)
    result = read_number(tokens)
    if result is None:
        return None
    return make("NUMBER", Quantity("number", result[0], "", result[1]), tokens)


def joined_part(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens up to the first wide gap or to a second number that is no smaller part of the first."""
    scale = 0
    for index, token in enumerate(tokens[1:], 1):
        gap = text[tokens[index - 1].end : token.start]
        if len(gap) > 1 and "\n" not in gap and "\r" not in gap:
            return tokens[:index]
        if token.kind == "SCALE":
            if scale and token.value >= scale and tokens[index - 1].kind != "SCALE":
                break
            scale = scale or token.value
    else:
        return tokens
    cut = index
    while cut > 1 and tokens[cut - 1].kind != "SCALE":
        cut -= 1
    return tokens[:cut]


def number_of(token: Token) -> Quantity:
    """The quantity of a number token."""
    quantity = token.value
    assert isinstance(quantity, Quantity)
    return quantity


def build_money(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """An amount of money."""
    number = number_of(captures["n"][0])
    return make("MONEY", Quantity("money", number.value, captures["c"][0].value, number.digit), tokens)


def build_percent(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A percentage."""
    number = number_of(captures["n"][0])
    return make("PCT", Quantity("percent", number.value, "percent", number.digit), tokens)


def build_volume(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A physical volume."""
    number = number_of(captures["n"][0])
    return make("VOLUME", Quantity("volume", number.value, captures["u"][0].value, number.digit), tokens)


def build_rejected(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A range ("$5-17 million") or percentage points: numbers that state no figure."""
    return make("REJECTED", Quantity("range", Decimal(0), "", Decimal(0)), tokens)


def build_shared(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Never built: `share_units` spreads a unit over the numbers before it."""
    return None


def build_fold(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A multiple as a change in percent: tenfold is 900."""
    factor = Decimal(captures["f"][0].value) if "f" in captures else number_of(tokens[0]).value
    return make("MULT", Quantity("multiple", (factor - 1) * 100, "percent", Decimal(0)), tokens)


def build_times(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Ten times as much, eight times higher, two times the 17,416 tons."""
    factor = number_of(captures["n"][0]).value
    level = "t" in captures or (
        tokens[-1].kind == "ASMUCH" and tokens[-1].id == "as-much" and " " in tokens[-1].low and len(tokens[-1].low) > 7
    )
    quantity = Quantity("multiple", (factor - 1) * 100, "percent", Decimal(0), level=level)
    return make("MULT", quantity, tokens)


def build_multiple(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """Doubled, tripled, halved, double the amount."""
    return make("MULT", Quantity("multiple", Decimal(captures["v"][0].value), "percent", Decimal(0)), tokens[:1])


def build_fraction(text: str, tokens: list[Token], captures: Captures) -> Token | None:
    """A half, a third, two-thirds; `level` where the words set it against another level ("half of those in")."""
    if "h" in captures:
        part = Decimal("0.5")
    else:
        parts = 4 if "q" in captures else int((captures.get("o") or captures["f"])[0].value)
        count = number_of(captures["k"][0]).value if "k" in captures else Decimal(1)
        if "a" in captures and captures["a"][0].value != "a":
            return None
        if parts < 3 or count >= parts or ("k" in captures and count == 1 and parts == 4):
            return None
        part = count / parts
    level = tokens[-1].kind in ("ASMUCH", "THAT", "OF")
    return make("FRAC", Quantity("fraction", part, "percent", Decimal(0), level), tokens)


def share_units(tokens: list[Token]) -> list[Token]:
    """Numbers joined to one with a unit take it: "8.8 and 4.5 percent", "17, 12 and 9 tons"."""
    joints = ("COMMA", "AND", "OR")
    kinds = {"PCT": "percent", "VOLUME": "volume", "MONEY": "money"}
    result = list(tokens)
    for index in range(len(result) - 1, 1, -1):
        token = result[index]
        if token.kind not in kinds:
            continue
        back = index - 1
        while back > 0 and result[back].kind in joints:
            before = result[back - 1] if result[back].kind != "AND" or back < 2 else result[back - 1]
            if before.kind == "COMMA" and back > 1:
                before = result[back - 2]
                back -= 1
            if before.kind != "NUMBER" or before.value.unit:
                break
            if kinds[token.kind] == "money" and token.parts and token.parts[-1].kind != "CURRENCY":
                break
            shared = Quantity(
                kinds[token.kind],  # type: ignore[arg-type]
                before.value.value,
                token.value.unit,
                before.value.digit,
            )
            result[back - 1] = Token(token.kind, shared, before.start, before.end, parts=before.parts)
            back -= 2
    return result


BUILDERS: dict[str, Builder] = {
    "number": build_number,
    "money": build_money,
    "percent": build_percent,
    "points": build_rejected,
    "range": build_rejected,
    "volume": build_volume,
    "shared": build_shared,
    "fold": build_fold,
    "times": build_times,
    "multiple": build_multiple,
    "fraction": build_fraction,
}
