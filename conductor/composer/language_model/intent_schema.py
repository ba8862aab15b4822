"""The JSON Schema of readings that a language model is to fill: that of the Intent, without what is never asked of a model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from connectors.vocabulary import models, phenomena
from planners.intent import Intent

MOST_READINGS = 4
MOST_VALUES = 12  # of a list: small models know no end
AGGREGATIONS = ("daily", "monthly", "seasonal", "annual", "decadal", "climatology")
COMPARED = ("scenarios", "sources", "places", "periods", "observations", "methods")
FACETS = (*models.FACETS, "experiment_id", "member_id", "variable_id", "version")
NUMBERS = (
    "cloud_cover_max",
    "cloud_cover_min",
    "snow_cover_max",
    "resolution_max",
    "relative_orbit",
    "wrs_path",
    "wrs_row",
    "limit",
)
WORDS = ("orbit_state", "mgrs_tile", "polarizations", "instrument_mode", "platform", "daytime")

# Probabilities are measured, boxes and polygons come from the gazetteer, spans from the text itself.
_UNASKED: Mapping[str, tuple[str, ...]] = {
    "": ("probability", "follow_up", "topics", "together", "words"),
    "Place": ("bbox", "geometry_id", "span", "distance_km", "relation"),
    "Quantity": ("span",),
    "Period": ("span",),
}


@cache
def schema() -> dict[str, Any]:
    """`{"intents": [reading, …]}`; the reading's fields are the understanding contract's."""
    from pydantic import TypeAdapter

    whole = TypeAdapter(Intent).json_schema()
    kept = {name: _pruned(whole["$defs"][name], name) for name in ("Period", "Place", "Quantity", "Threshold")}
    reading = _pruned(whole, "")
    reading["properties"] |= {
        "phenomena": _list({"enum": [entry.id for entry in phenomena.phenomena()]}),
        "months": _list({"type": "integer", "minimum": 1, "maximum": 12}),
        "facets": _object({name: _list({"type": "string"}) for name in FACETS}),
        "filters": _object(
            {name: {"type": "number"} for name in NUMBERS}
            | {name: _list({"type": "string"}) for name in WORDS}
            | {"sort": {"type": "string"}}
        ),
        "aggregation": {"enum": [*AGGREGATIONS, None]},
        "compared": {"enum": [*COMPARED, None]},
    }
    intents = _list({"$ref": "#/$defs/Intent"}) | {"maxItems": MOST_READINGS}
    return {
        "title": "readings",
        "description": "What a question about climate or Earth observation asks for.",
        **_object({"intents": intents}),
        "required": ["intents"],
        "$defs": kept | {"Intent": reading},
    }


def _pruned(definition: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A definition without the fields that are not asked, and without titles and defaults, which models echo."""
    unasked = _UNASKED.get(name, ())
    fields = {key: _bare(field) for key, field in definition["properties"].items() if key not in unasked}
    required = [key for key in definition.get("required", ()) if key not in (*unasked, "kind")]
    return _object(fields) | ({"required": required} if required else {})


def _bare(field: Mapping[str, Any]) -> dict[str, Any]:
    bare = {key: value for key, value in field.items() if key not in ("title", "default")}
    return bare | {"maxItems": MOST_VALUES} if bare.get("type") == "array" else bare


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _list(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(items), "maxItems": MOST_VALUES}
