"""Frames: which numbers belong to which flow of their sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from tradeparse.figures.antecedents import ITEMS
from tradeparse.figures.heads import Head
from tradeparse.figures.lists import zip_heads
from tradeparse.figures.numbers import Figure
from tradeparse.figures.origins import further
from tradeparse.figures.sentences import CLAUSE_ENDS, QUANTITIES, Sentence

BRIDGE = frozenset({
    "FROM", "HYPHEN", "BASIS", "DIR", "CMP", "FLOWADJ", "WORTH", "IN", "OF", "ARTICLE", "THAT", "ITS", "TO", "WORD",
    "GENERIC",
})  # fmt: skip
"""What may stand between a number and the flow that it leads up to."""
FULL_QUANTITIES = QUANTITIES - {"NUMBER"}
BRIDGE_ENDS = frozenset({"IN", "OF", "ARTICLE", "ITS", "THAT", "HYPHEN", "FLOWADJ"})
INNER_PREPOSITIONS = frozenset({"OF", "IN", "FROM", "TO", "COMMA"})
LEADING = CLAUSE_ENDS | {"AT", "HEDGE", "NOHEDGE", "ARTICLE", "AND", "WITH", "COMMA", "DIR", "OF", "FROM"}
"""What may stand before the first thing that is told in a clause."""

SUMS = ("the-total", "for-a-total")
"""Ids of what both flows come to together."""
AFTER_SUM = frozenset({"BE", "LEVEL", "COMMA", "DIR", "UPDOWN", "MONEY", "HEDGE", "NOHEDGE"})
"""What may stand behind it: "the total was", "for a total of $5 million", but not "the total for the year so far"."""


@dataclass(slots=True)
class Frame:
    """One predication: a head, the flow it comes to, and the figures that it governs.

    `sign` is that of its balance, `reason` the rule that says why there is no flow, `flow_from` where a flow came
    from that its own clause does not state.
    """

    head: Head | None
    figures: list[Figure] = field(default_factory=list)
    flow: str | None = None
    side: str | None = None
    sign: int = 1
    reason: str = "no-flow"
    flow_from: str | None = None

    def infer_flow(self, origin: str) -> None:
        """Note where a part of the flow came from; the furthest of them counts."""
        self.flow_from = further(self.flow_from, origin)


def govern(sentence: Sentence, heads: list[Head], figures: list[Figure]) -> list[Head | None]:
    """The head of each figure: the one right after it, else the last before it, else the next in its clause."""
    usable = [head for head in heads if not head.share]
    governed: list[Head | None] = []
    for number, figure in enumerate(figures):
        if is_set_against(sentence, figures, number):
            governed.append(governed[-1])
        else:
            governed.append(
                forward_head(sentence, usable, figure.index) or nearest_head(sentence, usable, figure.index)
            )
    for number, figure in enumerate(figures):
        head = governed[number]
        if head is not None and is_summed(sentence, usable, head, figure.index):
            governed[number] = None
        elif head is None and figure.role != "rejected":
            governed[number] = whole_of(sentence, heads, figure.index)
    if "RESPECTIVELY" in sentence.kinds:
        zip_heads(sentence, usable, figures, governed)
    return governed


def is_summed(sentence: Sentence, heads: list[Head], head: Head, index: int) -> bool:
    """Whether a number is what the flows before it come to, rather than one of them."""
    at = total_before(sentence, head.last + 1, index)
    if at is None:
        return False
    kinds = {one.kind for one in heads if one.index < index}
    return sentence.tokens[at].id == "the-total" or kinds.issuperset(("imports", "exports"))


def total_before(sentence: Sentence, start: int, end: int) -> int | None:
    """Where what the flows come to together is named, no other flow behind it: "…, and the total was $5 million"."""
    for at in range(end - 1, start - 1, -1):
        if sentence.kind(at) in ("FLOW", "PAIRFLOW", "FLOWVERB", "SEMICOLON"):
            return None
        if sentence.tokens[at].id in SUMS and sentence.kind(at - 1) != "OF":
            return at if sentence.kind(at + 1) in AFTER_SUM else None
    return None


def whole_of(sentence: Sentence, heads: list[Head], index: int) -> Head | None:
    """The flow that a number's goods are a share of: "wigs worth $167 million made up 60 percent of exports to"."""
    clause = sentence.clauses[index]
    head = next((head for head in heads if head.share and head.index > index and head.clause == clause), None)
    if head is None or not sentence.has(("GOODS",), sentence.clause_start(index), index):
        return None
    head.share = False
    return head


