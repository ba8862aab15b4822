"""The fields of sentences about an index in scenes: the index, the days, the areas seen, compared, gained and lost."""

from __future__ import annotations

from conductor.answer import Finding
from conductor.narrator import names
from conductor.narrator.numbers import number

_AREAS = {"compared": "compared_km2", "gain": "gain_km2", "loss": "loss_km2", "seen": "seen_km2"}
IMAGE_ROLES = frozenset({"image_change", "index_level"})


def image_fields(finding: Finding, language: str) -> dict[str, str]:
    """What the templates of `IMAGE_ROLES` use beside the fields of all findings."""
    days = sorted({str(item.interval.start or item.get("datetime") or "")[:10] for item in finding.items})
    told = [names.period({"start": day, "end": day}, language) for day in days if len(day) == 10] or ["…"]
    areas = {field: _area(finding.details.get(name), language) for field, name in _AREAS.items()}
    index = str(finding.conditions.get("spectral_index", ""))
    return areas | {"index": index, "first_day": told[0], "last_day": told[-1]}


def _area(km2: object, language: str) -> str:
    if not isinstance(km2, int | float):
        return "…"
    decimals = 0 if km2 >= 10 else 2 if km2 >= 0.1 or km2 == 0 else 4
    return f"{number(float(km2), decimals, language)} {names.units('km2', language)}"
