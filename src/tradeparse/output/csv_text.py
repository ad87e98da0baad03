"""Records, or rows of another kind, as CSV or TSV: a header and a row each, lists as JSON, `null` as an empty cell."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence

from tradeparse.output.cells import cell_text
from tradeparse.output.escaping import harmless_cell, one_line
from tradeparse.output.fields import KEYS

Guard = Callable[[str], str]


def csv_rows(articles: Iterable[Sequence[object]], keys: Sequence[str] = KEYS, *, raw: bool = False) -> Iterator[str]:
    """Write the header, then a row for each record; `raw` leaves text as it is that a spreadsheet may run."""
    return _rows(articles, keys, ",", str if raw else harmless_cell)


def tsv_rows(articles: Iterable[Sequence[object]], keys: Sequence[str] = KEYS, *, raw: bool = False) -> Iterator[str]:
    """Write the same with tabs between; but for `raw`, no cell holds a tab or an end of line, so a row is a line."""
    return _rows(articles, keys, "\t", str if raw else lambda text: one_line(harmless_cell(text)))


def _rows(articles: Iterable[Sequence[object]], keys: Sequence[str], delimiter: str, guard: Guard) -> Iterator[str]:
    yield csv_lines([keys], delimiter)
    for records in articles:
        yield csv_lines([[cell_text(getattr(record, key), guard) for key in keys] for record in records], delimiter)


def csv_lines(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Write rows of cells that are text already."""
    lines = _Lines()
    # With CR in its end of line, and not without, the writer quotes a cell that holds a bare CR.
    csv.writer(lines, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return "".join(lines)


class _Lines(list[str]):
    """The lines that a CSV writer writes, with the ends of line of every other format."""

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line.removesuffix("\r\n") + "\n")
