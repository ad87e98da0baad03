"""A file that takes the place of another only when it is whole."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def is_special(path: str) -> bool:
    """Say whether a path is a device, a pipe or a socket, which nothing can take the place of."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextmanager
def replaced(path: str) -> Iterator[BinaryIO]:
    """Open a file beside the one at a path; at the end it takes that one's place, and at an error it vanishes."""
    target = Path(os.path.realpath(path))  # a link stays, and leads to the new file
    mode = _mode_of(target)
    # Hidden, so that a folder that is read has no such article; short, since the name may have all the length there is.
    beside = target.with_name(f".tradeparse-{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            if mode is not None:
                beside.chmod(mode)
            yield file
            file.flush()
            os.fsync(file.fileno())  # some disks tell only now that they are full
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _mode_of(target: Path) -> int | None:
    """The permissions of what is there already, if it may be written."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not os.access(target, os.W_OK):
        raise PermissionError
    return stat.S_IMODE(mode)
