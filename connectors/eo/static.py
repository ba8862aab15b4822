"""Static STAC: catalogues that are only files, walked from link to link, breadth first and within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar
from urllib.parse import urljoin, urlsplit

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.eo.naming import canonical_ids, own_collections
from connectors.eo.predicates import failures
from connectors.eo.scene_key import scene_key
from connectors.eo.stac_item import read_item, read_items
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search

DEPTH = 6


class _Link(msgspec.Struct):
    rel: str = ""
    href: str = ""
    title: str | None = None


class _Document(msgspec.Struct):
    type: str = ""
    id: str = ""
    links: list[_Link] = []
    extent: dict[str, Any] = {}
    features: list[msgspec.Raw] = []


_DOCUMENT = msgspec.json.Decoder(_Document)


class StaticConnector:
    """Walks one catalogue from `source.url`, or from `options.template` with `{collection}` for each one asked.

    `options.depth`: how many links deep (6). Collections are passed over by their id and extent, links to other hosts
    are not followed.
    """

    paging: ClassVar[tuple[str, ...]] = ("next-link",)

    def __init__(self, source: Source) -> None:
        self.source = source
        self._canonical = canonical_ids(source, every=True)
        self._depth = int(source.options.get("depth", DEPTH))

    def plan(self, search: Search) -> SearchPlan | None:
        """The first requests of the walk; None where the catalogue does not hold what is asked."""
        own = own_collections(self.source, search) if search.family == self.source.family else None
        template = self.source.options.get("template")
        if own is None or (template and not search.collections):
            return None
        context: JSON = {
            "collections": list(own),
            "bbox": search.bbox.to_list() if search.bbox else None,
            "interval": [search.interval.start, search.interval.end] if search.interval else None,
            "depth": self._depth,
        }
        urls = [str(template).replace("{collection}", name) for name in own] if template and own else [self.source.url]
        requests = tuple(Request(method="GET", url=url, context=context) for url in urls)
        return SearchPlan(requests=requests, residual=tuple(n for n in search.filters if n not in ("limit", "sort")))

    def decode(self, body: bytes, request: Request) -> Page:
        """An item, or what a catalogue or collection leads on to; raises BadReply on anything else."""
        try:
            document = _DOCUMENT.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise self._bad(request, f"no JSON object ({error})") from error
        context: Mapping[str, JSON] = request.context or {}
        if document.type == "Feature":
            return Page(items=self._serving([read_item(body, self.source.id, self._names(context))], context))
        if document.type == "FeatureCollection":
            return Page(
                items=self._serving(read_items(document.features, self.source.id, self._names(context)), context)
            )
        if document.type not in ("Catalog", "Collection") and not document.links:
            raise self._bad(request, "no STAC document")
        is_first = context.get("depth", 0) == self._depth
        if document.type == "Collection" and not is_first and not _may_hold(document, context):
            return Page(items=())
        return Page(items=(), also=tuple(self._onward(document, request, context)))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that an item fails: a catalogue of files looks at none of them."""
        strays = search.collections and item.collection not in search.collections
        return (("collections",) if strays else ()) + failures(item, search)

    def key(self, item: Item) -> str:
        """What copies of one scene share."""
        return scene_key(item)

    def _names(self, context: Mapping[str, JSON]) -> dict[str, str]:
        """Our ids, with that of the collection walked through for items that do not name theirs."""
        own = str(context.get("collection") or "")
        return self._canonical | {"": self._canonical.get(own, own)}

    def _serving(self, items: Any, context: Mapping[str, JSON]) -> tuple[Item, ...]:
        """The items that lie where and when it was asked for: others must not count as found."""
        bbox, interval = context.get("bbox"), context.get("interval")
        wanted = Search(
            family=self.source.family,
            bbox=BBox.of(bbox) if bbox else None,
            interval=Interval(start=interval[0], end=interval[1]) if interval else None,
        )
        return tuple(item for item in items if item and not failures(item, wanted))

    def _onward(self, document: _Document, request: Request, context: Mapping[str, JSON]) -> Iterator[Request]:
        depth = int(context.get("depth", 0)) - 1
        if depth < 0:
            return
        asked = context.get("collections") or ()
        here = {"collection": document.id} if document.type == "Collection" else {}
        links = [link for link in document.links if link.rel in ("child", "item") and link.href]
        for link in sorted(links, key=lambda link: not any(name in f"{link.href} {link.title}" for name in asked)):
            url = urljoin(request.url, link.href)
            if urlsplit(url).netloc == urlsplit(request.url).netloc:
                yield Request(method="GET", url=url, context={**context, **here, "depth": depth})

    def _bad(self, request: Request, what: str) -> BadReply:
        return BadReply(
            f"{self.source.id!r} sent {what} at {request.url}; is {self.source.url} a STAC catalogue?",
            source=self.source.id,
            kind="bad_payload",
        )


def _may_hold(collection: _Document, context: Mapping[str, JSON]) -> bool:
    """False where a collection's id or extent says that nothing asked for is in it."""
    asked = context.get("collections")
    if asked and collection.id not in asked:
        return False
    boxes = (collection.extent.get("spatial") or {}).get("bbox") or []
    spans = (collection.extent.get("temporal") or {}).get("interval") or []
    try:
        where = not (context.get("bbox") and boxes) or BBox.of(context["bbox"]).intersects(BBox.of(boxes[0]))
        when = not (context.get("interval") and spans) or _interval(context["interval"]).intersects(_interval(spans[0]))
    except (ValueError, TypeError, IndexError, AttributeError):
        return True
    return where and when


def _interval(ends: Any) -> Interval:
    return Interval(start=ends[0][:10] if ends[0] else None, end=ends[1][:10] if ends[1] else None)
