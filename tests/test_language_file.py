"""A user's file of words: what it adds is read, and a mistake in it is told with its place."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from case_tables import CASES, FIXTURES, figure_of
from conftest import Run
from tradeparse import extract, load_language, read
from tradeparse.language.additions import load_language as load_additions
from tradeparse.language.lexicon import LanguageError, shipped

TABLE = tomllib.loads((CASES / "language_files.toml").read_text(encoding="utf-8"))
QUILLETS = '[[word]]\nid = "goods"\nforms = ["quillets"]\n'
TEXT = "In May 2021 North Korea's quillets exports to China came to $4 million.\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Write a file into the folder that the command runs in, and give its name."""
    monkeypatch.chdir(tmp_path)

    def write_file(text: str | bytes, name: str = "my.toml") -> str:
        Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
        return name

    return write_file


def goods_of(text: str, *files: str) -> list[str | None]:
    """The goods of the figures that a text states, with the words of files."""
    return [record.commodity for record in extract(text, language=load_language(*files))]


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: str(case["name"]))
def test_words_of_a_file_are_read(case: dict[str, Any], write: Any) -> None:
    """With the file they are, before and after it they are not."""
    language = load_language(write(case["file"]))
    with_file = extract(case["text"], language=language)
    assert [str(figure_of(record)) for record in with_file] == case["records"]
    if "without" in case:
        assert [str(figure_of(record)) for record in extract(case["text"])] == case["without"]
    if "who" in case:
        assert (with_file[0].attribution, with_file[0].coverage) == (case["who"], case.get("coverage"))


@pytest.mark.parametrize("case", TABLE["mistake"], ids=lambda case: str(case["name"]))
def test_mistake_is_told_with_its_place(case: dict[str, Any], write: Any) -> None:
    """The file, the line, the word, what is wrong and what to do."""
    name = write(case["file"])
    with pytest.raises(LanguageError) as caught:
        load_language(name)
    assert str(caught.value) == f"{name}: {case['told'].replace('FILE', name)}"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"# caf\xc3\xa9\n# caf\xe9\n", "line 2: it is not UTF-8 (invalid continuation byte); save it as UTF-8"),
        (b"word = " + b"[" * 5000, "it is nested too deeply; write plain [[word]] entries"),
        (b"word = " + b"9" * 5000, "a number in it has too many digits; shorten it"),
        (
            b"# a\r\n[[word]]\r\n\r\n[[word]]\r\n",
            'line 2: word 1: it has no id; write id = "…", that of a word to add forms to or a new one',
        ),
    ],
    ids=["latin", "deep", "long", "windows"],
)
def test_bytes_of_any_kind_are_told(raw: bytes, told: str, write: Any) -> None:
    """What is no TOML at all, and lines that end as on Windows."""
    with pytest.raises(LanguageError) as caught:
        load_language(write(raw))
    assert str(caught.value) == f"my.toml: {told}"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("missing.toml", "missing.toml: there is no such file; check the path"),
        (".", ".: it cannot be read (Is a directory); check the path"),
        ("a\0b", "a\0b: it cannot be read (embedded null byte); check the path"),
    ],
)
def test_file_that_is_none_is_told(path: str, told: str, write: Any) -> None:
    """With what to do."""
    with pytest.raises(LanguageError) as caught:
        load_language(path)
    assert str(caught.value) == told


def test_mark_of_an_editor_is_no_mistake(write: Any) -> None:
    """Some put a byte order mark before the first line."""
    assert goods_of(TEXT, write(b"\xef\xbb\xbf" + QUILLETS.encode())) == ["quillets"]


def test_files_add_up_in_any_order(write: Any) -> None:
    """What one has, the other need not know."""
    verbs = write('[[word]]\nid = "send"\nforms = ["ferried"]\n', "verbs.toml")
    goods = write(QUILLETS)
    text = "In May 2021 North Korea ferried quillets worth $4 million to China."
    assert goods_of(text, goods, verbs) == goods_of(text, verbs, goods) == ["quillets"]
    assert goods_of(text, goods) == []


