"""Who states a figure, in the words of its own sentence, and whose statistics it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tradeparse.language.lexicon import Lexicon, Pattern
from tradeparse.mentions.tokens import Token, tokenise

STAGES = ("chunk", "link", "owner")
SPEAKING = {
    "SAYING", "ANNOUNCING", "STATING", "SHOWING", "ESTIMATE", "ACCORDING", "CITING",
    "CUSTOMS", "INST", "DOC", "BODY", "MEDIA", "PERSON",
}  # fmt: skip
"""Of these, a sentence that names a source has at least one."""
REACH = 800
"""How many characters a source may stand from its figure; what is longer than that is no sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody whom a sentence names as stating what it says."""

    attribution: str
    coverage: str | None
    anaphor: str | None
    rank: int
    clause: int
    start: int
    leads: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources that a sentence names, and where its clauses start."""

    named: tuple[Source, ...]
    clauses: tuple[int, ...]


def find_attribution(
    text: str, tokens: list[Token], start: int, earlier: str | None, lexicon: Lexicon
) -> tuple[str | None, str | None]:
    """Who states the figure at an offset, and the coverage; "the agency" has that of `earlier`, named last before."""
    return choose_source(find_sources(text, tokens, start, lexicon), start, earlier, lexicon)


def find_sources(text: str, tokens: list[Token], near: int, lexicon: Lexicon) -> Sources:
    """Everybody whom a sentence names as stating something, in order."""
    begin = max(tokens[0].start, near - REACH)
    words = read_words(text, begin, min(tokens[-1].end, near + REACH), lexicon)
    if not any(token.kind in SPEAKING for token in words):
        return Sources((), ())
    clauses = tuple(token.end for token in words if token.kind in ("SEMICOLON", "CONTRAST"))
    for stage in STAGES:
        words = reduce(words, lexicon.patterns[stage], lexicon.codes)
    named = [
        describe(text, token, coverage_of(whose), pattern, sum(clause <= token.start for clause in clauses))
        for pattern, token, whose in read_sources(words, lexicon)
    ]
    return Sources(tuple(sorted(named, key=lambda source: source.start)), clauses)


def choose_source(sources: Sources, start: int, earlier: str | None, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """The source of a figure: of its own clause, nearest to the data, nearest to the figure."""
    clause = sum(one <= start for one in sources.clauses)
    best = min(
        (source for source in sources.named if source.start <= start or not source.leads),
        key=lambda source: (source.clause != clause, -source.rank, abs(source.start - start)),
        default=None,
    )
    if best is None:
        return None, None
    coverage = best.coverage
    if coverage is None and best.anaphor is not None and earlier is not None:
        named = read_name(earlier, lexicon)
        if any(best.anaphor in token.low.split() for token in named):
            coverage = coverage_of(named)
    return best.attribution, coverage


def name_to_remember(attribution: str | None, earlier: str | None, lexicon: Lexicon) -> str | None:
    """Who is named last before what follows: "administration" after the full name of one points back to it."""
    if attribution is None or earlier is None:
        return attribution or earlier
    named = read_name(attribution, lexicon)
    known = {word for token in read_name(earlier, lexicon) for word in token.low.split()}
    return earlier if named[0].kind == "BODY" and named[0].low in known else attribution


def read_name(attribution: str, lexicon: Lexicon) -> list[Token]:
    """The words of an attribution."""
    return read_words(attribution, 0, len(attribution), lexicon)[1:-1]


def read_words(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The words of a sentence between two stops; capitals that the language does not know are names."""
    words = [Token("STOP", None, start, start)]
    for token in tokenise(text, start, end, lexicon):
        gap = text[words[-1].end : token.start]
        # Square brackets are no tokens, and an abbreviation in them is no part of a name.
        if "[" in gap or "]" in gap:
            words.append(Token("LPAR" if "[" in gap else "RPAR", None, token.start, token.start))
        if token.kind == "WORD" and token.capital:
            token.kind = "NAME"
        words.append(token)
    if "]" in text[words[-1].end : end + 1]:
        words.append(Token("RPAR", None, words[-1].end, words[-1].end))
    return [*words, Token("STOP", None, end, end)]


def reduce(tokens: list[Token], patterns: tuple[Pattern, ...], codes: dict[str, str]) -> list[Token]:
    """Put a token in place of the longest match at each place, from left to right."""
    row = "".join(codes[token.kind] for token in tokens)
    pending = [pattern.regex.search(row) for pattern in patterns]
    result: list[Token] = []
    at = 0
    while True:
        for number, match in enumerate(pending):
            if match is not None and match.start() < at:
                pending[number] = patterns[number].regex.search(row, at)
        found = [(match, pattern) for match, pattern in zip(pending, patterns, strict=True) if match is not None]
        if not found:
            return [*result, *tokens[at:]]
        match, pattern = min(found, key=lambda one: (one[0].start(), -one[0].end()))
        result.extend(tokens[at : match.start()])
        result.append(make(tokens, match, pattern))
        at = match.end()


def make(tokens: list[Token], match: re.Match[str], pattern: Pattern) -> Token:
    """The token of a match: of the source alone where that is marked, else up to the last word that is marked."""
    places = {name: match.start(group) for group, name in pattern.captures.items() if match.start(group) >= 0}
    last = max(match.start(group) for group in pattern.captures)
    first = places.get("s", match.start())
    parts = tokens[first : first + 1] if "s" in places else tokens[match.start() : match.end()]
    return Token(pattern.make, None, tokens[first].start, tokens[last].end, pattern.id, parts=tuple(parts))


def read_sources(words: list[Token], lexicon: Lexicon) -> Iterator[tuple[Pattern, Token, list[Token]]]:
    """Each match of an attribution: the token of its source, and the words that say whose statistics it gives."""
    row = "".join(lexicon.codes[token.kind] for token in words)
    for pattern in lexicon.patterns["attribution"]:
        for match in pattern.regex.finditer(row):
            held = {
                name: words[match.start(group)] for group, name in pattern.captures.items() if match.start(group) >= 0
            }
            yield pattern, held["s"], leaves_of(held.get("c", held["s"]))


def describe(text: str, token: Token, coverage: str | None, pattern: Pattern, clause: int) -> Source:
    """A source in the text's words, without the article and what only says that it is recent."""
    leaves = [leaf for leaf in leaves_of(token) if token.start <= leaf.start and leaf.end <= token.end]
    start = token.start
    anaphor = None
    if len(leaves) > 1 and leaves[0].value == "definite":
        anaphor = leaves[1].low if leaves[1].kind == "BODY" else None
        start = next((leaf.start for leaf in leaves[1:] if leaf.kind != "WEAK"), start)
    elif leaves[0].kind == "WEAK":
        start = next((leaf.start for leaf in leaves if leaf.kind != "WEAK"), start)
    rank = 3 if pattern.make == "cited" else 1 if token.kind in ("OUTLET", "NAMED") else 2
    words = " ".join(text[start : token.end].split())
    return Source(words, coverage, anaphor, rank, clause, token.start, pattern.make == "led", pattern.id)


def leaves_of(token: Token) -> list[Token]:
    """The words of a token that patterns made."""
    return [leaf for part in token.parts for leaf in leaves_of(part)] if token.parts else [token]


def coverage_of(leaves: list[Token]) -> str | None:
    """Whose statistics words name; customs of another country are not China's."""
    foreign = False
    for leaf in leaves:
        foreign = foreign or leaf.kind == "FOREIGN"
        if leaf.kind in ("INST", "STATISTICS") or (leaf.kind == "CUSTOMS" and not foreign):
            return str(leaf.value)
    return None
