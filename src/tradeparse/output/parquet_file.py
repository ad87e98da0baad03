"""Records, or rows of another kind, as a Parquet file: decimals, days, a row group as soon as one is full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import RawIOBase
from typing import Any, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from tradeparse.output.escaping import well_formed
from tradeparse.output.fields import KEYS
from tradeparse.output.json_text import exact_number
from tradeparse.records import Record

ROWS_OF_A_GROUP = 10_000
DIGITS, DECIMALS = 38, 10
"""As many digits as DuckDB, pandas and Spark read in a decimal."""

_DAYS = ("period_start", "period_end")
_TYPES: dict[str, pa.DataType] = {
    "also": pa.list_(pa.list_(pa.int64())),
    "inferred": pa.map_(pa.string(), pa.string()),
    **dict.fromkeys(("rules", "chain", "disagrees"), pa.list_(pa.string())),
    **dict.fromkeys(_DAYS, pa.date32()),
}


Tell = Callable[[str, str], None]
"""Told the source of a record, and what of it could not be written."""


def parquet_pieces(
    articles: Iterable[Sequence[Any]], tell: Tell, keys: Sequence[str] = KEYS, of: type = Record
) -> Iterator[bytes]:
    """Write a Parquet file piece by piece, a row group each, so that memory does not grow with their number.

    `of` is the dataclass of what is written; its rows have a source and a line.
    """
    hints = get_type_hints(of)
    schema = pa.schema([(key, _type_of(key, str(hints[key]))) for key in keys])
    written = _Written()
    with pq.ParquetWriter(pa.PythonFile(written, mode="w"), schema, compression="zstd") as writer:
        for group in _groups(articles):
            columns = {key: [_value(record, key, tell) for record in group] for key in keys}
            writer.write_table(pa.table(columns, schema=schema), row_group_size=len(group))
            yield written.take()
    yield written.take()


def _groups(articles: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
    group: list[Any] = []
    for records in articles:
        group.extend(records)
        while len(group) >= ROWS_OF_A_GROUP:
            yield group[:ROWS_OF_A_GROUP]
            del group[:ROWS_OF_A_GROUP]
    if group:
        yield group


def _type_of(key: str, hint: str) -> pa.DataType:
    if key in _TYPES:
        return _TYPES[key]
    if "bool" in hint:
        return pa.bool_()
    if "Decimal" in hint:
        return pa.decimal128(DIGITS, DECIMALS)
    return pa.int64() if "int" in hint else pa.string()


def _value(record: Any, key: str, tell: Tell) -> Any:
    value = getattr(record, key)
    if isinstance(value, Decimal):
        if _has_room(value):
            return value
        tell(record.source, _told(record.line, key, value))
        return None
    if value is not None and key in _DAYS:
        return date.fromisoformat(value)
    if isinstance(value, tuple):
        return [well_formed(one) if isinstance(one, str) else one for one in value]
    return well_formed(value) if isinstance(value, str) else value


def _has_room(number: Decimal) -> bool:
    whole, _, decimals = exact_number(number.copy_abs()).partition(".")
    return len(whole) <= DIGITS - DECIMALS and len(decimals) <= DECIMALS


def _told(line: int, key: str, number: Decimal) -> str:
    digits = exact_number(number)
    shown = digits if len(digits) <= 50 else f"{digits[:24]}…{digits[-24:]}"
    return (
        f"line {line}: {key} {shown} has more than {DIGITS - DECIMALS} digits before the point or {DECIMALS} after it,"
        " for which Parquet's decimals have no room, so it is null there; --format jsonl holds it"
    )


class _Written(RawIOBase):
    """What a writer has written since it was last taken away."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        """It takes bytes."""
        return True

    def write(self, piece: Any) -> int:
        """Take bytes."""
        self._pieces.append(bytes(piece))
        self._length += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        """How many bytes were written, those that were taken away too."""
        return self._length

    def take(self) -> bytes:
        """Give what is new."""
        new = b"".join(self._pieces)
        self._pieces.clear()
        return new
