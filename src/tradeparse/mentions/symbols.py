"""Periods as the text gives them, before any anchor is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["months", "years", "shift", "same", "part", "list", "to-date", "era", "length"]
Origin = Literal["anchor", "reference"]

JUST_PAST = -9
"""The `shift` of months that are the last such ones before the anchor, in whatever year: "last May"."""


@dataclass(frozen=True, slots=True)
class SymbolicPeriod:
    """A period in the words' own terms.

    `months`: months `first` to `last` of a year that is stated (`year`), counted from the anchor's or the reference's
    year (`shift` years from `origin`), or open. `years`: the years `year` to `until`. `shift`: `months` months long
    (0: as long as the period it counts from), `shift` months from the anchor or the reference. `same`: the
    reference's months, in the year given. `part`: the quarter or half-year with the number `first`, whichever of them
    the reference is: "up from the first". `list`: several, in order. `to-date`: January to the last month before the
    anchor. `era`: a level without a date. `length`: a run of `months` months ending where the context says.
    """

    kind: Kind
    first: int = 0
    last: int = 0
    year: int | None = None
    until: int | None = None
    origin: Origin | None = None
    shift: int = 0
    months: int = 0
    items: tuple[SymbolicPeriod, ...] = ()
    joined: bool = False

    @property
    def is_relative(self) -> bool:
        """Whether it counts from the period that the sentence speaks of."""
        return self.kind in ("shift", "same", "part") and self.origin == "reference"
