"""The command `tradeparse extract`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from tradeparse.cli.destination import Destination
from tradeparse.cli.examples import ExampledCommand
from tradeparse.cli.inputs import Inputs, input_options, view_option
from tradeparse.cli.layout import layout_options
from tradeparse.cli.printing import print_articles
from tradeparse.output.formats import Layout, Piece, write_records
from tradeparse.output.perspective import Side
from tradeparse.records import Record


@click.command(
    short_help="Print the figures that articles state.",
    cls=ExampledCommand,
    examples="""
        tradeparse extract article.txt                  a table of the figures
        tradeparse extract articles/ --json             every field, for a script
        tradeparse extract *.txt -o figures.csv         for a spreadsheet
        tradeparse extract --published 2021-04 a.txt    the text names no year
        curl -s URL | tradeparse extract --strict       from a pipe; only what is sure
    """,
)
@input_options
@view_option
@layout_options
@click.option("--strict", is_flag=True, help="Leave out records with anything open or inferred from afar.")
@click.option("--fail-empty", is_flag=True, help="Exit with 5 when no figure is found.")
@click.pass_context
def extract(
    context: click.Context,
    inputs: Inputs,
    layout: Layout,
    destination: Destination,
    quiet: bool,
    view: Side,
    strict: bool,
    fail_empty: bool,
) -> None:
    """Print every figure on China-North Korea trade that the articles state.

    PATH is a file, a folder of files, or - for standard input, which is also read when no PATH is given and something
    is piped in. Exit codes: 0 done, 1 the program failed, 2 wrong usage, 3 some inputs could not be read, 5 nothing
    found and --fail-empty, 130 interrupted.
    """
    from tradeparse.cli.extraction import Extraction  # with the engine, which help and usage errors do without

    extraction = Extraction(inputs, view, strict, destination.refuse)

    def lay_out(articles: Iterable[Sequence[Record]]) -> Iterator[Piece]:
        return write_records(articles, layout, extraction.tell_unwritten)

    articles = extraction.read_inputs()
    print_articles(articles, lay_out, extraction, destination, color=layout.color, quiet=quiet)
    if layout.format == "table":
        extraction.tell_if_nothing_found()
    context.exit(extraction.exit_code(fail_empty))
