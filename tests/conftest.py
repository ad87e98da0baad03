"""Fixtures shared by the tests: made records, and the command as a process."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tradeparse.articles.model import Article
from tradeparse.language.lexicon import Language
from tradeparse.records import SCHEMA, Reading, Record

# A terminal, a locale or a setting of whoever runs the tests must not decide what they see.
SETTINGS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8")


def make_record(**changes: Any) -> Record:
    """Make a record of May 2020's imports, with these fields changed."""
    fields: dict[str, Any] = {
        "schema": SCHEMA,
        "id": "0123456789ab",
        "source": "may.txt",
        "article": None,
        "title": "Trade grows",
        "published": "2020-06-24",
        "reporter": "PRK",
        "partner": "CHN",
        "flow": "imports",
        "measure": "value",
        "value": Decimal(58000000),
        "unit": "USD",
        "qualifier": "exact",
        "commodity": None,
        "period": "2020-05",
        "period_start": "2020-05-01",
        "period_end": "2020-05-31",
        "months": 1,
        "period_text": "In May",
        "basis": None,
        "base_period": None,
        "change_of": None,
        "low": None,
        "high": None,
        "attribution": None,
        "coverage": None,
        "quote": "$58 million",
        "sentence": "In May North Korea imported $58 million in goods from China.",
        "start": 28,
        "end": 39,
        "line": 7,
        "also": (),
        "figure": "f1",
        "inferred": {},
        "rules": ("amount",),
    }
    return Record(**{**fields, **changes})


def make_change(value: str, basis: str | None = "mom", **changes: Any) -> Record:
    """Make the record of a change in percent."""
    base = {"mom": "2020-04", "yoy": "2019-05"}.get(basis or "")
    fields = {"measure": "change", "value": Decimal(value), "unit": "percent", "basis": basis, "base_period": base}
    return make_record(**{"quote": f"{value} percent", **fields, **changes})


def read_dollars(article: Article, published: str | None, language: Language | None) -> Reading:
    """Stand in for the engine: every `$N` is an import, HINT gives a hint, DEFECT fails."""
    if "DEFECT" in article.text:
        raise RuntimeError("a defect")
    records = tuple(
        make_record(
            source=article.source,
            value=Decimal(match[1]),
            quote=match[0],
            sentence=article.text,
            start=match.start(),
            end=match.end(),
            line=1,
            published=published,
        )
        for match in re.finditer(r"\$([0-9]+)", article.text)
    )
    return Reading(records, (), ("give --published YYYY",) if "HINT" in article.text else ())


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the settings that change what is printed."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def dollars(monkeypatch: pytest.MonkeyPatch, clean_environment: None) -> None:
    """Let the command read with the stand-in for the engine."""
    monkeypatch.setattr("tradeparse.cli.extraction.read_figures", read_dollars)


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run() -> Run:
    """Run `tradeparse` as a process of its own."""

    def run_tradeparse(*arguments: str | bytes, settings: dict[str, str] | None = None, **how: Any) -> Any:
        environment = {name: value for name, value in os.environ.items() if name not in SETTINGS}
        how = {"stdin": subprocess.DEVNULL, "capture_output": True, **how}
        if "input" in how:
            del how["stdin"]
        if "stdout" in how:
            how |= {"capture_output": False, "stderr": subprocess.PIPE}
        command = [sys.executable, "-m", "tradeparse", *arguments]
        return subprocess.run(command, env={**environment, **(settings or {})}, timeout=60, check=False, **how)

    return run_tradeparse


def sent_to_terminal(command: list[str], folder: Path | None = None, stdin: int | None = None, **settings: str) -> str:
    """Run a command with its output on a terminal, and its input unless told otherwise; give what is sent there."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "24", **settings}
    if "NO_COLOR" not in settings:
        environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=theirs if stdin is None else stdin,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ) as running:
        os.close(theirs)
        sent = b""
        try:
            while piece := os.read(ours, 65536):
                sent += piece
        except OSError:  # Linux's way to say that the other end is closed
            pass
        os.close(ours)
    assert running.returncode is not None
    return sent.decode()
