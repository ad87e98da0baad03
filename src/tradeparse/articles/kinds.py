"""What kind of file an input is: by its content, where that tells, else by its name."""

from __future__ import annotations

import io
import json
import re
from pathlib import PurePath

from tradeparse.articles.decoding import wide_encoding
from tradeparse.articles.options import Kind
from tradeparse.articles.patterns import Pattern

OF_SUFFIX: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
PACKED = ".gz"
SIGNATURES = {
    b"%PDF-": ("it is a PDF file", "save its text (for example: pdftotext FILE) and read that"),
    b"PK\x03\x04": ("it is a ZIP archive or an office document", "unpack it, or save it as plain text"),
    b"\xd0\xcf\x11\xe0": ("it is an office document", "save it as plain text"),
    b"{\\rtf": ("it is a rich text document", "save it as plain text"),
    b"\x1f\x8b": ("it is packed with gzip twice", "unpack it once (gunzip)"),
    b"BZh": ("it is packed with bzip2", "unpack it (bunzip2), or pack it with gzip"),
    b"\xfd7zXZ": ("it is packed with xz", "unpack it (unxz), or pack it with gzip"),
    b"\x28\xb5\x2f\xfd": ("it is packed with zstd", "unpack it (unzstd), or pack it with gzip"),
    b"SQLite format 3\0": ("it is a database", "export its articles as JSON Lines"),
    b"PAR1": ("it is a Parquet file", "export its articles as JSON Lines"),
}
BINARY = ("it is binary and holds no text", "name a file of text, HTML or JSON")
SAMPLE = 1000
PAGE_HEAD = 4096
LEADING = b" \t\r\n\0[{\xef\xbb\xbf\xff\xfe"
"""What may stand at the beginning of a file and does not tell JSON from text yet."""
BLANK = 1 << 16
"""So much of that is looked through."""
PAGE = Pattern(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
ARRAY = Pattern(r"\s*\[\s*\{\s*[\"}]")
OBJECT = Pattern(r"\s*\{\s*[\"}]")


def kind_of_name(path: str) -> Kind | None:
    """Give the kind that a file's name promises, packed or not."""
    name = PurePath(path)
    if name.suffix.lower() == PACKED:
        name = name.with_suffix("")
    return OF_SUFFIX.get(name.suffix.lower())


def read_head(stream: io.BufferedReader, limit: int) -> bytes:
    """Read as little as tells the kind: the first line that is not blank, more of what may be a page."""
    head = b""
    while len(head) < min(limit, BLANK):
        line = stream.readline(limit - len(head))
        head += line
        if not line or line.strip(LEADING):
            break
    if _plain(head).lstrip().startswith("<"):
        head += stream.read(PAGE_HEAD)
    return head


def binary_fault(head: bytes) -> tuple[str, str] | None:
    """Say what a file is that is no text at all, and what to do."""
    known = next((told for mark, told in SIGNATURES.items() if head.startswith(mark)), None)
    if known is not None or wide_encoding(head) is not None:
        return known
    sample = head[:SAMPLE]
    return BINARY if sample.count(0) * 100 > len(sample) else None


def find_kind(head: bytes, named: Kind | None, stream: io.BufferedReader) -> tuple[Kind, bytes]:
    """Give the kind of a file, and its head, of which more is read where one object may be the whole of it."""
    text = _plain(head)
    if PAGE.match(text) is not None:
        return "html", head
    if ARRAY.match(text) is not None:
        return "json", head
    if OBJECT.match(text) is None:
        return named or "text", head
    if named == "jsonl":
        return "jsonl", head
    if _is_object(text):
        while named == "json" and (line := stream.readline()):
            head += line
            if not line.isspace():
                return "jsonl", head
        return "json" if named == "json" else "jsonl", head
    whole_line = text.rstrip().endswith("}") and named != "json"
    return "jsonl" if whole_line else "json", head


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _plain(head: bytes) -> str:
    encoding = wide_encoding(head) or "utf-8"
    return head.decode(encoding, "ignore").removeprefix("\ufeff")
