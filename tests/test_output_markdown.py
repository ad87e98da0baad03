"""Records as a Markdown table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conftest import make_change, make_record
from tradeparse.output.escaping import markdown_cell
from tradeparse.output.formats import Layout, write_records
from tradeparse.records import Record

FIELDS = ("period", "flow", "value", "unit", "rules")


def table(*records: Record, fields: tuple[str, ...] | None = FIELDS) -> str:
    """Write the table of an article."""
    return "".join(write_records([list(records)], Layout("markdown", fields=fields)))


def test_there_is_a_head_and_a_row_for_each_record() -> None:
    """Numbers stand to the right; null is an empty cell."""
    assert table(make_record(value=Decimal("2.50")), make_change("-7", period=None)) == (
        "| period | flow | value | unit | rules |\n"
        "| --- | --- | ---: | --- | --- |\n"
        '| 2020-05 | imports | 2.5 | USD | ["amount"] |\n'
        '|  | imports | -7 | percent | ["amount"] |\n'
    )


def test_nothing_is_a_head() -> None:
    """So the file is a table whatever was found, of the columns that fit a page."""
    assert table(fields=None).startswith("| source | line | reporter | flow | commodity | period |")
    assert len(table(fields=None).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain, 5% of $6 - (7)", "plain, 5% of $6 - (7)"),
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("ends in \\", r"ends in \\"),
        ("first\r\nsecond\u2028third", "first second third"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("[link=http://a]x", "[link=http://a]x"),
        ("![x](http://a)", r"![x\](http://a)"),
        ("[x][y]", r"[x\][y]"),
        ("<script>", r"\<script>"),
        ("&lt; &#60; R&D", r"\&lt; \&#60; R&D"),
        ("`code` *bold* ~~no~~", r"\`code\` \*bold\* \~\~no\~\~"),
        ("_a_ my_file.txt", r"\_a\_ my_file.txt"),
        ("\x1b[31m\x9b\u202e\udce9\x00", r"\x1b[31m\x9b\u202e\udce9\x00"),
    ],
)
def test_text_of_strangers_stays_text(text: str, cell: str) -> None:
    """It ends no cell and no line, is no link, no HTML and no emphasis, and no terminal obeys it."""
    assert markdown_cell(text) == cell
    for key in ("title", "quote", "source", "commodity"):
        assert table(make_record(**{key: text}), fields=(key,)).splitlines()[2] == f"| {cell} |"
