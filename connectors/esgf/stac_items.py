"""Items of the ESGF-NG STAC catalogues under our names, with what they say wrongly put right and named in `corrected`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qs, urlsplit

from connectors.esgf.checksums import read_checksum
from connectors.esgf.facets import STAC_NAMES
from connectors.esgf.filenames import coverage, normalise, parse_filename
from connectors.esgf.projects import our_name
from connectors.esgf.records import WRONG_GLOBUS_PATHS, identity_of, ordered, put_right, sphere_box
from connectors.extents import BBox, Interval
from connectors.items import JSON, Asset, Item, Link, Location
from connectors.offers import Source

_DROPPED = ("datetime", "start_datetime", "end_datetime", "created", "updated", "title")
_LINKS = {"cite-as": "application/json", "describedby": "text/html", "related": "text/html"}


def stac_item(feature: Mapping[str, JSON], *, source: Source) -> Item | None:
    """One dataset version; None for a feature without an id."""
    name = str(feature.get("id") or "")
    if not name:
        return None
    collection = our_name(source, str(feature.get("collection") or ""))
    properties = feature.get("properties") or {}
    facets = _facets(properties, collection)
    right = put_right(facets, identity=identity_of(name), project=collection)
    assets = tuple(a for k, v in (feature.get("assets") or {}).items() if (a := _asset(k, v or {})) is not None)
    bbox, bbox_wrong = _bbox(feature.get("bbox"))
    interval, time_wrong = _interval(properties, assets)
    corrected = sorted({*right.get("corrected", ()), *(["bbox"] if bbox_wrong else []), *time_wrong})
    nodes = list(dict.fromkeys(loc.node for a in assets for loc in a.locations if loc.node))
    facets |= right | {"project": collection, "instance_id": name, "data_node": nodes}
    facets |= {"corrected": corrected} if corrected else {}
    return Item(
        id=name,
        collection=collection,
        bbox=bbox,
        interval=interval,
        properties=facets,
        assets=tuple(sorted(assets, key=lambda a: a.key)),
        links=tuple(_links(feature.get("links") or [])),
        sources=(source.id,),
    )


def _facets(properties: Mapping[str, JSON], collection: str) -> dict[str, JSON]:
    """Bare names; nulls, times and bookkeeping left out; lists of one as scalars."""
    facets: dict[str, JSON] = {}
    for key, value in properties.items():
        if value in (None, [], "") or key in _DROPPED:
            continue
        plain = value[0] if isinstance(value, list) and len(value) == 1 and key != "access" else value
        facets[key.rpartition(":")[2]] = plain
    for facet, name in STAC_NAMES.get(collection, {}).items():
        if name and name in facets and facet not in facets:
            facets[facet] = facets[name]
    facets["version"] = str(facets.get("version", ""))
    facets["master_id"] = facets.pop("base_id", None) or str(properties.get("title") or "")
    facets.setdefault("latest", True)
    facets.setdefault("retracted", False)
    if "license_id" in facets:
        facets["license"] = facets.pop("license_id")
    return facets


def _bbox(corners: JSON) -> tuple[BBox | None, bool]:
    """The box, and whether it was written wrongly: west beyond east where it goes all around."""
    try:
        box, (west, *_) = sphere_box([float(c) for c in corners]), corners
        return box, len(corners) == 4 and west > corners[2] and box.width == 360
    except (TypeError, ValueError):
        return None, False


def _interval(properties: Mapping[str, JSON], assets: Iterable[Asset]) -> tuple[Interval, list[str]]:
    """The time covered: from file names where they tell, else from the item unless it is a placeholder of a second."""
    start, end = str(properties.get("start_datetime") or ""), str(properties.get("end_datetime") or "")
    placeholder = bool(start) and start[:10] == end[:10]
    named = coverage(a.key for a in assets)
    if not named.is_open:
        wrong = placeholder and named.start != named.end
        return named, ["end_datetime"] if wrong else []
    if placeholder or start > end:
        return Interval(), ["end_datetime"]
    return Interval(start=start[:10] or None, end=end[:10] or None), []


def _asset(key: str, entry: Mapping[str, JSON]) -> Asset | None:
    href, node = str(entry.get("href") or ""), str(entry.get("alternate:name") or entry.get("node") or "")
    if not href:
        return None
    protocol = _protocol(entry)
    if protocol == "globus":
        return _globus_asset(key, href, node)
    locations = [Location(href=href, node=node, protocol=protocol)]
    for name, other in (entry.get("alternate") or {}).items():
        if isinstance(other, Mapping) and other.get("href"):
            where = str(other.get("alternate:name") or name)
            locations.append(Location(href=str(other["href"]), node=where, protocol=_protocol(other)))
    named = normalise(href) if key.startswith("data") and href.endswith(".nc") else normalise(key)
    file_name = parse_filename(named)
    checksum = entry.get("file:checksum")
    details: dict[str, JSON] = {
        "tracking_id": next((v for k, v in entry.items() if k.endswith(":tracking_id")), None),
        "time_coverage_start": file_name.interval.start,
        "time_coverage_end": file_name.interval.end,
    }
    return Asset(
        key=named if protocol == "https" else key,
        locations=ordered(locations),
        type=str(entry.get("type") or "") or None,
        roles=tuple(entry.get("roles") or entry.get("role") or ("data",)),
        size=entry.get("file:size") if isinstance(entry.get("file:size"), int) else None,
        checksum=read_checksum(str(checksum)) if checksum else None,
        properties={k: v for k, v in details.items() if v is not None},
    )


def _protocol(entry: Mapping[str, JSON]) -> str:
    described = " ".join(str(entry.get(k) or "") for k in ("protocol", "type", "description")).lower()
    if "kerchunk" in described:
        return "kerchunk"
    if "globus web app" in described or "app.globus.org" in str(entry.get("href")):
        return "globus"
    return "opendap" if "opendap" in described else "https"


def _globus_asset(key: str, href: str, node: str) -> Asset | None:
    """The folder that Globus shows: `globus:<endpoint>/<path>`; None for an endpoint known for wrong paths."""
    asked = parse_qs(urlsplit(href).query)
    endpoint, path = asked.get("origin_id", [""])[0], asked.get("origin_path", [""])[0]
    if not re.fullmatch(r"[0-9a-f-]{36}", endpoint) or endpoint in WRONG_GLOBUS_PATHS:
        return None
    location = Location(href=f"globus:{endpoint}/{path.strip('/')}", node=node, protocol="globus")
    return Asset(key=key, locations=(location,), type="text/html", roles=("data",))


def _links(links: Iterable[Mapping[str, JSON]]) -> Iterable[Link]:
    for link in links:
        rel, href = str(link.get("rel") or ""), str(link.get("href") or "")
        if rel in _LINKS and href:
            secure = href.replace("http://", "https://", 1) if rel == "cite-as" else href
            yield Link(rel=rel, href=secure, type=str(link.get("type") or "") or _LINKS[rel])
