"""Messages on standard error: which file, what is wrong, what to do."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import click

from tradeparse.output.escaping import visible

if TYPE_CHECKING:
    from tradeparse.articles import Article, InputError

STANDARD_INPUT = "standard input"


class FileFault(click.ClickException):
    """An end of the run whose message begins with a file, as those of runs that go on do."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message, whose parts are visible already."""
        click.echo(self.message, file=file, err=True)


class UnreadableInput(FileFault):
    """A file that the whole run depends on could not be read."""

    exit_code = 3

    def __init__(self, error: InputError) -> None:
        super().__init__(fault(error))


def fault(error: InputError) -> str:
    """Say which input could not be read, why, and what to do."""
    return message(error.path, f"{error.what}; {error.remedy}")


def article_message(article: Article, told: str) -> str:
    """Put the name of an article's file, and its id where the file has many, before what is told of it."""
    return message(article.source, told if article.id is None else f"article {article.id}: {told}")


def message(source: str, told: str) -> str:
    """Put the name of an input before what is told of it."""
    return f"{visible(STANDARD_INPUT if source == '-' else source)}: {visible(told)}"
