"""Pages cut into sections and blocks: whole small pages, and lines of furniture wherever they stand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tradeparse.articles import DateCandidate, Section, parse, segment

CASES = Path(__file__).parent / "cases"
HEADLINE = "Coal sales to China fall by a third in March"
PARAGRAPHS = (
    "North Korea sold a third less coal to China in March than a year earlier, customs data showed on Thursday.",
    "The shipments were worth $61.2 million, against $92 million in March last year.",
    "Traders in the port said that prices had fallen as well.",
)
DATELINE = "SHENYANG, April 18 (Wire) -- "
SEPARATORS = {"blank line": "\n\n", "line end": "\n"}


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"articles_{name}.toml").read_text(encoding="utf-8"))


def squeezed(words: str) -> str:
    return " ".join(words.split())


def written(date: DateCandidate) -> str:
    parts = [str(date.year or "?")]
    parts += [f"{part:02}" for part in (date.month, date.day) if part is not None]
    return f"{date.origin} {'-'.join(parts)}"


def blocks_of(text: str, sections: tuple[Section, ...]) -> list[str]:
    found: list[str] = []
    for number, section in enumerate(sections):
        found += ["---"] if number else []
        found += [f"{block.kind}: {squeezed(text[block.span.start : block.span.end])}" for block in section.blocks]
    return found


def dates_of(sections: tuple[Section, ...]) -> list[str]:
    found: list[str] = []
    for number, section in enumerate(sections):
        found += ["---"] if number else []
        found += [written(date) for date in section.dates]
    return found


def texts_of(text: str) -> list[str]:
    return [block.removeprefix("text: ") for block in blocks_of(text, segment(text)[1]) if block.startswith("text: ")]


PAGES = load("pages")["case"] + load("scripts")["case"]
FURNITURE = load("furniture")


@pytest.mark.parametrize("case", PAGES, ids=[case["name"] for case in PAGES])
def test_page(case: dict[str, Any]) -> None:
    article = parse(case["text"], "page.txt")
    assert blocks_of(article.text, article.sections) == case["blocks"]
    assert (article.title or "") == case["title"]
    assert dates_of(article.sections) == case.get("dates", [])


@pytest.mark.parametrize("case", PAGES, ids=[case["name"] for case in PAGES])
def test_blocks_lie_in_the_text_and_apart(case: dict[str, Any]) -> None:
    text = case["text"]
    end = 0
    for section in segment(text)[1]:
        for block in section.blocks:
            assert end <= block.span.start < block.span.end <= len(text)
            words = text[block.span.start : block.span.end]
            assert words == words.strip()
            end = block.span.end
        for date in section.dates:
            assert text[date.span.start : date.span.end].strip()


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("place", ["above", "below", "between", "foot"])
@pytest.mark.parametrize("line", FURNITURE["junk"])
def test_furniture_is_told_apart_wherever_it_stands(line: str, place: str, separator: str) -> None:
    first, *others = (DATELINE + PARAGRAPHS[0], *PARAGRAPHS[1:])
    page = {
        "above": [line, HEADLINE, first, *others],
        "below": [HEADLINE, line, first, *others],
        "between": [HEADLINE, first, line, *others],
        "foot": [HEADLINE, first, *others, line],
    }[place]
    text = separator.join(page)
    title, sections = segment(text)
    article = [block for block in blocks_of(text, sections) if not block.startswith("furniture: ")]
    assert title == HEADLINE
    assert article == [f"title: {HEADLINE}", *(f"text: {paragraph}" for paragraph in PARAGRAPHS)]
    assert dates_of(sections) == ["dateline ?-04-18"]


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("sentence", FURNITURE["prose"])
def test_sentence_of_the_article_is_no_furniture(sentence: str, separator: str) -> None:
    expected = sentence.removeprefix("1. ")
    first, *others = PARAGRAPHS
    assert expected in texts_of(separator.join([HEADLINE, DATELINE + first, sentence, *others]))
    assert expected in texts_of(separator.join([HEADLINE, DATELINE + first, *others, sentence]))
