"""How many errors `tradeparse check` names: `python benchmarks/planted_errors.py CORPUS [--places N] [--list]`.

CORPUS is a folder of articles. Each error that the press makes is planted, one at a time, in articles whose figures
agree: in the text, so that it is read as any other. Counted is how often the check of all articles names it ("named"),
and how often it tells anything new above a note about the article ("found"); and what it tells of the articles as they
are. The same corpus gives the same places.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tradeparse.analysis.checking import check_records
from tradeparse.analysis.findings import Finding
from tradeparse.analysis.yuan import YUAN_PER_DOLLAR
from tradeparse.articles import find_articles, parse
from tradeparse.figures import read_figures
from tradeparse.records import Period, Record

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SCALES = ("million", "billion", "thousand")
SERIOUS = ("impossible", "unlikely")
TURNED = (
    ("rose", "fell"), ("up", "down"), ("increase", "decrease"), ("increased", "decreased"), ("grew", "shrank"),
    ("growth", "decline"), ("rise", "drop"), ("higher", "lower"), ("more", "less"), ("surged", "plunged"),
    ("jumped", "tumbled"), ("climbed", "dropped"), ("soared", "sank"), ("risen", "fallen"), ("rising", "falling"),
    ("gained", "lost"), ("increasing", "decreasing"), ("surge", "plunge"), ("jump", "slump"), ("rose", "declined"),
)  # fmt: skip
YEAR_AND_MONTH = (
    ("a year earlier", "a month earlier"), ("a year ago", "a month ago"), ("a year before", "a month before"),
    ("the previous year", "the previous month"), ("the year before", "the month before"),
    ("year-on-year", "month-on-month"), ("on-year", "on-month"), ("on year", "on month"),
    ("year over year", "month over month"), ("the year-earlier", "the month-earlier"),
)  # fmt: skip
"""Words, and those that a slip puts in their place, either way."""
BESIDE = 60


@dataclass(frozen=True)
class Text:
    """An article and what it states."""

    source: str
    text: str
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Plant:
    """A text with one error, and the figure that has it."""

    source: str
    text: str
    figure: Record


def read_text(path: str) -> Text:
    """Read an article."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        return reread(path, file.read())


def reread(source: str, text: str) -> Text:
    """Read a text."""
    return Text(source, text, read_figures(parse(text, source)).records)


def written(text: Text, figure: Record, new: str) -> Plant:
    """Put other words in the place of a figure's."""
    return Plant(text.source, text.text[: figure.start] + new + text.text[figure.end :], figure)


def with_number(text: Text, figure: Record, digits: str) -> Plant:
    """Put other digits in the place of a figure's."""
    return written(text, figure, NUMBER.sub(digits, figure.quote, count=1))


def printed(figure: Record) -> str | None:
    """The digits of a figure, if it is told in digits."""
    found = NUMBER.search(figure.quote)
    return found[0] if found else None


def scaled(value: Decimal, like: Record) -> str | None:
    """A value written with as many decimals and the scale of a figure."""
    digits = printed(like)
    if digits is None:
        return None
    number = Decimal(digits.replace(",", ""))
    if not number or not like.value:
        return None
    places = max(-int(number.as_tuple().exponent), 0)
    size = abs(value) / (abs(like.value) / number)
    return f"{size:,.{places}f}" if "," in digits else f"{size:.{places}f}"


def levels(text: Text) -> dict[tuple[str, str | None, str, str], Record]:
    """The exact levels of a text by flow, goods, unit and period."""
    told: dict[tuple[str, str | None, str, str], Record] = {}
    for record in text.records:
        if record.measure == "value" and record.period and record.qualifier == "exact" and printed(record):
            told.setdefault((record.flow, record.commodity, record.unit, record.period), record)
    return told


def every_level(texts: Sequence[Text]) -> dict[tuple[str, str | None, str, str], Record]:
    """The exact levels of all texts."""
    return {key: record for text in texts for key, record in levels(text).items()}


