"""Which paragraphs are the article and which are the page, by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from tradeparse.articles.model import BlockKind
from tradeparse.articles.paragraphs import Paragraph
from tradeparse.articles.prose import has_figure, is_sentence, is_title_case, starts_with_figure

MOST_LINK = 200
FEWEST_LISTED = 3
MOST_HEADINGS = 5
FEWEST_WORDS = 8
LONG_HEADLINE = 100
MOST_CROSSHEAD = 12
RULES = ("-", "–", "—", "•", "*", "·")


def find_kinds(parts: Sequence[Paragraph]) -> list[BlockKind]:
    """Give the kind of each part; the roles are changed where the surroundings tell more."""
    _mark_headline_sentence(parts)
    _mark_ruled_lists(parts)
    _mark_top_list(parts)
    _mark_linked_lists(parts)
    _mark_unfinished(parts)
    _mark_head(parts)
    _mark_foot(parts)
    _keep_notes(parts)
    kinds: dict[str, BlockKind] = {"prose": "text", "heading": "title", "caption": "caption", "grid": "grid"}
    return [kinds.get(part.role, "furniture") for part in parts]


def is_post(parts: Sequence[Paragraph], place: int) -> bool:
    """Say whether a post of an archive page begins here: a headline, its date, its text."""
    if parts[place].role != "heading" or parts[place].words.count(" ") < 1:
        return False
    following = place + 1
    if following >= len(parts) or parts[following].role != "date" or parts[following].days[0].year is None:
        return False
    return any(part.role == "prose" for part in parts[following + 1 : following + 4])


def _mark_headline_sentence(parts: Sequence[Paragraph]) -> None:
    """Take a short sentence at the very top for the headline where a dateline or a long paragraph follows."""
    content = [part for part in parts if part.role in ("prose", "heading", "caption", "grid")][:2]
    if len(content) < 2 or content[0].role != "prose" or content[0].dateline or content[0].bullet:
        return
    first, second = content
    if len(first.words) > 120 or second.role != "prose" or first.words.endswith((":", "：")):
        return
    if second.dateline is not None or first.words[-1] in "?!":
        first.role = "heading"


def _mark_ruled_lists(parts: Sequence[Paragraph]) -> None:
    """Drop headlines that stand between lone dashes or ranks, as below an agency's report."""
    for place, part in enumerate(parts):
        if part.role != "heading" or place == 0 or not _is_rule(parts[place - 1]):
            continue
        if place + 1 == len(parts) or _is_rule(parts[place + 1]):
            part.role = "junk"


def _is_rule(part: Paragraph) -> bool:
    return part.role == "junk" and (part.words in RULES or part.words.isdigit())


def _mark_top_list(parts: Sequence[Paragraph]) -> None:
    """Drop a list of other headlines above the article's own."""
    top: list[Paragraph] = []
    for part in parts:
        if part.role in ("junk", "crawl", "date"):
            continue
        if part.role != "heading" or not part.bullet:
            break
        top.append(part)
    own = any(part.role in ("heading", "prose") and not part.bullet for part in parts)
    if own and len(top) >= FEWEST_LISTED:
        for part in top:
            part.role = "junk"


def _mark_linked_lists(parts: Sequence[Paragraph]) -> None:
    """Drop the entries under "Related coverage" and the like, and all that follows the article's end."""
    seen = listing = ended = False
    cited = 0
    for place, part in enumerate(parts):
        if (listing or ended) and (_is_report(part) or ((part.gap or ended) and is_post(parts, place))):
            listing = ended = False
        if ended:
            part.role = "date" if part.role == "date" else "junk"
            part.days = []
        elif part.role == "end":
            ended = seen
        elif part.role == "head":
            listing, cited = True, 0
        elif part.role == "cite":
            cited = 1
        elif cited and part.role in ("heading", "prose", "date") and len(part.words) <= MOST_LINK:
            if part.role == "date":
                cited = 0
            elif cited == 1 or (part.words.count(" ") < 4 and not part.gap):
                part.role = "junk"
                cited = 2
            else:
                cited = 0
        elif listing:
            listing = _drop_entry(parts, place)
        seen = seen or part.role == "prose"


def _is_report(part: Paragraph) -> bool:
    return part.role == "prose" and part.dateline is not None


