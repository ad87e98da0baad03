"""Paths become files: folders are walked, lists of paths read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path

from tradeparse.articles.faults import InputError, Tell, give_up, unreadable
from tradeparse.articles.kinds import OF_SUFFIX, kind_of_name
from tradeparse.articles.streams import STANDARD_INPUT, opened


def find_articles(paths: Iterable[str | PathLike[str]], tell: Tell = give_up) -> Iterator[str]:
    """Give the files of paths in their order; a folder gives those of the known kinds, sorted, with its folders'.

    A folder that cannot be read is told, and the others are read; without `tell` it is the end.
    """
    for given in paths:
        path = fspath(given)
        if path != STANDARD_INPUT and Path(path).is_dir():
            yield from _files_of(path, tell)
        else:
            yield path


def read_list(path: str, tell: Tell = give_up) -> Iterator[str]:
    """Give the paths that a list names, one a line; `-` is a list from standard input."""
    named = False
    try:
        with opened(path) as stream:
            for line in stream:
                name = os.fsdecode(line.rstrip(b"\r\n"))
                if not name.strip():
                    continue
                named = True
                if "\0" in name:
                    raise InputError(path, "it is no list of paths", "name a text file with a path a line")
                if name == path == STANDARD_INPUT:
                    tell(InputError(path, "it is the list already, and can be no article", "leave - out of the list"))
                else:
                    yield name
        if not named:
            raise InputError(path, "it names no file", "give a list with a path a line")
    except OSError as error:
        tell(unreadable(path, error))
    except InputError as error:
        tell(error)


def _files_of(folder: str, tell: Tell) -> Iterator[str]:
    """Walk a folder without recursion, so that none is too deep."""
    found = failed = False
    waiting = [(Path(folder), True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            found = True
            yield str(path)
            continue
        try:
            waiting += sorted(_entries(path), key=lambda entry: entry[0].name, reverse=True)
        except OSError as error:
            failed = True
            tell(unreadable(str(path), error))
    if not found and not failed:
        known = ", ".join(OF_SUFFIX)
        remedy = "name a folder with articles, or the files themselves"
        tell(InputError(folder, f"no file of a known kind ({known}) is in this folder", remedy))


def _entries(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Give the folders in a folder, and the files of known kinds: nothing hidden, no pipe, no device."""
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link to a folder above would never end
                yield entry, True
        elif kind_of_name(entry.name) is not None and (entry.is_file() or not entry.exists()):
            yield entry, False
