"""Where a step works: a named place with its relation, as the box and the document that searches and processes take."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from connectors.extents import GLOBE, BBox
from planners.errors import NoPlan
from planners.intent import Intent, Place

WORLD = Place(name="globe", kind="globe", bbox=GLOBE)
NEAR_KM = 50.0
SIDE_KM = 150.0

_PARTS = {"northern": (0, 0.5, 1, 1), "southern": (0, 0, 1, 0.5), "eastern": (0.5, 0, 1, 1), "western": (0, 0, 0.5, 1),
          "central": (0.25, 0.25, 0.75, 0.75)}  # fmt: skip


def places_of(intent: Intent) -> tuple[Place, ...]:
    """The places of an intent with relations worked into their boxes; the globe where none is said."""
    plain = tuple(p for p in intent.places if p.relation != "except")
    return tuple(located(p) for p in plain) or (WORLD,)


def sites_of(intent: Intent) -> tuple[Place, ...]:
    """The places of an intent for arrays: what lies near a place, by no said distance, is read at the place itself."""
    near = tuple(
        replace(p, relation=None) if p.relation == "near" and p.distance_km is None else p for p in intent.places
    )
    return tuple(_at_the_pole(p) for p in places_of(replace(intent, places=near)))


def _at_the_pole(place: Place) -> Place:
    """A pole named as a point is that point, not the cap around it."""
    box = place.bbox
    if place.kind != "point" or box is None or box.width < 359 or max(box.north, -box.south) < 90:
        return place
    latitude = 90.0 if box.north == 90 else -90.0
    return replace(place, bbox=BBox(west=0.0, south=latitude, east=0.0, north=latitude))


def located(place: Place) -> Place:
    """The place that `relation` points at: its box moved, grown or cut, its polygon dropped where that is not the place."""
    if place.kind == "globe":
        return replace(place, bbox=GLOBE, geometry_id=None)
    if place.bbox is None:
        raise NoPlan(f"the extent of {place.name!r} is not known; give a bounding box", missing="places")
    if place.relation in (None, "inside"):
        return place
    if place.relation == "upstream_of":
        raise NoPlan(
            f"the basin upstream of {place.name!r} cannot be delineated yet; name the basin or give a box",
            missing="upstream_of", nearest=(f"the surroundings of {place.name}",),
        )  # fmt: skip
    return replace(place, bbox=_related(place.bbox, place.relation, place.distance_km), geometry_id=None)


def _related(box: BBox, relation: str, distance_km: float | None) -> BBox:
    if relation.endswith("_part_of"):
        return _cut(box, _PARTS[relation.partition("_")[0]])
    if relation in ("north_of", "south_of", "east_of", "west_of"):
        return _beside(box, relation, distance_km or SIDE_KM)
    return box.buffered(distance_km or NEAR_KM)


def _cut(box: BBox, fractions: tuple[float, float, float, float]) -> BBox:
    west, south, east, north = fractions
    height = box.north - box.south
    return BBox.of([box.west + west * box.width, box.south + south * height,
                    box.west + east * box.width, box.south + north * height])  # fmt: skip


def _beside(box: BBox, relation: str, km: float) -> BBox:
    """The strip of `km` beside the box, its own middle included so that the place's edge is not lost."""
    grown, (lon, lat) = box.buffered(km), box.center
    match relation:
        case "north_of":
            return BBox(west=box.west, south=lat, east=box.east, north=grown.north)
        case "south_of":
            return BBox(west=box.west, south=grown.south, east=box.east, north=lat)
        case "east_of":
            return BBox(west=lon, south=box.south, east=grown.east, north=box.north)
        case _:
            return BBox(west=grown.west, south=box.south, east=lon, north=box.north)


def box_of(place: Place) -> list[float] | None:
    """The search box, None for the globe."""
    return None if place.kind == "globe" or place.bbox is None else place.bbox.to_list()


def extent_of(place: Place) -> list[float]:
    """The place's own box, the globe's included: what evidence must hold."""
    return (place.bbox or GLOBE).to_list()


def place_document(place: Place) -> dict[str, Any]:
    """The place as processes and answers take it."""
    return {"name": place.name, "kind": place.kind, "country": place.country,
            "bbox": (place.bbox or GLOBE).to_list(), "relation": place.relation, "geometry_id": place.geometry_id}  # fmt: skip


def place_caveats(place: Place) -> list[dict[str, Any]]:
    """What must be said where a box stands for a relation."""
    if place.relation in (None, "inside") or place.bbox is None:
        return []
    box = [round(v, 2) for v in place.bbox.to_list()]
    return [{"code": "related_place", "parameters": {"place": place.name, "relation": place.relation, "bbox": box}}]
