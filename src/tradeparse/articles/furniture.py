"""What stands on a page around an article: menus, buttons, links, credits, notices."""

from __future__ import annotations

from typing import Literal

from tradeparse.articles.bylines import is_byline
from tradeparse.articles.captions import read_caption
from tradeparse.articles.cues import CAPTION, SHORT, cues, normalise
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.prose import has_figure, is_sentence, is_terminated

Furniture = Literal["junk", "head", "cite", "end"]
"""A line of its own, the head of a list of links, the head of one link, the end of the article."""

MENU_BREAK = Pattern(r"\s*+[|/>»›·•→]\s*+|\s{2,}|\t")
MENU_SIGNS = ("|", "/", ">", "·", "•", "»", "›", "→", "  ", "\t")
GLUED_WORDS = Pattern(r"[a-z]{2}[A-Z][a-z]\w{0,30}?[a-z]{2}[A-Z][a-z]")
ADDRESS = Pattern(r"\S@\S|^@\w|https?://|www\.\w|^#[^\W\d]")
DIGIT = Pattern(r"\d")
LETTER = Pattern(r"[^\W\d_]")
BRACKETS = {"(": ")", "[": "]", "<": ">"}
LABEL = 80
"""No phrase that is a whole line, or starts one, is longer than this."""


def read_furniture(words: str) -> Furniture | None:
    """Say what kind of furniture a paragraph or a line is by its own words, or None where it may be the article's."""
    length = len(words)
    if LETTER.search(words, 0, SHORT) is None:
        return "junk" if length <= SHORT else None
    normal = normalise(words[:LABEL])
    if length <= LABEL:
        known = cues()
        if normal in known.ends:
            return "end"
        if normal in known.heads:
            return "head"
        if normal in known.cites:
            return "cite"
        if normal in known.lines or _is_row_of_buttons(words):
            return "junk"
    return "junk" if _is_notice(words, normal) or (length < SHORT and _is_page_part(words)) else None


def read_caption_of(words: str) -> Literal["caption", "junk"] | None:
    """Say whether a paragraph is a caption, a credit (junk) or neither."""
    return read_caption(words) if len(words) < CAPTION else None


def starts_shouted(words: str) -> bool:
    """Say whether a line starts with a label in capitals, as "RELATED" before a link."""
    if not words[:4].isupper() or words.isupper():
        return False
    return any(
        words.startswith(label) and words[len(label) : len(label) + 1] in (" ", ":", "|", "\t")
        for label in cues().shouted
    )


def is_menu(words: str) -> bool:
    """Say whether a line is a row of links: "Home / News / Trade", "Contact us | About"."""
    if not any(sign in words for sign in MENU_SIGNS):
        return False
    cells = [cell for cell in MENU_BREAK.split(words) if cell]
    if len(cells) < 2 or is_sentence(words) or has_figure(words):
        return False
    known = [_is_label(cell) for cell in cells]
    if len(cells) >= 3 and known[0]:
        return True
    short = all(cell.count(" ") <= 2 and DIGIT.search(cell) is None for cell in cells)
    return short and (len(cells) >= 3 or any(known))


def _is_row_of_buttons(words: str) -> bool:
    """Say whether words are buttons and nothing else: "Share Tweet Email", "SAVE PRINT FONT SIZE"."""
    buttons = cues().buttons
    pieces = words.split(" - ") if " - " in words else words.split()
    return 2 <= len(pieces) <= 12 and all(normalise(piece) in buttons for piece in pieces)


def _is_label(cell: str) -> bool:
    normal = normalise(cell)
    return normal in cues().lines or normal in cues().heads


def _is_notice(words: str, normal: str) -> bool:
    if starts_shouted(words):
        return True
    known = cues()
    start = known.starts.start(normal)
    if start is not None and (not start[-1].isalnum() or not (has_figure(words) and is_sentence(words))):
        return True
    return len(words) < SHORT and known.holds.search(words) is not None and not has_figure(words)


def _is_page_part(words: str) -> bool:
    if is_byline(words) or is_menu(words) or _is_masthead(words):
        return True
    closing = BRACKETS.get(words[0])
    if closing is not None and words[-1] == closing and words.count(" ") < 12 and not has_figure(words):
        return words.find(closing) == len(words) - 1
    if words.count(" ") < 8 and ADDRESS.search(words):
        return True
    return GLUED_WORDS.search(words) is not None and not is_terminated(words)


def _is_masthead(words: str) -> bool:
    if len(words) > LABEL:
        return False
    parts = words.casefold().split()
    most = 5 if parts[0] in cues().masthead_starts else 3
    return (
        2 <= len(parts) <= most
        and parts[-1] in cues().mastheads
        and all(part[0].isupper() or part in cues().byline_joints for part in words.split())
    )
