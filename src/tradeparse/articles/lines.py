"""The lines of a text, with what lies before them."""

from __future__ import annotations

from typing import NamedTuple

from tradeparse.articles.patterns import Pattern

BLANKS = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000\ufeff\u200b"
ODD = Pattern("[\xa0\u2000-\u200a\u202f\u3000\u2010\u2011]")
PLAIN = {**dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000], " "), 0x2010: "-", 0x2011: "-"}
"""Spaces and hyphens that look like others; each becomes one character, so that places stay the same."""


class Line(NamedTuple):
    """A line without the white space around it, the column it ends in, and whether nothing stands right above it."""

    start: int
    end: int
    text: str
    width: int
    gap: bool


def find_lines(text: str) -> list[Line]:
    """Cut a text at every line end that Unicode knows, blank lines left out."""
    lines: list[Line] = []
    offset = 0
    gap = True
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content and (content[0] in BLANKS or content[-1] in BLANKS):
            content = content.strip(BLANKS)
        if content:
            plain = content.translate(PLAIN) if ODD.search(content) else content
            column = raw.index(content[0]) if raw[0] in BLANKS else 0
            start = offset + column
            lines.append(Line(start, start + len(content), plain, column + len(content), gap))
            gap = False
        else:
            gap = True
        offset += len(raw)
    return lines
