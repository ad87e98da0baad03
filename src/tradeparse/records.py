"""The types that every stage shares: frozen dataclasses, with no logic of any stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

SCHEMA = "tradeparse.record/1"

Flow = Literal["imports", "exports", "total", "balance"]
Measure = Literal["value", "change"]
Basis = Literal["yoy", "mom", "qoq", "other"]
Qualifier = Literal["exact", "about", "over", "under"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of whole months, both ends in; a month is counted as `year * 12 + month - 1`."""

    first: int
    last: int

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """One month of a year."""
        return cls(year * 12 + month - 1, year * 12 + month - 1)

    @classmethod
    def year(cls, year: int) -> Period:
        """January to December of a year."""
        return cls(year * 12, year * 12 + 11)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read what `str` of a period gives: `2020-05`, `2020`, `2020-01/2020-05` or `2016/2018`."""
        first, _, last = text.partition("/")
        (year, _, month), (last_year, _, last_month) = first.partition("-"), (last or first).partition("-")
        return cls(int(year) * 12 + int(month or 1) - 1, int(last_year) * 12 + int(last_month or 12) - 1)

    @property
    def months(self) -> int:
        """How many months the period has."""
        return self.last - self.first + 1

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.first // 12, self.first % 12 + 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        from dateutil.relativedelta import relativedelta  # a few milliseconds that a start without periods is spared

        return self.start + relativedelta(months=self.months, days=-1)

    def shift(self, months: int) -> Period:
        """The period of the same length that many months later."""
        return Period(self.first + months, self.last + months)

    def __str__(self) -> str:
        """ISO 8601: `2020-05`, `2020`, `2020-01/2020-05` or `2016/2018`."""
        (year, month), (last_year, last_month) = divmod(self.first, 12), divmod(self.last, 12)
        if month == 0 and last_month == 11:
            return f"{year:04}" if year == last_year else f"{year:04}/{last_year:04}"
        if self.first == self.last:
            return f"{year:04}-{month + 1:02}"
        return f"{year:04}-{month + 1:02}/{last_year:04}-{last_month + 1:02}"


@dataclass(frozen=True, slots=True)
class Record:
    """One figure that an article states; `null` stands for what the text leaves open.

    Offsets are half-open, in code points of the article's text: `text[start:end] == quote`.
    """

    schema: str
    id: str
    source: str
    article: str | None
    title: str | None
    published: str | None
    reporter: str
    partner: str
    flow: Flow
    measure: Measure
    value: Decimal
    unit: str
    qualifier: Qualifier
    commodity: str | None
    period: str | None
    period_start: str | None
    period_end: str | None
    months: int | None
    period_text: str | None
    basis: Basis | None
    base_period: str | None
    change_of: str | None
    low: Decimal | None
    high: Decimal | None
    attribution: str | None
    coverage: str | None
    quote: str
    sentence: str
    start: int
    end: int
    line: int
    also: tuple[tuple[int, int], ...]
    figure: str
    inferred: dict[str, str]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A number that became no record, and the rule that says why."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article states."""

    records: tuple[Record, ...]
    rejected: tuple[Rejected, ...]
    hints: tuple[str, ...] = ()
