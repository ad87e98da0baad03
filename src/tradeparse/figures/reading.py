"""An article becomes a reading: its records, what was rejected, and what the user may help with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from tradeparse.articles.model import Article, Block, Section
from tradeparse.figures.anchors import choose_anchor
from tradeparse.figures.completion import complete_bases, complete_titles
from tradeparse.figures.drafts import Draft
from tradeparse.figures.grids import GridReader
from tradeparse.figures.linking import Linker
from tradeparse.figures.resolution import Anchor
from tradeparse.language.lexicon import Lexicon, load
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.tokens import Token
from tradeparse.records import SCHEMA, Reading, Record, Rejected, Span

READ = ("title", "text", "caption")


def read_figures(article: Article, published: str | None = None) -> Reading:
    """Every China-North Korea trade figure that an article states."""
    lexicon = load()
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    anchors: list[Anchor] = []
    for section in article.sections:
        anchor, section_drafts, section_rejected = read_section(article.text, section, published, lexicon)
        anchors.append(anchor)
        drafts.extend(section_drafts)
        rejected.extend(section_rejected)
    day = published or publication_of(anchors)
    records = build_records(article, merge(drafts), day)
    return Reading(tuple(records), tuple(rejected), tuple(hints(records)))


def read_section(
    text: str, section: Section, published: str | None, lexicon: Lexicon
) -> tuple[Anchor, list[Draft], list[Rejected]]:
    """The drafts of a section; read again where the text itself gives the year that its date leaves open."""
    blocks = [
        (block, find_mentions(text, block.span.start, block.span.end, lexicon) if block.kind in READ else [])
        for block in section.blocks
        if block.kind in READ or block.kind == "grid"
    ]
    sentences = [sentence for _, block in blocks for sentence in block]
    anchor = choose_anchor(section.dates, published, sentences)
    linker = link(text, blocks, anchor, lexicon)
    if published is None:
        told = told_anchor(anchor, linker.drafts, sentences)
        if told is not None:
            anchor = told
            linker = link(text, blocks, anchor, lexicon)
    complete_bases(linker.drafts)
    complete_titles(linker.drafts)
    return anchor, linker.drafts, linker.rejected


def link(text: str, blocks: list[tuple[Block, list[list[Token]]]], anchor: Anchor, lexicon: Lexicon) -> Linker:
    """Link the sentences of a section."""
    linker = Linker(text, anchor)
    counts = count_sides([sentence for _, block in blocks for sentence in block])
    linker.context.about = (
        counts["CHN"] > 0 and counts["PRK"] > (counts["OTHER"] > 0) and counts["PRK"] >= counts["OTHER"]
    )
    if linker.context.about and counts["CHN"] > 1 and not counts["WORLD"] and counts["OTHER"] * 2 <= counts["PRK"]:
        linker.context.ours = True
    above = 0
    for block, sentences in blocks:
        if block.kind == "grid":
            reader = GridReader(text, anchor, linker.context, lexicon, linker.frames)
            linker.drafts.extend(reader.read(block.span, Span(above, block.span.start)))
            linker.frames = reader.frame
        linker.in_title = block.kind == "title"
        for sentence in sentences:
            linker.read(sentence)
        above = block.span.start
    return linker


def count_sides(sentences: list[list[Token]]) -> dict[str, int]:
    """How often a section names China, North Korea, other countries, and the world."""
    counts = {"CHN": 0, "PRK": 0, "OTHER": 0, "WORLD": 0}
    for sentence in sentences:
        for token in sentence:
            if token.kind in ("PARTY", "PARTYADJ"):
                counts[token.value] += 1
            elif token.kind == "OTHER":
                counts["OTHER"] += token.id not in ("other-capital", "other-region")
            elif token.kind in ("WORLD", "WORLDFLOW"):
                counts["WORLD"] += 1
    return counts


def told_anchor(anchor: Anchor, drafts: list[Draft], sentences: list[list[Token]]) -> Anchor | None:
    """The anchor that the section's own dated periods give, where no trusted date does."""
    if anchor.year is None:
        told = told_month(drafts, sentences)
        return None if told is None else after(told, anchor)
    if anchor.origin in ("header", "page") and anchor.month is not None:
        here = anchor.year * 12 + anchor.month - 1
        for draft in drafts:
            if draft.title or draft.symbol is None or draft.symbol.kind != "months":
                continue
            if draft.explicit_year and draft.period is not None and draft.period.months < 12:
                if here - draft.period.last > 5 or draft.period.last > here:
                    return after(draft.period.last, Anchor())
            break
        titled = {
            draft.period.last // 12
            for draft in drafts
            if draft.title and draft.explicit_year and draft.period is not None
        }
        if len(titled) == 1 and anchor.year - max(titled) > 1:
            return after(max(titled) * 12 + 11, Anchor())
        opened = opening_month(sentences)
        if opened is not None and (here - opened > 5 or opened > here):
            return after(opened, Anchor())
        if anchor.origin == "page" or not drafts:
            headed = dated_head(sentences)
            if headed is not None and here - headed > 5:
                return after(headed, Anchor())
    return None


