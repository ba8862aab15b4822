"""The ESGF-NG STAC catalogues, East and West, as a pure connector: CQL2-JSON searches and East's aggregations.

Recordings of August and September 2026. Portable on both: `{collection}:{facet}` properties, the operators `=`, `in`, `not`
and `and`, and paging by the body of the `next` link. Space and time are never sent: what the items say of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.errors import BadReply
from connectors.esgf.drs import member_parts
from connectors.esgf.facets import STAC_NAMES, field_name
from connectors.esgf.predicates import NOT_PREDICATES, failed_predicates, item_key
from connectors.esgf.projects import chosen_projects
from connectors.esgf.stac_items import stac_item
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search

MAX_LIMIT = 10_000
_TOP_LEVEL = ("version", "access", "project", "license")  # properties without prefix
_NODE_COUNTS = "alternate_name_frequency"
_BUCKETS = 10_000


class _Reply(msgspec.Struct):
    features: list[dict[str, JSON]] | None = None
    links: list[dict[str, JSON]] = []
    aggregations: list[dict[str, JSON]] | None = None
    number_matched: int | None = msgspec.field(default=None, name="numberMatched")
    num_matched: int | None = msgspec.field(default=None, name="numMatched")
    context: dict[str, JSON] | None = None


_DECODER = msgspec.json.Decoder(_Reply)


@dataclass(frozen=True, slots=True, kw_only=True)
class EsgfStacConnector:
    """Asks one catalogue; the quirk `aggregations` (East) says that it can count facets.

    `collections` of the source must name those that it holds: the facets' prefix is the collection's.
    """

    paging: ClassVar[tuple[str, ...]] = ("token",)
    source: Source

    def plan(self, search: Search) -> SearchPlan | None:
        """One search a collection, counts beside it; None where no collection of this catalogue is asked for."""
        if search.family != "esgf":
            return None
        collections = chosen_projects(self.source, search.collections or search.facets.get("project", ()))
        collections = tuple(c for c in collections or () if _may_hold(c, search))
        if not collections:
            return None
        residual = [n for n, v in (("bbox", search.bbox), ("interval", search.interval)) if v is not None]
        residual += [f for f in search.facets if _needs_check(f, search.facets[f])] + [
            f for f in search.filters if f not in NOT_PREDICATES
        ]
        requests = [r for c in collections for r in self._requests(search, collection=c)]
        return SearchPlan(requests=tuple(requests), residual=tuple(residual)) if requests else None

    def decode(self, body: bytes, request: Request) -> Page:
        """Read a FeatureCollection or an AggregationCollection."""
        reply = self._read(body)
        if reply.aggregations is not None:
            return _counted(reply.aggregations)
        if reply.features is None:
            raise BadReply(f"{self.source.id!r} answered without features", source=self.source.id)
        items = tuple(i for f in reply.features if (i := stac_item(f, source=self.source)) is not None)
        matched = reply.number_matched if reply.number_matched is not None else reply.num_matched
        if matched is None and reply.context:
            matched = reply.context.get("matched")
        following = self._next(reply.links, request) if reply.features else None
        return Page(items=items, next=following, matched=matched)

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that the item fails, looked at again on our side."""
        return failed_predicates(item, search, trust_box=self.source.embedded)

    def key(self, item: Item) -> str:
        """What names this dataset in every ESGF catalogue."""
        return item_key(item)

    def _requests(self, search: Search, *, collection: str) -> Iterable[Request]:
        own = self.source.collections.get(collection, collection)
        filter_ = _filter(search.facets, collection=collection, own=own)
        counts = [n for c in search.count if (n := _aggregation(c, collection))]
        if search.limit > 0 or "aggregations" not in self.source.quirks:
            limit = max(1, min(search.limit, self.source.limits.page_max, MAX_LIMIT))
            yield self._post("search", {"filter-lang": "cql2-json", "filter": filter_, "limit": limit})
        if "aggregations" in self.source.quirks and (counts or search.limit == 0):
            wanted = counts if search.limit else [*counts, "total_count"]
            body = {"collections": [own], "aggregations": wanted, "filter-lang": "cql2-json", "filter": filter_}
            yield self._post("aggregate", body)

    def _post(self, endpoint: str, body: JSON) -> Request:
        return Request(method="POST", url=f"{self.source.url.rstrip('/')}/{endpoint}", json=body)

    def _next(self, links: Iterable[Mapping[str, JSON]], request: Request) -> Request | None:
        """The `next` link exactly as the server wrote it."""
        link = next((n for n in links if n.get("rel") == "next" and n.get("href")), None)
        if link is None:
            return None
        if str(link.get("method", "GET")).upper() != "POST":
            return Request(method="GET", url=str(link["href"]))
        body = link.get("body") or {}
        if link.get("merge"):
            body = dict(request.json or {}) | body
        return Request(method="POST", url=str(link["href"]), json=body)

    def _read(self, body: bytes) -> _Reply:
        try:
            return _DECODER.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            start = body[:60].decode("utf-8", "replace")
            message = f"{self.source.id!r} answered with something else than STAC JSON ({start!r}): {error}"
            raise BadReply(message, source=self.source.id) from error


