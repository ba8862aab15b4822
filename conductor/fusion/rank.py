"""The order to read findings in. Conditions are never ranked against each other: they keep the order asked.

Findings that claim the same thing (one reading, role, quantity, place, period and condition) compete by probability. The
winners of all claims come first, then the runners-up, and so on; within each round parts follow each other as asked, then
readings by their best probability, then claims as asked.
"""

from __future__ import annotations

import json
from collections import defaultdict

from conductor.answer import Finding


def rank(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Order findings; the order given does not matter."""
    claims: dict[tuple[int, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        claims[finding.intent, _claim(finding)].append(finding)
    best: dict[int, float] = defaultdict(float)
    for finding in findings:
        best[finding.intent] = max(best[finding.intent], finding.score.probability)
    placed = []
    for rivals in claims.values():
        asked = min(f.order for f in rivals)
        for turn, finding in enumerate(sorted(rivals, key=lambda f: (-f.score.probability, f.order, f.step))):
            placed.append(((turn, finding.part, -best[finding.intent], finding.intent, asked, finding.step), finding))
    return tuple(finding for _, finding in sorted(placed, key=lambda p: p[0]))


def _claim(finding: Finding) -> str:
    """What the finding is a claim about, its evidence left out."""
    said = [
        finding.part,
        finding.role,
        finding.quantity,
        finding.place,
        finding.period,
        finding.reference,
        finding.conditions,
    ]
    return json.dumps(said, sort_keys=True, default=str)
