"""The rows of a table for people: one for each value, with its changes beside it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from tradeparse.records import Record


@dataclass(slots=True)
class Row:
    """A value and the changes told with it, or changes that were told without a value."""

    value: Record | None = None
    on_month: list[Record] = field(default_factory=list)
    on_year: list[Record] = field(default_factory=list)
    on_other: list[Record] = field(default_factory=list)

    @property
    def records(self) -> list[Record]:
        """Every record of the row, in the order of the text."""
        value = [] if self.value is None else [self.value]
        return sorted(value + self.on_month + self.on_year + self.on_other, key=lambda record: record.start)

    def add_change(self, change: Record) -> None:
        """Put a change into the column of its basis."""
        {"mom": self.on_month, "yoy": self.on_year}.get(change.basis or "", self.on_other).append(change)


def set_in_rows(records: Sequence[Record]) -> list[Row]:
    """Give every record of an article its place in a row, rows in the order of the text."""
    rows = [Row(record) for record in records if record.measure == "value"]
    with_value: dict[Hashable, list[Row]] = {}
    for row in rows:
        if row.value:
            with_value.setdefault(_subject(row.value), []).append(row)
    without_value: dict[Hashable, Row] = {}
    for change in records:
        if change.measure != "change":
            continue
        subject = _subject(change)
        if subject in with_value:
            _best_row(with_value[subject], change).add_change(change)
            continue
        if subject not in without_value:
            without_value[subject] = Row()
            rows.append(without_value[subject])
        without_value[subject].add_change(change)
    return sorted(rows, key=lambda row: row.records[0].start)


def _subject(record: Record) -> Hashable:
    """Tell apart what may not share a row: frames, and within one its flows, goods and periods."""
    period = record.period or ("open", record.period_text)
    return record.figure, record.flow, record.commodity, period


def _best_row(rows: Sequence[Row], change: Record) -> Row:
    """Choose among a value's currencies the one that the change counts, else the first told."""
    units = {change.unit, change.change_of}
    return next((row for row in rows if row.value and row.value.unit in units), rows[0])
