"""Explanations as JSON: the records as elsewhere, and the rejected numbers with the rule that rejected each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tradeparse.output.explanation import Explanation
from tradeparse.output.json_text import to_json
from tradeparse.output.reasons import reason


def explanation_to_json(explanation: Explanation) -> str:
    """Write an explanation as a JSON object on one line."""
    article = explanation.article
    return to_json(
        {
            "source": article.source,
            "article": article.id,
            "title": article.title,
            "published": explanation.published,
            "figures": explanation.reading.records,
            "rejected": list(rejected_numbers(explanation)),
            "hints": explanation.reading.hints,
        }
    )


def rejected_numbers(explanation: Explanation) -> Iterator[dict[str, Any]]:
    """Each number that became no record, in the order of the text."""
    text = explanation.article.text
    for passage in explanation.passages:
        for mark in passage.marks:
            for rejected in mark.rejected:
                yield {
                    "rule": rejected.rule,
                    "meaning": reason(rejected.rule),
                    "quote": text[mark.span.start : mark.span.end],
                    "sentence": text[passage.span.start : passage.span.end],
                    "start": mark.span.start,
                    "end": mark.span.end,
                    "line": mark.line,
                }
