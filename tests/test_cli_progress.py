"""The count of what was read, which people at a terminal see and nobody else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from conftest import sent_to_terminal
from tradeparse.cli.progress import count_text

ARTICLE = "BEIJING, Feb. 20, 2020 (Wire) -- North Korea imported $21.8 million in goods from China in January 2020.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of 40 articles and one that cannot be read, the last but one."""
    (tmp_path / "in").mkdir()
    for number in range(40):
        (tmp_path / f"in/{number:02}.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "in/38b.txt").write_bytes(b"\xef\xbb\xbfcaf\xe9 $5 million")  # marked as UTF-8, which it is not
    return tmp_path


def terminal_of(folder: Path, command: str) -> str:
    """Run a line of the shell with standard error on a terminal and give what the terminal was sent."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return sent_to_terminal(["sh", "-c", command], folder, stdin=subprocess.DEVNULL, PATH=path, COLUMNS="200")


def screen_of(sent: str) -> list[str]:
    """The lines that are left on the terminal, for the few things that the count does there."""
    lines = [""]
    for part in re.findall(r"\x1b\[\d*A|\x1b\[[\d;?]*[a-zA-Z]|\n|\r|[^\x1b\n\r]+", sent):
        if part == "\n":
            lines.append("")
        elif part == "\x1b[2K":
            lines[-1] = ""
        elif part == "\x1b[1A":
            assert lines[-1] == ""
            del lines[-1]
        elif not part.startswith("\x1b") and part != "\r":
            lines[-1] += part
    return lines


@pytest.mark.parametrize(
    "command", ["extract in --json -o out.json", "extract in --json > out.json", "explain in -o o", "extract in"]
)
def test_articles_figures_and_faults_are_counted(folder: Path, command: str) -> None:
    """While results go into a file or onto the terminal itself; a message stands above, and nothing is left behind."""
    sent = terminal_of(folder, f"tradeparse {command}")
    counts = re.findall(r"(\d+) articles?, (\d+) figures?, (\d+) faults?", sent)
    assert counts[-1] == ("40", "40", "1")
    lines = [line for line in screen_of(sent) if line]
    assert sum("38b.txt: it is not UTF-8" in line for line in lines) == 1
    assert not any("faults" in line or "1 fault" in line for line in lines)
    if command == "extract in":
        assert sum("$21.8m" in line for line in lines) == 40
    else:
        assert len(lines) == 1
    if "out.json" in command:
        assert (folder / "out.json").read_text(encoding="utf-8").count('"value": 21800000') == 40


@pytest.mark.parametrize(
    "command",
    [
        "extract in --json -q -o out.json",
        "extract in --quiet > out.txt",
        "extract in | tail -n 1 > out.txt",
        "extract in -o out.json 2> told.txt",
        "extract in/01.txt -o out.json",
        "extract < in/01.txt > out.txt",
    ],
)
def test_nothing_is_counted_elsewhere(folder: Path, command: str) -> None:
    """With -q, where results go to a program that may write to the terminal itself, in a file, for one article."""
    assert "\x1b" not in terminal_of(folder, f"tradeparse {command}")
    if (folder / "told.txt").exists():
        assert "\x1b" not in (folder / "told.txt").read_text(encoding="utf-8")


def test_counts_are_told_in_words() -> None:
    """One is one, and thousands are parted."""
    run = SimpleNamespace(articles=1204, figures=1, unread=1, defects=1, unwritten=0)
    assert count_text(run) == "1,204 articles, 1 figure, 2 faults"  # type: ignore[arg-type]
