"""UMM-G, NASA's unified metadata model of granules (1.6.6), read as STAC Items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from connectors.assets import location
from connectors.eo.footprint import Geometry, Ring, box_footprint, footprint, stated_box
from connectors.extents import BBox, Interval
from connectors.items import JSON, Asset, Item, Link, Location

_EXTENSION = re.compile(r"\.(hdf5?|he5|h5|nc4?|tiff?|grb2?|zip|tar|gz|json|xml|SAFE|HDF5)$", re.IGNORECASE)
_SIDECARS = (".sha256", ".md5", ".cmr.xml", ".dmrpp")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ALGORITHMS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-512": "sha512"}
_DATA = ("GET DATA", "GET DATA VIA DIRECT ACCESS")
_PICTURE = "GET RELATED VISUALIZATION"
_SERVICE = "USE SERVICE API"


def read_granule(
    umm: Mapping[str, Any], *, concept_id: str, updated: str, source: str, canonical: Mapping[str, str]
) -> Item | None:
    """One granule; None where it lacks the name that a granule must have."""
    try:
        name = str(umm["GranuleUR"])
        geometry, bbox = _where(umm.get("SpatialExtent") or {})
        start, end = _when(umm.get("TemporalExtent") or {})
        granule = _EXTENSION.sub("", _producer_id(umm) or name)
        return Item(
            id=granule,
            collection=_collection(umm, canonical),
            bbox=bbox,
            geometry=geometry,
            interval=_interval(start, end),
            properties=dict(_properties(umm, start=start, end=end, concept_id=concept_id, updated=updated)),
            assets=tuple(_assets(umm, granule=granule)),
            links=tuple(_links(umm)),
            sources=(source,),
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None


def _producer_id(umm: Mapping[str, Any]) -> str:
    listed = (umm.get("DataGranule") or {}).get("Identifiers") or ()
    return next((str(i["Identifier"]) for i in listed if i.get("IdentifierType") == "ProducerGranuleId"), "")


def _collection(umm: Mapping[str, Any], canonical: Mapping[str, str]) -> str:
    """Our name of the granule's collection, whatever its version: CMR writes one and the same as 061, 61 and 6.1."""
    reference = umm.get("CollectionReference") or {}
    short_name = str(reference.get("ShortName", ""))
    exact = canonical.get(f"{short_name}@{reference.get('Version', '')}")
    return exact or {own.partition("@")[0]: ours for own, ours in canonical.items()}.get(short_name, short_name)


def _interval(start: str, end: str) -> Interval:
    days = sorted(instant[:10] for instant in (start, end) if instant)
    return Interval(start=days[0], end=days[-1]) if days else Interval()


def _when(extent: Mapping[str, Any]) -> tuple[str, str]:
    """First and last instant, both empty where the granule has no time."""
    spoken = extent.get("RangeDateTime") or {}
    start = str(spoken.get("BeginningDateTime") or extent.get("SingleDateTime") or "")
    end = str(spoken.get("EndingDateTime") or start)
    return (start if _DATE.match(start) else ""), (end if _DATE.match(end) else "")


def _where(extent: Mapping[str, Any]) -> tuple[Geometry | None, BBox | None]:
    geometry = (extent.get("HorizontalSpatialDomain") or {}).get("Geometry") or {}
    if rectangles := geometry.get("BoundingRectangles"):
        sides = (
            "WestBoundingCoordinate",
            "SouthBoundingCoordinate",
            "EastBoundingCoordinate",
            "NorthBoundingCoordinate",
        )
        box = stated_box(rectangles[0].get(side) for side in sides)
        return (box_footprint(box) if box else None), box
    if polygons := geometry.get("GPolygons"):
        return footprint([_ring(polygon["Boundary"]) for polygon in polygons])
    points = [p for line in geometry.get("Lines") or () for p in _ring(line)] + list(_ring(geometry))
    if not points:
        return None, None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return None, stated_box((min(xs), min(ys), max(xs), max(ys)))


def _ring(boundary: Mapping[str, Any]) -> Ring:
    return [(float(p["Longitude"]), float(p["Latitude"])) for p in boundary.get("Points") or ()]


