"""Symbolic periods against an anchor and a reference: a pure function, and what follows from two periods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tradeparse.mentions.symbols import JUST_PAST, SymbolicPeriod
from tradeparse.records import Basis, Period

EARLIEST, LATEST = 1900 * 12, 2200 * 12
"""What is reckoned out of these years is a misreading ("9999 months earlier")."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative periods count from, any part open, and where it was found."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    origin: str = "published"


def resolve_period(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """The months that a symbolic period covers; None where anchor and reference leave them open or absurd."""
    resolve = RESOLVERS.get(symbol.kind)
    period = None if resolve is None else resolve(symbol, anchor, reference)
    return period if period is not None and EARLIEST <= period.first <= period.last < LATEST else None


def resolve_years(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """A year or a run of years that are stated."""
    return None if symbol.year is None else Period(symbol.year * 12, (symbol.until or symbol.year) * 12 + 11)


def resolve_list(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """From the first to the last of several periods."""
    parts = [resolve_period(item, anchor, reference) for item in symbol.items]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or not known:
        return None
    return Period(min(part.first for part in known), max(part.last for part in known))


def resolve_length(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """The reference where it is as long, else the first months of the year."""
    if reference is not None and reference.months == symbol.months:
        return reference
    return nearest(1, symbol.months, anchor)


def resolve_to_date(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """January to the latest month that is told of and may be over, or to the one before the anchor."""
    now = None if anchor.year is None or anchor.month is None else anchor.year * 12 + anchor.month - 1
    late = reference is not None and now is not None and reference.last > now
    if reference is not None and not late and (anchor.year is None or reference.last // 12 >= anchor.year - 1):
        return Period(reference.last // 12 * 12, reference.last)
    return None if now is None else Period((now - 1) // 12 * 12, now - 1)


def nearest(first: int, last: int, anchor: Anchor) -> Period | None:
    """The latest run of those months that does not end after the anchor's month."""
    if anchor.year is None:
        return None
    year = anchor.year if anchor.month is None or last <= anchor.month else anchor.year - 1
    return Period(year * 12 + first - 1, year * 12 + last - 1)


def resolve_months(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """Months of a year that is stated, relative, or the nearest past one."""
    first, last = symbol.first - 1, symbol.last - 1
    if symbol.year is not None:
        return Period(symbol.year * 12 + first, (symbol.until or symbol.year) * 12 + last)
    if symbol.origin == "anchor":
        if anchor.year is None:
            return None
        if symbol.shift == JUST_PAST:
            if anchor.month is None:
                return None
            year = anchor.year if symbol.last < anchor.month else anchor.year - 1
        else:
            year = anchor.year + symbol.shift
        if first > last:
            return Period((year - 1) * 12 + first, year * 12 + last)
        return Period(year * 12 + first, year * 12 + last)
    if symbol.origin == "reference":
        if reference is None:
            return None
        year = reference.last // 12 + symbol.shift
        return Period(year * 12 + first, year * 12 + last)
    if symbol.first > symbol.last:
        found = nearest(symbol.last, symbol.last, anchor)
        return None if found is None else Period(found.last - 12 - symbol.last + symbol.first, found.last)
    return nearest(symbol.first, symbol.last, anchor)


def resolve_shift(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """A period so many months from the reference, or from the anchor's month, quarter or half-year."""
    if symbol.origin == "reference":
        if reference is None:
            return None
        if symbol.months == 0:
            return reference.shift(symbol.shift)
        if symbol.shift > 0:
            following = reference.last // 12 * 12 + 12 if symbol.months == 12 else reference.last + 1
            return Period(following, following + symbol.months - 1)
        return Period(reference.first + symbol.shift, reference.first + symbol.shift + symbol.months - 1)
    if anchor.year is None or anchor.month is None:
        return None
    here = anchor.year * 12 + anchor.month - 1
    if symbol.months in (3, 6) and symbol.shift == -symbol.months:
        here = here // symbol.months * symbol.months
    return Period(here + symbol.shift, here + symbol.shift + symbol.months - 1)


def resolve_same(symbol: SymbolicPeriod, anchor: Anchor, reference: Period | None) -> Period | None:
    """The reference's months, in a year that is named."""
    if reference is None:
        return None
    year = symbol.year
    if symbol.origin == "anchor":
        if anchor.year is None:
            return None
        year = anchor.year + symbol.shift
    if year is not None:
        return reference.shift((year - reference.last // 12) * 12)
    if symbol.months == 12:
        return Period(reference.last // 12 * 12, reference.last // 12 * 12 + 11)
    if symbol.months and symbol.months != reference.months:
        return None
    return reference


def resolve_part(symbol: SymbolicPeriod, _anchor: Anchor, reference: Period | None) -> Period | None:
    """The last quarter or half-year with a number before the reference, whichever of them that is."""
    if reference is None or reference.months not in (3, 6) or reference.first % reference.months:
        return None
    length = reference.months
    if not 1 <= symbol.first <= 12 // length:
        return None
    first = reference.first // 12 * 12 + (symbol.first - 1) * length
    return Period(first, first + length - 1).shift(0 if first < reference.first else -12)


def resolve_base(symbol: SymbolicPeriod, anchor: Anchor, period: Period | None) -> Period | None:
    """What a change of a period is set against; a bare year beside part of a year means that year's same months."""
    base = resolve_period(symbol, anchor, period)
    if symbol.kind == "months" and symbol.year is None and symbol.origin is None and period is not None:
        if base is not None and 0 < abs(base.first - period.first) < 12 and base.last < period.last + 2:
            return base
        for year in (period.last // 12, period.last // 12 - 1):
            candidate = Period(year * 12 + symbol.first - 1, year * 12 + symbol.last - 1)
            if candidate.last < period.first or (candidate.months != period.months and candidate.first < period.first):
                return candidate
    if base is not None and period is not None and base.months == 12 and period.months < 12:
        return period.shift((base.last // 12 - period.last // 12) * 12)
    return base


def basis_of(period: Period | None, base: Period | None) -> Basis:
    """How two periods stand to each other."""
    if period is None or base is None or period.months != base.months:
        if period is not None and base is not None and period.months == 3 and base.last + 1 == period.first:
            return "qoq"
        return "other"
    distance = period.first - base.first
    if distance == 12:
        return "yoy"
    if distance == 1 and period.months == 1:
        return "mom"
    if distance == 3 and period.months == 3:
        return "qoq"
    return "other"


RESOLVERS: dict[str, Callable[[SymbolicPeriod, Anchor, Period | None], Period | None]] = {
    "years": resolve_years,
    "months": resolve_months,
    "list": resolve_list,
    "shift": resolve_shift,
    "same": resolve_same,
    "part": resolve_part,
    "length": resolve_length,
    "to-date": resolve_to_date,
}
"""How each kind of symbolic period is resolved; an era has no months."""
