"""Ways to write the same article otherwise, and to change its figures in step: each says what must come out of it.

A transformation that would leave bad English behind, or a text that can be read in two ways, gives `None`: it does not
apply to that article.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import cycle

from case_tables import Figure, figure_of
from tradeparse.records import Record

Change = Callable[[str, Sequence[Record]], str | None]
Expect = Callable[[Record], Figure]

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = r"(?i:million|billion|trillion|thousand|mln|bln|MLN|BLN|mn|bn|m|b|k|M|B|K)\b"
MONTHS = {
    "January": "Jan", "February": "Feb", "March": "Mar", "April": "Apr", "June": "Jun", "July": "Jul",
    "August": "Aug", "September": "Sept", "October": "Oct", "November": "Nov", "December": "Dec",
}  # fmt: skip
BOTH_SIDES = (re.compile(r"\b(?:China|Chinese|Beijing)\b"), re.compile(r"\b(?:North|N\.|DPRK|Pyongyang)"))


@dataclass(frozen=True, slots=True)
class Transformation:
    """A change of a text, and what it does to each of its records."""

    name: str
    change: Change
    expect: Expect = figure_of
    years: int = 0


# ---------------------------------------------------------------- the same figures in other letters


def write_percent(form: str) -> Change:
    """Every `N percent` in one form; percentage points are something else."""
    pattern = re.compile(r"(?<=\d)[\s-]?(?:percent|per cent|pct\.(?=\s[a-z])|pct|%)(?![a-z]|[ -]points?\b)")
    return lambda text, _: pattern.sub(form, text)


_DOLLARS = re.compile(
    rf"""
    (?<![\w$€£¥.,–-])
    (?:
        (?:(?:US\ ?|U\.S\.\ ?|USD)?\$\ ?|USD\ )(?P<n1>{NUMBER})(?P<s1>[ ]?{SCALE})?
      | (?P<n2>{NUMBER})(?P<s2>[ ]?{SCALE})?\s(?:(?:US|U\.S\.)\s)?(?:dollars(?:['’](?=\sworth))?|USD)
    )
    (?![\w$–-]|[.,]\d|\s=|\s(?:to|or|and)\s\d|\s*(?:million|billion|thousand|trillion|mil\b))
    """,
    re.VERBOSE,
)
_DETERMINER = re.compile(r"(?:\b(?:an?|the|this|its|their|China|Korea|[Nn]ew|annual)|['’]s?|s['’])\s$")
_OPEN_LIST = re.compile(r"\d\s?(?:to|and|or|-|–)\s$|[$€£¥]$")


def write_dollars(sign: str, word: str = "") -> Change:
    """Every amount in dollars with one sign before it, or the word after it where an amount stands as a noun."""

    def change(text: str, _: Sequence[Record]) -> str:
        def rewrite(match: re.Match[str]) -> str:
            before = text[max(0, match.start() - 24) : match.start()]
            number, scale = match["n1"] or match["n2"], match["s1"] or match["s2"] or ""
            if _OPEN_LIST.search(before) or (word and _DETERMINER.search(before)):
                return match[0]
            ending = word[:-1] if word and number == "1" and not scale else word
            return f"{sign}{number}{scale}{ending}"

        return _DOLLARS.sub(rewrite, text)

    return change


_LONG_SCALE = re.compile(rf"(?<![\w.,–-])(?<!trillion )(?<!billion )({NUMBER})\s(million|billion)(?![\w–-])")
_SHORT_SCALE = re.compile(rf"(\$\s?)({NUMBER})\s?(mn|m|M|bn|b|B)(?![\w–-])")


def write_scales(million: str, billion: str) -> Change:
    """`63 million` with a shorter word or letter."""
    return lambda text, _: _LONG_SCALE.sub(lambda one: one[1] + (million if one[2] == "million" else billion), text)


def write_long_scales(text: str, _: Sequence[Record]) -> str:
    """`$63m` and `$63 mn` in full, and in full at once where they were short."""
    shortened = _LONG_SCALE.sub(lambda one: one[1] + (" mn" if one[2] == "million" else " bn"), text)
    return _SHORT_SCALE.sub(lambda one: f"{one[1]}{one[2]} {'million' if one[3] in 'mnM' else 'billion'}", shortened)


_NORTH = re.compile(r"\bNorth Korea(n?)\b|\bN\. ?Korea(n?)\b")
_BARE_BEFORE = re.compile(
    r"(?:[-–—/]|\b(?:the|The|isolated|reclusive|communist|Communist|neighbou?ring|nuclear-armed|impoverished|against)\s)$"
)
_SENTENCE_START = re.compile(r"(?:^|\n|[.?!:]['\"”’]?\s|[\"“]|[-*•◆]\s|--\s)$")


def write_dprk(text: str, _: Sequence[Record]) -> str:
    """`North Korea` as `the DPRK`, without its article in headlines and compounds."""

    def rewrite(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 20) : match.start()]
        line = text[text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0].rstrip()
        bare = match[1] or match[2] or _BARE_BEFORE.search(before) or text[match.end() : match.end() + 1] in "-–—/"
        if bare or not line.endswith((".", '"', "”", "?", ":")):
            return "DPRK"
        return "The DPRK" if _SENTENCE_START.search(before) else "the DPRK"

    return _NORTH.sub(rewrite, text)


def write_n_korea(text: str, _: Sequence[Record]) -> str:
    """`North Korea` and `the DPRK` as the headlines of wires have it."""
    shortened = _NORTH.sub(lambda one: f"N. Korea{one[1] or one[2] or ''}", text)
    return re.sub(r"\b(?:[Tt]he )?DPRK\b", "N. Korea", shortened)


def write_north_korea(text: str, _: Sequence[Record]) -> str:
    """`N. Korea` and `the DPRK` in full; an article that has only the full name is first shortened by turns."""
    turns = cycle(("N. Korea", "North Korea"))
    mixed = re.sub(r"\bNorth Korea\b", lambda _: next(turns), text)
    return re.sub(r"\b(?:[Tt]he )?DPRK\b", "North Korea", re.sub(r"\bN\. ?Korea", "North Korea", mixed))


# ---------------------------------------------------------------- the same figures in other type


def curl_quotes(text: str, _: Sequence[Record]) -> str:
    """Straight quotes to curly ones."""
    text = re.sub(r"(?<=\w)'(?=\w|\b|\s|$)", "’", text)
    return re.sub(r'"(?=\w)', "“", re.sub(r'(?<=[\w.,?!])"', "”", text))


def straighten_quotes(text: str, records: Sequence[Record]) -> str:
    """Curly quotes to straight ones; an article that has only straight ones has its first line curled before."""
    first, end, rest = text.partition("\n")
    mixed = text if "’" in text else curl_quotes(first, records) + end + rest
    straight = text.translate(str.maketrans("’‘“”", "''\"\""))
    return mixed if straight == text else straight


def write_hyphens(text: str, _: Sequence[Record]) -> str:
    """Hyphens within words and between names as the other characters for them, by turns."""
    others = cycle("\u2010\u2011")
    return re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z])", lambda _: next(others), text)


_MONTH_RANGE = re.compile(r"\b(" + "|".join([*MONTHS, "May", *MONTHS.values()]) + r")[-–‑](?=[A-Z])")


def write_range_dashes(text: str, _: Sequence[Record]) -> str:
    """`January–May` and `China–North Korea` with the dash of a careful typesetter."""
    text = _MONTH_RANGE.sub(r"\1–", text)
    names = "China|Korea|DPRK|PRC|Beijing|Pyongyang"
    return re.sub(rf"\b({names})-(?=N\. Korea|North|{names})", r"\1–", text)


def write_dashes(dash: str) -> Change:
    """A dash between words as another kind of dash; ranges and table rules stay."""
    return lambda text, _: re.sub(r"(?<=[\w.,)’'\"”]) ?(?:--|—| – | - ) ?(?=[\w\"“‘'])", dash, text)


def fix_numbers_to_units(text: str, _: Sequence[Record]) -> str:
    """No break between a number and what it counts, the space wide or narrow."""
    others = cycle("\u00a0\u202f")
    return re.sub(r"(?<=\d) (?=[a-z%])|(?<=\$) (?=\d)", lambda _: next(others), text)


def fix_all_spaces(text: str, _: Sequence[Record]) -> str:
    """No-break spaces all through, as some sites have them; runs of spaces keep their columns."""
    return re.sub(r"(?<=\S) (?=\S)", "\u00a0", text)


# ---------------------------------------------------------------- the same figures on other lines


def wrap_lines(text: str, _: Sequence[Record]) -> str:
    """Prose at 72 columns, with a blank line between paragraphs; tables and what is short stay."""
    if not any(len(line) > 72 for line in text.split("\n")):
        return text
    blocks: list[str] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        is_table = line.lstrip().startswith("|") or re.search(r"\S {3,}\S", line) is not None
        wraps = len(line) > 72 and not is_table
        blocks.append("\n".join(textwrap.wrap(line, 72, break_on_hyphens=False)) if wraps else line)
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if following.strip() and line.strip() and (wraps or len(following) > 72):
            blocks.append("")
    return "\n".join(blocks)


def end_lines_with_crlf(text: str, _: Sequence[Record]) -> str:
    """Line ends of another system."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def double_blank_lines(text: str, _: Sequence[Record]) -> str:
    """Two blank lines where there was one."""
    return re.sub(r"\n(?=\n)", "\n\n", text)


def indent(margin: str) -> Change:
    """Every line further to the right."""
    return lambda text, _: re.sub(r"^(?=.*\S)", margin, text, flags=re.MULTILINE)


def trail_spaces(text: str, _: Sequence[Record]) -> str:
    """Spaces at the ends of lines."""
    return re.sub(r"(?<=\S)$", "  ", text, flags=re.MULTILINE)


# ---------------------------------------------------------------- the same figures in other words for months


def abbreviate_months(point: str) -> Change:
    """`January` as `Jan.` or `Jan`, but never where the point would end a sentence as well."""
    pattern = re.compile(r"\b(" + "|".join(MONTHS) + r")\b(?![.’']|\s?$)", re.MULTILINE)
    return lambda text, _: pattern.sub(lambda one: MONTHS[one[1]] + point, text)


_SHORT_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b(\.(?=\s?[\da-z,–-]))?(?!\.)")


def spell_out_months(text: str, _: Sequence[Record]) -> str:
    """`Jan.` as `January`; an article without a short month has its dates shortened by turns first."""
    long = {short: name for name, short in MONTHS.items()} | {"Sep": "September"}
    turns = cycle((True, False))
    shorten = re.compile(r"\b(" + "|".join(MONTHS) + r")\b(?= \d)")
    mixed = shorten.sub(lambda one: f"{MONTHS[one[1]]}." if next(turns) else one[0], text)
    return _SHORT_MONTH.sub(lambda one: long[one[1]], mixed)


# ---------------------------------------------------------------- the same figures among other lines

_MENU = "Skip to content\nLog in | Subscribe\n\nAdvertisement\n\n"
_FOOT = (
    "\n\nShare this article\n\nLeave a comment\n\nYour email address will not be published.\n\n"
    "Copyright. All rights reserved.\n"
)
_RELATED = (
    "\n\nRelated articles\n\n- N. Korea's imports from China up 21.4 pct in a month\n"
    "- China's trade surplus tops $90 billion\n\nMost popular\n\n- Court upholds ban on plastic bags\n"
)  # fmt: skip


def put_furniture_around(text: str, _: Sequence[Record]) -> str:
    """A menu and an advertisement above the article, and what sites put below one, with nothing about trade."""
    return _MENU + text + _FOOT


def put_links_after(text: str, _: Sequence[Record]) -> str:
    """Links below the article, one of which states a figure of another article."""
    return text + _RELATED


NEUTRAL = (
    "Vietnam's exports to the United States rose 9.7 percent to $11.3 billion.",
    "Trade between Japan and Australia was worth $6.1 billion, 4.4 percent less than before.",
    "Brazil sold India 310,000 tons of sugar, and its imports of fertilizer were down 8.2 percent at $740 million.",
)
NAMING_ONE_SIDE = (
    "China's exports to Vietnam rose 9.7 percent to $11.3 billion.",
    "North Korea's imports from Russia were down 8.2 percent at $3.4 million.",
    "South Korea's exports to China rose 3.2 percent to $12.4 billion.",
)
AT_THE_END = (
    "South Korea's exports to China rose 3.2 percent to $12.4 billion in the month.",
    "Russia's trade with North Korea was worth $34.4 million last year, 54 percent more than the year before.",
)


def put_between(sentences: Sequence[str]) -> Change:
    """Paragraphs about other trade, each before one that begins with a figure between the two sides and names both.

    Elsewhere a bare "exports" in the next paragraph would be those of the country that was put in, for any reader; so
    it must owe nothing to the sentences before it. None of what is put in names a period, so that "a year earlier" has
    nothing new to count from.
    """

    def change(text: str, records: Sequence[Record]) -> str | None:
        starts = _own_starts(text, records)
        for index, (start, gap) in reversed(list(enumerate(starts))):
            text = f"{text[:start]}{sentences[index % len(sentences)]}{gap}{text[start:]}"
        return text if starts else None

    return change


def put_at_the_end(text: str, _: Sequence[Record]) -> str | None:
    """Sentences about other trade after everything else, where they can change the meaning of nothing."""
    return "\n\n".join([text.rstrip("\n"), *AT_THE_END]) + "\n" if text.rstrip().endswith(".") else None


def _own_starts(text: str, records: Sequence[Record]) -> list[tuple[int, str]]:
    """Where paragraphs begin, after one of prose, with a sentence that says by itself whose trade it tells of.

    Each comes with the line ends that divide it from the paragraph before.
    """
    starts = []
    for gap in re.finditer(r"(?<=[.\"”])\n(?:[ \t]*\n)*[ \t]*(?=[A-Z])", text):
        before = text[: gap.start()].rpartition("\n")[2]
        own = [one for one in records if text.startswith(one.sentence, gap.end()) and one.start > gap.end()]
        stated = all({"earlier-sentence", "section", "agreement"}.isdisjoint(one.inferred.values()) for one in own)
        if own and stated and len(before) > 60 and all(side.search(own[0].sentence) for side in BOTH_SIDES):
            starts.append((gap.end(), gap[0]))
    return starts


# ---------------------------------------------------------------- other figures, in step

_YEAR = re.compile(
    r"(?<![\w$€£¥])(?<!\d\.)((?:19[5-9]|20[0-4])\d)(?!\w|[.,]\d(?!\d?\.\d)"
    r"|[\s-](?:million|billion|tons?|tonnes?|barrels|kilograms|yuan|won|people)\b)"
)
_SHORT_YEAR = re.compile(
    r"['’]\d\d\b|\bFY ?\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d\d\b|\b(?:19|20)\d\d[-–/](?:1[3-9]|[2-9]\d)\b"
)


def move_years(by: int) -> Change:
    """All years by so many, a multiple of 28 so that weekdays stay; not where years are written with two digits."""

    def change(text: str, _: Sequence[Record]) -> str | None:
        return None if _SHORT_YEAR.search(text) else _YEAR.sub(lambda one: str(int(one[1]) + by), text)

    return change


def expect_years(by: int) -> Expect:
    """Periods and their bases move with the years."""

    def move(period: str | None) -> str | None:
        return period and re.sub(r"\d{4}", lambda one: str(int(one[0]) + by), period)

    def expect(record: Record) -> Figure:
        figure = figure_of(record)
        return replace(figure, period=move(figure.period), base_period=move(figure.base_period))

    return expect


_UNIT = (
    r"(?:tons?|tonnes?|metric\ tons?|barrels?|kilograms?|cubic\ met(?:er|re)s|litres"
    r"|(?:US\ |U\.S\.\ )?dollars?|USD|yuan|won|yen|euros?|rubles)\b"
)
_AMOUNT = re.compile(
    rf"""
    (?<![\w.,–-])(?P<sign>[A-Z]{{0,3}}\$\s?|[€£¥₩]|(?:USD|CNY|RMB)\s?)(?P<n1>{NUMBER})(?![\w–-]|[.,]\d)
  | (?<![\w.,–-])(?P<sign2>[A-Z]{{0,3}}\$|[€£¥₩])(?P<n3>{NUMBER})(?=[mbkMB])
  | (?<![\w.,–-])(?P<n2>{NUMBER})(?=[\s-]{SCALE}|[mb]n?\s|[\s-]{_UNIT})
    """,
    re.VERBOSE,
)


def multiply_amounts(text: str, records: Sequence[Record]) -> str | None:
    """Every amount and volume times ten; not where a figure has words for digits or takes its unit from elsewhere."""
    numbers = [(one, next(name for name in ("n1", "n2", "n3") if one[name])) for one in _AMOUNT.finditer(text)]
    touched = {place for one, name in numbers for place in range(*one.span(name))}
    for record in records:
        for start, end in [(record.start, record.end), *record.also]:
            digits = [place for place in range(start, end) if text[place].isdigit()]
            if record.unit != "percent" and not (digits and touched.issuperset(digits)):
                return None
            if record.unit == "percent" and touched.intersection(digits):
                return None
    out, done = [], 0
    for one, name in numbers:
        out += [text[done : one.start(name)], _times_ten(one[name])]
        done = one.end(name)
    return "".join([*out, text[done:]])


def expect_multiplied(record: Record) -> Figure:
    """Percentages stay; amounts, volumes and their differences change in step."""
    figure = figure_of(record)
    return figure if figure.unit == "percent" else replace(figure, value=figure.value * 10)


def _times_ten(number: str) -> str:
    places = max(len(number.partition(".")[2]) - 1, 0)
    return f"{Decimal(number.replace(',', '')) * 10:,.{places}f}"


_UP_TO_DOWN = {
    "rose": "fell", "rise": "fall", "rises": "falls", "risen": "fallen", "rising": "falling", "grew": "shrank",
    "grow": "shrink", "grows": "shrinks", "grown": "shrunk", "growing": "shrinking", "growth": "decline",
    "increase": "decrease", "increases": "decreases", "increased": "decreased", "increasing": "decreasing",
    "climb": "drop", "climbs": "drops", "climbed": "dropped", "climbing": "dropping", "jump": "plunge",
    "jumps": "plunges", "jumped": "plunged", "jumping": "plunging", "surge": "slump", "surges": "slumps",
    "surged": "slumped", "surging": "slumping", "soar": "tumble", "soars": "tumbles", "soared": "tumbled",
    "soaring": "tumbling", "gain": "decline", "gains": "declines", "gained": "declined", "gaining": "declining",
    "leap": "slide", "leaps": "slides", "leapt": "slid", "leaping": "sliding", "spike": "slump", "rocketed": "sank",
    "widened": "narrowed", "widening": "narrowing", "swelled": "shrank", "higher": "lower", "greater": "smaller",
    "larger": "smaller",
}  # fmt: skip
_DOWN_TO_UP = {down: up for up, down in _UP_TO_DOWN.items()} | {
    "decline": "gain", "sank": "climbed", "sunk": "climbed", "sink": "climb", "tumble": "jump", "nosedived": "soared",
    "collapsed": "soared", "lost": "gained", "contracted": "expanded", "plummeted": "rocketed", "reduction": "rise",
    "dipped": "rose", "dip": "rise", "slipped": "climbed", "slips": "climbs", "slip": "climb", "slipping": "climbing",
    "slumped": "surged", "shrank": "grew", "smaller": "larger", "slump": "surge", "narrow": "widen",
}  # fmt: skip
_SWAPS = _UP_TO_DOWN | _DOWN_TO_UP
_ABOUT = r"(?:(?:by|some|about|around|roughly|nearly|almost|only|just|more than|over|at least|less than|a|another)\s)*"
_AFTER_NUMBER = "|".join(
    f"(?<={unit})"
    for unit in ("percent", "per cent", "pct", "%", "million", "billion", "tons", "tonnes", "barrels", "yuan")
)
_DIRECTION = re.compile(
    rf"""
    \b(?P<verb>{"|".join(_SWAPS)})\b(?!\s(?:short|back|off)\b)
  | (?<!made\ )(?<!makes\ )(?<!making\ )(?<!make\ )\b(?P<adverb>up|down|off)(?=\s{_ABOUT}(?:US)?\$?\d)
  | (?:(?<=edged\ )|(?<=inched\ )|(?<=went\ )|(?<=going\ ))(?P<moved>up|down)\b
  | (?:{_AFTER_NUMBER.replace("per cent", "per[ ]cent")})\s(?P<compared>more|less|fewer|up|down|above|below)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPPOSITE = {
    "up": "down", "down": "up", "off": "up", "more": "less", "less": "more", "fewer": "more", "above": "below",
    "below": "above",
}  # fmt: skip
_NO_OPPOSITE = re.compile(
    r"\b(?:times|\w*fold|doubl\w*|tripl\w*|quadrupl\w*|twice|halv\w*|half|thirds?|quarters? of|recover\w*|rebound\w*"
    r"|eas(?:ed|ing)|slow\w*|accelerat\w*|cuts?|improv\w*|worsen\w*|pick\w* up|bounc\w*|back|negative|positive)\b",
    re.IGNORECASE,
)


def turn_directions(text: str, records: Sequence[Record]) -> str | None:
    """Up-words for down-words; not where a change has no opposite (doubled, a third of) or would fall below nothing."""
    swapped = [one.start() for one in _DIRECTION.finditer(text)]
    for record in records:
        if record.measure != "change":
            continue
        if record.value > 100 or not any(map(str.isdigit, record.quote)) or _NO_OPPOSITE.search(record.sentence):
            return None
        start = text.find(record.sentence, max(0, record.start - len(record.sentence)))
        if not any(start <= place < start + len(record.sentence) for place in swapped):
            return None
    turned = _DIRECTION.sub(_turn, text)
    turned = re.sub(r"\b([Aa]) (?=(?:increase|8\d?[ .%]|11[ .%]|18[ .%]))", r"\1n ", turned)
    return re.sub(r"\b([Aa])n (?=(?:decrease|decline|drop|fall|slump|plunge)\b)", r"\1 ", turned)


def expect_turned(record: Record) -> Figure:
    """Every change has the other sign."""
    figure = figure_of(record)
    return figure if figure.measure == "value" else replace(figure, value=-figure.value)


def _turn(match: re.Match[str]) -> str:
    word = next(group for group in match.groups() if group)
    other = _SWAPS.get(word.lower()) if match["verb"] else _OPPOSITE[word.lower()]
    assert other is not None
    lead = match[0][: len(match[0]) - len(word)]
    return lead + (other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other)


_SIDES = re.compile(
    r"\b(?P<korea_in_full>(?:[Tt]he )?Democratic People['’]s Republic of Korea)\b"
    r"|\b(?P<china_in_full>(?:[Tt]he )?People['’]s Republic of China)\b"
    r"|\b(?P<epithet_of_china>[Tt]he world['’]s second-largest economy)\b"
    r"|\b(?P<epithet_of_korea>[Tt]he (?:(?:isolated|reclusive|communist|impoverished|nuclear|poor|secretive) )+"
    r"(?:state|country|nation)|[Tt]he regime)\b"
    r"|\b(?P<keep>Chinese yuan|South China|East China|Northern|North (?=Pyong|Hamg|Hwang|America|Africa)\w+|Sino-\w+)\b"
    r"|\b(?P<korean>North Korean|N\. ?Korean|DPRK(?=[ ](?:imports|exports|trade|goods|coal|customs)))(?:s\b|\b)"
    r"|\b(?P<korea>North Korea|N\. ?Korea|(?:[Tt]he )?DPRK|[Tt]he North|North|NK|N\.K\.)(?![\w])"
    r"|\b(?P<korea_capitals>NORTH KOREA)\b|\b(?P<china_capitals>CHINA)\b"
    r"|\b(?P<pyongyang>Pyongyang)\b|\b(?P<pyongyang_capitals>PYONGYANG)\b"
    r"|\b(?P<chinese>Chinese)\b|\b(?P<china>(?:mainland )?China|PRC)\b"
    r"|\b(?P<beijing>Beijing)\b|\b(?P<beijing_capitals>BEIJING)\b"
)
_OTHER_SIDE = {
    "korea_in_full": "China", "china_in_full": "North Korea",
    "epithet_of_china": "the isolated country", "epithet_of_korea": "the world's second-largest economy",
    "korean": "Chinese", "korea": "China", "korea_capitals": "CHINA", "china_capitals": "NORTH KOREA",
    "pyongyang": "Beijing", "pyongyang_capitals": "BEIJING", "chinese": "North Korean", "china": "North Korea",
    "beijing": "Pyongyang", "beijing_capitals": "PYONGYANG",
}  # fmt: skip


def exchange_sides(text: str, records: Sequence[Record]) -> str | None:
    """China for North Korea and back: names, adjectives and capitals, wherever either stands.

    Not in a text that lost its apostrophes: "Norths" is no name. Nor in one where a partner is only understood from
    what the whole text is about: North Korea's may be taken for China there, China's for anybody.
    """
    first = min(records, key=lambda record: record.start, default=None)
    understood = any(record.inferred.get("flow") == "section" for record in records)
    if understood or (first is not None and "flow" in first.inferred):
        return None
    if not all(side.search(text) for side in BOTH_SIDES) or re.search(r"\b(?:Norths|Koreas)\b", text):
        return None
    return _SIDES.sub(lambda one: one[0] if one["keep"] else _OTHER_SIDE[str(one.lastgroup)], text)


def expect_exchanged(record: Record) -> Figure:
    """Imports are exports, and a deficit is a surplus; changes of a balance are of its size and stay."""
    figure = figure_of(record)
    flow = {"imports": "exports", "exports": "imports"}.get(figure.flow, figure.flow)
    turns = figure.flow == "balance" and figure.measure == "value"
    return replace(figure, flow=flow, value=-figure.value if turns else figure.value)


WORDING = (
    Transformation("percent in full", write_percent(" percent")),
    Transformation("percent as pct", write_percent(" pct")),
    Transformation("percent as a sign", write_percent("%")),
    Transformation("percent as per cent", write_percent(" per cent")),
    Transformation("dollars as $", write_dollars("$")),
    Transformation("dollars as US$", write_dollars("US$")),
    Transformation("dollars as USD", write_dollars("USD ")),
    Transformation("dollars as a word", write_dollars("", " dollars")),
    Transformation("millions as mn", write_scales(" mn", " bn")),
    Transformation("millions as m", write_scales("m", "bn")),
    Transformation("millions in full", write_long_scales),
    Transformation("North Korea as the DPRK", write_dprk),
    Transformation("North Korea as N. Korea", write_n_korea),
    Transformation("North Korea in full", write_north_korea),
)
TYPE = (
    Transformation("quotes curled", curl_quotes),
    Transformation("quotes straightened", straighten_quotes),
    Transformation("hyphens of other kinds", write_hyphens),
    Transformation("dashes in ranges", write_range_dashes),
    Transformation("dashes as long ones", write_dashes("—")),
    Transformation("dashes as two hyphens", write_dashes(" -- ")),
    Transformation("dashes with spaces", write_dashes(" – ")),
    Transformation("no break before units", fix_numbers_to_units),
    Transformation("no-break spaces all through", fix_all_spaces),
)
LAYOUT = (
    Transformation("lines wrapped", wrap_lines),
    Transformation("line ends of two characters", end_lines_with_crlf),
    Transformation("blank lines doubled", double_blank_lines),
    Transformation("lines indented", indent("    ")),
    Transformation("lines indented with a tab", indent("\t")),
    Transformation("spaces at line ends", trail_spaces),
)
MONTH_NAMES = (
    Transformation("months short with a point", abbreviate_months(".")),
    Transformation("months short", abbreviate_months("")),
    Transformation("months in full", spell_out_months),
)
SURROUNDINGS = (
    Transformation("furniture around", put_furniture_around),
    Transformation("links after", put_links_after),
    Transformation("trade of third countries between", put_between(NEUTRAL)),
    Transformation("other trade of one side between", put_between(NAMING_ONE_SIDE)),
    Transformation("other trade at the end", put_at_the_end),
)
IN_STEP = (
    Transformation("years later", move_years(28), expect_years(28), years=28),
    Transformation("years earlier", move_years(-28), expect_years(-28), years=-28),
    Transformation("amounts times ten", multiply_amounts, expect_multiplied),
    Transformation("directions turned", turn_directions, expect_turned),
    Transformation("sides exchanged", exchange_sides, expect_exchanged),
)
