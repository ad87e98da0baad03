"""Sentences as linking sees them: mentions in a row, each in its clause."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tradeparse.mentions.tokens import Token

CLAUSE_ENDS = frozenset({"SEMICOLON", "COLON", "CONTRAST", "WHEN", "DASH", "BAR"})
"""What ends a clause; a comma before "and" does too."""
STOPS = frozenset({"SEMICOLON", "COLON", "CONTRAST", "WHEN"})
"""Beyond these the subject of a verb or a balance is not looked for."""
QUANTITIES = frozenset({"MONEY", "VOLUME", "PCT", "MULT", "FRAC", "NUMBER", "REJECTED"})
HEDGED_QUANTITIES = QUANTITIES | {"HEDGE", "NOHEDGE"}
LONGEST_ASIDE = 12
"""So many tokens at most explain goods in an aside."""
EDGE = ""
"""The kind of token that stands before the first and behind the last."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The mentions of a sentence, the clause of each, and all kinds of mention in it."""

    tokens: list[Token]
    clauses: list[int]
    kinds: frozenset[str]

    @classmethod
    def of(cls, tokens: list[Token]) -> Sentence:
        """A sentence from its mentions."""
        return cls(tokens, number_clauses(tokens), frozenset(token.kind for token in tokens))

    def __len__(self) -> int:
        """How many mentions it has."""
        return len(self.tokens)

    def kind(self, at: int) -> str:
        """The kind of the mention at a place, or `EDGE` outside the sentence."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else EDGE

    def has(self, kinds: Collection[str], start: int, end: int) -> bool:
        """Whether a mention of one of the kinds stands from `start` up to `end`."""
        if self.kinds.isdisjoint(kinds):
            return False
        return any(token.kind in kinds for token in self.tokens[max(start, 0) : max(end, 0)])

    def only(self, kinds: Collection[str], start: int, end: int) -> bool:
        """Whether nothing but mentions of the kinds stands from `start` up to `end`."""
        return all(token.kind in kinds for token in self.tokens[start:end])

    def back_over(self, at: int, kinds: Collection[str], most: int = 1000) -> int:
        """The place that is reached from `at` on the way back over the kinds; -1 before the first."""
        end = at - most
        while at >= 0 and at > end and self.tokens[at].kind in kinds:
            at -= 1
        return at

    def back_to(self, kind: str, at: int) -> int:
        """The place of the last mention of a kind before `at` or there; -1 where there is none."""
        while at >= 0 and self.tokens[at].kind != kind:
            at -= 1
        return at

    def on_over(self, at: int, kinds: Collection[str], limit: int | None = None) -> int:
        """The place that is reached from `at` on the way forward over the kinds."""
        end = len(self.tokens) if limit is None else limit
        while at < end and self.tokens[at].kind in kinds:
            at += 1
        return at

    def in_brackets(self, index: int) -> bool:
        """Whether a mention stands behind a bracket that opens within its clause and is not closed yet."""
        at = index - 1
        while at >= 0 and self.tokens[at].kind not in ("LPAR", "RPAR") and self.clauses[at] == self.clauses[index]:
            at -= 1
        return self.kind(at) == "LPAR"

    def clause_start(self, index: int) -> int:
        """Where the clause of a mention starts, as far as it runs on to it."""
        start = index
        while start > 0 and self.clauses[start - 1] == self.clauses[index]:
            start -= 1
        return start


def number_clauses(tokens: list[Token]) -> list[int]:
    """The clause of each token: a new one at stronger stops and at joints of contrast; asides in commas have their own.

    An aside ("…, which had once bought ore, …") has a negative number; what follows it belongs to the clause before it.
    """
    clause, asides, inside = 0, 0, False
    result = []
    for index, token in enumerate(tokens):
        follows_comma = index > 0 and tokens[index - 1].kind == "COMMA"
        if inside and token.kind == "COMMA":
            inside = False
        elif token.kind in ("WHICH", "WHEN") and follows_comma:
            if any(one.kind == "COMMA" for one in tokens[index + 2 :]):
                inside = True
                asides -= 1
            elif token.kind == "WHEN":
                clause += 1
        elif not inside and follows_comma and (explains_goods(tokens, index) or looks_back(tokens, index)):
            inside = True
            asides -= 1
        elif not inside and (token.kind in CLAUSE_ENDS or (token.kind == "AND" and follows_comma)):
            clause += not sets_off_number(tokens, index)
        result.append(asides if inside else clause)
    return result


def looks_back(tokens: list[Token], index: int) -> bool:
    """Whether an aside in commas tells what was before: "exports, having expanded 12 percent in April, lost"."""
    if tokens[index].id != "having":
        return False
    return any(token.kind == "COMMA" for token in tokens[index + 2 : index + LONGEST_ASIDE])


def explains_goods(tokens: list[Token], index: int) -> bool:
    """Whether an aside behind goods and a comma only explains them: "wigs, made from hair bought in China, earned"."""
    if index < 2 or tokens[index - 2].kind != "GOODS" or tokens[index].kind != "WORD":
        return False
    for at in range(index + 1, min(index + LONGEST_ASIDE, len(tokens) - 1)):
        kind = tokens[at].kind
        if kind == "COMMA":
            return tokens[at + 1].kind in ("LEVEL", "BE", "DIR") and tokens[at - 1].kind not in QUANTITIES
        if kind in QUANTITIES or kind in ("LEVEL", "SEMICOLON"):
            return False
    return False


def sets_off_number(tokens: list[Token], index: int) -> bool:
    """Whether a dash or colon stands between a number that opens its sentence and what it counts: "$5 million — …"."""
    if not 0 < index < min(4, len(tokens)) or tokens[index].kind not in ("DASH", "COLON"):
        return False
    before = [token.kind for token in tokens[:index]]
    return before[-1] in QUANTITIES and HEDGED_QUANTITIES.issuperset(before)
