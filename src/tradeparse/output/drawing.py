"""What people read, drawn as plain text or with colour: the heading of an article, and parts one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from tradeparse.output.escaping import visible


def article_heading(source: str, article: str | None, title: str | None, published: str | None) -> Text:
    """Name an article: its file, its day and its headline."""
    named = "standard input" if source == "-" else visible(source)
    if article is not None:
        named = f"{named}, {visible(article)}"
    heading = Text(f"{named}  published {published or '?'}", overflow="fold")
    if title is not None:
        heading.append(f"\n{visible(title)}", style="bold")
    return heading


def drawn(parts: Sequence[RenderableType], width: int, color: bool) -> str:
    """Draw parts within a width; no line ends in spaces."""
    drawing = StringIO()
    console = Console(
        file=drawing,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(*parts, sep="\n")
    return "".join(f"{line.rstrip()}\n" for line in drawing.getvalue().splitlines())
