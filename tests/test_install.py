"""The README's first command installs a command that works, in a fresh environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tradeparse import __version__

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = (".git", ".venv", "tests", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which the set-up command has run; what it printed is in `printed.txt`."""
    project = tmp_path_factory.mktemp("fresh") / "project"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(*LEFT_OUT))
    readme = (project / "README.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- set-up command -->\n```sh\n([^\n]+)\n```\n", readme)
    assert found
    done = subprocess.run(
        ["bash", "-c", found[1]], cwd=project, env=clean_settings(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (project / "printed.txt").write_text(done.stdout, encoding="utf-8")
    return project


def clean_settings() -> dict[str, str]:
    """Give an environment in which this tree and its packages cannot be found."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}


def test_the_first_command_prints_the_figures(installed: Path) -> None:
    """A stranger sees articles and their figures at once."""
    printed = (installed / "printed.txt").read_text(encoding="utf-8")
    assert printed.startswith("fixtures/")
    assert "imports" in printed


def test_the_command_works_from_anywhere(installed: Path, tmp_path: Path) -> None:
    """It needs nothing of the project's folder."""
    command = [installed / ".venv/bin/tradeparse", "--version"]
    done = subprocess.run(command, cwd=tmp_path, env=clean_settings(), capture_output=True, text=True, check=True)
    assert done.stdout == f"tradeparse {__version__}\n"


def test_what_is_installed_is_whole(installed: Path) -> None:
    """The types' marker and the languages' files are there, and the dependencies are the three it needs."""
    (package,) = (installed / ".venv").glob("lib/*/site-packages/tradeparse")
    assert (package / "py.typed").exists()
    assert (package / "language/en.toml").exists()
    metadata = next(package.parent.glob("tradeparse-*.dist-info/METADATA")).read_text(encoding="utf-8")
    needed = re.findall(r"^Requires-Dist: ([\w-]+)[^;\n]*$", metadata, re.MULTILINE)
    assert sorted(needed) == ["click", "python-dateutil", "rich"]
    assert "License-Expression: Apache-2.0" in metadata
