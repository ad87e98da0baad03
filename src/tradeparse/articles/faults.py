"""What is said of an input that cannot be read."""

from __future__ import annotations

from collections.abc import Callable


class InputError(Exception):
    """An input that cannot be read: its path, what is wrong with it and what to do."""

    def __init__(self, path: str, what: str, remedy: str) -> None:
        super().__init__(f"{path}: {what}; {remedy}")
        self.path = path
        self.what = what
        self.remedy = remedy


class ContentError(ValueError):
    """Content that cannot be used: what is wrong with it and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy


Tell = Callable[[InputError], None]
"""Takes the fault of one input, or of one article of an archive, so that the others are read all the same."""


def give_up(error: InputError) -> None:
    """Take a fault as the end, where nobody asked to be told of it."""
    raise error


def unreadable(path: str, error: OSError) -> InputError:
    """Say why the system does not give a file or a folder."""
    if isinstance(error, FileNotFoundError):
        return InputError(path, "there is no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return InputError(path, "it may not be read", "change its permissions, or copy it to where you may read it")
    if isinstance(error, IsADirectoryError):
        return InputError(path, "it is a folder", "name a file of it")
    return InputError(path, f"it cannot be read ({error.strerror})", "check the path and the disk")
