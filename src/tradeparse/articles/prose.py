"""Whether words are sentences of an article or a headline, a label, an entry of a list."""

from __future__ import annotations

from tradeparse.articles.cues import cues
from tradeparse.articles.patterns import Pattern

TERMINATORS = ".!?…。！？"
CLOSERS = "\"'”’»)]』」）】 \t\r\n\xa0|*"
LONG = 220
"""No headline is longer than this."""
LOOKED_AT = 400
"""How much of a paragraph is looked at for the end of a sentence within it."""

INNER_END = Pattern(r"[\w%)”\"’'][.!?。！？][”\"’)]?(?:\s{1,3}[“\"‘(]?[A-Z\d]|(?<=[a-z\d)%]\.)[A-Z][a-z])")
CJK_END = Pattern(r"[。！？]")
SIGN_OFF = Pattern(r"\s*+[(\[][^()\[\]]{1,60}[)\]]\s*+$")
FIGURE = Pattern(r"[$€£¥₩]\s?\d|\d\s?%|\d[\d.,]*+[\s-]?([A-Za-z]{1,12}(?: cent)?)")
FIRST_FIGURE = Pattern(r"[+−-]?(?:[A-Z]{0,3}[$€£¥₩]\s?\d|\d[\d.,]*+\s?(?:%|([A-Za-z]{1,12}(?: cent)?)))")
LAST_WORD = Pattern(r"([^\s(“\"]{1,20})$")


def is_terminated(words: str) -> bool:
    """Say whether the last sentence is closed, an agency's name in brackets after it passed over."""
    tail = words[-120:].rstrip()
    if tail.endswith((")", "]")):
        tail = SIGN_OFF.sub("", tail, count=1) or tail
    tail = tail.rstrip(CLOSERS)
    return tail[-1:] in TERMINATORS and tail != ""


def ends_in_abbreviation(words: str) -> bool:
    """Say whether the last dot may belong to a shortened word, so that it closes nothing."""
    tail = words[-40:].rstrip(CLOSERS)
    if not tail.endswith("."):
        return False
    found = LAST_WORD.search(tail[:-1])
    return found is not None and found[1].casefold() in cues().abbreviations


def is_open(words: str) -> bool:
    """Say whether words break off where neither a sentence nor a headline can end: after "of", a comma, a dash."""
    if words.endswith((",", "，", "、", "--", "—", " -", " –")):
        return True
    found = LAST_WORD.search(words[-24:])
    return found is not None and found[1].casefold() in cues().open_words


def has_inner_end(words: str) -> bool:
    """Say whether a sentence ends before the last one."""
    if CJK_END.search(words, 0, min(len(words) - 1, LOOKED_AT)):
        return True
    for found in INNER_END.finditer(words[:LOOKED_AT]):
        dot = found.start() + 1
        if words[dot] != ".":
            return True
        word = LAST_WORD.search(words[max(0, dot - 20) : dot])
        if word is None or (word[1].casefold() not in cues().abbreviations and len(word[1]) > 1):
            return True
    return False


def is_sentence(words: str) -> bool:
    """Say whether words read as running text rather than as a headline or a label."""
    length = len(words)
    if length > LONG:
        return True
    count = words.count(" ") + 1
    if is_terminated(words) and (count >= 3 or not words.isascii()) and not ends_in_abbreviation(words):
        return True
    if length > 60 and has_inner_end(words):
        return True
    if words.endswith((":", "：")):
        return count >= 3
    if words.endswith((",", ";", "—")):
        return count >= 5
    return count >= 8 and words[0].islower()


def has_figure(words: str) -> bool:
    """Say whether words hold an amount or a change, not only a number."""
    units = cues().units
    return any(found[1] is None or found[1].casefold() in units for found in FIGURE.finditer(words[:LOOKED_AT]))


def starts_with_figure(words: str) -> bool:
    """Say whether words begin with an amount, as the entries of "in numbers" do."""
    found = FIRST_FIGURE.match(words)
    return found is not None and (found[1] is None or found[1].casefold() in cues().units)


def is_title_case(words: str) -> bool:
    """Say whether most of the longer words are capitalised, as some papers write headlines."""
    longer = [word for word in words.split() if len(word) >= 4 and word[0].isalpha()]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)
