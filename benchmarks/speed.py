#!/usr/bin/env python3
"""Time tradeparse on the fixtures, against a bare search for numbers over the same text in the same process.

    python benchmarks/speed.py [FOLDER]

Prints articles a second, the ratio to the bare search (medians of pairs of runs), and the time to import.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tradeparse import extract

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
PAIRS = 15


def main() -> int:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "fixtures"
    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.rglob("*.txt"))]
    if not texts:
        print(f"{folder}: no .txt files", file=sys.stderr)
        return 2
    for text in texts:
        extract(text)
    pairs = [(seconds(lambda: read(texts)), seconds(lambda: search(texts))) for _ in range(PAIRS)]
    whole = statistics.median(pair[0] for pair in pairs)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"{len(texts)} articles of {sum(map(len, texts)) // len(texts)} characters on average")
    print(f"{len(texts) / whole:.0f} articles/s, {ratio:.0f} times a bare search for numbers")
    command = [sys.executable, "-c", "import tradeparse"]
    starts = [seconds(lambda: subprocess.run(command, check=True)) for _ in range(PAIRS)]
    print(f"import tradeparse, a process: {statistics.median(starts) * 1000:.0f} ms")
    return 0


def read(texts: list[str]) -> None:
    """Read every text."""
    for text in texts:
        extract(text)


def search(texts: list[str]) -> None:
    """Find every number."""
    for text in texts:
        for _ in NUMBER.finditer(text):
            pass


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
