"""The language that a run reads with: the package's own, and the words of a user's files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tradeparse.cli.messages import FileFault
from tradeparse.output.escaping import visible

if TYPE_CHECKING:
    from tradeparse.language.lexicon import Language


class UnusableLanguageFile(FileFault):
    """A file of words with a mistake in it."""

    exit_code = 2


def read_language(paths: Sequence[str]) -> Language:
    """The language with the words of these files, or the end of the run."""
    from tradeparse.language.additions import load_language  # with the engine, which help does without
    from tradeparse.language.lexicon import LanguageError

    try:
        return load_language(*paths)
    except LanguageError as error:
        raise UnusableLanguageFile(visible(str(error))) from error
