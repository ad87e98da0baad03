"""A language file with a mistake stops at load, and the message names its place."""

from __future__ import annotations

from typing import Any

import pytest

from tradeparse.language.lexicon import LanguageError, build

RICE: dict[str, Any] = {"id": "goods", "class": "GOODS", "forms": ["rice", "white rice"]}


@pytest.mark.parametrize("forms", [{"forms": ["White Rice".lower()]}, {"table": {"rice": 1}}])
def test_form_that_stands_twice_names_both_places(forms: dict[str, Any]) -> None:
    """Only the first would ever be found."""
    words = [RICE, {"id": "food", "class": "GENERIC", **forms}]
    with pytest.raises(LanguageError, match=r"xx: word 2 \(food\): .* stands already in xx: word 1 \(goods\)"):
        build({"word": words}, "xx")


def test_form_that_stands_twice_in_one_entry_is_told() -> None:
    """A list is looked through as well."""
    with pytest.raises(LanguageError, match=r"'rice' stands already in xx: word 1 \(goods\)"):
        build({"word": [{**RICE, "forms": ["rice", "rice"]}]}, "xx")


def test_form_may_stand_again_where_case_counts() -> None:
    """ "May" is a month, "may" is none."""
    words = [{**RICE, "forms": ["may"]}, {"id": "month", "class": "MONTH", "case": True, "table": {"May": 5}}]
    assert [sense.id for _, senses in build({"word": words}, "xx").forms["may", ""] for sense in senses] == [
        "month",
        "goods",
    ]
