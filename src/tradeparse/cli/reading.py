"""The options that say how files are read, shared by every command that reads articles."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tradeparse.articles import Kind

# What the readers have; to import them would load the engine for every help.
KINDS = ("text", "html", "json", "jsonl")
MAX_ARTICLE_BYTES = 20_000_000


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of reading and hand it them as `options`."""

    @click.option(
        "--input-format", "kind", type=click.Choice(KINDS), help="What the files are, whatever they look like."
    )
    @click.option("--encoding", callback=_check_encoding, metavar="NAME", help="The files' encoding, such as cp949.")
    @_key_option("text")
    @_key_option("title")
    @_key_option("date")
    @_key_option("id")
    @click.option(
        "--max-article-bytes",
        type=click.IntRange(min=1),
        default=MAX_ARTICLE_BYTES,
        metavar="N",
        help=f"Leave out larger articles; {MAX_ARTICLE_BYTES:,} by default.",
    )
    @wraps(command)
    def with_options(
        *args: Any,
        kind: Kind | None,
        encoding: str | None,
        text_key: str | None,
        title_key: str | None,
        date_key: str | None,
        id_key: str | None,
        max_article_bytes: int,
        **extra: Any,
    ) -> Any:
        from tradeparse.articles import InputOptions

        options = InputOptions(kind, encoding, text_key, title_key, date_key, id_key, max_article_bytes)
        return command(*args, options=options, **extra)

    return with_options


def _key_option(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(f"--{name}-key", metavar="KEY", help=f"JSON: the key of an article's {name}.")


def _check_encoding(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """Take the name of an encoding that Python has for text."""
    if name is None:
        return None
    try:
        codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError):
        raise click.BadParameter(
            f"{name!r} is no encoding; give one such as utf-8, cp1252, cp949, gb18030 or shift_jis"
        ) from None
    return name
