"""Help that begins with examples."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import click


class ExampledCommand(click.Command):
    """A command whose help shows how it is used before it lists what there is."""

    def __init__(self, *args: Any, examples: str = "", **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.examples = cleandoc(examples)

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes."""
        with formatter.section("Examples"):
            for line in self.examples.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
        formatter.write_paragraph()
        super().format_help(context, formatter)
