"""The command `tradeparse`, and how its runs end."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO
from typing import Any

import click

from tradeparse import __version__
from tradeparse.cli.check import check
from tradeparse.cli.examples import ExampledCommand
from tradeparse.cli.explain import explain
from tradeparse.cli.extract import extract
from tradeparse.cli.schema import schema
from tradeparse.cli.series import series
from tradeparse.cli.streams import failing_output, flush_output, prepare_streams
from tradeparse.cli.text import text
from tradeparse.output.escaping import inert

INTERRUPTED = 130


class Program(ExampledCommand, click.Group):
    """A group of commands whose exit codes are those that the README lists."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and exit with its code; click's own way to end, `standalone_mode`, has other codes."""
        prepare_streams()
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            flush_output()
        except click.Abort:
            code = INTERRUPTED
        except click.exceptions.Exit as end:
            code = end.exit_code
        except click.ClickException as error:
            show_error(error)
            code = error.exit_code
        sys.exit(code)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options; `--help` and `--version` print here."""
        with failing_output():
            return super().make_context(*args, **extra)

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was named."""
        with failing_output():
            return super().invoke(context)


def show_error(error: click.ClickException) -> None:
    """Print a message, which may tell a hostile file's name that stood where an option or a command is looked for."""
    told = StringIO()
    error.show(told)
    click.echo(inert(told.getvalue()), nl=False, err=True)


@click.group(
    "tradeparse",
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    examples="""
        tradeparse extract article.txt        the figures of an article, as a table
        tradeparse extract articles/ --json   those of a folder, for a script
        tradeparse explain article.txt        why each number is a figure or none
        tradeparse check articles/            which figures cannot all be true
        tradeparse series articles/           a value for each month and flow
        tradeparse text article.txt           the text that the offsets count in
        tradeparse schema                     the JSON Schema of a record
    """,
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def program() -> None:
    """Turn news texts about trade between China and North Korea into dated, sourced records."""


program.add_command(extract)
program.add_command(explain)
program.add_command(check)
program.add_command(series)
program.add_command(schema)
program.add_command(text)
