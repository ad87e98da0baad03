"""Where results go: standard output, or a file that is replaced only when all is written."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO

import click

from tradeparse.cli.messages import FileFault, message
from tradeparse.cli.streams import is_terminal
from tradeparse.output.formats import Piece
from tradeparse.output.replacing import is_special, replaced

Write = Callable[[Piece], None]


class FailedFile(FileFault):
    """A file that could not be written."""

    exit_code = 1

    def __init__(self, path: str, error: OSError) -> None:
        match error:
            case IsADirectoryError():
                told = "it is a folder; name a file in it"
            case FileNotFoundError() | NotADirectoryError():
                told = "there is no such folder to write into; make it first, or write elsewhere"
            case PermissionError():
                told = "it may not be written; change the permissions of the file or of its folder, or write elsewhere"
            case _:
                left = "is cut off" if is_special(path) else "is left as it was"
                told = f"it could not be written ({error.strerror}), so it {left}; make room there, or write elsewhere"
        super().__init__(message(path, told))


@dataclass(frozen=True, slots=True)
class Destination:
    """A file's path, or none for standard output."""

    path: str | None = None

    def is_terminal(self) -> bool:
        """Say whether a person reads there."""
        return self.path is None and is_terminal(sys.stdout)

    def refuse(self, path: str) -> None:
        """Stop before an article, named or found in a folder, is written over with its own figures."""
        if self.path is not None and not is_special(self.path) and path != "-" and _are_the_same(path, self.path):
            raise click.UsageError(f"-o names {path!r}, which is to be read; name another file")

    @contextmanager
    def opened(self, *, color: bool = False) -> Iterator[Write]:
        """Give what writes a piece; a file is there when all is written, and is as it was if that fails."""
        if self.path is None:
            yield lambda piece: _print(piece, color)
            return
        try:
            with _ending_in_order(), _opened(self.path) as file:
                yield lambda piece: _write(piece, file)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise FailedFile(self.path, error) from error
        except KeyboardInterrupt:
            if not is_special(self.path):
                click.echo(message(self.path, "interrupted, so it is left as it was"), err=True)
            raise


def destination_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `-o`, as `destination`."""
    return click.option(
        "-o",
        "--output",
        "destination",
        type=click.Path(allow_dash=True),
        callback=lambda _context, _option, path: Destination(None if path in (None, "-") else path),
        metavar="FILE",
        help="Write to FILE, which is replaced only when all is written.",
    )(command)


def _are_the_same(path: str, other: str) -> bool:
    try:
        return Path(path).samefile(other)
    except OSError:  # one of them is not there
        return False


def _print(piece: Piece, color: bool) -> None:
    # click would take bytes out of the stream's own order where that stream is not the process's
    if isinstance(piece, str):
        click.echo(piece, nl=False, color=color)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def _write(piece: Piece, file: BinaryIO) -> None:
    file.write(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece)
    file.flush()  # a full disk is told before more is read, and a pipe gets each article as it is done


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    return Path(path).open("wb") if is_special(path) else replaced(path)


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let a run that is told to end take its unfinished file away first."""
    heard = [number for number in _ENDS if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


_ENDS = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def _end(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
