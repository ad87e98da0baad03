"""What the stage hands on: an article, its sections and blocks, and every candidate for its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tradeparse.records import Span

BlockKind = Literal["title", "text", "caption", "grid", "furniture"]
DateOrigin = Literal["dateline", "metadata", "header", "page"]


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that may be an article's, with any part open, and the words that give it.

    `dateline` stands before the first sentence ("BEIJING, Dec 26 (Wire) -"); `header` is a line or a label of the
    article itself ("Published : Oct. 26, 2016", "date 2020-06-24", "18 May 2021"); `page` is a date of the page that
    need not be the article's ("Saturday , August 8 2020" above a menu, a date at the foot); `metadata` is what the data
    beside an article tell (of a page, a key of a JSON object), which count as a `header` does and have no span.
    """

    year: int | None
    month: int | None
    day: int | None
    origin: DateOrigin
    span: Span | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline, caption, table or piece of furniture; `text[start:end]` holds no other block."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that share a date; a new dated post or dateline starts one."""

    blocks: tuple[Block, ...]
    dates: tuple[DateCandidate, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read; offsets of everything made from it count in `text`."""

    source: str
    id: str | None
    text: str
    title: str | None
    sections: tuple[Section, ...]
