"""Lines that say who wrote an article."""

from __future__ import annotations

from tradeparse.articles.cues import cues, normalise
from tradeparse.articles.patterns import Pattern
from tradeparse.articles.prose import is_terminated

LONGEST = 90
DIGIT = Pattern(r"\d")
NAME = Pattern(r"[^\W\d_]+(?:[-.'’·][^\W\d_]+)*\.?|&")


def is_byline(words: str) -> bool:
    """Say whether a line names a writer: "By Kim Min-ji", "Lee Su-jin, staff reporter"."""
    if len(words) > LONGEST or DIGIT.search(words) is not None:
        return False
    start = cues().byline_starts.start(normalise(words))
    if start is None and not _has_role(words):
        return False
    if is_terminated(words) and words.count(" ") > 3:
        return False
    names = NAME.findall(words)[start.count(" ") + 1 if start else 0 :]
    return 1 <= len(names) <= 10 and all(_is_name(name) for name in names)


def _has_role(words: str) -> bool:
    found = [word.casefold() for word in NAME.findall(words)]
    return 2 <= len(found) <= 7 and found[-1] in cues().roles


def _is_name(word: str) -> bool:
    small = word.casefold()
    return not word[0].islower() or small in cues().byline_joints or small in cues().roles
