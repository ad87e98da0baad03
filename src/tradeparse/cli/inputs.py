"""The inputs of a run and how they are to be read, shared by every command that reads figures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from tradeparse.cli.language import read_language
from tradeparse.cli.published import check_published
from tradeparse.cli.reading import reading_options
from tradeparse.cli.streams import is_terminal
from tradeparse.output.perspective import SIDES

if TYPE_CHECKING:
    from tradeparse.articles import InputOptions
    from tradeparse.language.lexicon import Language

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The paths of a run, the file that lists more of them, and how all are read."""

    paths: tuple[str, ...]
    list_of_paths: str | None
    options: InputOptions
    published: str | None
    language: Language


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its inputs, `-` where none is named, and what they are read with."""

    @click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
    @click.option(
        "--from-file", "listed", type=click.Path(), metavar="LIST", help="A file with more paths, one a line."
    )
    @reading_options
    @click.option("--published", callback=check_published, metavar="YYYY[-MM[-DD]]", help="When the articles appeared.")
    @click.option(
        "--language-file",
        "language_files",
        multiple=True,
        type=click.Path(),
        metavar="FILE",
        help="A file with words of your own; may be given again.",
    )
    @wraps(command)
    def with_inputs(
        *args: Any,
        paths: tuple[str, ...],
        listed: str | None,
        options: InputOptions,
        published: str | None,
        language_files: tuple[str, ...],
        **extra: Any,
    ) -> Any:
        if not paths and listed is None:
            if is_terminal(sys.stdin):
                raise click.UsageError("nothing to read; name a file or a folder, or pipe an article in")
            paths = (STANDARD_INPUT,)
        if listed == STANDARD_INPUT and STANDARD_INPUT in paths:
            raise click.UsageError("--from-file - takes standard input; leave - out of the paths")
        inputs = Inputs(paths, listed, options, published, read_language(language_files))
        return command(*args, inputs=inputs, **extra)

    return with_inputs


def view_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the side whose trade is told, as `view`."""
    return click.option(
        "--view",
        type=click.Choice(SIDES),
        default="north-korea",
        help="Whose imports and exports: north-korea's (default) or china's.",
    )(command)
