"""The commands: options in, calls out, messages and exit codes."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `tradeparse` as a program."""
    try:
        from tradeparse.cli.program import program

        program.main(prog_name="tradeparse")
    except KeyboardInterrupt:  # before click watches for it
        sys.exit(130)
