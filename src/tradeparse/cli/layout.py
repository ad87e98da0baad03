"""The options that say how results are laid out, shared by every command that prints records."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

import click

from tradeparse.cli.streams import is_terminal
from tradeparse.output.formats import FORMATS, Format, Layout

WIDTH_OF_A_PIPE = 80


def layout_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a layout and hand it the layout as `layout`."""

    @click.option("-f", "--format", "name", type=click.Choice(FORMATS), help="table (default), json, jsonl or csv.")
    @click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
    @click.option("--long", is_flag=True, help="Table: one row a record, with its quote.")
    @click.option("--raw", is_flag=True, help="CSV: leave text as it is that a spreadsheet would run as a formula.")
    @click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        help="Table: colour on a terminal only (default), always or never.",
    )
    @wraps(command)
    def with_layout(
        *args: Any, name: str | None, as_json: bool, long: bool, raw: bool, color: str, **extra: Any
    ) -> Any:
        if as_json and name not in (None, "json"):
            raise click.UsageError(f"--json and --format {name} cannot both hold; leave one out")
        chosen = cast("Format", "json" if as_json else name or "table")
        if long and chosen != "table":
            raise click.UsageError(f"--long is a table's; --format {chosen} holds every field already")
        if raw and chosen != "csv":
            raise click.UsageError(f"--raw is for --format csv; a {chosen} needs no such care")
        return command(*args, layout=Layout(chosen, long, _width(), _is_colored(color), raw), **extra)

    return with_layout


def _width() -> int:
    """Take the terminal's width; a pipe gets the same bytes wherever it starts, unless COLUMNS is set."""
    if is_terminal(sys.stdout):
        return shutil.get_terminal_size((WIDTH_OF_A_PIPE, 24)).columns
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) > 0 else WIDTH_OF_A_PIPE


def _is_colored(color: str) -> bool:
    if color != "auto":
        return color == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and is_terminal(sys.stdout)
