"""`-o FILE`: all of it or what was there before."""

from __future__ import annotations

import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from readers import ORDINARY

ARTICLE = "BEIJING, Feb. 20, 2020 (Wire) -- North Korea imported $21.8 million in goods from China in January 2020.\n"
COMMAND = str(Path(sys.executable).with_name("tradeparse"))
LEFT = "figures.json: it could not be written ({}), so it is left as it was; make room there, or write elsewhere\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and what an earlier run wrote."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "figures.json").write_text("old", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, before: Sequence[str] = (), **how: Any) -> subprocess.CompletedProcess[str]:
    """Run the installed command in a folder."""
    how |= {"cwd": folder, "stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
    return subprocess.run([*before, COMMAND, *arguments], check=False, **how)


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_file_has_what_a_pipe_would_get(folder: Path, command: str) -> None:
    """Byte for byte, and nothing else is left in the folder."""
    for name in ("json", "table") if command == "extract" else ("json", "text"):
        printed = run(folder, command, "a.txt", "-f", name).stdout
        done = run(folder, command, "a.txt", "-f", name, "--output", "figures.json")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert (folder / "figures.json").read_bytes() == printed.encode()
    assert run(folder, command, "a.txt", "--json", "-o", "-").stdout == run(folder, command, "a.txt", "--json").stdout
    assert names(folder) == ["a.txt", "figures.json"]


def test_permissions_and_links_stay(folder: Path) -> None:
    """A file keeps its own, a new one gets the usual ones, and a link leads to the new file."""
    (folder / "figures.json").chmod(0o640)
    (folder / "link.json").symlink_to("figures.json")
    assert run(folder, "extract", "a.txt", "-o", "link.json", umask=0o027).returncode == 0
    assert run(folder, "extract", "a.txt", "-o", "new.json", umask=0o027).returncode == 0
    assert (folder / "link.json").is_symlink()
    assert (folder / "figures.json").read_text(encoding="utf-8").startswith("[")
    assert stat.S_IMODE((folder / "figures.json").stat().st_mode) == 0o640
    assert stat.S_IMODE((folder / "new.json").stat().st_mode) == 0o640


def test_a_name_may_have_all_the_length_there_is(folder: Path) -> None:
    """The name beside it is no longer."""
    name = "n" * 250 + ".json"
    assert run(folder, "extract", "a.txt", "-o", name).returncode == 0
    assert (folder / name).read_text(encoding="utf-8").startswith("[")


@pytest.mark.parametrize("name", ["json", "csv", "table", "parquet", "markdown"])
def test_a_full_disk_leaves_the_old_file(folder: Path, name: str) -> None:
    """Stood in for by a limit on the size of files."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = run(folder, "extract", "a.txt", "-f", name, "-o", "figures.json", preexec_fn=limit)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", LEFT.format("File too large"))
    assert (folder / "figures.json").read_text(encoding="utf-8") == "old"
    assert names(folder) == ["a.txt", "figures.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk at hand")
def test_a_device_is_written_not_replaced(folder: Path) -> None:
    """It stays the device it was, whatever becomes of the run."""
    done = run(folder, "extract", "a.txt", "-o", "/dev/full")
    assert done.returncode == 1
    assert done.stderr == (
        "/dev/full: it could not be written (No space left on device), so it is cut off;"
        " make room there, or write elsewhere\n"
    )
    assert run(folder, "extract", "a.txt", "-o", "/dev/null").returncode == 0
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("none/out.json", "there is no such folder to write into; make it first, or write elsewhere"),
        ("a.txt/out.json", "there is no such folder to write into; make it first, or write elsewhere"),
        (".", "it is a folder; name a file in it"),
        ("", "it is a folder; name a file in it"),
        ("n" * 300, "it could not be written (File name too long), so it is left as it was;"),
        ("\x1b[31m/out.json", "there is no such folder to write into; make it first, or write elsewhere"),
    ],
)
def test_an_output_that_cannot_be_is_told(folder: Path, output: str, told: str) -> None:
    """Before an article is read, with its name made visible."""
    done = run(folder, "extract", "a.txt", "--json", "-o", output)
    assert done.returncode == 1
    assert done.stderr.startswith(output.replace("\x1b", r"\x1b") + f": {told}")
    assert names(folder) == ["a.txt", "figures.json"]


@pytest.mark.parametrize(("at", "mode"), [(".", 0o500), ("figures.json", 0o400)])
def test_a_file_that_may_not_be_written_is_told(folder: Path, at: str, mode: int) -> None:
    """Its own permissions count as well as its folder's."""
    (folder / at).chmod(mode)
    done = run(folder, "extract", "a.txt", "-o", "figures.json", before=ORDINARY)
    assert (done.returncode, (folder / "figures.json").read_text(encoding="utf-8")) == (1, "old")
    assert "it may not be written" in done.stderr


@pytest.fixture
def half_done(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A run that has written the figures of its first article and waits for the second."""
    with subprocess.Popen(
        [COMMAND, "extract", "a.txt", "-", "-o", "figures.json"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        for _ in range(3000):
            if any(path.stat().st_size > 100 for path in folder.glob(".tradeparse-*")):
                break
            time.sleep(0.01)
        yield running
        running.kill()


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        (signal.SIGINT, 130, "figures.json: interrupted, so it is left as it was"),
        (signal.SIGTERM, 143, ""),
        (signal.SIGHUP, 129, ""),
    ],
)
def test_an_interrupt_leaves_the_old_file(
    folder: Path, half_done: subprocess.Popen[str], number: signal.Signals, code: int, told: str
) -> None:
    """Without a traceback, and with nothing of the unfinished one left behind."""
    assert len(names(folder)) == 3
    half_done.send_signal(number)
    _, messages = half_done.communicate(timeout=30)
    assert half_done.returncode == code
    assert messages.strip() == told
    assert names(folder) == ["a.txt", "figures.json"]
    assert (folder / "figures.json").read_text(encoding="utf-8") == "old"


def test_what_could_be_read_is_written(folder: Path) -> None:
    """A bad input is told and does not cost the others' figures."""
    done = run(folder, "extract", "missing.txt", "a.txt", "-o", "figures.json")
    assert done.returncode == 3
    assert '"value": 21800000' in (folder / "figures.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["jsonl", "csv", "tsv", "markdown", "table"])
def test_head_ends_the_run_quietly(folder: Path, name: str) -> None:
    """In a real pipeline, with more to come than a pipe holds."""
    (folder / "b.txt").write_text(ARTICLE * 3, encoding="utf-8")
    pipeline = f'{COMMAND} extract {"b.txt " * 400} -f {name} | head -n 2; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", pipeline], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"
    assert len(done.stdout.splitlines()) == 3