def fitting(findings: Sequence[Finding], text: Text) -> Iterator[Finding]:
    """The checks that agree and could fail, of exact figures, one of them of the text: no limits, which hold anyway."""
    for finding in findings:
        records = finding.figures
        if (
            finding.severity == "agrees"
            and "≤" not in finding.check
            and any(record.source == text.source for record in records)
            and all(record.qualifier == "exact" and printed(record) for record in records)
        ):
            yield finding


def flows_exchanged(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """The amounts of imports and exports in each other's place."""
    told = levels(text)
    for (flow, goods, unit, period), imports in told.items():
        exports = told.get(("exports", goods, unit, period))
        if flow != "imports" or exports is None or imports.also or exports.also:
            continue
        if not any(one in (imports, exports) for finding in agree for one in finding.figures):
            continue
        first, second = sorted((imports, exports), key=lambda record: record.start)
        body = text.text
        body = body[: first.start] + second.quote + body[first.end : second.start] + first.quote + body[second.end :]
        yield Plant(text.source, body, imports)


def cumulative_as_month(text: Text, _agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """The year so far in the place of its last month."""
    told = levels(text)
    for (flow, goods, unit, period), month in told.items():
        span = Period.parse(period)
        if span.months != 1 or not span.first % 12 or month.also:
            continue
        so_far = told.get((flow, goods, unit, str(Period(span.first - span.first % 12, span.last))))
        if so_far is not None:
            yield written(text, month, so_far.quote)


def unit_up(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """Billion for million."""
    yield from _scale(text, agree, "million", "billion")


def unit_down(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """Million for billion, thousand for million."""
    yield from _scale(text, agree, "billion", "million")
    yield from _scale(text, agree, "million", "thousand")


def _scale(text: Text, agree: Sequence[Finding], old: str, new: str) -> Iterator[Plant]:
    for record in checked_levels(agree, text.source):
        if old in record.quote and not record.also:
            yield written(text, record, record.quote.replace(old, new))


def checked_levels(agree: Sequence[Finding], source: str) -> list[Record]:
    """The levels of a text that some check needs, each once."""
    records = (record for finding in agree for record in finding.figures if record.measure == "value")
    return list({record.id: record for record in records if record.source == source}.values())


def digit_changed(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """Another first or second digit."""
    for record in checked_levels(agree, text.source):
        digits = printed(record) or ""
        at = 1 if len(digits) > 1 and digits[1].isdigit() else 0
        new = str((int(digits[at]) + 4) % 9 + 1)
        if sum(map(str.isdigit, digits)) > 3 and new != digits[at] and not record.also:
            yield with_number(text, record, digits[:at] + new + digits[at + 1 :])


def digits_exchanged(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """Two neighbours exchanged."""
    for record in checked_levels(agree, text.source):
        digits = printed(record) or ""
        if sum(map(str.isdigit, digits)) > 3 and digits[:2].isdigit() and digits[0] != digits[1] and not record.also:
            yield with_number(text, record, digits[1] + digits[0] + digits[2:])


def digit_lost(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """The second digit left out."""
    for record in checked_levels(agree, text.source):
        digits = printed(record) or ""
        if sum(map(str.isdigit, digits)) > 3 and digits[:2].isdigit() and not record.also:
            yield with_number(text, record, digits[0] + digits[2:])


def wrong_difference(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """A total, a balance or a flow that is not what the others make."""
    for finding in agree:
        if "exports" in finding.check:
            for record in finding.figures:
                if record.source != text.source:
                    continue
                new = scaled(record.value * Decimal("1.0737"), record)
                if new is not None and not record.also:
                    yield with_number(text, record, new)


def other_basis(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """A change on the month called one on the year, or the other way round."""
    for finding in agree:
        change, *rest = finding.figures
        if change.source == text.source and change.unit == "percent" and rest[0].months == 1:
            yield from _with_words(text, change, YEAR_AND_MONTH)


def _with_words(text: Text, change: Record, pairs: Sequence[tuple[str, str]]) -> Iterator[Plant]:
    """Exchange the words of a pair that stand nearest before or behind a change in its sentence."""
    start = max(change.start - BESIDE, text.text.rfind(". ", 0, change.start) + 1)
    behind = re.search(r"[.;]\s|\n", text.text[change.end : change.end + BESIDE])
    end = change.end + (behind.start() if behind else BESIDE)
    found = [
        (min(abs(word.start() - change.end), abs(change.start - word.end())), word, new)
        for old, new in (*pairs, *((new, old) for old, new in pairs))
        for word in re.compile(rf"\b{old}\b").finditer(text.text, start, end)
    ]
    if found:
        _, word, new = min(found, key=lambda one: (one[0], -len(one[1][0])))
        yield Plant(text.source, text.text[: word.start()] + new + text.text[word.end() :], change)


def other_base(text: Text, agree: Sequence[Finding], texts: Sequence[Text]) -> Iterator[Plant]:
    """A change reckoned from another level of the text, or from that of the month, year or two years before."""
    own, told = levels(text), every_level(texts)
    for finding in agree:
        change, *rest = finding.figures
        if change.source != text.source or change.unit != "percent" or len(rest) != 2 or change.also:
            continue
        value, base = rest
        period = Period.parse(value.period or "")
        beside = [str(period.shift(-months)) for months in (period.months, 12, 24)]
        for (flow, goods, unit, when), other in (*own.items(), *told.items()):
            same = (flow, goods, unit) == (value.flow, value.commodity, value.unit) and other.months == value.months
            if (
                same
                and when not in (value.period, base.period)
                and other.value
                and (when in beside or (flow, goods, unit, when) in own)
            ):
                rate = (value.value / other.value - 1) * 100
                new = scaled(rate, change)
                if new is not None and (rate > 0) == (change.value > 0) and abs(rate - change.value) > 1:
                    yield with_number(text, change, new)
                    break


def goods_above_all(text: Text, _agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """Goods worth half as much again as all goods."""
    told = levels(text)
    for (flow, goods, unit, period), part in told.items():
        whole = told.get((flow, None, unit, period))
        if goods is not None and unit == "USD" and whole is not None and not part.also:
            yield written(text, part, re.sub(NUMBER, scaled(whole.value * Decimal("1.5"), whole) or "", whole.quote))


def shrinking(text: Text, _agree: Sequence[Finding], texts: Sequence[Text]) -> Iterator[Plant]:
    """A cumulative below the one before it, or below its first month."""
    parts: dict[tuple[str, str | None, str, int], list[Record]] = defaultdict(list)
    for (flow, goods, unit, period), part in every_level(texts).items():
        parts[flow, goods, unit, Period.parse(period).first].append(part)
    for (flow, goods, unit, period), whole in levels(text).items():
        span = Period.parse(period)
        shorter = [part for part in parts[flow, goods, unit, span.first] if (part.months or 0) < span.months]
        if shorter and flow != "balance" and not whole.also:
            part = max(shorter, key=lambda one: one.months or 0)
            yield written(text, whole, re.sub(NUMBER, scaled(part.value * Decimal("0.83"), part) or "", part.quote))


def yuan_growth(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """Growth on the year as it is in yuan, by the mean rates of the years, where those differ by a percent."""
    for finding in agree:
        change, *rest = finding.figures
        if change.source != text.source or change.basis != "yoy" or change.unit != "percent" or change.commodity:
            continue
        now, then = (Decimal(YUAN_PER_DOLLAR.get(Period.parse(one.period or "").last // 12, 0)) for one in rest)
        if not now or not then or abs(now / then - 1) < Decimal("0.01") or rest[0].unit != "USD" or change.also:
            continue
        rate = (1 + change.value / 100) * now / then * 100 - 100
        new = scaled(rate, change)
        if new is not None and (rate > 0) == (change.value > 0):
            yield with_number(text, change, new)


def other_year(text: Text, agree: Sequence[Finding], texts: Sequence[Text]) -> Iterator[Plant]:
    """The level of a year before, told with three digits or more."""
    told = every_level(texts)
    for record in checked_levels(agree, text.source):
        period = Period.parse(record.period or "")
        before = told.get((record.flow, record.commodity, record.unit, str(period.shift(-12))))
        if before is None or before.value == record.value or record.also or before.unit != "USD":
            continue
        if sum(map(str.isdigit, printed(before) or "")) > 2:
            yield written(text, record, before.quote)


def direction(text: Text, agree: Sequence[Finding], _all: Sequence[Text]) -> Iterator[Plant]:
    """A rise told as a fall."""
    for finding in agree:
        change = finding.figures[0]
        if change.source == text.source and change.measure == "change" and len(finding.figures) == 3:
            yield from _with_words(text, change, TURNED)


Planter = Callable[[Text, Sequence[Finding], Sequence[Text]], Iterator[Plant]]
KINDS: dict[str, tuple[Planter, tuple[str, ...]]] = {
    "imports and exports exchanged": (flows_exchanged, ("flows-exchanged",)),
    "a cumulative told as a month": (cumulative_as_month, ("cumulative-as-month",)),
    "billion for million": (unit_up, ("unit-slip",)),
    "million for billion, thousand for million": (unit_down, ("unit-slip",)),
    "a digit changed": (digit_changed, ("digit-slip",)),
    "two digits exchanged": (digits_exchanged, ("digit-slip",)),
    "a digit lost": (digit_lost, ("digit-slip",)),
    "a wrong sum or difference": (wrong_difference, ("arithmetic",)),
    "month called year, year called month": (other_basis, ("wrong-base",)),
    "a change from another base": (other_base, ("wrong-base",)),
    "goods larger than all goods": (goods_above_all, ("goods-above-all", "unit-slip")),
    "a cumulative that shrinks": (shrinking, ("cumulative-shrinks",)),
    "growth in yuan beside dollars": (yuan_growth, ("yuan-growth",)),
    "another year's level": (other_year, ("other-year",)),
    "a rise told as a fall": (direction, ("direction",)),
}


def serious(findings: Sequence[Finding], source: str) -> list[Finding]:
    """The findings above a note about a text."""
    return [one for one in findings if one.severity in SERIOUS and any(f.source == source for f in one.figures)]


def signature(finding: Finding) -> tuple[object, ...]:
    """What a finding is, wherever its figures stand."""
    return finding.name, finding.check, tuple((figure.flow, figure.period, figure.value) for figure in finding.figures)


def main() -> None:
    """Plant, check, count, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", nargs="+")
    options.add_argument("--places", type=int, default=25)
    options.add_argument("--list", action="store_true", help="print what was planted and not named")
    asked = options.parse_args()
    texts = [read_text(path) for path in find_articles(asked.corpus) if path.endswith(".txt")]
    by_source = {text.source: text for text in texts}
    findings = check_records(record for text in texts for record in text.records)
    before = {text.source: {signature(one) for one in serious(findings, text.source)} for text in texts}
    agree = {text.source: list(fitting(findings, text)) for text in texts}
    print(f"{len(texts)} articles, {len([one for one in findings if one.severity == 'agrees'])} checks agree")
    print("findings above a note in the articles as they are:")
    for one in findings:
        if one.severity in SERIOUS:
            print(
                f"  {one.severity} {one.name} ({one.check}): {Path(one.figures[0].source).name}:{one.figures[0].line}"
            )
    print(f"{'planted':45}{'places':>7}{'named':>7}{'found':>7}")
    for kind, (plant, names) in KINDS.items():
        places = [one for text in texts for one in plant(text, agree[text.source], texts)]
        random.Random(kind).shuffle(places)
        spread: dict[str, int] = defaultdict(int)
        named = found = tried = 0
        for place in places:
            if tried == asked.places:
                break
            spread[place.source] += 1
            if spread[place.source] > 3:
                continue
            changed = reread(place.source, place.text)
            if {record.id for record in changed.records} == {r.id for r in by_source[place.source].records}:
                continue
            tried += 1
            others = (record for text in texts if text.source != place.source for record in text.records)
            told = serious(check_records([*others, *changed.records]), place.source)
            new = [one for one in told if signature(one) not in before[place.source]]
            found += bool(new)
            is_named = any(one.name in names for one in new)
            named += is_named
            if asked.list and not is_named:
                print(
                    f"  not named in {Path(place.source).name}:{place.figure.line} {place.figure.quote!r}:"
                    f" {[one.name for one in new]}"
                )
        print(f"{kind:45}{tried:7}{named:7}{found:7}")


if __name__ == "__main__":
    main()
