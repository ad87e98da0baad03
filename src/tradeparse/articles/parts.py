"""What each paragraph is by its own words, and the cuts where a page glued two things together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tradeparse.articles.cues import cues
from tradeparse.articles.datelines import find_dateline, read_dateline
from tradeparse.articles.dates import Day, read_date_line
from tradeparse.articles.furniture import read_caption_of, read_furniture
from tradeparse.articles.paragraphs import BULLET, Paragraph, Role
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.prose import TERMINATORS, has_figure, is_sentence

HEADLINE_MARK = Pattern(r"#{1,6}\s++(?=\S)")
EMPHASIS = Pattern(r"(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*_\s][^*_]{0,300})(?P=mark)$")
TAIL = 160
STANDFIRST = 3
"""A place alone is a dateline only before one of so many first paragraphs."""
SHORTEST = 5
"""Nothing shorter is a date, a caption or two things in one."""
FEWEST_TITLE_WORDS = 4


def find_parts(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Give the paragraphs with their roles, cut where two things stand in one."""
    parts: list[Paragraph] = []
    told = 0
    placed = False
    for paragraph in paragraphs:
        if paragraph.role == "grid":
            parts.append(paragraph)
            continue
        for part in _cut(paragraph):
            if part.role != "crawl":
                placed = _read_role(part, weak=told < STANDFIRST and not placed) or placed
            parts.append(part)
            if part.role == "prose":
                told += 1
                parts.extend(_cut_tail(part))
    return parts


def _cut(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Cut off a crawler's date and a label glued to it, what comes after the end, a headline before a dateline."""
    if len(paragraph.words) < SHORTEST:
        yield paragraph
        return
    rest = paragraph
    found = _crawl_pattern().match(paragraph.words)
    if found is not None:
        year, month, day = found["year"], found["month"], found["day"]
        mark = paragraph.part(0, found.end())
        mark.role = "crawl"
        mark.days = [Day(int(year), int(month), int(day) if day else None, found.start("date"), found.end("date"))]
        mark.days = [_moved(mark.days[0], paragraph.shift)]
        yield mark
        rest = paragraph.part(found.end())
        label = next((label for label in cues().glued if rest.words[: len(label)].casefold() == label), None)
        if label is not None and _goes_on(rest.words[len(label) :]):
            yield rest.part(0, len(label))
            rest = rest.part(len(label))
    for mark_of_end in cues().end_marks:
        place = rest.words.find(mark_of_end)
        if place > 0:
            yield from _cut_dateline(rest.part(0, place))
            rest = rest.part(place)
    if rest.words:
        yield from _cut_dateline(rest)


def _goes_on(words: str) -> bool:
    return words[:1] == " " and words.lstrip()[:1].isupper() and words.count(" ") >= FEWEST_TITLE_WORDS


def _cut_dateline(paragraph: Paragraph) -> Iterator[Paragraph]:
    dateline = find_dateline(paragraph.words)
    if dateline is not None and read_dateline(paragraph.words, weak=False) is None:
        yield paragraph.part(0, dateline.start)
        paragraph = paragraph.part(dateline.start)
    if paragraph.words:
        yield paragraph


@cache
def _crawl_pattern() -> re.Pattern[str]:
    labels = "|".join(cues().crawl)
    date = r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?"
    return re.compile(rf"(?:{labels})\s(?P<date>{date})(?:\s++|$)")


def _read_role(part: Paragraph, *, weak: bool) -> bool:
    """Give a part its role, and say whether a dateline was cut off; where `weak`, a place alone may be one."""
    _cut_marks(part)
    part.role = _find_role(part)
    if part.role not in ("prose", "heading"):
        return False
    words = part.words
    sentence = part.role == "prose"
    dateline = read_dateline(words, weak=weak and sentence and not part.bullet)
    if dateline is None or not (sentence or dateline.day is not None):
        return False
    part.role = "prose"
    part.dateline = dateline.day
    if dateline.day is not None:
        part.days = [_moved(dateline.day, part.shift)]
    _cut_start(part, dateline.end)
    return True


def _find_role(part: Paragraph) -> Role:
    words = part.words
    if len(words) < SHORTEST:
        return read_furniture(words) or "heading"
    if words.startswith(cues().end_marks):
        return "end"
    days = read_date_line(words)
    if days is not None:
        part.days = [_moved(day, part.shift) for day in days]
        return "date"
    return read_furniture(words) or read_caption_of(words) or ("prose" if is_sentence(words) else "heading")


def _cut_marks(part: Paragraph) -> None:
    """Take the sign of a list's entry, and the marks of a headline or of emphasis, off the words."""
    bullet = BULLET.match(part.words)
    if bullet is not None:
        part.bullet = bullet[0].rstrip()
    mark = bullet or HEADLINE_MARK.match(part.words)
    if mark is not None:
        _cut_start(part, mark.end())
    emphasis = EMPHASIS.match(part.words)
    if emphasis is not None:
        part.words = emphasis["words"]
        part.shift += emphasis.start("words")


def _cut_start(part: Paragraph, length: int) -> None:
    part.words = part.words[length:]
    part.shift += length


def _moved(day: Day, by: int) -> Day:
    return Day(day.year, day.month, day.day, day.start + by, day.end + by, day.label)


def _cut_tail(part: Paragraph) -> Iterator[Paragraph]:
    """Cut what a page glued to the end of a paragraph: "Read more", a notice of copyright."""
    base = max(0, len(part.words) - TAIL)
    tail = part.words[base:].casefold()
    if len(tail) != len(part.words) - base:  # a letter that grows in lower case would move the cut
        return
    for phrase in cues().tails:
        place = tail.rfind(phrase)
        if place <= 0 and base == 0:
            continue
        if place < 0 or has_figure(part.words[base + place :]):
            continue
        before = part.words[: base + place].rstrip()
        if before and (phrase in cues().tails_anywhere or before[-1] in TERMINATORS):
            cut = part.part(len(before))
            cut.role = "junk"
            part.words = before
            yield cut
            return
