"""Where the fields come from that a figure's own clause leaves open."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from case_tables import CASES
from tradeparse import extract
from tradeparse.figures.origins import EARLIER, SECTION, SENTENCE, nearer

TABLE: list[dict[str, Any]] = tomllib.loads((CASES / "inferred.toml").read_text(encoding="utf-8"))["case"]
FIELDS = ("flow", "period", "commodity", "basis")


@pytest.mark.parametrize("case", TABLE, ids=lambda case: str(case["name"]))
def test_origin_is_told(case: dict[str, Any]) -> None:
    """A field of the clause itself has no origin; each other names the nearest place that gives it."""
    records = extract(case["text"], published=case.get("published"))
    got = [{field: one.inferred[field] for field in FIELDS if field in one.inferred} for one in records]
    assert got == case["inferred"]


def test_figure_told_twice_keeps_the_nearer_origin() -> None:
    """What one of its places states is not inferred; the rest comes from the nearer of the two."""
    first = {"flow": EARLIER, "period": EARLIER, "basis": SENTENCE}
    assert nearer(first, {"flow": SECTION, "basis": EARLIER}) == {"flow": SECTION, "basis": SENTENCE}


def test_inferred_fields_keep_their_order() -> None:
    """The same text gives the same bytes, in whatever order a set would hold its words."""
    fields = ["flow", "period", "commodity", "basis", "base_period", "change_of"]
    first = dict.fromkeys(fields, EARLIER)
    assert list(nearer(first, dict.fromkeys(reversed(fields), SENTENCE))) == fields


@pytest.mark.parametrize("year", ["2012", "2015"])
def test_sum_that_does_not_fit_bears_nothing_out(year: str) -> None:
    """A period carried on stays so where exports and imports miss their total."""
    text = (
        "North Korea's trade with China was $33.9 million in April 2021 and $5.71 million in May 2021. "
        f"North Korea sold China $4 million in April 2021, after a hard year {year}. "
        "The month's imports from China were $28.75 million."
    )
    assert extract(text)[-1].inferred["period"] == EARLIER
