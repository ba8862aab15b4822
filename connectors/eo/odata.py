"""OData as the Copernicus Data Space speaks it (OData 4 over Products, with `OData.CSC.Intersects` and Attributes)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.eo.footprint import polygon_wkt
from connectors.eo.naming import own_collections, split
from connectors.eo.odata_product import read_product
from connectors.eo.predicates import failures, halves
from connectors.eo.product_id import product
from connectors.eo.scene_key import scene_key
from connectors.errors import BadReply
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search
from connectors.paging import onward

_MOST_A_PAGE = 1000
_WINDOW = 10_000  # $skip beyond it is refused: a longer search goes on from the last moment read
_IN_TIME = "ContentDate/Start asc"
_NOT_PREDICATES = ("limit", "sort")
_ATTRIBUTES: Mapping[str, tuple[str, str, str]] = {
    "cloud_cover_max": ("Double", "cloudCover", "le"),
    "cloud_cover_min": ("Double", "cloudCover", "ge"),
    "relative_orbit": ("Integer", "relativeOrbitNumber", "eq"),
    "orbit_state": ("String", "orbitDirection", "eq"),
    "mgrs_tile": ("String", "tileId", "eq"),
    "instrument_mode": ("String", "operationalMode", "eq"),
}


class _Reply(msgspec.Struct):
    value: list[dict[str, Any]]
    count: int | None = msgspec.field(default=None, name="@odata.count")
    next_link: str | None = msgspec.field(default=None, name="@odata.nextLink")


_REPLY = msgspec.json.Decoder(_Reply)


class ODataConnector:
    """Asks the Products of one OData catalogue.

    `source.collections` maps ours to `COLLECTION/productType`, or `COLLECTION~TEXT` for names that contain the text,
    separated by commas. `options.download` is where products are had from, `{id}` for theirs.
    """

    paging: ClassVar[tuple[str, ...]] = ("next-link", "offset", "by-time")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._most = min(source.limits.page_max, _MOST_A_PAGE)

    def plan(self, search: Search) -> SearchPlan | None:
        """The request for this search, or two where the box crosses the antimeridian."""
        if search.family != self.source.family:
            return None
        own = own_collections(self.source, search)
        if not own:
            return None
        clauses = [_any_of(_is_of(name) for name in own), *self._when(search)]
        attributes = {name: clause for name in search.filters if (clause := _attribute(name, search.filters[name]))}
        clauses += attributes.values()
        areas = [polygon_wkt(*part) for part in halves(search.bbox)] if search.bbox else []
        places = [[f"OData.CSC.Intersects(area=geography'SRID=4326;{area}')"] for area in areas] or [[]]
        requests = (self._request([*clauses, *place], search) for place in places)
        residual = tuple(n for n in search.filters if n not in attributes and n not in _NOT_PREDICATES)
        return SearchPlan(requests=tuple(requests), residual=residual)

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one page; a product without name or id is left out."""
        try:
            reply = _REPLY.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise BadReply(
                f"{self.source.id!r} sent no OData collection ({error}); is {self.source.url} the address of Products?",
                source=self.source.id,
                kind="bad_payload",
            ) from error
        download = str(self.source.options.get("download") or self.source.url + "({id})/$value")
        context = request.context or {}
        known = set(context.get("known", ()))
        read = [read_product(entry, source=self.source.id, download=download) for entry in reply.value]
        following = self._next(reply, request)
        return Page(
            items=tuple(
                self._named(i, context.get("asked", ())) for i in read if i and i.properties.get("cdse:id") not in known
            ),
            next=following,
            matched=reply.count,
            cut=following is None and self._reached(reply, request) >= _WINDOW and bool(reply.value),
        )

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that a product fails."""
        return failures(item, search)

    def key(self, item: Item) -> str:
        """What copies of one scene share; a product of no known mission is itself alone."""
        return scene_key(item) if product(item) else f"{item.collection}/{item.id}"

    def _named(self, item: Item, asked: Sequence[str]) -> Item:
        """The product under our name of its collection, which its own record does not state."""
        for ours in asked:
            if any(_fits(own, item) for own in split(self.source.collections.get(ours, ours))):
                return replace(item, collection=ours)
        return item

    def _when(self, search: Search) -> Iterator[str]:
        if search.interval and search.interval.end:
            yield f"ContentDate/Start le {search.interval.end}T23:59:59.999Z"
        if search.interval and search.interval.start:
            yield f"ContentDate/End ge {search.interval.start}T00:00:00.000Z"

    def _request(self, clauses: list[str], search: Search) -> Request:
        asked = search.filters.get("limit")
        wanted = min(search.limit, int(asked)) if asked else search.limit
        top = max(1, min(wanted, self._most))
        parameters = [
            ("$filter", " and ".join(clauses)),
            *_order(search, is_long=search.limit > _WINDOW),
            ("$expand", "Attributes"),
            ("$expand", "Assets"),
        ]
        parameters += [("$top", str(top)), ("$skip", "0"), ("$count", "True")]
        asked_for = {"asked": list(search.collections or self.source.collections)}
        return Request(
            method="GET", url=f"{self.source.url}?{urlencode(parameters, quote_via=quote)}", context=asked_for
        )

    def _next(self, reply: _Reply, request: Request) -> Request | None:
        """The page after: by the server's link, or by our own count where it gives none."""
        if not reply.value:
            return None
        query = parse_qsl(urlsplit(request.url).query)
        asked = dict(query)
        reached = self._reached(reply, request)
        if reply.count is not None and reached >= reply.count:
            return None
        if reached >= _WINDOW:
            return self._later(reply, request)
        if reply.next_link:
            return replace(request, url=reply.next_link)
        if len(reply.value) < int(asked.get("$top", "1")):
            return None
        moved = [(k, str(reached) if k == "$skip" else v) for k, v in query]
        return replace(request, url=f"{self.source.url}?{urlencode(moved, quote_via=quote)}")

    def _reached(self, reply: _Reply, request: Request) -> int:
        return int(dict(parse_qsl(urlsplit(request.url).query)).get("$skip", "0")) + len(reply.value)

    def _later(self, reply: _Reply, request: Request) -> Request | None:
        """The search from the last moment read on; None where it is in no order of time, or all lies at one moment."""
        query = parse_qsl(urlsplit(request.url).query)
        order = dict(query).get("$orderby", "")
        if (
            not order
        ):  # in no order: read again in that of time, by large pages, since what was read is known by its ids
            ordered = [(k, {"$skip": "0", "$top": str(self._most)}.get(k, v)) for k, v in query] + [
                ("$orderby", _IN_TIME)
            ]
            return replace(request, url=f"{self.source.url}?{urlencode(ordered, quote_via=quote)}")
        moments = [(str(e.get("Id")), str((e.get("ContentDate") or {}).get("Start") or "")) for e in reply.value]
        context = request.context or {}
        moved = onward(moments, context.get("known", ())) if order.startswith("ContentDate/Start") else None
        if moved is None:
            return None
        moment, known = moved
        bare = context.get("bare") or dict(query)["$filter"]
        clause = f"{bare} and ContentDate/Start {'le' if order.endswith('desc') else 'ge'} {moment}"
        replaced = {"$filter": clause, "$skip": "0"}
        url = f"{self.source.url}?{urlencode([(k, replaced.get(k, v)) for k, v in query], quote_via=quote)}"
        return replace(request, url=url, context={**context, "known": list(known), "bare": bare})


