"""`tradeparse explain`: each number of an article with what it became, and why."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from case_tables import CASES, FIXTURES
from conftest import Run, make_record
from tradeparse import figures
from tradeparse.articles import parse, read
from tradeparse.cli.program import program
from tradeparse.figures import read_figures
from tradeparse.figures.reading import read_block
from tradeparse.figures.rejection import RULES
from tradeparse.figures.sentences import QUANTITIES
from tradeparse.language.lexicon import load
from tradeparse.output.explanation import explain_reading
from tradeparse.output.explanation_text import explanation_texts
from tradeparse.output.passages import find_passages, mark_numbers
from tradeparse.output.reasons import REASONS, reason
from tradeparse.records import Reading, Rejected, Span

ARTICLE = """\
BEIJING, Feb. 20, 2020 (Wire) -- North Korea imported some $21.8 million in goods from China last month, up 12.5
percent from a year earlier, Chinese customs data showed.

Nothing in this sentence is counted.

It exported 43 trucks of ore to China. Its trade with Russia came to $3 million in January.
China took 90 percent of North Korea's exports in January.

North Korea's imports from China were $21.8 million in January.
"""


def run(*arguments: str, text: str | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(program, ["explain", *arguments], input=text)


def explained(text: str, *options: str) -> dict[str, object]:
    """Explain one text as JSON."""
    (explanation,) = json.loads(run("--json", *options, text=text).stdout)
    assert isinstance(explanation, dict)
    return explanation


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clean_environment: None) -> str:
    """The article's path, in the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    return "a.txt"


def test_each_number_is_marked_and_explained(article: str) -> None:
    """The record, the words it rests on, what was inferred, the rules."""
    result = run(article)
    assert (result.exit_code, result.stderr) == (0, "")
    first, *passages = result.stdout.split("\n\n")
    assert first == "a.txt  published 2020-02-20"
    assert passages[0] == (
        "line 1: North Korea imported some [1: $21.8 million] in goods from China last\n"
        "month, up [2: 12.5 percent] from a year earlier, Chinese customs data showed.\n"
        "    1  figure    2020-01 imports ≈$21.8m\n"
        "       words     period “last month”, source “Chinese customs data”\n"
        "       inferred  period from dateline\n"
        "       rules     amount\n"
        "    2  figure    2020-01 imports ↑12.5% counted in USD, yoy on 2019-01\n"
        "       words     period “last month”, source “Chinese customs data”\n"
        "       inferred  period from dateline, change_of from frame\n"
        "       rules     direction-before"
    )


def test_a_rejected_number_has_its_rule_and_what_that_means(article: str) -> None:
    """Below the sentence that it stands in."""
    text = " ".join(run(article).stdout.split())
    assert "It exported [3: 43] trucks of ore to China." in text
    assert f"3 rejected count: {REASONS['count']}" in text
    assert f"4 rejected other-partner: {REASONS['other-partner']}" in text
    assert f"5 rejected share: {REASONS['share']}" in text


def test_numbers_rejected_alike_are_told_once() -> None:
    """Those that stand side by side in a sentence."""
    text = "Russia's exports to South Korea rose 5 percent to $6 million in May 2020 and 7 trucks of coal.\n"
    told = " ".join(run(text=text).stdout.split())
    assert f"1–2 rejected other-partner: {REASONS['other-partner']} 3 rejected count:" in told


def test_a_figure_told_again_names_the_first_place(article: str) -> None:
    """It is one record, and both places are marked."""
    text = run(article).stdout
    assert "line 9: North Korea's imports from China were [6: $21.8 million] in January" in text
    assert "    6  again     2020-01 imports ≈$21.8m, as on line 1\n" in text


def test_a_sentence_without_a_number_is_left_out(article: str) -> None:
    """It has nothing to explain."""
    assert "Nothing in this sentence" not in run(article).stdout


def test_json_holds_the_records_and_the_rejected_numbers(article: str) -> None:
    """The records are those of extract; each rejected number has its place, its rule and the meaning."""
    (explanation,) = json.loads(run(article, "--json").stdout)
    assert list(explanation) == ["source", "article", "title", "published", "figures", "rejected", "hints"]
    assert (explanation["source"], explanation["published"], explanation["hints"]) == ("a.txt", "2020-02-20", [])
    records = json.loads(CliRunner().invoke(program, ["extract", article, "--json"]).stdout)
    assert explanation["figures"] == records
    assert [rejected["rule"] for rejected in explanation["rejected"]] == ["count", "other-partner", "share"]
    for rejected in explanation["rejected"]:
        assert ARTICLE[rejected["start"] : rejected["end"]] == rejected["quote"]
        assert ARTICLE.splitlines()[rejected["line"] - 1].find(rejected["quote"]) >= 0
        assert rejected["quote"] in rejected["sentence"]
        assert rejected["meaning"] == REASONS[rejected["rule"]]


