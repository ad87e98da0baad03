"""A file becomes articles: decoding, title, sections, furniture, and every candidate for a date."""

from tradeparse.articles.decoding import read_text
from tradeparse.articles.faults import ContentError, InputError
from tradeparse.articles.files import find_articles, read_list
from tradeparse.articles.model import Article, Block, BlockKind, DateCandidate, DateOrigin, Section
from tradeparse.articles.options import KINDS, MAX_ARTICLE_BYTES, InputOptions, Kind
from tradeparse.articles.readers import parse, read
from tradeparse.articles.sections import segment

__all__ = [
    "KINDS",
    "MAX_ARTICLE_BYTES",
    "Article",
    "Block",
    "BlockKind",
    "ContentError",
    "DateCandidate",
    "DateOrigin",
    "InputError",
    "InputOptions",
    "Kind",
    "Section",
    "find_articles",
    "parse",
    "read",
    "read_list",
    "read_text",
    "segment",
]
