"""The options that say how results are laid out, shared by the commands that print them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

import click

from tradeparse.cli.streams import is_terminal
from tradeparse.output.formats import EXPLANATION_FORMATS, FORMATS, ExplanationFormat, ExplanationLayout, Format, Layout

WIDTH_OF_A_PIPE = 80


def layout_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a layout and hand it the layout as `layout`."""

    @click.option("-f", "--format", "name", type=click.Choice(FORMATS), help="table (default), json, jsonl or csv.")
    @_json_option
    @click.option("--long", is_flag=True, help="Table: one row a record, with its quote.")
    @click.option("--raw", is_flag=True, help="CSV: leave text as it is that a spreadsheet would run as a formula.")
    @_color_option("Table")
    @wraps(command)
    def with_layout(
        *args: Any, name: str | None, as_json: bool, long: bool, raw: bool, color: str, **extra: Any
    ) -> Any:
        chosen = cast("Format", _chosen(name, as_json) or "table")
        if long and chosen != "table":
            raise click.UsageError(f"--long is a table's; --format {chosen} holds every field already")
        if raw and chosen != "csv":
            raise click.UsageError(f"--raw is for --format csv; a {chosen} needs no such care")
        return command(*args, layout=Layout(chosen, long, _width(), _is_colored(color), raw), **extra)

    return with_layout


def explanation_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of how explanations are set and hand it them as `layout`."""

    @click.option("-f", "--format", "name", type=click.Choice(EXPLANATION_FORMATS), help="text (default) or json.")
    @_json_option
    @_color_option("Text")
    @wraps(command)
    def with_layout(*args: Any, name: str | None, as_json: bool, color: str, **extra: Any) -> Any:
        chosen = cast("ExplanationFormat", _chosen(name, as_json) or "text")
        return command(*args, layout=ExplanationLayout(chosen, _width(), _is_colored(color)), **extra)

    return with_layout


_json_option = click.option("--json", "as_json", is_flag=True, help="Short for --format json.")


def _color_option(format_name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        help=f"{format_name}: colour on a terminal only (default), always or never.",
    )


def _chosen(name: str | None, as_json: bool) -> str | None:
    if as_json and name not in (None, "json"):
        raise click.UsageError(f"--json and --format {name} cannot both hold; leave one out")
    return "json" if as_json else name


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
