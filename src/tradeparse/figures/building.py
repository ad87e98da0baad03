"""Drafts become records: equal ones merged, in the order of the text, with ids, lines and bounds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from tradeparse.articles.model import Article
from tradeparse.figures.bounds import find_bounds, plain
from tradeparse.figures.drafts import Draft
from tradeparse.figures.origins import nearer
from tradeparse.figures.resolution import Anchor
from tradeparse.language.lexicon import Lexicon
from tradeparse.records import SCHEMA, Record


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """Equal figures become one with all its spans."""
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
            join(first, draft)
    return list(kept.values())


def join(first: Draft, again: Draft) -> None:
    """Add to a figure what a further place says of it, so that the more telling place counts for each field.

    A hedge counts before none, finer digits before coarser, a source before none, and what is stated before what is
    inferred.
    """
    first.spans.append(again.span)
    if first.hedge.qualifier == "exact":
        first.hedge, first.kind = again.hedge, again.kind
    first.digit = min(first.digit, again.digit)
    if first.attribution is None:
        first.attribution, first.coverage = again.attribution, again.coverage
    telling = min(first, again, key=lambda draft: (draft.change_of is None, "change_of" in draft.inferred))
    origins = {field: origin for field, origin in telling.inferred.items() if field == "change_of"}
    first.change_of = telling.change_of
    first.inferred = nearer(first.inferred, again.inferred) | origins


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


def build_records(article: Article, drafts: list[Draft], published: str | None, sources: Lexicon) -> list[Record]:
    """Drafts as records, in the order of the text."""
    text = article.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    lines = LineCounter(text)
    figures: dict[int, str] = {}
    records = []
    for draft in sorted(drafts, key=lambda draft: (draft.span.start, draft.span.end)):
        period, base = draft.period, draft.base
        low, high = find_bounds(
            draft.value,
            draft.measure,
            draft.kind,
            draft.hedge.qualifier,
            draft.hedge.words,
            draft.digit,
            draft.unit,
            sources,
        )
        identifier = identify(draft, digest)
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
                value=plain(draft.value),
                unit=draft.unit,
                qualifier=draft.hedge.qualifier,
                commodity=draft.goods,
                period=str(period) if period else None,
                period_start=period.start.isoformat() if period else None,
                period_end=period.end.isoformat() if period else None,
                months=period.months if period else None,
                period_text=draft.period_text,
                basis=draft.basis,  # type: ignore[arg-type]
                base_period=str(base) if base else None,
                change_of=draft.change_of,
                low=low,
                high=high,
                attribution=draft.attribution,
                coverage=draft.coverage,
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


def identify(draft: Draft, digest: str) -> str:
    """The id of a figure: the same for the same text, place and key fields."""
    fields = (draft.flow, draft.goods, draft.period, draft.measure, draft.value, draft.unit, draft.basis)
    key = "|".join(str(part) for part in (digest, draft.span.start, *fields))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


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
