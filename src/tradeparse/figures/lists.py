"""Lists: numbers in a row, one each for the flows, goods or periods in another row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tradeparse.figures.goods import NAMING, Phrase
from tradeparse.figures.heads import Head
from tradeparse.figures.numbers import Figure
from tradeparse.figures.sentences import QUANTITIES, Sentence
from tradeparse.figures.timing import Timing
from tradeparse.mentions.symbols import SymbolicPeriod
from tradeparse.records import Period

ROW_JOINTS = frozenset({"AND", "COMMA", "BY", "HEDGE", "NOHEDGE", "TO"})
"""What may stand between the numbers of a row."""
ROW_ENDS = QUANTITIES | {"SEMICOLON", "DOT"}


def find_rows(sentence: Sentence, figures: list[Figure]) -> list[list[int]]:
    """Numbers of one kind with nothing but joints between them, as lists of their places among the figures."""
    rows: list[list[int]] = []
    for number, figure in enumerate(figures):
        last = figures[rows[-1][-1]] if rows else None
        if (
            last is not None
            and last.quantity.kind == figure.quantity.kind
            and sentence.only(ROW_JOINTS, last.index + 1, figure.index)
        ):
            rows[-1].append(number)
        else:
            rows.append([number])
    return [row for row in rows if len(row) > 1]


def zip_heads(sentence: Sentence, heads: list[Head], figures: list[Figure], governed: list[Head | None]) -> None:
    """Give each number of a row its head, where as many flows are told, respectively."""
    for row in find_rows(sentence, figures):
        told: Sequence[Head | None] = heads_in_row(heads, figures[row[0]].index, len(row)) or ()
        levels = figures[: row[0]][-len(row) :]
        if not told and all(figure.role == "level" for figure in levels):
            told = governed[: row[0]][-len(row) :]
        if len(told) == len(row) == len({id(head) for head in told}):
            for number, head in zip(row, told, strict=True):
                governed[number] = head


def heads_in_row(heads: list[Head], index: int, count: int) -> list[Head] | None:
    """The last flows before a number, as many as that, where they stand close: "exports and imports rose"."""
    told = [head for head in heads if head.index < index][-count:]
    return told if all(after.index - head.index <= 4 for head, after in pairwise(told)) else None


def zip_goods(sentence: Sentence, figures: list[Figure]) -> dict[int, Phrase]:
    """The goods of each number of a row, where as many are told, respectively."""
    result: dict[int, Phrase] = {}
    for row in find_rows(sentence, figures):
        phrases = goods_in_row(sentence, figures[row[0]].index, len(row))
        paired = len(row) == 2 and len(phrases) == 2 and is_pair(sentence, *phrases)
        if len(phrases) == len(row) and (paired or "RESPECTIVELY" in sentence.kinds):
            for number, phrase in zip(row, phrases, strict=True):
                result[figures[number].index] = phrase
    return result


def is_pair(sentence: Sentence, one: Phrase, other: Phrase) -> bool:
    """Whether two kinds of goods alone open a sentence, so that two numbers are theirs in order: "rice and corn at"."""
    opens = one[0] <= 1 and sentence.kind(one[0] - 1) in ("", "ARTICLE")
    return opens and other[0] == one[1] + 2 and sentence.kind(one[1] + 1) == "AND"


def goods_in_row(sentence: Sentence, index: int, most: int) -> list[Phrase]:
    """The last goods before a number, in order, no more than so many."""
    phrases: list[Phrase] = []
    at = index - 1
    while at >= 0 and len(phrases) < most and sentence.kind(at) not in ROW_ENDS:
        if sentence.kind(at) == "GOODS":
            first = sentence.back_over(at - 1, NAMING) + 1
            phrases.append((first, at))
            at = first
        at -= 1
    return phrases[::-1]


def zip_periods(
    sentence: Sentence, mains: list[Figure], timing: Timing, held: Period | None
) -> dict[int, SymbolicPeriod]:
    """The period of each number of a row that stands beside a list of as many; `timing` learns of it too."""
    result: dict[int, SymbolicPeriod] = {}
    if len(mains) < 2:
        return result
    for number, figure in enumerate(mains):
        place = timing.own.get(figure.index)
        if place is None:
            continue
        symbol: SymbolicPeriod = sentence.tokens[place].value
        items = symbol.items or single_months(sentence, symbol, held)
        row = row_before(mains, number, timing) if items else []
        if items and len(row) == len(items):
            for one, item in zip(row, items, strict=True):
                result[one.index] = item
                timing.own[one.index] = place
    return result


def row_before(mains: list[Figure], number: int, timing: Timing) -> list[Figure]:
    """A number with those right before it that have its role and no period of their own."""
    row = [mains[number]]
    for before in reversed(mains[:number]):
        if before.index in timing.own or before.role != row[0].role or row[-1].index - before.index > 4:
            break
        row.append(before)
    return row[::-1]


def single_months(sentence: Sentence, symbol: SymbolicPeriod, held: Period | None) -> tuple[SymbolicPeriod, ...]:
    """The single months of "in the two months, respectively"."""
    if held is None or "RESPECTIVELY" not in sentence.kinds:
        return ()
    if symbol.kind != "length" or symbol.months != held.months:
        return ()
    months = range(held.first, held.last + 1)
    return tuple(SymbolicPeriod("months", month % 12 + 1, month % 12 + 1, year=month // 12) for month in months)


def pairs_up(figures: list[Figure]) -> bool:
    """Whether as many bases as levels are told, so that they pair in order."""
    levels = sum(figure.role == "level" for figure in figures)
    return levels > 1 and levels == sum(figure.role == "base" for figure in figures)
