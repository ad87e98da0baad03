"""The command `tradeparse check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from tradeparse.cli.destination import Destination
from tradeparse.cli.examples import ExampledCommand
from tradeparse.cli.inputs import Inputs, input_options
from tradeparse.cli.layout import finding_options
from tradeparse.cli.printing import print_articles
from tradeparse.output.formats import Piece, PlainLayout, write_findings

if TYPE_CHECKING:
    from tradeparse.records import Record

IMPOSSIBLE = 4


@click.command(
    short_help="Tell which figures cannot all be true.",
    cls=ExampledCommand,
    examples="""
        tradeparse check article.txt                    the figures of one article
        tradeparse check articles/                      of many, against one another
        tradeparse check a.txt --reference series.csv   against a series of your own
        tradeparse check articles/ --json               for a script
        tradeparse check article.txt --all              also what fits
    """,
)
@input_options
@finding_options
@click.option(
    "--reference",
    type=click.Path(),
    metavar="CSV",
    help="Check against a series: period, flow, value_usd.",
)
@click.option("--all", "show_all", is_flag=True, help="Tell also what fits and what cannot be told.")
@click.pass_context
def check(
    context: click.Context,
    inputs: Inputs,
    layout: PlainLayout,
    destination: Destination,
    quiet: bool,
    reference: str | None,
    show_all: bool,
) -> None:
    """Tell which figures of the articles cannot all be true, and what would make them fit.

    Sums, growth and parts are checked within each article; what articles tell of the same flow and period, between
    them; and monthly values against the highest and lowest that have been seen. An error that would explain it is
    named. "impossible" stands for figures of which one must be wrong, "unlikely" for what is most likely wrong or rests
    on a hedge or a field taken from afar, "note" for what is worth to know. Flows are North Korea's. Exit codes are
    those of extract, and 4 where something is impossible.
    """
    from tradeparse.cli.extraction import Extraction  # with the engine, which help and usage errors do without
    from tradeparse.cli.reference import read_reference_file

    known = read_reference_file(reference) if reference is not None else []
    extraction = Extraction(inputs, refuse=destination.refuse)
    severities: set[str] = set()

    def lay_out(articles: Iterable[Sequence[Record]]) -> Iterator[Piece]:
        from tradeparse.analysis.checking import check_records

        found = check_records((record for records in articles for record in records), known)
        severities.update(finding.severity for finding in found)
        shown = [finding for finding in found if show_all or finding.severity not in ("open", "agrees")]
        return write_findings(shown, layout)

    articles = extraction.read_inputs()
    print_articles(articles, lay_out, extraction, destination, color=layout.color, quiet=quiet)
    code = extraction.exit_code()
    context.exit(IMPOSSIBLE if code == 0 and "impossible" in severities else code)
