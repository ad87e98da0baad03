"""Tables of single spaces: what captions, heads of columns and notes say of the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tradeparse.figures.columns import (
    CHANGES,
    FLOWS,
    Entry,
    find_entries,
    is_known,
    split_entries,
    stretch_entries,
)
from tradeparse.figures.context import Context
from tradeparse.figures.flows import resolve_flow
from tradeparse.figures.frames import Frame
from tradeparse.figures.headings import Headings, flow_by_partner
from tradeparse.figures.heads import Head
from tradeparse.figures.phrases import find_heads
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.figures.sides import BOTH
from tradeparse.figures.units import Measure, Units, find_measures
from tradeparse.figures.wires import WireLine
from tradeparse.mentions.tokens import Token

VOID = frozenset({"PRICE", "SHARE", "AVERAGE", "PER", "COUNTER", "FORECAST", "CAP", "AID", "WORLD", "WORLDFLOW"})
"""What a table with these in its captions counts is no figure of the two sides' trade."""
TELLING = frozenset({"DIR", "UPDOWN", "CMP", "LEVEL", "MULTIPLE", *VOID})
"""A sentence with these tells news of its own and heads no table."""
RATES = ("change-rate",)


@dataclass(slots=True)
class Column:
    """What the head of a column says of its cells."""

    said: Headings
    known: bool
    rate: bool
    measure: Measure | None


@dataclass(slots=True)
class Table:
    """What stands over and under the rows of a table."""

    columns: list[Column] = field(default_factory=list)
    above: Headings = field(default_factory=Headings)
    part: Headings | None = None
    units: Units = field(default_factory=Units)
    by_partner: bool = False
    mixed: bool = False
    """Whether the captions name several goods, or some that are not known."""


class TableReader:
    """Reads the heads of a table against what the text before it has told."""

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.context = replace(context)
        self.news = False

    def read(self, lines: Sequence[WireLine], note: Sequence[list[Token]]) -> Table | None:
        """What is said of the cells; None where any of it stays unclear."""
        places = [at for at, line in enumerate(lines) if line.cells]
        rows = [lines[at] for at in places]
        table = Table()
        table.by_partner = any(token.kind == "OTHER" for row in rows for token in row.tokens)
        if not self.is_side_clear(note):
            self.context.side = None
        top = [line.tokens for line in lines[: places[0]]]
        heads: list[tuple[bool, list[Entry]]] = []
        captions = [note[-1]] if note and not QUANTITIES.intersection(token.kind for token in note[-1]) else []
        self.news = bool(note) and ends_news(note[-1])
        told = len(captions)
        width = len(rows[0].cells)
        for tokens in top:
            entries = find_entries(tokens, width)
            if entries is not None:
                heads.append((True, entries))
            elif sum(token.kind in CHANGES | {"PERIOD"} for token in tokens) > 1:
                heads.append((False, split_entries(tokens, apart=False)))
            elif heads and find_heads(Sentence.of(tokens)) and table.part is None:
                table.part = Headings()
                captions.append(tokens)
            else:
                captions.append(tokens)
        full = next((entries for fits, entries in reversed(heads) if fits), None)
        if full is None:
            return None
        fitted = [entries if fits else stretch_entries(entries, full) for fits, entries in heads]
        if not all(self.read_caption(table, tokens, loose=at < told) for at, tokens in enumerate(captions)):
            return None
        for line in lines[places[-1] + 1 :]:
            table.units.read(self.text, line.tokens)
        if table.by_partner:
            table.above.flow = flow_by_partner(captions[told if self.news else 0 :], self.context)
            if table.above.flow is None:
                return None
            self.context.ours = True
            table.mixed = table.mixed or any(token.kind == "GOODS" for tokens in note for token in tokens)
        columns: list[list[Token]] = [[] for _ in range(width)]
        for entries in fitted:
            if entries is None:
                return None
            for at, entry in enumerate(entries):
                columns[at].extend(entry)
        table.columns = [self.read_column(tokens) for tokens in columns]
        flows = {column.said.flow for column in table.columns}
        for column, tokens in zip(table.columns, columns, strict=True):
            if column.said.flow == "total" and FLOWS.isdisjoint(token.kind for token in tokens):
                column.known = column.known and {"imports", "exports"} <= flows  # "Total" of what stands beside it
        return table

    def is_side_clear(self, note: Sequence[list[Token]]) -> bool:
        """Whether the words right above tell of one side's imports and exports, or of none's, not of both's."""
        sides = set()
        for tokens in note:
            for head in find_heads(Sentence.of(tokens)):
                if head.kind in ("imports", "exports") and head.owner in BOTH and not head.verb:
                    sides.add(head.owner)
        return len(sides) < 2 and (not sides or self.context.side in sides)

    def read_caption(self, table: Table, tokens: list[Token], *, loose: bool) -> bool:
        """Add what a line over the columns says; False where it makes the table one of something else."""
        kinds = {token.kind for token in tokens}
        sentence = Sentence.of(tokens)
        heads = find_heads(sentence)
        frames = [Frame(head) for head in heads]
        for frame in frames:
            resolve_flow(frame, sentence, self.context)
        if any(frame.flow is None and frame.reason == "other-partner" for frame in frames):
            return False
        if loose and self.news:
            return True
        if kinds & VOID or ("OTHER" in kinds and not loose):
            return False
        table.units.read(self.text, tokens)
        said = Headings()
        said.read(self.text, tokens, self.context)
        table.above.symbols.extend(said.symbols)
        table.above.words.extend(said.words)
        self.read_goods(table, tokens, said.goods)
        if any(names_owner_alone(head) for head in heads) and not table.by_partner:
            return False
        if len({frame.flow for frame in frames}) == 1:
            table.above.flow, table.above.sign = frames[0].flow, frames[0].sign
            table.above.flow_from = frames[0].flow_from
        elif frames:
            table.above.flow = None
        return True

    def read_goods(self, table: Table, tokens: list[Token], named: str | None) -> None:
        """Add the one kind of goods that a caption names; several, or some that are not known, make the table mixed."""
        names = {
            " ".join(self.text[token.start : token.end].lower().split()) for token in tokens if token.kind == "GOODS"
        }
        if len(names) == 1:
            goods = names.pop()
            table.above.goods = named if named is not None and goods in named else goods
        table.mixed = table.mixed or bool(names) or (named is not None and table.above.goods is None)

    def read_column(self, tokens: Entry) -> Column:
        """What the heads over one column say together."""
        said = self.say(tokens)
        measures = [measure for measure, _ in find_measures(self.text, tokens)]
        return Column(
            said=said,
            known=is_known(tokens) and not said.foreign and len(measures) < 2 and None not in measures,
            rate=any(token.kind in ("PERCENT", "BASIS") or token.id in RATES for token in tokens),
            measure=measures[0] if measures else None,
        )

    def say(self, tokens: list[Token]) -> Headings:
        """What a label, or the head of a part or a column, says."""
        said = Headings()
        said.read(self.text, tokens, self.context)
        return said


def ends_news(tokens: list[Token]) -> bool:
    """Whether the sentence above a table tells news of its own and does not head the table."""
    return tokens[-1].kind in ("DOT", "STOP") or not TELLING.isdisjoint(token.kind for token in tokens)


def names_owner_alone(head: Head) -> bool:
    """Whether a caption says whose trade it is and not with whom: "China's coal imports"."""
    sides = {side for side in (head.owner, head.sender, head.receiver, *head.parties) if side}
    return head.owner is not None and len(sides) < 2
