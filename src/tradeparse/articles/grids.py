"""Tables: runs of lines whose cells stand under each other, with figures in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tradeparse.articles.cues import cues, normalise
from tradeparse.articles.dates import read_date_line
from tradeparse.articles.furniture import read_furniture
from tradeparse.articles.lines import Line
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.prose import is_sentence

LONGEST = 1500
CELL = 60
NARROW = 25
HEAD = 80
MARKDOWN_RULE = Pattern(r"[|\s:+=-]{3,}$")
SPACES = Pattern(r"\s{2,}")
COMMA = Pattern(r",(?=[^\s\d])|(?<=[^\d\s]),(?=\d)|(?<=\d),(?=\d{4})|(?<=\.\d),|(?<=\.\d\d),")
NUMBER = Pattern(
    r"[(\[~≈<>]?[-+−–]?\s?(?:[A-Z]{0,3}[$€£¥₩]|[A-Z]{3})?\s?[-+−–]?\d[\d.,]*+\s?%?(?:\s?[A-Za-z]{1,9}\.?){0,2}[)\]*†]{0,2}(?:\s?\([^()]{1,14}\))?$"
)


ROW = Pattern(
    r"(?P<label>[^\W\d_][^\d|\n]{1,40}?)(?P<cells>(?:\s(?:[-+−–]?\d[\d,.]*+%?(?:\s[a-z]{2,8}\b)?|[-−–]|n/?a)(?=\s|$)){3,12})\s*$"
)
"""A row of single spaces: a label, then three numbers or more, a dash for one that is missing."""
HEADS = 3


def find_grids(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Give the first and the last line (both in) of each table."""
    grids: list[tuple[int, int]] = []
    place = 0
    while place < len(lines):
        cut = _cutter(lines[place].text)
        last = _last_row(lines, place, cut) if cut is not None else place
        if cut is not None and last > place:
            rows = [cells for line in lines[place : last + 1] if len(cells := cut(line.text)) >= 2]
            if _has_figures(rows):
                free = grids[-1][1] + 1 if grids else 0
                first, last = _with_heads(lines, place, last, free)
                if cut is _numbers:
                    first = _with_column_heads(lines, first, free)
                grids.append((first, last))
        place = last + 1
    return grids


def _cutter(line: str) -> Callable[[str], list[str]] | None:
    if len(line) > LONGEST:
        return None
    if "|" in line:
        return _pipes if len(_pipes(line)) >= 2 else None
    if "\t" in line:
        return _tabs
    if "  " in line:
        return _columns
    for cut in (_numbers, _commas, _semicolons, _spaced_commas):
        if len(cut(line)) >= 2:
            return cut
    return None


def _numbers(line: str) -> list[str]:
    found = ROW.match(line.strip())
    return [found["label"], *found["cells"].split()] if found else [line]


def _with_column_heads(lines: Sequence[Line], first: int, free: int) -> int:
    """Take in the short lines right above rows of single spaces: heads of columns, over up to three lines."""
    for _ in range(HEADS):
        if first <= free or lines[first].gap or len(lines[first - 1].text) > CELL or is_sentence(lines[first - 1].text):
            break
        first -= 1
    return first


def _pipes(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("| ").split("|")] if "|" in line else [line]


def _tabs(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t")]


def _columns(line: str) -> list[str]:
    return SPACES.split(line)


def _commas(line: str) -> list[str]:
    return COMMA.split(line) if "," in line and ", " not in line else [line]


def _spaced_commas(line: str) -> list[str]:
    """Cut at commas with a space only where figures, or heads without a sentence, stand between them."""
    cells = line.split(", ")
    if len(cells) < 3 or any(len(cell) > NARROW for cell in cells):
        return [line]
    numbers = sum(_is_number(cell) for cell in cells[1:])
    return cells if numbers == len(cells) - 1 or (numbers == 0 and not is_sentence(line)) else [line]


def _semicolons(line: str) -> list[str]:
    return [cell.strip() for cell in line.split(";")] if ";" in line else [line]


def _last_row(lines: Sequence[Line], first: int, cut: Callable[[str], list[str]]) -> int:
    """Go down while lines are rows; single cells between rows are heads of a part of the table."""
    if not _is_row(lines[first].text, cut):
        return first
    width = len(cut(lines[first].text))
    last = first
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if _is_row(line.text, cut) and not (cut is _spaced_commas and len(cut(line.text)) != width):
            if line.gap and cut not in (_pipes, _tabs) and len(cut(line.text)) != width:
                break
            last = place
        elif line.gap or place - last > 1 or not _is_head(line.text, CELL):
            break
    return last


def _is_row(line: str, cut: Callable[[str], list[str]]) -> bool:
    if len(line) > LONGEST:
        return False
    cells = cut(line)
    if len(cells) < 2:
        return False
    if MARKDOWN_RULE.match(line):
        return True
    if any(len(cell) > CELL for cell in cells) or not any(cells):
        return False
    if cut in (_columns, _semicolons, _commas) and any(len(cell) > NARROW and is_sentence(cell) for cell in cells):
        return False
    return read_date_line(line) is None and not all(_is_page_word(cell) for cell in cells if cell)


def _is_page_word(cell: str) -> bool:
    normal = normalise(cell)
    return normal in cues().lines and not normal.startswith("#") and read_furniture(cell) == "junk"


def _has_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether two rows have cells and a number stands beside a head; a rank before a headline is none."""
    if len(rows) < 2:
        return False
    return any(_is_number(cell) for row in rows for cell in row[1:])


def _is_number(cell: str) -> bool:
    return NUMBER.match(cell.strip()) is not None and normalise(cell) not in cues().lines


def _with_heads(lines: Sequence[Line], first: int, last: int, free: int) -> tuple[int, int]:
    """Take in a head right above the first row, as "Imports" or "($ million)", and notes on units right below."""
    above = lines[first - 1].text if first > free and not lines[first].gap else ""
    if _is_note(above) or (first > 1 and above and _is_head(above, HEAD)):  # the first line of all is the headline
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].gap and _is_note(lines[last + 1].text):
        last += 1
    return first, last


def _is_head(line: str, longest: int) -> bool:
    """Say whether a line of one cell may name a part of a table."""
    return (
        len(line) <= longest and not is_sentence(line) and read_furniture(line) is None and read_date_line(line) is None
    )


def _is_note(line: str) -> bool:
    if len(line) > HEAD:
        return False
    first = normalise(line).lstrip("(").split(" ", 1)[0].rstrip(":")
    return first in cues().table_notes or (line.startswith("(") and line.endswith(")"))
