"""The commands: options, messages and exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import make_change, make_record
from tradeparse import __version__
from tradeparse.articles import KINDS, MAX_ARTICLE_BYTES
from tradeparse.cli import reading
from tradeparse.cli.program import program
from tradeparse.output.fields import KEYS
from tradeparse.output.formats import FORMATS
from tradeparse.records import Reading

pytestmark = pytest.mark.usefixtures("dollars")


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(program, arguments, input=text)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with two figures, in the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    path = Path("a.txt")
    path.write_text("Imports of $5, then $70.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments", [["--help"], ["extract", "--help"], ["explain", "-h"], ["schema", "-h"], ["text", "--help"]]
)
def test_help_begins_with_examples(arguments: list[str]) -> None:
    """What a command does is shown before its options are, in 80 columns."""
    result = run(*arguments)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "Examples:"
    assert lines[1].startswith("  tradeparse ")
    assert any(line.startswith("Usage: ") for line in lines)
    assert max(map(len, lines)) <= 80


def test_the_version_is_told() -> None:
    """One place says which."""
    assert run("--version").output == f"tradeparse {__version__}\n"


def test_a_table_is_the_default(article: Path) -> None:
    """People come first."""
    result = run("extract", "a.txt")
    assert result.exit_code == 0
    assert result.output.startswith("a.txt  published ?\n")
    assert "$70" in result.output


@pytest.mark.parametrize("options", [["--json"], ["-f", "json"], ["--format", "json"], ["--json", "-f", "json"]])
def test_json_is_an_array(article: Path, options: list[str]) -> None:
    """In full and for short."""
    records = json.loads(run("extract", "a.txt", *options).stdout)
    assert [record["value"] for record in records] == [5, 70]
    assert [record["source"] for record in records] == ["a.txt", "a.txt"]


def test_lines_and_csv_hold_the_same(article: Path) -> None:
    """The formats differ in form alone."""
    lines = [json.loads(line) for line in run("extract", "a.txt", "-f", "jsonl").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run("extract", "a.txt", "-f", "csv").stdout)))
    assert [str(line["value"]) for line in lines] == [row["value"] for row in rows] == ["5", "70"]


@pytest.mark.parametrize("arguments", [["extract", "-"], ["extract"]])
def test_a_pipe_is_read(arguments: list[str]) -> None:
    """By its name or by none."""
    result = run(*arguments, "--json", text="Imports of $5.")
    assert [record["source"] for record in json.loads(result.stdout)] == ["-"]


def test_a_terminal_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a path and without a pipe there is nothing to read."""
    monkeypatch.setattr("tradeparse.cli.inputs.is_terminal", lambda stream: True)
    result = run("extract")
    assert result.exit_code == 2
    assert "name a file or a folder, or pipe an article in" in result.stderr


def test_one_bad_input_does_not_stop_the_others(article: Path) -> None:
    """Each is told on standard error with what to do; the rest is done; the exit code says so."""
    Path("empty.txt").touch()
    Path("latin.txt").write_bytes(b"caf\xff\x81 $5")
    Path("none").mkdir()
    result = run("extract", "missing.txt", "empty.txt", "latin.txt", "none", "a.txt", "--json")
    assert result.exit_code == 3
    assert len(json.loads(result.stdout)) == 2
    messages = result.stderr.splitlines()
    assert [message.split(":")[0] for message in messages] == ["missing.txt", "empty.txt", "latin.txt", "none"]
    assert all("; " in message for message in messages)


