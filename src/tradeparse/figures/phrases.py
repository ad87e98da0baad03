"""Flow phrases: the heads of a sentence, found, completed and joined to one another."""

from __future__ import annotations

from itertools import pairwise

from tradeparse.figures.complements import read_complements
from tradeparse.figures.heads import BALANCES, TWO_WAY, Head
from tradeparse.figures.implied import find_recorded, labels_total, turn_round
from tradeparse.figures.nouns import read_noun
from tradeparse.figures.sentences import STOPS, Sentence
from tradeparse.figures.sides import BOTH, is_subject, pair_before, side_of
from tradeparse.figures.verbs import read_earning, read_verb

FLOW_NOUNS = frozenset({"FLOW", "PAIRFLOW", "WORLDFLOW"})
HEADING = FLOW_NOUNS | {"FLOWVERB", "FORMER", "IT", "REVERSE"}
"""Kinds of token that may be a head."""
ELLIPTIC = ("those", "that-of")
"""Ids of words that take up the flow before them: "those of rice"."""
NOMINAL = {"what-it-bought": "imports", "what-it-sold": "exports"}
"""Clauses that stand for a flow: "while what it bought there went up"."""
HEADING_IDS = (*ELLIPTIC, "earn", *NOMINAL)
"""Ids of words that may be a head."""
BEFORE_COMPARED = frozenset({"MULT", "FRAC", "THAN", "COMPARED", "FROM", "HEDGE", "OF"})
"""Behind these "those of" is a level that a change is set against."""
NESTING = frozenset({
    "MONEY", "VOLUME", "OF", "IN", "LPAR", "RPAR", "HEDGE", "NOHEDGE", "ARTICLE", "ITS", "WITH", "PARTY", "PERIOD",
})  # fmt: skip
"""What may stand between a balance and the trade that it is the balance of."""


def find_heads(sentence: Sentence) -> list[Head]:
    """The flow heads of a sentence in order."""
    heads: list[Head] = []
    for index, token in enumerate(sentence.tokens):
        if token.kind not in HEADING and token.id not in HEADING_IDS and not labels_total(sentence, index):
            continue
        before = heads[-1] if heads else None
        head = read_head(sentence, index, before)
        if head is None:
            continue
        head.clause = sentence.clauses[index]
        if before is not None and before.last >= head.first:
            head.first = before.last + 1 if before.last < head.index else head.index
        heads.append(head)
    for number, head in enumerate(heads):
        limit = heads[number + 1].first if number + 1 < len(heads) else len(sentence)
        read_complements(sentence, head, limit)
    for head in heads:
        # "Foreign trade" is that with the world unless both sides are named.
        both = {head.owner, *head.parties} >= BOTH and sentence.kind(head.index + 1) in ("WITH", "BETWEEN")
        head.world = head.world and not both
    if not heads and (head := find_recorded(sentence)) is not None:
        return [head]
    heads = [head for head in merge_nested(sentence, heads) if is_trade(sentence, head)]
    for head in heads:
        if head.owner is None and head.kind in TWO_WAY and not head.verb and not head.has_pair:
            take_subject(sentence, head)
    for head, following in pairwise(heads):
        share_complement(sentence, head, following)
    return heads


def read_head(sentence: Sentence, index: int, before: Head | None) -> Head | None:
    """The head that a token is, if it is one, with what its noun phrase or its subject says."""
    token = sentence.tokens[index]
    if token.kind == "FLOWVERB":
        return None if is_told_again(sentence, index, before) else read_verb(sentence, index)
    if token.kind in FLOW_NOUNS:
        return read_noun(sentence, index)
    if token.kind == "FORMER":
        return Head(index, "anaphor", index, index)
    if token.id in NOMINAL:
        opens = sentence.kind(index - 1) in ("", "CONTRAST", "AND", "SEMICOLON")
        imports = NOMINAL[token.id] == "imports"
        return Head(index, "imports" if imports else "exports", index, index, owner="ITS") if opens else None
    if token.id == "earn":
        return read_earning(sentence, index)
    if labels_total(sentence, index):
        return Head(index, "total", index, index)
    if token.kind == "IT" and (pair := pair_before(sentence, index)):
        return Head(index, "total", index, index, parties=pair)
    if token.id == "goods-in-reverse":
        return turn_round(before, index)
    if token.id in ELLIPTIC and leads_complement(sentence, index) and sentence.kind(index - 1) not in BEFORE_COMPARED:
        head = Head(index, before.kind if before else "anaphor", index, index)
        if before is not None and not before.verb:
            head.owner = before.owner
            head.parties = list(before.parties)
        return head
    return None


