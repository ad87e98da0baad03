"""Text of strangers made harmless for the place where it is shown."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_CONTROLS_OF_A_TERMINAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROLS_OF_LINES = re.compile(rf"(?!\r\n|[\t\n]){_CONTROLS.pattern}")
_ENDS_OF_A_CELL = re.compile("[\t\n\r]")
_NAMES_OF_ENDS = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What starts code, emphasis, a link, HTML, an entity or a cell; a stroke that would be taken for Markdown's own.
_MARKS_OF_MARKDOWN = re.compile(r"[`*~<|]|(?<!\w)_|_(?!\w)|\](?=[(\[])|&(?=#?\w+;)|\\(?=[!-/:-@\[-`{-~]|$)")


def visible(text: str) -> str:
    """Show what a terminal would act on, or not show at all, as an escape; runs of white space become one space."""
    return _CONTROLS.sub(_escaped, " ".join(text.split()))


def inert(text: str) -> str:
    """Show the same as escapes, and leave lines and spaces as they are."""
    return _CONTROLS_OF_LINES.sub(_escaped, text)


def harmless_cell(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula, and a terminal from obeying it; line ends stay."""
    shown = _CONTROLS_OF_A_TERMINAL.sub(_escaped, text)
    return f"'{shown}" if shown.startswith(_FORMULA_STARTS) else shown


def one_line(text: str) -> str:
    """Show tabs and line ends as `\\t`, `\\n` and `\\r`."""
    return _ENDS_OF_A_CELL.sub(lambda match: _NAMES_OF_ENDS[match[0]], text)


def markdown_cell(text: str) -> str:
    """Make a text visible and keep Markdown from taking any of it for code, a link, HTML or the next cell."""
    return _MARKS_OF_MARKDOWN.sub(r"\\\g<0>", visible(text))


def well_formed(text: str) -> str:
    """Show lone surrogates, which have no UTF-8 form, as escapes; all else stays."""
    return text.encode("utf-8", "backslashreplace").decode()


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