@pytest.mark.parametrize("options", [["-f", "json"], ["--format", "json"], ["--json", "-f", "json"]])
def test_json_in_full_is_as_in_short(article: str, options: list[str]) -> None:
    """Every way to ask for it."""
    assert run(article, *options).stdout == run(article, "--json").stdout


def test_json_of_several_articles_is_one_array(article: str) -> None:
    """An article without a number is there too, with its day."""
    Path("b.txt").write_text("SEOUL, March 3, 2021 (Wire) -- Nothing was sold.\n", encoding="utf-8")
    first, second = json.loads(run(article, "b.txt", "--json").stdout)
    assert first["figures"]
    assert (second["source"], second["published"], second["figures"]) == ("b.txt", "2021-03-03", [])


def test_a_hint_is_told_beside_the_results_and_in_json() -> None:
    """What would close an open period."""
    text = "China's exports to North Korea were $5 million in May.\n"
    result = run("--json", text=text)
    (explanation,) = json.loads(result.stdout)
    (hint,) = explanation["hints"]
    assert "give --published" in hint
    assert result.stderr == f"standard input: {hint}\n"
    assert explained(text, "--published", "2020")["hints"] == []
    assert "? imports $5m" in run(text=text).stdout


@pytest.mark.parametrize("arguments", [["-"], []])
def test_a_pipe_is_read(arguments: list[str]) -> None:
    """By its name or by none."""
    result = run(*arguments, text=ARTICLE)
    assert result.exit_code == 0
    assert result.stdout.startswith("standard input  published 2020-02-20\n")


def test_a_missing_file_does_not_stop_the_others(article: str) -> None:
    """The message and the exit code are those of extract."""
    result = run("missing.txt", article)
    extracted = CliRunner().invoke(program, ["extract", "missing.txt", article])
    assert result.exit_code == extracted.exit_code == 3
    assert result.stderr == extracted.stderr
    assert "a.txt  published" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-f", "csv", "a"], "'csv' is not one of 'text', 'json'"),
        (["--json", "-f", "text", "a"], "--json and --format text cannot both hold"),
        (["--published", "May", "a"], "give YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], told: str) -> None:
    """With exit code 2, before anything is read."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_nothing_found_is_told_to_a_person() -> None:
    """An empty screen would leave it open; JSON says it by itself."""
    told = run(text="No figure.")
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "no figures found in 1 article\n")
    assert run("--json", text="No figure.").stderr == ""


def test_the_view_is_chinas_when_asked(article: str) -> None:
    """The explanation tells whose flow it shows."""
    assert "2020-01 China's exports ≈$21.8m" in run(article, "--view", "china").stdout


@given(st.integers(32, 120), st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60))
def test_nothing_is_cut_off(width: int, goods: str) -> None:
    """What is too long is wrapped: every character is there at every width."""
    text = "Imports of $5 million."
    reading = Reading((make_record(start=11, end=21, commodity=goods, attribution=goods, rules=(goods,)),), ())
    told = "".join(explanation_texts([explain_reading(parse(text, "-"), reading, None)], width, color=False))
    drawn = "".join(told.split())
    assert all(drawn.count(character) >= 3 * goods.count(character) for character in goods)


@pytest.mark.parametrize("width", [32, 40, 80])
def test_text_fits(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the place for it, and none ends in spaces."""
    monkeypatch.setenv("COLUMNS", str(width))
    for line in run(str(FIXTURES)).stdout.splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_color_is_there_only_when_asked(article: str) -> None:
    """A pipe gets no codes."""
    assert "\x1b[" in run(article, "--color", "always").stdout
    assert "\x1b" not in run(article).stdout


@pytest.mark.parametrize("options", [[], ["--json"], ["--color", "always"]])
def test_text_of_strangers_is_shown_not_obeyed(options: list[str]) -> None:
    """Escape sequences, markup and turned text in a sentence do nothing."""
    hostile = "\x1b[35m[red]b[/red] :smile: \u202e\x07"
    text = f"North Korea imported {hostile} $21.8 million from China in January 2020, the {hostile} bureau said.\n"
    result = run(*options, text=text)
    assert result.exit_code == 0
    assert not re.search("\x1b\\[35m|[\u202e\x07]", result.stdout)
    assert "[red]b[/red] :smile:" in result.stdout


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_sentence_is_shown(before: str, behind: str) -> None:
    """Whatever stands around a number, the number is marked."""
    text = f"{before} $5 million {behind}"
    at = text.index("$5 million")
    found = parse(text, "-")
    reading = Reading((make_record(start=at, end=at + 10, quote="$5 million"),), (Rejected(Span(at, at + 2), "cap"),))
    drawn = "".join(explanation_texts([explain_reading(found, reading, None)], 80, color=False))
    assert "figure" in drawn
    assert "rejected  cap: it is a cap" in drawn


def test_numbers_of_a_table_stand_on_their_line() -> None:
    """A row of cells is one passage."""
    text = "May  5  6\nJune  7  8\n"
    rejected = tuple(Rejected(Span(at, at + 1), "count") for at in (5, 8, 16))
    passages = find_passages(text, [], Reading((), rejected))
    assert [text[one.span.start : one.span.end] for one in passages] == ["May  5  6", "June  7  8"]
    assert [[mark.line for mark in one.marks] for one in passages] == [[1, 1], [2]]


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("**/*.txt")), ids=lambda path: path.stem)
def test_every_record_and_every_rejected_number_is_explained(path: Path) -> None:
    """None is left out, and each sentence shown is that of its record."""
    for found in read(str(path)):
        reading = read_figures(found)
        marks = [
            (found.text[passage.span.start : passage.span.end], mark)
            for passage in explain_reading(found, reading, None).passages
            for mark in passage.marks
        ]
        assert [record for _, mark in marks for record in mark.records] == list(reading.records)
        assert {rejected for _, mark in marks for rejected in mark.rejected} == set(reading.rejected)
        for sentence, mark in marks:
            for record in mark.records:
                assert sentence == record.sentence or record.sentence in sentence
                assert mark.line == record.line


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("**/*.txt")), ids=lambda path: path.stem)
def test_no_number_of_a_sentence_is_passed_over(path: Path) -> None:
    """Each is a figure, or a rule says why not."""
    for found in read(str(path)):
        told = {mark.span.start for mark in mark_numbers(read_figures(found))}
        blocks = [block for section in found.sections for block in section.blocks]
        tokens = [token for block in blocks for one in read_block(found.text, block, load()) for token in one.tokens]
        numbers = {token.start for token in tokens if token.kind in QUANTITIES}
        assert numbers <= told


