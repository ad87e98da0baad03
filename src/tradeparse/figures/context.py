"""What a section has told so far: whose trade, with whom, of which goods, and when."""

from __future__ import annotations

from dataclasses import dataclass, field

from tradeparse.figures.heads import HeadKind
from tradeparse.figures.origins import UNTOLD, Told
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period


@dataclass(slots=True)
class Context:
    """The slots of the section's last frame.

    `side` is whose trade is told of; `ours` whether that trade is between China and North Korea (None: not known yet);
    `about` whether the section as a whole is about the two, `throughout` whether about hardly anyone else, so that
    North Korea's trade is that with China where nobody is named, `alone` whether about nobody else, so that what goes
    to North Korea goes there from China; `pair` the flows of the last sentence that told two;
    `dated` is the latest period of a figure that counts; `elsewhere` whether trade with others is told of anywhere.
    `based` is the last period that an amount of another one was set against, with that one;
    `sentence` counts the sentences; what is told of trade, flow and period says where each comes from; `sides` are
    those that own flows.
    """

    elsewhere: bool = False
    sentence: int = 0
    trade_told: Told = UNTOLD
    flow_told: Told = UNTOLD
    period_told: Told = UNTOLD
    side: str | None = None
    ours: bool | None = None
    about: bool = False
    throughout: bool = False
    alone: bool = False
    flow: str | None = None
    kind: HeadKind | None = None
    pair: tuple[str, ...] = ()
    balance: int | None = None
    balance_kind: HeadKind | None = None
    goods: str | None = None
    unit: str | None = None
    period: Period | None = None
    symbol: SymbolicPeriod | None = None
    period_text: str | None = None
    latest: Period | None = None
    dated: Period | None = None
    dated_at: int = 0
    based: tuple[Period | None, Period | None] = (None, None)
    based_told: Told = UNTOLD
    mentioned: Period | None = None
    mentioned_at: int = -1
    by_length: dict[int, Period] = field(default_factory=dict)
    sides: set[str] = field(default_factory=set)

    def tell_trade(self, side: str | None, origin: str | None) -> None:
        """Note that the trade of China and North Korea is told of, from one's side; `origin` is that of the flow."""
        self.ours, self.side = True, side
        self.trade_told = self.trade_told.again(self.sentence, origin)

    def tell_elsewhere(self) -> None:
        """Note that the trade of somebody else, or with somebody else, is told of."""
        self.ours, self.elsewhere = False, True

    def tell_flow(self, flow: str | None, origin: str | None) -> None:
        """Note which flow is told of, and where it comes from."""
        self.flow = flow
        self.flow_told = self.flow_told.again(self.sentence, origin)

    def tell_base(self, period: Period, base: Period) -> None:
        """Note which period the amounts of another were set against."""
        self.based, self.based_told = (period, base), self.based_told.again(self.sentence, None)

    def tell_period(
        self,
        period: Period | None,
        symbol: SymbolicPeriod | None,
        words: str | None,
        *,
        leads: bool,
        origin: str | None = None,
    ) -> None:
        """Make a period the one that is told of, unless it looks back from it or is longer than a year."""
        if period is None:
            if self.period is None:
                self.period_text, self.symbol = words, symbol
            return
        if period.months > 12:
            return
        held = self.period
        self.by_length[period.months] = period
        if self.latest is None or period.last > self.latest.last:
            self.latest = period
        if held is None or leads or period.last >= held.last or period.first >= held.first:
            self.period, self.period_text, self.symbol = period, words, symbol
            self.period_told = self.period_told.again(self.sentence, origin)
