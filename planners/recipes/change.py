"""Changes between two dates of imagery: a spectral index of the clearest scenes of both, its difference, gains and losses."""

from __future__ import annotations

from typing import Any

from connectors.offers import Source
from planners.blocks.answers import respond
from planners.blocks.imagery import search_scenes, series_showing
from planners.blocks.sketch import Sketch
from planners.blocks.when import dated, pair, period_document
from planners.blocks.where import box_of, place_caveats, place_document, places_of
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place
from planners.plan import Ref, Step

action = "change"
_INDEX = {  # what changes → the index that shows it (Awesome Spectral Indices' names)
    "burn_scar": "NBR", "crop": "NDVI", "deforestation": "NDVI", "drought": "NDMI", "flood": "MNDWI", "snow": "NDSI",
    "surface_water": "MNDWI", "urban": "NDBI", "vegetation": "NDVI", "water": "MNDWI", "wetland": "NDMI", "wildfire": "NBR",
}  # fmt: skip
_SEASON_APART = 2  # months


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Compare the clearest scene of each date for every place and index; refuse without two dates, a place or an index."""
    before, after = _dates(intent)
    indices = _indices(intent)
    if not intent.places:
        raise NoPlan("no place is named; change between scenes is measured at a place", missing="places")
    sketch = Sketch()
    for place in places_of(intent):
        if place.kind == "globe":
            raise NoPlan("change is measured scene by scene; name a place", missing="places")
        for index in indices:
            for collection in series_showing(intent, index):
                _compared(sketch, intent, place, collection=collection, index=index, before=before, after=after)
    return sketch.steps


def _dates(intent: Intent) -> tuple[Period, Period]:
    """The earlier and the later period; raises NoPlan unless there are two."""
    periods = dated(intent)
    reference = intent.reference
    both = (reference, periods[0]) if reference and periods else periods[:2]
    if len(both) < 2:
        raise NoPlan("a change wants two dates; name an earlier and a later one", missing="periods",
                     nearest=("find scenes of one date", "the change of NDVI between two months"))  # fmt: skip
    first, second = sorted(both, key=lambda p: (p.start or "", p.end or ""))
    return first, second


def _seasons(before: Period, after: Period) -> list[dict[str, Any]]:
    """Said where the two dates lie in different parts of the year."""
    months = [int((p.start or "")[5:7] or 0) for p in (before, after)]
    apart = abs(months[0] - months[1])
    if 0 in months or min(apart, 12 - apart) < _SEASON_APART:
        return []
    return [{"code": "different_seasons", "parameters": {}}]


def _indices(intent: Intent) -> tuple[str, ...]:
    """The spectral indices asked for, or those that show the phenomena named; raises NoPlan where there are none."""
    named = [q.spectral_index for q in intent.quantities if q.spectral_index]
    shown = named or [_INDEX[p] for p in intent.phenomena if p in _INDEX]
    if not shown:
        said = ", ".join((*(q.name for q in intent.quantities), *intent.phenomena)) or "what should have changed"
        raise NoPlan(f"no spectral index shows {said}; name one, for instance NDVI", missing="spectral_index",
                     nearest=("the change of NDVI", "the change of NDMI, moisture", "find scenes of both dates"))  # fmt: skip
    return tuple(dict.fromkeys(shown))


def _compared(
    sketch: Sketch, intent: Intent, place: Place, *, collection: str, index: str, before: Period, after: Period
) -> None:
    found, loaded = [], []
    for period in (before, after):
        step = search_scenes(sketch, collections=[collection], place=place, period=period, filters=dict(intent.filters),
                             limit=100)  # fmt: skip
        found.append(Ref(from_step=step))
        loaded.append(Ref(from_step=sketch.add("load", "files", "load", items=found[-1], bbox=box_of(place),
                                               intervals=[pair(period)], choice=0)))  # fmt: skip
    change = sketch.add("process", "local-processes", "change_map", data=loaded[0], other=loaded[1], index=index,
                        place=place_document(place))  # fmt: skip
    shown: dict[str, Any] = {name: Ref(from_step=change, output=name) for name in ("value", "table", "grid")}
    respond(sketch, intent, kind="value", role="image_change", **shown, items=found, place=place_document(place),
            quantity={"name": index, "standard_name": None, "variable_id": None}, period=period_document(after),
            reference=period_document(before), caveats=[*place_caveats(place), *_seasons(before, after)],
            conditions={"spectral_index": index})  # fmt: skip
