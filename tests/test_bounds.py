"""Between which numbers figures lie, and what percentages count."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from time import perf_counter
from typing import Any

import pytest

from case_tables import CASES
from tradeparse import extract
from tradeparse.figures.bounds import find_bounds, find_change_of, plain, read_terms
from tradeparse.figures.drafts import Draft
from tradeparse.figures.hedges import PLAIN
from tradeparse.language.lexicon import load
from tradeparse.mentions.mentions import find_mentions
from tradeparse.mentions.tokens import Token
from tradeparse.records import Span

TABLE: dict[str, Any] = tomllib.loads((CASES / "bounds.toml").read_text(encoding="utf-8"))
CHANGES: list[dict[str, Any]] = TABLE.pop("change")
TABLES: list[dict[str, Any]] = TABLE.pop("table")
TWICE: list[dict[str, Any]] = TABLE.pop("twice")
ROWS = [f"{family}: {row}" for family, rows in TABLE.items() for row in rows]


def number(words: str) -> Decimal | None:
    """A number of the table; `-` is none."""
    return None if words.strip() == "-" else Decimal(words.strip())


@pytest.mark.parametrize("row", ROWS)
def test_figure_lies_between_its_bounds(row: str) -> None:
    """Hedges speak of the size, bounds are signed afterwards."""
    given, _, wanted = row.split(": ", 1)[1].partition(" -> ")
    value, digit, kinds, qualifier, hedge = (part.strip() for part in given.split(";"))
    measure, kind, unit = kinds.split()
    low, high = wanted.split("..")
    words = None if hedge == "-" else hedge
    assert find_bounds(Decimal(value), measure, kind, qualifier, words, Decimal(digit), unit, load("en_sources")) == (
        number(low),
        number(high),
    )


@pytest.mark.parametrize("row", ROWS)
def test_bounds_hold_the_figure(row: str) -> None:
    """Whatever the hedge, the number that is printed is not outside, and no bound is a negative zero."""
    given = row.split(": ", 1)[1].partition(" -> ")[0]
    value, digit, kinds, qualifier, hedge = (part.strip() for part in given.split(";"))
    measure, kind, unit = kinds.split()
    low, high = find_bounds(Decimal(value), measure, kind, qualifier, hedge, Decimal(digit), unit, load("en_sources"))
    assert low is None or low <= Decimal(value)
    assert high is None or high >= Decimal(value)
    assert "-0" not in (str(low), str(high))


def test_every_hedge_from_above_is_a_bound_or_a_nearness() -> None:
    """A form that joins the language gets its kind too."""
    sources = load("en_sources")
    known = {
        " ".join(words)
        for group in sources.forms.values()
        for words, senses in group
        if senses[0].kind in ("BOUND", "NEARNESS")
    }
    under = {
        " ".join(words)
        for group in load().forms.values()
        for words, senses in group
        if senses[0].kind in ("HEDGE", "OVERHEDGE") and senses[0].value == "under"
    }
    assert under - known == set()


def draft_of(text: str, quote: str) -> Draft:
    """A figure of a case, as linking would hand it on."""
    quote, _, measure = quote.partition("=")
    bracketed = quote.startswith("(")
    quote = quote.lstrip("*(")
    start = text.index(quote)
    [token] = [token for token in tokens_of(text) if token.start == start and token.value is not None]
    unit = token.value.unit
    return Draft(
        flow="total",
        goods=None,
        measure=measure or ("change" if unit == "percent" else "value"),
        value=token.value.value,
        unit=unit,
        hedge=PLAIN,
        digit=token.value.digit,
        span=Span(token.start, token.end),
        sentence=Span(0, len(text)),
        frame=1,
        kind=token.value.kind,
        rules=["other-currency"] if bracketed else ["amount"],
    )


def tokens_of(text: str) -> list[Token]:
    """The sentence of a case as its mentions."""
    return [token for sentence in find_mentions(text, 0, len(text), load()) for token in sentence]


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: str(case["name"]))
def test_percentage_counts_its_unit(case: dict[str, Any]) -> None:
    """What is said counts; else what is plain from the amounts of the frame."""
    text = case["text"]
    drafts = {quote: draft_of(text, quote) for quote in case["figures"]}
    [asked] = [draft for quote, draft in drafts.items() if quote.startswith("*")]
    got = find_change_of(asked, list(drafts.values()), tokens_of(text), load("en_sources"))
    assert got == (case.get("unit"), case.get("inferred", False))


@pytest.mark.parametrize("case", TABLES, ids=lambda case: str(case["name"]))
def test_percentage_of_a_table_counts_what_its_amounts_do(case: dict[str, Any]) -> None:
    """Of each percentage of a table, the unit, which is inferred; `-` where the amounts have several or none."""
    records = [one for one in extract(case["text"], published=case["published"]) if one.unit == "percent"]
    assert [f"{one.value} {one.change_of or '-'}" for one in records] == case["counted"]
    assert {one.inferred.get("change_of") for one in records if one.change_of is not None} <= {"frame"}


@pytest.mark.parametrize("case", TWICE, ids=lambda case: str(case["name"]))
def test_figure_told_twice_keeps_what_the_more_telling_place_says(case: dict[str, Any]) -> None:
    """The narrower bounds; who states it and what a percentage counts, where either place says so."""
    [record] = [one for one in extract(case["text"]) if one.also]
    assert f"{record.low} .. {record.high}" == case["bounds"]
    assert (record.change_of, "change_of" in record.inferred) == (case.get("unit"), case.get("inferred", False))
    assert (record.attribution, record.coverage) == (case.get("who"), case.get("coverage"))


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("in yuan terms", ["CNY"]),
        ("in terms of dollars", ["USD"]),
        ("yuan-denominated", ["CNY"]),
        ("measured in dollars", ["USD"]),
        ("in U.S. dollars", ["USD"]),
        ("by weight", ["tonne"]),
        ("in volume", ["volume"]),
        ("in volume of trade", []),
        ("in value terms", ["value"]),
        ("in political terms", []),
        ("a dollar", []),
    ],
)
def test_terms_are_read(words: str, units: list[str]) -> None:
    """The words that say what a percentage counts, and words that are only like them."""
    assert [unit for _, _, unit in read_terms(tokens_of(words), load("en_sources"))] == units


def test_long_sentences_do_not_hang() -> None:
    """Only the words near a percentage are read."""
    text = "up 12 percent by weight, " * 2000
    tokens = tokens_of(text)
    asked = draft_of("up 12 percent", "12 percent")
    started = perf_counter()
    for _ in range(20):
        find_change_of(asked, [asked], tokens, load("en_sources"))
    assert perf_counter() - started < 2


def test_amounts_of_other_frames_say_nothing() -> None:
    """Only its own frame is plain enough."""
    text = "Imports fell 12 percent, and exports came to $2 million."
    asked, other = draft_of(text, "12 percent"), draft_of(text, "$2 million")
    other.frame = 2
    assert find_change_of(asked, [asked, other], tokens_of(text), load("en_sources")) == (None, False)


def test_tables_hold_the_families() -> None:
    """A table that went missing would pass unseen."""
    assert len(ROWS) >= 60
    assert len(CHANGES) >= 30
    assert len(TABLES) >= 8
    assert len(TWICE) >= 8


@pytest.mark.parametrize(
    ("written", "plainly"),
    [
        ("5." + "1" * 30, "5." + "1" * 30),
        ("1" * 40, "1" * 40),
        ("2.500", "2.5"),
        ("-0.00", "0"),
        ("3E+6", "3000000"),
        ("-1200", "-1200"),
    ],
)
def test_plain_number_keeps_every_digit(written: str, plainly: str) -> None:
    """A number is never cut, and never written with an exponent."""
    assert str(plain(Decimal(written))) == plainly
