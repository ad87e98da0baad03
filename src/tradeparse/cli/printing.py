"""Results printed piece by piece, while a person who waits is shown how far the run has come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from tradeparse.cli.progress import progress

if TYPE_CHECKING:
    from tradeparse.cli.extraction import Extraction


def print_pieces(pieces: Iterable[str], extraction: Extraction, *, color: bool) -> None:
    """Print each piece before the next article is read."""
    with progress(extraction) as show_progress:
        for piece in pieces:
            click.echo(piece, nl=False, color=color)
            show_progress()
