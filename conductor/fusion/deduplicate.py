"""The same finding reached twice counts once, with the probability of either reading."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from conductor.answer import Finding, Score


def deduplicate(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Merge findings of one part that say the same of the same data; the better evidence is kept, readings add up."""
    alike: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: (f.order, f.step)):
        alike.setdefault(_sameness(finding), []).append(finding)
    return tuple(_merged(same) for same in alike.values())


def _sameness(finding: Finding) -> str:
    """What two findings share when they are one: the claim, its result and its data."""
    place = str((finding.place or {}).get("name")).casefold()  # a city and its region, read alike, may show the same
    said: list[Any] = [finding.part, finding.kind, finding.role, finding.quantity, place, finding.period, finding.reference,
                       finding.conditions, finding.value, finding.units, finding.n, sorted(finding.derived_from),
                       sorted(i.id for i in finding.items), finding.details.get("id"), finding.table and finding.table.rows]  # fmt: skip
    return json.dumps(said, sort_keys=True, default=str)


def _merged(same: list[Finding]) -> Finding:
    """One finding of several, in the place of the first asked for; each reading counts once."""
    first, better = same[0], max(same, key=lambda f: (f.score.evidence, -f.order))
    readings = {f.intent: f.score.reading for f in same}
    reading = round(min(1.0, sum(readings.values())), 4)
    score = Score(reading=reading, evidence=better.score.evidence, parts=better.score.parts)
    return replace(better, score=score, order=first.order, step=first.step, intent=first.intent)
