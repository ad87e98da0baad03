"""The options that say how results are laid out, shared by the commands that print them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, cast

import click

from tradeparse.cli.destination import Destination, destination_option
from tradeparse.cli.fields import fields_option
from tradeparse.cli.progress import quiet_option
from tradeparse.output.formats import (
    ENDINGS,
    EXPLANATION_FORMATS,
    FINDING_FORMATS,
    FORMATS,
    SERIES_FORMATS,
    Format,
    Layout,
    PlainLayout,
)

WIDTH_OF_A_PIPE = 80


def layout_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of its output, as `layout`, `destination` and `quiet`."""

    @_format_option(FORMATS, "table (default), json, jsonl, csv, tsv, markdown or parquet; else by FILE's ending.")
    @_json_option
    @destination_option
    @fields_option
    @click.option("--long", is_flag=True, help="Table: one row a record, with its quote.")
    @click.option(
        "--raw", is_flag=True, help="CSV, TSV: leave text as it is that a spreadsheet would run as a formula."
    )
    @_color_option("Table")
    @quiet_option
    @wraps(command)
    def with_layout(
        *args: Any,
        name: str | None,
        as_json: bool,
        destination: Destination,
        fields: tuple[str, ...] | None,
        long: bool,
        raw: bool,
        color: str,
        **extra: Any,
    ) -> Any:
        chosen = cast("Format", _chosen(name, as_json) or _by_ending(destination, FORMATS) or "table")
        if long and chosen != "table":
            raise click.UsageError(f"--long is a table's; --format {chosen} holds every field already")
        if raw and chosen not in ("csv", "tsv"):
            raise click.UsageError(f"--raw is for --format csv and tsv; a {chosen} needs no such care")
        if fields and chosen == "table":
            raise click.UsageError(
                "--fields is for the other formats; a table has columns of its own, more with --long"
            )
        if chosen == "parquet":
            _check_parquet(destination)
        layout = Layout(chosen, long, _width(destination), _is_colored(color, destination), raw, fields)
        return command(*args, layout=layout, destination=destination, **extra)

    return with_layout


def _plain_options(names: Sequence[str], told: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make what gives a command the options of a plainer output, as `layout`, `destination` and `quiet`."""

    def options(command: Callable[..., Any]) -> Callable[..., Any]:
        @_format_option(names, told)
        @_json_option
        @destination_option
        @_color_option(names[0].capitalize())
        @quiet_option
        @wraps(command)
        def with_layout(
            *args: Any, name: str | None, as_json: bool, destination: Destination, color: str, **extra: Any
        ) -> Any:
            chosen = _chosen(name, as_json) or _by_ending(destination, names) or names[0]
            if chosen == "parquet":
                _check_parquet(destination)
            layout = PlainLayout(chosen, _width(destination), _is_colored(color, destination))
            return command(*args, layout=layout, destination=destination, **extra)

        return with_layout

    return options


explanation_options = _plain_options(EXPLANATION_FORMATS, "text (default) or json; else by FILE's ending.")
finding_options = _plain_options(FINDING_FORMATS, "table (default) or json; else by FILE's ending.")
series_options = _plain_options(
    SERIES_FORMATS, "table (default), json, jsonl, csv, parquet, sdmx or comtrade; else by FILE's ending."
)


def _format_option(names: Sequence[str], told: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option("-f", "--format", "name", type=click.Choice(names), help=told)


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


def _by_ending(destination: Destination, names: Sequence[str]) -> str | None:
    """The format that the name of the output file tells, if it is among those."""
    ending = ENDINGS.get(Path(destination.path or "").suffix.lower())
    return ending if ending in names else None


def _check_parquet(destination: Destination) -> None:
    """Stop where a Parquet file cannot be made or would be shown to a person."""
    if destination.is_terminal():
        raise click.UsageError("--format parquet is not for a terminal; give -o FILE, or send it into a file or a pipe")
    try:
        import tradeparse.output.parquet_file  # noqa: F401 - whether it can be imported is the question
    except ImportError as error:
        raise click.ClickException(
            "--format parquet needs pyarrow, which is not installed; install it with pip install 'tradeparse[parquet]'"
        ) from error


def _width(destination: Destination) -> int:
    """Take the terminal's width; a file or a pipe gets the same bytes wherever it starts, unless COLUMNS is set."""
    if destination.is_terminal():
        return shutil.get_terminal_size((WIDTH_OF_A_PIPE, 24)).columns
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) > 0 else WIDTH_OF_A_PIPE


def _is_colored(color: str, destination: Destination) -> bool:
    if color != "auto":
        return color == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and destination.is_terminal()
