"""Every kind of bad input is told to the letter, with its exit code, and costs no other input anything.

Three tables: what files hold, what paths and options name, and what goes wrong around a run.
"""

from __future__ import annotations

import json
import os
import random
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import SETTINGS
from readers import BODY, COMMAND, ORDINARY, QUOTES, TITLE, command, entry, lines, packed, page, records_of

ARTICLE = f"{TITLE}\n\nSEOUL, Sept. 20, 2023 (Wire) -- {BODY}".encode()
UTF_8 = (
    "give its encoding (for example: --encoding cp949), or save it as UTF-8 (for example: iconv -f cp949 -t utf-8 FILE)"
)
EMPTY = "it is empty; give a file with the text of an article"
BINARY = "it is binary and holds no text; name a file of text, HTML or JSON"
LARGER = "give a larger --max-article-bytes if it is one article"
KEYS = "text, body, content, article_text, articleBody"
NO_KEY = "name the key of its text with --text-key"
CUT = "its gzip data are cut off; fetch or pack the file again"
SHAPE = 'not the object of an article; give objects such as {"text": "…"}'
BROKEN = "its gzip data are broken; fetch or pack the file again"


@dataclass(frozen=True)
class Bad:
    """A file that cannot be read, what is told of it, the options, and how many figures are read all the same."""

    name: str
    raw: bytes
    told: str
    options: tuple[str, ...] = ()
    figures: int = 0


