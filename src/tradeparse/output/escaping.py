"""Text of strangers made harmless for the place where it is shown."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_CONTROLS_OF_A_TERMINAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def visible(text: str) -> str:
    """Show what a terminal would act on, or not show at all, as an escape; runs of white space become one space."""
    return _CONTROLS.sub(_escaped, " ".join(text.split()))


def harmless_cell(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula, and a terminal from obeying it; line ends stay."""
    shown = _CONTROLS_OF_A_TERMINAL.sub(_escaped, text)
    return f"'{shown}" if shown.startswith(_FORMULA_STARTS) else shown


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