def told_month(drafts: list[Draft], sentences: list[list[Token]]) -> int | None:
    """The last month that a section without a dated anchor tells of, from the surest of its own periods."""
    explicit = [
        draft for draft in drafts if draft.explicit_year and draft.period is not None and draft.symbol is not None
    ]
    for draft in explicit:
        if draft.title and draft.symbol is not None and draft.symbol.kind == "months" and draft.period is not None:
            return draft.period.last
    for draft in drafts:
        symbol, base = draft.symbol, draft.base_symbol
        if symbol is None or base is None or base.year is None or symbol.kind != "months" or symbol.year is not None:
            continue
        if (
            base.kind == "years"
            and symbol.origin == "anchor"
            and (symbol.first, symbol.last, symbol.shift) == (1, 12, -1)
        ):
            return (base.year + 2) * 12 - 1
        if base.kind == "same" or (base.kind == "months" and (symbol.first, symbol.last) == (base.first, base.last)):
            return (base.year + 1) * 12 + symbol.last - 1
    open_months = []
    for draft in drafts:
        symbol = draft.symbol
        if symbol is None or symbol.kind != "months":
            continue
        if draft.period is None and not draft.title:
            open_months.append((symbol.first, symbol.last))
        elif draft.explicit_year and draft.period is not None:
            return draft.period.last + (12 if (symbol.first, symbol.last) in open_months else 0)
    years = [draft.period.last for draft in explicit if draft.period is not None and draft.period.months == 12]
    if years:
        named = [
            token.value.year * 12 + 11
            for sentence in sentences
            for place, token in enumerate(sentence)
            if token.kind == "PERIOD" and token.value.kind == "years" and not looks_back(sentence, place)
        ]
        return max(years + named)
    headed = dated_head(sentences)
    if headed is not None:
        return headed
    months = {
        token.value.year: token.value.last
        for sentence in sentences
        for place, token in enumerate(sentence)
        if token.kind == "PERIOD"
        and token.value.kind == "months"
        and token.value.year
        and not looks_back(sentence, place)
    }
    if len(months) == 1:
        year, month = next(iter(months.items()))
        return year * 12 + int(month) - 1
    return None


def opening_month(sentences: list[list[Token]]) -> int | None:
    """The month of a year that the first sentences about a flow open with: "In July 2022 …"."""
    for sentence in sentences[:5]:
        if any(token.kind in ("FLOW", "PAIRFLOW", "FLOWVERB") for token in sentence):
            for token in sentence[:3]:
                if token.kind == "PERIOD" and token.value.kind == "months":
                    year = token.value.year
                    return None if year is None else int(year) * 12 + token.value.last - 1
    return None