def test_same_form_of_two_files_is_told(write: Any) -> None:
    """With both places."""
    first, second = write(QUILLETS), write(f"\n{QUILLETS}", "other.toml")
    with pytest.raises(LanguageError) as caught:
        load_language(first, second)
    told = "other.toml: line 2: word 'goods': 'quillets' stands already at my.toml: line 1; take it out of one of them"
    assert str(caught.value) == told


def test_language_as_shipped_is_kept(write: Any) -> None:
    """It is loaded once, and a file changes nothing of it."""
    before = shipped()
    language = load_language(write(QUILLETS))
    assert load_language() is shipped() is before
    assert ("quillets", "") in language.words.forms
    assert ("quillets", "") not in before.words.forms
    assert language.sources.forms == before.sources.forms
    assert language.words.patterns is before.words.patterns


def test_words_that_do_not_stand_in_a_text_change_nothing(write: Any) -> None:
    """The records of every fixture are the same."""
    language = load_language(FIXTURES / "my-words.toml")
    for path in sorted(FIXTURES.glob("*.txt")):
        for article in read(path):
            assert extract(article, language=language) == extract(article)


def test_ids_that_the_readme_names_are_there() -> None:
    """Each may be given more forms."""
    readme = (FIXTURES.parent / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Words of your own")[1].split("\n## ")[0]
    named = re.findall(r"`([a-z-]+)`", "".join(line for line in section.splitlines() if line.startswith("| ")))
    known = shipped().words.entries | shipped().sources.entries
    assert len(named) > 10
    assert [identity for identity in named if identity not in known] == []


def test_package_hands_the_loader_on(write: Any) -> None:
    """With the same result and the same mistakes."""
    name = write(QUILLETS)
    assert load_language(name) == load_additions(name)
    with pytest.raises(ValueError, match=r"^missing.toml: there is no such file"):
        load_language("missing.toml")


def test_command_reads_the_words(run: Run, write: Any) -> None:
    """Both commands that read figures."""
    name, article = write(QUILLETS), write(TEXT, "a.txt")
    done = run("extract", article, "--language-file", name, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert [record["commodity"] for record in json.loads(done.stdout)] == ["quillets"]
    assert b"exports of quillets" in run("explain", article, "--language-file", name).stdout
    assert b"quillets $4m" not in run("explain", article).stdout


def test_command_takes_several_files(run: Run, write: Any) -> None:
    """Each with its own option."""
    goods, verbs = write(QUILLETS), write('[[word]]\nid = "send"\nforms = ["ferried"]\n', "verbs.toml")
    article = write("In May 2021 North Korea ferried quillets worth $4 million to China.\n", "a.txt")
    done = run("extract", article, "--language-file", goods, "--language-file", verbs, "-f", "jsonl")
    assert json.loads(done.stdout)["commodity"] == "quillets"


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_mistake_ends_the_run_before_it_begins(command: str, run: Run, write: Any) -> None:
    """With the code of wrong usage, the place on standard error and nothing extracted."""
    name, article = (
        write(f'{QUILLETS}\n[[word]]\nid = "a\\u001bb\\u202e"\nforms = ["x"]\n', "my\x1b.toml"),
        write(TEXT, "a.txt"),
    )
    done = run(command, article, "--language-file", name)
    assert (done.returncode, done.stdout) == (2, b"")
    told = (
        r"my\x1b.toml: line 5: word 'a\x1bb\u202e': there is no such word to add forms to; give the id of one, such as"
    )
    assert done.stderr.decode().startswith(told)
    assert done.stderr.count(b"\n") == 1


def test_missing_file_is_wrong_usage(run: Run, write: Any) -> None:
    """Not an input that could not be read."""
    done = run("extract", write(TEXT, "a.txt"), "--language-file", "missing.toml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"missing.toml: there is no such file; check the path\n"
