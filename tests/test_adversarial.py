"""No pattern can be made slow: its own beginnings, again and again, in units of the time of news of that length."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable

import pytest

from adversarial import character_texts, word_texts
from tradeparse import extract

LEAD = "BEIJING, June 20, 2020 (Wire) -- China's exports to North Korea were worth $5 million in May.\n\n"
NEWS = "China's exports to North Korea rose 5 percent to $6 million in May from a year earlier. "
PROSE = "The sailors who came back to the port that evening spoke of long nights, cold food and a lost sail. "
SHORT, LONG = 3_000, 1_000_000
MOST = 8.0
"""The units that a text may take; dense figures of other kinds than in NEWS cost more than it, at any length."""

TEXTS: dict[str, list[str]] = defaultdict(list)
for make in (word_texts, character_texts):
    for place, beginning in make():
        TEXTS[place].append(beginning)


def repeated(text: str, size: int) -> str:
    """Give an article of about this many characters."""
    return LEAD + text * (size // len(text))


def seconds(text: str, most: float = 0) -> float:
    """The time that this process takes to read a text; where it is more than `most`, the least of five."""
    least = float("inf")
    for _ in range(5):
        start = time.process_time()
        extract(text)
        least = min(least, time.process_time() - start)
        if least <= most or not most:
            break
    return least


@pytest.fixture(scope="module")
def unit() -> Callable[[int], float]:
    """The time that news of some length takes, in the same process."""
    extract(LEAD)
    taken: dict[int, float] = {}

    def unit_of(size: int) -> float:
        if size not in taken:
            text = repeated(NEWS, size)
            taken[size] = min(seconds(text) for _ in range(5 if size < LONG else 1))
        return taken[size]

    return unit_of


def test_every_pattern_is_there() -> None:
    """Those of words in either file, of a page's lines, of rows and of the names that functions put together."""
    for place in ("articles.datelines._patterns-0", "articles.dates.date_pattern", "articles.grids.ROW", "quarter"):
        assert len(TEXTS[place]) > 5


@pytest.mark.parametrize("place", TEXTS)
def test_repeated_beginnings(place: str, unit: Callable[[int], float]) -> None:
    """Each beginning of each pattern."""
    most = MOST * unit(SHORT)
    slow = {text: taken for text in TEXTS[place] if (taken := seconds(repeated(text, SHORT), most)) > most}
    assert slow == {}


@pytest.mark.slow
@pytest.mark.parametrize("place", TEXTS)
def test_a_megabyte_of_the_slowest_beginning(place: str, unit: Callable[[int], float]) -> None:
    """What is slowest when short is in proportion when long."""
    slowest = max(TEXTS[place], key=lambda text: seconds(repeated(text, SHORT)))
    taken = seconds(repeated(slowest, LONG)) / unit(LONG)
    assert taken < MOST, f"{slowest!r} takes {taken:.1f} times as long as news"


READ = """
import sys, time
from tradeparse import extract
lead, text, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
extract(lead)
article = lead + text * (size // len(text))
start = time.process_time()
records = extract(article)
print(len(records), time.process_time() - start)
"""


def apart(lead: str, text: str, size: int) -> tuple[int, float]:
    """Read an article in a process of its own, which gives its memory back."""
    done = subprocess.run([sys.executable, "-c", READ, lead, text, str(size)], capture_output=True, check=True)
    count, taken = done.stdout.split()
    return int(count), float(taken)


@pytest.mark.slow
@pytest.mark.parametrize("text", [PROSE, "a", " ", "\u00e9"], ids=["prose", "letter", "spaces", "accents"])
def test_one_line_of_50_megabytes(text: str) -> None:
    """Ten times the text takes less than thirteen times as long, and the figure before it is read."""
    short, long = (apart(LEAD, text, size) for size in (5_000_000, 50_000_000))
    assert (short[0], long[0]) == (1, 1)
    assert long[1] < 13 * short[1] + 1


@pytest.mark.slow
@pytest.mark.parametrize("figure", ["$5 million, ", "up 5 percent, ", "$5 million in May, up from $4 million, "])
def test_a_paragraph_of_100000_figures(figure: str) -> None:
    """Ten times the figures take less than thirteen times as long."""
    short, long = (apart(LEAD.strip() + " ", figure, len(figure) * count) for count in (10_000, 100_000))
    assert long[1] < 13 * short[1] + 1
