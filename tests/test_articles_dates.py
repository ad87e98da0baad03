"""Dates of an article: datelines, lines that give a date, and what is neither."""

from __future__ import annotations

import textwrap

import pytest

from test_articles_pages import blocks_of, dates_of, load, squeezed, texts_of
from tradeparse.articles import segment

HEADLINE = "Coal sales to China fall by a third in March"
SENTENCE = "Coal sales to China fell by a third in May, customs data showed."
LONG = (
    "The North sold coal worth $12 million in the month, against $18 million a year earlier, and the price that "
    "buyers in the port of Dalian paid for it was lower than ever before, according to the customs office."
)
LAST = "Traders said that more was to come."
TOPS = {
    "no headline": "",
    "headline": "Coal sales fall again\n\n",
    "headline right above": "Coal sales fall again\n",
    "caption": "A truck at the border. File photo by Harbor Daily\n\n",
    "standfirst": "Coal sales fall again\n\nMore is to come, traders say.\n\n",
}
DATELINES = load("datelines")
LINES = load("dates")


@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
@pytest.mark.parametrize("case", DATELINES["case"], ids=lambda case: str(case["starts"]))
def test_dateline_is_cut_off_and_gives_its_day(case: dict[str, str], top: str) -> None:
    text = f"{top}{case['starts']}{SENTENCE}\n\n{LAST}"
    sections = segment(text)[1]
    assert SENTENCE in texts_of(text)
    assert len(sections) == 1
    assert dates_of(sections) == ([] if case["day"] == "-" else [f"dateline {case['day']}"])


@pytest.mark.parametrize("top", ["", "Coal sales fall again\n\n"], ids=["no headline", "headline"])
@pytest.mark.parametrize("case", DATELINES["kept"], ids=lambda case: str(case["text"]))
def test_sentence_that_is_like_a_dateline_is_kept_whole(case: dict[str, str], top: str) -> None:
    text = f"{top}{case['text']}\n\n{LAST}"
    assert texts_of(text)[0] == case["text"]
    assert dates_of(segment(text)[1]) == []


@pytest.mark.parametrize("case", DATELINES["case"], ids=lambda case: str(case["starts"]))
def test_dateline_in_lines_of_a_fixed_width(case: dict[str, str]) -> None:
    expected = [] if case["day"] == "-" else [f"dateline {case['day']}"]
    for width in (50, 60, 66, 72, 80):
        text = f"{textwrap.fill(case['starts'] + SENTENCE, width)}\n\n{textwrap.fill(LONG, width)}"
        sections = segment(text)[1]
        assert [squeezed(words) for words in texts_of(text)] == [SENTENCE, LONG], width
        assert dates_of(sections) == expected, width


@pytest.mark.parametrize("order", ["below the headline", "above the headline"])
@pytest.mark.parametrize("separator", ["\n\n", "\n"], ids=["blank line", "line end"])
@pytest.mark.parametrize("case", [case for case in LINES["case"] if case["dates"]], ids=lambda case: str(case["line"]))
def test_date_line_is_furniture_and_gives_its_day(case: dict[str, str], separator: str, order: str) -> None:
    top = [HEADLINE, case["line"]] if order == "below the headline" else [case["line"], HEADLINE]
    text = separator.join([*top, SENTENCE])
    title, sections = segment(text)
    assert title == HEADLINE
    assert dates_of(sections) == case["dates"]
    article = [block for block in blocks_of(text, sections) if not block.startswith("furniture: ")]
    assert article == [f"title: {HEADLINE}", f"text: {SENTENCE}"]


@pytest.mark.parametrize("line", [case["line"] for case in LINES["none"]])
def test_other_dates_are_no_candidates(line: str) -> None:
    assert dates_of(segment("\n\n".join([HEADLINE, SENTENCE, line, LAST]))[1]) == []
    assert dates_of(segment("\n\n".join([HEADLINE, line, SENTENCE, LAST]))[1]) == []


@pytest.mark.parametrize("day", ["31/02/2017", "June 0", "June 31, 2017", "0 June 2017", "2017-00-05", "May 00, 2017"])
def test_date_that_no_calendar_has(day: str) -> None:
    assert dates_of(segment(f"{HEADLINE}\n\n{day}\n\n{SENTENCE}")[1]) == []
    assert dates_of(segment(f"{HEADLINE}\n\nSEOUL, {day} (Wire) -- {SENTENCE}")[1]) == []


def test_dateline_is_trusted_before_a_header_and_a_header_before_the_page() -> None:
    text = f"March 6, 2013\nHome | News\n{HEADLINE}\nMay 7, 2012\nSEOUL, May 5, 2012 (Wire) -- {SENTENCE}\nMay 9, 2014"
    assert dates_of(segment(text)[1])[:2] == ["dateline 2012-05-05", "header 2012-05-07"]
    assert "page 2013-03-06" in dates_of(segment(text)[1])


def test_spans_of_dates_hold_the_words() -> None:
    text = f"date 2012-05-08 {HEADLINE}\r\n\r\n  Published : May 7, 2012\r\n\r\nSEOUL, May 5 (Wire) -- {SENTENCE}"
    found = [text[date.span.start : date.span.end] for date in segment(text)[1][0].dates]
    assert found == ["May 5", "May 7, 2012", "2012-05-08"]
