"""OGC API – Records (20-004r1): datasets described in GeoJSON, found by words, box and time, paged by next links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

import msgspec

from connectors.assets import location
from connectors.base import Page, Request, SearchPlan
from connectors.eo.footprint import geometry_box
from connectors.eo.naming import split
from connectors.eo.predicates import halves
from connectors.eo.stac import next_request
from connectors.eo.stac_item import NextLink
from connectors.eo.windows import Read, beyond
from connectors.eo.wording import Asked, asked_words, dataset_failures, dataset_key, named, query
from connectors.errors import BadReply
from connectors.extents import Interval
from connectors.items import JSON, Asset, Item, Link
from connectors.offers import Source
from connectors.operations import Search

_PUSHED = ("limit", "sort", "q")
_FILE_RELS = ("item", "enclosure", "data", "download")
_PASSED = ("self", "alternate", "collection", "root", "parent", "prev", "next")
_ACCEPT = {"accept": "application/geo+json, application/json"}


class _Reply(msgspec.Struct):
    features: list[dict[str, Any]]
    links: list[NextLink] = []
    number_matched: int | None = msgspec.field(default=None, name="numberMatched")


_REPLY = msgspec.json.Decoder(_Reply, strict=False)


class RecordsConnector:
    """Asks one or more record collections of an API, `options.catalogue`, separated by commas (`metadata` if unsaid).

    `options.window`: the records that it pages through, if it ends before all are given; the search is then parted by time.
    """

    paging: ClassVar[tuple[str, ...]] = ("next-link", "by-halves")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._window = int(source.options.get("window", 0))

    def plan(self, search: Search) -> SearchPlan | None:
        """One request a record collection, two where the box crosses the antimeridian."""
        asked = asked_words(self.source, search) if search.family == self.source.family else None
        if asked is None:
            return None
        params = {"limit": str(max(1, min(search.limit, self.source.limits.page_max)))}
        terms = _terms(query(asked, search), is_free=bool(search.filters.get("q")))
        if terms:
            params["q"] = ",".join(terms)
        if search.interval:
            params["datetime"] = search.interval.to_stac()
        boxes = [{"bbox": ",".join(f"{v:.9g}" for v in part)} for part in halves(search.bbox)] if search.bbox else [{}]
        context = {"asked": asked}
        requests = (
            Request(method="GET", url=self._address(name), params=params | box, headers=_ACCEPT, context=context)
            for name in split(str(self.source.options.get("catalogue") or "metadata"))
            for box in boxes
        )
        residual = [n for n in search.filters if n not in _PUSHED or (n == "q" and len(terms) > 1)]
        return SearchPlan(requests=tuple(requests), residual=tuple(residual))

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one page; a record that cannot be read is left out."""
        try:
            reply = _REPLY.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            message = f"{self.source.id!r} sent no GeoJSON of records ({error}); is {request.url} a record collection?"
            raise BadReply(message, source=self.source.id, kind="bad_payload") from error
        catalogue = request.url.rstrip("/").removesuffix("/items").rpartition("/")[2]
        asked: Asked = (request.context or {}).get("asked") or {}
        read = (read_record(feature, source=self.source.id) for feature in reply.features)
        items = tuple(named(item, asked, otherwise=catalogue) for item in read if item)
        if reply.features and not items:
            message = f"{self.source.id!r} sent features that are not records; is {request.url} a record collection?"
            raise BadReply(message, source=self.source.id, kind="bad_payload")
        reached = int(request.params.get("offset") or 0) + len(reply.features)
        is_last = (
            not reply.features or reached == reply.number_matched
        )  # pygeoapi links on from a last page that is full
        following = None if is_last else next_request(reply.links, request)
        onward = replace(following, headers=_ACCEPT, context=request.context) if following else None
        page = Page(items=items, next=onward, matched=reply.number_matched)
        return beyond(Read(page=page, request=request, count=len(reply.features), window=self._window, dated=False))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a record fails."""
        return dataset_failures(item, search)

    def key(self, item: Item) -> str:
        """What copies of one dataset share."""
        return dataset_key(item)

    def _address(self, catalogue: str) -> str:
        return f"{self.source.url.rstrip('/')}/collections/{catalogue}/items"


def _terms(wordings: tuple[str, ...], *, is_free: bool) -> tuple[str, ...]:
    """What `q` is made of: any of its terms will do, and a blank within one means that its words follow each other.

    Several words of a person are the phrase they may be, which ranks first where there are ranks, and each of them; that a
    record has all is looked at here.
    """
    words = wordings[0].replace(",", " ").split() if is_free else []
    return (" ".join(words), *words) if len(words) > 1 else wordings


def read_record(feature: Mapping[str, Any], *, source: str) -> Item | None:
    """One record; None where it has no id."""
    try:
        properties = dict(feature.get("properties") or {})
        geometry = feature.get("geometry")
        box = geometry_box(geometry)
        links = [link for link in feature.get("links") or () if link.get("href")]
        return Item(
            id=str(feature["id"]),
            collection="",
            bbox=box,
            geometry=geometry if box else None,
            interval=_interval(feature.get("time") or properties.get("time"), properties),
            properties=properties,
            assets=tuple(_assets(links)),
            links=tuple(_links(links)),
            sources=(source,),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _interval(time: Any, properties: Mapping[str, Any]) -> Interval:
    """The time a record speaks of, under the names of drafts and of the standard."""
    spoken = time if isinstance(time, dict) else {}
    ends = spoken.get("interval") or [spoken.get("date") or spoken.get("timestamp") or properties.get("datetime")] * 2
    first, last = (str(v)[:10] if isinstance(v, str) and v[:4].isdigit() else None for v in (ends[0], ends[-1]))
    start, end = _day(first, "-01-01"), _day(last, "-12-31")
    return Interval(start=end, end=start) if start and end and start > end else Interval(start=start, end=end)


def _day(date: str | None, rest_of_year: str) -> str | None:
    """A day of what may be a year alone; None for anything less."""
    if date is None or len(date) == 10:
        return date
    return date + rest_of_year if len(date) == 4 else None


def _assets(links: list[dict[str, Any]]) -> Iterator[Asset]:
    files = [link for link in links if link.get("rel") in _FILE_RELS]
    for n, link in enumerate(files):
        yield Asset(
            key=str(link.get("name") or "data") if n == 0 else f"data-{n + 1}",
            locations=(location(str(link["href"])),),
            type=link.get("type"),
            roles=("data",),
            title=link.get("title"),
            size=link["length"] if isinstance(link.get("length"), int) else None,
        )


def _links(links: list[dict[str, Any]]) -> Iterator[Link]:
    for link in links:
        rel: JSON = link.get("rel")
        if rel and rel not in _FILE_RELS and rel not in _PASSED:
            yield Link(rel=str(rel), href=str(link["href"]), type=link.get("type"), title=link.get("title"))