def is_set_against(sentence: Sentence, figures: list[Figure], number: int) -> bool:
    """Whether a number is what the one before it is compared with, no flow between: "5 tons of rice, against 7"."""
    figure = figures[number]
    if number == 0 or figure.role != "base":
        return False
    start = figures[number - 1].index + 1
    return not sentence.has(("FLOW", "PAIRFLOW", "FLOWVERB"), start, figure.index)


def forward_head(sentence: Sentence, heads: list[Head], index: int) -> Head | None:
    """The noun that a number leads up to: "a 270 percent surge in bilateral trade", "a $9 million deficit"."""
    head = next((head for head in heads if not head.verb and head.index > index), None)
    if head is None:
        return None
    start = max(head.first, index + 1)
    between = [token.kind for token in sentence.tokens[index + 1 : start]]
    if len(between) > 6 or not BRIDGE.issuperset(between) or between.count("WORD") > 2:
        return None
    if sentence.has(FULL_QUANTITIES, start, head.index):
        return None
    if head.first <= index and not sentence.has(INNER_PREPOSITIONS, index + 1, head.index):
        return head
    return head if not between or bridges(sentence, head, index, between) else None


def bridges(sentence: Sentence, head: Head, index: int, between: list[str]) -> bool:
    """Whether the words between a number and a flow make it the flow's number."""
    kind = sentence.kind(index)
    first, last = between[0], between[-1]
    if first == "FROM" and last == "FROM" and kind == "MONEY" and head.owner == "ITS":
        return True
    if (last not in BRIDGE_ENDS and first not in ("WORTH", "HYPHEN")) or first in ("TO", "FROM"):
        return False
    if kind == "PCT" and "IN" in between and "DIR" not in between and "CMP" not in between:
        return False
    return "DIR" in between or "WORTH" in between or first in ("IN", "OF", "HYPHEN")


def nearest_head(sentence: Sentence, heads: list[Head], index: int) -> Head | None:
    """The last head before a number in its clause, else the next one in it, else the last before it at all."""
    clauses = sentence.clauses
    here = clauses[index]
    before = [
        head
        for head in heads
        if head.index < index and (head.clause >= 0 or head.clause == here or sentence.tokens[head.index].id in ITEMS)
    ]
    same = [head for head in before if clauses[head.index] == here]
    if same:
        return same[-1]
    after = next((head for head in heads if head.index > index and clauses[head.index] == here), None)
    if after is not None and (after.verb or leads_to(sentence, index, after, beside=bool(before))):
        return after
    return before[-1] if before else None


def leads_to(sentence: Sentence, index: int, head: Head, *, beside: bool) -> bool:
    """Whether a number comes first and its flow behind it; with another flow beside it, only up to a comma."""
    if beside and sentence.has(("COMMA",), index + 1, head.index):
        return False
    return leads_clause(sentence, index) or is_subject_of(sentence, index, head)


def is_subject_of(sentence: Sentence, index: int, head: Head) -> bool:
    """Whether a number's subject is said to be the flow: "Plastics at 264 million were the largest imports"."""
    start, end = index + 1, head.first
    return sentence.has(("BE",), start, end) and not sentence.has(("COMMA", "PCT"), start, end)


def leads_clause(sentence: Sentence, index: int) -> bool:
    """Whether a number is the first thing told in its clause."""
    return sentence.only(LEADING, sentence.clause_start(index), index)
