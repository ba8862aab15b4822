"""Measure the composer: `python -m tests.evals.run [--set PATH] [--failures N]`, slot by slot with 95 % intervals."""

from __future__ import annotations

import argparse
import json
import math
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from conductor.composer.contract import question_from_dict, to_dict
from conductor.composer.grammar import understand
from tests.evals.scoring import Mark, mark

OWN = Path(__file__).parent / "own.jsonl"
OPENED = OWN.with_name("opened.jsonl")  # by another hand, blind once; opened since, so rules may learn from it
BLIND = OWN.with_name("blind.jsonl")  # by a third hand; never looked at by who writes rules or trains, it decides
GIVEN = Path(__file__).resolve().parents[2] / "../shared/evals/understanding.jsonl"
NOW = "2026-06-15T12:00:00Z"
TWIN_SLOTS = (
    "action",
    "facets",
    "periods",
    "months",
    "collections",
    "filters",
    "statistics",
    "compared",
    "aggregation",
)


def load(path: Path) -> list[dict[str, Any]]:
    """Read a set of gold questions."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def answers(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Understand every question, as `conductor understand --batch` would."""
    return {row["id"]: to_dict(understand(question_from_dict(row, now=NOW))) for row in rows}


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if of == 0:
        return 0.0, 1.0
    share = right / of
    centre = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return centre - half, centre + half


def line(name: str, marks: Sequence[bool]) -> str:
    """One figure with its interval."""
    low, high = wilson(sum(marks), len(marks))
    return f"{name:22} {sum(marks) / max(1, len(marks)):6.1%}  [{low:.1%}, {high:.1%}]  of {len(marks)}"


def calibration(marks: Iterable[Mark]) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error, and (mean probability, share right, count) a bin."""
    pairs = [(m.probability, m.right) for m in marks if m.probability is not None]
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, right in pairs:
        bins[min(9, int(probability * 10))].append((probability, right))
    rows = [(sum(p for p, _ in b) / len(b), sum(r for _, r in b) / len(b), len(b)) for _, b in sorted(bins.items())]
    return sum(n * abs(p - r) for p, r, n in rows) / max(1, len(pairs)), rows


def twins(rows: Sequence[Mapping[str, Any]], got: Mapping[str, Mapping[str, Any]]) -> list[bool]:
    """Whether a question and its translation are understood alike."""

    def core(name: str) -> str:
        intent = (got[name].get("intents") or [{}])[0]
        slots = {k: intent.get(k) for k in TWIN_SLOTS}
        slots["periods"] = [{k: v for k, v in p.items() if k != "span"} for p in slots["periods"] or ()]
        return json.dumps(slots, sort_keys=True)

    pairs = [(r["id"], r["same_plan_as"]) for r in rows if r.get("same_plan_as") in got]
    return [core(a) == core(b) for a, b in pairs]


def report(rows: Sequence[Mapping[str, Any]], *, failures: int = 0) -> str:
    """Everything that is measured, as text."""
    start = time.perf_counter()
    got = answers(rows)
    seconds = time.perf_counter() - start
    marks = {row["id"]: mark(row["gold"], got[row["id"]]) for row in rows}
    out: list[str] = []
    wrong = [row for row in rows if not marks[row["id"]].right][:failures]
    for row in wrong:
        bad = [slot for slot, right in marks[row["id"]].slots.items() if not right]
        out += [
            f"{row['id']}: {row['question'][:200]!r}",
            f"   wrong {', '.join(bad)}; gold {json.dumps(row['gold'], ensure_ascii=False)[:500]}",
        ]
    slots: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        for slot, right in marks[row["id"]].slots.items():
            for language in ("", row.get("lang", "en")):
                slots[f"{slot}{' ' + language if language else ''}"].append(right)
    out += [line(slot, values) for slot, values in sorted(slots.items())]
    for language in ("en", "fr"):
        out.append(line(f"right {language}", [marks[r["id"]].right for r in rows if r.get("lang", "en") == language]))
    error, bins = calibration(marks.values())
    out += [f"  said {p:.2f}, right {r:.2f}, {n} questions" for p, r, n in bins]
    out += [
        f"calibration error      {error:.3f}",
        line("right in any reading", [m.anywhere for m in marks.values()]),
        line("twins alike", twins(rows, got)),
    ]
    out += [
        f"seconds a question     {seconds / max(1, len(rows)):.4f}",
        line("RIGHT", [m.right for m in marks.values()]),
    ]
    return "\n".join(out)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of one set, or of ours and the given one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=Path)
    parser.add_argument("--failures", type=int, default=0)
    options = parser.parse_args(arguments)
    for path in [options.set] if options.set else [p for p in (OWN, GIVEN, OPENED, BLIND) if p.exists()]:
        print(f"\n{path.name}\n{report(load(path), failures=options.failures)}")


if __name__ == "__main__":
    main()
