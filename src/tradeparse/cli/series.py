"""The command `tradeparse series`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, get_args

import click

from tradeparse.cli.destination import Destination
from tradeparse.cli.examples import ExampledCommand
from tradeparse.cli.inputs import Inputs, input_options, view_option
from tradeparse.cli.layout import series_options
from tradeparse.cli.messages import message
from tradeparse.cli.printing import print_articles
from tradeparse.output.formats import Piece, PlainLayout, write_series
from tradeparse.output.perspective import Side
from tradeparse.records import Flow, Period

if TYPE_CHECKING:
    from tradeparse.analysis.series import Step
    from tradeparse.records import Record

FLOWS: tuple[str, ...] = get_args(Flow)
MONTH = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?")
STEPS = ("month", "quarter", "year")


def read_month(_context: click.Context, option: click.Parameter, text: str | None) -> Period | None:
    """Take a year or a month."""
    if text is None:
        return None
    if MONTH.fullmatch(text) is None:
        raise click.BadParameter(f"{text!r} is no month or year; give YYYY or YYYY-MM, as in 2020-05")
    return Period.parse(text)


def tell_note(source: str, what: str) -> None:
    """Tell what a standard has no code for; that is no fault."""
    click.echo(message(source, what), err=True)


@click.command(
    short_help="Put the figures of articles together into a series.",
    cls=ExampledCommand,
    examples="""
        tradeparse series articles/                     a line for each month and flow
        tradeparse series articles/ --by year -f csv    for a spreadsheet
        tradeparse series articles/ --why --flow total  why each value was chosen
        tradeparse series articles/ --stated-only       nothing that only follows
        tradeparse series articles/ --commodity rice    of some goods
    """,
)
@input_options
@view_option
@series_options
@click.option("--by", "step", type=click.Choice(STEPS), default="month", help="A line for each: month (default) …")
@click.option("--flow", "flows", multiple=True, type=click.Choice(FLOWS), help="Only this flow; may be given again.")
@click.option(
    "--commodity",
    "commodities",
    multiple=True,
    metavar="NAME",
    help="These goods; else all goods.",
)
@click.option("--coverage", "coverages", multiple=True, metavar="NAME", help="Only figures of customs, kita, kotra …")
@click.option("--since", callback=read_month, metavar="YYYY[-MM]", help="From this month or year on.")
@click.option("--until", callback=read_month, metavar="YYYY[-MM]", help="Up to this month or year.")
@click.option("--stated-only", is_flag=True, help="Leave out what no article states but what follows from others.")
@click.option("--why", is_flag=True, help="Table: say why each value was chosen, how it follows, what disagrees.")
@click.pass_context
def series(
    context: click.Context,
    inputs: Inputs,
    layout: PlainLayout,
    destination: Destination,
    quiet: bool,
    view: Side,
    step: Step,
    flows: tuple[str, ...],
    commodities: tuple[str, ...],
    coverages: tuple[str, ...],
    since: Period | None,
    until: Period | None,
    stated_only: bool,
    why: bool,
) -> None:
    """Put what the articles state together: the best value for each month, quarter or year and flow.

    Of several values the one counts that more publishers' figures allow, then one without a hedge, with more digits,
    of the later publication, told as customs'. What follows from stated values in at most three steps (a flow from the
    two others, a base from a value and its change, a month from two cumulatives, a year from its months) is marked as
    implied. Values of other sources than customs, such as KITA and KOTRA, have lines of their own. Exit codes are those
    of extract.
    """
    if why and layout.format != "table":
        raise click.UsageError(f"--why is a table's; --format {layout.format} tells it already or has no room for it")
    from tradeparse.cli.extraction import Extraction  # with the engine, which help and usage errors do without

    extraction = Extraction(inputs, view, refuse=destination.refuse)

    def lay_out(articles: Iterable[Sequence[Record]]) -> Iterator[Piece]:
        from tradeparse.analysis.series import Selection, build_series

        goods = tuple(name.casefold() for name in commodities)
        selection = Selection(step, flows, goods, coverages, since, until, stated_only)
        rows = build_series((record for records in articles for record in records), selection)
        return write_series(rows, layout, why=why, tell=extraction.tell_unwritten, note=tell_note)

    articles = extraction.read_inputs()
    print_articles(articles, lay_out, extraction, destination, color=layout.color, quiet=quiet)
    if layout.format == "table":
        extraction.tell_if_nothing_found()
    context.exit(extraction.exit_code())
