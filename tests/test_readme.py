"""The README's examples run and print what it says; `python tests/test_readme.py` writes what they print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from tradeparse.cli.extract import extract as extract_command
from tradeparse.output.formats import FORMATS
from tradeparse.records import Record

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_CONSOLE = re.compile(r"^```console\n\$ (?P<code>[^\n]+)\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(?P<code>.*?)^```\n\n```text\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A piece of code, and the place and the text of what it prints."""

    command: tuple[str, ...]
    start: int
    end: int
    output: str

    def run(self) -> str:
        """Give what it prints, run in the root of the project with this environment's programs."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
        done = subprocess.run(
            self.command,
            cwd=ROOT,
            env={**kept, "PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()


def find_examples(text: str) -> Iterator[Example]:
    """Give the console examples, then the Python ones that a block of output follows."""
    for pattern, program in (
        (_CONSOLE, ("bash", "-o", "pipefail", "-c")),
        (_PYTHON, (sys.executable, "-c")),
    ):
        for match in pattern.finditer(text):
            yield Example((*program, match["code"]), *match.span("output"), match["output"])


EXAMPLES = list(find_examples(README.read_text(encoding="utf-8")))


def test_there_are_examples() -> None:
    """None of them is overlooked."""
    text = README.read_text(encoding="utf-8")
    assert len(EXAMPLES) == text.count("```console\n") + text.count("```python\n") >= 5


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.command[-1].splitlines()[0][:60])
def test_an_example_prints_what_the_readme_says(example: Example) -> None:
    """To the byte."""
    if "| jq " in example.command[-1] and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert example.run() == example.output


def test_every_field_is_explained_in_order() -> None:
    """The table of fields is the dataclass."""
    section = README.read_text(encoding="utf-8").split("## Fields")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [field.name for field in fields(Record)]


def test_every_option_and_format_is_told() -> None:
    """What the command takes, the README shows."""
    text = README.read_text(encoding="utf-8")
    options = [name for option in extract_command.params for name in option.opts if name.startswith("--")]
    told = [name for name in options if name in text]
    assert told == options
    assert all(name in text for name in FORMATS)


def test_set_up_is_two_lines() -> None:
    """Each to be pasted as it stands."""
    text = README.read_text(encoding="utf-8")
    for marker in ("set-up command", "test command"):
        assert len(re.findall(rf"<!-- {marker} -->\n```sh\n[^\n]+\n```\n", text)) == 1


def write_outputs() -> None:
    """Put what the examples print into the README."""
    text = README.read_text(encoding="utf-8")
    for example in sorted(find_examples(text), key=lambda found: found.start, reverse=True):
        text = text[: example.start] + example.run() + text[example.end :]
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_outputs()
