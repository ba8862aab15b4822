"""Figures of a set of questions: shares with intervals, precision and recall, twins, calibration."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.evals.scoring import Mark

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
BINS = 10
BAR = 40  # characters of a full bar of the reliability diagram
Row = Mapping[str, Any]
Pairs = Sequence[tuple[float, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many."""

    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else math.nan

    def __str__(self) -> str:
        if not self.of:
            return "-"
        low, high = wilson(self.right, self.of)
        return f"{100 * self.value:5.1f} [{100 * low:4.1f}, {100 * high:5.1f}] {self.of:4}"


def share(marks: Iterable[bool]) -> Share:
    """Count."""
    counted = list(marks)
    return Share(right=sum(counted), of=len(counted))


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if of == 0:
        return 0.0, 1.0
    part = right / of
    centre = (part + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(part * (1 - part) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return centre - half, centre + half


def slots(rows: Sequence[Row], marks: Mapping[str, Mark]) -> dict[str, Share]:
    """The share right of each slot that gold has."""
    seen: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        for slot, right in marks[row["id"]].slots.items():
            seen[slot].append(right)
    return {slot: share(values) for slot, values in sorted(seen.items())}


def wholly(rows: Iterable[Row], marks: Mapping[str, Mark]) -> Share:
    """Questions with every slot right."""
    return share(marks[row["id"]].right for row in rows)


def asked_back(rows: Iterable[Row], got: Mapping[str, Row]) -> tuple[Share, Share]:
    """Precision and recall of questions asked back, which must be about the slot that gold names."""
    pairs = [
        ((row["gold"]["clarify"] or {}).get("slot"), (got[row["id"]].get("clarification") or {}).get("slot"))
        for row in rows
        if "clarify" in row["gold"]
    ]
    return share(want == have for want, have in pairs if have), share(want == have for want, have in pairs if want)


def refused(rows: Iterable[Row], got: Mapping[str, Row]) -> tuple[Share, Share]:
    """Precision and recall of refusals, for any of the reasons that gold gives."""
    pairs = [
        (_many(row["gold"]["declined"]), (got[row["id"]].get("declined") or {}).get("reason"))
        for row in rows
        if "declined" in row["gold"]
    ]
    return share(have in want for want, have in pairs if have), share(have in want for want, have in pairs if want)


def twins(rows: Sequence[Row], got: Mapping[str, Row]) -> Share:
    """Whether a question and its translation are understood alike, in the slots whose values have no language."""
    pairs = [(r["id"], r["same_plan_as"]) for r in rows if r.get("same_plan_as") in got]
    return share(_plan(got[a]) == _plan(got[b]) for a, b in pairs)


def _plan(understood: Row) -> str:
    intent = (understood.get("intents") or [{}])[0]
    plan = {name: intent.get(name) for name in TWIN_SLOTS}
    plan["periods"] = [{k: v for k, v in p.items() if k != "span"} for p in plan["periods"] or ()]
    return json.dumps(plan, sort_keys=True)


def said(marks: Iterable[Mark]) -> list[tuple[float, bool]]:
    """Each first reading's probability, with whether it was right."""
    return [(m.probability, m.right) for m in marks if m.probability is not None]


def _bins(pairs: Pairs) -> Iterator[tuple[int, float, float, int]]:
    found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, right in pairs:
        found[min(BINS - 1, int(probability * BINS))].append((probability, right))
    for number, members in sorted(found.items()):
        count = len(members)
        yield number, sum(p for p, _ in members) / count, sum(r for _, r in members) / count, count


def calibration_error(pairs: Pairs) -> float:
    """The expected calibration error over ten bins of equal width."""
    return sum(count * abs(p - right) for _, p, right, count in _bins(pairs)) / max(1, len(pairs))


def reliability(pairs: Pairs) -> Iterator[str]:
    """The reliability diagram: a bar of the share right for each bin, `|` where the mean probability stands."""
    for number, p, right, count in _bins(pairs):
        bar = list(("#" * round(right * BAR)).ljust(BAR + 1))
        bar[round(p * BAR)] = "|"
        yield f"  {number / BINS:.1f}-{(number + 1) / BINS:.1f}  said {p:.2f} right {right:.2f} of {count:4}  {''.join(bar).rstrip()}"


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]
