"""OGC API collections (Common 20-024, Features, Coverages, EDR): each an item whose assets are requests ready to send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import msgspec

from connectors.assets import location
from connectors.base import Page, Request, SearchPlan
from connectors.eo.footprint import box_footprint
from connectors.eo.map_layer import cut
from connectors.eo.predicates import halves
from connectors.eo.wording import asked_here, dataset_failures, dataset_key, named, speaks_of
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.items import JSON, Asset, Item
from connectors.offers import Source
from connectors.operations import Search

_ACCEPT = {"accept": "application/json"}
_MOST_FEATURES = 1000
_BEST_FIRST = ("netcdf", "tiff", "coverage+json", "covjson", "json")
Box = tuple[float, float, float, float]


class _Reply(msgspec.Struct):
    collections: list[dict[str, Any]]


class OgcApiConnector:
    """Asks one API what collections it has: features, coverages, and what EDR answers for a place.

    Records are left to their own connector. `source.collections` maps ours to words that describe theirs.
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    def plan(self, search: Search) -> SearchPlan | None:
        """One request for the list of collections, which has no search."""
        context = asked_here(self.source, search)
        if context is None:
            return None
        context |= {"datetime": search.interval.to_stac() if search.interval else ""}
        url = f"{self.source.url.rstrip('/')}/collections"
        request = Request(method="GET", url=url, params={"f": "json"}, headers=_ACCEPT, context=context)
        return SearchPlan(requests=(request,), residual=tuple(n for n in search.filters if n not in ("limit", "sort")))

    def decode(self, body: bytes, request: Request) -> Page:
        """Collections that offer data, as items; one that cannot be read is left out."""
        try:
            reply = msgspec.json.decode(body, type=_Reply)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            message = f"{self.source.id!r} sent no list of collections ({error}); is {self.source.url} an OGC API?"
            raise BadReply(message, source=self.source.id, kind="bad_payload") from error
        context = request.context or {}
        read = (read_collection(c, url=request.url, context=context, source=self.source.id) for c in reply.collections)
        words = context.get("words") or ()
        wanted = (i for i in read if i and (not words or any(w == i.id or speaks_of(i, w) for w in words)))
        return Page(items=tuple(named(i, context.get("asked") or {}, otherwise=self.source.id) for i in wanted))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a collection fails."""
        return dataset_failures(item, search)

    def key(self, item: Item) -> str:
        """A collection of one API is itself alone."""
        return f"{self.source.id}/{dataset_key(item)}"


def read_collection(document: Mapping[str, Any], *, url: str, context: Mapping[str, JSON], source: str) -> Item | None:
    """One collection with the requests for what is wanted of it; None for records and for what offers no data."""
    try:
        if document.get("itemType") == "record":
            return None
        box = _box(document)
        boxes = _boxes(box, context)
        assets = tuple(_assets(document, boxes, str(context.get("datetime") or ""), url))
        stated = {name: document.get(name) for name in ("title", "description", "keywords", "license")}
        stated["edr:parameters"] = sorted(document.get("parameter_names") or {})
        return Item(
            id=str(document["id"]),
            collection="",
            bbox=box,
            geometry=box_footprint(box) if box else None,
            interval=_interval(document),
            properties={name: value for name, value in stated.items() if value not in (None, "", [])},
            assets=assets,
            sources=(source,),
        ) if assets or not boxes else None  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None


def _assets(document: Mapping[str, Any], boxes: list[Box], datetime: str, url: str) -> Iterator[Asset]:
    links = [link for link in document.get("links") or () if link.get("href")]
    coverage = _best([link for link in links if str(link.get("rel")).endswith("coverage")])
    features = _best([link for link in links if link.get("rel") == "items" and "json" in str(link.get("type"))])
    when = {"datetime": datetime} if datetime else {}
    whole = _everything(document)
    for number, box in enumerate(boxes):
        around = {"bbox": ",".join(f"{v:.9g}" for v in box)}
        if coverage:
            days = {"datetime": _days(datetime)} if datetime else {}
            yield _asset("coverage", number, coverage, url, {**around, **whole, **days}, roles=("data",))
        if features:
            more = {**around, **when, "limit": str(_MOST_FEATURES)}
            yield _asset("items", number, features, url, more, roles=("data",))
        for name, asked in (("cube", around), ("position", _middle(box))):
            told = (document.get("data_queries") or {}).get(name, {}).get("link")
            if told:
                link = {"type": "application/prs.coverage+json", **told}
                yield _asset(name, number, link, url, {**asked, **when}, roles=("data",))


def _everything(document: Mapping[str, Any]) -> dict[str, str]:
    """All fields and the whole period, said: pygeoapi cuts a file by the box only where it is asked for these too."""
    own, fields = _interval(document), ",".join(sorted(document.get("parameter_names") or {}))
    said = {"properties": fields} if fields else {}
    return said | ({"datetime": f"{own.start}/{own.end}"} if own.start and own.end else {})


def _days(datetime: str) -> str:
    """The interval in days: pygeoapi cannot cut a coverage by a time of day with a zone."""
    return "/".join(end if end == ".." else end[:10] for end in datetime.split("/"))


def _asset(
    key: str, number: int, link: Mapping[str, Any], base: str, more: Mapping[str, str], *, roles: tuple[str, ...]
) -> Asset:
    parts = urlsplit(urljoin(base, str(link["href"])))
    asked = {**dict(parse_qsl(parts.query)), **more}
    href = parts._replace(query=urlencode(asked, safe=",:/()")).geturl()
    name = key if number == 0 else f"{key}-{number + 1}"
    return Asset(key=name, locations=(location(href),), type=link.get("type"), title=link.get("title"), roles=roles)


def _best(links: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The link with the format that is read most easily."""

    def rank(link: dict[str, Any]) -> int:
        said = f"{link.get('type')} {link.get('href')}".lower()
        return next((n for n, format in enumerate(_BEST_FIRST) if format in said), len(_BEST_FIRST))

    return min(links, key=rank, default=None)


def _middle(box: Box) -> dict[str, str]:
    return {"coords": f"POINT({(box[0] + box[2]) / 2:.9g} {(box[1] + box[3]) / 2:.9g})"}


def _boxes(own: BBox | None, context: Mapping[str, JSON]) -> list[Box]:
    """What is wanted of the collection, as far as it reaches."""
    asked = BBox.of(context["bbox"]) if context.get("bbox") else own
    return [part for half in halves(asked) if (part := cut(half, own))] if asked else []


def _box(document: Mapping[str, Any]) -> BBox | None:
    boxes = ((document.get("extent") or {}).get("spatial") or {}).get("bbox") or []
    if not boxes:
        return None
    return BBox.of(boxes[0] if isinstance(boxes[0], list) else boxes)


def _interval(document: Mapping[str, Any]) -> Interval:
    ends = (((document.get("extent") or {}).get("temporal") or {}).get("interval") or [[None, None]])[0]
    start, end = (str(v)[:10] if v and str(v)[:4].isdigit() else None for v in ends)
    return Interval(start=start, end=end)
