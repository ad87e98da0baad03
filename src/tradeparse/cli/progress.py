"""How far a run has come, for a person who waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tradeparse.cli.streams import is_terminal

if TYPE_CHECKING:
    from tradeparse.cli.extraction import Extraction


@contextmanager
def progress(extraction: Extraction) -> Iterator[Callable[[], None]]:
    """Count articles and figures on the terminal while the results go elsewhere; anywhere else do nothing."""
    if not is_terminal(sys.stderr) or is_terminal(sys.stdout):
        yield lambda: None
        return

    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield lambda: status.update(f"{extraction.articles:,} articles, {extraction.figures:,} figures")
