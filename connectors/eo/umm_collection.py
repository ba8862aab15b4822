"""UMM-C, NASA's unified metadata model of collections (1.17), read as Items that stand for a whole dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from connectors.eo.footprint import box_footprint, stated_box
from connectors.extents import BBox, Interval, around
from connectors.items import JSON, Item, Link

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SIDES = ("WestBoundingCoordinate", "SouthBoundingCoordinate", "EastBoundingCoordinate", "NorthBoundingCoordinate")


def read_collection(
    umm: Mapping[str, Any], *, concept_id: str, updated: str, source: str, canonical: Mapping[str, str]
) -> Item | None:
    """One collection; None where it lacks the names that a collection must have."""
    try:
        short_name, version = str(umm["ShortName"]), str(umm.get("Version") or "")
        own = f"{short_name}@{version}"
        bbox = _box(umm.get("SpatialExtent") or {})
        return Item(
            id=f"{short_name}.{version}" if version else short_name,
            collection=canonical.get(own, canonical.get(short_name, short_name)),
            bbox=bbox,
            geometry=box_footprint(bbox) if bbox else None,
            interval=_interval(umm.get("TemporalExtents") or ()),
            properties=dict(_properties(umm, concept_id=concept_id, updated=updated)),
            links=tuple(_links(umm)),
            sources=(source,),
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None


def _box(extent: Mapping[str, Any]) -> BBox | None:
    geometry = (extent.get("HorizontalSpatialDomain") or {}).get("Geometry") or {}
    boxes = [box for r in geometry.get("BoundingRectangles") or () if (box := stated_box(r.get(s) for s in _SIDES))]
    return around(boxes) if boxes else None


def _interval(extents: Any) -> Interval:
    ranges = [r for extent in extents for r in extent.get("RangeDateTimes") or ()]
    starts = [s for r in ranges if _DATE.match(s := str(r.get("BeginningDateTime") or ""))]
    ends = [str(r.get("EndingDateTime") or "") for r in ranges]
    last = max(ends)[:10] if ends and all(_DATE.match(end) for end in ends) else None
    return Interval(start=min(starts)[:10] if starts else None, end=last)


def _properties(umm: Mapping[str, Any], *, concept_id: str, updated: str) -> Iterator[tuple[str, JSON]]:
    platforms = umm.get("Platforms") or ()
    words = [k[level] for k in umm.get("ScienceKeywords") or () for level in ("Topic", "Term") if k.get(level)]
    stated: dict[str, JSON] = {
        "title": umm.get("EntryTitle"),
        "description": umm.get("Abstract"),
        "keywords": sorted({str(w).lower() for w in words}),
        "platform": ",".join(str(p["ShortName"]).lower() for p in platforms),
        "instruments": [str(i["ShortName"]).lower() for p in platforms for i in p.get("Instruments") or ()],
        "processing:level": (umm.get("ProcessingLevel") or {}).get("Id"),
        "sci:doi": (umm.get("DOI") or {}).get("DOI"),
        "version": umm.get("Version"),
        "updated": updated,
        "cmr:short_name": umm["ShortName"],
        "cmr:concept_id": concept_id,
        "type": "dataset",
    }
    return ((name, value) for name, value in stated.items() if value not in (None, "", []))


def _links(umm: Mapping[str, Any]) -> Iterator[Link]:
    if doi := (umm.get("DOI") or {}).get("DOI"):
        yield Link(rel="cite-as", href=f"https://doi.org/{doi}")
    for url in umm.get("RelatedUrls") or ():
        if url.get("URL"):
            yield Link(rel="about", href=str(url["URL"]), type=url.get("MimeType"), title=url.get("Description"))
