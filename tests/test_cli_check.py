"""`tradeparse check` as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readers import command

RIGHT = (
    "BEIJING, June 24, 2020 (Wire) -- China's trade with North Korea came to $63.35 million in May. North Korea"
    " imported $58.56 million from China and exported $4.79 million to it.\n"
)
WRONG = RIGHT.replace("63.35", "68.35")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article that fits, one that does not, and a series."""
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "series.csv").write_text(
        "period,flow,value_usd,precision,note\n2020-05,imports,58560000,10000,\n2020-01-01/P5M,total,300000000,1000000,x\n"
        "2020-05,exports,6790000,10000,\n",
        encoding="utf-8",
    )
    return tmp_path


def test_what_fits_is_no_finding(folder: Path) -> None:
    done = command("check", "right.txt", folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "nothing is wrong in what could be checked\n"


def test_what_cannot_be_is_told_with_a_code_of_its_own(folder: Path) -> None:
    done = command("check", "wrong.txt", folder=folder)
    assert (done.returncode, done.stderr) == (4, b"")
    assert done.stdout.decode() == (
        "impossible  a slip of a digit (total = exports + imports)\n"
        "  total 2020-05    $68.35m  wrong.txt:1\n"
        "  exports 2020-05  $4.79m   wrong.txt:1\n"
        "  imports 2020-05  $58.56m  wrong.txt:1\n"
        "  expected: $63.34m to $63.37m; differs by $4.975m\n"
        "  would fit: total 2020-05 $63.345m to $63.36m\n"
        "\n"
        "1 impossible\n"
    )


def test_what_fits_is_told_when_asked_for(folder: Path) -> None:
    done = command("check", "right.txt", "--all", folder=folder)
    assert done.returncode == 0
    assert done.stdout.decode() == (
        "agrees  fits (total = exports + imports)\n"
        "  total 2020-05    $63.35m  right.txt:1\n"
        "  exports 2020-05  $4.79m   right.txt:1\n"
        "  imports 2020-05  $58.56m  right.txt:1\n"
        "\n"
        "1 agrees\n"
    )


def test_a_script_gets_every_part_of_it(folder: Path) -> None:
    (found,) = json.loads(command("check", "wrong.txt", "--json", folder=folder).stdout)
    figures = found.pop("figures")
    assert found == {
        "schema": "tradeparse.finding/1",
        "severity": "impossible",
        "name": "digit-slip",
        "check": "total = exports + imports",
        "expected": [63340000, 63370000],
        "difference": 4975000,
        "mended": 0,
        "meant": [63345000, 63360000],
        "remark": None,
    }
    assert [(one["flow"], one["value"], one["line"], one["quote"]) for one in figures] == [
        ("total", 68350000, 1, "$68.35 million"),
        ("exports", 4790000, 1, "$4.79 million"),
        ("imports", 58560000, 1, "$58.56 million"),
    ]


def test_a_series_of_the_user(folder: Path) -> None:
    """What it says otherwise is told with its file and line; what it bears out only when asked for."""
    done = command("check", "right.txt", "--reference", "series.csv", folder=folder)
    assert done.returncode == 0
    assert done.stdout.decode() == (
        "unlikely  a slip of a digit (the reference)\n"
        "  exports 2020-05  $4.79m  right.txt:1\n"
        "  exports 2020-05  $6.79m  series.csv:4\n"
        "  expected: $6.78m to $6.8m; differs by $1.98m\n"
        "  would fit: exports 2020-05 $6.785m to $6.8m\n"
        "\n"
        "1 unlikely\n"
    )
    done = command("check", "right.txt", "--reference", "series.csv", "--all", "--json", folder=folder)
    agreeing = [one for one in json.loads(done.stdout) if one["severity"] == "agrees"]
    assert sorted(one["check"] for one in agreeing) == ["the reference", "total = exports + imports"]


FAULTS = {
    "": "it has no column period, flow, value_usd; give a CSV file with the columns period, flow, value_usd",
    "period,flow\n2020,imports\n": (
        "it has no column value_usd; give a CSV file with the columns period, flow, value_usd"
    ),
    "period,flow,value_usd\n2020-13,imports,5\n": (
        "line 2: '2020-13' is no period such as 2020-05, 2020 or 2020-01-01/P5M; mend it or leave it out"
    ),
    "period,flow,value_usd\n2020-01,import,5\n": (
        "line 2: 'import' is no flow of imports, exports, total, balance; mend it or leave it out"
    ),
    "period,flow,value_usd\n\n2020-01,imports,five\n": "line 3: a value is no number; mend it or leave it out",
    "period,flow,value_usd\n2020-01,imports,nan\n": "line 2: a value is no number; mend it or leave it out",
    "period,flow,value_usd\n2020-01,imports\n": "line 2: a value is no number; mend it or leave it out",
    "period,flow,value_usd,precision\n2020-01,imports,5,-1\n": "line 2: a value is no number; mend it or leave it out",
    "period,flow,value_usd,precision\n2020-01,imports,5,0\n": "line 2: a value is no number; mend it or leave it out",
    "period,flow,value_usd\n2020-13-01/P2M,imports,5\n": (
        "line 2: '2020-13-01/P2M' is no period such as 2020-05, 2020 or 2020-01-01/P5M; mend it or leave it out"
    ),
    "period,flow,value_usd\n2020-05/2020-01,imports,5\n": (
        "line 2: '2020-05/2020-01' is no period such as 2020-05, 2020 or 2020-01-01/P5M; mend it or leave it out"
    ),
    "period,flow,value_usd\n0000-05,imports,5\n": (
        "line 2: '0000-05' is no period such as 2020-05, 2020 or 2020-01-01/P5M; mend it or leave it out"
    ),
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: repr(text)[:60])
def test_a_series_that_is_none(folder: Path, text: str) -> None:
    (folder / "series.csv").write_text(text, encoding="utf-8")
    done = command("check", "right.txt", "--reference", "series.csv", folder=folder)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode() == f"series.csv: {FAULTS[text]}\n"


def test_a_series_that_is_not_there_or_no_text(folder: Path) -> None:
    done = command("check", "right.txt", "--reference", "none.csv", folder=folder)
    assert (done.returncode, done.stderr) == (3, b"none.csv: there is no such file or folder; check the path\n")
    (folder / "series.csv").write_bytes(b"period,flow,value_usd\n\xff\xfe,imports,5\n")
    done = command("check", "right.txt", "--reference", "series.csv", folder=folder)
    assert done.returncode == 3
    assert done.stderr.startswith(b"series.csv: it is no CSV file in UTF-8 (")


def test_an_unread_article_is_told_before_the_impossible(folder: Path) -> None:
    """The code of the first says that not all was checked."""
    done = command("check", "wrong.txt", "missing.txt", folder=folder)
    assert done.returncode == 3
    assert done.stdout.decode().startswith("impossible")


def test_hostile_names_are_shown(folder: Path) -> None:
    (folder / "a\x1b[31m.txt").write_text(WRONG, encoding="utf-8")
    told = command("check", "a\x1b[31m.txt", folder=folder).stdout.decode()
    assert r"a\x1b[31m.txt:1" in told
    assert "\x1b" not in told
