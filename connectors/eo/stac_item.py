"""STAC items as they come over the wire: decoded in part by msgspec, put right where they contradict themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from connectors.assets import WrittenAssets
from connectors.collector import no_collection
from connectors.eo.footprint import geometry_box
from connectors.eo.product_id import product
from connectors.extents import BBox, Interval
from connectors.items import JSON, Item, Link

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_KEPT_LINKS = ("self", "canonical", "cite-as", "via", "derived_from", "license", "related", "describedby")


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


class Reply(msgspec.Struct, kw_only=True):
    """What a page of a search says beside its features: where it goes on, the count under the three names it has."""

    links: list[NextLink] = []
    number_matched: int | None = msgspec.field(default=None, name="numberMatched")
    num_matched: int | None = msgspec.field(default=None, name="numMatched")
    context: _Context | None = None

    @property
    def matched(self) -> int | None:
        counts = (self.number_matched, self.num_matched, self.context.matched if self.context else None)
        return next((c for c in counts if c is not None), None)


class _Link(msgspec.Struct):
    rel: Any = None
    href: Any = None
    type: Any = None
    title: Any = None


class _RawPage(Reply):
    """A page whose features are read one by one, as some may be no STAC Items."""

    features: list[msgspec.Raw]


class _Item(msgspec.Struct):
    id: str
    properties: dict[str, Any]
    collection: str | None = None
    bbox: list[float] | None = None
    geometry: dict[str, Any] | None = None
    assets: msgspec.Raw = msgspec.Raw(b"{}")
    links: list[_Link] = []


class _WholePage(Reply):
    """A page whose features are all STAC Items, which is nearly every page."""

    features: list[_Item]


_DECODER = msgspec.json.Decoder(_Item, strict=False)
_WHOLE = msgspec.json.Decoder(_WholePage, strict=False)
_RAW = msgspec.json.Decoder(_RawPage, strict=False)


def read_page(body: bytes, source: str, canonical: Mapping[str, str]) -> tuple[Reply, int, tuple[Item, ...]]:
    """What a page says, its number of features, and those that are items; raises MsgspecError where it is no page."""
    try:
        with no_collection():
            page = _WHOLE.decode(body)
            items = tuple(item for wire in page.features if (item := _item(wire, source, canonical)))
        return page, len(page.features), items
    except msgspec.ValidationError:
        raw = _RAW.decode(body)
        return raw, len(raw.features), read_items(raw.features, source, canonical)


def read_items(features: Iterable[msgspec.Raw], source: str, canonical: Mapping[str, str]) -> tuple[Item, ...]:
    """Read the features of a page, those left out that are no STAC Items."""
    with no_collection():
        return tuple(item for raw in features if (item := read_item(raw, source, canonical)))


def read_item(raw: bytes | msgspec.Raw, source: str, canonical: Mapping[str, str]) -> Item | None:
    """Read one feature; None where it is no STAC Item. `canonical` maps the source's collection ids to ours."""
    try:
        wire = _DECODER.decode(raw)
    except msgspec.MsgspecError:
        return None
    return _item(wire, source, canonical)


def _item(wire: _Item, source: str, canonical: Mapping[str, str]) -> Item | None:
    written = bytes(wire.assets)
    if not written.startswith(b"{"):
        return None
    own = wire.collection or ""
    item = Item(
        id=wire.id,
        collection=canonical.get(own, own),
        bbox=_bbox(wire.bbox, wire.geometry),
        geometry=wire.geometry,
        interval=_interval(wire.properties),
        properties=wire.properties,
        assets=WrittenAssets(written),
        links=tuple(_link(wired) for wired in wire.links if wired.rel in _KEPT_LINKS),
        sources=(source,),
    )
    return _dated_by_name(item)


def _link(wired: _Link) -> Link:
    return Link(rel=wired.rel, href=str(wired.href or ""), type=wired.type, title=wired.title)


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
    """The stated box where it is one; else, or where it wraps round a footprint that does not, the footprint's.

    A box of -180…180 round two parts that meet at the antimeridian (as `min` and `max` make it) is theirs too.
    """
    try:
        stated = BBox.of(values) if values else None
    except ValueError:
        stated = None
    if stated and stated.width == 360 and (own := geometry_box(geometry)) and own.crosses_antimeridian:
        return own
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
