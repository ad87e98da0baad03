"""Archives stream: what is read leaves at once, and memory does not grow with the number of articles."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers import COMMAND, QUOTES, entry, lines
from tradeparse.articles.archives import Entry, read_elements, read_lines

FEW, MANY = 500, 4500
OTHER = {"text": "The ministry opened a school for sailors in the port.", "page": "<p>Home</p>" * 250}
MOST_GROWTH = 4 << 20
"""Bytes; 4,000 articles more are 11 MB."""


def articles(count: int) -> Iterator[bytes]:
    """Give a line for each article: one in a hundred has figures, all differ."""
    for number in range(count):
        made = entry(id=number) if number % 100 == 0 else {**OTHER, "id": number, "title": f"Article {number}"}
        yield json.dumps(made).encode() + b"\n"


def run(pieces: Iterator[bytes], output: Path) -> tuple[int, int, int]:
    """Pipe pieces into the command; give its exit code, the records it printed and the most memory it took."""
    with output.open("wb") as file:
        running = subprocess.Popen(
            [COMMAND, "extract", "-f", "jsonl"], stdin=subprocess.PIPE, stdout=file, stderr=subprocess.DEVNULL
        )
        assert running.stdin is not None
        with running.stdin as pipe:
            for piece in pieces:
                pipe.write(piece)
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    return running.returncode, output.read_bytes().count(b"\n"), used.ru_maxrss * 1024


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell how much memory a process took")
@pytest.mark.parametrize("form", ["lines", "array"])
def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path, form: str) -> None:
    def pieces(count: int) -> Iterator[bytes]:
        if form == "lines":
            yield from articles(count)
            return
        yield b"["
        for number, line in enumerate(articles(count)):
            yield b"," * (number > 0) + line
        yield b"]"

    code, printed, least = run(pieces(FEW), tmp_path / "few")
    assert (code, printed) == (0, FEW // 100 * len(QUOTES))
    code, printed, most = run(pieces(MANY), tmp_path / "many")
    assert (code, printed) == (0, MANY // 100 * len(QUOTES))
    assert most - least < MOST_GROWTH, f"{(most - least) / (MANY - FEW):.0f} bytes more for each article"


def test_records_leave_before_the_next_article_comes() -> None:
    running = subprocess.Popen([COMMAND, "extract", "-f", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdin is not None
    assert running.stdout is not None
    with running.stdin as pipe, running.stdout as printed:
        for number in range(3):
            pipe.write(lines(entry(id=number)))
            pipe.flush()
            told = [json.loads(printed.readline()) for _ in QUOTES]
            assert [record["article"] for record in told] == [str(number)] * len(QUOTES)
    assert running.wait(30) == 0


def split(raw: bytes, limit: int = 1 << 20) -> list[Entry]:
    """Cut JSON into its articles."""
    return list(read_elements(BufferedReader(BytesIO(raw)), limit))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('a"\\[]{},é\n'), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.lists(st.dictionaries(st.text(st.sampled_from('a"\\[]{},'), max_size=4), VALUES, max_size=4), max_size=5)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(objects=OBJECTS, indent=st.sampled_from([None, 1]), escaped=st.booleans())
def test_json_is_cut_where_its_articles_end(
    objects: list[dict[str, object]], indent: int | None, escaped: bool
) -> None:
    array = json.dumps(objects, indent=indent, ensure_ascii=escaped).encode()
    assert [json.loads(one.raw or b"") for one in split(array)] == objects
    apart = b"\n".join(json.dumps(one, indent=indent, ensure_ascii=escaped).encode() for one in objects)
    found = split(apart)
    assert [json.loads(one.raw or b"") for one in found] == objects
    assert [one.alone for one in found] == [len(objects) == 1] * len(objects)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(raw=st.text(st.sampled_from('a"\\[]{}, \n'), max_size=60).map(str.encode))
def test_any_bytes_are_cut_without_loss(raw: bytes) -> None:
    """Whatever is no sign between articles is in one of them."""
    kept = b"".join(one.raw or b"" for one in split(raw))
    assert kept.count(b"a") == raw.count(b"a")


@pytest.mark.parametrize("size", [10, 200_000])
def test_what_is_too_long_is_left_out_and_the_rest_is_read(size: int) -> None:
    long = b'{"text": "' + b"x" * size + b'"}'
    raw = b'[{"a": 1}, ' + long + b', {"b": 2}]'
    assert [one.raw for one in split(raw, limit=12)] == [b'{"a": 1}', None, b'{"b": 2}']
    found = read_lines(BufferedReader(BytesIO(b'{"a": 1}\n' + long + b'\n\n{"b": 2}')), 12)
    assert [(one.place, one.raw) for one in found] == [
        ("line 1", b'{"a": 1}'),
        ("line 2", None),
        ("line 4", b'{"b": 2}'),
    ]
