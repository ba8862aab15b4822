"""STAC API: searches any server that speaks it (https://api.stacspec.org, 1.0.0 item search), one POST a search."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.eo.naming import canonical_ids, own_collections
from connectors.eo.predicates import failures, halves
from connectors.eo.pushdown import push_down
from connectors.eo.scene_key import scene_key
from connectors.eo.stac_item import NextLink, read_page
from connectors.errors import BadReply
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search


class StacConnector:
    """Speaks STAC API item search for one source.

    `source.collections` maps a canonical collection to the source's own ids, separated by commas, the nearest thing
    it holds after the thing itself. `options.open_collections`: ids outside the map are asked for as they are, instead
    of being dropped. `options.exclude`: collections that no search without collections should give.
    Quirks: those of `push_down`, and `no-sort` where `sortby` is refused.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._canonical = canonical_ids(source)

    def plan(self, search: Search) -> SearchPlan | None:
        """The requests for this search: one, or two where the box crosses the antimeridian."""
        if search.family != self.source.family:
            return None
        collections = own_collections(self.source, search)
        if collections is None:
            return None
        excluded = () if collections else tuple(self.source.options.get("exclude", ()))
        pushed = push_down(search.filters, self.source, excluded=excluded)
        body: dict[str, JSON] = {"limit": self._page_size(search)}
        if collections:
            body["collections"] = list(collections)
        if search.interval:
            body["datetime"] = search.interval.to_stac()
        body |= dict(pushed.body) | self._sortby(search)
        url = f"{self.source.url.rstrip('/')}/search"
        boxes = [{"bbox": list(part)} for part in halves(search.bbox)] if search.bbox else [{}]
        requests = tuple(Request(method="POST", url=url, json=body | box) for box in boxes)
        return SearchPlan(requests=requests, residual=pushed.residual)

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one page; an item that cannot be read is left out, a page that cannot is a BadReply."""
        try:
            reply, count, items = read_page(body, self.source.id, self._canonical)
        except msgspec.MsgspecError as error:
            raise BadReply(
                f"{self.source.id!r} sent no STAC FeatureCollection ({error}); look at {request.url} in a browser",
                source=self.source.id,
                kind="bad_payload",
            ) from error
        if count and not items:
            message = f"{self.source.id!r} sent features that are not STAC Items; is {self.source.url} a STAC API?"
            raise BadReply(message, source=self.source.id, kind="bad_payload")
        following = next_request(reply.links, request) if count else None
        return Page(items=items, next=following, matched=reply.matched)

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """Names of the predicates that an item of this source fails."""
        asked = own_collections(self.source, search)
        strays = asked and item.collection not in {self._canonical.get(c, c) for c in asked}
        return (("collections",) if strays else ()) + failures(item, search)

    def key(self, item: Item) -> str:
        """What copies of one scene share."""
        return scene_key(item)

    def _page_size(self, search: Search) -> int:
        asked = search.filters.get("limit")
        wanted = min(search.limit, int(asked)) if asked else search.limit
        return max(1, min(wanted, self.source.limits.page_max))

    def _sortby(self, search: Search) -> dict[str, JSON]:
        sort = search.filters.get("sort")
        if not sort or "no-sort" in self.source.quirks:
            return {}
        fields = [str(s) for s in (sort if isinstance(sort, list | tuple) else str(sort).split(","))]
        return {"sortby": [{"field": _sort_field(f), "direction": "desc" if f[0] == "-" else "asc"} for f in fields]}


def next_request(links: list[NextLink], request: Request) -> Request | None:
    """The request for the page after, by the `next` link; None at the end or where the link leads round in a circle.

    The host asked stays: servers behind a proxy write links with the name that only they know.
    """
    link = next((n for n in links if n.rel == "next"), None)
    if link is None:
        return None
    target = urlsplit(urljoin(request.url, link.href))
    asked = urlsplit(request.url)
    url = target._replace(scheme=asked.scheme, netloc=asked.netloc, query="", fragment="").geturl()
    params = dict(parse_qsl(target.query, keep_blank_values=True))
    headers = {
        str(k): ", ".join(map(str, v)) if isinstance(v, list) else str(v) for k, v in (link.headers or {}).items()
    }
    body: Any = None
    if link.method.upper() == "POST":
        # A body left out means the same question again, though the specification would have it empty.
        body = link.body if link.body is not None and not link.merge else (request.json or {}) | (link.body or {})
    if params and body is not None:
        url, params = f"{url}?{urlencode(params)}", {}
    following = Request(method=link.method.upper(), url=url, params=params, json=body, headers=headers)
    return None if following == request else following


def _sort_field(sort: str) -> str:
    bare = sort.lstrip("+-")
    return bare if bare in ("id", "collection") or bare.startswith("properties.") else f"properties.{bare}"
