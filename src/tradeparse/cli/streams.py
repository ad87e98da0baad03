"""Standard output and standard error: their encoding, and what becomes of a run when they fail."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import click
from click.exceptions import Exit


class FailedWrite(click.ClickException):
    """A result could not be written."""

    exit_code = 1

    def __init__(self, error: OSError) -> None:
        super().__init__(
            f"the output could not be written ({error.strerror}), so it is cut off; make room there, or write elsewhere"
        )


def prepare_streams() -> None:
    """Make the output the same bytes under every locale and on every system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def failing_output() -> Iterator[None]:
    """End a run quietly when its reader has closed the pipe, and with a message when the output cannot be written."""
    try:
        yield
    except BrokenPipeError:
        discard_output()
        raise Exit(0) from None
    except OSError as error:
        discard_output()
        raise FailedWrite(error) from error


def flush_output() -> None:
    """Write what is still held back; Python does so too late for a message and an exit code."""
    with failing_output():
        if sys.stdout is None:
            raise OSError(0, "standard output is closed")
        sys.stdout.flush()


def discard_output() -> None:
    """Send what is still held back nowhere, so that Python does not stumble over it at its end."""
    try:
        descriptor = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):  # no output at all, or one in memory
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def is_terminal(stream: IO[str] | None) -> bool:
    """Say whether a person reads or types there."""
    return stream is not None and not stream.closed and stream.isatty()
