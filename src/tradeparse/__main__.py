"""`python -m tradeparse`."""

from tradeparse.cli import main

main()
