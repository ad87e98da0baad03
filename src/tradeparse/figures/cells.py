"""Cells: the rows of a table as pieces of text, each with what it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tradeparse.language.lexicon import Lexicon
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.tokens import Token

RULE = re.compile(r"[\s|:+=_\-\u2013\u2014]*")
GAP = re.compile(r"\s{2,}|\t")
NEGATIVE = re.compile(r"[-\u2212\u2013(]")
"""What opens a cell with a negative number."""
NUMBERS = frozenset({"MONEY", "PCT", "VOLUME", "NUMBER", "NUM"})
PLAIN = NUMBERS - {"NUM"} | {"HYPHEN", "LPAR", "RPAR", "DASH", "HEDGE", "DOT", "UPDOWN", "BAR", "PLUS"}
"""All that a cell may hold beside its number; what holds more is a heading."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place and what it mentions."""

    start: int
    end: int
    tokens: list[Token]

    @property
    def quantity(self) -> Token | None:
        """The number of the cell, unless the cell is a heading with one in it."""
        numbers = [token for token in self.tokens if token.kind in NUMBERS]
        return numbers[0] if len(numbers) == 1 and all(token.kind in PLAIN for token in self.tokens) else None


def split_rows(text: str, start: int, end: int, lexicon: Lexicon) -> list[list[Cell]]:
    """The rows of a table as cells, its rules left out."""
    rows: list[list[Cell]] = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if not RULE.fullmatch(line.strip()):
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
        first = offset + begin + len(piece) - len(piece.lstrip())
        yield first, max(first, offset + begin + len(piece.rstrip()))


def read_cell(text: str, start: int, end: int, lexicon: Lexicon) -> Cell:
    """A cell's mentions."""
    sentences = find_mentions(text, start, end, lexicon) if end > start else []
    return Cell(start, end, [token for sentence in sentences for token in sentence])
