"""Tables: each cell is a figure with the flow, period and unit of its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tradeparse.figures.context import Context
from tradeparse.figures.drafts import Draft
from tradeparse.figures.frames import Frame, resolve_flow
from tradeparse.figures.heads import find_heads
from tradeparse.figures.hedges import Hedge
from tradeparse.figures.resolution import Anchor, basis_of, resolve_period
from tradeparse.language.lexicon import Lexicon
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.quantities import Quantity
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.mentions.tokens import Token
from tradeparse.records import Period, Span

RULE = re.compile(r"[\s|:+=_\-\u2013\u2014]*")
GAP = re.compile(r"\s{2,}|\t")
SIGN = re.compile(r"[-\u2212\u2013+(]")


@dataclass(slots=True)
class Cell:
    """A cell with its place and what it mentions."""

    start: int
    end: int
    tokens: list[Token]

    @property
    def quantity(self) -> Token | None:
        """The number of the cell, unless the cell is a heading with one in it."""
        numbers = [token for token in self.tokens if token.kind in ("MONEY", "PCT", "VOLUME", "NUMBER", "NUM")]
        return numbers[0] if len(numbers) == 1 and all(token.kind in PLAIN for token in self.tokens) else None


PLAIN = {"MONEY", "PCT", "VOLUME", "NUMBER", "HYPHEN", "LPAR", "RPAR", "DASH", "HEDGE", "DOT", "UPDOWN", "BAR", "PLUS"}


@dataclass(slots=True)
class Headings:
    """What the headings of a cell say of it."""

    flow: str | None = None
    sign: int = 1
    goods: str | None = None
    symbols: list[SymbolicPeriod] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    unit: str | None = None
    scale: int = 1
    change: bool = False
    basis: str | None = None
    foreign: bool = False


def split_rows(text: str, start: int, end: int, lexicon: Lexicon) -> list[list[Cell]]:
    """The rows of a table as cells, its rules left out."""
    rows: list[list[Cell]] = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if not RULE.fullmatch(line.strip() or " "):
            rows.append([read_cell(text, begin, stop, lexicon) for begin, stop in split_cells(line, at)])
        at += len(line)
    return rows


def split_cells(line: str, offset: int) -> Iterator[tuple[int, int]]:
    """The spans of a line's cells: between bars, tabs or wide gaps."""
    body = line.rstrip()
    if "|" in body:
        pieces = [(found.start(), found.end()) for found in re.finditer(r"[^|]+", body)]
        if body.lstrip().startswith("|") and pieces and not body[pieces[0][0] : pieces[0][1]].strip():
            pieces = pieces[1:]
    else:
        pieces, at = [], len(body) - len(body.lstrip())
        for gap in GAP.finditer(body, at):
            pieces.append((at, gap.start()))
            at = gap.end()
        pieces.append((at, len(body)))
    for begin, stop in pieces:
        piece = body[begin:stop]
        lead = len(piece) - len(piece.lstrip())
        yield offset + begin + lead, offset + begin + len(piece.rstrip()) if piece.strip() else offset + begin + lead


def read_cell(text: str, start: int, end: int, lexicon: Lexicon) -> Cell:
    """A cell's mentions."""
    sentences = find_mentions(text, start, end, lexicon) if end > start else []
    return Cell(start, end, [token for sentence in sentences for token in sentence])


