"""Reads news texts about trade between China and North Korea and gives every figure they state as a dated record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from tradeparse.articles.faults import Tell
    from tradeparse.articles.model import Article
    from tradeparse.articles.options import InputOptions
    from tradeparse.language.lexicon import Language
    from tradeparse.records import Record

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "load_language", "read"]


def extract(text: str | Article, published: str | None = None, language: Language | None = None) -> list[Record]:
    """Give every figure that an article states.

    `text` is the article's text, or an article that `read` gave, which carries its source into the records.
    `published` is the day it appeared, as far as you know it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    `language` is what `load_language` gave, where words of your own are to be read too.
    """
    from tradeparse.articles import parse
    from tradeparse.figures import read_figures

    article = parse(text, "-") if isinstance(text, str) else text
    return list(read_figures(article, published, language).records)


def read(path: str | PathLike[str], options: InputOptions | None = None, tell: Tell | None = None) -> Iterator[Article]:
    """Give the articles of a file, one by one.

    `options` settles what the file itself leaves open; `InputOptions` is in `tradeparse.articles`.
    `tell` is called with what is wrong with an article of an archive, so that the others are read; without it that is
    raised.
    """
    from os import fspath

    from tradeparse.articles import read as read_articles
    from tradeparse.articles.faults import give_up

    return read_articles(fspath(path), options, tell or give_up)


def load_language(*paths: str | PathLike[str]) -> Language:
    """Give the language with the words of your own files; a mistake in one raises a ValueError that names its place."""
    from tradeparse.language.additions import load_language as load

    return load(*paths)
