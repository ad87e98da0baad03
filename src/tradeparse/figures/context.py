"""What a section has told so far: whose trade, with whom, of which goods, and when."""

from __future__ import annotations

from dataclasses import dataclass, field

from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period


@dataclass(slots=True)
class Context:
    """The slots of the section's last frame.

    `side` is whose trade is told of; `ours` whether that trade is between China and North Korea (None: not known yet).
    """

    side: str | None = None
    ours: bool | None = None
    flow: str | None = None
    kind: str | None = None
    goods: str | None = None
    period: Period | None = None
    symbol: SymbolicPeriod | None = None
    period_text: str | None = None
    pair: tuple[str, ...] = ()
    balance: int | None = None
    balance_kind: str | None = None
    about: bool = False
    latest: Period | None = None
    mentioned: Period | None = None
    by_length: dict[int, Period] = field(default_factory=dict)
    basis: str | None = None
    unit: str | None = None