def _may_hold(collection: str, search: Search) -> bool:
    """False where the search asks for another era, or by a facet that this collection lacks."""
    eras = search.facets.get("mip_era", ())
    if eras and collection.startswith("CMIP") and collection not in eras:
        return False
    names = STAC_NAMES.get(collection, {})
    return all(field_name(f, names=names) is not None for f in search.facets if not f.endswith("!"))


def _needs_check(facet: str, values: Iterable[str]) -> bool:
    """True where what is sent says less than what was asked: a member's start year has no property of its own here."""
    return facet.removesuffix("!") == "member_id" and any(member_parts(v)[0] for v in values)


def _filter(facets: Mapping[str, tuple[str, ...]], *, collection: str, own: str) -> JSON:
    predicates: list[JSON] = [
        {"op": "in", "args": [{"property": "collection"}, [own]]},
        {"op": "=", "args": [{"property": "latest"}, True]},
        {"op": "=", "args": [{"property": "retracted"}, False]},
    ]
    for facet, values in facets.items():
        name = field_name(facet.removesuffix("!"), names=STAC_NAMES.get(collection, {}))
        if not values or name is None or facet in ("project", "mip_era"):
            continue
        if facet.startswith("member_id"):
            values = tuple(dict.fromkeys(member_parts(v)[1] for v in values))
        among = {"op": "in", "args": [{"property": _property(name, collection)}, list(values)]}
        predicates.append({"op": "not", "args": [among]} if facet.endswith("!") else among)
    return {"op": "and", "args": predicates}


def _property(name: str, collection: str) -> str:
    return name if name in _TOP_LEVEL else f"{collection.lower()}:{name}"


def _aggregation(facet: str, collection: str) -> str | None:
    if facet == "data_node":
        return _NODE_COUNTS
    name = field_name(facet, names=STAC_NAMES.get(collection, {}))
    return f"{collection.lower().replace('-', '_')}_{name}_frequency" if name else None


def _counted(aggregations: Iterable[Mapping[str, JSON]]) -> Page:
    facets: dict[str, dict[str, int]] = {}
    matched = None
    for aggregation in aggregations:
        name = str(aggregation.get("name", ""))
        if name == "total_count":
            matched = int(aggregation.get("value") or 0)
        elif name.endswith("_frequency"):
            buckets = aggregation.get("buckets") or []
            facets[_facet_of(name)] = {str(b["key"]): int(b.get("frequency") or 0) for b in buckets[:_BUCKETS]}
    return Page(items=(), matched=matched, facets=facets)


def _facet_of(aggregation: str) -> str:
    if aggregation == _NODE_COUNTS:
        return "data_node"
    name = aggregation.removesuffix("_frequency")
    for collection, names in STAC_NAMES.items():
        prefix = f"{collection.lower().replace('-', '_')}_"
        if name.startswith(prefix):
            field = name.removeprefix(prefix)
            return next((facet for facet, own in names.items() if own == field), field)
    return name
