"""The day of publication as a user gives it."""

from __future__ import annotations

import re
from datetime import date

import click

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


def check_published(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Take a day, a month or a year as it is if the calendar has it."""
    if value is None:
        return None
    form = _FORM.fullmatch(value)
    try:
        if form is None:
            raise ValueError
        date(int(form[1]), int(form[2] or 1), int(form[3] or 1))
    except ValueError:
        raise click.BadParameter(
            f"{value!r} is no day, month or year; give YYYY, YYYY-MM or YYYY-MM-DD, as in 2020-06-24"
        ) from None
    return value
