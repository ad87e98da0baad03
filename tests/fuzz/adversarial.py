"""Time of texts made against each pattern: `python tests/fuzz/adversarial.py [--bytes N] [--most RATIO]`.

Each beginning of what a pattern matches, every optional part taken, is repeated until the text is N bytes long, and is
read in units of the time that news of trade of that length takes. Fails where a text takes more than RATIO of them.
"""

from __future__ import annotations

import argparse
import re._parser as parser
import sys
import time
from collections.abc import Iterator
from re._constants import ASSERT, ASSERT_NOT, BRANCH, IN, LITERAL, MAX_REPEAT, SUBPATTERN
from typing import Any

from tradeparse import extract
from tradeparse.language.lexicon import Lexicon, shipped

LEAD = "BEIJING, June 20, 2020 (Wire) -- China's exports to North Korea were worth $5 million in May. "
BENIGN = "China's exports to North Korea rose 5 percent to $6 million in May from a year earlier. "
WRITTEN = {"NUM": "5", "YEAR": "2019", "NUMBER": "5", "MONEY": "$5 million", "RATE": "5 percent", "PERIOD": "in May"}


def paths(tree: Any, branch: int) -> list[str]:
    """The codes of one way through a pattern: every optional part is taken, and where it divides, this branch."""
    codes: list[str] = []
    for kind, value in tree:
        if kind is LITERAL:
            codes.append(chr(value))
        elif kind is IN:
            codes.extend(chr(one) for sort, one in value[branch % len(value) :][:1] if sort is LITERAL)
        elif kind is BRANCH:
            codes.extend(paths(value[1][branch % len(value[1])], branch))
        elif kind is SUBPATTERN:
            codes.extend(paths(value[3], branch))
        elif kind is MAX_REPEAT:
            codes.extend(paths(value[2], branch))
        elif kind not in (ASSERT, ASSERT_NOT):
            raise ValueError(f"{kind} in a pattern; say here how it is written")
    return codes


def words_of(lexicon: Lexicon) -> dict[str, str]:
    """A word for each code: a form of the class, or what is written for one that patterns make."""
    names = {code: name for name, code in lexicon.codes.items()}
    forms: dict[str, str] = {}
    for group in lexicon.forms.values():
        for form, senses in group:
            forms.setdefault(senses[0].kind, " ".join(form))
    return {code: forms.get(name, WRITTEN.get(name, name.lower())) for code, name in names.items()}


def texts(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What is repeated: each beginning of two ways through each pattern, with the pattern's id."""
    words = words_of(lexicon)
    for patterns in lexicon.patterns.values():
        for pattern in patterns:
            tree = parser.parse(pattern.regex.pattern)
            beginnings = {
                tuple(codes[:end]) for b in (0, 1) for codes in [paths(tree, b)] for end in range(1, len(codes) + 1)
            }
            for beginning in sorted(beginnings, key=len):
                yield pattern.id, " ".join(words[code] for code in beginning)


def seconds(text: str) -> float:
    """The time that this process takes to read a text."""
    start = time.process_time()
    extract(text)
    return time.process_time() - start


def main() -> int:
    """Print the slowest and say whether all keep to the bound."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bytes", type=int, default=1_000_000)
    options.add_argument("--most", type=float, default=8.0)
    asked = options.parse_args()
    extract(LEAD)
    unit = seconds(LEAD + BENIGN * (asked.bytes // len(BENIGN)))
    language = shipped()
    made = dict.fromkeys(repeated for lexicon in (language.words, language.sources) for repeated in texts(lexicon))
    ratios = [(seconds(LEAD + f"{text} " * (asked.bytes // (len(text) + 1))) / unit, name, text) for name, text in made]
    ratios.sort(reverse=True)
    print(f"{len(ratios)} texts of {asked.bytes:,} bytes; in units of {unit:.2f} seconds, the slowest:")
    for ratio, name, text in ratios[:10]:
        print(f"{ratio:6.2f}  {name}: {text!r}")
    return int(ratios[0][0] > asked.most)


if __name__ == "__main__":
    sys.exit(main())
