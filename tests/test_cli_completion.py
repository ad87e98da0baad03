"""Completion in the shells, as the README sets it up."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

README = Path(__file__).resolve().parent.parent / "README.md"
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def set_up(shell: str) -> str:
    """The README's line for a shell."""
    found = re.search(rf"^(.*_TRADEPARSE_COMPLETE={shell}_source.*?) *#.*$", README.read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


class Typist:
    """Somebody at a terminal with a shell."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.terminal, theirs = pty.openpty()
        environment = {"PATH": PATH, "TERM": "dumb", "HOME": str(folder), "PS1": "> ", "INPUTRC": "/dev/null"}
        self.shell = subprocess.Popen(
            command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        os.close(theirs)

    def type(self, keys: str, wanted: str) -> bool:
        """Say whether the shell shows a text within half a minute of these keys."""
        os.write(self.terminal, keys.encode())
        shown, end = "", time.monotonic() + 30
        while wanted not in shown and time.monotonic() < end:
            if select.select([self.terminal], [], [], 1)[0]:
                shown += os.read(self.terminal, 65536).decode(errors="replace")
        return wanted in shown

    def leave(self) -> None:
        """Close the shell."""
        self.shell.kill()
        self.shell.wait()
        os.close(self.terminal)


SHELLS = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_tabulator_completes(tmp_path: Path, shell: str) -> None:
    """Commands, options, formats, fields after a comma, and files, at a terminal as a person has it."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "only-article.txt").touch()
    typist = Typist(SHELLS[shell], tmp_path)
    try:
        if shell == "zsh":
            assert typist.type("autoload -Uz compinit; compinit -u -D; echo read''y\n", "ready")
        assert typist.type(f"{set_up(shell)}; echo set''-up\n", "set-up")
        assert typist.type("tradeparse extr\t", "tradeparse extract")
        assert typist.type("--form\t", "--format")
        assert typist.type("mark\t", "markdown")
        assert typist.type("--fields period,val\t", "period,value")
        assert typist.type("onl\t", "only-article.txt")
    finally:
        typist.leave()


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("tradeparse extr", "extract"),
        ("tradeparse extract --form", "--format"),
        ("tradeparse extract -f mark", "markdown"),
        ("tradeparse extract onl", "only-article.txt"),
    ],
)
def test_fish_completes(tmp_path: Path, typed: str, completed: str) -> None:
    """By its own command that tells completions."""
    (tmp_path / "only-article.txt").touch()
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"{set_up('fish')}; complete -C '{typed}'"],
        cwd=tmp_path,
        env={"PATH": PATH, "HOME": str(tmp_path), "TERM": "dumb"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert completed in done.stdout.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_told_in_the_readme(shell: str) -> None:
    """And what the line reads is a script for it."""
    assert set_up(shell)
    done = subprocess.run(
        ["tradeparse"],
        env={"PATH": PATH, "_TRADEPARSE_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "_TRADEPARSE_COMPLETE" in done.stdout