def _drop_entry(parts: Sequence[Paragraph], place: int) -> bool:
    part = parts[place]
    short = len(part.words) <= MOST_LINK
    if part.role in ("prose", "caption", "grid") and not (short and part.bullet):
        right_below = part.role == "prose" and short and not part.gap and parts[place - 1].role == "head"
        if not right_below:
            return False
    part.days = []
    part.role = "date" if part.role == "date" else "junk"
    return True


def _mark_unfinished(parts: Sequence[Paragraph]) -> None:
    """Keep what has no full stop but is the article's: entries of its lists, and all paragraphs if none has one."""
    prose = any(part.role == "prose" for part in parts)
    titled = told = False
    for place, part in enumerate(parts):
        told = told or part.role == "prose"
        if part.role != "heading":
            continue
        count = part.words.count(" ") + 1
        listed = (
            titled or told or any(other.bullet for other in (*parts[place - 1 : place], *parts[place + 1 : place + 2]))
        )
        entry = part.bullet and listed and (count >= FEWEST_WORDS or has_figure(part.words))
        unfinished = told and count >= MOST_CROSSHEAD and not is_title_case(part.words)
        counted = titled and starts_with_figure(part.words)
        if entry or unfinished or counted or (titled and not prose and count >= 2 * FEWEST_WORDS):
            part.role = "prose"
        titled = titled or part.role == "heading"


def _mark_head(parts: Sequence[Paragraph]) -> None:
    """Leave the headline and what belongs to it above the first paragraph."""
    body = next((place for place, part in enumerate(parts) if part.role in ("prose", "grid")), len(parts))
    headings = [part for part in parts[:body] if part.role == "heading"]
    if not headings:
        return
    if len(headings) > MOST_HEADINGS:
        for part in headings[:-2]:
            part.role = "junk"
    if any(part.words.count(" ") >= 3 for part in headings):
        for part in headings:
            if " " not in part.words and not any(map(str.isdigit, part.words)):
                part.role = "junk"


def _mark_foot(parts: Sequence[Paragraph]) -> None:
    """Drop what is below the last paragraph and no sentence: signatures, links, labels."""
    last = _last_content(parts, len(parts))
    if last < 0:
        return
    paragraph = _last_paragraph(parts, last)
    entries = [part for part in parts[paragraph + 1 :] if _is_entry(part)]
    if entries and _are_links(entries, above=parts[paragraph] if paragraph >= 0 else None, near=parts[paragraph + 1]):
        for part in entries:
            part.role = "junk"
        last = paragraph
    foot = [place for place in range(last + 1, len(parts)) if parts[place].role == "heading"]
    for place in foot:
        parts[place].role = "prose" if len(foot) == 1 and _is_cut_off(parts, place, last) else "junk"


def _are_links(entries: Sequence[Paragraph], *, above: Paragraph | None, near: Paragraph) -> bool:
    """Say whether a list at the foot leads to other articles: nothing announces it, or its entries are headlines."""
    if above is None or (near.role in ("heading", "grid") and not near.bullet):
        return False
    if above.words.endswith((":", "：")):
        return False
    return near.role == "junk" or all(is_title_case(part.words) for part in entries)


def _last_content(parts: Sequence[Paragraph], before: int) -> int:
    return next((place for place in range(before - 1, -1, -1) if parts[place].role in ("prose", "grid")), -1)


def _last_paragraph(parts: Sequence[Paragraph], last: int) -> int:
    """Go up from the last paragraph over the entries of a list."""
    while last >= 0 and (_is_entry(parts[last]) or parts[last].role not in ("prose", "grid")):
        last -= 1
    return last


def _is_entry(part: Paragraph) -> bool:
    return part.role in ("prose", "heading") and part.bullet != "" and not is_sentence(part.words)


def _is_cut_off(parts: Sequence[Paragraph], place: int, last: int) -> bool:
    """Say whether a line at the foot is a paragraph that lost its end, not the headline of something else."""
    words = parts[place].words
    if words.count(" ") + 1 < FEWEST_WORDS or is_title_case(words):
        return False
    return place == last + 1 or (place == len(parts) - 1 and len(words) > LONG_HEADLINE)


def _keep_notes(parts: Sequence[Paragraph]) -> None:
    """Keep a note in brackets beside a table, which may give its unit."""
    for place, part in enumerate(parts):
        if part.role == "junk" and part.words.startswith("(") and part.words.endswith(")"):
            beside = parts[max(0, place - 1) : place + 2]
            if any(other.role == "grid" for other in beside):
                part.role = "heading"
