"""How a text is cut into words, signs and numbers, so that the forms of a language can be cut alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

SCAN = re.compile(
    r"""\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+
    |[A-Z]{0,3}[$¥]|[%€£₩~≈&|*+=]
    |[A-Z][a-z]+|[A-Z]+(?![a-z])|[A-Z]*[a-z]+|[^\W\d_]+
    |[.,;:()/?!]
    |['\u2018\u2019`\u00b4\u02bc\u2032]
    |[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+""",
    re.VERBOSE,
)
APOSTROPHES = "'\u2018\u2019`\u00b4\u02bc\u2032"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
LONG_DASHES = "\u2014\u2015"


def scan_words(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """Each piece of `text[start:end]` as written, as looked up, and its span."""
    for found in SCAN.finditer(text, start, end):
        piece = found[0]
        first = piece[0]
        if first in APOSTROPHES:
            key = "'"
        elif first in DASHES:
            spaced = (
                first != "-"
                and len(piece) == 1
                and text[max(found.start() - 1, 0)].isspace()
                and text[found.end() : found.end() + 1].isspace()
            )
            key = "--" if len(piece) > 1 or first in LONG_DASHES or spaced else "-"
        else:
            key = piece.lower()
        yield piece, key, found.start(), found.end()
