"""Tabulation: the cells of a table of single spaces become figures, where everything about them is certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tradeparse.figures.cells import NEGATIVE, Cell
from tradeparse.figures.context import Context
from tradeparse.figures.drafts import Draft
from tradeparse.figures.headings import Headings, count_changes, names_partner, set_basis
from tradeparse.figures.hedges import PLAIN
from tradeparse.figures.labels import is_total, name_goods
from tradeparse.figures.origins import DEFAULT_BASIS
from tradeparse.figures.resolution import Anchor
from tradeparse.figures.schedules import Schedule
from tradeparse.figures.tables import Column, Table, TableReader
from tradeparse.figures.units import Measure, Units
from tradeparse.figures.wires import WireLine
from tradeparse.mentions.quantities import is_scaled, number_of
from tradeparse.mentions.tokens import Token
from tradeparse.records import Span


class Tabulator:
    """Makes the figures of one table."""

    def __init__(self, text: str, anchor: Anchor, context: Context, frame: int) -> None:
        self.text = text
        self.anchor = anchor
        self.reader = TableReader(text, context)
        self.frame = frame
        self.table = Table()
        self.flows: set[str | None] = set()
        self.sums: dict[int, Decimal] = {}

    def read(self, lines: Sequence[WireLine], note: Sequence[list[Token]]) -> list[Draft]:
        """The figures of the rows, those that contradict each other left out."""
        if not any(line.cells for line in lines):
            return []
        table = self.reader.read(lines, note)
        if table is None:
            return []
        self.table = table
        self.flows = {self.reader.say(line.tokens).flow for line in lines if line.cells}
        told = defaultdict(list)
        rows = list(self.read_rows(lines))
        count_changes(rows)
        for draft, _ in rows:
            key = draft.flow, draft.goods, draft.measure, draft.unit, draft.period, draft.basis
            told[key].append(draft)
        return [drafts[0] for drafts in told.values() if len({draft.value for draft in drafts}) == 1]

    def read_rows(self, lines: Sequence[WireLine]) -> Iterator[tuple[Draft, Headings]]:
        """The figures of each row in the part that it stands in, with the heads of their columns."""
        part: Headings | None = Headings()
        units = self.table.units
        started = False
        for line in lines:
            if not line.cells:
                if started or self.opens_part(line):
                    part, units = self.read_part(line.tokens)
                    self.sums = {}
                continue
            started = True
            if part is not None and len(line.cells) == len(self.table.columns):
                row = list(self.read_row(line, part, units))
                count_changes(row)
                yield from row

    def opens_part(self, line: WireLine) -> bool:
        """Whether a line before the first row heads a part of the table, as the lines between rows do."""
        return self.table.part is not None and self.reader.say(line.tokens).flow is not None

    def read_part(self, tokens: list[Token]) -> tuple[Headings | None, Units]:
        """What the head of a part says; None where that is not known."""
        said = self.reader.say(tokens)
        units = Units()
        units.read(self.text, tokens)
        known = not said.foreign and (said.flow or said.symbols or said.goods)
        return said if known else None, units if units.general or not units.clear else self.table.units

    def read_row(self, line: WireLine, part: Headings, units: Units) -> Iterator[tuple[Draft, Headings]]:
        """The figures of a row with the heads of their columns."""
        table, tokens = self.table, line.tokens
        label = Headings() if table.by_partner else self.reader.say(tokens)
        total = is_total(tokens)
        if table.by_partner:
            if not names_partner(tokens, self.reader.context.side):
                return
        elif total:
            label.flow = None
        elif label.goods is not None and label.flow is None:
            label.goods = name_goods(self.text, tokens)
            if label.goods is None:
                return
        elif any(token.kind == "WORD" for token in tokens) or not (label.flow or label.symbols):
            return
        over = [label, part, table.above]
        schedule = Schedule([column.said for column in table.columns], over, self.anchor)
        if schedule.repeats_months():
            return
        own = Units()
        own.read(self.text, tokens)
        drafts = [
            self.read_cell(at, cell, schedule, (own, units)) if cell.quantity is not None else None
            for at, cell in enumerate(line.cells)
        ]
        if total and not all(self.sums_all(at, draft, units) for at, draft in enumerate(drafts) if draft is not None):
            return
        for at, draft in enumerate(drafts):
            if draft is not None:
                self.frame += 1
                draft.frame = self.frame
                self.sums[at] = self.sums.get(at, Decimal(0)) + draft.value
                yield draft, table.columns[at].said

    def sums_all(self, at: int, draft: Draft, units: Units) -> bool:
        """Whether a total is that of all goods: one of money, and not the sum of the few that stand above it."""
        if draft.flow == "total":
            return draft.goods is None and {"imports", "exports"} <= self.flows
        measures = [column.measure for column in self.table.columns if column.measure is not None]
        money = all(one.is_money for one in [*measures, units.general] if one is not None)
        listed = draft.measure == "value" and abs(self.sums.get(at, Decimal(0)) - draft.value) <= 3 * draft.digit
        return draft.goods is None and money and not listed

    def read_cell(self, at: int, cell: Cell, schedule: Schedule, units: tuple[Units, Units]) -> Draft | None:
        """The figure of a cell; None where flow, period, unit or basis is not certain."""
        column, token = self.table.columns[at], cell.quantity
        label, *over = schedule.headings
        headings = [label, column.said, *over]
        told = next((one for one in headings if one.flow), None)
        goods = next((one.goods for one in headings if one.goods), None)
        if token is None or not column.known or told is None or told.flow is None or (goods and told.flow == "total"):
            return None
        if goods is None and self.table.mixed:
            return None
        quantity = number_of(token)
        change = column.said.change
        period = schedule.period(at)
        measure = Measure("percent") if change else self.measure(column, token, goods, units)
        if period is None or measure is None or measure.unit is None:
            return None
        if change and (quantity.kind not in ("percent", "number") or not (column.rate or quantity.kind == "percent")):
            return None
        basis = schedule.basis(at, period) if change else None
        if change and basis is None:
            return None
        scale = 1 if is_scaled(token) else measure.scale
        if measure.is_money and scale == 1 and not quantity.unit and quantity.digit < 1 and not is_scaled(token):
            return None  # amounts with decimals are of thousands or millions, whatever the note fails to say
        value = quantity.value * scale
        if NEGATIVE.match(self.text[cell.start]):
            value = -value
        if not change and told.flow == "balance" and value > 0:
            value *= told.sign
        elif not change and told.flow != "balance" and value < 0:
            return None
        words = [*column.said.words, *(word for one in headings for word in one.words)]
        # Without a symbol: bases stand beside the news in a table, so no year of it dates the sentences around it.
        draft = Draft(
            flow=told.flow,
            goods=goods,
            measure="change" if change else "value",
            value=value,
            unit=measure.unit,
            hedge=PLAIN,
            digit=quantity.digit * Decimal(scale),
            span=Span(token.start, token.end),
            sentence=Span(cell.start, cell.end),
            frame=self.frame,
            period=period,
            period_text=next(iter(words), None),
            rules=["table-cell"],
        )
        if told.flow_from is not None:
            draft.inferred["flow"] = told.flow_from
        if not schedule.is_dated(at):
            draft.inferred["period"] = self.anchor.origin
        if change:
            set_basis(draft, period, basis)
            if column.said.basis is None:
                draft.inferred["basis"] = DEFAULT_BASIS
        return draft

    def measure(self, column: Column, token: Token, goods: str | None, units: tuple[Units, Units]) -> Measure | None:
        """What a cell counts: as it says itself, its column, its row, or the note for its goods."""
        quantity = number_of(token)
        if quantity.kind == "percent":
            return None
        own, general = units
        told = column.measure or own.of(None) or (general.of(goods) if own.clear else None)
        if quantity.unit:
            same = told is not None and told.unit == quantity.unit
            return told if same else (Measure(quantity.unit) if told is None or told.unit is None else None)
        return told if told is not None and column.said.fits(told) else None
