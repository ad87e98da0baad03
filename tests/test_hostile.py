"""No text makes the reader slow or stop: time grows with length alone, and whatever is read is told of truly."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from case_tables import figure_of, misplaced
from tradeparse import extract

# Both sides and a number, so that no text is put aside before it is read.
LEAD = "BEIJING, June 20, 2020 (Wire) -- China's exports to North Korea were worth $5 million in May. "
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
SENTENCE = "China's exports to North Korea rose 5 percent to $6 million in May from a year earlier. "

RUNS = {
    "digits": "7",
    "lone digits": "7 ",
    "digits and commas": "1,",
    "groups of digits": "1,234,",
    "decimals without end": "1.",
    "fractions of fractions": "1/",
    "commas": ",",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "line ends": "\n",
    "points": ".",
    "dollar signs": "$ ",
    "percent signs": "%",
    "millions": "million ",
    "amounts": "$5 million ",
    "amounts and commas": "$5 million, ",
    "amounts and ands": "$5 million and ",
    "percentages": "5 percent, ",
    "numbers in words": "one ",
    "decimals in words": "one-point-two ",
    "multiples": "5-fold ",
    "times": "5 times ",
    "from": "from ",
    "up from": "up from $5 million ",
    "hedges": "nearly about ",
    "years": "2019 ",
    "dates": "May 5, 2019 ",
    "weekdays": "on Monday ",
    "months to months": "May to June ",
    "names of one side": "China ",
    "names of both sides": "North Korea-China ",
    "flows": "imports and exports ",
    "flows from": "imports from ",
    "goods": "coal and iron ore, ",
    "clauses": "exports rose 5 percent; ",
    "clauses in contrast": "exports rose 5 percent while ",
    "clauses of parts": "of which coal made up $5 million, ",
    "respectively": "5 and 6 percent in May and June, respectively, ",
    "short sentences": "Exports rose 5 percent. ",
    "open brackets": "(",
    "amounts in open brackets": "($5 million ",
    "quotes": '"a ',
    "colons": "Trade: ",
    "bullets": "- coal: $5 million\n",
    "rows": "May      12.1    13.4\n",
    "cells": "| 5 ",
    "related links": "RELATED North Korea's imports up 5 percent\n",
    "datelines": "SEOUL, June 5 (Wire) -- Exports rose 5 percent.\n\n",
    "posts": "Monday, December 28th, 2015\n\nExports to China rose 5 percent.\n\n",
    "capitals": "U.S. ",
    "one long word": "a",
}
LENGTH = 6_000
LARGEST_RATIO = 3.0


def seconds(text: str, runs: int) -> float:
    """The time of a middling run, of this process alone."""
    taken: list[float] = []
    while len(taken) < runs and sum(taken) < 1:
        start = time.process_time()
        extract(text)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def assert_linear(make: Callable[[int], str], count: int, runs: int = 3) -> None:
    """Twice the text takes less than three times as long; a busy machine gets four more chances."""
    short, long = make(count), make(2 * count)
    ratios: list[float] = []
    while len(ratios) < 5 and not (ratios and ratios[-1] < LARGEST_RATIO):
        taken = seconds(long, runs)
        ratios.append(taken / seconds(short, runs))
        if taken > 1.5 and runs > 1:
            break
    assert ratios[-1] < LARGEST_RATIO, f"twice the text takes {ratios[-1]:.1f} times as long: {taken:.2f} seconds"


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> None:
    extract(LEAD)  # what is loaded at first use is no part of what is measured


@pytest.mark.parametrize("run", RUNS.values(), ids=[name.replace(" ", "-") for name in RUNS])
def test_time_grows_with_length(run: str) -> None:
    """Long runs of what rules look for, again and again."""
    assert_linear(lambda count: LEAD + run * count, LENGTH // len(run))


def test_time_grows_with_different_figures() -> None:
    """Figures that differ, so that nothing is merged, one paragraph each."""
    sentences = [SENTENCE.replace("5", f"{5 + number / 10}").replace("6", str(number + 7)) for number in range(240)]
    assert_linear(lambda count: LEAD + "\n\n".join(sentences[:count]), 120)


def test_time_grows_with_one_long_line() -> None:
    """300 KB of trade sentences without a line end."""
    assert_linear(lambda count: LEAD + SENTENCE * count, 150_000 // len(SENTENCE), runs=1)


def test_time_grows_with_months_in_a_row() -> None:
    """10,000 months."""
    names = [MONTHS[number % len(MONTHS)] for number in range(10_000)]
    assert_linear(lambda count: f"{LEAD}In {' '.join(names[:count])} trade fell.", 5_000, runs=1)


def test_brackets_in_brackets() -> None:
    """200 deep, and the sentence after them is read."""
    text = f"{'(' * 200}not a figure{')' * 200}\n\n{LEAD}"
    assert [str(figure_of(record)) for record in extract(text)] == ["imports - 2020-05 value 5000000 USD exact"]


ODD = {
    "superscript digits": "² ²²² 5² million",
    "digits of another script": "٣٣ million ٣ percent",
    "full-width digits": "３３ million ５ percent ＄５ million",
    "vulgar fractions": "½ 5½ percent ⅓ of that",
    "a number beyond all": f"${'9' * 5000} million {'9' * 5000} percent",
    "commas beyond all": f"${'1,000,' * 500}000 million",
    "a decimal beyond all": f"$0.{'0' * 5000}1 million",
    "years out of range": "in 0000, in December 9999, from May 0001, in the 9999 months before",
    "days that are none": "on February 30, 2020, on 31 June 2021, on 2020-13-45, on 13/13/2020, on June 0, on May 00",
    "datelines of days that are none": "SEOUL, June 0 (Wire) -- Trade fell in 2019, the office said on Monday.",
    "counts of none": "in the first 0 months of 2020, over 0 years, 0 months earlier, in the 13th month",
    "counts beyond all": "in the first 400 months of 2020, 99999 years earlier, 12345678 months ago, ten thousand-fold",
    "unpaired surrogates": "\ud800 5 million \udfff percent",
    "control characters": "\x00 5 million\x0b\x0c\x1c\x85 percent\u2028 up\u2029",
    "marks upon marks": "e" + "\u0301" * 500,
    "directions of writing": "\u202e$5 million\u202c \u200f5 percent",
    "zero-width characters": "$5\u200bmillion 5\u2060percent\ufeff",
    "only signs": "$%()[]{}<>|/\\-–—.,;:!?'\"“”‘’",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=[name.replace(" ", "-") for name in ODD])
@pytest.mark.parametrize("place", ["{0}{1}", "{1} {0}", "{0}\n\n{1}\n\n{0}"], ids=["end", "start", "between"])
def test_odd_text_stops_nothing(place: str, odd: str) -> None:
    """Nothing is raised, and the figure beside it is still one of North Korea's imports."""
    text = place.format(LEAD, odd)
    records = extract(text)
    assert misplaced(text, records) == []
    assert any(record.quote == "$5 million" and record.flow == "imports" for record in records)