def _is_of(own: str) -> str:
    """The clause that a product is of one of the source's collections."""
    if "~" in own:
        name, _, text = own.partition("~")
        return f"(Collection/Name eq {_quoted(name)} and contains(Name,{_quoted(text)}))"
    name, _, kind = own.partition("/")
    clause = f"Collection/Name eq {_quoted(name)}"
    return f"({clause} and {_compare('String', 'productType', 'eq', kind)})" if kind else clause


def _fits(own: str, item: Item) -> bool:
    """True where a product may be of one of the source's collections, by its name or type."""
    if "~" in own:
        return own.partition("~")[2] in str(item.properties.get("title", ""))
    return own.partition("/")[2] in ("", item.properties.get("product:type"))


def _attribute(name: str, value: JSON) -> str:
    """The clause for a filter; empty where the catalogue has no attribute for it."""
    if name == "platform":
        letters = [str(p)[-1].upper() for p in (value if isinstance(value, list | tuple) else (value,))]
        return _any_of(_compare("String", "platformSerialIdentifier", "eq", letter) for letter in letters)
    if name not in _ATTRIBUTES:
        return ""
    kind, attribute, operator = _ATTRIBUTES[name]
    spelt = str(value).upper().removeprefix("T") if kind == "String" else value
    return _compare(kind, attribute, operator, spelt)


def _compare(kind: str, attribute: str, operator: str, value: JSON) -> str:
    said = _quoted(str(value)) if kind == "String" else f"{float(value):.2f}" if kind == "Double" else str(int(value))
    path = f"OData.CSC.{kind}Attribute"
    return f"Attributes/{path}/any(att:att/Name eq {_quoted(attribute)} and att/{path}/Value {operator} {said})"


def _any_of(clauses: Iterator[str]) -> str:
    listed = list(clauses)
    return listed[0] if len(listed) == 1 else f"({' or '.join(listed)})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _order(search: Search, *, is_long: bool) -> list[tuple[str, str]]:
    """By time where that is asked for, or where the search is to go on beyond the window."""
    sort = search.filters.get("sort") or ""
    first = str(sort[0] if isinstance(sort, list | tuple) else sort.split(",")[0])
    if first.lstrip("+-").removeprefix("properties.") != "datetime":
        return [("$orderby", _IN_TIME)] if is_long else []
    return [("$orderby", f"ContentDate/Start {'desc' if first.startswith('-') else 'asc'}")]
