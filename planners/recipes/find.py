"""Finding: datasets of climate archives counted by model and node, scenes, ML models."""

from __future__ import annotations

from typing import Any

from connectors.offers import Source
from planners.blocks.answers import respond
from planners.blocks.evidence import quantity_document
from planners.blocks.imagery import SIBLINGS, search_scenes
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
    variables = [q for q in intent.quantities if q.variable_id]
    imagery = bool(intent.collections or intent.filters.keys() - {"limit", "sort"} or intent.phenomena
                   or any(q.spectral_index for q in intent.quantities))  # fmt: skip
    if intent.models:
        _models(sketch, intent)
    if intent.facets or (variables and not imagery):
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
    """Scenes of the collections said; a mission's other processing level is asked along and said."""
    siblings = [s for c in intent.collections for s in SIBLINGS.get(c, ()) if s not in intent.collections]
    filters = {k: v for k, v in intent.filters.items() if k != "limit"}
    found = search_scenes(sketch, collections=[*intent.collections, *siblings], place=place, period=period,
                          filters=filters, limit=_limit(intent))  # fmt: skip
    respond(sketch, intent, kind="items", role="scenes", items=Ref(from_step=found), place=place_document(place),
            period=period_document(period), conditions={"collections": list(intent.collections)} | filters,
            caveats=place_caveats(place))  # fmt: skip


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
