"""Rebuild `tables/pattern_trigrams.tsv`, after regular expressions changed: `python -m scripts.vocabulary.patterns`."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import islice
from pathlib import Path
from pkgutil import walk_packages

from connectors.vocabulary.patterns import Pattern, key
from connectors.vocabulary.trigrams import triples_of
from scripts.vocabulary.trigram_needs import needs
from scripts.vocabulary.writing import write_table

FIRST = 200
PACKAGES = ("conductor.composer", "connectors.vocabulary")
BUILD_TIME = "conductor.composer.training"
QUESTIONS = Path(__file__).resolve().parents[2] / "tests" / "evals"


def main() -> None:
    shares = _shares()
    write_table(
        "pattern_trigrams",
        source="the regular expressions of conductor.composer and connectors.vocabulary; the rarest triples in tests/evals/own.jsonl and opened.jsonl",
        licence="Apache-2.0",
        columns=("expression", "one_of", "and_one_of"),
        rows=[row(pattern, shares) for pattern in expressions()],
    )


def row(pattern: Pattern, shares: Mapping[str, float]) -> list[str]:
    sets = ["".join(sorted(one)) for one in needs(pattern.pattern, pattern.flags, shares)]
    return [key(pattern), *sets, *[""] * (2 - len(sets))]


def expressions() -> list[Pattern]:
    """Every regular expression that is made where the modules are imported or, out of tables, at the first questions; by its key."""
    for package in PACKAGES:
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            if not module.name.startswith(BUILD_TIME):
                import_module(module.name)
    from conductor.composer.contract import question_from_dict
    from conductor.composer.grammar import understand

    for text in islice(_questions(), FIRST):
        understand(question_from_dict({"question": text}, now="2026-01-01T00:00:00Z"))
    made = {key(one): one for one in gc.get_objects() if type(one) is Pattern}
    return [made[name] for name in sorted(made)]


def _shares() -> dict[str, float]:
    """Which share of the learnt questions holds a triple of letters."""
    held: Counter[str] = Counter()
    texts = list(_questions())
    for text in texts:
        held.update(triples_of(text) or ())
    return {triple: count / len(texts) for triple, count in held.items()}


def _questions() -> Iterator[str]:
    for name in ("own", "opened"):
        for line in (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["question"]


if __name__ == "__main__":
    main()
