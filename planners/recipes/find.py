"""Finding: datasets of climate archives counted by model and node, scenes, ML models, datasets by words."""

from __future__ import annotations

from typing import Any

from connectors.offers import Source
from connectors.vocabulary.translations import in_either
from planners.blocks.answers import respond
from planners.blocks.evidence import quantity_document
from planners.blocks.imagery import SIBLINGS, search_scenes, series_showing
from planners.blocks.sketch import Sketch
from planners.blocks.when import dated, pair, period_document
from planners.blocks.where import box_of, place_caveats, place_document, places_of
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place
from planners.plan import Ref, Step

action = "find"
LISTED = 100  # records listed where no limit is said; counts are of all that match
_COUNTED = ("source_id", "data_node")


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Search the families that can hold what is asked: climate archives, scenes, ML models, or all where only a place is said."""
    sketch = Sketch()
    if intent.words and not (intent.facets or intent.quantities or intent.collections or intent.models):
        _records(sketch, intent)
        return sketch.steps
    variables = [q for q in intent.quantities if q.variable_id]
    imagery = bool(intent.collections or intent.filters.keys() - {"limit", "sort"} or intent.phenomena
                   or any(q.spectral_index for q in intent.quantities))  # fmt: skip
    if intent.models:
        _models(sketch, intent)
    filed = intent.facets.keys() - (
        {"frequency"} if intent.collections else set()
    )  # the step of a data set's own files
    if filed or (variables and not imagery):
        for period in dated(intent) or (None,):
            _datasets(sketch, intent, period)
    if imagery or (not sketch.steps and intent.places):
        for place in places_of(intent):
            for period in dated(intent) or (None,):
                _scenes(sketch, intent, place, period)
    if not sketch.steps:
        raise NoPlan("nothing to search for is named; name a variable, a model, a mission or a place", missing="collections",
                     nearest=("find daily tas of CanESM5", "find Sentinel-2 scenes near Berlin"))  # fmt: skip
    return sketch.steps


def _datasets(sketch: Sketch, intent: Intent, period: Period | None) -> None:
    facets = {k: list(v) for k, v in intent.facets.items()}
    if variables := [q.variable_id for q in intent.quantities if q.variable_id]:
        facets.setdefault("variable_id", list(dict.fromkeys(variables)))
    count = [name for name in _COUNTED if len(facets.get(name, ())) != 1]
    every = [name for name in intent.together if len(facets.get(name, ())) > 1]
    found = sketch.add(
        "search",
        "esgf",
        "search",
        family="esgf",
        facets=facets,
        interval=pair(period),
        count=count,
        limit=_limit(intent),
        **({"every": every} if every else {}),  # of models that have them all
    )
    said: dict[str, Any] = {"quantity": quantity_document(intent.quantities[0]) if intent.quantities else None,
                            "period": period_document(period), "conditions": facets}  # fmt: skip
    items = Ref(from_step=found)
    if "source_id" in count:
        respond(
            sketch,
            intent,
            kind="table",
            role="models",
            table=Ref(from_step=found, output="source_id"),
            items=items,
            **said,
        )
    else:
        respond(sketch, intent, kind="items", role="datasets", items=items, **said)
    if "data_node" in count:
        respond(sketch, intent, kind="table", role="nodes", table=Ref(from_step=found, output="data_node"), **said)


def _scenes(sketch: Sketch, intent: Intent, place: Place, period: Period | None) -> None:
    """Scenes of the collections said, or of those that show the index said; a mission's other level is asked along and said."""
    asked = intent.collections or _showing(intent)
    siblings = [s for c in asked for s in SIBLINGS.get(c, ()) if s not in asked]
    filters = {k: v for k, v in intent.filters.items() if k != "limit"}
    found = search_scenes(sketch, collections=[*asked, *siblings], place=place, period=period,
                          filters=filters, limit=_limit(intent))  # fmt: skip
    respond(sketch, intent, kind="items", role="scenes", items=Ref(from_step=found), place=place_document(place),
            period=period_document(period), conditions={"collections": list(asked)} | filters,
            caveats=place_caveats(place))  # fmt: skip


def _showing(intent: Intent) -> tuple[str, ...]:
    """The collections that have the bands of the first spectral index said; empty where none is."""
    index = next((q.spectral_index for q in intent.quantities if q.spectral_index), None)
    return series_showing(intent, index) if index else ()


def _records(sketch: Sketch, intent: Intent) -> None:
    """Whatever catalogues say of the words, at the places and in the periods said."""
    filters = {k: v for k, v in intent.filters.items() if k != "limit"}
    filters |= {"q": in_either(intent.words)}
    for place in places_of(intent) if intent.places else (None,):
        for period in dated(intent) or (None,):
            found = sketch.add("search", "eo", "search", family="eo", collections=[], filters=filters, limit=_limit(intent),
                               bbox=box_of(place) if place else None, interval=pair(period))  # fmt: skip
            respond(sketch, intent, kind="items", role="records", items=Ref(from_step=found),
                    place=place_document(place) if place else None, period=period_document(period),
                    conditions={"words": intent.words}, caveats=place_caveats(place) if place else None)  # fmt: skip


def _models(sketch: Sketch, intent: Intent) -> None:
    place = next(iter(places_of(intent)))
    found = sketch.add("search", "ml", "search", family="ml", collections=[], filters={"models": list(intent.models)},
                       bbox=box_of(place), limit=_limit(intent))  # fmt: skip
    respond(
        sketch,
        intent,
        kind="items",
        role="ml_models",
        items=Ref(from_step=found),
        conditions={"models": list(intent.models)},
    )


def _limit(intent: Intent) -> int:
    return int(intent.filters.get("limit") or LISTED)
