"""The command `tradeparse schema`."""

from __future__ import annotations

import click

from tradeparse.cli.examples import ExampledCommand


@click.command(
    short_help="Print the JSON Schema of a record.",
    cls=ExampledCommand,
    examples="""
        tradeparse schema                        the JSON Schema of a record
        tradeparse schema > record.schema.json   for a validator or a code generator
    """,
)
def schema() -> None:
    """Print the JSON Schema (2020-12) that every record keeps to."""
    from tradeparse.output.schema import schema_text

    click.echo(schema_text())
