"""A path becomes a stream of bytes: standard input, what was read ahead, gzip, other encodings."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from tradeparse.articles.faults import ContentError, InputError, unreadable

STANDARD_INPUT = "-"
GZIP = b"\x1f\x8b"
PIECE = 1 << 16


@contextmanager
def open_input(path: str) -> Iterator[io.BufferedReader]:
    """Open a file or standard input, unpacked where it is gzip, and say what is wrong where that fails."""
    try:
        with opened(path) as stream:
            head = stream.read(len(GZIP))
            whole = rejoin(head, stream)
            yield _unpacked(whole) if head == GZIP else whole
    except OSError as error:
        raise _fault(path, error) from error
    except EOFError as error:
        raise InputError(path, "its gzip data are cut off", "fetch or pack the file again") from error


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file, or give standard input, which stays open."""
    if path != STANDARD_INPUT:
        with Path(path).open("rb") as stream:
            yield stream
    elif sys.stdin is None:
        raise InputError(path, "it is closed", "name a file, or pipe an article in")
    else:
        yield sys.stdin.buffer


def _unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    return io.BufferedReader(Unpacked(stream), PIECE)


def rejoin(head: bytes, rest: BinaryIO) -> io.BufferedReader:
    """Give a stream that begins with what was read of it already."""
    return io.BufferedReader(Rejoined(head, rest), PIECE)


class Rejoined(io.RawIOBase):
    """What was read ahead, then the rest, which stays open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = cast("io.BufferedReader", rest)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read the next bytes that are there."""
        target = memoryview(buffer).cast("B")
        piece = self._head[: len(target)]
        self._head = self._head[len(piece) :]
        told = piece or self._rest.read1(len(target))
        target[: len(told)] = told
        return len(told)


class Unpacked(io.RawIOBase):
    """The content of gzip data; broken ones are an OSError."""

    def __init__(self, packed: io.BufferedReader) -> None:
        import gzip

        self._file = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read the next bytes that are there."""
        import zlib

        target = memoryview(buffer).cast("B")
        try:
            told = self._file.read1(len(target))
        except zlib.error as error:
            raise OSError(0, f"broken gzip data: {error}") from error
        target[: len(told)] = told
        return len(told)


class Transcoded(io.RawIOBase):
    """A stream in some encoding, as UTF-8."""

    def __init__(self, stream: io.BufferedReader, encoding: str, remedy: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._remedy = remedy
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._read = 0
        self._ready = b""
        self._started = False

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read the next bytes that are there."""
        target = memoryview(buffer).cast("B")
        ended = False
        while not self._ready and not ended:
            raw = self._stream.read1(PIECE)
            ended = not raw
            self._ready = self._decoded(raw, final=ended)
        piece, self._ready = self._ready[: len(target)], self._ready[len(target) :]
        target[: len(piece)] = piece
        return len(piece)

    def _decoded(self, raw: bytes, *, final: bool) -> bytes:
        held = len(self._decoder.getstate()[0])
        try:
            text = self._decoder.decode(raw, final)
        except UnicodeDecodeError as error:
            place = self._read - held + error.start
            what = f"it is not {self._encoding.upper()}: byte {place} cannot be read ({error.reason})"
            raise ContentError(what, self._remedy) from error
        self._read += len(raw)
        if text and not self._started:
            self._started = True
            text = text.removeprefix("\ufeff")
        return text.encode("utf-8", "surrogatepass")


def _fault(path: str, error: OSError) -> InputError:
    if type(error).__name__ == "BadGzipFile" or "broken gzip data" in str(error):
        return InputError(path, "its gzip data are broken", "fetch or pack the file again")
    return unreadable(path, error)
