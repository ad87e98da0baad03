"""Columns: the heads of a table's columns, where single spaces divide them too."""

from __future__ import annotations

from tradeparse.mentions.tokens import Token

UNITS = frozenset({"CURRENCY", "SCALE", "SHORTSCALE", "UNIT", "SHORTUNIT", "NUMBER", "MONEY", "VOLUME"})
CHANGES = frozenset({"BASIS", "CHANGE", "PERCENT", "DIR"})
FLOWS = frozenset({"FLOW", "PAIRFLOW"})
GOODS = frozenset({"GOODS", "GOODSMOD"})
BEFORE_FLOWS = GOODS | {"FLOWADJ", "PARTY", "PARTYADJ", "POSS"}
JOINTS = frozenset({"FROM", "TO", "WITH", "IN"})
MARKS = frozenset({"LPAR", "RPAR"})
SIZES = frozenset({"ANAPHOR"})
KNOWN = UNITS | CHANGES | FLOWS | BEFORE_FLOWS | JOINTS | MARKS | SIZES | {"PERIOD", "GENERIC", "AND", "ARTICLE", "DOT"}
"""Kinds of mention whose meaning in the head of a column is certain."""
SIZE_WORD = "column-of-money"
"""Id of the word for a column of amounts of money."""
Entry = list[Token]


def is_known(entry: Entry) -> bool:
    """Whether every word of a head is understood."""
    return all(token.kind in KNOWN or token.id == SIZE_WORD for token in entry)


def is_telling(entry: Entry) -> bool:
    """Whether a head says what its column holds, or when."""
    return any(token.kind in UNITS | CHANGES | FLOWS | GOODS | SIZES | {"PERIOD"} for token in entry) or any(
        token.id in (SIZE_WORD, "total") for token in entry
    )


def find_entries(tokens: list[Token], width: int) -> list[Entry] | None:
    """The heads of so many columns; a head over the labels before them is left out; None where they do not fit."""
    if any(token.kind in ("COMMA", "COLON", "SEMICOLON", "BY", "OF") for token in tokens):
        return None
    for apart in (False, True):
        entries = split_entries(tokens, apart=apart)
        if len(entries) == width + 1 and not any(token.kind in CHANGES | {"PERIOD"} for token in entries[0]):
            entries = entries[1:]
        if len(entries) == width and all(is_telling(entry) or not is_known(entry) for entry in entries):
            return entries
    return None


def split_entries(tokens: list[Token], *, apart: bool) -> list[Entry]:
    """The heads on a line; `apart`: a unit is a head by itself, not the end of the one before it."""
    entries: list[Entry] = []
    inner = False
    for token in tokens:
        if entries and (inner or joins(entries[-1], token, apart=apart, first=len(entries) == 1)):
            entries[-1].append(token)
        else:
            entries.append([token])
        inner = (inner or token.kind == "LPAR") and token.kind != "RPAR"
    return entries


def joins(entry: Entry, token: Token, *, apart: bool, first: bool) -> bool:
    """Whether a mention goes on with the head before it."""
    kinds = {one.kind for one in entry}
    kind, last = token.kind, entry[-1].kind
    if kind == "LPAR":
        return not apart
    if kind in JOINTS or kind in ("POSS", "RPAR", "DOT"):
        return True
    if kind in UNITS:
        return kind not in kinds and (not apart or kinds <= UNITS | MARKS)
    if kind in CHANGES:
        return kind not in kinds and kinds <= CHANGES | MARKS
    if kind in FLOWS:
        return kinds <= BEFORE_FLOWS
    if kind in ("PARTY", "PARTYADJ", "ARTICLE", "PERIOD"):
        return last in JOINTS or last == "ARTICLE"
    if kind in GOODS:
        return last in ("GOODSMOD", "AND")
    if kind in ("GENERIC", "AND"):
        return not kinds.isdisjoint(GOODS)
    return first and not is_known(entry) and kind not in KNOWN


def stretch_entries(entries: list[Entry], below: list[Entry]) -> list[Entry] | None:
    """Heads over equal groups of columns, one for each column: "May Jan-May" over "2013 2012 2013 2012"."""
    count, width = len(entries), len(below)
    if count < 2 or count >= width or width % count or not all(is_telling(entry) for entry in entries):
        return None
    size = width // count
    words = [tuple(token.low or token.value for token in entry) for entry in below]
    if any(words[at] != words[at % size] for at in range(width)):
        return None
    return [entry for entry in entries for _ in range(size)]
