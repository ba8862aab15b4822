"""How well the evidence answers its reading: measured parts, each 0…1, and their product.

    evidence = coverage × resolution × agreement × quality            (a part that does not apply is left out)

    coverage    share of the asked period (and area) that the data cover; for a listing, share of sources that answered
    resolution  min(1, place_km / (2 cell_km)) ** 0.25: a place two cells wide is resolved; a city in a 200 km cell scores about 0.6;
                a place counts as 50 km wide at least, within which climate fields vary little
    agreement   share of models with the median's sign × n / (n + 1), n = models (or independent families)
    quality     product over caveats of their penalties

Each part grows with the quality it measures, so the product does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from conductor.answer import Score
from connectors.items import JSON, Caveat, SourceReport

PENALTIES: Mapping[str, float] = {
    "analogue_reach": 0.5,
    "approximate_place": 0.9,
    "assumed_heavy_rain": 0.6,
    "coarse_terrain": 0.8,
    "dry_detector": 0.7,
    "extrapolated_flood": 0.6,
    "global_temperature": 0.8,
    "partial_coverage": 0.9,
    "pattern_scaled": 0.9,
    "poor_skill": 0.4,
    "retracted": 0.3,
    "short_record": 0.9,
    "single_hydrological_model": 0.9,
    "threshold_limits": 0.8,
    "unchanged_rain": 0.4,
}
SMALLEST_KM = 50.0
_MATTERS_NOT = frozenset({"skipped_offline", "skipped_capability"})


def parts_of(
    details: Mapping[str, JSON], *, caveats: Sequence[Caveat], reports: Sequence[SourceReport]
) -> dict[str, float]:
    """The parts that apply to a result with these details."""
    parts = {"coverage": _number(details.get("coverage"), 1.0) * _answered(reports)}
    cell, place = details.get("cell_km"), details.get("place_km")
    if cell and place is not None:
        parts["resolution"] = min(1.0, max(float(place), SMALLEST_KM) / (2 * float(cell))) ** 0.25
    members = details.get("families") or details.get("models")
    if members:
        n = _count(members)
        parts["agreement"] = _number(details.get("agreement_sign"), 1.0) * n / (n + 1)
    parts["quality"] = prod(PENALTIES.get(code, 1.0) for code in sorted({c.code for c in caveats}))
    return {name: round(min(1.0, max(0.0, value)), 4) for name, value in parts.items()}


def evidence_of(parts: Mapping[str, float]) -> float:
    """The raw evidence score."""
    return prod(parts.values())


def scored(*, reading: float, evidence: float, parts: Mapping[str, float]) -> Score:
    """The score of a finding: p(reading) × p(the evidence answers it)."""
    return Score(reading=reading, evidence=round(evidence, 4), parts=parts)


def _answered(reports: Sequence[SourceReport]) -> float:
    counted = [r for r in reports if r.state not in _MATTERS_NOT]
    return sum(r.state in ("ok", "empty", "cached_stale") for r in counted) / len(counted) if counted else 1.0


def _count(members: JSON) -> int:
    return len(members) if isinstance(members, list | tuple | dict) else int(members)


def _number(value: JSON, default: float) -> float:
    return default if value is None else float(value)
