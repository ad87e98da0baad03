"""The command `tradeparse explain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from tradeparse.cli.destination import Destination
from tradeparse.cli.examples import ExampledCommand
from tradeparse.cli.inputs import Inputs, input_options, view_option
from tradeparse.cli.layout import explanation_options
from tradeparse.cli.printing import print_articles
from tradeparse.output.formats import Piece, PlainLayout, write_explanations
from tradeparse.output.perspective import Side

if TYPE_CHECKING:
    from tradeparse.output.explanation import Explanation


@click.command(
    short_help="Show why each number is a figure or none.",
    cls=ExampledCommand,
    examples="""
        tradeparse explain article.txt                  each number marked, and why
        tradeparse explain --published 2021-04 a.txt    the text names no year
        tradeparse explain articles/ --json             the same, for a script
        curl -s URL | tradeparse explain                from a pipe
    """,
)
@input_options
@view_option
@explanation_options
@click.pass_context
def explain(
    context: click.Context,
    inputs: Inputs,
    layout: PlainLayout,
    destination: Destination,
    quiet: bool,
    view: Side,
) -> None:
    """Show why each number of the articles is a figure, or why it is none.

    Each sentence that holds a number is shown with its numbers marked. Beneath it stand, for a figure, the record, the
    words that it rests on, what was inferred and from where, and the rules that made it; for any other number, the rule
    that rejected it and what that means. Paths and exit codes are those of extract.
    """
    from tradeparse.cli.extraction import Extraction  # with the engine, which help and usage errors do without
    from tradeparse.output.explanation import explain_reading

    extraction = Extraction(inputs, view, refuse=destination.refuse)
    explanations = (
        explain_reading(article, reading, inputs.published, inputs.language)
        for article, reading in extraction.read_articles()
    )

    def lay_out(articles: Iterable[Explanation]) -> Iterator[Piece]:
        return write_explanations(articles, layout)

    print_articles(explanations, lay_out, extraction, destination, color=layout.color, quiet=quiet)
    if layout.format == "text":
        extraction.tell_if_nothing_found()
    context.exit(extraction.exit_code())
