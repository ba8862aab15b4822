"""STAC API: searches any server that speaks it (https://api.stacspec.org, 1.0.0 item search), one POST a search."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.eo.naming import canonical_ids, own_collections
from connectors.eo.predicates import failures, halves
from connectors.eo.pushdown import push_down
from connectors.eo.scene_key import scene_key
from connectors.eo.stac_fields import fields
from connectors.eo.stac_get import as_get
from connectors.eo.stac_item import NextLink, read_page
from connectors.eo.windows import Read, beyond
from connectors.eo.wording import speaks_of
from connectors.errors import BadReply
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search


class StacConnector:
    """Speaks STAC API item search for one source.

    `source.collections` maps a canonical collection to the source's own ids, separated by commas, the nearest thing
    it holds after the thing itself. `options.open_collections`: ids outside the map are asked for as they are, instead
    of being dropped. `options.exclude`: collections that no search without collections should give.
    `options.window`: the items that it pages through, if it ends before all are given; the search then goes on by time,
    as it does where the end shows only by the count.
    Quirks: those of `push_down`; `no-sort` where `sortby` is refused, `sort:bare` where it wants `datetime` and not
    `properties.datetime`; `q` where it takes free text (any of the words); that all of them occur in what an item says of itself is
    looked for here; `search:get` where there is no search by POST; `search:apart` where pages over several collections lose
    items: each is searched by itself; `fields` where it can leave out what is not read.
    """

    paging: ClassVar[tuple[str, ...]] = ("next-link", "by-time", "by-halves")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._canonical = canonical_ids(source)
        self._window = int(source.options.get("window", 0))

    def plan(self, search: Search) -> SearchPlan | None:
        """The requests for this search: one, or two where the box crosses the antimeridian."""
        if search.family != self.source.family:
            return None
        collections = own_collections(self.source, search)
        if collections is None:
            return None
        words = str(search.filters.get("q") or "").split()
        if words and not search.collections and "q" not in self.source.quirks and not self.source.embedded:
            return None  # any of its scenes would come, to be looked through here for the words
        excluded = () if collections else tuple(self.source.options.get("exclude", ()))
        pushed = push_down(search.filters, self.source, excluded=excluded)
        body: dict[str, JSON] = {"limit": self._page_size(search)}
        if collections:
            body["collections"] = list(collections)
        if search.interval:
            body["datetime"] = search.interval.to_stac()
        if words and "q" in self.source.quirks:
            body["q"] = words
        body |= dict(pushed.body) | self._sortby(search) | fields(self.source)
        is_cut = 0 < self._window < search.limit
        if is_cut and "sortby" not in body and "no-sort" not in self.source.quirks:
            body["sortby"] = [{"field": "properties.datetime", "direction": "desc"}]
        url = f"{self.source.url.rstrip('/')}/search"
        asked = self._parts(search, body, collections)
        requests = tuple(Request(method="POST", url=url, json=body | part) for part in asked)
        if "search:get" in self.source.quirks:
            requests = tuple(as_get(request) for request in requests)
        is_whole = "q" in self.source.quirks and len(words) == 1  # of several words, a server gives what has any
        residual = tuple(n for n in pushed.residual if n != "q" or not is_whole)
        return SearchPlan(requests=requests, residual=residual)

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
        page = Page(items=items, next=following, matched=reply.matched)
        return beyond(Read(page=page, request=request, count=count, window=self._window))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """Names of the predicates that an item of this source fails."""
        asked = own_collections(self.source, search)
        strays = asked and item.collection not in {self._canonical.get(c, c) for c in asked}
        words = str(search.filters.get("q") or "")
        unsaid = bool(words) and not speaks_of(item, words)
        return (("collections",) if strays else ()) + failures(item, search) + (("q",) if unsaid else ())

    def key(self, item: Item) -> str:
        """What copies of one scene share."""
        return scene_key(item)

    def _parts(
        self, search: Search, body: dict[str, JSON], collections: tuple[str, ...]
    ) -> tuple[dict[str, JSON], ...]:
        """What tells the requests of one search apart: halves of a box, and collections where each is asked by itself."""
        is_by_box = search.bbox and "intersects" not in body  # the specification allows one of the two
        boxes = tuple({"bbox": list(half)} for half in halves(search.bbox)) if search.bbox and is_by_box else ({},)
        if "search:apart" not in self.source.quirks or len(collections) < 2:
            return boxes
        return tuple(box | {"collections": [one]} for one in collections for box in boxes)

    def _page_size(self, search: Search) -> int:
        asked = search.filters.get("limit")
        wanted = min(search.limit, int(asked)) if asked else search.limit
        return max(1, min(wanted, self.source.limits.page_max))

    def _sortby(self, search: Search) -> dict[str, JSON]:
        sort = search.filters.get("sort")
        if not sort or "no-sort" in self.source.quirks:
            return {}
        names = [str(s) for s in (sort if isinstance(sort, list | tuple) else str(sort).split(","))]
        written = {f: _sort_field(f) for f in names}
        if "sort:bare" in self.source.quirks:
            written = {f: field.removeprefix("properties.") for f, field in written.items()}
        return {"sortby": [{"field": w, "direction": "desc" if f[0] == "-" else "asc"} for f, w in written.items()]}


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
