"""The inputs of a run and how they are to be read, shared by every command that reads figures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from tradeparse.cli.language import read_language
from tradeparse.cli.published import check_published
from tradeparse.cli.streams import is_terminal
from tradeparse.output.perspective import SIDES


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its paths, `-` where none is named, and what they are read with."""

    @click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
    @click.option("--published", callback=check_published, metavar="YYYY[-MM[-DD]]", help="When the articles appeared.")
    @click.option(
        "--language-file",
        "language_files",
        multiple=True,
        type=click.Path(),
        metavar="FILE",
        help="A file with words of your own; may be given again.",
    )
    @click.option(
        "--view",
        type=click.Choice(SIDES),
        default="north-korea",
        help="Whose imports and exports: north-korea's (default) or china's.",
    )
    @wraps(command)
    def with_inputs(*args: Any, paths: tuple[str, ...], language_files: tuple[str, ...], **extra: Any) -> Any:
        if not paths and is_terminal(sys.stdin):
            raise click.UsageError("nothing to read; name a file or a folder, or pipe an article in")
        return command(*args, paths=paths or ("-",), language=read_language(language_files), **extra)

    return with_inputs
