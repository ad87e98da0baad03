"""Records as CSV: a header and a row each, lists and objects as compact JSON, `null` as an empty cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tradeparse.output.escaping import harmless_cell
from tradeparse.output.json_text import KEYS, compact_json, exact_number
from tradeparse.records import Record


def csv_rows(articles: Iterable[Sequence[Record]], *, raw: bool = False) -> Iterator[str]:
    """Write the header, then a row for each record; `raw` leaves text as it is that a spreadsheet may run."""
    yield _csv_text([KEYS])
    for records in articles:
        yield _csv_text([[_cell(getattr(record, key), raw) for key in KEYS] for record in records])


def _cell(value: object, raw: bool) -> str:
    match value:
        case None:
            return ""
        case str():
            return value if raw else harmless_cell(value)
        case Decimal():
            return exact_number(value)
        case _:
            return compact_json(value)


def _csv_text(rows: Iterable[Sequence[str]]) -> str:
    lines = _Lines()
    # With CR in its end of line, and not without, the writer quotes a cell that holds a bare CR.
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return "".join(lines)


class _Lines(list[str]):
    """The lines that a CSV writer writes, with the ends of line of every other format."""

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line.removesuffix("\r\n") + "\n")
