"""Multiples and fractions: doubled, tenfold, three times the amount, a third."""

from __future__ import annotations

from decimal import Decimal

from tradeparse.mentions.matches import Builder, Match
from tradeparse.mentions.quantities import Quantity, number_of
from tradeparse.mentions.tokens import Token


def multiple_of(factor: Decimal, digit: Decimal = Decimal(0), *, level: bool = False) -> Quantity:
    """A multiple as a change in percent: tenfold is 900; a digit of 3.6 times is worth ten percent."""
    return Quantity("multiple", (factor - 1) * 100, "percent", digit * 100, level)


def build_fold(match: Match) -> Token:
    """Tenfold, 10-fold."""
    if match.has("f"):
        return match.make("MULT", multiple_of(Decimal(match.first("f").value)))
    factor = number_of(match.tokens[0])
    return match.make("MULT", multiple_of(factor.value, factor.digit))


def build_times(match: Match) -> Token:
    """Ten times as much, eight times higher, two times the 17,416 tons."""
    last = match.tokens[-1]
    level = match.has("t") or (last.kind == "ASMUCH" and last.value == "level")
    factor = number_of(match.first("n"))
    return match.make("MULT", multiple_of(factor.value, factor.digit, level=level))


def build_multiple(match: Match) -> Token:
    """Doubled, tripled, halved, double the amount."""
    change = Decimal(match.first("v").value)
    return match.make("MULT", Quantity("multiple", change, "percent", Decimal(0)), match.tokens[:1])


def build_fraction(match: Match) -> Token | None:
    """A half, a third, two-thirds; `level` where the words set it against another level ("half of those in")."""
    part = Decimal("0.5") if match.has("h") else part_of(match)
    if part is None:
        return None
    level = match.tokens[-1].kind in ("ASMUCH", "THAT", "OF")
    return match.make("FRAC", Quantity("fraction", part, "percent", Decimal(0), level))


def part_of(match: Match) -> Decimal | None:
    """The part that "a third", "two-fifths", "three quarters" name; `None` for an ordinal or a quarter of a year."""
    if match.has("a") and match.first("a").value != "indefinite":
        return None
    parts = 4 if match.has("q") else int(match.first("o" if match.has("o") else "f").value)
    count = number_of(match.first("k")).value if match.has("k") else Decimal(1)
    if parts < 3 or count >= parts or (match.has("k") and count == 1 and parts == 4):
        return None
    return count / parts


BUILDERS: dict[str, Builder] = {
    "fold": build_fold,
    "times": build_times,
    "multiple": build_multiple,
    "fraction": build_fraction,
}
