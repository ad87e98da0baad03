"""Who told a figure: an agency and those who copied it are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tradeparse.language.lexicon import find_form, shipped
from tradeparse.records import Record


def count_publishers(records: Iterable[Record]) -> int:
    """Count who told a figure: a named agency once, and texts that tell it in the same sentence once."""
    found: dict[str, str] = {}  # from the name of each to the one that it is the same as
    for record in records:
        agency = named_agency(record.attribution or "")
        name = f"agency {agency}" if agency else f"text {record.source} {record.article or ''}"
        sentence = "sentence " + " ".join(record.sentence.casefold().split())
        one, other = _first(found, name), _first(found, sentence)
        found[other] = one
    return len({_first(found, name) for name in found})


def _first(found: dict[str, str], name: str) -> str:
    found.setdefault(name, name)
    while found[name] != name:
        found[name] = found[found[name]]
        name = found[name]
    return name


@cache
def named_agency(attribution: str) -> str | None:
    """The news agency, paper or broadcaster that an attribution names, in small letters."""
    words = attribution.casefold().replace("'", " ' ").replace("-", " - ").split()
    for at in range(len(words)):
        found = find_form(shipped().sources.forms, words, at)
        if found is not None and any(sense.kind == "MEDIA" and sense.value == "agency" for sense in found[1]):
            return " ".join(words[at : at + len(found[0])])
    return None
