"""Tables of cases: what an article states, written as one line a record, and read back for the tests."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradeparse.articles import parse
from tradeparse.figures import read_figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tradeparse.records import Record

TESTS = Path(__file__).resolve().parent
CASES = TESTS / "cases"
GOLDEN = TESTS / "golden"
FIXTURES = TESTS.parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a record states, without where it stands."""

    flow: str
    commodity: str | None
    period: str | None
    measure: str
    value: Decimal
    unit: str
    basis: str | None
    base_period: str | None
    qualifier: str

    def __str__(self) -> str:
        """The line that a case table has for it."""
        goods = "-" if self.commodity is None else self.commodity.replace(" ", "_")
        number = f"{self.value.normalize():f}"
        fields = [self.flow, goods, self.period or "null", self.measure, number, self.unit.replace(" ", "_")]
        if self.measure == "change":
            fields.append(f"{self.basis or 'null'}<{self.base_period or 'null'}")
        return " ".join([*fields, self.qualifier])


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its day of publication, and the figures that it states; those in `optional` may be left out."""

    label: str
    text: str
    published: str | None
    figures: frozenset[Figure]
    optional: frozenset[Figure]


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure of an article with the words that state it; an optional one may be left out."""

    figure: Figure
    quote: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldenRecord(Expected):
    """A figure of a fixture with its bounds, what its percentage counts and who states it too."""

    change_of: str | None
    low: Decimal | None
    high: Decimal | None
    attribution: str | None
    coverage: str | None


GOLDEN_KEYS = {
    *(field.name for field in fields(Figure)),
    *(field.name for field in fields(GoldenRecord)),
} - {"figure", "optional"}
"""The keys of each line of a golden file; `optional` may join them."""


def parse_figure(line: str) -> Figure:
    """Read `imports crude_oil 2024-01 change -12.5 percent yoy<2023-01 about`."""
    flow, goods, period, measure, value, unit, *basis, qualifier = line.split()
    if len(basis) != (measure == "change"):
        raise ValueError(f"a change has a basis and a value has none: {line!r}")
    kind, _, base = basis[0].partition("<") if basis else ("null", "", "null")
    return Figure(
        flow=flow,
        commodity=None if goods == "-" else goods.replace("_", " "),
        period=_open(period),
        measure=measure,
        value=Decimal(value),
        unit=unit.replace("_", " "),
        basis=_open(kind),
        base_period=_open(base),
        qualifier=qualifier,
    )


def figure_of(record: Record) -> Figure:
    """What an extracted record states."""
    return Figure(
        flow=record.flow,
        commodity=record.commodity,
        period=record.period,
        measure=record.measure,
        value=record.value,
        unit=record.unit,
        basis=record.basis,
        base_period=record.base_period,
        qualifier=record.qualifier,
    )


def read_cases(pattern: str) -> list[Case]:
    """All cases of the tables whose names match, in order; a line that starts with `?` is optional."""
    cases = []
    for path in sorted(CASES.glob(pattern)):
        seen: set[str] = set()
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            if entry["name"] in seen:
                raise ValueError(f"{path.name}: two cases are named {entry['name']!r}")
            seen.add(entry["name"])
            cases.append(_case(path.stem, entry))
    return cases


def read_expected(path: Path) -> list[Expected]:
    """The figures of an article that is measured, not read whole."""
    return [_expected(entry) for entry in _lines_of(path)]


def read_golden(path: Path) -> list[GoldenRecord]:
    """The records of one fixture; each line says everything, if only that it is null."""
    return [_golden_record(path.name, entry) for entry in _lines_of(path)]


def fixture_names() -> list[str]:
    """The fixtures that have a table of expected records."""
    return sorted(path.stem for path in GOLDEN.glob("*.jsonl"))


def negative_names() -> list[str]:
    """The fixtures in which no figure counts."""
    return sorted(path.stem for path in (FIXTURES / "negatives").glob("*.txt"))


def read_fixture(path: Path) -> str:
    """The text that offsets count in: decoded, line ends untouched."""
    return path.read_bytes().decode("utf-8")


def read_dated(texts: Iterable[tuple[str, str]]) -> list[Record]:
    """Read texts behind datelines of the days beside them; their sources are a, b, c …"""
    found: list[Record] = []
    for name, (day, words) in zip("abcdefgh", texts, strict=False):
        dateline = f"BEIJING, {date.fromisoformat(day):%B %d, %Y} (Wire) -- "
        found += read_figures(parse(dateline + words, name)).records
    return found


def same_words(expected: str, got: str) -> bool:
    """Whether two quotes are the same number: words for one may be cut closer or wider ("twice", "twice the")."""
    return expected == got or (not any(map(str.isdigit, expected + got)) and (expected in got or got in expected))


def misplaced(text: str, records: Iterable[Record]) -> list[tuple[str, str]]:
    """Quotes that do not stand where their record says, each with what stands there."""
    return [(one.quote, text[one.start : one.end]) for one in records if text[one.start : one.end] != one.quote]


def _open(word: str) -> str | None:
    return None if word == "null" else word


def _case(stem: str, entry: dict[str, Any]) -> Case:
    lines: list[str] = entry["records"]
    return Case(
        label=f"{stem}: {entry['name']}",
        text=entry["text"],
        published=entry.get("published"),
        figures=frozenset(parse_figure(line) for line in lines if not line.startswith("?")),
        optional=frozenset(parse_figure(line[1:]) for line in lines if line.startswith("?")),
    )


def _lines_of(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line, parse_float=Decimal) for line in lines if line.strip()]


def _expected(entry: dict[str, Any]) -> Expected:
    return Expected(
        figure=Figure(
            flow=entry["flow"],
            commodity=entry["commodity"],
            period=entry["period"],
            measure=entry["measure"],
            value=Decimal(entry["value"]),
            unit=entry["unit"],
            basis=entry["basis"],
            base_period=entry["base_period"],
            qualifier=entry["qualifier"],
        ),
        quote=entry["quote"],
        optional=entry.get("optional", False),
    )


def _golden_record(name: str, entry: dict[str, Any]) -> GoldenRecord:
    wrong = GOLDEN_KEYS ^ (entry.keys() - {"optional"})
    if wrong:
        raise ValueError(f"{name}: {entry.get('quote')!r} lacks keys or has others: {', '.join(sorted(wrong))}")
    expected = _expected(entry)
    return GoldenRecord(
        figure=expected.figure,
        quote=expected.quote,
        optional=expected.optional,
        change_of=entry["change_of"],
        low=_number(entry["low"]),
        high=_number(entry["high"]),
        attribution=entry["attribution"],
        coverage=entry["coverage"],
    )


def _number(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
