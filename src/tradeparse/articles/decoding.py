"""Bytes become text: as the user, a byte order mark or the page says, as UTF-8, or as what they can only be."""

from __future__ import annotations

import codecs
import re

from tradeparse.articles.faults import ContentError
from tradeparse.articles.patterns import Pattern

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
BROADER = {
    "iso8859-1": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""What is meant by a name, as browsers take it: the encoding that holds more."""
DETECTED = ("cp1252", "cp949", "gb18030", "cp932")
MARGIN = 0.05
"""So much less disorder than in any other reading makes one the only one that can be."""
ODD_LETTERS = Pattern(r"[À-ÖØ-öø-ÿŠšŽžŒœŸƒ]{3}")
"""Hardly a word of Western Europe, but what those of others look like in its encoding."""
DECLARED_WITHIN = 4096
REMEDY = "save it as UTF-8 (for example: iconv -f cp949 -t utf-8 FILE)"
SETTLE = "give its encoding (for example: --encoding cp949)"
INSTALL = "pip install 'tradeparse[html]'"


def read_text(raw: bytes, encoding: str | None = None, *, page: bool = False) -> str:
    """Give the text of a file without its byte order mark, line ends untouched; a page may declare its encoding."""
    if encoding is not None:
        return decode(raw, encoding, "give another --encoding")
    marked = "utf-8" if raw.startswith(codecs.BOM_UTF8) else wide_encoding(raw)
    if marked is not None:
        return decode(raw, marked, REMEDY)
    try:
        return _without_mark(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        what = _wrong_byte("utf-8", error)
    declared = declared_encoding(raw) if page else None
    if declared is not None:
        return decode(raw, declared, SETTLE)
    return _detect(raw, what)


def decode(raw: bytes, encoding: str, remedy: str) -> str:
    """Give the text of bytes in an encoding, or say which byte is none of it."""
    meant = broadened(encoding)
    try:
        return _without_mark(raw.decode(meant))
    except UnicodeDecodeError as error:
        raise ContentError(_wrong_byte(meant, error), remedy) from error


def wide_encoding(head: bytes) -> str | None:
    """Say which of UTF-16 and UTF-32 bytes are in: their mark tells, or zeros at every other place."""
    marked = next((name for mark, name in MARKS if head.startswith(mark)), None)
    if marked is not None:
        return None if marked == "utf-8" else marked
    sample = head[:1000]
    if b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) == 0 and max(even, odd) * 3 > len(sample):
        return "utf-16-le" if odd else "utf-16-be"
    return None


def declared_encoding(raw: bytes) -> str | None:
    """Give the encoding that a page declares at its head, where there is such a one."""
    head = raw[:DECLARED_WITHIN]
    found = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", head, re.IGNORECASE)
    found = found or re.match(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", head)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name.startswith("utf") else name


def broadened(encoding: str) -> str:
    """Give the encoding that holds all that is met with under a name."""
    name = codecs.lookup(encoding).name
    return BROADER.get(name, name)


def _detect(raw: bytes, what: str) -> str:
    """Give the text of bytes in one of four old encodings, if they can only be in one of them."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise ContentError(what, f"{SETTLE}, or have it found: {INSTALL}") from None
    found = list(from_bytes(raw, cp_isolation=list(DETECTED)))
    if not found:
        raise ContentError(what, f"{SETTLE}, or {REMEDY}")
    best = found[0]
    others = [
        one.encoding for one in found[1:] if one.chaos - best.chaos < MARGIN and best.coherence - one.coherence < 0.3
    ]
    if others:
        names = " or ".join(name.upper() for name in (best.encoding, *others))
        raise ContentError(f"{what}, and it could be {names}", f"{SETTLE}, or {REMEDY}")
    text = decode(raw, best.encoding, SETTLE)
    if best.encoding == "cp1252" and ODD_LETTERS.search(text) is not None:
        raise ContentError(what, f"{SETTLE}, or {REMEDY}")
    return text


def _without_mark(text: str) -> str:
    return text.removeprefix("\ufeff")


def _wrong_byte(encoding: str, error: UnicodeDecodeError) -> str:
    return f"it is not {encoding.upper()}: byte {error.start} cannot be read ({error.reason})"
