"""One article in every form that the readers take, and the installed command that reads it."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from conftest import SETTINGS

COMMAND = Path(sys.executable).parent / "tradeparse"
ORDINARY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""What takes the superuser's right to read and write everything away from a command; others have none."""
TITLE = "Trade with China grows again"
BODY = (
    "North Korea’s imports from China rose 4.1 percent on-month to $162.85 million last month, Chinese customs data"
    " showed.\n\nExports grew 13 percent to $28.3 million, “the office” said.\n"
)
TEXT = f"{TITLE}\n\n{BODY}"
QUOTES = ["4.1 percent", "$162.85 million", "13 percent", "$28.3 million"]
DAY = "2023-09-20"


def command(*arguments: str | bytes, folder: Path, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the installed command in a folder."""
    settings = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    how = {"stdin": subprocess.DEVNULL, "env": settings} | how
    if "input" in how:
        del how["stdin"]
    return subprocess.run([COMMAND, *arguments], cwd=folder, capture_output=True, timeout=60, check=False, **how)


def records_of(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """Give the records of a run for JSON Lines."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def page(head: str = "", *, title: str = TITLE, body: str = BODY) -> str:
    """Make a web page of the article, with menus around it."""
    paragraphs = "".join(f"<p>{words}</p>\n" for words in body.split("\n\n"))
    return (
        f"<!DOCTYPE html>\n<html><head>{head}<title>{title} - Harbor Daily</title></head>\n<body>"
        f'<nav><a href="/">Home</a> <a href="/world">World</a></nav>\n<article><h1>{title}</h1>\n{paragraphs}'
        "<p>Traders in the port of Dalian said that more was to come, and that the bridge over the river was busier"
        " than it had been for years.</p></article>\n"
        "<footer>Copyright 2024 Harbor Daily. All rights reserved.</footer></body></html>"
    )


def entry(**changes: Any) -> dict[str, Any]:
    """Make the JSON object of the article; a key that is None is left out."""
    made = {"id": "a-1", "title": TITLE, "date": DAY, "text": BODY} | changes
    return {key: value for key, value in made.items() if value is not None}


def lines(*entries: Any) -> bytes:
    """Make JSON Lines; bytes stay as they are."""
    return b"".join((one if isinstance(one, bytes) else json.dumps(one).encode()) + b"\n" for one in entries)


def packed(raw: bytes) -> bytes:
    """Pack bytes with gzip, the same every time."""
    return gzip.compress(raw, mtime=0)
