"""Results written piece by piece, while a person who waits is shown how far the run has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from tradeparse.cli.destination import Destination
from tradeparse.cli.progress import progress
from tradeparse.output.formats import Piece

if TYPE_CHECKING:
    from tradeparse.cli.extraction import Extraction

Article = TypeVar("Article")


def print_articles(
    articles: Iterable[Article],
    lay_out: Callable[[Iterable[Article]], Iterable[Piece]],
    extraction: Extraction,
    destination: Destination,
    *,
    color: bool,
    quiet: bool,
) -> None:
    """Lay out what is told of each article, and write each piece before the next article is read."""
    with destination.opened(color=color) as write, progress(extraction, destination, quiet=quiet) as shown:
        for piece in lay_out(shown.watch(articles)):
            if destination.is_terminal():
                with shown.hidden():
                    write(piece)
            else:
                write(piece)
