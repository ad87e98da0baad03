"""Captions of pictures, and bare credits, which are furniture."""

from __future__ import annotations

from typing import Literal

from tradeparse.articles.cues import EDGES, cues, normalise
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.prose import has_figure, has_inner_end, is_terminated

LETTERED = Pattern(r"\S*[^\W_]\S*")
CREDIT = Pattern(r"[(\[]([^()\[\]]{1,30})[)\]]\s*+$")
HEAD = 60
"""How much of a paragraph a phrase that starts a caption may take."""
ENDING = 45
"""How far from its end "in this … photo" may stand before a credit."""


def read_caption(words: str) -> Literal["caption", "junk"] | None:
    """Say whether a paragraph is a caption, a credit (junk) or neither."""
    known = cues()
    start = known.caption_starts.start(normalise(words[:HEAD]))
    if start is None and not _tells_of_picture(words):
        return None
    if has_figure(words):
        return "caption"
    if start in known.caption_bare and not is_terminated(words):
        return "junk"
    return "caption" if len(LETTERED.findall(words)) >= known.caption_words else "junk"


def _tells_of_picture(words: str) -> bool:
    known = cues()
    if known.caption_holds.search(words) is not None:
        return True
    ending = words[-ENDING:].casefold().rstrip(EDGES)
    if any(ending.endswith(end) or f"{end}. " in ending for end in known.caption_ends):
        small = words.casefold()
        if any(place in small for place in known.caption_places):
            return True
    if "(" not in words:
        return False
    credit = CREDIT.search(words, max(0, len(words) - ENDING))
    if credit is not None and credit[1].casefold() in known.credits:
        return not has_inner_end(words[: credit.start()].rstrip())
    small = words.casefold()
    return any(position in small for position in known.caption_positions) and not is_terminated(words)
