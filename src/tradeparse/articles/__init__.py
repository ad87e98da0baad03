"""A file becomes articles: decoding, title, sections, furniture, and every candidate for a date."""

from tradeparse.articles.decoding import DecodingError, read_text
from tradeparse.articles.model import Article, Block, BlockKind, DateCandidate, DateOrigin, Section
from tradeparse.articles.readers import InputError, find_articles, parse, read
from tradeparse.articles.sections import segment

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "DateCandidate",
    "DateOrigin",
    "DecodingError",
    "InputError",
    "Section",
    "find_articles",
    "parse",
    "read",
    "read_text",
    "segment",
]
