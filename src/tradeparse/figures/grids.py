"""Grids: each cell of a table is a figure with the flow, period and unit of its headings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradeparse.figures.cells import NEGATIVE, Cell, split_rows
from tradeparse.figures.context import Context
from tradeparse.figures.drafts import Draft
from tradeparse.figures.headings import Headings, count_changes, flow_by_partner, names_partner, set_basis
from tradeparse.figures.hedges import PLAIN
from tradeparse.figures.origins import EARLIER
from tradeparse.figures.resolution import Anchor, basis_of, resolve_base, resolve_period
from tradeparse.figures.sides import BOTH
from tradeparse.figures.tabulation import Tabulator
from tradeparse.figures.wires import is_wire, read_lines
from tradeparse.language.lexicon import Lexicon
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.quantities import is_scaled, number_of
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import Token
from tradeparse.records import Period, Span


class GridReader:
    """Reads one table against the context that the text before it gives."""

    def __init__(self, text: str, anchor: Anchor, context: Context, lexicon: Lexicon, frame: int) -> None:
        self.text = text
        self.anchor = anchor
        self.context = context
        self.lexicon = lexicon
        self.frame = frame
        self.owners: set[str] = set()

    def read(self, span: Span, note: Span) -> list[Draft]:
        """The figures of the table; `note` spans the words right above it."""
        sentences = find_mentions(self.text, note.start, note.end, self.lexicon)
        self.take_view(sentences)
        if is_wire(self.text[span.start : span.end]):
            tabulator = Tabulator(self.text, self.anchor, self.context, self.frame)
            drafts = tabulator.read(list(read_lines(self.text, span.start, span.end, self.lexicon)), sentences)
            self.frame = tabulator.frame
            return drafts
        rows = [row for row in split_rows(self.text, span.start, span.end, self.lexicon) if row]
        above = self.headings(*sentences)
        if above.foreign and above.flow is None:
            return []
        if above.flow is None and self.context.ours is True:
            above.flow = self.context.flow
        self.owners = {one.owner for row in rows for cell in row for one in [self.headings(cell.tokens)] if one.owner}
        by_partner = any(token.kind == "OTHER" for row in rows for token in row[0].tokens)
        if by_partner and above.flow is None:
            above.flow = flow_by_partner(sentences, self.context)
        told = list(self.read_rows(rows, above, by_partner=by_partner))
        count_changes(told)
        flows = {draft.flow for draft, _ in told if draft.goods is None}
        if flows:
            self.context.tell_flow("total" if "total" in flows else flows.pop() if len(flows) == 1 else None, None)
        if told and len(self.owners) == 1 and self.owners <= BOTH:
            self.context.tell_trade(next(iter(self.owners)), None)
        for draft, _ in told:
            if draft.period is not None:
                self.context.by_length[draft.period.months] = draft.period
        return [draft for draft, _ in told]

    def take_view(self, sentences: list[list[Token]]) -> None:
        """Note whose side a table is told from: "shown from North Korea's side"."""
        for tokens in sentences:
            for party, mark, view in zip(tokens, tokens[1:], tokens[2:], strict=False):
                if party.kind == "PARTY" and mark.kind == "POSS" and view.kind == "VIEW":
                    self.context.tell_trade(str(party.value), None)

    def headings(self, *rows: list[Token]) -> Headings:
        """What headings say together."""
        headings = Headings()
        for tokens in rows:
            headings.read(self.text, tokens, self.context)
        return headings

    def read_rows(
        self, rows: list[list[Cell]], above: Headings, *, by_partner: bool
    ) -> Iterator[tuple[Draft, Headings]]:
        """The figures of each row, with the heads of their columns."""
        heads: list[list[Cell]] = []
        block = Headings()
        caption = Headings()
        for row in rows:
            if len(row) == 1 and not heads:
                caption = self.headings(row[0].tokens)
                continue
            if all(cell.quantity is None for cell in row[1:]):
                if heads and len([cell for cell in row if cell.tokens]) == 1:
                    block = self.headings(row[0].tokens)
                else:
                    heads.append(row)
                continue
            if by_partner and not names_partner(row[0].tokens, self.context.side):
                continue
            told = list(self.read_row(row, heads, [self.headings(row[0].tokens), block, caption, above]))
            count_changes(told)
            yield from told

    def read_row(
        self, row: list[Cell], heads: list[list[Cell]], over: list[Headings]
    ) -> Iterator[tuple[Draft, Headings]]:
        """The figure of each cell, with the heads of its column; `over`: its row's label, its block, the notes."""
        for number, cell in enumerate(row[1:], 1):
            if cell.quantity is None:
                continue
            # Heads and rows of unequal length are aligned at their ends: the head has no cell over the labels.
            places = [(head, number - len(row) + len(head)) for head in heads]
            column = self.headings(*(head[at].tokens for head, at in places if 0 <= at < len(head)))
            if column.against:
                # "Pct vs June" is of the month of another column.
                others = (self.headings(*(one.tokens for one in head[1:])) for head in heads)
                column.symbols = next((one.symbols[:1] for one in others if one.symbols), [])
            self.frame += 1
            draft = self.draft(cell, cell.quantity, [column, *over])
            if draft is not None:
                yield draft, column

    def draft(self, cell: Cell, token: Token, headings: list[Headings]) -> Draft | None:
        """A figure from its cell and headings; None where flow, period or unit stays open."""
        if any(one.foreign for one in headings[:3]) or any(one.strange for one in headings[:2]):
            return None
        told = next((one for one in headings if one.flow), None)
        if told is not None and told.flow == "balance" and not told.sign and "PRK" not in self.owners:
            return None
        symbols = [symbol for one in headings for symbol in one.symbols]
        period = self.period(symbols)
        if told is None or told.flow is None or period is None:
            return None
        quantity = number_of(token)
        change = quantity.kind == "percent" or any(one.change for one in headings[:2])
        unit = "percent" if change else quantity.unit or next((one.unit for one in headings if one.unit), None)
        if unit is None:
            return None
        scale = 1 if change or is_scaled(token) else next((one.scale for one in headings if one.scale > 1), 1)
        draft = Draft(
            flow=told.flow,
            goods=next((one.goods for one in headings if one.goods), None),
            measure="change" if change else "value",
            value=self.signed(cell, quantity.value * scale, told),
            unit=unit,
            hedge=PLAIN,
            digit=quantity.digit * scale,
            span=Span(token.start, token.end),
            sentence=Span(cell.start, cell.end),
            frame=self.frame,
            period=period,
            period_text=next((word for one in headings for word in one.words), None),
            symbol=symbols[0] if symbols else None,
            explicit_year=True,
            rules=["table-cell"],
        )
        if not symbols:
            draft.inferred["period"] = EARLIER
        against = next((one.against[0] for one in headings if one.against), None)
        if change and against is not None:
            draft.base = resolve_base(against, self.anchor, period)
            draft.basis = None if draft.base is None else basis_of(period, draft.base)
        elif change:
            set_basis(draft, period, next((one.basis for one in headings if one.basis), None))
        return draft

    def signed(self, cell: Cell, value: Decimal, told: Headings) -> Decimal:
        """A cell's number with the sign that it is printed with, or that its balance has."""
        if NEGATIVE.match(self.text[cell.start]):
            value = -value
        return value * told.sign if told.flow == "balance" and value > 0 and told.sign else value

    def period(self, symbols: list[SymbolicPeriod]) -> Period | None:
        """The period of a cell: a month of one heading in the year of another."""
        if not symbols:
            return self.context.period
        first = symbols[0]
        year = next((symbol.year for symbol in symbols if symbol.year is not None), None)
        if first.kind == "years" and len(symbols) > 1 and symbols[1].kind == "months" and symbols[1].year is None:
            first = symbols[1]
        if first.kind == "months" and first.year is None and year is not None:
            return Period(year * 12 + first.first - 1, year * 12 + first.last - 1)
        return resolve_period(first, self.anchor, self.context.period)