def after(month: int, anchor: Anchor) -> Anchor:
    """An anchor in the month after, or in the dateline's month where that is known."""
    if anchor.month is not None:
        year = month // 12
        if anchor.month - 1 < month % 12:
            year += 1
        return Anchor(year, anchor.month, anchor.day, "sentence")
    if month % 12 == 11:
        return Anchor(month // 12 + 1, None, None, "sentence")
    return Anchor((month + 1) // 12, (month + 1) % 12 + 1, None, "sentence")


def dated_head(sentences: list[list[Token]]) -> int | None:
    """The month or year that the first sentences about a flow name."""
    for sentence in sentences:
        found = [
            token.value
            for place, token in enumerate(sentence)
            if token.kind == "PERIOD" and not looks_back(sentence, place)
        ]
        months = [
            symbol for symbol in found if symbol.kind == "months" and symbol.year is None and symbol.origin is None
        ]
        years = [symbol for symbol in found if symbol.kind == "years" and symbol.year == symbol.until]
        if len(months) == 1 and len(years) == 1 and years[0].year is not None and not commas_between(sentence):
            return years[0].year * 12 + months[0].last - 1
    for sentence in sentences[:4]:
        if any(token.kind in ("FLOW", "PAIRFLOW", "FLOWVERB", "WORLDFLOW") for token in sentence):
            for token in sentence[:3]:
                if token.kind == "PERIOD" and token.value.kind == "years" and token.value.year == token.value.until:
                    return int(token.value.year) * 12 + 11
    for sentence in sentences[:5]:
        if not any(token.kind in ("FLOW", "PAIRFLOW", "FLOWVERB") for token in sentence):
            continue
        for place, token in enumerate(sentence):
            if token.kind == "PERIOD" and token.value.year is not None and token.value.kind == "months":
                if looks_back(sentence, place):
                    continue
                return (token.value.until or token.value.year) * 12 + token.value.last - 1
    return None


def commas_between(sentence: list[Token]) -> bool:
    """Whether a comma parts the first and the last period of a sentence."""
    places = [at for at, token in enumerate(sentence) if token.kind == "PERIOD"]
    return any(token.kind == "COMMA" for token in sentence[places[0] : places[-1]])


def looks_back(sentence: list[Token], place: int) -> bool:
    """Whether a period is only a point that records or comparisons reach back to."""
    at = place - 1
    while at >= 0 and sentence[at].kind in ("IN", "ARTICLE", "AT", "THAT"):
        at -= 1
    return any(token.kind == "SINCE" for token in sentence[max(place - 4, 0) : place]) or (
        at >= 0 and sentence[at].kind in ("FROM", "THAN", "COMPARED")
    )


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """Equal figures become one with all its spans; stated once with a hedge and once without, the hedge counts."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (
            draft.flow,
            draft.goods,
            draft.period,
            draft.period or draft.period_text,
            draft.measure,
            draft.value,
            draft.unit,
            draft.basis,
        )
        first = kept.get(key)
        if first is None:
            kept[key] = draft
            draft.spans = [draft.span]
        else:
            first.spans.append(draft.span)
            if first.qualifier == "exact":
                first.qualifier = draft.qualifier
    return list(kept.values())


def publication_of(anchors: list[Anchor]) -> str | None:
    """The day of publication as far as it is known."""
    for anchor in anchors:
        if anchor.year is not None and anchor.origin != "sentence":
            parts = [f"{anchor.year:04}"]
            if anchor.month:
                parts.append(f"{anchor.month:02}")
                if anchor.day:
                    parts.append(f"{anchor.day:02}")
            return "-".join(parts)
    return None


def build_records(article: Article, drafts: list[Draft], published: str | None) -> list[Record]:
    """Drafts as records, in the order of the text."""
    text = article.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    lines = LineCounter(text)
    figures: dict[int, str] = {}
    records = []
    for draft in sorted(drafts, key=lambda draft: (draft.span.start, draft.span.end)):
        period, base = draft.period, draft.base
        key = "|".join(
            str(part)
            for part in (
                digest, draft.span.start, draft.flow, draft.goods, period, draft.measure, draft.value, draft.unit, draft.basis
            )
        )  # fmt: skip
        identifier = hashlib.sha256(key.encode()).hexdigest()[:12]
        records.append(
            Record(
                schema=SCHEMA,
                id=identifier,
                source=article.source,
                article=article.id,
                title=article.title,
                published=published,
                reporter="PRK",
                partner="CHN",
                flow=draft.flow,  # type: ignore[arg-type]
                measure=draft.measure,  # type: ignore[arg-type]
                value=draft.value,
                unit=draft.unit,
                qualifier=draft.qualifier,  # type: ignore[arg-type]
                commodity=draft.goods,
                period=str(period) if period else None,
                period_start=period.start.isoformat() if period else None,
                period_end=period.end.isoformat() if period else None,
                months=period.months if period else None,
                period_text=draft.period_text,
                basis=draft.basis,  # type: ignore[arg-type]
                base_period=str(base) if base else None,
                change_of=None,
                low=None,
                high=None,
                attribution=None,
                coverage=None,
                quote=text[draft.span.start : draft.span.end],
                sentence=text[draft.sentence.start : draft.sentence.end],
                start=draft.span.start,
                end=draft.span.end,
                line=lines.line_of(draft.span.start),
                also=tuple((span.start, span.end) for span in draft.spans[1:]),
                figure=figures.setdefault(draft.frame, identifier),
                inferred=draft.inferred,
                rules=tuple(dict.fromkeys(draft.rules)),
            )
        )
    return records


class LineCounter:
    """The line of an offset, counted once forward."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1

    def line_of(self, offset: int) -> int:
        """The line, from 1, in which an offset lies; offsets must not fall."""
        self.line += self.text.count("\n", self.at, offset)
        self.at = offset
        return self.line


def hints(records: list[Record]) -> Iterable[str]:
    """What the user may add: the day of publication where it would give open periods their year."""
    count = sum(record.period is None and record.period_text is not None for record in records)
    if count:
        noun = "figure names" if count == 1 else "figures name"
        yield f"{count} {noun} a month but no year; give --published YYYY[-MM[-DD]]"


__all__ = ["Reading", "Span", "read_figures"]
