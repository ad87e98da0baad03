"""The option that chooses the fields of a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from tradeparse.output.fields import KEYS, FieldError, choose_fields


def fields_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--fields`, as `fields`."""
    return click.option(
        "--fields",
        callback=_chosen,
        shell_complete=_completed,
        metavar="A,B,C",
        help="These fields of a record, in this order; not for a table.",
    )(command)


def _chosen(_context: click.Context, _option: click.Parameter, listed: str | None) -> tuple[str, ...] | None:
    if listed is None:
        return None
    try:
        return choose_fields(listed)
    except FieldError as error:
        raise click.BadParameter(str(error)) from error


def _completed(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the last name of the list."""
    before, comma, last = incomplete.rpartition(",")
    return [CompletionItem(before + comma + key) for key in KEYS if key.startswith(last)]
