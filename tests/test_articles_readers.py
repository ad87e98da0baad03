"""Bytes and files: what is decoded, what is found in folders, and what is said of what cannot be read."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path

import pytest

from tradeparse.articles import ContentError, InputError, find_articles, parse, read, read_text

TEXT = "Trade up\r\n\r\nTrade rose 5 percent, to 3 million yuan — 무역.\n"


def test_utf_8_with_and_without_a_mark() -> None:
    assert read_text(TEXT.encode()) == TEXT
    assert read_text(codecs.BOM_UTF8 + TEXT.encode()) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_a_mark(encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else codecs.BOM_UTF16_BE
    assert read_text(mark + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "raw", ["무역".encode("cp949"), "贸易".encode("gb18030"), b"ok \xff\x81", codecs.BOM_UTF16_LE + b"a"]
)
def test_other_bytes_are_refused_with_their_place_and_a_remedy(raw: bytes) -> None:
    with pytest.raises(ContentError, match=r"byte \d+ .*UTF-8.*iconv") as caught:
        read_text(raw)
    assert isinstance(caught.value, ValueError)


def test_place_of_the_first_wrong_byte_counts_from_the_start_of_the_file() -> None:
    with pytest.raises(ContentError, match="byte 6 "):
        read_text(codecs.BOM_UTF8 + b"abc\xff")


def test_parse_keeps_the_text_and_its_source() -> None:
    article = parse(TEXT, "a.txt")
    assert (article.source, article.id, article.text, article.title) == ("a.txt", None, TEXT, "Trade up")


def test_read_gives_one_article_with_the_path_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + TEXT.encode())
    (article,) = read(path)
    assert article.text == TEXT
    assert article.source == str(path)


def test_read_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="ascii"))
    (article,) = read("-")
    assert (article.source, article.text) == ("-", TEXT)


def test_folders_are_searched_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", "a.txt", ".hidden.txt", ".git/x.txt", "note.csv", "C.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    other = tmp_path / "note.csv"
    found = list(find_articles([other, tmp_path, "-"]))
    names = [str(Path(path).relative_to(tmp_path)) for path in found[1:-1]]
    assert (found[0], found[-1]) == (str(other), "-")
    assert names == ["C.TXT", os.path.join("a", "10.txt"), os.path.join("a", "2.txt"), "a.txt", "b.txt"]  # noqa: PTH118


def test_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        list(find_articles([tmp_path]))
    assert (caught.value.path, ".txt" in caught.value.what, bool(caught.value.remedy)) == (str(tmp_path), True, True)


@pytest.mark.parametrize(
    ("content", "what"),
    [(None, "no such file"), (b"", "empty"), (b" \r\n\t\n", "empty"), ("무역".encode("cp949"), "byte 0")],
    ids=["missing", "empty", "white space", "other encoding"],
)
def test_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, what: str) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=what) as caught:
        list(read(str(path)))
    assert caught.value.path == str(path)
    assert caught.value.remedy


def test_folder_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder"):
        list(read(tmp_path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        list(read(path))
