"""STAC items as they come over the wire: decoded in part by msgspec, put right where they contradict themselves."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from connectors.eo.product_id import product
from connectors.extents import BBox, Interval
from connectors.items import JSON, Asset, Item, Link, Location

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_KEPT_LINKS = ("self", "canonical", "cite-as", "via", "derived_from", "license", "related", "describedby")
# Multihash prefixes (https://multiformats.io/multihash/): function code and digest length.
_MULTIHASH = {"1220": "sha256", "1340": "sha512", "1114": "sha1", "d50110": "md5"}


class NextLink(msgspec.Struct):
    """A link of a page, with the POST fields of the item search extension."""

    rel: str = ""
    href: str = ""
    method: str = "GET"
    body: dict[str, Any] | None = None
    merge: bool = False
    headers: dict[str, Any] | None = None


class _Context(msgspec.Struct):
    matched: int | None = None


class Reply(msgspec.Struct):
    """A page of a search: features kept raw, the count under the three names servers give it."""

    features: list[msgspec.Raw]
    links: list[NextLink] = []
    number_matched: int | None = msgspec.field(default=None, name="numberMatched")
    num_matched: int | None = msgspec.field(default=None, name="numMatched")
    context: _Context | None = None

    @property
    def matched(self) -> int | None:
        counts = (self.number_matched, self.num_matched, self.context.matched if self.context else None)
        return next((c for c in counts if c is not None), None)


class _Item(msgspec.Struct):
    id: str
    properties: dict[str, Any]
    collection: str | None = None
    bbox: list[float] | None = None
    geometry: dict[str, Any] | None = None
    assets: dict[str, dict[str, Any]] = {}
    links: list[dict[str, Any]] = []


_DECODER = msgspec.json.Decoder(_Item, strict=False)


def read_items(features: Iterable[msgspec.Raw], source: str, canonical: Mapping[str, str]) -> tuple[Item, ...]:
    """Read the features of a page, those left out that are no STAC Items.

    The cyclic collector rests meanwhile: a page is a tree of a hundred thousand objects, and walking it over and over
    while it grows takes longer than decoding it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return tuple(item for raw in features if (item := read_item(raw, source, canonical)))
    finally:
        if was_enabled:
            gc.enable()


def read_item(raw: bytes | msgspec.Raw, source: str, canonical: Mapping[str, str]) -> Item | None:
    """Read one feature; None where it is no STAC Item. `canonical` maps the source's collection ids to ours."""
    try:
        wire = _DECODER.decode(raw)
    except msgspec.MsgspecError:
        return None
    own = wire.collection or ""
    item = Item(
        id=wire.id,
        collection=canonical.get(own, own),
        bbox=_bbox(wire.bbox, wire.geometry),
        geometry=wire.geometry,
        interval=_interval(wire.properties),
        properties=wire.properties,
        assets=tuple(_asset(key, entries) for key, entries in wire.assets.items() if entries.get("href")),
        links=tuple(_link(entries) for entries in wire.links if entries.get("rel") in _KEPT_LINKS),
        sources=(source,),
    )
    return _dated_by_name(item)


def _asset(key: str, entries: dict[str, Any]) -> Asset:
    """Build an asset out of its entries, which are consumed: what is left of them becomes its properties."""
    take = entries.pop
    roles = take("roles", None)
    size = take("file:size", None)
    digest = take("file:checksum", None) or take("checksum:multihash", None)
    locations: tuple[Location, ...] = (_location(take("href")),)
    if alternates := take("alternate", None):
        locations += tuple(_alternates(alternates))
    return Asset(
        key=key,
        locations=locations,
        type=take("type", None),
        roles=tuple(roles) if isinstance(roles, list) else (),
        title=take("title", None),
        size=size if isinstance(size, int) else None,
        checksum=_checksum(digest) if digest else None,
        properties=entries,
    )


def _alternates(alternates: JSON) -> Iterator[Location]:
    for other in alternates.values() if isinstance(alternates, dict) else ():
        if isinstance(other, dict) and isinstance(other.get("href"), str):
            yield _location(other["href"])


def _location(href: str) -> Location:
    scheme, mark, rest = href.partition("://")
    if not mark:
        return Location(href=href)
    return Location(href=href, node=rest.partition("/")[0], protocol="https" if scheme == "http" else scheme)


def _link(entries: dict[str, Any]) -> Link:
    return Link(
        rel=entries["rel"], href=str(entries.get("href", "")), type=entries.get("type"), title=entries.get("title")
    )


def _checksum(multihash: JSON) -> str | None:
    if not isinstance(multihash, str):
        return None
    name = next((n for prefix, n in _MULTIHASH.items() if multihash.lower().startswith(prefix)), None)
    prefix_length = 6 if name == "md5" else 4
    return f"{name}:{multihash[prefix_length:].lower()}" if name else None


def _interval(properties: Mapping[str, JSON]) -> Interval:
    instant = _date(properties.get("datetime"))
    start = _date(properties.get("start_datetime")) or instant
    end = _date(properties.get("end_datetime")) or instant
    return Interval(start=end, end=start) if start and end and start > end else Interval(start=start, end=end)


def _date(value: JSON) -> str | None:
    return value[:10] if isinstance(value, str) and _DATE.match(value) else None


def _dated_by_name(item: Item) -> Item:
    """The item with the day of its product's name, where the stated one is more than a day off: a publication date."""
    known = product(item)
    stated = item.interval.start
    if known is None or stated is None or abs(_days(known.day) - _days(stated)) <= 1 or "." in known.level:
        return item
    if item.interval.intersects(Interval(start=known.day, end=known.day)):
        return item
    return replace(
        item,
        interval=Interval(start=known.day, end=known.day),
        properties={**item.properties, "conductor:corrected": ["datetime"]},
    )


def _days(day: str) -> int:
    return int(day[:4]) * 366 + int(day[5:7]) * 31 + int(day[8:10])


def _bbox(values: list[float] | None, geometry: Mapping[str, JSON] | None) -> BBox | None:
    """The stated box where it is one; else, or where it wraps round a footprint that does not, the footprint's."""
    try:
        stated = BBox.of(values) if values else None
    except ValueError:
        stated = None
    if stated and not stated.crosses_antimeridian:
        return stated
    points = list(_points(geometry.get("coordinates") if geometry else None))
    if not points:
        return stated
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    if stated and east - west >= 180:
        return stated
    try:
        return BBox(west=west, south=min(p[1] for p in points), east=east, north=max(p[1] for p in points))
    except ValueError:
        return stated


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if not isinstance(coordinates, list):
        return
    if len(coordinates) >= 2 and all(isinstance(c, int | float) for c in coordinates[:2]):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)
