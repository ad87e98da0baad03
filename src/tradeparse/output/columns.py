"""Columns that fit a width without losing a character: what is too long is wrapped, never cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

_LEAST_OF_A_TEXT = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a cell for each row; cells may hold several lines."""

    head: str
    cells: Sequence[str]
    is_number: bool = False
    gives_way: Literal["never", "last", "first"] = "never"
    least: int = 0

    @property
    def natural_width(self) -> int:
        """The width at which nothing wraps, or more where columns of several tables are to stand in line."""
        return max(self.least, self._widest(str.splitlines))

    @property
    def narrow_width(self) -> int:
        """The width at which no word, and no month of a range, is torn."""
        return self._widest(str.splitlines if self.gives_way == "never" else _words)

    def _widest(self, parts_of: Callable[[str], list[str]]) -> int:
        return max(1, *(cell_len(part) for cell in (self.head, *self.cells) for part in parts_of(cell)))

    def fitted(self, width: int) -> list[str]:
        """The cells, with a line end wherever a range of months must break at that width."""
        return ["\n".join(_broken(line, width) for line in cell.splitlines()) for cell in self.cells]


def fit_columns(columns: Sequence[Column], width: int) -> list[int]:
    """Share a width among columns; a number is torn only where nothing else is left to give."""
    widths = [column.natural_width for column in columns]
    for least in zip(*map(_steps_down, columns), strict=True):
        while sum(widths) > width:
            spare, roomiest = max((own - low, at) for at, (own, low) in enumerate(zip(widths, least, strict=True)))
            if spare <= 0:
                break
            widths[roomiest] -= 1
    return widths


def _steps_down(column: Column) -> tuple[int, int, int, int]:
    natural, narrow = column.natural_width, column.narrow_width
    if column.gives_way == "first":
        return narrow, narrow, min(narrow, _LEAST_OF_A_TEXT), 1
    return natural, narrow, narrow, 1


def _words(cell: str) -> list[str]:
    return re.findall(r"[^\s/]+/?", cell)


def _broken(line: str, width: int) -> str:
    return line if cell_len(line) <= width else re.sub(r"(?<=\d)/(?=\d)", "/\n", line)
