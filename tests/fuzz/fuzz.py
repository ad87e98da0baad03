"""Coverage-guided fuzzing: `python tests/fuzz/fuzz.py extract|readers|language CORPUS [options of libFuzzer]`.

Nothing may be raised but what the functions say they raise; every record must be true to the schema and stand where it
says. An empty corpus gets a few seeds first. With `--replay` before CORPUS its files are run once, without a fuzzer, so
that the lines covered can be measured.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable
from gzip import compress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris

with atheris.instrument_imports(include=["tradeparse"]):
    from jsonschema import Draft202012Validator

    import tradeparse
    from tradeparse import extract
    from tradeparse.articles import InputError, InputOptions, read
    from tradeparse.language.additions import load_language
    from tradeparse.language.lexicon import LanguageError, shipped
    from tradeparse.output.json_text import record_to_json
    from tradeparse.output.schema import record_schema
    from tradeparse.records import Record

    for module in walk_packages(tradeparse.__path__, "tradeparse."):
        if not module.name.endswith("__main__"):  # what is loaded when first used is to be instrumented too
            import_module(module.name)

VALIDATOR = Draft202012Validator(record_schema())
LEAD = "BEIJING, June 20, 2020 (Wire) -- China's exports to North Korea were worth $5 million in May.\n"
GAPS = [" "] * 12 + ["", "\n", "\n\n", "-", ", ", ". ", "; ", "\t", " ("]
FORMS = sorted({" ".join(form) for group in shipped().words.forms.values() for form, _ in group})
NUMBERS = "0 1 2 3.5 5 6 12 20.5 31 100 1,234 12,345.6 2016 2019 2020 2021 0.0 one ten ½ 5,,".split()  # noqa: SIM905
SIGNS = "$ US$ % . , ; : ( ) [ ] | - -- – — ' \" “ ” ? 's".split()  # noqa: SIM905
WORDS = (*FORMS, *NUMBERS * 20, *SIGNS * 10)
ENDINGS = ("", ".txt", ".md", ".html", ".json", ".jsonl", ".txt.gz", ".jsonl.gz")
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SMALL = 200_000


def check(text: str, records: Iterable[Record]) -> None:
    """Raise unless every record keeps to the schema and stands where it says."""
    for record in records:
        VALIDATOR.validate(json.loads(record_to_json(record)))
        assert text[record.start : record.end] == record.quote, record
        assert all(0 <= start < end <= len(text) for start, end in record.also), record
        assert record.line == text.count("\n", 0, record.start) + 1, record


def fuzz_extract(data: bytes) -> None:
    """Read the bytes as a text or, after a zero, as words of the rules: two bytes choose a word, one its gap."""
    if data[:1] == b"\0":
        steps = range(1, len(data) - 2, 3)
        text = LEAD + "".join(
            WORDS[(data[at] << 8 | data[at + 1]) % len(WORDS)] + GAPS[data[at + 2] % len(GAPS)] for at in steps
        )
    else:
        text = data.decode("utf-8", "surrogateescape")
    check(text, extract(text))


def fuzz_readers(data: bytes) -> None:
    """Read the bytes as a file whose name's ending the first of them chooses."""
    if not data:
        return
    path = FOLDER / f"a{ENDINGS[data[0] % len(ENDINGS)]}"
    path.write_bytes(data[1:])
    faults: list[InputError] = []
    try:
        for article in read(path, InputOptions(max_article_bytes=SMALL), faults.append):
            assert len(article.text.encode("utf-8", "surrogatepass")) <= SMALL * 3, "larger than the limit"
            for section in article.sections:
                for block in section.blocks:
                    assert 0 <= block.span.start <= block.span.end <= len(article.text), block
            check(article.text, extract(article))
    except InputError as error:
        faults.append(error)
    finally:
        path.unlink()
    for fault in faults:
        assert fault.what, fault
        assert fault.remedy, fault


def fuzz_language(data: bytes) -> None:
    """Read the bytes as a file of words and, where it is one, an article with it."""
    path = FOLDER / "words.toml"
    path.write_bytes(data)
    try:
        language = load_language(path)
    except LanguageError as error:
        if "words.toml" not in str(error):
            raise
        return
    check(LEAD, extract(LEAD, language=language))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "extract": fuzz_extract,
    "readers": fuzz_readers,
    "language": fuzz_language,
}


def seeds(name: str) -> list[bytes]:
    """A few inputs to begin with."""
    entry = json.dumps({"id": 7, "title": "Trade", "date": "2020-06-20", "text": LEAD}).encode()
    page = f"<html><head><title>Trade</title><meta name='date' content='2020-06-20'></head><body><p>{LEAD}</p></body>"
    named = {".txt": LEAD.encode(), ".html": page.encode(), ".json": b"[" + entry + b"]", ".jsonl": entry + b"\n{}\n"}
    packed = {f"{ending}.gz": compress(named[ending]) for ending in (".txt", ".jsonl")}
    word = b'[[word]]\nid = "goods"\nforms = ["lingonberries", "Wild Ginseng"]\n'
    made = {
        "extract": [path.read_bytes() for path in sorted(FIXTURES.glob("*.txt"))]
        + [bytes(60), b"\0" + bytes(range(180))],
        "readers": [bytes([ENDINGS.index(ending)]) + data for ending, data in (named | packed).items()],
        "language": [word, word + word.replace(b"goods", b"more").replace(b"forms", b'class = "GOODS"\nforms')],
    }
    return made[name]


def replay(target: Callable[[bytes], None], corpus: Path) -> None:
    """Run each file of a corpus once and tell how long the files are."""
    inputs = [path.read_bytes() for path in sorted(corpus.iterdir())]
    for data in inputs:
        target(data)
    print(f"{len(inputs)} inputs, median length {statistics.median(map(len, inputs))} bytes")


def fuzz(name: str, corpus: Path, options: list[str]) -> None:
    """Fuzz until the options say that it is enough, or something is found."""
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for number, data in enumerate(seeds(name)):
            (corpus / f"seed-{number}").write_bytes(data)
    atheris.Setup([sys.argv[0], str(corpus), *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    target, *rest = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        FOLDER = Path(folder)
        if rest[0] == "--replay":
            replay(TARGETS[target], Path(rest[1]))
        else:
            fuzz(target, Path(rest[0]), rest[1:])
