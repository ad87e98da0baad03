"""Every kind of good input gives the article's figures, and its offsets count in what `tradeparse text` prints."""

from __future__ import annotations

import codecs
import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from readers import BODY, DAY, QUOTES, TEXT, TITLE, command, entry, lines, packed, page, records_of
from tradeparse import extract, read
from tradeparse.articles import InputError, InputOptions

DATELINE = f"SEOUL, Sept. 20, 2023 (Wire) -- {BODY}"
META = '<meta property="article:published_time" content="2023-09-20T08:00:00+09:00">'
DECLARED = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
KOREAN = "북한의 대중 수입은 8월에 1억6285만 달러로 전월보다 4.1% 늘었다. 중국 해관 자료에 따르면 수출도 늘었다.\n"
CHINESE = "中国8月对朝鲜出口1.6285亿美元，环比增长4.1%。海关数据显示，进口也有所增长。\n"
JAPANESE = "北朝鮮の8月の対中輸入は前月より4.1％増えたことが分かった。中国の税関当局が発表したデータによる。\n"


@dataclass(frozen=True)
class Good:
    """A file, the options that it is read with, and the id that its article has."""

    name: str
    raw: bytes
    options: tuple[str, ...] = ()
    id: str | None = None
    title: str | None = TITLE


def plain(text: str) -> bytes:
    return f"{TITLE}\n\n{text}".encode()


