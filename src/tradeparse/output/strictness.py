"""The records that need no second look."""

from __future__ import annotations

from tradeparse.records import Record

UNSURE_ORIGINS = frozenset({"earlier-sentence", "default-basis", "arithmetic"})


def is_certain(record: Record) -> bool:
    """Say whether nothing of a record is open and nothing was taken from afar, by default or by arithmetic."""
    if record.period is None or UNSURE_ORIGINS & set(record.inferred.values()):
        return False
    return record.measure == "value" or (record.basis is not None and record.base_period is not None)