def test_a_defect_in_one_article_does_not_stop_the_others(article: Path) -> None:
    """It is told as ours, and the run fails at its end."""
    Path("b.txt").write_text("DEFECT $5", encoding="utf-8")
    result = run("extract", "b.txt", "a.txt", "--json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)) == 2
    assert result.stderr.startswith("b.txt: tradeparse failed on this article (RuntimeError('a defect')")


def test_hints_name_the_article(article: Path) -> None:
    """What would close an open period is told beside the results."""
    article.write_text("HINT $5", encoding="utf-8")
    result = run("extract", "a.txt", "-f", "jsonl")
    assert result.exit_code == 0
    assert result.stderr == "a.txt: give --published YYYY\n"


def test_a_folder_is_read_in_order(article: Path) -> None:
    """The source is the path as given, and what stands under it."""
    for name in ("z.txt", "b.txt"):
        Path("in", name).parent.mkdir(exist_ok=True)
        Path("in", name).write_text("$5", encoding="utf-8")
    records = json.loads(run("extract", "in", "a.txt", "--json").stdout)
    assert [record["source"] for record in records] == ["in/b.txt", "in/z.txt", "a.txt", "a.txt"]


@pytest.mark.parametrize(("name", "output"), [("json", "[]\n"), ("jsonl", ""), ("table", "")])
def test_nothing_found_is_no_fault_unless_it_should_be(name: str, output: str) -> None:
    """Exit code 5 is for those who ask for it."""
    result = run("extract", "-f", name, text="No figure.")
    assert (result.exit_code, result.stdout) == (0, output)
    assert run("extract", "-f", name, "--fail-empty", text="No figure.").exit_code == 5
    assert run("extract", "-f", name, "--fail-empty", text="$5").exit_code == 0


def test_a_person_is_told_that_nothing_was_found() -> None:
    """An empty screen would leave it open."""
    assert run("extract", text="No figure.").stderr == "no figures found in 1 article\n"


@pytest.mark.parametrize("day", ["2021", "2021-04", "2021-04-20", "2020-02-29"])
def test_the_day_of_publication_is_handed_on(day: str) -> None:
    """A day, a month or a year."""
    result = run("extract", "--json", "--published", day, text="$5")
    assert json.loads(result.stdout)[0]["published"] == day


@pytest.mark.parametrize(
    "day",
    ["", "21", "2021-4", "2021-13", "2021-02-29", "2021-04-20T00", "0000", "April 2021", "２０２１", "2021-04-31 "],
)
def test_another_day_is_refused(day: str) -> None:
    """The message shows the forms there are."""
    result = run("extract", "--published", day, text="$5")
    assert result.exit_code == 2
    assert "give YYYY, YYYY-MM or YYYY-MM-DD" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "-f", "xml", "a"], "'xml' is not one of 'table', 'json', 'jsonl', 'csv'"),
        (["extract", "--json", "-f", "csv", "a"], "--json and --format csv cannot both hold"),
        (["extract", "--json", "--long", "a"], "--format json holds every field already"),
        (["extract", "--raw", "a"], "--raw is for --format csv and tsv"),
        (["extract", "--raw", "-f", "markdown", "a"], "--raw is for --format csv and tsv"),
        (["extract", "--fields", "value", "a"], "--fields is for the other formats"),
        (["extract", "--json", "--fields", "perod", "a"], "'perod' is no field of a record; did you mean 'period'?"),
        (["extract", "--json", "--fields", "Value", "a"], "did you mean 'value'?"),
        (["extract", "--json", "--fields", "zzz", "a"], "'zzz' is no field of a record; the fields are schema, id, "),
        (["extract", "--json", "--fields", "flow,value,flow", "a"], "'flow' is named twice; leave one out"),
        (["extract", "--json", "--fields", "flow,", "a"], "give names parted by commas, as in period,flow,value"),
        (["extract", "--json", "--fields", "", "a"], "give names parted by commas, as in period,flow,value"),
        (["extract", "--view", "japan", "a"], "'japan' is not one of"),
        (["extract", "--colour", "a"], "No such option"),
        (["text"], "Missing argument 'FILE'"),
        (["extrakt"], "No such command 'extrakt'"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], told: str) -> None:
    """With exit code 2, before anything is read."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_the_view_is_chinas_when_asked() -> None:
    """Imports become exports."""
    record = json.loads(run("extract", "--json", "--view", "china", text="$5").stdout)[0]
    assert (record["reporter"], record["partner"], record["flow"]) == ("CHN", "PRK", "exports")


def test_strict_leaves_out_what_is_not_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is left out counts as not found."""
    reading = Reading((make_record(), make_record(period=None), make_change("5", None)), ())
    monkeypatch.setattr("tradeparse.cli.extraction.read_figures", lambda article, published, language: reading)
    assert len(json.loads(run("extract", "--json", text="x").stdout)) == 3
    assert len(json.loads(run("extract", "--json", "--strict", text="x").stdout)) == 1


