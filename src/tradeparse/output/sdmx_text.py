"""A series as SDMX-CSV 2.0 in the codes of the IMF's International Trade in Goods by partner country (IMTS).

The IMF has China's exports to North Korea as `CHN.XG_FOB_USD.PRK`, its imports as `CHN.MG_CIF_USD.PRK`; so whatever the
view of the series, the rows are China's. Totals, balances, goods and other currencies have no code there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tradeparse.analysis.series import Row
from tradeparse.output.csv_text import csv_lines
from tradeparse.output.json_text import exact_number

COLUMNS = (
    "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "COUNTERPART_AREA", "INDICATOR", "TIME_PERIOD",
    "OBS_VALUE", "OBS_STATUS", "UNIT_MULT",
)  # fmt: skip
FREQUENCY, INDICATOR, TIME = map(COLUMNS.index, ("FREQ", "INDICATOR", "TIME_PERIOD"))
DATAFLOW = "IMF.STA:IMTS(1.0)"
FREQUENCIES = {1: "M", 3: "Q", 12: "A"}
NORMAL, ESTIMATED = "A", "E"
"""Of SDMX's code list CL_OBS_STATUS: a value that is told, and one that follows from others."""
CHINAS_EXPORTS, CHINAS_IMPORTS = "XG_FOB_USD", "MG_CIF_USD"


def sdmx_rows(rows: Sequence[Row], note: Callable[[str, str], None]) -> Iterator[str]:
    """Write the rows that have a code; `note` is told how many have none."""
    coded = [row for row in rows if row.commodity is None and row.unit == "USD" and row.flow in ("imports", "exports")]
    yield csv_lines([COLUMNS])
    yield csv_lines(sorted(map(_told, coded), key=lambda told: (told[FREQUENCY], told[TIME], told[INDICATOR])))
    if len(coded) < len(rows):
        told = "IMTS has no code for totals, balances, goods and other currencies"
        note("sdmx", f"{len(rows) - len(coded)} without a code left out: {told}")


def _told(row: Row) -> list[str]:
    is_chinas_export = (row.flow == "imports") == (row.reporter == "PRK")
    indicator = CHINAS_EXPORTS if is_chinas_export else CHINAS_IMPORTS
    status = ESTIMATED if row.implied else NORMAL
    series = ["dataflow", DATAFLOW, "I", FREQUENCIES[row.months], "CHN", "PRK", indicator]
    return [*series, time_period(row), exact_number(row.value), status, "0"]


def time_period(row: Row) -> str:
    """A period as SDMX has it: `2020-05`, `2020-Q2`, `2020`."""
    year, _, month = row.period_start[:7].partition("-")
    return {1: f"{year}-{month}", 3: f"{year}-Q{(int(month) + 2) // 3}", 12: year}[row.months]
