"""STAC collections as datasets: catalogues that list no items, as the Climate Data Store's, searched by id and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

import msgspec

from connectors.assets import location
from connectors.base import Page, Request, SearchPlan
from connectors.eo.footprint import box_footprint, stated_box
from connectors.eo.naming import canonical_ids, own_collections
from connectors.eo.stac import next_request
from connectors.eo.stac_item import NextLink
from connectors.eo.wording import dataset_failures, dataset_key
from connectors.errors import BadReply
from connectors.extents import Interval
from connectors.items import Asset, Item, Link
from connectors.offers import Source
from connectors.operations import Search

_MOST_NAMED = 20  # asked one by one
_STATED = ("title", "description", "keywords", "license", "sci:doi", "updated", "published", "version", "summaries")
_PASSED = ("self", "parent", "root", "collection", "items", "next", "prev")


class _Reply(msgspec.Struct):
    type: str = ""
    id: str = ""
    collections: list[dict[str, Any]] | None = None
    links: list[NextLink] = []
    number_matched: int | None = msgspec.field(default=None, name="numberMatched")


_REPLY = msgspec.json.Decoder(_Reply)


class CollectionsConnector:
    """Asks for the collections that stand for ours, or, by words (`q`), for whatever a catalogue holds.

    `options.datasets`: words are put to `/datasets`, as the Climate Data Store, ADS and EWDS have it, not `/collections`.
    """

    paging: ClassVar[tuple[str, ...]] = ("next-link",)

    def __init__(self, source: Source) -> None:
        self.source = source
        self._canonical = canonical_ids(source, every=True)

    def plan(self, search: Search) -> SearchPlan | None:
        """A request for each dataset named, or one for words."""
        if search.family != self.source.family:
            return None
        base = self.source.url.rstrip("/")
        residual = tuple(name for name in search.filters if name not in ("limit", "sort", "q"))
        words = str(search.filters.get("q") or "")
        if not search.collections and words:
            is_cads = bool(self.source.options.get("datasets"))
            params = {"q": words, "limit": str(max(1, min(search.limit, self.source.limits.page_max)))}
            params |= {"page": "0", "sortby": "relevance", "search_stats": "false"} if is_cads else {}
            request = Request(method="GET", url=f"{base}/{'datasets' if is_cads else 'collections'}", params=params)
            return SearchPlan(requests=(request,), residual=residual)
        is_known = self.source.collections or self.source.options.get("open_collections")
        own = own_collections(self.source, search) or () if is_known and search.collections else ()
        requests = tuple(Request(method="GET", url=f"{base}/collections/{name}") for name in own[:_MOST_NAMED])
        return SearchPlan(requests=requests, residual=residual) if requests else None

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one collection, or a page of them; raises BadReply on anything else."""
        try:
            reply = _REPLY.decode(body)
            documents = reply.collections
            if documents is None:
                documents = [msgspec.json.decode(body)] if reply.type == "Collection" else None
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise self._bad(f"no JSON object ({error})") from error
        if documents is None:
            raise self._bad("neither a collection nor a list of them")
        items = [item for document in documents if (item := read_collection(document, source=self.source.id))]
        following = next_request(reply.links, request) if reply.collections else None
        return Page(items=tuple(self._named(i) for i in items), next=following, matched=reply.number_matched)

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a dataset fails."""
        return dataset_failures(item, search)

    def key(self, item: Item) -> str:
        """What copies of one dataset share."""
        return dataset_key(item)

    def _named(self, item: Item) -> Item:
        return replace(item, collection=self._canonical.get(item.id, item.id))

    def _bad(self, what: str) -> BadReply:
        message = f"{self.source.id!r} sent {what}; is {self.source.url} a STAC API with collections?"
        return BadReply(message, source=self.source.id, kind="bad_payload")


def read_collection(document: Mapping[str, Any], *, source: str) -> Item | None:
    """One collection as the dataset it is; None where it has no id."""
    try:
        extent = document.get("extent") or {}
        boxes = (extent.get("spatial") or {}).get("bbox") or []
        spans = (extent.get("temporal") or {}).get("interval") or []
        box = stated_box(boxes[0]) if boxes else None
        assets = (document.get("assets") or {}).items()
        return Item(
            id=str(document["id"]),
            collection=str(document["id"]),
            bbox=box,
            geometry=box_footprint(box) if box else None,
            interval=_interval(spans[0] if spans else (None, None)),
            properties={"type": "dataset"} | {name: document[name] for name in _STATED if document.get(name)},
            assets=tuple(_asset(key, entry) for key, entry in assets if entry.get("href")),
            links=tuple(_link(e) for e in document.get("links") or () if e.get("href") and e.get("rel") not in _PASSED),
            sources=(source,),
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None


def _interval(ends: Any) -> Interval:
    start, end = (end[:10] if isinstance(end, str) else None for end in ends)
    return Interval(start=end, end=start) if start and end and start > end else Interval(start=start, end=end)


def _asset(key: str, entry: Mapping[str, Any]) -> Asset:
    roles = entry.get("roles")
    return Asset(
        key=key,
        locations=(location(str(entry["href"])),),
        type=entry.get("type"),
        roles=tuple(str(r) for r in roles) if isinstance(roles, list) else (),
        title=entry.get("title"),
    )


def _link(entry: Mapping[str, Any]) -> Link:
    return Link(rel=str(entry.get("rel")), href=str(entry["href"]), type=entry.get("type"), title=entry.get("title"))
