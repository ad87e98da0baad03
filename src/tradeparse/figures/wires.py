"""Wire tables: rows of running text whose cells only single spaces divide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tradeparse.figures.cells import Cell, read_cell
from tradeparse.language.lexicon import Lexicon
from tradeparse.mentions.quantities import is_scaled
from tradeparse.mentions.tokens import Token

WORD = re.compile(r"\S+")
DIVIDED = re.compile(r"[|\t;]|\S\s{2}")
"""What divides the cells of any other table."""
NUMERIC = re.compile(r"[(+\-\u2212\u2013]?(?:[A-Z]{0,3}[$€£¥₩])?[+\-\u2212\u2013]?\d[\d,]*(?:\.\d+)?%?\)?")
MISSING = re.compile(r"[-\u2212\u2013\u2014.*]{1,3}|[nN]\.?/?[aA]\.?")
"""A cell without a figure."""
FEWEST = 2
"""A row has so many cells beside its label."""


@dataclass(frozen=True, slots=True)
class WireLine:
    """A line of a table: its words as one cell, and where it is a row, its label and its other cells."""

    whole: Cell
    label: Cell | None = None
    cells: tuple[Cell, ...] = ()

    @property
    def tokens(self) -> list[Token]:
        """What the line, or the label of the row, mentions."""
        return self.whole.tokens if self.label is None else self.label.tokens


def is_wire(body: str) -> bool:
    """Whether nothing but single spaces divides the cells of a table."""
    return not any(DIVIDED.search(line.strip()) for line in body.splitlines())


def read_lines(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[WireLine]:
    """The lines of a table of single spaces."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        words = [(at + found.start(), at + found.end()) for found in WORD.finditer(line)]
        if words:
            row = read_row(text, words, lexicon)
            yield row or WireLine(read_cell(text, words[0][0], words[-1][1], lexicon))
        at += len(line)


def read_row(text: str, words: list[tuple[int, int]], lexicon: Lexicon) -> WireLine | None:
    """A row, told by the numbers at its end; None for a line that is none."""
    cells: list[Cell] = []
    at = len(words)
    while at > 1:
        start, end = words[at - 1]
        piece = text[start:end]
        if MISSING.fullmatch(piece):
            cells.append(Cell(start, end, []))
            at -= 1
        elif NUMERIC.fullmatch(piece):
            cells.append(read_cell(text, start, end, lexicon))
            at -= 1
        elif piece.isalpha() and NUMERIC.fullmatch(text[slice(*words[at - 2])]):
            cell = read_cell(text, words[at - 2][0], end, lexicon)
            if cell.quantity is None or not (is_scaled(cell.quantity) or cell.quantity.kind in ("VOLUME", "PCT")):
                break
            cells.append(cell)
            at -= 2
        else:
            break
    if at < 1 or len(cells) < FEWEST or all(cell.quantity is None for cell in cells):
        return None
    label = read_cell(text, words[0][0], words[at - 1][1], lexicon)
    return WireLine(read_cell(text, words[0][0], words[at - 1][1], lexicon), label, tuple(cells[::-1]))
