#!/usr/bin/env python3
"""Hold the accuracy on a corpus at what was reached.

    .ci/score_floor.py CORPUS            score its English articles; fail when F1 is under the floor
    .ci/score_floor.py CORPUS --record   the same, and raise the floor to what is reached now

`.ci/floor.json` maps a hash of the articles and their gold files to the best F1 reached on them, so that a corpus that
was mended starts anew instead of failing a change that has nothing to do with it. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

FLOORS = Path(__file__).with_name("floor.json")
PART = "en"
TOLERANCE = 0.005


def main() -> int:
    """Score, compare, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--record", action="store_true", help="raise the floor to what is reached; it never sinks")
    options = parser.parse_args()

    reached = score(options.corpus)
    corpus = hash_articles(options.corpus / PART)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    floor = floors.get(corpus)
    if options.record and reached > (floor or 0):
        floors[corpus] = reached
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        print(f"floor of corpus {corpus}: now F1 {reached}, before {floor}")
        return 0
    if floor is None:
        print(f"F1 {reached} on a corpus without a floor ({corpus}); {sys.argv[0]} {options.corpus} --record sets one")
        return 0
    print(f"F1 {reached} on corpus {corpus}; its floor is {floor}, less {TOLERANCE}")
    return 0 if reached >= floor - TOLERANCE else 1


def score(corpus: Path) -> float:
    """Run the corpus's own scorer, show what it prints and take the F1 from it."""
    command = [sys.executable, str(corpus / "score.py"), "--only", PART]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    print(printed, end="", flush=True)
    found = re.findall(r"\bF1 ([01]\.[0-9]+)", printed)
    if len(found) != 1:
        raise SystemExit(f"{command[1]} printed {len(found)} F1, not one")
    return float(found[0])


def hash_articles(folder: Path) -> str:
    """Hash the names and contents of a folder's articles and gold files."""
    digest = hashlib.sha256()
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith((".txt", ".gold.jsonl")))
    if not paths:
        raise SystemExit(f"no articles in {folder}")
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
