"""What is known of one key and period: the level that was chosen, or what follows from others, with its chain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

from tradeparse.analysis.intervals import Interval
from tradeparse.analysis.levels import Change, Key, Level, article_of
from tradeparse.records import Period, Record

DIGITS = 15
"""So many digits of an implied number are kept where its interval does not say how many tell anything."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number for a key and period: of a level that is stated, or of a rule and the values that it takes.

    `steps` is 0 for what is stated and one more than that of the values it follows from for what is implied.
    """

    key: Key
    period: Period
    interval: Interval
    number: Fraction
    steps: int
    level: Level | None = None
    rule: str | None = None
    parts: tuple[Value, ...] = ()
    change: Change | None = None

    @classmethod
    def stated(cls, level: Level) -> Value:
        """The value of a level."""
        return cls(level.key, level.period, level.interval, Fraction(level.record.value), 0, level)

    @property
    def order(self) -> tuple[int, bool, bool, Fraction]:
        """Fewer steps come first, then figures of one article before mixed ones, then the narrower interval."""
        width = self.interval.width
        is_mixed = self.steps > 0 and len({article_of(record) for record in self.records()}) > 1
        return self.steps, is_mixed, width is None, width or Fraction(0)

    def records(self) -> Iterable[Record]:
        """The records that it rests on."""
        if self.level is not None:
            yield self.level.record
        if self.change is not None:
            yield self.change.record
        for part in self.parts:
            yield from part.records()


def as_decimal(number: Fraction, width: Fraction | None = None, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """A number as a decimal: exact where it has one, else with a tenth of the digit that its interval leaves open."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(number.numerator) / Decimal(number.denominator)
        if Fraction(exact) == number and len(exact.as_tuple().digits) <= DIGITS:
            return exact
        if width:
            place = (Decimal(width.numerator) / Decimal(width.denominator)).adjusted() - 1
        else:
            place = exact.adjusted() - DIGITS + 1
        rounded = exact.quantize(Decimal(1).scaleb(place), rounding)
        return rounded.quantize(Decimal(1).scaleb(min(place, 0)))


def ends_of(interval: Interval) -> tuple[Decimal | None, Decimal | None]:
    """The ends of an interval as decimals, rounded outwards."""
    low, high, width = interval.low, interval.high, interval.width
    return (
        None if low is None else as_decimal(low, width, ROUND_FLOOR),
        None if high is None else as_decimal(high, width, ROUND_CEILING),
    )
