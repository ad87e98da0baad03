"""Files become articles, each by the reader of its kind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from os import PathLike, fspath

from tradeparse.articles.decoding import broadened, read_text, wide_encoding
from tradeparse.articles.faults import ContentError, InputError, Tell, give_up
from tradeparse.articles.kinds import binary_fault, find_kind, kind_of_name, read_head
from tradeparse.articles.model import Article, DateCandidate, Section
from tradeparse.articles.options import InputOptions, Kind
from tradeparse.articles.sections import segment
from tradeparse.articles.streams import STANDARD_INPUT, Transcoded, open_input, rejoin

ANOTHER = "give another --encoding, or save it as UTF-8"


def parse(
    text: str,
    source: str,
    id: str | None = None,  # noqa: A002 - what it is called in the article
    title: str | None = None,
    day: DateCandidate | None = None,
) -> Article:
    """Give the article of a text, cut into sections, with the title and the day that the data beside it tell."""
    headline, sections = segment(text)
    if day is not None:
        sections = _dated(sections, day)
    return Article(source, id, text, title or headline, sections)


def read(path: str | PathLike[str], options: InputOptions | None = None, tell: Tell = give_up) -> Iterator[Article]:
    """Give the articles of a file, one by one; `-` is standard input.

    An article of an archive that cannot be read is told, and the others are read; without `tell` it is the end.
    """
    source, options = fspath(path), options or InputOptions()
    with open_input(source) as stream:
        head = read_head(stream, options.max_article_bytes)
        binary = binary_fault(head)
        if binary is not None:
            raise InputError(source, *binary)
        found, head = find_kind(head, kind_of_name(source) if source != STANDARD_INPUT else None, stream)
        kind = options.kind or found
        whole = rejoin(head, stream)
        try:
            if kind in ("json", "jsonl"):
                yield from _read_archive(whole, wide_encoding(head), source, kind, options, tell)
            else:
                yield _read_single(whole, source, kind, options)
        except ContentError as error:
            raise InputError(source, error.what, error.remedy) from error


def _read_single(stream: io.BufferedReader, source: str, kind: Kind, options: InputOptions) -> Article:
    limit = options.max_article_bytes
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise _too_long(limit)
    text = read_text(raw, options.encoding, page=kind == "html")
    if not text or text.isspace():
        raise _nothing()
    if kind == "text":
        return parse(text, source)
    from tradeparse.articles.pages import read_page

    page = read_page(text)
    return parse(page.text, source, None, page.title, page.day)


def _read_archive(
    stream: io.BufferedReader, wide: str | None, source: str, kind: Kind, options: InputOptions, tell: Tell
) -> Iterator[Article]:
    from tradeparse.articles.archives import read_elements, read_lines
    from tradeparse.articles.entries import read_entry

    encoding = options.encoding
    if wide is not None or (encoding is not None and kind == "json"):
        name = broadened(encoding or wide or "")
        if name in ("utf-16", "utf-32"):  # whose mark may be missing
            name = wide or f"{name}-le"
        stream = io.BufferedReader(Transcoded(stream, name, ANOTHER))
        encoding = "utf-8"
    empty = True
    limit = options.max_article_bytes
    for entry in (read_lines if kind == "jsonl" else read_elements)(stream, limit):
        empty = False
        try:
            if entry.raw is None:
                raise _too_long(limit)
            told = read_entry(read_text(entry.raw, encoding), options)
        except ContentError as error:
            tell(InputError(source, f"{entry.place}: {error.what}", error.remedy))
        else:
            id = None if entry.alone else told.id or str(entry.number)  # noqa: A001
            yield parse(told.text, source, id, told.title, told.day)
    if empty:
        raise _nothing()


def _dated(sections: tuple[Section, ...], day: DateCandidate) -> tuple[Section, ...]:
    """Put a day of the data before the dates of the first section's pages and headers, and last in the others.

    A dateline counts before it anyway; a day of which only the month or the year is known stands behind the rest.
    """
    first = (day, *sections[0].dates) if day.day is not None else (*sections[0].dates, day)
    others = (replace(section, dates=(*section.dates, day)) for section in sections[1:])
    return (replace(sections[0], dates=first), *others)


def _nothing() -> ContentError:
    return ContentError("it is empty", "give a file with the text of an article")


def _too_long(limit: int) -> ContentError:
    return ContentError(f"it has more than {limit:,} bytes", "give a larger --max-article-bytes if it is one article")
