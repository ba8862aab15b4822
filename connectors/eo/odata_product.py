"""A product of the Copernicus Data Space's OData catalogue, read as a STAC Item by the names of its Attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from connectors.assets import location
from connectors.eo.footprint import geometry_box
from connectors.extents import Interval
from connectors.items import JSON, Asset, Item

_ENDINGS = (".SAFE", ".SEN3", ".nc", ".zip", ".tar", ".EOF")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ALGORITHMS = {"MD5": "md5", "SHA256": "sha256", "SHA-256": "sha256", "SHA3-256": "sha3-256"}
_NAMES: Mapping[str, str] = {
    "cloudCover": "eo:cloud_cover",
    "snowCover": "eo:snow_cover",
    "relativeOrbitNumber": "sat:relative_orbit",
    "orbitNumber": "sat:absolute_orbit",
    "processingLevel": "processing:level",
    "processorVersion": "processing:version",
    "productType": "product:type",
    "processingDate": "created",
    "timeliness": "product:timeliness_category",
}


def read_product(entry: Mapping[str, Any], *, source: str, download: str) -> Item | None:
    """One product; None where it has no name, id or time. `download` is an address with `{id}` for the product's."""
    try:
        name, identity = str(entry["Name"]), str(entry["Id"])
        stated = {a["Name"]: a.get("Value") for a in entry.get("Attributes") or ()}
        start, end = str(entry["ContentDate"]["Start"]), str(entry["ContentDate"]["End"])
        geometry = entry.get("GeoFootprint")
        box = geometry_box(geometry)
        return Item(
            id=next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)), name),
            collection="",
            bbox=box,
            geometry=geometry if box else None,
            interval=_interval(start, end),
            properties=dict(_properties(entry, stated, start=start, end=end)),
            assets=tuple(_assets(entry, href=download.replace("{id}", identity))),
            sources=(source,),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _interval(start: str, end: str) -> Interval:
    days = sorted(instant[:10] for instant in (start, end) if _DATE.match(instant))
    return Interval(start=days[0], end=days[-1]) if days else Interval()


def _properties(
    entry: Mapping[str, Any], stated: Mapping[str, Any], *, start: str, end: str
) -> Iterator[tuple[str, JSON]]:
    yield "title", entry["Name"]
    yield from [("datetime", start)] if start == end else [("start_datetime", start), ("end_datetime", end)]
    for name, ours in _NAMES.items():
        if stated.get(name) not in (None, ""):
            yield ours, stated[name]
    mission = str(stated.get("platformShortName") or "").lower()
    if mission:
        yield "constellation", mission
        yield "platform", mission + str(stated.get("platformSerialIdentifier") or "").lower()
    if stated.get("instrumentShortName"):
        yield "instruments", [str(stated["instrumentShortName"]).lower()]
    if stated.get("orbitDirection"):
        yield "sat:orbit_state", str(stated["orbitDirection"]).lower()
    if stated.get("tileId"):
        yield "grid:code", f"MGRS-{stated['tileId']}"
    if stated.get("polarisationChannels"):
        yield "sar:polarizations", re.split(r"[&,]", str(stated["polarisationChannels"]))
        yield "sar:instrument_mode", stated.get("operationalMode")
    yield "updated", entry.get("ModificationDate")
    yield "cdse:id", entry["Id"]
    yield "cdse:online", bool(entry.get("Online", True))


def _assets(entry: Mapping[str, Any], *, href: str) -> Iterator[Asset]:
    sums = ((_ALGORITHMS.get(str(c.get("Algorithm"))), c.get("Value")) for c in entry.get("Checksum") or ())
    size = entry.get("ContentLength")
    path = str(entry.get("S3Path") or "")
    yield Asset(
        key="product",
        locations=(location(href), *([location(f"s3:/{path}")] if path.startswith("/") else [])),
        type="application/zip",
        roles=("data",),
        size=size if isinstance(size, int) and size > 0 else None,
        checksum=next((f"{algorithm}:{str(value).lower()}" for algorithm, value in sums if algorithm and value), None),
    )
    for picture in [a for a in entry.get("Assets") or () if a.get("Type") == "QUICKLOOK" and a.get("DownloadLink")][:1]:
        yield Asset(key="thumbnail", locations=(location(str(picture["DownloadLink"])),), roles=("thumbnail",))
