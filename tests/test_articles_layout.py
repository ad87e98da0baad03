"""What a page says does not hang on how its lines are broken, indented or spaced, nor takes long to find out."""

from __future__ import annotations

import re
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from test_articles_pages import PAGES, dates_of, load, squeezed
from tradeparse.articles import segment

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").rglob("*.txt"))
TABLE = re.compile(r"\S\t|\S {2,}\S|\||\w,\w|;\w")


def wrapped(text: str, width: int) -> str:
    """Break every paragraph to a width, each set apart by a blank line; tables stay."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return "\n\n".join(textwrap.fill(line.strip(), width) if not TABLE.search(line) else line for line in paragraphs)


def spread(text: str) -> str:
    """Set every line apart by a blank line."""
    return "\n\n".join(line for line in text.splitlines() if line.strip())


CHANGES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "doubled blank lines": lambda text: re.sub(r"\n[ \t]*\n", "\n\n\n", text),
    "indented": lambda text: textwrap.indent(text, "    "),
    "trailing spaces": lambda text: re.sub(r"(?m)$", "  ", text),
}
WIDTHS = (60, 66, 72, 78, 80)


def meaning(text: str) -> list[str]:
    """Give title, dates and blocks with white space squeezed; furniture as one, for it is read by nobody."""
    title, sections = segment(text)
    shown = [str(title and title.replace("- ", "-")), *dates_of(sections)]
    furniture: list[str] = []
    for number, section in enumerate(sections):
        for block in section.blocks:
            words = squeezed(text[block.span.start : block.span.end]).replace("- ", "-")
            if block.kind == "furniture":
                furniture.append(words)
            else:
                shown.append(f"{number} {block.kind}: {words}")
    return [*shown, re.sub(r"\W+", "", "".join(furniture))]


TEXTS = {case["name"]: case["text"] for case in PAGES if "every kind" not in case["name"]}
SPECIAL = ("table", "fixed width", "ragged", "list of points", "captions")
"""Pages that a width would change: tables, those that have one, those with too few sentences to show it."""
RUNNING = {name: text for name, text in TEXTS.items() if not any(word in name for word in SPECIAL)}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", TEXTS)
def test_layout_changes_nothing(name: str, change: str) -> None:
    text = TEXTS[name]
    assert meaning(CHANGES[change](text)) == meaning(text)


@pytest.mark.parametrize("name", RUNNING)
def test_width_of_lines_changes_nothing(name: str) -> None:
    text = spread(RUNNING[name])
    for width in WIDTHS:
        assert meaning(wrapped(text, width)) == meaning(text), width
        assert meaning(textwrap.indent(wrapped(text, width), "    ").replace("\n", "\r\n")) == meaning(text), width


def test_fixtures_keep_their_meaning() -> None:
    for path in FIXTURES:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        expected = meaning(text)
        for change, changed in CHANGES.items():
            assert meaning(changed(text)) == expected, f"{path.name}: {change}"


MILLION = 1_000_000
HOSTILE = {
    "spaces": " " * MILLION,
    "no-break spaces": "\xa0" * MILLION,
    "digits": "1" * MILLION,
    "letters": "a" * MILLION,
    "capitals": "A" * MILLION,
    "words": "Word " * (MILLION // 5),
    "bars": "|" * MILLION,
    "ten thousand bars": "|" * 10_000,
    "cells": "1 | " * (MILLION // 4),
    "tabs": "\t1" * (MILLION // 2),
    "commas": "1," * (MILLION // 2),
    "full stops": ". " * (MILLION // 2),
    "capitals and stops": "A. " * (MILLION // 3),
    "brackets": "(" * MILLION,
    "agencies": "(Wire) -- " * (MILLION // 10),
    "datelines": "SEOUL, June 3 (Wire) -- " * (MILLION // 24),
    "dates": "June 3, 2020 " * (MILLION // 13),
    "crawler's dates": "date 2020-01-01 " * (MILLION // 16),
    "dashes": "- " * (MILLION // 2),
    "quotes": '"' * MILLION,
    "addresses": "a@" * (MILLION // 2),
    "line ends": "\n" * MILLION,
    "mixed letters": "aaAa" * (MILLION // 4),
    "ends": "(END) " * (MILLION // 6),
    "emphasis": "*a" * (MILLION // 2),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name: str) -> None:
    started = time.perf_counter()
    segment(HOSTILE[name])
    assert time.perf_counter() - started < 2


GROWING = {
    "short lines": "A\n",
    "sentences": "Trade rose.\n\n",
    "headlines": "Ore sales up again\n",
    "lists of links": "Related\nOre sales up again\n",
    "sources": "Read the full story here:\nOre sales up again\n",
    "posts": "Ore sales up\n\nJune 3, 2020\n\nThey rose.\n\n",
    "reports": "SEOUL, June 3 (Wire) -- Trade rose.\n",
    "date lines": "June 3, 2020\n",
    "entries": "• Ore sales up 5 percent\n",
    "comma-separated": "1,a\n",
    "rows": "ore | 1\n",
    "columns": "ore  1\n",
    "lone dashes": "-\n",
    "wrapped": "the price of ore and of coal on the market of the border\n",
}


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    def duration(lines: int) -> float:
        text = GROWING[name] * lines
        started = time.perf_counter()
        segment(text)
        return time.perf_counter() - started

    small = max(min(duration(1000) for _ in range(3)), 0.005)
    assert duration(8000) < 30 * small  # the square would be 64 times as long


def test_every_case_is_counted() -> None:
    assert len(PAGES) + len(load("datelines")["case"]) + len(load("dates")["case"]) >= 80
