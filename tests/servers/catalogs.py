"""A static STAC catalog on disk for real servers to serve: the scenes of the holdings and recorded items of public catalogues."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pystac
from shapely.geometry import shape

from conductor.settings import from_environment
from connectors.embedded.scenes import scenes
from connectors.embedded.stac_documents import read_documents
from connectors.items import JSON

RECORDED = Path(__file__).resolve().parents[3] / "shared" / "data" / "stac"  # laid beside the checkout, not part of it
_DESCRIPTION = "Real items: what the embedded node serves from the holdings, and recorded ones where they are present."


def write_catalog(folder: Path) -> Path:
    """Write the catalog below `folder`; gives the path of its `catalog.json`."""
    catalog = pystac.Catalog(id="holdings", title="Holdings as a static catalog", description=_DESCRIPTION)
    items = real_items()
    for collection_id, members in sorted(_by_collection(items).items()):
        collection = _collection(collection_id, members)
        collection.add_items(members)
        catalog.add_child(collection)
    catalog.normalize_hrefs(folder.as_posix())
    catalog.save(catalog_type=pystac.CatalogType.SELF_CONTAINED)
    return folder / "catalog.json"


@cache
def real_items() -> tuple[JSON, ...]:
    """Items of the holdings and, where they lie beside the checkout, thousands recorded from public catalogues."""
    held = [json.loads(scene.document) for scene in scenes(from_environment().holdings_dir).items]
    recorded = read_documents(RECORDED, lambda _: None, holding="recorded").items if RECORDED.is_dir() else ()
    unique = {(item["collection"], item["id"]): item for item in (*recorded, *held)}
    return tuple(unique[key] for key in sorted(unique))


def as_items(documents: Iterable[JSON]) -> list[JSON]:
    """The documents as a database takes them: with a box each, and links of their own."""
    return [{"links": [], **document, "bbox": _box(document)} for document in documents]


def as_collections(documents: Iterable[JSON]) -> list[JSON]:
    """The collections that the documents name, each with the extent of its items."""
    return [_collection(name, members).to_dict() for name, members in sorted(_by_collection(documents).items())]


def _by_collection(items: Iterable[JSON]) -> Mapping[str, list[pystac.Item]]:
    members: dict[str, list[pystac.Item]] = {}
    for document in items:
        item = pystac.Item.from_dict(
            document | {"links": [], "bbox": _box(document)}, migrate=False, preserve_dict=False
        )
        members.setdefault(document["collection"], []).append(item)
    return members


def _box(document: JSON) -> list[float]:
    """The item's box, from its geometry where the catalogue it was recorded from left the box empty."""
    return list(document.get("bbox") or shape(document["geometry"]).bounds)


def _collection(collection_id: str, members: list[pystac.Item]) -> pystac.Collection:
    return pystac.Collection(
        id=collection_id,
        title=collection_id,
        description=f"Real items of {collection_id}.",
        extent=pystac.Extent.from_items(members),
    )
