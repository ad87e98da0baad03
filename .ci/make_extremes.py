"""Make the table of the lowest and highest monthly values: `python .ci/make_extremes.py OBSERVATIONS.csv`.

OBSERVATIONS.csv has the columns period, flow, value_usd, kind and source; figures of other coverages, misprints and
first releases that were superseded are left out. A source is named without the day on which it told the figure;
"reckoned" is what follows from other figures that were told.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "src" / "tradeparse" / "analysis" / "monthly_extremes.csv"
KINDS = ("stated", "derived")


def main(path: str) -> None:
    """Write the table that the package carries."""
    months: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
    with Path(path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if re.fullmatch(r"\d{4}-\d\d", row["period"]) and row["kind"] in KINDS:
                told = int(row["value_usd"]), row["period"], source_of(row["source"])
                months.setdefault((row["period"][:4], row["flow"]), []).append(told)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            [
                "year",
                "flow",
                "months",
                "lowest",
                "lowest_month",
                "lowest_source",
                "highest",
                "highest_month",
                "highest_source",
            ]
        )
        for (year, flow), values in sorted(months.items()):
            writer.writerow([year, flow, len({month for _, month, _ in values}), *min(values), *max(values)])


def source_of(told: str) -> str:
    """Who told a figure, without the day."""
    return "reckoned" if told.startswith("derived") else re.sub(r"\s+\d{4}(-\d\d){0,2}\b.*", "", told)


if __name__ == "__main__":
    main(sys.argv[1])
