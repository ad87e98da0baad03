"""An article's text cut into sections: blocks that share a date, and the candidates for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from tradeparse.articles.blocks import find_kinds, is_post
from tradeparse.articles.dates import Day, find_dates, follows_weekday, has_digit, is_bare_date, names_page
from tradeparse.articles.furniture import is_menu
from tradeparse.articles.lines import find_lines
from tradeparse.articles.model import Block, BlockKind, DateCandidate, DateOrigin, Section
from tradeparse.articles.paragraphs import Paragraph, find_paragraphs
from tradeparse.articles.parts import find_parts
from tradeparse.articles.patterns import Pattern
from tradeparse.records import Span

BROKEN = Pattern(r"(?<=\w)- (?=\w)")
"""Where a line ended at a hyphen."""
WORDS_OF_TITLE = (5, 3, 1)
CRAWLED, CITED, UPDATED = 3, 4, 5
"""The ranks of a crawler's day, of that of an article quoted at the foot, of the last change."""
MASTHEAD, MASTHEAD_LINE = 4, 80
"""How many lines a masthead may have, and how long one may be."""
NEAR = 4
"""So many lines may stand between an article's end and its date."""
ORIGINS: tuple[DateOrigin, ...] = ("dateline", "header", "page")


def segment(text: str) -> tuple[str | None, tuple[Section, ...]]:
    """Give an article's title and its sections."""
    parts = find_parts(find_paragraphs(find_lines(text)))
    kinds = find_kinds(parts)
    starts = _find_starts(parts)
    cuts = [slice(start, end) for start, end in zip(starts, [*starts[1:], len(parts)], strict=True)]
    titles = (_find_title(parts[cut]) for cut in cuts)
    return next(filter(None, titles), None), tuple(_section(parts[cut], kinds[cut]) for cut in cuts)


def _find_starts(parts: Sequence[Paragraph]) -> list[int]:
    """Give the places where a section begins: the top, each further dated post, each further dateline."""
    starts = [0]
    told = dated = False
    for place, part in enumerate(parts):
        new = None
        if told and (is_post(parts, place) or _is_dated_post(parts, place)):
            new = place
        elif told and part.role == "prose" and part.dateline is not None and dated:
            new = _head_of(parts, place, starts[-1])
        elif told and part.role == "crawl":
            new = place
        if new is not None and new > starts[-1]:
            starts.append(new)
            told = dated = False
        told = told or part.role == "prose"
        dated = dated or (part.role == "prose" and part.dateline is not None)
    return starts


def _is_dated_post(parts: Sequence[Paragraph], place: int) -> bool:
    """Say whether a date here begins a post: its headline or its text comes next."""
    part = parts[place]
    if part.role != "date" or not part.days or part.days[0].year is None or part.days[0].label in ("updated", "page"):
        return False
    if place and parts[place - 1].role == "heading":
        return False  # the headline above it began the post
    following = [other.role for other in parts[place + 1 : place + 3]]
    return following == ["heading", "prose"] or (following[:1] == ["prose"] and is_bare_date(part.words))


def _head_of(parts: Sequence[Paragraph], place: int, floor: int) -> int:
    """Go up from a dateline over the headline, the date and the captions of its report."""
    while place - 1 > floor and parts[place - 1].role in ("heading", "date", "caption"):
        place -= 1
    return place


def _section(parts: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> Section:
    shown = (pair for pair in zip(parts, kinds, strict=True) if pair[0].role != "crawl" and pair[0].words)
    return Section(tuple(Block(kind, part.span) for part, kind in shown), _find_dates(parts))


def _find_dates(parts: Sequence[Paragraph]) -> tuple[DateCandidate, ...]:
    """Give the candidates for the date, the most trusted first."""
    if not any(part.days for part in parts):
        return _masthead_date(parts)
    content = [place for place, part in enumerate(parts) if part.role in ("prose", "grid")] or [len(parts)]
    title = next((place for place, part in enumerate(parts) if part.role == "heading"), content[0])
    menus = [place for place, part in enumerate(parts) if part.role == "junk" and is_menu(part.words)]
    layout = Layout(title, content[0], content[-1], menus)
    found: list[tuple[tuple[int, int], DateCandidate]] = []
    cited = False
    for place, part in enumerate(parts):
        cited = part.role == "cite" or (cited and part.role in ("junk", "date"))
        for day in part.days:
            origin: DateOrigin
            if part.role == "prose":
                origin, rank = "dateline", 0
            elif part.role == "crawl":
                origin, rank = "header", CRAWLED
            elif part.role == "date":
                origin, rank = layout.rank(place, day, cited=cited)
            else:
                continue
            found.append(((ORIGINS.index(origin), rank), _candidate(part, day, origin)))
    if any((1, 0) <= rank < (1, UPDATED) for rank, _ in found):
        found = [(rank, candidate) for rank, candidate in found if rank != (1, UPDATED)]
    return tuple(candidate for _, candidate in sorted(found, key=lambda pair: pair[0]))


def _masthead_date(parts: Sequence[Paragraph]) -> tuple[DateCandidate, ...]:
    """Give the whole date that a short line at the top holds beside other words: "Vol. 16, No. 4 | 18 March 2024"."""
    lines = (
        part for part in parts if part.role in ("heading", "prose") or (part.role == "junk" and has_digit(part.words))
    )
    for part in islice(lines, MASTHEAD):
        if len(part.words) > MASTHEAD_LINE or names_page(part.words):
            continue
        for day in find_dates(part.words):
            # a sentence tells of other days too, but hardly with their weekday: "It is Monday, June 19, 2023."
            told = part.role != "prose" or follows_weekday(part.words, day)
            if told and day.year and day.month and day.day:
                span = Span(part.locate(day.start), part.locate(day.end - 1) + 1)
                return (DateCandidate(day.year, day.month, day.day, "header", span),)
    return ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headline, the first and the last paragraph and the menus of a section stand."""

    title: int
    first: int
    last: int
    menus: Sequence[int]

    def rank(self, place: int, day: Day, *, cited: bool) -> tuple[DateOrigin, int]:
        """Give a date line's origin, and its rank among those of the same origin: lower is more trusted."""
        if day.label == "page":
            return "page", 1
        if day.label == "updated":
            return "header", UPDATED
        if place < self.title and self._has_menu(place, self.title):
            return "page", 0
        if place < self.first:
            return "header", 0 if day.label == "published" else 1
        if place < self.last or day.label == "published":
            return "header", 2
        near = place - self.last <= NEAR and not self._has_menu(self.last, place)
        return ("header", CITED) if cited or near else ("page", 0)

    def _has_menu(self, start: int, end: int) -> bool:
        place = bisect_left(self.menus, start)
        return place < len(self.menus) and self.menus[place] < end


def _candidate(part: Paragraph, day: Day, origin: DateOrigin) -> DateCandidate:
    start, end = part.locate(day.start - part.shift), part.locate(day.end - part.shift - 1) + 1
    return DateCandidate(day.year, day.month, day.day, origin, Span(start, end))


def _find_title(parts: Sequence[Paragraph]) -> str | None:
    """Give the headline: the first line above the text that is long enough not to be a kicker or a paper's name."""
    body = next((place for place, part in enumerate(parts) if part.role in ("prose", "grid")), len(parts))
    headings = [BROKEN.sub("-", part.words) for part in parts[:body] if part.role == "heading"]
    for fewest in WORDS_OF_TITLE:
        for words in headings:
            if words.count(" ") + 1 >= fewest:
                return words
    return None
