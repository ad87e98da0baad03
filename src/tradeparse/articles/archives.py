"""Archives: the articles of JSON Lines and of JSON, cut apart one by one, so that none needs the others in memory."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from tradeparse.articles.streams import PIECE

SIGNS = re.compile(rb'["\\,\[\]{}]')
QUOTE, ESCAPE, COMMA, ARRAY = b'"\\,['
BEFORE = codecs.BOM_UTF8 + b" \t\r\n"
"""What may stand before an array."""
OPENING, CLOSING = b"[{", b"]}"


@dataclass(frozen=True, slots=True)
class Entry:
    """The bytes of one article in an archive with their place, None where they are too many.

    `alone` says that the file is this article and nothing else.
    """

    place: str
    number: int
    raw: bytes | None
    alone: bool = False


def read_lines(stream: io.BufferedReader, limit: int) -> Iterator[Entry]:
    """Give each line that is not blank."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        raw: bytes | None = line.strip()
        if not line.endswith(b"\n") and len(line) > limit:
            raw = None
            while line and not line.endswith(b"\n"):
                line = stream.readline(PIECE)
        if raw != b"":
            yield Entry(f"line {number}", number, raw)


def read_elements(stream: io.BufferedReader, limit: int) -> Iterator[Entry]:
    """Give the elements of an array, or the objects that stand one after the other."""
    splitter = Splitter(limit)
    pieces = splitter.split(stream)
    entries = (Entry(f"article {number}", number, raw) for number, raw in enumerate(pieces, 1))
    first = list(islice(entries, 1))
    if first and not splitter.in_array:
        first += islice(entries, 1)
        if len(first) == 1:
            first = [replace(first[0], alone=True)]
    return chain(first, entries)


class Splitter:
    """Cuts JSON between its articles by strings and brackets alone, so that a bad article costs no other one."""

    def __init__(self, limit: int) -> None:
        self.in_array = False
        self._limit = limit
        self._held = bytearray()
        self._too_long = False
        self._begun = False
        self._depth = 0
        self._in_string = False

    def split(self, stream: io.BufferedReader) -> Iterator[bytes | None]:
        """Give the bytes of each article, None for one that is longer than the limit."""
        escaped = 0
        while chunk := stream.read1(PIECE):
            start = 0
            for sign in SIGNS.finditer(chunk):
                place = sign.start()
                if place < escaped:
                    continue
                if self._in_string and chunk[place] == ESCAPE:
                    escaped = place + 2
                elif self._ends_at(chunk[place]):
                    end = place if self.in_array else place + 1
                    self._hold(chunk[start:end])
                    start = place + 1
                    yield from self._take()
                elif self._depth == 1 and chunk[place] == ARRAY and not self._begun:
                    self._begun = True
                    if not (self._held + chunk[start:place]).strip(BEFORE):
                        self.in_array = True
                        self._held.clear()
                        start = place + 1
            escaped = max(0, escaped - len(chunk))
            self._hold(chunk[start:])
        yield from self._take()

    def _ends_at(self, sign: int) -> bool:
        """Follow a sign outside of escapes, and say whether an article ends there."""
        if sign == QUOTE:
            self._in_string = not self._in_string
        elif self._in_string:
            return False
        elif sign in OPENING:
            self._depth += 1
            self._begun = self._begun or sign != ARRAY
        elif sign in CLOSING:
            self._depth = max(0, self._depth - 1)
            return self._depth == 0
        return sign == COMMA and self.in_array and self._depth == 1

    def _hold(self, piece: bytes) -> None:
        self._too_long = self._too_long or len(self._held) + len(piece) > self._limit + PIECE
        if self._too_long:
            self._held.clear()
        else:
            self._held += piece

    def _take(self) -> Iterator[bytes | None]:
        raw, too_long = bytes(self._held).strip(), self._too_long
        self._held.clear()
        self._too_long = False
        if too_long or len(raw) > self._limit:
            yield None
        elif raw:
            yield raw
