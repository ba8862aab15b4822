"""The index of scenes: items of all EO holdings and added folders, and the collections that they belong to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from connectors.embedded.basins import record_items, terrain_items
from connectors.embedded.datasets import FOLDERS
from connectors.embedded.manifest import holdings
from connectors.embedded.optical import landsat_items, sentinel2_items
from connectors.embedded.rasters import ROOT, SCIENTIFIC, Unusable, multihash
from connectors.embedded.stac_documents import read_documents
from connectors.embedded.world_maps import land_cover_items, sea_surface_items
from connectors.extents import GLOBE, BBox, around
from connectors.items import JSON
from connectors.ml.zoo import shipped

_RECORDED = "stac-geoparquet"


def build(holdings_dir: Path, *, folders: Sequence[tuple[str, Path]] = ()) -> dict[str, JSON]:
    """Describe everything: `collections`, `items` and `unusable` (path to reason), sorted; reads every raster once."""
    problems: list[Unusable] = []
    report = problems.append
    recorded = read_documents(holdings_dir / _RECORDED, report, holding=_RECORDED)
    items = [
        *sentinel2_items(holdings_dir, report),
        *landsat_items(holdings_dir, report),
        *land_cover_items(holdings_dir, report),
        *sea_surface_items(holdings_dir, report),
        *record_items(holdings_dir, report),
        *terrain_items(holdings_dir, report),
        *recorded.items,
        *_models(holdings_dir),
    ]
    found: dict[str, JSON] = {}
    for name, path in folders:
        documents = read_documents(path, report, holding=name, served=f"{FOLDERS}/{name}")
        items += documents.items
        found |= documents.collections
    items = list({(i["collection"], i["id"]): _linked(_credited(i)) for i in items}.values())
    items.sort(key=lambda i: (i["collection"], i["id"]))
    return {
        "collections": _collections(items, found),
        "items": items,
        "unusable": {problem.path: problem.reason for problem in problems},
    }


def _models(holdings_dir: Path) -> Iterable[JSON]:
    """The models that ship, where their weights are here."""
    for item in shipped():
        weights = item["assets"]["model"]
        path = holdings_dir / weights["href"].removeprefix(f"{ROOT}/data/")
        if path.is_file():
            weights |= {"file:size": path.stat().st_size, "file:checksum": multihash(path)}
            yield item


def _credited(item: JSON) -> JSON:
    """The item with the citation of the holding that it comes from and its collection's licence, where it has none of its own."""
    entry = _table().get(item["collection"])
    if entry is None:
        return item
    holding = {h.id: h for h in holdings()}.get(entry["holding"])
    credit = {"license": entry["license"]} | ({"sci:citation": holding.citation} if holding else {})
    extensions = [*item.get("stac_extensions", ()), *([SCIENTIFIC] if holding else [])]
    return item | {"properties": credit | item["properties"], "stac_extensions": sorted(set(extensions))}


@cache
def _table() -> Mapping[str, JSON]:
    return tomllib.loads(files("connectors.embedded").joinpath("collections.toml").read_text(encoding="utf-8"))


def _linked(item: JSON) -> JSON:
    collection = f"{ROOT}/collections/{item['collection']}"
    json, geojson = "application/json", "application/geo+json"
    navigation = [
        {"rel": "self", "href": f"{collection}/items/{item['id']}", "type": geojson},
        {"rel": "parent", "href": collection, "type": json},
        {"rel": "collection", "href": collection, "type": json},
        {"rel": "root", "href": f"{ROOT}/", "type": json},
    ]
    return item | {"links": navigation + list(item.get("links", ()))}


def _collections(items: Sequence[JSON], found: Mapping[str, JSON]) -> list[JSON]:
    """The collections that have items: ours from the table, a user's own as they are, others made up from the items."""
    members: dict[str, list[JSON]] = {}
    for item in items:
        members.setdefault(item["collection"], []).append(item)
    return [_collection(name, _table().get(name), found.get(name), of_it) for name, of_it in sorted(members.items())]


def _collection(
    name: str, entry: Mapping[str, JSON] | None, found: Mapping[str, JSON] | None, items: Sequence[JSON]
) -> JSON:
    here = f"{ROOT}/collections/{name}"
    json = "application/json"
    links: list[JSON] = [
        {"rel": "self", "href": here, "type": json},
        {"rel": "items", "href": f"{here}/items", "type": "application/geo+json"},
        {"rel": "root", "href": f"{ROOT}/", "type": json},
        {"rel": "parent", "href": f"{ROOT}/", "type": json},
        {"rel": "http://www.opengis.net/def/rel/ogc/1.0/queryables", "href": f"{here}/queryables",
         "type": "application/schema+json"},
    ]  # fmt: skip
    if entry:
        links.append({"rel": "license", "href": entry["licence_url"]})
    document = {
        "type": "Collection",
        "stac_version": "1.1.0",
        "id": name,
        "title": entry["title"] if entry else (found or {}).get("title") or name,
        "description": entry["description"] if entry else (found or {}).get("description") or f"Items of {name}.",
        "license": entry["license"] if entry else (found or {}).get("license") or "other",
        "extent": _extent(items),
        "summaries": _summaries(items),
        "links": links,
    }
    if entry:
        document["providers"] = [{"name": entry["provider"], "roles": ["producer", "licensor"]}]
        document["keywords"] = ["catalogue only"] if entry.get("catalogue_only") else ["held here"]
    return document


def _extent(items: Sequence[JSON]) -> JSON:
    boxes = [BBox.of(i["bbox"]) for i in items if i.get("bbox")] or [GLOBE]
    starts = [t for i in items if (t := i["properties"].get("start_datetime") or i["properties"].get("datetime"))]
    ends = [t for i in items if (t := i["properties"].get("end_datetime") or i["properties"].get("datetime"))]
    interval = [min(starts, default=None), max(ends, default=None)]
    return {"spatial": {"bbox": [around(boxes).to_list()]}, "temporal": {"interval": [interval]}}


def _summaries(items: Sequence[JSON]) -> JSON:
    summaries: dict[str, list[JSON]] = {}
    for name in ("platform", "constellation", "gsd"):
        values = {i["properties"][name] for i in items if i["properties"].get(name) not in (None, "")}
        if values:
            summaries[name] = sorted(values)
    return summaries
