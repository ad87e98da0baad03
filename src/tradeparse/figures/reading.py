"""An article becomes a reading: its records, what was rejected, and what the user may help with."""

from __future__ import annotations

from tradeparse.articles.model import Article, Block, Section
from tradeparse.figures.agreement import confirm
from tradeparse.figures.anchors import choose_anchor
from tradeparse.figures.attribution import choose_source, find_sources, name_to_remember
from tradeparse.figures.bounds import find_change_of
from tradeparse.figures.building import build_records, hints, merge, publication_of
from tradeparse.figures.completion import complete_bases, complete_titles
from tradeparse.figures.context import Context
from tradeparse.figures.drafts import Draft
from tradeparse.figures.grids import GridReader
from tradeparse.figures.linking import Linker
from tradeparse.figures.origins import FRAME, settle_origins
from tradeparse.figures.resolution import Anchor
from tradeparse.figures.sentences import Sentence
from tradeparse.figures.telling import told_anchor
from tradeparse.language.lexicon import Language, Lexicon, shipped
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.tokens import Token
from tradeparse.records import Reading, Rejected, Span

READ = ("title", "text", "caption")


def read_figures(article: Article, published: str | None = None, language: Language | None = None) -> Reading:
    """Every China-North Korea trade figure that an article states, in the language as shipped if none is given."""
    language = language or shipped()
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    anchors: list[Anchor] = []
    for section in article.sections:
        anchor, section_drafts, section_rejected = read_section(article.text, section, published, language)
        anchors.append(anchor)
        drafts.extend(section_drafts)
        rejected.extend(section_rejected)
    day = published or publication_of(anchors)
    records = build_records(article, merge(drafts), day, language.sources)
    return Reading(tuple(records), tuple(rejected), tuple(hints(records)))


def read_section(
    text: str, section: Section, published: str | None, language: Language
) -> tuple[Anchor, list[Draft], list[Rejected]]:
    """The drafts of a section; read again where the text itself gives the year that its date leaves open."""
    lexicon = language.words
    blocks = [(block, read_block(text, block, lexicon)) for block in section.blocks if block.kind in (*READ, "grid")]
    sentences = [sentence.tokens for _, block in blocks for sentence in block]
    anchor = choose_anchor(section.dates, published, sentences)
    linker = link(text, blocks, anchor, lexicon)
    if published is None:
        told = told_anchor(anchor, linker.drafts, sentences)
        if told is not None:
            anchor = told
            linker = link(text, blocks, anchor, lexicon)
    complete_bases(linker.drafts)
    complete_titles(linker.drafts)
    settle_origins(linker.drafts, linker.context.sides, elsewhere=linker.context.elsewhere)
    confirm(linker.drafts)
    describe(text, linker.drafts, sentences, language.sources)
    return anchor, linker.drafts, linker.rejected


def read_block(text: str, block: Block, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a block; those of a grid are read cell by cell, later."""
    if block.kind not in READ:
        return []
    return [Sentence.of(tokens) for tokens in find_mentions(text, block.span.start, block.span.end, lexicon)]


def link(text: str, blocks: list[tuple[Block, list[Sentence]]], anchor: Anchor, lexicon: Lexicon) -> Linker:
    """Link the sentences of a section."""
    linker = Linker(text, anchor)
    note_sides(linker.context, [sentence for _, block in blocks for sentence in block])
    above = [0]
    for block, sentences in blocks:
        if block.kind == "grid":
            reader = GridReader(text, anchor, linker.context, lexicon, linker.frames)
            linker.drafts.extend(reader.read(block.span, Span(above[0], block.span.start)))
            linker.frames = reader.frame
        linker.in_title = block.kind == "title"
        for sentence in sentences:
            linker.read(sentence)
        # A table's heading may stand above a line on its source or its units.
        above = [block.span.start] if block.kind in ("title", "grid") else [*above[-1:], block.span.start]
    return linker


def note_sides(context: Context, sentences: list[Sentence]) -> None:
    """Note whether a section is about China and North Korea, and how much so."""
    counts = count_sides(sentences)
    china, north, other = counts["CHN"], counts["PRK"], counts["OTHER"]
    context.about = china > 0 and north > (other > 0) and north >= other
    context.throughout = context.about and china > 1 and not counts["WORLD"] and other * 2 <= north
    context.alone = context.about and not other and not counts["WORLD"]


def count_sides(sentences: list[Sentence]) -> dict[str, int]:
    """How often a section names China, North Korea, other countries, and the world."""
    counts = {"CHN": 0, "PRK": 0, "OTHER": 0, "WORLD": 0}
    for sentence in sentences:
        for token in sentence.tokens:
            if token.kind in ("PARTY", "PARTYADJ"):
                counts[token.value] += 1
            elif token.kind == "OTHER":
                counts["OTHER"] += token.id not in ("other-capital", "other-region")
            elif token.kind in ("WORLD", "WORLDFLOW"):
                counts["WORLD"] += 1
    return counts


def describe(text: str, drafts: list[Draft], sentences: list[list[Token]], lexicon: Lexicon) -> None:
    """Give each draft who states it and what its percentage counts."""
    frames: dict[int, list[Draft]] = {}
    of_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        frames.setdefault(draft.frame, []).append(draft)
        of_sentence.setdefault(draft.sentence.start, []).append(draft)
    earlier: str | None = None
    for tokens in sentences:
        told = of_sentence.get(tokens[0].start, [])
        sources = find_sources(text, tokens, told[0].span.start, lexicon) if told else None
        for draft in told:
            assert sources is not None
            draft.attribution, draft.coverage = choose_source(sources, draft.span.start, earlier, lexicon)
            draft.change_of, inferred = find_change_of(draft, frames[draft.frame], tokens, lexicon)
            if inferred:
                draft.inferred["change_of"] = FRAME
        if told:
            earlier = name_to_remember(told[-1].attribution, earlier, lexicon)
