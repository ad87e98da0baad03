"""How inputs are to be read, as far as their own content and names do not settle it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "html", "json", "jsonl"]
KINDS: tuple[Kind, ...] = ("text", "html", "json", "jsonl")
MAX_ARTICLE_BYTES = 20_000_000

TEXT_KEYS = ("text", "body", "content", "article_text", "articleBody")
TITLE_KEYS = ("title", "headline")
DATE_KEYS = (
    "published", "date", "published_at", "publishedAt", "datePublished", "date_published", "publication_date",
    "publish_date", "published_date", "published_time", "publish_time", "pubDate", "pub_date", "pubdate",
)  # fmt: skip
ID_KEYS = ("id", "url", "link")


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What the user settles: the kind of a file, its encoding, the keys of JSON articles, the size of an article.

    A key that is named takes the place of those that are looked for otherwise.
    """

    kind: Kind | None = None
    encoding: str | None = None
    text_key: str | None = None
    title_key: str | None = None
    date_key: str | None = None
    id_key: str | None = None
    max_article_bytes: int = MAX_ARTICLE_BYTES