def _properties(
    umm: Mapping[str, Any], *, start: str, end: str, concept_id: str, updated: str
) -> Iterator[tuple[str, JSON]]:
    reference = umm.get("CollectionReference") or {}
    platforms = umm.get("Platforms") or ()
    attributes = {a.get("Name"): a.get("Values") for a in umm.get("AdditionalAttributes") or ()}
    tile = (attributes.get("MGRS_TILE_ID") or [""])[0]
    stated: dict[str, JSON] = {
        "title": umm["GranuleUR"],
        "datetime": start if start == end else None,
        "start_datetime": start if start != end else None,
        "end_datetime": end if start != end else None,
        "created": (umm.get("DataGranule") or {}).get("ProductionDateTime"),
        "updated": updated,
        "eo:cloud_cover": umm.get("CloudCover"),
        "platform": ",".join(str(p["ShortName"]).lower() for p in platforms),
        "instruments": [str(i["ShortName"]).lower() for p in platforms for i in p.get("Instruments") or ()],
        "grid:code": f"MGRS-{tile}" if tile else None,
        "version": reference.get("Version"),
        "cmr:short_name": reference.get("ShortName"),
        "cmr:concept_id": concept_id,
        "cmr:day_night": (umm.get("DataGranule") or {}).get("DayNightFlag"),
    }
    return ((name, value) for name, value in stated.items() if value not in (None, "", []))


def _assets(umm: Mapping[str, Any], *, granule: str) -> Iterator[Asset]:
    urls = [u for u in umm.get("RelatedUrls") or () if u.get("URL")]
    archived = list((umm.get("DataGranule") or {}).get("ArchiveAndDistributionInformation") or ())
    files: dict[str, list[Mapping[str, Any]]] = {}
    for url in urls:
        if url.get("Type") in _DATA and not str(url["URL"]).endswith(_SIDECARS):
            files.setdefault(_file_name(url["URL"]), []).append(url)
    services = [u for u in urls if u.get("Type") == _SERVICE and u.get("Subtype") == "OPENDAP DATA"]
    for name, copies in files.items():
        served = [s for s in services if len(files) == 1 or _file_name(s["URL"]).removesuffix(".html") == name]
        fact = next(
            (a for a in archived if a.get("Name") == name), archived[0] if len(files) == len(archived) == 1 else {}
        )
        yield Asset(
            key=_key(name, granule=granule) if len(files) > 1 else "data",
            locations=tuple(location(str(u["URL"])) for u in _web_first(copies)) + tuple(_dap(s) for s in served),
            type=next((str(u["MimeType"]) for u in copies if u.get("MimeType")), None),
            roles=("data",),
            size=fact.get("SizeInBytes") if isinstance(fact.get("SizeInBytes"), int) else None,
            checksum=_checksum(fact.get("Checksum") or {}),
        )
    for picture in [u for u in urls if u.get("Type") == _PICTURE and str(u["URL"]).startswith("http")][:1]:
        yield Asset(
            key="thumbnail",
            locations=(location(str(picture["URL"])),),
            type=picture.get("MimeType"),
            roles=("thumbnail",),
        )


def _links(umm: Mapping[str, Any]) -> Iterator[Link]:
    for url in umm.get("RelatedUrls") or ():
        if url.get("Type") == "VIEW RELATED INFORMATION" and url.get("URL"):
            rel = "cite-as" if "doi.org/" in url["URL"] else "about"
            yield Link(rel=rel, href=str(url["URL"]), type=url.get("MimeType"), title=url.get("Description"))


def _file_name(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2]


def _key(name: str, *, granule: str) -> str:
    """What tells a file from the others of its granule (`B04`); its whole name where it does not begin as they do."""
    bare = name.removeprefix(granule).lstrip("._-") if name.startswith(granule) else name
    return _EXTENSION.sub("", bare) or name


def _web_first(copies: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(copies, key=lambda url: not str(url["URL"]).startswith("http"))


def _dap(service: Mapping[str, Any]) -> Location:
    url = str(service["URL"]).removesuffix(".html")
    return Location(href=url, node=urlsplit(url).netloc, protocol="opendap")


def _checksum(entry: Mapping[str, Any]) -> str | None:
    algorithm = _ALGORITHMS.get(str(entry.get("Algorithm", "")))
    return f"{algorithm}:{str(entry['Value']).lower()}" if algorithm and entry.get("Value") else None
