"""Item search over scenes in memory: bbox, geometry, time, CQL2 filter, sorting and the choice of fields. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import cql2
import msgspec

from connectors.embedded.scenes import Scene
from connectors.embedded.stac_query import ItemSearch
from connectors.items import JSON


def matching(items: Iterable[Scene], search: ItemSearch) -> list[Scene]:
    """The scenes that match, in the order asked for, paging left to the caller."""
    found = [scene for scene in items if _is_plainly_wanted(scene, search)]
    if search.bbox or search.intersects:
        found = _touching(found, search)
    if search.filter is not None:
        found = [scene for scene in found if _passes(scene, search.filter)]
    for path, descending in reversed(search.sortby):
        found = _sorted(found, path, descending)
    return found


def trimmed(document: bytes, search: ItemSearch) -> bytes:
    """The item with only the fields asked for; id, type and collection always stay."""
    if not search.include and not search.exclude:
        return document
    item = msgspec.json.decode(document)
    if search.include:
        wanted = dict.fromkeys(("type", "stac_version", "id", "collection", *search.include))
        item = _picked(item, wanted)
    for path in search.exclude:
        holder, _, last = path.rpartition(".")
        inside = _at(item, holder) if holder else item
        if isinstance(inside, dict) and path not in ("id", "type", "collection"):
            inside.pop(last, None)
    return msgspec.json.encode(item)


def _is_plainly_wanted(scene: Scene, search: ItemSearch) -> bool:
    if search.collections and scene.collection not in search.collections:
        return False
    if search.ids and scene.id not in search.ids:
        return False
    if search.datetime and not (scene.start <= search.datetime[1] and search.datetime[0] <= scene.end):
        return False
    return not search.bbox or (scene.box is not None and scene.box.intersects(search.bbox))


def _touching(found: list[Scene], search: ItemSearch) -> list[Scene]:
    """Those whose footprint itself meets the area: a diagonal strip fills little of its box."""
    if search.bbox and all(scene.box and search.bbox.holds(scene.box) for scene in found):
        return found
    import shapely
    from shapely.geometry import shape

    box = search.bbox
    if box is None:
        area = shape(search.intersects)
    else:
        area = shapely.union_all([shapely.box(w, box.south, e, box.north) for w, e in box.spans])
    geometries = [msgspec.json.decode(scene.document, type=_Footprint).geometry for scene in found]
    footprints = shapely.from_geojson([bytes(g) if g else None for g in geometries], on_invalid="ignore")
    return [scene for scene, touches in zip(found, shapely.intersects(footprints, area), strict=True) if touches]


class _Footprint(msgspec.Struct):
    geometry: msgspec.Raw = msgspec.Raw(b"")


class _Slim(msgspec.Struct):
    id: str
    properties: dict[str, Any]
    collection: str = ""
    geometry: dict[str, Any] | None = None


def _passes(scene: Scene, expression: cql2.Expr) -> bool:
    slim = msgspec.json.decode(scene.document, type=_Slim)
    item = {"id": slim.id, "collection": slim.collection, "properties": slim.properties, "geometry": slim.geometry}
    try:
        return bool(expression.matches(item))
    except Exception:
        # What cql2 cannot reduce to true or false compares something absent, which is NULL, which does not match.
        return False


def _sorted(found: list[Scene], path: str, descending: bool) -> list[Scene]:
    values = {id(scene): _at(msgspec.json.decode(scene.document), path) for scene in found}
    known = [scene for scene in found if isinstance(values[id(scene)], str | int | float)]
    unknown = [scene for scene in found if not isinstance(values[id(scene)], str | int | float)]

    def key(scene: Scene) -> tuple[bool, Any]:
        value = values[id(scene)]
        return isinstance(value, str), value

    return sorted(known, key=key, reverse=descending) + unknown


def _at(item: JSON, path: str) -> JSON:
    """The value at a dotted path; a bare name that the item lacks is looked for among its properties."""
    if path in item:
        return item[path]
    value: JSON = item
    parts = path.split(".")
    for part in parts:
        value = value.get(part) if isinstance(value, dict) else None
    return value if value is not None or len(parts) > 1 else item.get("properties", {}).get(path)


def _picked(item: dict[str, Any], paths: Iterable[str]) -> dict[str, Any]:
    picked: dict[str, Any] = {}
    for path in paths:
        head, _, rest = path.partition(".")
        if not rest and head in item:
            picked[head] = item[head]
        elif rest and isinstance(item.get(head), dict) and rest in item[head]:
            picked.setdefault(head, {})[rest] = item[head][rest]
    return picked
