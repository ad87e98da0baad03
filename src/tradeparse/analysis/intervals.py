"""Exact arithmetic on what a figure may be: every operation holds all results that its operands allow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Bound = Fraction | None
"""An end of an interval; `None` where it is open."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`, both ends in; an end that is `None` has no bound."""

    low: Bound
    high: Bound

    @classmethod
    def of(cls, low: Decimal | int | None, high: Decimal | int | None) -> Interval:
        """The interval between the bounds of a record."""
        return cls(None if low is None else Fraction(low), None if high is None else Fraction(high))

    @classmethod
    def at(cls, number: Decimal | int | Fraction) -> Interval:
        """One number and no other."""
        return cls(Fraction(number), Fraction(number))

    @property
    def width(self) -> Bound:
        """How far the ends lie apart; `None` where one is open."""
        return None if self.low is None or self.high is None else self.high - self.low

    def __add__(self, other: Interval) -> Interval:
        """The sum."""
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __neg__(self) -> Interval:
        """The same with the other sign."""
        return Interval(_minus(self.high), _minus(self.low))

    def __sub__(self, other: Interval) -> Interval:
        """The difference."""
        return self + -other

    def size(self) -> Interval:
        """What it is without its sign."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return -self
        low, high = _minus(self.low), self.high
        return Interval(Fraction(0), None if low is None or high is None else max(low, high))

    def times(self, number: Fraction) -> Interval:
        """Each number of it times one that is not negative."""
        return Interval(*(None if end is None else end * number for end in (self.low, self.high)))

    def grown(self, percent: Interval) -> Interval:
        """A size after a change in percent."""
        low = _product(self.low, _factor(percent.low) or Fraction(0))
        return Interval(low, _product(self.high, _factor(percent.high)))

    def before(self, percent: Interval) -> Interval:
        """The size that has become this one by a change in percent."""
        low = _quotient(self.low, _factor(percent.high))
        return Interval(Fraction(0) if low is None else low, _quotient(self.high, _factor(percent.low)))

    def growth_from(self, base: Interval) -> Interval:
        """The change in percent from another size to this one."""
        low, high = _quotient(self.low, base.high), _quotient(self.high, base.low)
        return Interval(Fraction(-100) if low is None else low * 100 - 100, None if high is None else high * 100 - 100)

    def gap(self, other: Interval) -> Fraction:
        """How far the nearest numbers of two intervals lie apart: 0 where they meet, below 0 where this is lower."""
        if self.low is not None and other.high is not None and self.low > other.high:
            return self.low - other.high
        if self.high is not None and other.low is not None and self.high < other.low:
            return self.high - other.low
        return Fraction(0)

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        return self.gap(other) == 0

    def holds(self, number: Fraction) -> bool:
        """Whether a number is in it."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)


def total_of(*parts: Interval) -> Interval:
    """The sum of some intervals."""
    total, *rest = parts
    for part in rest:
        total += part
    return total


def common_part(intervals: Iterable[Interval]) -> Interval | None:
    """The numbers that all of some intervals hold; `None` where there is none."""
    told = list(intervals)
    low = max((one.low for one in told if one.low is not None), default=None)
    high = min((one.high for one in told if one.high is not None), default=None)
    return None if low is not None and high is not None and low > high else Interval(low, high)


def _plus(one: Bound, other: Bound) -> Bound:
    return None if one is None or other is None else one + other


def _minus(end: Bound) -> Bound:
    return None if end is None else -end


def _factor(percent: Bound) -> Bound:
    return None if percent is None else max(1 + percent / 100, Fraction(0))


def _product(size: Bound, factor: Bound) -> Bound:
    return None if size is None or factor is None else size * factor


def _quotient(size: Bound, divisor: Bound) -> Bound:
    return None if size is None or not divisor else size / divisor