BAD = {
    "empty": Bad("a.txt", b"", EMPTY),
    "white space": Bad("a.txt", b" \r\n\t\n", EMPTY),
    "a mark alone": Bad("a.txt", b"\xef\xbb\xbf", EMPTY),
    "empty HTML": Bad("a.html", b"", EMPTY),
    "empty JSON": Bad("a.json", b" \n", EMPTY),
    "an empty array": Bad("a.json", b"[]", EMPTY),
    "empty JSON Lines": Bad("a.jsonl", b"\n\n", EMPTY),
    "empty gzip": Bad("a.txt.gz", packed(b""), EMPTY),
    "PDF": Bad(
        "a.txt", b"%PDF-1.7\n%\xe2\xe3", "it is a PDF file; save its text (for example: pdftotext FILE) and read that"
    ),
    "an office document": Bad(
        "a.docx", b"PK\x03\x04\x14\0", "it is a ZIP archive or an office document; unpack it, or save it as plain text"
    ),
    "an old office document": Bad("a.doc", b"\xd0\xcf\x11\xe0\xa1", "it is an office document; save it as plain text"),
    "rich text": Bad("a.rtf", b"{\\rtf1\\ansi Trade", "it is a rich text document; save it as plain text"),
    "bzip2": Bad("a.bz2", b"BZh91AY", "it is packed with bzip2; unpack it (bunzip2), or pack it with gzip"),
    "xz": Bad("a.xz", b"\xfd7zXZ\0", "it is packed with xz; unpack it (unxz), or pack it with gzip"),
    "zstd": Bad("a.zst", b"\x28\xb5\x2f\xfd\0", "it is packed with zstd; unpack it (unzstd), or pack it with gzip"),
    "Parquet": Bad("a.parquet", b"PAR1\x15\0", "it is a Parquet file; export its articles as JSON Lines"),
    "a database": Bad("a.db", b"SQLite format 3\0\x10", "it is a database; export its articles as JSON Lines"),
    "NUL bytes": Bad("a.txt", b"Trade\0up\0\0\n", BINARY),
    "a program": Bad("a", b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\0>\0", BINARY),
    "noise": Bad(
        "a.txt", random.Random(1).randbytes(3000).replace(b"\0", b"\1"),
        f"it is not UTF-8: byte 0 cannot be read (invalid start byte); {UTF_8}",
    ),
    "no encoding at all": Bad(
        "a.txt", b"caf\xff\x81 $5", f"it is not UTF-8: byte 3 cannot be read (invalid start byte); {UTF_8}"
    ),
    "an encoding that cannot be told": Bad(
        "a.txt", "무역".encode("cp949"),
        "it is not UTF-8: byte 0 cannot be read (invalid start byte), and it could be CP949 or GB18030 or CP932"
        f"; {UTF_8}",
    ),
    "an encoding that is not looked for": Bad(
        "a.txt", b"Trade. " * 40 + "Торговля с Китаем".encode("cp1251"),
        f"it is not UTF-8: byte 280 cannot be read (invalid continuation byte); {UTF_8}",
    ),
    "a mark of UTF-8 and another encoding": Bad(
        "a.txt", b"\xef\xbb\xbfcaf\xe9",
        "it is not UTF-8: byte 6 cannot be read (unexpected end of data);"
        " save it as UTF-8 (for example: iconv -f cp949 -t utf-8 FILE)",
    ),
    "UTF-16 cut off": Bad(
        "a.txt", b"\xff\xfea\0b",
        "it is not UTF-16-LE: byte 4 cannot be read (truncated data);"
        " save it as UTF-8 (for example: iconv -f cp949 -t utf-8 FILE)",
    ),
    "not in the encoding of the option": Bad(
        "a.txt", "Trade – 무역".encode(), "it is not ASCII: byte 6 cannot be read (ordinal not in range(128));"
        " give another --encoding", ("--encoding", "ascii"),
    ),
    "not in the encoding that it declares": Bad(
        "a.html", page('<meta charset="shift_jis">').encode()[:-9] + b"\xff\xff</html>",
        "it is not CP932: byte 420 cannot be read (illegal multibyte sequence);"
        " give its encoding (for example: --encoding cp949)",
    ),
    "JSON not in the encoding of the option": Bad(
        "a.json", json.dumps([entry()]).encode() + b"\xff", "it is not CP949: byte 289 cannot be read"
        " (incomplete multibyte sequence); give another --encoding, or save it as UTF-8", ("--encoding", "euc-kr"), 4,
    ),
    "no gzip": Bad("a.txt.gz", b"\x1f\x8bTrade up", BROKEN),
    "gzip cut off": Bad("a.txt.gz", packed(ARTICLE)[:-20], CUT),
    "gzip cut off behind its head": Bad("a.txt.gz", packed(ARTICLE)[:7], CUT),
    "gzip with a flaw": Bad("a.txt.gz", packed(ARTICLE)[:60] + b"\xff\0\xff\0" + packed(ARTICLE)[64:], BROKEN),
    "gzip of gzip": Bad("a.txt.gz", packed(packed(ARTICLE)), "it is packed with gzip twice; unpack it once (gunzip)"),
    "JSON Lines in gzip cut off": Bad(
        "a.jsonl.gz", packed(lines(entry()) + random.Random(2).randbytes(90_000).hex().encode())[:60_000], CUT, (), 4
    ),
    "too large": Bad(
        "a.txt", b"Trade. " * 1000, f"it has more than 2,000 bytes; {LARGER}", ("--max-article-bytes", "2000")
    ),
    "a bomb": Bad("a.txt.gz", packed(b" " * 30_000_000), f"it has more than 20,000,000 bytes; {LARGER}"),
    "a line without an end": Bad(
        "a.jsonl.gz", packed(lines(entry(), b'{"text": "' + b"x" * 25_000_000, entry())),
        f"line 2: it has more than 20,000,000 bytes; {LARGER}", (), 8,
    ),
    "an object without an end": Bad(
        "a.json", b"[" + lines(entry())[:-1] + b', {"text": "' + b"x" * 300_000 + b'"}]',
        f"article 2: it has more than 5,000 bytes; {LARGER}", ("--max-article-bytes", "5000"), 4,
    ),
    "a page without an article": Bad(
        "a.html", b"<!DOCTYPE html><html><head><title>x</title></head><body></body></html>",
        "no article is found in this page; save its text, or read all of it: --input-format text",
    ),
    "a bad line": Bad(
        "a.jsonl", lines(entry(), b'{"text": "cut', entry()),
        "line 2: it is no JSON (Unterminated string starting at, character 10); mend it or leave it out", (), 8,
    ),
    "text named JSON Lines": Bad(
        "a.jsonl", b"Trade up", "line 1: it is no JSON (Expecting value, character 1); mend it or leave it out"
    ),
    "text named JSON": Bad(
        "a.json", b"Trade up", "article 1: it is no JSON (Expecting value, character 1); mend it or leave it out"
    ),
    "JSON cut off": Bad(
        "a.json", json.dumps(entry(), indent=1).encode()[:40],
        "article 1: it is no JSON (Unterminated string starting at, character 27); mend it or leave it out",
    ),
    "a bad line in another encoding": Bad(
        "a.jsonl", lines(b'{"text": "\xff\x81"}', entry()),
        f"line 1: it is not UTF-8: byte 10 cannot be read (invalid start byte); {UTF_8}", (), 4,
    ),
    "JSON of another shape": Bad(
        "a.jsonl", lines([1]), f"line 1: it is an array, {SHAPE}"
    ),
    "numbers": Bad("a.json", b"[5]", f"article 1: it is a number, {SHAPE}"),
    "nothing": Bad("a.jsonl", b"null", f"line 1: it is null, {SHAPE}"),
    "no text": Bad("a.jsonl", lines({"title": TITLE}), f"line 1: it has no text under {KEYS}; {NO_KEY}"),
    "a text that is none": Bad(
        "a.jsonl", lines({"text": {"p": 1}}), f"line 1: it has no text but other data under text; {NO_KEY}"
    ),
    "an empty text": Bad(
        "a.jsonl", lines({"text": ""}),
        "line 1: it has an empty text under text; leave it out, or name another key with --text-key",
    ),
    "no text under the key of the option": Bad(
        "a.jsonl", lines(entry()), f"line 1: it has no text under words; {NO_KEY}", ("--text-key", "words")
    ),
    "nested beyond all": Bad(
        "a.jsonl", lines(b'{"a":' * 100_000, entry()),
        "line 1: it is JSON that nobody writes: too deep, or with a number too long; leave it out", (), 4,
    ),
    "a number beyond all": Bad(
        "a.jsonl", lines(b'{"a": ' + b"9" * 5000 + b"}"),
        "line 1: it is JSON that nobody writes: too deep, or with a number too long; leave it out",
    ),
    "text read as JSON": Bad(
        "a.txt", b"Trade", "article 1: it is no JSON (Expecting value, character 1); mend it or leave it out",
        ("--input-format", "json"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("bad", BAD.values(), ids=[name.replace(" ", "-") for name in BAD])
def test_bad_input(tmp_path: Path, bad: Bad) -> None:
    (tmp_path / bad.name).write_bytes(bad.raw)
    done = command("extract", bad.name, "-f", "jsonl", *bad.options, folder=tmp_path)
    assert done.stderr.decode() == f"{bad.name}: {bad.told}\n"
    assert done.returncode == 3
    assert len(records_of(done)) == bad.figures


def make_nothing(folder: Path) -> None:
    """Leave the folder empty."""


def make_folders(folder: Path) -> None:
    """Make a folder without articles, and one of another kind."""
    (folder / "none").mkdir()
    (folder / "none" / "n.csv").touch()


def make_broken_link(folder: Path) -> None:
    """Make a link to a file that has vanished, as one does between listing and reading."""
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").symlink_to("gone.txt")
    (folder / "in" / "b.txt").write_bytes(ARTICLE)


def make_lists(folder: Path) -> None:
    """Make lists that name nothing, something that is not there, and no paths."""
    (folder / "blank").write_bytes(b"\n \n")
    (folder / "gone").write_bytes(b"no.txt\n")
    (folder / "odd").write_bytes(b"a\0b\n")


MISSING = "there is no such file or folder; check the path"
KNOWN = ".txt, .md, .html, .htm, .json, .jsonl, .ndjson"


@dataclass(frozen=True)
class BadPath:
    """What is in the folder, what the command is given, and what it tells with which code."""

    make: Callable[[Path], None]
    arguments: tuple[str, ...]
    told: str
    code: int = 3
    piped: bytes = b""


NO_ENCODING = "is no encoding; give one such as utf-8, cp1252, cp949, gb18030 or shift_jis"
PATHS = {
    "missing": BadPath(make_nothing, ("no.txt",), f"no.txt: {MISSING}"),
    "a name too long": BadPath(
        make_nothing, ("n" * 5000,), f"{'n' * 5000}: it cannot be read (File name too long); check the path"
    ),
    "a folder without articles": BadPath(
        make_folders,
        ("none",),
        f"none: no file of a known kind ({KNOWN}) is in this folder;"
        " name a folder with articles, or the files themselves",
    ),
    "a file that has vanished": BadPath(make_broken_link, ("in",), f"in/a.txt: {MISSING}"),
    "no list": BadPath(make_nothing, ("--from-file", "no"), f"no: {MISSING}"),
    "a list that is a folder": BadPath(
        make_folders, ("--from-file", "none"), "none: it is a folder; name a file of it"
    ),
    "a list of nothing": BadPath(
        make_lists, ("--from-file", "blank"), "blank: it names no file; give a list with a path a line"
    ),
    "a list of what is missing": BadPath(make_lists, ("--from-file", "gone"), f"no.txt: {MISSING}"),
    "no list of paths": BadPath(
        make_lists, ("--from-file", "odd"), "odd: it is no list of paths; name a text file with a path a line"
    ),
    "a list that names itself": BadPath(
        make_nothing,
        ("--from-file", "-"),
        "standard input: it is the list already, and can be no article; leave - out of the list",
        piped=b"-\n",
    ),
    "an empty pipe": BadPath(make_nothing, (), f"standard input: {EMPTY}"),
    "a ZIP archive in a pipe": BadPath(
        make_nothing,
        ("-",),
        "standard input: it is a ZIP archive or an office document; unpack it, or save it as plain text",
        piped=b"PK\x03\x04",
    ),
    "standard input twice": BadPath(
        make_nothing,
        ("--from-file", "-", "-"),
        "Error: --from-file - takes standard input; leave - out of the paths",
        2,
    ),
    "no encoding": BadPath(
        make_nothing,
        ("--encoding", "klingon"),
        f"Error: Invalid value for '--encoding': 'klingon' {NO_ENCODING}",
        2,
    ),
    "an encoding of no text": BadPath(
        make_nothing, ("--encoding", "hex"), f"Error: Invalid value for '--encoding': 'hex' {NO_ENCODING}", 2
    ),
    "no format of an input": BadPath(
        make_nothing,
        ("--input-format", "pdf"),
        "Error: Invalid value for '--input-format': 'pdf' is not one of 'text', 'html', 'json', 'jsonl'.",
        2,
    ),
    "no size": BadPath(
        make_nothing,
        ("--max-article-bytes", "0"),
        "Error: Invalid value for '--max-article-bytes': 0 is not in the range x>=1.",
        2,
    ),
}


@pytest.mark.parametrize("bad", PATHS.values(), ids=[name.replace(" ", "-") for name in PATHS])
def test_bad_path(tmp_path: Path, bad: BadPath) -> None:
    bad.make(tmp_path)
    done = command("extract", "--json", *bad.arguments, folder=tmp_path, input=bad.piped)
    told = done.stderr.decode().splitlines()
    assert told[-1] == bad.told
    assert done.returncode == bad.code
    assert len(told) == 1 or bad.code == 2  # where the usage is shown


def make_run(folder: Path) -> dict[str, str]:
    """Make two articles and an older result, and give a shell the command and one without the superuser's rights."""
    (folder / "in").mkdir()
    for name in ("in/a.txt", "in/b.txt"):
        (folder / name).write_bytes(ARTICLE)
    (folder / "out.json").write_text("old", encoding="utf-8")
    path = os.pathsep.join([str(COMMAND.parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "ORDINARY": shlex.join(ORDINARY)}


@dataclass(frozen=True)
class BadRun:
    """A line of the shell, what is told, and the exit code."""

    line: str
    told: str
    code: int


REMEDY = "change its permissions, or copy it to where you may read it"
USAGE = "Usage: tradeparse extract [OPTIONS] [PATH]...\nTry 'tradeparse extract --help' for help.\n\nError: "
FORMATS = "'table', 'json', 'jsonl', 'csv', 'tsv', 'markdown', 'parquet'"
CUT_OFF = "so it is cut off; make room there, or write elsewhere"
RUNS = {
    "a file that may not be read": BadRun(
        "chmod 0 in/a.txt; $ORDINARY tradeparse extract in", f"in/a.txt: it may not be read; {REMEDY}\n", 3
    ),
    "a folder that may not be read": BadRun(
        "mkdir in/c; chmod 0 in/c; $ORDINARY tradeparse extract in", f"in/c: it may not be read; {REMEDY}\n", 3
    ),
    "a file that vanishes between listing and reading": BadRun(
        # more figures than a pipe holds stand before it, and nobody takes them for a while
        "for n in $(seq 60); do cp in/a.txt in/a$n.txt; done; { tradeparse extract in --json; echo $? >code; }"
        " | { sleep 1; rm in/b.txt; cat >figures; }; exit $(cat code)", f"in/b.txt: {MISSING}\n", 3,
    ),
    "input that is closed": BadRun(
        "tradeparse extract - <&-", "standard input: it is closed; name a file, or pipe an article in\n", 3
    ),
    "output that is closed": BadRun(
        "tradeparse extract in --json >&-",
        f"Error: the output could not be written (standard output is closed), {CUT_OFF}\n", 1
    ),
    "a closed pipe": BadRun(
        "{ sleep 1; tradeparse extract in --json; echo $? >code; } | true; sleep 2; exit $(cat code)", "", 0
    ),
    "a full disk behind standard output": BadRun(
        "tradeparse extract in --json >/dev/full",
        f"Error: the output could not be written (No space left on device), {CUT_OFF}\n", 1,
    ),
    "a full disk": BadRun(
        "ulimit -f 0; tradeparse extract in -o out.json",
        "out.json: it could not be written (File too large), so it is left as it was;"
        " make room there, or write elsewhere\n", 1,
    ),
    "no folder to write into": BadRun(
        "tradeparse extract in -o no/out.json",
        "no/out.json: there is no such folder to write into; make it first, or write elsewhere\n", 1,
    ),
    "an output that is a folder": BadRun(
        "tradeparse extract in/a.txt -f json -o in", "in: it is a folder; name a file in it\n", 1
    ),
    "an output that may not be written": BadRun(
        "chmod 400 out.json; $ORDINARY tradeparse extract in -o out.json", "out.json: it may not be written;"
        " change the permissions of the file or of its folder, or write elsewhere\n", 1
    ),
    "an output that is an input": BadRun(
        "tradeparse extract in -f jsonl -o in/b.txt",
        f"{USAGE}-o names 'in/b.txt', which is to be read; name another file\n", 2,
    ),
    "no day": BadRun(
        "tradeparse extract in --published 2021-02-29", f"{USAGE}Invalid value for '--published': '2021-02-29' is no"
        " day, month or year; give YYYY, YYYY-MM or YYYY-MM-DD, as in 2020-06-24\n", 2,
    ),
    "no format": BadRun(
        "tradeparse extract in -f xml",
        f"{USAGE}Invalid value for '-f' / '--format': 'xml' is not one of {FORMATS}.\n", 2
    ),
    "no field": BadRun(
        "tradeparse extract in --json --fields perod", f"{USAGE}Invalid value for '--fields': 'perod' is no field of a"
        " record; did you mean 'period'?\n", 2
    ),
    "no option": BadRun("tradeparse extract in --jsn", f"{USAGE}No such option '--jsn'. Did you mean '--json'?\n", 2),
    "no command": BadRun(
        "tradeparse extrat in", "Usage: tradeparse [OPTIONS] COMMAND [ARGS]...\nTry 'tradeparse --help' for help.\n\n"
        "Error: No such command 'extrat'. (Did you mean one of: 'extract', 'text'?)\n", 2
    ),
}  # fmt: skip


@pytest.mark.parametrize("bad", RUNS.values(), ids=[name.replace(" ", "-") for name in RUNS])
def test_bad_run(tmp_path: Path, bad: BadRun) -> None:
    settings = make_run(tmp_path)
    done = subprocess.run(
        ["sh", "-c", bad.line],
        cwd=tmp_path,
        env={name: value for name, value in settings.items() if name not in SETTINGS},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stderr.decode() == bad.told
    assert done.returncode == bad.code
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"


def test_a_folder_deeper_than_python_calls_itself(tmp_path: Path) -> None:
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(1100):
            os.mkdir("d", dir_fd=folder)
            folder, above = os.open("d", os.O_RDONLY, dir_fd=folder), folder
            os.close(above)
        with os.fdopen(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=folder), "wb") as file:
            file.write(ARTICLE)
        os.close(folder)
        done = command("extract", "d", "-f", "jsonl", folder=tmp_path)
        assert (done.stderr, len(records_of(done))) == (b"", len(QUOTES))
    finally:
        subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # pytest cannot take it away


@pytest.mark.parametrize("raw", [page().encode(), packed(page().encode())], ids=["plain", "packed"])
def test_a_page_without_the_extra(tmp_path: Path, raw: bytes) -> None:
    """What is to be installed is told, and everything else is read."""
    (tmp_path / "trafilatura.py").write_text("raise ImportError('no trafilatura here')", encoding="utf-8")
    (tmp_path / "a.html").write_bytes(raw)
    (tmp_path / "b.txt").write_bytes(ARTICLE)
    settings = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = command("extract", "a.html", "b.txt", "-f", "jsonl", folder=tmp_path, env=settings)
    assert done.stderr.decode() == (
        "a.html: web pages need more than is installed (no trafilatura here);"
        " install it: pip install 'tradeparse[html]'\n"
    )
    assert (done.returncode, len(records_of(done))) == (3, len(QUOTES))


def test_an_old_encoding_without_the_extra(tmp_path: Path) -> None:
    (tmp_path / "charset_normalizer.py").write_text("raise ImportError", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(ARTICLE.decode().encode("cp1252"))
    settings = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = command("extract", "a.txt", "-f", "jsonl", folder=tmp_path, env=settings)
    assert done.stderr.decode() == (
        "a.txt: it is not UTF-8: byte 73 cannot be read (invalid start byte);"
        " give its encoding (for example: --encoding cp949), or have it found: pip install 'tradeparse[html]'\n"
    )
    assert done.returncode == 3
    named = command("extract", "a.txt", "-f", "jsonl", "--encoding", "cp1252", folder=tmp_path, env=settings)
    assert (named.returncode, len(records_of(named))) == (0, len(QUOTES))


def test_an_article_that_is_not_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(entry()))
    done = command("text", "a.jsonl", "--article", "x", folder=tmp_path)
    told = "a.jsonl: no article in it has the id x; give the field article of one of its records\n"
    assert (done.stderr.decode(), done.returncode, done.stdout) == (told, 3, b"")


def test_messages_name_the_article_of_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(entry(date=None, text=BODY.replace("last month", "in August"))))
    done = command("extract", "a.jsonl", "-f", "jsonl", folder=tmp_path)
    told = "a.jsonl: article a-1: 4 figures name a month but no year; give --published YYYY[-MM[-DD]]\n"
    assert (done.stderr.decode(), done.returncode) == (told, 0)
