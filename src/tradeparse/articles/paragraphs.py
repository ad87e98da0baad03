"""Paragraphs: what is left of a text when the line ends that only a fixed width made are taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from tradeparse.articles.cues import cues
from tradeparse.articles.datelines import read_dateline
from tradeparse.articles.dates import Day, read_date_line
from tradeparse.articles.furniture import read_furniture, starts_shouted
from tradeparse.articles.grids import find_grids
from tradeparse.articles.lines import Line
from tradeparse.articles.prose import is_terminated
from tradeparse.records import Span

Role = Literal["crawl", "grid", "junk", "head", "cite", "end", "date", "caption", "prose", "heading"]

BULLET = re.compile(r"(?:[-–—*•·●▪■◆◇▶►○◦‣⁃※→>]|\(?\d{1,2}[.)](?!\d))\s++(?=\S)")
INNER_BULLETS = "-–—(0123456789"
"""Signs that may begin a line of a list, or one in the middle of a sentence."""
OPENING = "\"'“‘(["
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
FEW = 2
"""So many lines broken within a sentence make a text one of fixed width."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, or a part of them: the words on one line, and what they are on the page."""

    lines: Sequence[Line]
    words: str
    shift: int = 0
    role: Role = "prose"
    bullet: str = ""
    days: list[Day] = field(default_factory=list)
    dateline: Day | None = None

    @property
    def gap(self) -> bool:
        """Whether a blank line, or the beginning of the text, stands before it."""
        return self.lines[0].gap

    @property
    def span(self) -> Span:
        """Where the words stand in the text."""
        return Span(self.locate(0), self.locate(len(self.words) - 1) + 1)

    def locate(self, offset: int) -> int:
        """Give the place in the text of a place in the words."""
        rest = offset + self.shift
        for line in self.lines:
            if rest < len(line.text):
                return line.start + rest
            rest -= len(line.text) + 1
        return self.lines[-1].end

    def part(self, start: int, end: int | None = None) -> Paragraph:
        """Give a part of the words as a paragraph of its own."""
        words = self.words[start:end]
        lead = len(words) - len(words.lstrip())
        return Paragraph(self.lines, words.strip(), self.shift + start + lead)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is broken into lines: the width, or 0 for a line a paragraph; `ragged` where the width is not kept."""

    width: int = 0
    ragged: bool = False


def find_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Join lines to paragraphs, tables left as they are."""
    paragraphs: list[Paragraph] = []
    wrapping = find_wrapping(lines)
    done = 0
    for first, last in find_grids(lines):
        paragraphs += _join(lines[done:first], wrapping)
        rows = lines[first : last + 1]
        paragraphs.append(Paragraph(rows, " ".join(line.text for line in rows), role="grid"))
        done = last + 1
    return paragraphs + _join(lines[done:], wrapping)


def find_wrapping(lines: Sequence[Line]) -> Wrapping:
    """Find out the width from the lines that break off within a sentence."""
    broken: list[tuple[Line, Line]] = []
    unfinished = 0
    for line, following in pairwise(lines):
        if following.gap or not following.text[0].isalpha() or line.text[-1] in "-–—|":
            continue
        if is_terminated(line.text):
            continue
        unfinished += 1
        if following.text[0].islower():
            broken.append((line, following))
    if len(broken) < FEW or len(broken) * 3 < unfinished:
        return Wrapping()
    width = max(line.width for line, _ in broken)
    short = sum(not _is_full(line, following, width) for line, following in broken)
    return Wrapping(width, ragged=short * 4 > len(broken))


def _join(lines: Sequence[Line], wrapping: Wrapping) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    gathered: list[Line] = []
    for line in lines:
        if gathered and not (not line.gap and _continues(gathered[-1], line, wrapping, first=len(gathered) == 1)):
            paragraphs.append(_paragraph(gathered))
            gathered = []
        gathered.append(line)
    if gathered:
        paragraphs.append(_paragraph(gathered))
    return paragraphs


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    words = lines[0].text if len(lines) == 1 else " ".join(line.text for line in lines)
    return Paragraph(lines, words)


def _continues(line: Line, following: Line, wrapping: Wrapping, *, first: bool) -> bool:
    """Say whether a line goes on with the sentence or the paragraph of the line above it."""
    if (found := BULLET.match(following.text)) and not (
        found[0][0] in INNER_BULLETS
        and wrapping.width
        and not is_terminated(line.text)
        and _is_full(line, following, wrapping.width)
    ):
        return False
    if starts_shouted(following.text) or _is_bare(line.text) or _is_bare(following.text):
        return False
    initial = following.text.lstrip(OPENING)[:1]
    if initial.islower():
        return bool(wrapping.width) or not (_stands_alone(following.text) or (first and _stands_alone(line.text)))
    if not wrapping.width:
        return False
    if first and _stands_alone(line.text):
        return False
    full = _is_full(line, following, wrapping.width)
    if is_terminated(line.text):
        return full and not wrapping.ragged and not _stands_alone(following.text)
    return (full or wrapping.ragged) and read_dateline(following.text, weak=True) is None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Say whether the next word had no room on the line; two columns are left for an indented first line."""
    return line.width + 3 + len(following.text.split(" ", 1)[0]) > width


def _is_bare(line: str) -> bool:
    return LETTER_OR_DIGIT.search(line, 0, 100) is None or line in cues().end_marks


def _stands_alone(line: str) -> bool:
    return read_furniture(line) in ("junk", "head", "cite") or read_date_line(line) is not None
