"""OpenSearch for Earth observation in GeoJSON (OGC 17-047), as the EUMETSAT Data Store answers it; search is anonymous."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

import msgspec

from connectors.assets import location
from connectors.base import Page, Request, SearchPlan
from connectors.eo.footprint import geometry_box
from connectors.eo.naming import canonical_ids, own_collections
from connectors.eo.predicates import failures, halves
from connectors.eo.product_id import product
from connectors.eo.scene_key import scene_key
from connectors.errors import BadReply
from connectors.extents import Interval
from connectors.items import JSON, Asset, Item
from connectors.offers import Source
from connectors.operations import Search
from connectors.paging import halved

_MOST_A_PAGE = 500
_FIRST, _LAST = "1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"  # where a search names no time


class _Counts(msgspec.Struct):
    total: int | None = msgspec.field(default=None, name="totalResults")


class _Reply(msgspec.Struct):
    features: list[dict[str, Any]]
    total: int | None = msgspec.field(default=None, name="totalResults")
    properties: _Counts = msgspec.field(default_factory=_Counts)


_REPLY = msgspec.json.Decoder(_Reply, strict=False)


class OpenSearchConnector:
    """Asks one service, one request a collection: `source.collections` maps ours to parent identifiers (`pi`).

    `options.window`: the records that it pages through, if it ends before all are given; a longer search is parted by time
    until each part fits.
    """

    paging: ClassVar[tuple[str, ...]] = ("offset", "by-halves")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._window = int(source.options.get("window", sys.maxsize))
        self._canonical = canonical_ids(source, every=True)

    def plan(self, search: Search) -> SearchPlan | None:
        """One request a collection, two where the box crosses the antimeridian."""
        is_for_us = search.family == self.source.family and search.collections
        own = own_collections(self.source, search) if is_for_us else None
        if not own:
            return None
        size = max(1, min(search.limit, self.source.limits.page_max, _MOST_A_PAGE))
        common = {"format": "json", "si": "0", "c": str(size), **dict(_when(search))}
        boxes = [{"bbox": ",".join(f"{v:.9g}" for v in part)} for part in halves(search.bbox)] if search.bbox else [{}]
        context = {"parted": True} if search.limit > self._window else None
        requests = (
            Request(method="GET", url=self.source.url, params={"pi": pi, **common, **b}, context=context)
            for pi in own
            for b in boxes
        )
        residual = tuple(name for name in search.filters if name not in ("limit", "sort"))
        return SearchPlan(requests=tuple(requests), residual=residual)

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one page; a product that cannot be read is left out."""
        try:
            reply = _REPLY.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise BadReply(
                f"{self.source.id!r} sent no GeoJSON of products ({error}); is {self.source.url} an OpenSearch service?",
                source=self.source.id,
                kind="bad_payload",
            ) from error
        total = reply.total if reply.total is not None else reply.properties.total
        if request.context and (total or 0) > self._window and (parts := _parts(request)):
            return Page(items=(), also=parts, matched=total)
        reached = int(request.params.get("si", "0")) + len(reply.features)
        has_more = bool(reply.features) and (
            reached < total if total is not None else len(reply.features) >= int(request.params.get("c", "0"))
        )
        following = replace(request, params={**request.params, "si": str(reached)}) if has_more else None
        read = (read_feature(f, source=self.source.id, canonical=self._canonical) for f in reply.features)
        is_end = has_more and reached >= self._window
        parts = _parts(request) if is_end else ()
        items = tuple(item for item in read if item)
        next_page = None if is_end else following
        return Page(items=items, next=next_page, also=parts, matched=total, cut=is_end and not parts)

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a product fails; one without a footprint is where the service says it is."""
        return tuple(name for name in failures(item, search) if name != "bbox" or item.bbox is not None)

    def key(self, item: Item) -> str:
        """What copies of one scene share; a product of no known mission is itself alone."""
        return scene_key(item) if product(item) else f"{item.collection}/{item.id}"


def read_feature(feature: Mapping[str, Any], *, source: str, canonical: Mapping[str, str]) -> Item | None:
    """One product; None where it has no id."""
    try:
        stated = feature.get("properties") or {}
        own = str(stated.get("parentIdentifier") or "")
        geometry = feature.get("geometry") or None
        box = geometry_box(geometry)
        start, end = [*str(stated.get("date") or "").split("/"), ""][:2]
        return Item(
            id=str(feature["id"]),
            collection=canonical.get(own, own),
            bbox=box,
            geometry=geometry if box else None,
            interval=_interval(start, end or start),
            properties=dict(_properties(stated, start=start, end=end)),
            assets=tuple(_assets(stated)),
            sources=(source,),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _parts(request: Request) -> tuple[Request, ...]:
    """The same question of each half of its time; none where that cannot be halved."""
    start, end = (request.params.get(name, otherwise) for name, otherwise in (("dtstart", _FIRST), ("dtend", _LAST)))
    halves = halved(start, end) or ()
    first = {**request.params, "si": "0"}
    return tuple(
        replace(request, params={**first, "dtstart": a, "dtend": b}, context={"parted": True}) for a, b in halves
    )


def _when(search: Search) -> Iterator[tuple[str, str]]:
    if search.interval and search.interval.start:
        yield "dtstart", f"{search.interval.start}T00:00:00Z"
    if search.interval and search.interval.end:
        yield "dtend", f"{search.interval.end}T23:59:59Z"


def _interval(start: str, end: str) -> Interval:
    days = sorted(instant[:10] for instant in (start, end) if instant[:4].isdigit() and len(instant) >= 10)
    return Interval(start=days[0], end=days[-1]) if days else Interval()


def _properties(stated: Mapping[str, Any], *, start: str, end: str) -> Iterator[tuple[str, JSON]]:
    acquired: Mapping[str, Any] = next(iter(stated.get("acquisitionInformation") or ()), {})
    made = stated.get("productInformation") or {}
    entries: dict[str, JSON] = {
        "title": stated.get("title"),
        "datetime": start if not end or start == end else None,
        "start_datetime": start if end and start != end else None,
        "end_datetime": end if start != end else None,
        "updated": stated.get("updated"),
        "platform": str((acquired.get("platform") or {}).get("platformShortName") or "").lower(),
        "instruments": [
            i for i in [str((acquired.get("instrument") or {}).get("instrumentShortName") or "").lower()] if i
        ],
        "product:type": made.get("productType"),
        "eo:cloud_cover": made.get("cloudCover"),
        "sat:relative_orbit": (acquired.get("acquisitionParameters") or {}).get("relativeOrbitNumber"),
    }
    return ((name, value) for name, value in entries.items() if value not in (None, "", []))


def _assets(stated: Mapping[str, Any]) -> Iterator[Asset]:
    """The whole product with its checksum, and a picture of it; its size is told in kilobytes, too rounded to check by."""
    links = stated.get("links") or {}
    digest = str((stated.get("extraInformation") or {}).get("md5") or "")
    for link in [e for e in links.get("data") or () if e.get("href")][:1]:
        yield Asset(
            key="product",
            locations=(location(str(link["href"])),),
            type=link.get("mediaType"),
            roles=("data",),
            checksum=f"md5:{digest.lower()}" if len(digest) == 32 else None,
        )
    for link in [e for e in links.get("previews") or () if e.get("href")][:1]:
        yield Asset(
            key="thumbnail", locations=(location(str(link["href"])),), type=link.get("mediaType"), roles=("thumbnail",)
        )
