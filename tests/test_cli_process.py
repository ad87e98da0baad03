"""The command as a process: pipes, signals, locales, terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run, sent_to_terminal

ARTICLE = """\
BEIJING, Feb. 20, 2020 (Wire) -- North Korea imported $21.8 million in goods from China in January 2020, up 12.5
percent from a year earlier, Chinese customs data – “the latest” – showed.
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    """The path of an article that states an amount and a change."""
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_an_article_is_read(run: Run, article: str) -> None:
    """From the file to the record, through every stage."""
    done = run("extract", article, "--json")
    assert done.returncode == 0
    assert done.stderr == b""
    amount, change = json.loads(done.stdout)
    assert (amount["flow"], amount["period"], amount["value"], amount["unit"]) == (
        "imports",
        "2020-01",
        21800000,
        "USD",
    )
    assert (change["value"], change["basis"], change["base_period"]) == (12.5, "yoy", "2019-01")
    for record in (amount, change):
        assert ARTICLE[record["start"] : record["end"]] == record["quote"]


@pytest.mark.parametrize("name", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_the_bytes_are_the_same_everywhere(run: Run, article: str, name: str) -> None:
    """No locale, terminal, time zone or hash seed changes them."""
    settings = [
        {},
        {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TERM": "dumb"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "2", "TZ": "Asia/Seoul", "TERM": "xterm"},
    ]
    first, *others = [run("extract", article, "-f", name, settings=setting).stdout for setting in settings]
    assert first
    assert others == [first, first]
    assert b"\r" not in first
    first.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "-f", "jsonl"],
        ["extract", "--json"],
        ["extract", "-f", "csv"],
        ["extract", "-f", "tsv"],
        ["extract", "-f", "markdown"],
        ["extract", "-f", "parquet"],
        ["extract", "--json", "-o", "-"],
        ["extract", "--json", "-o", "/dev/stdout"],
        ["extract"],
        ["explain"],
        ["schema"],
        ["--help"],
    ],
)
def test_a_closed_pipe_ends_quietly(article: str, arguments: list[str]) -> None:
    """`| head` is no fault."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [
        sys.executable,
        "-m",
        "tradeparse",
        *arguments,
        *([article] if arguments[0] in ("extract", "explain") else []),
    ]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk at hand")
@pytest.mark.parametrize("arguments", [["extract", "--json"], ["extract"], ["text"], ["schema"], ["--help"]])
def test_a_full_disk_is_told(run: Run, article: str, arguments: list[str]) -> None:
    """With a message and without a traceback."""
    with Path("/dev/full").open("wb") as full:
        done = run(*arguments, *([article] if arguments[0] in ("extract", "text") else []), stdout=full)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "Error: the output could not be written (No space left on device), so it is cut off;"
        " make room there, or write elsewhere\n"
    )


def test_a_closed_output_is_told(article: str) -> None:
    """Results that go nowhere are not a success."""
    command = f'exec "{sys.executable}" -m tradeparse extract "{article}" --json >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 1
    assert b"standard output is closed" in done.stderr


def test_an_interrupt_ends_with_130() -> None:
    """Ctrl-C leaves no traceback."""
    waiting = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "tradeparse", "extract"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert waiting.stderr is not None
    for line in waiting.stderr:  # once the command's own modules are in, it soon waits for its input
        if line.endswith("tradeparse.cli.program\n"):
            break
    try:
        waiting.wait(0.5)
    except subprocess.TimeoutExpired:
        waiting.send_signal(signal.SIGINT)
    _, told = waiting.communicate(timeout=30)
    assert waiting.returncode == 130
    assert "Traceback" not in told


def on_a_terminal(*arguments: str, **settings: str) -> str:
    """Run the command with its output on a terminal and give what the terminal was sent."""
    return sent_to_terminal([sys.executable, "-m", "tradeparse", *arguments], **settings)


def test_a_terminal_gets_colour_and_its_own_width(article: str) -> None:
    """Unless NO_COLOR says otherwise."""
    assert "\x1b[1m" in on_a_terminal("extract", article)
    plain = on_a_terminal("extract", article, NO_COLOR="1")
    assert "\x1b" not in plain
    assert "21.8m" in plain


def test_a_terminal_is_not_waited_for() -> None:
    """Wrong usage is told at once."""
    assert "pipe an article in" in on_a_terminal("extract")


def test_text_on_a_terminal_is_shown_not_obeyed(tmp_path: Path) -> None:
    """In a pipe it is exact."""
    path = tmp_path / "a.txt"
    path.write_bytes("a\x1b[31mb\u202ec\n  d\r\ne\rf\n".encode())
    assert on_a_terminal("text", str(path)).replace("\r\r\n", "\r\n") == "a\\x1b[31mb\\u202ec\r\n  d\r\ne\\x0df\r\n"


def test_bytes_from_a_pipe_are_read(run: Run) -> None:
    """Standard input is UTF-8 whatever the locale says."""
    done = run("extract", "--json", input=ARTICLE.encode(), settings={"LC_ALL": "C"})
    assert {record["source"] for record in json.loads(done.stdout)} == {"-"}
    assert "“the latest”" in json.loads(done.stdout)[0]["sentence"]


def test_bad_bytes_from_a_pipe_are_told(run: Run) -> None:
    """And named as what they are."""
    done = run("extract", input=b"caf\xff\x81 $5 million")
    assert done.returncode == 3
    assert done.stderr.startswith(b"standard input: ")