def test_long_has_the_quote() -> None:
    """One row a record."""
    assert "quote" in run("extract", "--long", text="$5").stdout


@pytest.mark.parametrize(
    ("color", "settings", "colored"),
    [
        ("auto", {}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
    ],
)
def test_color_holds(color: str, settings: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the option says, and in a pipe none."""
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("extract", "--color", color, text="$5").stdout) == colored


@pytest.mark.parametrize(("settings", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_has_color_unless_told_otherwise(
    settings: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR is honoured."""
    monkeypatch.setattr("tradeparse.cli.destination.is_terminal", lambda stream: True)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("extract", text="$5").stdout) == colored


def test_the_options_of_reading_are_what_the_readers_have() -> None:
    """They are written down again so that help loads no engine."""
    assert (reading.KINDS, reading.MAX_ARTICLE_BYTES) == (KINDS, MAX_ARTICLE_BYTES)


@pytest.mark.parametrize(("columns", "width"), [("200", 200), ("40", 40), ("", 80), ("x", 80), ("0", 80)])
def test_a_pipe_is_80_wide_unless_columns_says_otherwise(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes from every terminal."""
    monkeypatch.setenv("COLUMNS", columns)
    title = "word " * 100
    monkeypatch.setattr(
        "tradeparse.cli.extraction.read_figures",
        lambda article, published, language: Reading((make_record(title=title),), ()),
    )
    longest = max(len(line) for line in run("extract", text="x").stdout.splitlines())
    assert width - 5 < longest <= width


def test_the_schema_is_json() -> None:
    """It prints what a validator takes."""
    assert json.loads(run("schema").stdout)["title"] == "tradeparse.record/1"


@pytest.mark.parametrize("text", ["one line", "two\nlines\n", "ends\r\nof\rline\r\n\n", "é 북한 🇰🇵\u2028\x0c"])
def test_the_text_is_printed_as_it_is(article: Path, text: str) -> None:
    """Byte for byte, with no line end added."""
    article.write_bytes(text.encode())
    assert run("text", "a.txt").stdout_bytes == text.encode()
    article.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert run("text", "a.txt").stdout_bytes == text.encode()


def test_text_of_a_missing_file_is_an_unread_input() -> None:
    """The message and the code are those of extract."""
    result = run("text", "missing.txt")
    assert result.exit_code == 3
    assert result.stderr.startswith("missing.txt: ")


@pytest.mark.skipif(os.name == "nt", reason="its file names are text")
def test_a_file_name_that_is_not_utf_8_works(article: Path) -> None:
    """The source comes back to the same name; a message shows it without harm."""
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text("$5", encoding="utf-8")
    assert json.loads(run("extract", name, "--json").stdout)[0]["source"] == name
    assert "caf\\udce9.txt" in run("extract", name).stdout
    assert run("extract", "\x1b[31mno\n.txt").stderr.startswith("\\x1b[31mno .txt: ")


@pytest.mark.parametrize("name", ["\x1b[31mred", "\u202ered", "a\x9bm", "\udce9"])
@pytest.mark.parametrize("before", [(), ("extract", "--"), ("extract",)])
def test_a_hostile_name_is_shown_not_obeyed(name: str, before: tuple[str, ...]) -> None:
    """Where a command, a path or an option is looked for."""
    told = run(*before, f"--{name}" if before == ("extract",) else name).stderr
    assert "Error" in told or "no such file" in told
    assert not any(sign in told for sign in "\x1b\u202e\x9b\udce9")


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        (["--fields", "value,period"], ["value", "period"]),
        (["--fields", " end , start "], ["end", "start"]),
        (["--fields", ",".join(reversed(KEYS))], list(reversed(KEYS))),
        ([], list(KEYS)),
    ],
)
def test_fields_are_chosen_and_ordered(article: Path, options: list[str], keys: list[str]) -> None:
    """In every format that has them."""
    assert list(json.loads(run("extract", "a.txt", "--json", *options).stdout)[0]) == keys
    assert list(json.loads(run("extract", "a.txt", "-f", "jsonl", *options).stdout.splitlines()[0])) == keys
    assert run("extract", "a.txt", "-f", "csv", *options).stdout.splitlines()[0] == ",".join(keys)
    assert run("extract", "a.txt", "-f", "tsv", *options).stdout.splitlines()[0] == "\t".join(keys)
    if options:
        assert run("extract", "a.txt", "-f", "markdown", *options).stdout.splitlines()[0] == f"| {' | '.join(keys)} |"


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["-o", "out.json"], "[\n{"),
        (["-o", "OUT.JSONL"], '{"schema"'),
        (["-o", "out.csv"], "schema,id,"),
        (["-o", "out.tsv"], "schema\tid\t"),
        (["-o", "out.md"], "| source | line |"),
        (["-o", "out.parquet"], "PAR1"),
        (["-o", "out.txt"], "a.txt  published ?"),
        (["-o", "out"], "a.txt  published ?"),
        (["-o", "out.csv", "--json"], "[\n{"),
        (["-o", "out.json", "-f", "table"], "a.txt  published ?"),
    ],
)
def test_the_ending_of_the_file_tells_the_format(article: Path, options: list[str], start: str) -> None:
    """Unless an option does."""
    result = run("extract", "a.txt", *options)
    assert (result.exit_code, result.output) == (0, "")
    assert Path(options[1]).read_bytes().startswith(start.encode())


def test_an_article_is_not_written_over(article: Path) -> None:
    """Neither under its own name nor through a link."""
    Path("link.txt").symlink_to("a.txt")
    Path("list").write_text("a.txt\n", encoding="utf-8")
    for paths in (["a.txt"], ["."], ["missing.txt", "a.txt"], ["--from-file", "list"]):
        for name in ("a.txt", "./a.txt", "link.txt"):
            result = run("extract", *paths, "-o", name)
            assert result.exit_code == 2
            assert "which is to be read; name another file" in result.stderr
    assert article.read_text(encoding="utf-8").startswith("Imports")


def test_parquet_is_not_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person would see noise."""
    monkeypatch.setattr("tradeparse.cli.destination.is_terminal", lambda stream: True)
    result = run("extract", "-f", "parquet", text="$5")
    assert result.exit_code == 2
    assert "give -o FILE, or send it into a file or a pipe" in result.stderr
    assert run("extract", "-f", "parquet", "-o", os.devnull, text="$5").exit_code == 0


def test_parquet_without_its_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it, before anything is read."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "tradeparse.output.parquet_file", raising=False)
    result = run("extract", "-f", "parquet", "missing.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: --format parquet needs pyarrow, which is not installed;"
        " install it with pip install 'tradeparse[parquet]'\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="its file names are text")
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_and_output_takes_a_name_that_is_not_utf_8(article: Path, name: str) -> None:
    """What is written is UTF-8, and the odd byte is seen."""
    path, output = os.fsdecode(b"caf\xe9.txt"), os.fsdecode(b"out\xe9")
    Path(path).write_text("$5", encoding="utf-8")
    assert run("extract", path, "-f", name, "-o", output).exit_code == 0
    written = Path(output).read_bytes()
    assert b"caf\\udce9.txt" in written
    if name != "parquet":
        written.decode("utf-8")