def rules_in_code() -> Iterator[tuple[str, str]]:
    """Each rule that a module of the stage names where it rejects a number."""
    for path in sorted(Path(figures.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case (
                    ast.Assign(targets=[ast.Attribute(attr="rule" | "reason")])
                    | ast.AnnAssign(target=ast.Name(id="reason"))
                ):
                    named: list[ast.AST | None] = [node.value]
                case ast.Call(func=ast.Attribute(attr="reject")):
                    named = [*node.args[-1:]]
                case ast.Call(func=ast.Name(id="Figure")):
                    named = [*node.args[3:4]]
                case ast.FunctionDef(name="reason_of" | "find_rejection" | "find_share" | "find_lack"):
                    named = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)]
                case _:
                    continue
            yield from ((path.stem, rule) for one in named if one is not None for rule in outcomes(one))


def outcomes(node: ast.AST) -> Iterator[str]:
    """The texts that an expression may come to."""
    match node:
        case ast.Constant(value=str(rule)):
            yield rule
        case ast.IfExp():
            yield from outcomes(node.body)
            yield from outcomes(node.orelse)


def test_every_rule_that_rejects_has_a_meaning() -> None:
    """As the table of rules, the code and the readings name them, and no meaning is left over."""
    named = {rule for _, rule in rules_in_code()} | {rule for rule, _ in RULES}
    assert named - REASONS.keys() <= {"other-currency"}  # which makes a record
    assert REASONS.keys() - named == set()
    assert {"no-flow", "no-partner", "price", "share", "no-role", "forecast"} <= named


@pytest.mark.parametrize("path", sorted(CASES.glob("sentences_*.toml")), ids=lambda path: path.stem)
def test_every_rule_that_the_cases_meet_has_a_meaning(path: Path) -> None:
    """Whatever way the rule takes through the code."""
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        for rejected in read_figures(parse(case["text"], "-"), case.get("published")).rejected:
            assert rejected.rule in REASONS


def test_meanings_are_short_and_plain() -> None:
    """One line each, in the order of their ids; a rule without one shows its id."""
    assert list(REASONS) == sorted(REASONS)
    assert all(len(meaning) <= 80 and not meaning.endswith(".") for meaning in REASONS.values())
    assert reason("new-rule") == "new-rule"


def test_json_loads_no_rich() -> None:
    """Nor does anything load what could reach a network."""
    code = (
        "import io, sys\nfrom tradeparse.cli.program import program\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b'China and North Korea trade: $5 million in May 2020.'))\n"
        "try:\n    program.main(['explain', '--json'])\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"rich", "socket", "ssl", "tradeparse.output.drawing"} & set(done.stderr.split())
    assert json.loads(done.stdout)


@pytest.mark.parametrize("name", ["text", "json"])
def test_the_bytes_are_the_same_everywhere(run: Run, article: str, name: str) -> None:
    """No locale, terminal or hash seed changes them."""
    settings = {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "2", "TERM": "xterm"}
    plain = run("explain", article, "-f", name)
    assert (plain.returncode, plain.stderr) == (0, b"")
    assert run("explain", article, "-f", name, settings=settings).stdout == plain.stdout


def test_a_closed_pipe_ends_quietly(run: Run, article: str) -> None:
    """`| head` is no fault."""
    reading, writing = os.pipe()
    os.close(reading)
    done = run("explain", article, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