def test_goods_with_a_lone_surrogate() -> None:
    """A text of another program's making may hold one, and a record's id is made of its goods."""
    (record,) = extract("China's imports of coa\ud800l from North Korea rose to $5 million in May 2020.")
    assert record.commodity == "coa\ud800l"


WORDS = """
China North-Korea China's North the Chinese Pyongyang Beijing DPRK South-Korea's Russia its their the-two-countries
imports exports trade deficit surplus shipments goods coal rice oil bought sold exported imported worth totaled rose
fell grew up down by to from of in on at than and or with while which before after more less nearly about over under
doubled halved tripled tenfold twice half third three-times percent % pct. million billion mn m tons barrels yuan won
$ US$ dollars USD a-year-earlier the-previous-month last-month last-year this-year year-on-year on-month ago months
the-first-quarter the-first-five-months January-May January May Dec. 2019 2020 Monday June-5 the same period it said
respectively compared customs data ( ) [ ] | - -- – — , . ; : ' " “ ” ? 0 1 3.5 12,345 0.0 one two ten point hundred
January-to-March end 5,, 1.2.3 --- |---| N. U.S. ² ½ Q1 H1
""".split()  # noqa: SIM905 - a hundred quotes would hide the words
PIECES = st.sampled_from([word.replace("-", " ") if word[0].isalpha() else word for word in WORDS])
GAPS = st.sampled_from([" "] * 12 + ["", "\n", "\n\n", "-", ", ", ". "])
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=40).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
LEADS = st.sampled_from(
    ["", LEAD, "China's trade with North Korea\n\nJune 20, 2020\n\n", "In 2019 China and North Korea "]
)
THOROUGH = settings(max_examples=300, deadline=None, derandomize=True)


@THOROUGH
@given(lead=LEADS, words=TEXTS)
def test_any_words_are_read_truly(lead: str, words: str) -> None:
    """Nothing is raised; quotes, lines and sentences are where they are said to be; the same text, the same records."""
    text = lead + words
    records = extract(text)
    assert misplaced(text, records) == []
    assert len({record.id for record in records}) == len(records)
    assert extract(text) == records
    for record in records:
        assert all(0 <= start < end <= len(text) for start, end in record.also)
        assert record.quote.strip() == record.quote
        assert "".join(record.quote.split()) in "".join(record.sentence.split())
        assert record.line == text.count("\n", 0, record.start) + 1


@THOROUGH
@given(text=st.text(max_size=200))
def test_any_characters_are_read(text: str) -> None:
    """Nothing is raised whatever the characters, and quotes are where they are said to be."""
    text = LEAD + text
    assert misplaced(text, extract(text)) == []
