"""A series as rows of UN Comtrade, whose columns `comtradeapicall` gives: China's trade with North Korea in dollars.

Mirror statistics: the reporter is China (156), the partner North Korea (408), whatever the view of the series. Only all
goods, `TOTAL`, have a code; months and years have a frequency. What Comtrade has and a text has not is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from tradeparse.analysis.series import Row
from tradeparse.output.csv_text import csv_lines

COLUMNS = (
    "typeCode", "freqCode", "refPeriodId", "refYear", "refMonth", "period", "reporterCode", "reporterISO",
    "reporterDesc", "flowCode", "flowDesc", "partnerCode", "partnerISO", "partnerDesc", "partner2Code", "partner2ISO",
    "partner2Desc", "classificationCode", "classificationSearchCode", "isOriginalClassification", "cmdCode", "cmdDesc",
    "aggrLevel", "isLeaf", "customsCode", "customsDesc", "mosCode", "motCode", "motDesc", "qtyUnitCode", "qtyUnitAbbr",
    "qty", "isQtyEstimated", "altQtyUnitCode", "altQtyUnitAbbr", "altQty", "isAltQtyEstimated", "netWgt",
    "isNetWgtEstimated", "grossWgt", "isGrossWgtEstimated", "cifvalue", "fobvalue", "primaryValue",
    "legacyEstimationFlag", "isReported", "isAggregate",
)  # fmt: skip


def comtrade_rows(rows: Sequence[Row], note: Callable[[str, str], None]) -> Iterator[str]:
    """Write the rows that have a code; `note` is told how many have none."""
    yield csv_lines([COLUMNS])
    left = 0
    for row in rows:
        if row.commodity is None and row.unit == "USD" and row.flow in ("imports", "exports") and row.months != 3:
            told = _told(row)
            yield csv_lines([[told.get(column, "") for column in COLUMNS]])
        else:
            left += 1
    if left:
        note("comtrade", f"{left} without a code left out: only exports and imports of all goods in dollars have one")


def _told(row: Row) -> dict[str, str]:
    year, month = row.period_start[:4], row.period_start[5:7]
    is_chinas_export = (row.flow == "imports") == (row.reporter == "PRK")
    value = str(row.value.quantize(Decimal(1), ROUND_HALF_UP))
    is_month = row.months == 1
    return {
        "typeCode": "C",
        "freqCode": "M" if is_month else "A",
        "refPeriodId": f"{year}{month}01",
        "refYear": year,
        "refMonth": str(int(month)) if is_month else "52",  # what Comtrade has for a whole year
        "period": f"{year}{month}" if is_month else year,
        "reporterCode": "156",
        "reporterISO": "CHN",
        "reporterDesc": "China",
        "flowCode": "X" if is_chinas_export else "M",
        "flowDesc": "Export" if is_chinas_export else "Import",
        "partnerCode": "408",
        "partnerISO": "PRK",
        "partnerDesc": "Dem. People's Rep. of Korea",
        "classificationCode": "HS",
        "classificationSearchCode": "HS",
        "cmdCode": "TOTAL",
        "cmdDesc": "All Commodities",
        "aggrLevel": "0",
        "fobvalue": value if is_chinas_export else "",
        "cifvalue": "" if is_chinas_export else value,
        "primaryValue": value,
        "isReported": "False",
        "isAggregate": "True",
    }
