"""Matches: the tokens that fit a pattern, from which a builder makes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tradeparse.mentions.tokens import Token


@dataclass(frozen=True, slots=True)
class Match:
    """A row of tokens that fits a pattern, and those that the pattern names."""

    text: str
    tokens: list[Token]
    captures: dict[str, list[Token]]

    def has(self, *names: str) -> bool:
        """Whether the pattern named a token by one of these names."""
        return any(name in self.captures for name in names)

    def first(self, name: str) -> Token:
        """The first token of a name."""
        return self.captures[name][0]

    def make(self, kind: str, value: Any, tokens: list[Token] | None = None) -> Token:
        """A token in place of all that matched, or of its first tokens."""
        parts = self.tokens if tokens is None else tokens
        return Token(kind, value, parts[0].start, parts[-1].end, parts=tuple(parts))


Builder = Callable[[Match], Token | None]
"""Makes a token of a match; `None` where the words mean something else after all."""