GOOD = {
    "plain text": Good("a.txt", plain(DATELINE)),
    "Markdown": Good("a.md", f"# {TITLE}\n\n{DATELINE}".encode()),
    "no known name": Good("article", plain(DATELINE)),
    "UTF-8 with a mark": Good("a.txt", codecs.BOM_UTF8 + plain(DATELINE)),
    "UTF-16 with a mark": Good("a.txt", plain(DATELINE).decode().encode("utf-16")),
    "UTF-16, big end first": Good("a.txt", codecs.BOM_UTF16_BE + plain(DATELINE).decode().encode("utf-16-be")),
    "UTF-16 without a mark": Good("a.txt", plain(DATELINE).decode().encode("utf-16-le")),
    "UTF-32": Good("a.txt", plain(DATELINE).decode().encode("utf-32")),
    "Windows-1252": Good("a.txt", plain(DATELINE).decode().encode("cp1252")),
    "Windows-1252 by option": Good("a.txt", plain(DATELINE).decode().encode("cp1252"), ("--encoding", "latin-1")),
    "EUC-KR": Good("a.txt", plain(DATELINE + KOREAN * 3).decode().encode("cp949")),
    "EUC-KR by option": Good("a.txt", plain(DATELINE + "무역").decode().encode("cp949"), ("--encoding", "euc-kr")),
    "GB18030": Good("a.txt", plain(DATELINE + CHINESE * 3).decode().encode("gb18030")),
    "Shift_JIS": Good("a.txt", plain(DATELINE.replace("--", "-") + JAPANESE * 5).decode().encode("cp932")),
    "packed text": Good("a.txt.gz", packed(plain(DATELINE))),
    "packed under another name": Good("a.txt", packed(plain(DATELINE))),
    "packed in two parts": Good("a.txt.gz", packed(plain(DATELINE)[:99]) + packed(plain(DATELINE)[99:])),
    "a page": Good("a.html", page(META).encode()),
    "a page under another name": Good("a.txt", page(META).encode()),
    "a page with a mark": Good("a.htm", codecs.BOM_UTF8 + page(META).encode()),
    "a page in UTF-16": Good("a.htm", page(META).encode("utf-16")),
    "a page that declares its encoding": Good(
        "a.html", page(META + DECLARED.format("ks_c_5601-1987"), body=BODY + KOREAN).encode("cp949")
    ),
    "a page in an encoding that is found": Good("a.html", page(META).encode("cp1252")),
    "a packed page": Good("a.html.gz", packed(page(META).encode())),
    "a page below comments": Good("a.html", b"<?xml version='1.0'?>\n<!-- saved -->\n" + page(META).encode()),
    "a page as text": Good("a.html", plain(DATELINE), ("--input-format", "text")),
    "JSON": Good("a.json", json.dumps(entry(), indent=2).encode()),
    "JSON on one line": Good("a.json", json.dumps(entry()).encode() + b"\n\n"),
    "JSON under another name": Good("a.txt", json.dumps(entry(), indent=2).encode()),
    "JSON in UTF-16": Good("a.json", json.dumps(entry(), ensure_ascii=False).encode("utf-16")),
    "JSON in UTF-16 by option": Good(
        "a.json", json.dumps(entry()).encode("utf-16-le"), ("--encoding", "utf-16")
    ),
    "JSON in another encoding": Good(
        "a.json", json.dumps(entry(), ensure_ascii=False).encode("cp1252"), ("--encoding", "cp1252")
    ),
    "a JSON array": Good("a.json", json.dumps([entry(), {"text": "Nothing."}]).encode(), id="a-1"),
    "JSON Lines": Good("a.jsonl", lines(entry(), {"text": "Nothing."}), id="a-1"),
    "JSON Lines named JSON": Good("a.json", lines(entry(), {"text": "Nothing."}), id="a-1"),
    "JSON Lines of another name": Good("a.ndjson", lines(b"", entry()), id="a-1"),
    "JSON Lines with a mark": Good("a.jsonl", codecs.BOM_UTF8 + lines(entry()), id="a-1"),
    "JSON Lines in UTF-16": Good("a.jsonl", lines(entry()).decode().encode("utf-16"), id="a-1"),
    "JSON Lines in another encoding": Good(
        "a.jsonl", json.dumps(entry(), ensure_ascii=False).encode("cp1252"), ("--encoding", "cp1252"), id="a-1"
    ),
    "packed JSON Lines": Good("a.jsonl.gz", packed(lines(entry())), id="a-1"),
    "no title": Good("a.jsonl", lines(entry(title=None)), id="a-1", title=None),
    "an address as the id": Good("a.jsonl", lines(entry(id=None, url="https://x.test/1")), id="https://x.test/1"),
    "a number as the id": Good("a.jsonl", lines(entry(id=17)), id="17"),
    "no id": Good("a.jsonl", lines(b"", entry(id=None)), id="2"),
    "other usual keys": Good(
        "a.jsonl",
        lines({"link": "x", "headline": TITLE, "publishedAt": "2023-09-20T01:00:00Z", "content": BODY}),
        id="x",
    ),
    "keys that are named": Good(
        "a.jsonl",
        lines({"id": 1, "nr": "n", "t": TITLE, "on": DAY, "words": BODY, "text": "no", "title": "no", "date": "1999"}),
        ("--text-key", "words", "--title-key", "t", "--date-key", "on", "--id-key", "nr"),
        id="n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("good", GOOD.values(), ids=[name.replace(" ", "-") for name in GOOD])
def test_good_input(tmp_path: Path, good: Good) -> None:
    (tmp_path / good.name).write_bytes(good.raw)
    done = command("extract", good.name, "-f", "jsonl", *good.options, folder=tmp_path)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    records = records_of(done)
    assert [record["quote"] for record in records] == QUOTES
    article = [] if good.id is None else ["--article", good.id]
    text = command("text", good.name, *article, *good.options, folder=tmp_path).stdout.decode()
    assert "�" not in text
    for record in records:
        assert text[record["start"] : record["end"]] == record["quote"]
        assert (record["source"], record["article"]) == (good.name, good.id)
        assert (record["published"], record["period"]) == (DAY, "2023-08")
        if good.title is not None:
            assert record["title"] == good.title


@pytest.mark.parametrize("name", ["plain text", "packed page", "JSON Lines", "packed JSON Lines", "a JSON array"])
@pytest.mark.parametrize("path", [(), ("-",)], ids=["no path", "a dash"])
def test_a_pipe_is_told_by_its_content(tmp_path: Path, name: str, path: tuple[str, ...]) -> None:
    good = GOOD[name] if name in GOOD else GOOD["a " + name]
    done = command("extract", "-f", "jsonl", *path, folder=tmp_path, input=good.raw)
    records = records_of(done)
    assert [record["quote"] for record in records] == QUOTES
    assert {(record["source"], record["article"]) for record in records} == {("-", good.id)}


def test_an_archive_and_the_texts_of_its_articles(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        lines(entry(text="One.\n"), entry(id="\x1b[2J", text="Two."), {"text": "Three."})
    )
    done = command("text", "a.jsonl", folder=tmp_path)
    assert done.stdout.decode() == "==> a-1 <==\nOne.\n\n==> \\x1b[2J <==\nTwo.\n\n==> 3 <==\nThree.\n"
    assert command("text", "a.jsonl", "--article", "3", folder=tmp_path).stdout == b"Three."


def test_a_folder_is_walked_for_every_kind(tmp_path: Path) -> None:
    names = ["b/2.md", "b/10.html", "a.JSON", "c.jsonl.gz", "d.txt", "e.ndjson", "f.htm", "g.txt.gz"]
    kept_out = [".x.txt", ".y/z.txt", "n.csv", "m.gz", "b/.q.md", "README"]
    for name in [*names, *kept_out]:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        kind = name.lower()
        raw = page(META).encode() if ".htm" in kind else lines(entry()) if "json" in kind else plain(DATELINE)
        path.write_bytes(packed(raw) if kind.endswith(".gz") else raw)
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    done = command("extract", "in", "-f", "jsonl", folder=tmp_path)
    assert done.stderr == b""
    sources = list(dict.fromkeys(record["source"] for record in records_of(done)))
    assert sources == [f"in/{name}" for name in sorted(names, key=lambda name: name.split("/"))]


def test_a_list_names_paths(tmp_path: Path) -> None:
    odd = os.fsdecode(b"caf\xe9.txt")
    for name in ("a.txt", "b.txt", "c/d.txt", odd):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(plain(DATELINE))
    named = b"b.txt\r\n\nc\n" + os.fsencode(odd) + b"\n"
    (tmp_path / "list").write_bytes(named)
    expected = ["a.txt", "b.txt", "c/d.txt", odd]
    for done in (
        command("extract", "a.txt", "--from-file", "list", "-f", "jsonl", folder=tmp_path),
        command("extract", "a.txt", "--from-file", "-", "-f", "jsonl", folder=tmp_path, input=named),
    ):
        assert done.returncode == 0
        assert list(dict.fromkeys(record["source"] for record in records_of(done))) == expected


def test_one_bad_article_costs_no_other(tmp_path: Path) -> None:
    bad = [b'{"text": "cut', b"[1]", b"\xff\x81", b'{"text": 5}', b'{"text": "' + b"x" * 5000 + b'"}']
    mixed = [piece for one in bad for piece in (one, entry())]
    (tmp_path / "a.jsonl").write_bytes(lines(*mixed))
    elements = [piece for one in bad[1:2] + bad[3:] for piece in (one, json.dumps(entry()).encode())]
    (tmp_path / "b.json").write_bytes(b"[" + b",\n".join(elements) + b"]")
    done = command("extract", "a.jsonl", "b.json", "-f", "jsonl", "--max-article-bytes", "4000", folder=tmp_path)
    assert done.returncode == 3
    assert [record["quote"] for record in records_of(done)] == QUOTES * (5 + 3)
    assert [told.split(": ")[1].split(" ")[1] for told in done.stderr.decode().splitlines()] == [*"1357913", "5"]


def test_python_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(entry(), b"{", entry(id=2)))
    told: list[InputError] = []
    articles = list(read(path, tell=told.append))
    assert [article.id for article in articles] == ["a-1", "2"]
    assert [error.what for error in told] == [
        "line 2: it is no JSON (Expecting property name enclosed in double quotes, character 2)"
    ]
    assert [record.quote for record in extract(articles[0])] == QUOTES
    with pytest.raises(InputError, match="line 2"):
        list(read(path))
    (whole,) = read(path, InputOptions(kind="text"))
    assert whole.text.startswith('{"id"')


def test_a_dateline_counts_before_the_data_and_the_text_may_contradict_them(tmp_path: Path) -> None:
    """What DESIGN.md says of the trust in dates."""
    cases = {
        "dateline": (DATELINE.replace("Sept. 20, 2023", "Oct. 20, 2022"), "2022-10-20", "2022-09"),
        "dateline without a year": (DATELINE.replace("Sept. 20, 2023", "Sept. 19"), "2023-09-19", "2023-08"),
        "contradiction": (f"In July 2022, {BODY.replace(' last month', '')}", None, "2022-07"),
    }
    for text, published, period in cases.values():
        (tmp_path / "a.json").write_text(json.dumps(entry(text=text)), encoding="utf-8")
        records = records_of(command("extract", "a.json", "-f", "jsonl", folder=tmp_path))
        assert {(record["published"], record["period"]) for record in records} == {(published, period)}
    (tmp_path / "a.json").write_text(json.dumps(entry()), encoding="utf-8")
    done = command("extract", "a.json", "-f", "jsonl", "--published", "2021-05", folder=tmp_path)
    assert {(record["published"], record["period"]) for record in records_of(done)} == {("2021-05", "2021-04")}


DAYS = {
    "open graph": (META, DAY),
    "a name": ('<meta name="pubdate" content="20230920">', DAY),
    "linked data": ('<script type="application/ld+json">{"datePublished": "2023-09-20T08:00"}</script>', DAY),
    "linked data that disagree": (
        '<script type="application/ld+json">[{"datePublished": "2023-09-20"},{"datePublished": "2022-09-20"}]</script>',
        None,
    ),
    "a month alone": ('<meta name="date" content="2023-09">', "2023-09"),
    "the day of a change": ('<meta property="article:modified_time" content="2023-09-20">', None),
    "the surest first": ('<meta name="date" content="2024-01-01">' + META, DAY),
    "no day at all": ('<meta name="date" content="today">', None),
}


@pytest.mark.parametrize(("head", "day"), DAYS.values(), ids=[name.replace(" ", "-") for name in DAYS])
def test_the_day_that_a_page_declares(tmp_path: Path, head: str, day: str | None) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(head), encoding="utf-8")
    (article,) = read(path)
    assert {record.published for record in extract(article)} == {day}
    assert article.text.startswith(TITLE)
    assert "Home" not in article.text
    assert TEXT.splitlines()[2] in article.text