def is_told_again(sentence: Sentence, index: int, before: Head | None) -> bool:
    """Whether a verb only says what something is compared with, or what goods fetch: "what they had brought in".

    Behind a flow noun, "brought in" and "all of which went to" tell no other flow.
    """
    follows = before is not None and not before.verb and not sentence.has(("CONTRAST", "AND"), before.index, index)
    if sentence.tokens[index].id == "bring-in" and sentence.kind(index - 1) in ("ORDINAL", "PARTY", "NEIGHBOUR"):
        return sentence.kind(index - 1) == "ORDINAL" or follows
    if sentence.kind(index - 1) == "WHICH" and sentence.kind(index - 2) in ("OF", "ALLOF"):
        return follows
    if sentence.tokens[index].id in ("sell", "sold") and sentence.kind(index + 2) == "MONEY":
        return sentence.tokens[index + 1].id == "for" and sentence.kind(index - 1) in ("IT", "GOODS")
    if sentence.kind(index - 1) == "ASMUCH":
        return sentence.tokens[index - 1].id != "what-was"
    pronoun = index - 2 if sentence.kind(index - 1) == "WORD" else index - 1
    return sentence.kind(pronoun) == "IT" and sentence.kind(pronoun - 1) in ("THAN", "ASMUCH")


def leads_complement(sentence: Sentence, index: int) -> bool:
    """Whether an elliptic head names goods or a side: "those of rice", "those from Russia"."""
    at = index
    if sentence.kind(index) == "THAT":
        at += 1
        if sentence.kind(at) not in ("FROM", "OF", "TO", "WITH"):
            return False
    if at + 1 >= len(sentence):
        return False
    following = sentence.tokens[at + 1]
    return following.kind in ("GOODS", "GOODSMOD", "ARTICLE", "PARTYADJ") or side_of(following) is not None


def is_trade(sentence: Sentence, head: Head) -> bool:
    """Whether a verb of many meanings is about trade here: money spent on goods, goods that leave for a side."""
    verb = sentence.tokens[head.index].id
    if verb == "arrivals":
        return head.goods is not None or head.sender is not None
    if verb == "leave":
        return bool(head.sender and head.receiver)
    if verb == "bring":
        # "Brought the total to", "brings it to" sum up.
        return sentence.kind(head.index + 1) not in ("IT", "ASMUCH", "ANAPHOR")
    if verb in ("spend", "obtain"):
        return not head.passive and (head.goods is not None or head.sender is not None)
    if head.kind == "moved":
        # "Came from North Korea", not "then came corn".
        return bool(head.sender or head.receiver) or sentence.has(("REVERSE",), head.index, len(sentence))
    return True


def merge_nested(sentence: Sentence, heads: list[Head]) -> list[Head]:
    """A balance "in its trade with" is one head, with the sides of the trade."""
    result: list[Head] = []
    for head in heads:
        before = result[-1] if result else None
        if before is not None and is_nested(sentence, before, head):
            before.parties = [*before.parties, *head.parties]
            before.owner = before.owner or (head.owner if head.owner != "ITS" else None)
            before.last = head.last
        else:
            result.append(head)
    return result


def is_nested(sentence: Sentence, before: Head, head: Head) -> bool:
    """Whether a trade only says what the balance before it is the balance of."""
    return (
        before.kind in BALANCES
        and head.kind == "total"
        and not head.verb
        and head.first > before.index
        and sentence.kind(head.first - 1) in ("IN", "OF")
        and sentence.only(NESTING, before.index + 1, head.first)
    )


def take_subject(sentence: Sentence, head: Head) -> None:
    """Note the side that "ran a surplus", or the two that "did $2 billion in trade"."""
    tokens, clauses = sentence.tokens, sentence.clauses
    if head.kind == "total":
        for at in range(1, head.first - 1):
            if tokens[at].kind == "AND" and clauses[at] >= clauses[head.index] - 1:
                sides = side_of(tokens[at - 1]), side_of(tokens[at + 1])
                if all(sides):
                    head.parties = [str(side) for side in sides]
        if len(head.parties) == 1 and sentence.kind(head.first - 1) in ("IN", "OF"):
            # "China did $2 billion in business with the North".
            amount = sentence.kind(head.first - 2) == "MONEY"
            doers = (side_of(tokens[at]) for at in range(head.first - 2) if amount and is_subject(sentence, at))
            head.owner = next((side for side in doers if side in BOTH), None)
        return
    if sentence.kind(head.first - 1) == "WITH" and side_of(tokens[head.first - 2]) in BOTH:
        # "Left North Korea with a deficit".
        head.owner = side_of(tokens[head.first - 2])
        return
    for back in range(head.first - 1, -1, -1):
        if clauses[back] != clauses[head.index] and tokens[back].kind in STOPS:
            return
        if is_subject(sentence, back):
            head.owner = side_of(tokens[back])
            return


def share_complement(sentence: Sentence, head: Head, following: Head) -> None:
    """ "Exports to and imports from China": the first takes the second's other side."""
    if head.verb or following.verb or following.index - head.index > 3:
        return
    preposition = sentence.kind(head.index + 1)
    if preposition not in ("TO", "FROM", "WITH") or not sentence.has(("AND",), head.index + 1, following.index):
        return
    partner = following.sender if following.kind == "imports" else following.receiver
    if preposition == "TO":
        head.receiver = partner
    elif preposition == "FROM":
        head.sender = partner
    following.owner = following.owner or head.owner
