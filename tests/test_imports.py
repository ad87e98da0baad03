"""Stages import one way, and nothing is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

COSTLY = ("rich", "dateutil.parser", "tradeparse.output.tables", "pyarrow", "socket", "urllib.request", "ssl")


def test_stages_import_one_way() -> None:
    """The contract of pyproject.toml is kept."""
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def loaded_by(code: str) -> set[str]:
    """Give the modules that a fresh Python has after running code."""
    show = f"{code}\nimport sys\nprint(*sys.modules, sep='\\n', file=sys.__stderr__)"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_package_is_cheap_to_import() -> None:
    """A script that imports it pays for no stage before it reads an article."""
    loaded = loaded_by("import tradeparse; tradeparse.extract; tradeparse.__version__")
    assert {name for name in loaded if name.startswith("tradeparse")} == {"tradeparse"}
    assert not {"click", "rich", "decimal", "json"} & loaded


@pytest.mark.parametrize(
    "options",
    ["'--json'", "'-f', 'csv'", "'-f', 'jsonl'", "'-f', 'tsv'", "'-f', 'markdown'", "'-o', os.devnull, '--json'"],
)
def test_only_a_table_loads_rich(options: str) -> None:
    """Nor does anything load what could reach a network."""
    code = (
        "import io, os, sys\nfrom tradeparse.cli.program import program\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b'China and North Korea trade: $5 million in May 2020.'))\n"
        f"try:\n    program.main(['extract', {options}])\nexcept SystemExit as end:\n    assert not end.code, end.code"
    )
    loaded = loaded_by(code)
    assert not [name for name in COSTLY if name in loaded]


@pytest.mark.parametrize("arguments", ["--help", "--version", "schema"])
def test_what_reads_nothing_loads_no_engine(arguments: str) -> None:
    """Help comes at once."""
    code = (
        "from tradeparse.cli.program import program\n"
        f"try:\n    program.main(['{arguments}'])\nexcept SystemExit as end:\n    assert not end.code, end.code"
    )
    assert not {"tradeparse.articles", "tradeparse.figures", "tradeparse.language"} & loaded_by(code)
