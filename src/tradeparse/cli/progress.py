"""How far a run has come, for a person who waits."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOBase
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from tradeparse.cli.destination import Destination
from tradeparse.cli.streams import is_terminal

if TYPE_CHECKING:
    from rich.live import Live

    from tradeparse.cli.extraction import Extraction

Article = TypeVar("Article")


def quiet_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `-q`, as `quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Show no progress on the terminal.")(command)


class Progress:
    """A line at the foot of the terminal that counts; it is there from the second article on."""

    def __init__(self, extraction: Extraction, *, wanted: bool) -> None:
        self._extraction = extraction
        self._wanted = wanted
        self._live: Live | None = None
        self._messages: IO[str] = sys.stderr

    def watch(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Give the articles on, and show the count once it is known that they are several."""
        for count, article in enumerate(articles):
            if count == 1 and self._wanted:
                self._show()
            yield article

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the line away while something else is written to the terminal."""
        if self._live is None:
            yield
            return
        self._live.stop()
        try:
            yield
        finally:
            self._live.start()

    def end(self) -> None:
        """Take the line away for good."""
        sys.stderr = self._messages
        if self._live is not None:
            self._live.stop()
            self._live = None

    def _show(self) -> None:
        from rich.console import Console  # a run without a person at it does without
        from rich.live import Live
        from rich.spinner import Spinner

        spinner = Spinner("dots")

        def counted() -> Spinner:
            spinner.update(text=count_text(self._extraction))
            return spinner

        console = Console(file=self._messages)
        # JSON must not go through rich, and messages are kept apart from the line below.
        self._live = Live(
            console=console, get_renderable=counted, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        sys.stderr = _Above(self)
        self._live.start()

    def tell(self, text: str) -> int:
        """Write a message above the line."""
        with self.hidden():
            written = self._messages.write(text)
            self._messages.flush()
        return written


@contextmanager
def progress(extraction: Extraction, destination: Destination, *, quiet: bool) -> Iterator[Progress]:
    """Count articles, figures and faults on the terminal, where there is one and no other program writes to it."""
    shown = Progress(extraction, wanted=not quiet and is_terminal(sys.stderr) and not _leads_to_a_program(destination))
    try:
        yield shown
    finally:
        shown.end()


def count_text(extraction: Extraction) -> str:
    """Say how far a run has come: `1,204 articles, 310 figures, 2 faults`."""
    counts = {
        "article": extraction.articles,
        "figure": extraction.figures,
        "fault": extraction.unread + extraction.defects + extraction.unwritten,
    }
    return ", ".join(f"{count:,} {name}{'s' * (count != 1)}" for name, count in counts.items())


def _leads_to_a_program(destination: Destination) -> bool:
    """Say whether results go into a pipe, whose other end (`less`, `jq`) writes to the terminal itself."""
    if destination.path is not None:
        return False
    try:
        mode = os.fstat(sys.stdout.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


class _Above(TextIOBase):
    """Standard error while the line is shown."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown

    def writable(self) -> bool:
        """It takes text."""
        return True

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def write(self, text: object) -> int:
        """Write a message above the line."""
        if not isinstance(text, str):
            raise TypeError("this is a stream of text")  # by which click, which asks, knows it
        return self._shown.tell(text) if text else 0
