"""What a question is about: imagery or climate, the past or the future."""

from __future__ import annotations

from conductor.composer.reading import Reading
from connectors.vocabulary.collections import collection
from connectors.vocabulary.scenarios import experiment

GRIDDED_SENSORS = frozenset({"reanalysis", "observations"})
# Phenomena that models and stations show too.
CLIMATE_PHENOMENA = frozenset(
    {
        "drought",
        "heatwave",
        "coldwave",
        "storm",
        "tropical_cyclone",
        "snow",
        "sea_ice",
        "ice_sheet",
        "glacier",
        "permafrost",
        "fog",
        "cloud",
        "dust",
        "flood",
    }
)


def imagery(r: Reading) -> bool:
    """Scenes are the matter: a mission, a spectral index, scene words, or a phenomenon that only imagery shows."""
    sensors = {entry.sensor for name in r.collections if (entry := collection(name))}
    if sensors:
        return bool(sensors - GRIDDED_SENSORS)
    if any(q.spectral_index for q in r.quantities) or (r.cues.scenes and not r.facets):
        return True
    if r.facets or r.quantities:
        return False
    return bool(r.phenomena)


def future(r: Reading) -> bool:
    """Asked of the future: a scenario, a warming level, years to come, or words of the future without years."""
    scenario = any(_is_scenario(name) for name in r.experiments)
    if scenario or any(p.warming_level for p in r.periods):
        return True
    dated = [p for p in r.targets if p.start or p.end]
    if dated:
        return any(
            (p.end or "9999") > r.now.isoformat()
            and ((p.start or "0000") >= r.now.isoformat()[:4] or _far(p.end, r.now.year))
            for p in dated
        )
    return r.cues.future and not r.collections


def _far(end: str | None, year: int) -> bool:
    """A period that reaches many years ahead, wherever it begins: 1850–2100."""
    return end is not None and int(end[:4]) >= year + 10


def _is_scenario(name: str) -> bool:
    entry = experiment(name)
    return bool(entry and (entry.end or 0) > 2015 and (entry.start or 0) >= 2000)
