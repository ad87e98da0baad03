"""The phrases of a sentence that carry meaning: tokens, with numbers, quantities and periods built by the grammar."""

from __future__ import annotations

from tradeparse.language.lexicon import Lexicon, Pattern
from tradeparse.mentions import months, multiples, numerals, quantities, shifts
from tradeparse.mentions.matches import Match
from tradeparse.mentions.tokens import Token, split_sentences, tokenise

BUILDERS = {**numerals.BUILDERS, **quantities.BUILDERS, **multiples.BUILDERS, **months.BUILDERS, **shifts.BUILDERS}


def find_mentions(text: str, start: int, end: int, lexicon: Lexicon) -> list[list[Token]]:
    """The sentences of `text[start:end]`, each as its mentions in order."""
    tokens = tokenise(text, start, end, lexicon)
    return [read_sentence(text, sentence, lexicon) for sentence in split_sentences(text, tokens)]


def read_sentence(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens of a sentence with everything the grammar builds in place of its parts."""
    tokens = reduce_stage(text, tokens, "number", lexicon)
    tokens = quantities.share_units(reduce_stage(text, tokens, "quantity", lexicon))
    return drop_explained(reduce_stage(text, tokens, "period", lexicon))


def drop_explained(tokens: list[Token]) -> list[Token]:
    """The tokens without months in brackets that say again which those before are: "the third quarter (July-Sept.)"."""
    kinds = [token.kind for token in tokens]
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        result.append(tokens[at])
        explained = kinds[at : at + 4] == ["PERIOD", "LPAR", "PERIOD", "RPAR"] and tokens[at].value.kind == "months"
        at += 4 if explained and tokens[at + 2].value.year is None else 1
    return result


def reduce_stage(text: str, tokens: list[Token], stage: str, lexicon: Lexicon) -> list[Token]:
    """Replace the longest match at each place by what it makes, from left to right."""
    found = find_matches(tokens, stage, lexicon)
    if not found:
        return tokens
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        for end, pattern, captures in sorted(found[at], key=lambda match: -match[0]) if at in found else ():
            if end <= at:
                continue
            made = BUILDERS[pattern.make](Match(text, tokens[at:end], captures))
            if made is not None:
                made.id = pattern.id
                result.append(made)
                at += len(made.parts)
                break
        else:
            result.append(tokens[at])
            at += 1
    return result


def find_matches(
    tokens: list[Token], stage: str, lexicon: Lexicon
) -> dict[int, list[tuple[int, Pattern, dict[str, list[Token]]]]]:
    """What the patterns of a stage match, by where it starts: its end, the pattern, and the tokens that it names."""
    codes = lexicon.codes
    row = "".join([codes[token.kind] for token in tokens])
    found: dict[int, list[tuple[int, Pattern, dict[str, list[Token]]]]] = {}
    for pattern in lexicon.patterns[stage]:
        for match in pattern.regex.finditer(row):
            captures: dict[str, list[Token]] = {}
            for group, name in pattern.captures.items():
                if match.start(group) >= 0:
                    captures.setdefault(name, []).append(tokens[match.start(group)])
            found.setdefault(match.start(), []).append((match.end(), pattern, captures))
    return found
