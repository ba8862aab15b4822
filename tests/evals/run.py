"""Measure the composer: `python -m tests.evals.run [--set PATH] [--failures N]`, slot by slot with 95 % intervals, in both languages."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from conductor.composer.contract import question_from_dict, to_dict
from conductor.composer.grammar import understand
from tests.evals.bars import Standing, verdicts
from tests.evals.figures import asked_back, calibration_error, refused, reliability, said, share, slots, twins, wholly
from tests.evals.scoring import Mark, mark
from tests.evals.sets import BLIND, NOW, SETS, load

Rows = Sequence[Mapping[str, Any]]
LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One set understood: the questions, what was understood, how each fared, CPU milliseconds of each."""

    name: str
    rows: Rows
    got: Mapping[str, Mapping[str, Any]]
    marks: Mapping[str, Mark]
    milliseconds: Sequence[float]

    def of(self, language: str | None) -> Rows:
        """The questions of one language, or all."""
        return [row for row in self.rows if language in (None, row.get("lang", "en"))]


def measure(path: Path, *, ids: str = "") -> Measured:
    """Understand and mark the questions of a set, all or those whose ids begin so."""
    rows, got, spent = [row for row in load(path) if row["id"].startswith(ids)], {}, []
    for row in rows:
        question = question_from_dict(row, now=NOW)
        began = time.process_time()
        got[row["id"]] = to_dict(understand(question))
        spent.append(1000 * (time.process_time() - began))
    marks = {row["id"]: mark(row["gold"], got[row["id"]]) for row in rows}
    return Measured(name=path.stem, rows=rows, got=got, marks=marks, milliseconds=spent)


def failures(measured: Measured, *, most: int) -> Iterator[str]:
    """The first questions that were not wholly right, with what was wrong."""
    for row in [row for row in measured.rows if not measured.marks[row["id"]].right][:most]:
        bad = ", ".join(slot for slot, right in measured.marks[row["id"]].slots.items() if not right)
        yield f"{row['id']}: {row['question'][:200]!r}"
        yield f"   wrong {bad}; gold {json.dumps(row['gold'], ensure_ascii=False)[:500]}"


def table(measured: Measured) -> Iterator[str]:
    """Slot by slot: share right in per cent, 95 % interval, count; both languages, then each."""
    columns = [slots(measured.of(language), measured.marks) for language in (None, *LANGUAGES)]
    yield f"{'':14}{'all':>28}{'English':>28}{'French':>28}"
    for slot in columns[0]:
        yield f"{slot:14}" + "".join(f"{str(column[slot]) if slot in column else '-':>28}" for column in columns)
    whole = [wholly(measured.of(language), measured.marks) for language in (None, *LANGUAGES)]
    yield f"{'wholly right':14}" + "".join(f"{figure!s:>28}" for figure in whole)


def report(measured: Measured) -> Iterator[str]:
    """Everything that is measured on one set, as lines of text."""
    yield from table(measured)
    for name, figures in (("asked back", asked_back), ("refused", refused)):
        precision, recall = figures(measured.rows, measured.got)
        yield f"{name:14}precision {precision!s:>26}   recall {recall!s:>26}"
    yield f"{'twins alike':14}{twins(measured.rows, measured.got)!s:>28}"
    yield f"{'in any reading':14}{share(m.anywhere for m in measured.marks.values())!s:>28}"
    pairs = said(measured.marks.values())
    yield f"calibration error {calibration_error(pairs):.3f} (bar: share right, |: mean probability)"
    yield from reliability(pairs)
    cuts = quantiles(measured.milliseconds, n=20)
    yield f"CPU milliseconds a question: median {cuts[9]:.1f}, 95th percentile {cuts[18]:.1f}"


def standing(measured: Measured) -> Standing:
    """What the bars of a set are held against."""
    whole = {language: wholly(measured.of(language), measured.marks) for language in LANGUAGES}
    return Standing(
        name=measured.name,
        whole=wholly(measured.rows, measured.marks),
        gap=whole["en"].value - whole["fr"].value,
        slots=slots(measured.rows, measured.marks),
        asked=asked_back(measured.rows, measured.got),
        refused=refused(measured.rows, measured.got),
        twins=twins(measured.rows, measured.got),
        error=calibration_error(said(measured.marks.values())),
        median=quantiles(measured.milliseconds, n=20)[9],
        slow=quantiles(measured.milliseconds, n=20)[18],
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of one set, or of all, and which bars they meet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=Path)
    parser.add_argument("--ids", default="", help="only questions whose ids begin so")
    parser.add_argument("--failures", type=int, default=0)
    options = parser.parse_args(arguments)
    paths = [options.set] if options.set else [path for path in SETS if path.exists()]
    if options.failures and any(path.name == BLIND.name for path in paths):
        parser.error(f"{BLIND.name} stays blind: only its figures are shown; name another --set")
    standings = []
    for path in paths:
        measured = measure(path, ids=options.ids)
        print(f"\n{measured.name}: {len(measured.rows)} questions")
        print("\n".join([*failures(measured, most=options.failures), *report(measured)]), flush=True)
        standings.append(standing(measured))
    print("\n" + "\n".join(verdicts(standings)))


if __name__ == "__main__":
    main()
