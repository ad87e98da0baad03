"""A reference series, read before any article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradeparse.cli.messages import UnreadableInput

if TYPE_CHECKING:
    from tradeparse.records import Record


def read_reference_file(path: str) -> list[Record]:
    """Read a series, or end the run with what is wrong with it."""
    from tradeparse.analysis.reference import read_reference
    from tradeparse.articles import ContentError, InputError
    from tradeparse.articles.faults import unreadable

    try:
        return read_reference(path)
    except OSError as error:
        raise UnreadableInput(unreadable(path, error)) from error
    except ContentError as error:
        raise UnreadableInput(InputError(path, error.what, error.remedy)) from error
