"""The day that data tell: as much of it as they tell, and nothing filled in."""

from __future__ import annotations

import pytest

from tradeparse.articles.publication import read_day

DAYS: dict[object, str] = {
    "2020-06-24": "2020-06-24",
    " 2020-06-24T23:30:00+09:00": "2020-06-24",
    "2020-06-24 08:00": "2020-06-24",
    "2020-06": "2020-06",
    "2020": "2020",
    2020: "2020",
    "20200624": "2020-06-24",
    20200624: "2020-06-24",
    "20200624083000": "2020-06-24",
    "2020/06/24": "2020-06-24",
    "2020.6.24": "2020-06-24",
    "June 24, 2020": "2020-06-24",
    "24 Jun 2020": "2020-06-24",
    "Jun. 2020": "2020-06",
    "Wed, 24 Jun 2020 08:00:00 GMT": "2020-06-24",
    "2020年6月24日": "2020-06-24",
    "2020년 6월 24일": "2020-06-24",
    "2020年6月": "2020-06",
    "24/06/2020": "2020-06-24",
    "06/24/2020": "2020-06-24",
    "06/06/2020": "2020-06-06",
    "24.06.2020": "2020-06-24",
    "05/06/2020": "2020",
    1592985600: "2020-06-24",
    1592985600.5: "2020-06-24",
    1592985600000: "2020-06-24",
}
NONE = (
    *(
        "",
        "today",
        "3 hours ago",
        "yesterday",
        "June 24",
        "2020-13-01",
        "2021-02-29",
        "0000-01-01",
        "31/31/2020",
        "x" * 200,
    ),
    *("June 24, 2020 to June 26, 2020", "1234", None, True, 5, -1, 10**30, float("nan"), float("inf"), ["2020"], {}),
)


@pytest.mark.parametrize(("told", "day"), DAYS.items(), ids=map(str, DAYS))
def test_day_that_is_told(told: object, day: str) -> None:
    found = read_day(told)
    assert found is not None
    parts = [f"{part:02}" for part in (found.year, found.month, found.day) if part is not None]
    assert "-".join(parts) == day
    assert (found.origin, found.span) == ("metadata", None)


@pytest.mark.parametrize("told", NONE, ids=lambda told: str(told)[:20])
def test_no_day_is_told(told: object) -> None:
    assert read_day(told) is None
