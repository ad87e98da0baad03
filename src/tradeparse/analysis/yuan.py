"""Growth in yuan beside levels in dollars: what the yuan's own change makes of it."""

from __future__ import annotations

from fractions import Fraction

from tradeparse.analysis.levels import Change

YUAN_PER_DOLLAR = {
    2005: "8.194", 2006: "7.973", 2007: "7.608", 2008: "6.949", 2009: "6.831", 2010: "6.770", 2011: "6.462",
    2012: "6.312", 2013: "6.196", 2014: "6.143", 2015: "6.228", 2016: "6.645", 2017: "6.759", 2018: "6.616",
    2019: "6.908", 2020: "6.901", 2021: "6.449", 2022: "6.737", 2023: "7.084", 2024: "7.197",
}  # fmt: skip
"""The official rate, mean of each year, rounded; written down without its source at hand, and only used to name what
may explain a growth rate that does not fit anyway."""
LEAST = Fraction(1, 100)
"""Where the yuan's value has hardly changed, growth in yuan is like growth in dollars."""
LEEWAY = Fraction(6, 10)
"""A month's rate differs from its year's mean by at most so much of the year's change, or by LEAST."""


def counts_in_yuan(change: Change, rate_in_dollars: Fraction) -> bool:
    """Whether a change on the year is about what growth in dollars comes to in yuan."""
    if change.key.unit != "percent" or change.record.basis != "yoy" or rate_in_dollars <= -100:
        return False
    now, then = (YUAN_PER_DOLLAR.get(period.last // 12) for period in (change.period, change.base))
    if now is None or then is None:
        return False
    expected = Fraction(now) / Fraction(then) - 1
    told = (100 + Fraction(change.record.value)) / (100 + rate_in_dollars) - 1
    return abs(expected) >= LEAST and abs(told - expected) <= max(LEAST, LEEWAY * abs(expected))
