"""Numerals: what the patterns of the stage `number` make of digits and number words."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from tradeparse.mentions.matches import Builder, Match
from tradeparse.mentions.quantities import Quantity
from tradeparse.mentions.tokens import Token


def plain_number(piece: str) -> Decimal:
    """Digits with thousands separators as a number."""
    return Decimal(piece.replace(",", ""))


def digit_of(piece: str) -> Decimal:
    """What one of the last printed digit is worth."""
    return Decimal(1).scaleb(-len(piece.partition(".")[2]))


class Numeral:
    """The value of number tokens as it grows, and the worth of its last digit (0 where the number is in words)."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.current = Decimal(0)
        self.digit = Decimal(0)
        self.decimals = ""
        self.after_point = False

    def add(self, token: Token) -> None:
        """Take in the next token."""
        if token.kind == "POINT":
            self.after_point = True
        elif token.kind in ("NUM", "YEAR"):
            if self.after_point:
                self.decimals += token.value
            else:
                self.current += plain_number(token.value)
            self.digit = digit_of(token.value)
        elif token.kind in ("WORDNUM", "TENS"):
            if self.after_point:
                self.decimals += str(token.value)
            else:
                self.current += token.value
        elif token.kind == "ARTICLE" and self.current == 0 and not self.after_point:
            self.current = Decimal(1)
        elif token.kind == "HALF":
            self.current += Decimal("0.5")
        elif token.kind in ("SCALE", "SHORTSCALE"):
            self.multiply(Decimal(token.value))

    def multiply(self, scale: Decimal) -> None:
        """Take in a hundred, a thousand, a million."""
        self.close_decimals()
        if self.current == 0:
            self.current = Decimal(1)
        if scale == 100 or (self.total and scale > self.total):
            self.current *= scale
        else:
            self.total += self.current * scale
            self.current = Decimal(0)
        self.digit *= scale

    def close_decimals(self) -> None:
        """Take in the digits that followed a point in words."""
        if self.decimals:
            self.current += Decimal("0." + self.decimals)
            self.digit = digit_of("." + self.decimals)
            self.decimals, self.after_point = "", False


def read_number(tokens: list[Token]) -> tuple[Decimal, Decimal] | None:
    """The value of number tokens and the worth of the last digit; `None` for digits beyond all measure."""
    numeral = Numeral()
    try:
        for token in tokens:
            numeral.add(token)
        numeral.close_decimals()
        return numeral.total + numeral.current, numeral.digit
    except InvalidOperation:
        return None


def build_number(match: Match) -> Token | None:
    """A number, unless it is a year, a letter by itself or part of a name ("COVID-19")."""
    tokens = match.tokens
    first = tokens[0]
    if first.kind == "YEAR" and (len(tokens) == 1 or tokens[1].kind != "SCALE"):
        return None
    if first.kind in ("ARTICLE", "HALF") and len(tokens) < 2:
        return None
    if any(token.kind == "SHORTSCALE" for token in tokens) and not (
        tokens[-2].end == tokens[-1].start or tokens[-1].id == "scale-abbreviation-apart"
    ):
        return None
    if first.start and match.text[first.start - 1] in "-/" and match.text[max(first.start - 2, 0)].isalpha():
        return None
    tokens = joined_part(match.text, tokens)
    result = read_number(tokens)
    if result is None:
        return None
    return match.make("NUMBER", Quantity("number", result[0], "", result[1]), tokens)


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


BUILDERS: dict[str, Builder] = {"number": build_number}