class GridReader:
    """Reads one table against the context that the text before it gives."""

    def __init__(self, text: str, anchor: Anchor, context: Context, lexicon: Lexicon, frame: int) -> None:
        self.text = text
        self.anchor = anchor
        self.context = context
        self.lexicon = lexicon
        self.frame = frame

    def read(self, span: Span, note: Span) -> list[Draft]:
        """The figures of the table; `note` spans the words right above it."""
        rows = [row for row in split_rows(self.text, span.start, span.end, self.lexicon) if row]
        above = Headings()
        for sentence in find_mentions(self.text, note.start, note.end, self.lexicon):
            self.read_heading(sentence, above)
        if above.flow is None and self.context.ours is True and self.context.flow:
            above.flow = self.context.flow
        heads: list[list[Cell]] = []
        block = Headings()
        drafts: list[Draft] = []
        by_partner = any(token.kind == "OTHER" for row in rows for token in row[0].tokens)
        if by_partner and above.flow is None:
            above.flow = self.flow_with_partner(rows, Span(note.start, note.end))
        for row in rows:
            figures = [cell for cell in row[1:] if cell.quantity is not None]
            if not figures:
                if len([cell for cell in row if cell.tokens]) == 1 and heads:
                    block = Headings()
                    self.read_heading(row[0].tokens, block)
                else:
                    heads.append(row)
                continue
            label = Headings()
            self.read_heading(row[0].tokens, label)
            if by_partner and not names_partner(row[0].tokens, self.context.side):
                continue
            for number, cell in enumerate(row):
                if number == 0 or cell.quantity is None:
                    continue
                column = Headings()
                for head in heads:
                    place = number if len(head) == len(row) else number - (len(row) - len(head))
                    if 0 <= place < len(head):
                        self.read_heading(head[place].tokens, column)
                self.frame += 1
                draft = self.draft(cell, [column, label, block, above])
                if draft is not None:
                    drafts.append(draft)
        return drafts

    def flow_with_partner(self, rows: list[list[Cell]], note: Span) -> str | None:
        """The flow of a table by partner, whose head names one side and whose row the other."""
        heads = [
            (head, sentence)
            for sentence in find_mentions(self.text, note.start, note.end, self.lexicon)
            for head in find_heads(sentence)
        ]
        sides = [head.owner for head, _ in heads if head.owner in ("CHN", "PRK")]
        if not sides or len(set(sides)) > 1:
            return None
        self.context.side = sides[0]
        kind = heads[0][0].kind
        if kind == "total":
            return "total"
        if kind in ("imports", "exports"):
            return kind if sides[0] == "PRK" else {"imports": "exports", "exports": "imports"}[kind]
        return None

    def read_heading(self, tokens: list[Token], headings: Headings) -> None:
        """Flow, goods, period, unit and kind of figure that a heading names."""
        heads = [head for head in find_heads(tokens) if not head.share]
        if heads and headings.flow is None:
            frame = Frame(heads[0])
            trial = Context(**{name: getattr(self.context, name) for name in Context.__slots__})
            resolve_flow(frame, tokens, trial)
            headings.flow, headings.sign = frame.flow, frame.sign
            headings.foreign = frame.flow is None and frame.reason == "other-partner"
            if heads[0].goods is not None:
                first, last = heads[0].goods
                headings.goods = self.text[tokens[first].start : tokens[last].end].lower()
        for at, token in enumerate(tokens):
            if token.kind == "PERIOD":
                headings.symbols.append(token.value)
                headings.words.append(self.text[token.start : token.end])
            elif token.kind == "CURRENCY" or token.kind in ("UNIT", "SHORTUNIT"):
                headings.unit = headings.unit or str(token.value)
            elif token.kind in ("SCALE", "SHORTSCALE"):
                headings.scale = int(token.value)
            elif token.kind in ("NUMBER", "MONEY") and token.parts and token.value.value >= 1000:
                headings.scale = int(token.value.value)
            elif token.kind == "CHANGE":
                headings.change = True
            elif token.kind in ("PERCENT", "DIR", "BASIS"):
                headings.change = headings.change or token.kind != "DIR" or len(tokens) < 4
                if token.kind == "BASIS":
                    headings.basis = str(token.value)
            elif token.kind == "GOODS" and headings.goods is None and not heads:
                headings.goods = self.text[token.start : tokens[at].end].lower()
            elif token.id in ("total", "totals") and headings.flow is None and not heads:
                headings.flow = "total"
            elif token.kind == "OTHER":
                headings.foreign = True

    def draft(self, cell: Cell, headings: list[Headings]) -> Draft | None:
        """A figure from its cell and headings; None where flow, period or unit stays open."""
        token = cell.quantity
        assert token is not None
        quantity: Quantity = token.value
        if any(one.foreign for one in headings[:3]):
            return None
        flow = next((one.flow for one in headings if one.flow), None)
        sign = next((one.sign for one in headings if one.flow), 1)
        symbols = [symbol for one in headings for symbol in one.symbols]
        period = self.period(symbols)
        if flow is None or period is None:
            return None
        change = quantity.kind == "percent" or any(one.change for one in headings[:2])
        unit = quantity.unit or next((one.unit for one in headings if one.unit), None)
        value, digit = quantity.value, quantity.digit
        if change:
            unit = "percent"
        elif unit is None:
            return None
        elif not any(part.kind in ("SCALE", "SHORTSCALE") for part in flat(token)):
            scale = next((one.scale for one in headings if one.scale > 1), 1)
            value, digit = value * scale, digit * scale
        if SIGN.match(self.text[cell.start]) and self.text[cell.start] != "+":
            value = -value
        if flow == "balance" and value > 0:
            value = value * sign
        words = next((word for one in headings for word in one.words), None)
        draft = Draft(
            flow=flow,
            goods=next((one.goods for one in headings if one.goods), None),
            measure="change" if change else "value",
            value=value,
            unit=unit,
            hedge=Hedge(),
            digit=digit,
            span=Span(token.start, token.end),
            sentence=Span(cell.start, cell.end),
            frame=self.frame,
            period=period,
            period_text=words,
            symbol=symbols[0],
            explicit_year=True,
            inferred={},
            rules=["table-cell"],
        )
        if change:
            draft.basis = next((one.basis for one in headings if one.basis), None)
            if draft.basis is None:
                draft.basis = "yoy"
                draft.inferred["basis"] = "default-basis"
            draft.base = period.shift({"yoy": -12, "mom": -1, "qoq": -3}[draft.basis])
            draft.basis = basis_of(period, draft.base) if draft.basis == "yoy" else draft.basis
        return draft

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


def names_partner(tokens: list[Token], side: str | None) -> bool:
    """Whether a row's label is the other side of a table by partner."""
    return any(token.kind == "PARTY" and token.value != side for token in tokens) and not any(
        token.kind == "OTHER" for token in tokens
    )


def flat(token: Token) -> list[Token]:
    """The tokens that a number was built of, down to words."""
    return [leaf for part in token.parts for leaf in (flat(part) if part.parts else [part])]
