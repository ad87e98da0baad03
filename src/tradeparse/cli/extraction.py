"""One run over many inputs: what fails in one does not stop the others."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import click

from tradeparse.articles import InputError, find_articles, read, read_list
from tradeparse.articles.model import Article
from tradeparse.cli.inputs import Inputs
from tradeparse.cli.messages import article_message, fault, message
from tradeparse.figures import read_figures
from tradeparse.output.perspective import Side, seen_from
from tradeparse.output.strictness import is_certain
from tradeparse.records import Reading, Record

DONE, FAILED, UNREAD, NOTHING_FOUND = 0, 1, 3, 5


@dataclass(slots=True)
class Extraction:
    """What a run reads, article by article, and a count of what was met on the way."""

    inputs: Inputs
    side: Side = "north-korea"
    strict: bool = False
    refuse: Callable[[str], None] = lambda _path: None
    articles: int = 0
    figures: int = 0
    unread: int = 0
    defects: int = 0
    unwritten: int = 0

    def read_inputs(self) -> Iterator[tuple[Record, ...]]:
        """Give the records of each article of each file and folder."""
        return (reading.records for _, reading in self.read_articles())

    def read_articles(self) -> Iterator[tuple[Article, Reading]]:
        """Give each article of each file and folder with what it states; nothing where it could not be read."""
        for path in self._paths():
            try:
                for found in find_articles([path], self._count_unread):
                    yield from self._read_file(found)
            except OSError as error:  # a path that the system does not even look at, or a folder that changes
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

    def _paths(self) -> Iterator[str]:
        yield from self.inputs.paths
        if self.inputs.list_of_paths is not None:
            yield from read_list(self.inputs.list_of_paths, self._count_unread)

    def _read_file(self, path: str) -> Iterator[tuple[Article, Reading]]:
        self.refuse(path)
        try:
            for article in read(path, self.inputs.options, self._count_unread):
                self.articles += 1
                reading = self._read_article(article)
                self.figures += len(reading.records)
                yield article, reading
        except InputError as error:
            self._count_unread(error)

    def _read_article(self, article: Article) -> Reading:
        try:
            reading = read_figures(article, self.inputs.published, self.inputs.language)
        except Exception as error:  # a defect of ours must not cost the user the other articles
            self.defects += 1
            place = traceback.extract_tb(error.__traceback__)[-1]
            click.echo(
                article_message(
                    article,
                    f"tradeparse failed on this article ({error!r} at {place.name}, line {place.lineno}); its figures"
                    " are missing, the others are whole; please report it with the article",
                ),
                err=True,
            )
            return Reading((), ())
        for hint in reading.hints:
            click.echo(article_message(article, hint), err=True)
        records = (record for record in reading.records if not self.strict or is_certain(record))
        return replace(reading, records=tuple(seen_from(self.side, record) for record in records))

    def _count_unread(self, error: InputError) -> None:
        self.unread += 1
        click.echo(fault(error), err=True)
