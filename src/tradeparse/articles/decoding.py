"""Bytes become text: UTF-8, or UTF-16 where a byte order mark says so; nothing is guessed."""

from __future__ import annotations

import codecs

WIDE_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
REMEDY = "save it as UTF-8 (for example: iconv -f cp949 -t utf-8 FILE)"


class DecodingError(ValueError):
    """Bytes that are no text, told with the place of the first wrong one and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy


def read_text(raw: bytes) -> str:
    """Give the text of a file without its byte order mark, line ends untouched."""
    mark = next((mark for mark in WIDE_MARKS if raw.startswith(mark)), None)
    if mark is not None:
        return _decode(raw, WIDE_MARKS[mark], len(mark))
    start = len(codecs.BOM_UTF8) if raw.startswith(codecs.BOM_UTF8) else 0
    return _decode(raw, "utf-8", start)


def _decode(raw: bytes, encoding: str, start: int) -> str:
    try:
        return raw[start:].decode(encoding)
    except UnicodeDecodeError as error:
        what = f"it is not {encoding.upper()}: byte {start + error.start} cannot be read ({error.reason})"
        raise DecodingError(what, REMEDY) from error
