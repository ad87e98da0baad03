"""Files become articles, and folders become files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path

from tradeparse.articles.decoding import DecodingError, read_text
from tradeparse.articles.model import Article
from tradeparse.articles.sections import segment

STANDARD_INPUT = "-"
SUFFIX = ".txt"


class InputError(Exception):
    """An input that cannot be read: its path, what is wrong with it and what to do."""

    def __init__(self, path: str, what: str, remedy: str) -> None:
        super().__init__(f"{path}: {what}; {remedy}")
        self.path = path
        self.what = what
        self.remedy = remedy


def parse(text: str, source: str) -> Article:
    """Give the article of a text, cut into sections."""
    title, sections = segment(text)
    return Article(source, None, text, title, sections)


def read(path: str | PathLike[str]) -> Iterator[Article]:
    """Give the articles of a file, which is one for a plain text; `-` is standard input."""
    source = fspath(path)
    try:
        raw = sys.stdin.buffer.read() if source == STANDARD_INPUT else Path(source).read_bytes()
    except OSError as error:
        raise _unreadable(source, error) from error
    try:
        text = read_text(raw)
    except DecodingError as error:
        raise InputError(source, error.what, error.remedy) from error
    if not text or text.isspace():
        raise InputError(source, "it is empty", "give a file with the text of an article")
    yield parse(text, source)


def find_articles(paths: Iterable[str | PathLike[str]]) -> Iterator[str]:
    """Give the files of paths in their order; a folder gives its text files, sorted, those of its folders too."""
    for given in paths:
        path = fspath(given)
        if path != STANDARD_INPUT and Path(path).is_dir():
            yield from _files_of(path)
        else:
            yield path


def _files_of(folder: str) -> Iterator[str]:
    found = sorted(_walk(Path(folder)), key=lambda path: path.parts)
    if not found:
        remedy = "name a folder with articles, or the files themselves"
        raise InputError(folder, f"no {SUFFIX} file is in this folder", remedy)
    yield from map(str, found)


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError as error:
        raise _unreadable(str(folder), error) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link to a folder above would never end
                yield from _walk(entry)
        elif entry.suffix.lower() == SUFFIX:
            yield entry


def _unreadable(path: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(path, "there is no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return InputError(path, "it may not be read", "change its permissions, or copy it to where you may read it")
    if isinstance(error, IsADirectoryError):
        return InputError(path, "it is a folder", "name a file of it")
    return InputError(path, f"it cannot be read ({error.strerror})", "check the path and the disk")
