"""Why a number is no figure: each rule that rejects one, in plain words."""

from __future__ import annotations

REASONS: dict[str, str] = {
    "aid-or-price": "it counts aid, or is what something costs",
    "average": "it is an average, not what was traded in a period",
    "bound-over-years": "it only bounds every year of several",
    "cap": "it is a cap or a quota, not trade that took place",
    "count": "it counts something other than money or goods, or nothing says what it counts",
    "cut-off": "the text breaks off in it",
    "elided-period": "its period is told by an ordinal alone, as in “the second”, which leaves it open",
    "forecast": "it is expected, planned or possible, not reported",
    "fraction": "it is a part of something, and nothing says that it is a change",
    "negated": "the text denies it",
    "no-direction": "it is a percentage, and nothing says whether up or down",
    "no-flow": "nothing says that it is imports, exports, total trade or a balance",
    "no-goods": "it is an amount of goods, and nothing says of which",
    "no-partner": "nothing says that the trade is between China and North Korea",
    "no-period": "nothing says which period it is of",
    "no-predicate": "no word joins it to the trade that is told of",
    "no-role": "nothing says what it does in its sentence",
    "other-partner": "the trade is with another country or with the world",
    "price": "it is what something costs",
    "range-or-points": "it is a range or a difference in percentage points, not one figure",
    "rate": "it is for each day, ton or the like, or a rate of exchange",
    "region": "it is the trade of a province or through a town, a part of the country's",
    "share": "it is a share of something, or a level in percent, not a change",
    "sign-of-balance-open": "it is a balance, and nothing says who has the surplus",
    "span-of-days": "it covers some days of a month only",
}


def reason(rule: str) -> str:
    """Tell the meaning of a rule, or its id where it has none yet."""
    return REASONS.get(rule, rule)
