"""One run over many inputs: what fails in one does not stop the others."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import click

from tradeparse.articles import InputError, find_articles, read
from tradeparse.articles.model import Article
from tradeparse.cli.messages import fault, message
from tradeparse.figures import read_figures
from tradeparse.language.lexicon import Language
from tradeparse.output.perspective import Side, seen_from
from tradeparse.output.strictness import is_certain
from tradeparse.records import Reading, Record

DONE, FAILED, UNREAD, NOTHING_FOUND = 0, 1, 3, 5


@dataclass(slots=True)
class Extraction:
    """What a run reads, article by article, and a count of what was met on the way."""

    published: str | None = None
    side: Side = "north-korea"
    strict: bool = False
    language: Language | None = None
    articles: int = 0
    figures: int = 0
    unread: int = 0
    defects: int = 0
    unwritten: int = 0

    def read_inputs(self, paths: Iterable[str]) -> Iterator[tuple[Record, ...]]:
        """Give the records of each article of each file and folder."""
        return (reading.records for _, reading in self.read_articles(paths))

    def read_articles(self, paths: Iterable[str]) -> Iterator[tuple[Article, Reading]]:
        """Give each article of each file and folder with what it states; nothing where it could not be read."""
        for path in paths:
            try:
                for found in find_articles([path]):
                    yield from self._read_file(str(found))
            except InputError as error:
                self._count_unread(error)
            except OSError as error:  # a folder that changes under the walk
                named = str(error.filename or path)
                self._count_unread(InputError(named, f"it cannot be read ({error.strerror})", "check the path"))

    def tell_if_nothing_found(self) -> None:
        """Tell a person whose screen stays empty that all was read."""
        if not self.figures and not self.unread:
            click.echo(f"no figures found in {self.articles} article{'s' * (self.articles != 1)}", err=True)

    def tell_unwritten(self, source: str, what: str) -> None:
        """Tell what of an article a format has no room for."""
        self.unwritten += 1
        click.echo(message(source, what), err=True)

    def exit_code(self, fail_empty: bool = False) -> int:
        """Say how the run ended."""
        if self.defects or self.unwritten:
            return FAILED
        if self.unread:
            return UNREAD
        return NOTHING_FOUND if fail_empty and not self.figures else DONE

    def _read_file(self, path: str) -> Iterator[tuple[Article, Reading]]:
        try:
            for article in read(path):
                self.articles += 1
                reading = self._read_article(article)
                self.figures += len(reading.records)
                yield article, reading
        except InputError as error:
            self._count_unread(error)

    def _read_article(self, article: Article) -> Reading:
        try:
            reading = read_figures(article, self.published, self.language)
        except Exception as error:  # a defect of ours must not cost the user the other articles
            self.defects += 1
            place = traceback.extract_tb(error.__traceback__)[-1]
            click.echo(
                message(
                    article.source,
                    f"tradeparse failed on this article ({error!r} at {place.name}, line {place.lineno}); its figures"
                    " are missing, the others are whole; please report it with the article",
                ),
                err=True,
            )
            return Reading((), ())
        for hint in reading.hints:
            click.echo(message(article.source, hint), err=True)
        records = (record for record in reading.records if not self.strict or is_certain(record))
        return replace(reading, records=tuple(seen_from(self.side, record) for record in records))

    def _count_unread(self, error: InputError) -> None:
        self.unread += 1
        click.echo(fault(error), err=True)
