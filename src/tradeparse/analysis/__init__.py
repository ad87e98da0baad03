"""What follows from records: whether they can all be true, and the series that they make."""

from tradeparse.analysis.checking import check_records
from tradeparse.analysis.findings import Finding
from tradeparse.analysis.reference import read_reference
from tradeparse.analysis.series import Row, Selection, build_series

__all__ = ["Finding", "Row", "Selection", "build_series", "check_records", "read_reference"]
