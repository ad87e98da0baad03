"""An article explained: what every number in it became, and why."""

from __future__ import annotations

from dataclasses import dataclass

from tradeparse.articles.model import Article
from tradeparse.figures.anchors import choose_anchor
from tradeparse.figures.building import publication_of
from tradeparse.figures.reading import read_block
from tradeparse.language.lexicon import Language, shipped
from tradeparse.output.passages import Passage, find_passages
from tradeparse.records import Reading, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article, the day it appeared, what was read in it, and the passages that hold a number."""

    article: Article
    published: str | None
    reading: Reading
    passages: tuple[Passage, ...]


def explain_reading(
    article: Article, reading: Reading, published: str | None, language: Language | None = None
) -> Explanation:
    """Set what was read in an article beside its sentences; `published` and `language` are what it was read with."""
    language = language or shipped()
    spans: list[Span] = []
    anchors = []
    for section in article.sections:
        sentences = [one.tokens for block in section.blocks for one in read_block(article.text, block, language.words)]
        spans.extend(Span(tokens[0].start, tokens[-1].end) for tokens in sentences)
        anchors.append(choose_anchor(section.dates, None, sentences))
    # Records know the day that the text itself may have completed.
    day = reading.records[0].published if reading.records else published or publication_of(anchors)
    return Explanation(article, day, reading, tuple(find_passages(article.text, sorted(spans), reading)))
