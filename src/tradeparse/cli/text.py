"""The command `tradeparse text`."""

from __future__ import annotations

import sys

import click

from tradeparse.cli.examples import ExampledCommand
from tradeparse.cli.messages import UnreadableInput
from tradeparse.cli.streams import is_terminal
from tradeparse.output.escaping import inert


@click.command(
    short_help="Print the text that offsets count in.",
    cls=ExampledCommand,
    examples="""
        tradeparse text article.txt               the text that offsets count in
        tradeparse text article.txt | sed -n 7p   the line that a record names
    """,
)
@click.argument("file", type=click.Path())
def text(file: str) -> None:
    """Print the text that the offsets of FILE's records count in, as it is, with nothing added.

    On a terminal, control characters are shown as escapes.

    FILE may be - for standard input.
    """
    from tradeparse.articles import InputError, read

    try:
        for article in read(file):
            click.echo(inert(article.text) if is_terminal(sys.stdout) else article.text, nl=False)
    except InputError as error:
        raise UnreadableInput(error) from error
