"""The command `tradeparse text`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tradeparse.cli.examples import ExampledCommand
from tradeparse.cli.messages import UnreadableInput, fault
from tradeparse.cli.reading import reading_options
from tradeparse.cli.streams import is_terminal
from tradeparse.output.escaping import inert, visible

if TYPE_CHECKING:
    from tradeparse.articles import Article, InputError, InputOptions

UNREAD = 3


@click.command(
    short_help="Print the text that offsets count in.",
    cls=ExampledCommand,
    examples="""
        tradeparse text article.txt               the text that offsets count in
        tradeparse text article.txt | sed -n 7p   the line that a record names
        tradeparse text page.html                 what is the article on a web page
        tradeparse text news.jsonl --article 17   one article of many, by its id
    """,
)
@click.argument("file", type=click.Path())
@click.option("--article", "wanted", metavar="ID", help="The one article of an archive that has this id.")
@reading_options
@click.pass_context
def text(context: click.Context, file: str, wanted: str | None, options: InputOptions) -> None:
    """Print the text that the offsets of FILE's records count in, as it is, with nothing added.

    On a terminal, control characters are shown as escapes.

    FILE may be - for standard input. The articles of an archive are printed one after the other, each below a line with
    its id; --article prints one, as it is.
    """
    from tradeparse.articles import InputError, read

    faults: list[InputError] = []

    def tell(error: InputError) -> None:
        faults.append(error)
        click.echo(fault(error), err=True)

    try:
        for piece in _pieces(read(file, options, tell), wanted):
            click.echo(inert(piece) if is_terminal(sys.stdout) else piece, nl=False)
            if wanted is not None:
                return
    except InputError as error:
        raise UnreadableInput(error) from error
    if wanted is not None:
        remedy = "give the field article of one of its records"
        raise UnreadableInput(InputError(file, f"no article in it has the id {wanted}", remedy))
    context.exit(UNREAD if faults else 0)


def _pieces(articles: Iterator[Article], wanted: str | None) -> Iterator[str]:
    before = ""
    for article in articles:
        if wanted is not None:
            if article.id == wanted:
                yield article.text
        elif article.id is None:
            yield article.text
        else:
            end = "" if article.text.endswith("\n") else "\n"
            yield f"{before}==> {visible(article.id)} <==\n{article.text}{end}"
            before = "\n"
