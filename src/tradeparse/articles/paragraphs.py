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
from tradeparse.articles.furniture import read_caption_of, read_furniture, starts_shouted
from tradeparse.articles.grids import find_grids
from tradeparse.articles.lines import Line
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.prose import ends_in_abbreviation, is_open, is_terminated
from tradeparse.records import Span

Role = Literal["crawl", "grid", "junk", "head", "cite", "end", "date", "caption", "prose", "heading"]

BULLET = Pattern(
    r"(?:[-–—*>]|\(?\d{1,2}[.)](?!\d)|\d{1,2}[:/]\d{1,2}(?=\s))\s++(?=\S)"
    r"|[•·●▪■□◆◇▶►▷○◦‣⁃※→ㆍㅇ☞]\s*+(?=\S)"
)
"""The sign of a list's entry: a dash, a dot, a number, the hour of a ticker, the number of a picture."""
DASHES = "-–—"
UNSPACED = "\u2e80"
"""From here on are the scripts whose lines may break within a word."""
OPENING = "\"'“‘(["
LETTER_OR_DIGIT = Pattern(r"[^\W_]")
SIGNED = ("(", "[")
"""How an agency's name begins that stands below the last words."""
HALF = 0.6
"""A line shorter than this part of the width was not broken by it."""
FEW = 2
"""So many lines broken within a sentence make a text one of fixed width."""
NARROWEST, WIDEST = 50, 132
"""Without so many a text has a fixed width only if it is such a one and every line that breaks off is full."""


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
    unfinished = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.gap and not _is_closed(line.text) and not _is_bare(line.text) and not _begins(following.text)
    ]
    if not unfinished:
        return Wrapping()
    words = [pair for pair in unfinished if pair[1].text[0].isalpha()]
    broken = [pair for pair in words if pair[1].text[0].islower() or is_open(pair[0].text)]
    if len(broken) < FEW or len(broken) * 3 < len(words):
        return _keeps_width(lines, unfinished, sure=bool(broken))
    width = max(line.width for line, _ in broken)
    short = sum(not _is_full(line, following, width) for line, following in broken)
    return Wrapping(width, ragged=short * 4 > len(broken))


def _keeps_width(lines: Sequence[Line], unfinished: Sequence[tuple[Line, Line]], *, sure: bool) -> Wrapping:
    """Take the longest line of a paragraph for the width if each that breaks off is full and sentences end it."""
    joined = [
        (line, following)
        for line, following in zip(lines, [*lines[1:], None], strict=True)
        if not line.gap or (following is not None and not following.gap)
    ]
    width = max(line.width for line, _ in joined)
    if not NARROWEST <= width <= WIDEST or not all(_is_full(*pair, width) for pair in unfinished):
        return Wrapping()
    ends = [line for line, following in joined if following is None or following.gap]
    return Wrapping(width if sure or all(_is_closed(line.text) for line in ends) else 0)


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
    full = _is_full(line, following, wrapping.width)
    closed = _is_closed(line.text)
    bullet = BULLET.match(following.text)
    if bullet is not None and not (wrapping.width and full and not closed and _is_inner(following.text, bullet)):
        return False
    if starts_shouted(following.text) or _is_bare(line.text) or _is_bare(following.text) or line.text.endswith("|"):
        return False
    alone = first and _stands_alone(line.text)
    if following.text.lstrip(OPENING)[:1].islower():
        return not ((closed or not wrapping.width) and (alone or _stands_alone(following.text)))
    if is_open(line.text) and not alone:
        return True
    if not wrapping.width or (alone and (line.width < wrapping.width * HALF or _stands_alone(following.text))):
        return False
    if closed:
        signed = following.text.startswith(SIGNED)
        return full and not wrapping.ragged and (signed or not _stands_alone(following.text))
    if not following.text.startswith(SIGNED) and read_dateline(following.text, weak=True) is not None:
        return False
    if following.width < wrapping.width * HALF and not is_terminated(following.text) and read_date_line(following.text):
        return False
    return full or wrapping.ragged


def _is_closed(line: str) -> bool:
    return is_terminated(line) and not ends_in_abbreviation(line)


def _is_inner(line: str, bullet: re.Match[str]) -> bool:
    """Say whether the sign at the head of a line may stand within a sentence, as a dash or the day of a month."""
    return bullet[0][0].isdigit() or (bullet[0][0] in DASHES and not line[bullet.end()].isupper())


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Say whether the next word had no room on the line; a line that breaks off may be indented by two columns."""
    slack = 1 if _is_closed(line.text) else 3
    word = 1 if following.text[0] >= UNSPACED else len(following.text.split(" ", 1)[0])
    return line.width + slack + word > width


def _is_bare(line: str) -> bool:
    return LETTER_OR_DIGIT.search(line, 0, 100) is None or line in cues().end_marks


def _begins(line: str) -> bool:
    """Say whether a line is no part of a sentence above it: a rule, the entry of a list."""
    return _is_bare(line) or BULLET.match(line) is not None


def _stands_alone(line: str) -> bool:
    if read_furniture(line) in ("junk", "head", "cite"):
        return read_caption_of(line) is None  # a credit may be the last line of a caption
    return read_date_line(line) is not None
