"""Web pages: their main text and title by trafilatura, their day by what they declare."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tradeparse.articles.decoding import INSTALL
from tradeparse.articles.faults import ContentError
from tradeparse.articles.model import DateCandidate
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.publication import read_day

DECLARATIONS = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "published_time",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
"""The names under which pages declare their day, the surest first."""
LINKED_DAY = Pattern(r'"datePublished"\s*:\s*("[^"\\]{4,60}")')
EARLIEST, LATEST = "1945-01-01", "2099-12-31"
LIBRARIES = ("trafilatura", "htmldate", "justext")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page; its text begins with its title."""

    text: str
    title: str | None
    day: DateCandidate | None


def read_page(html: str) -> Page:
    """Take the article out of a page."""
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise ContentError(f"web pages need more than is installed ({error.msg})", f"install it: {INSTALL}") from None
    for name in LIBRARIES:
        logging.getLogger(name).addHandler(logging.NullHandler())  # what they complain of is told here
    tree = load_html(html.replace("\0", " "))
    # Bounds of its own keep today's date out of the search for a day, whose result is not used: it may be filled in.
    bounds = {"extensive_search": False, "original_date": True, "min_date": EARLIEST, "max_date": LATEST}
    found = None
    if tree is not None:
        day = _declared_day(tree)
        found = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=bounds)
    text = getattr(found, "text", None)
    if not text or text.isspace():
        raise ContentError("no article is found in this page", "save its text, or read all of it: --input-format text")
    title = getattr(found, "title", None) or None
    return Page(_below_title(title, text), title, day)


def _below_title(title: str | None, text: str) -> str:
    if title is None or text.lstrip("# ").startswith(title):
        return text
    return f"{title}\n\n{text}"


def _declared_day(tree: Any) -> DateCandidate | None:
    """Give the day of the surest declaration; days that several places tell count only if they agree."""
    told = {name: read_day(element.get("content")) for name, element in reversed(list(_declarations(tree)))}
    for name in DECLARATIONS:
        day = told.get(name)
        if day is not None:
            return day
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    linked = [json.loads(value) for script in scripts for value in LINKED_DAY.findall(script)]
    marked = tree.xpath("//*[@itemprop='datePublished']")
    timed = tree.xpath("//time[@datetime]/@datetime")
    for places in (linked, [one.get("content") or one.get("datetime") or one.text for one in marked], timed):
        days = {read_day(place) for place in places}
        if len(days) == 1:
            return days.pop()
    return None


def _declarations(tree: Any) -> Iterator[tuple[str, Any]]:
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name is not None:
                yield name.lower(), element
