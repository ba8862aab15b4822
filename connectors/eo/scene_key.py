"""Scene identity: one acquisition at one processing level has one key, whichever catalogue lists it under whatever id."""

from __future__ import annotations

from connectors.eo.product_id import product
from connectors.items import Item

# Above 72° N and below 72° S the swaths of two orbits of one day overlap: the day alone does not name the pass.
_POLAR_BANDS = "ABCDXYZ"


def scene_key(item: Item) -> str:
    """The key under which copies of a scene are one: platform, level, tile and day from the product's name.

    Without a name that can be read: collection, platform, the second of sensing and the footprint to 0.01°.
    """
    known = product(item)
    if known is None:
        return _footprint_key(item)
    polar = known.platform.startswith("sentinel-2") and known.cell[2:3] in _POLAR_BANDS and known.relative_orbit
    orbit = f":r{known.relative_orbit}" if polar else ""
    return f"{known.platform}:{known.level}:{known.cell}:{known.day}{orbit}"


def _footprint_key(item: Item) -> str:
    start = item.properties.get("start_datetime") or item.properties.get("datetime") or item.interval.start or ""
    box = ",".join(f"{v:.2f}" for v in item.bbox.to_list()) if item.bbox else "everywhere"
    platform = str(item.properties.get("platform") or "").lower()
    # Models, tables and world maps share the globe and a year: only the id tells those apart.
    is_local = item.bbox is not None and item.bbox.width < 300
    name = "" if start and is_local else f":{item.id}"
    return f"{item.collection}:{platform}:{str(start)[:19]}:{box}{name}"
