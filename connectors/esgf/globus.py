"""The Globus Search index of ESGF 1.5, as a pure connector: anonymous JSON queries over Solr-like documents.

`source.url` is that of the index, `…/v1/index/<uuid>`. Offsets end at 9,999: a longer search scrolls from its start.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.errors import BadReply
from connectors.esgf.facets import Names, facet_name, facet_values, field_name, field_values
from connectors.esgf.predicates import NOT_PREDICATES, failed_predicates, item_key
from connectors.esgf.projects import chosen_projects, older_projects, own_names, spelt_groups
from connectors.esgf.records import FilePage, dataset_items, file_asset, file_batches, group_files
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search
from connectors.paging import offsets

MAX_OFFSET = 9_999
IDS_A_CALL = 15
FILES_A_PAGE = 1000
_BUCKETS = 10_000


class _Entry(msgspec.Struct):
    content: dict[str, JSON]


class _Meta(msgspec.Struct):
    entries: list[_Entry] = []


class _Bucket(msgspec.Struct):
    value: JSON
    count: int


class _Facet(msgspec.Struct):
    name: str
    buckets: list[_Bucket] = []


class _Reply(msgspec.Struct):
    gmeta: list[_Meta]
    total: int = 0
    offset: int = 0
    count: int = 0
    has_next_page: bool = False
    marker: str | None = None
    facet_results: list[_Facet] | None = None


_DECODER = msgspec.json.Decoder(_Reply)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobusConnector:
    """Asks one Globus Search index."""

    paging: ClassVar[tuple[str, ...]] = ("offset", "scroll")
    source: Source

    def plan(self, search: Search) -> SearchPlan | None:
        """One query a spelling of facets; None outside the collections of the index."""
        if search.family != "esgf":
            return None
        projects = chosen_projects(self.source, search.collections)
        if projects is None:
            return None
        older = older_projects(search.facets, projects)
        groups = spelt_groups(projects) + (spelt_groups(older) if older else [])
        requests = [r for names, group in groups if (r := self._request(search, names=names, projects=group))]
        residual = [n for n, v in (("bbox", search.bbox), ("interval", search.interval)) if v is not None]
        residual += [f for f in search.filters if f not in NOT_PREDICATES]
        return SearchPlan(requests=tuple(requests), residual=tuple(residual)) if requests else None

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one GSearchResult of Dataset documents."""
        reply = self._read(body)
        filters = {f.get("field_name"): f.get("values", []) for f in request.json["filters"]}
        project = str(next(iter(filters.get("project", [])), ""))
        variables = [str(v) for k in ("variable_id", "variable") for v in filters.get(k, [])]
        docs = [entry.content for meta in reply.gmeta for entry in meta.entries]
        items = [i for doc in docs for i in dataset_items(doc, source=self.source.id, variables=variables)]
        counts = {facet_name(f.name, project=project): _counts(f, project) for f in reply.facet_results or ()}
        return Page(
            items=tuple(items),
            next=self._next(reply, request),
            also=self._ahead(reply, request),
            matched=reply.total,
            facets=counts,
        )

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that the item fails, looked at again on our side."""
        return failed_predicates(item, search, trust_box=self.source.embedded)

    def key(self, item: Item) -> str:
        """What names this dataset in every ESGF catalogue."""
        return item_key(item)

    def plan_files(self, items: Iterable[Item]) -> tuple[Request, ...]:
        """The queries that list the files of these items, at most 15 datasets a query."""
        requests = []
        for variable, keys in file_batches(items, size=IDS_A_CALL):
            filters = [_among("type", ["File"]), _among("dataset_id", keys)]
            filters += [_among("variable", [variable])] if variable else []
            requests.append(self._post(filters, limit=FILES_A_PAGE))
        return tuple(requests)

    def decode_files(self, body: bytes, request: Request) -> FilePage:
        """Read one GSearchResult of File documents."""
        reply = self._read(body)
        docs = [entry.content for meta in reply.gmeta for entry in meta.entries]
        files = group_files(a for a in map(file_asset, docs) if a is not None)
        return FilePage(files=files, next=self._next(reply, request), matched=reply.total)

    def _request(self, search: Search, *, names: Names, projects: tuple[str, ...]) -> Request | None:
        filters = [_among("type", ["Dataset"]), _among("latest", [True]), _among("retracted", [False])]
        if projects:
            filters.append(_among("project", own_names(self.source, projects)))
        for facet, values in search.facets.items():
            bare = facet.removesuffix("!")
            name = field_name(bare, names=names)
            if name is None and bare == facet and not (bare == "mip_era" and set(values) & set(projects)):
                return None
            if name is None or not values:
                continue
            among = _among(name, field_values(bare, values, project=projects[0] if len(projects) == 1 else ""))
            filters.append({"type": "not", "filter": among} if bare != facet else among)
        counted = dict.fromkeys(f for c in search.count if (f := field_name(c, names=names)))
        facets = [{"name": f, "type": "terms", "field_name": f, "size": _BUCKETS} for f in counted]
        limit = min(search.limit, self.source.limits.page_max)
        request = self._post(filters, limit=limit, facets=facets, scroll=search.limit > MAX_OFFSET)
        return replace(request, context={"wanted": search.limit}) if search.limit > limit else request

    def _post(
        self, filters: list[JSON], *, limit: int, facets: list[JSON] | None = None, scroll: bool = False
    ) -> Request:
        body: dict[str, JSON] = {"@version": "query#1.0.0", "q": "", "advanced": True, "limit": limit}
        body |= {} if scroll else {"offset": 0}
        body |= {"filters": filters} | ({"facets": facets} if facets else {})
        url = f"{self.source.url.rstrip('/').removesuffix('/search')}/{'scroll' if scroll else 'search'}"
        return Request(method="POST", url=url, json=body)

    def _next(self, reply: _Reply, request: Request) -> Request | None:
        """The page after, where it is not asked for ahead; at the window's end the whole search again, as a scroll."""
        body = {k: v for k, v in request.json.items() if k != "facets"}
        context = request.context or {}
        if request.url.endswith("/scroll"):
            if not reply.marker or not reply.gmeta:
                return None
            return Request(method="POST", url=request.url, json=body | {"marker": reply.marker})
        reached = reply.offset + reply.count
        ends: int | None = context.get("ends")
        if not reply.has_next_page or not reply.gmeta or "wanted" in context or (ends and reached >= ends):
            return None
        if reached > MAX_OFFSET:
            whole = {k: v for k, v in body.items() if k != "offset"}
            return Request(method="POST", url=f"{request.url.removesuffix('/search')}/scroll", json=whole)
        return Request(method="POST", url=request.url, json=body | {"offset": reached}, context=request.context)

    def _ahead(self, reply: _Reply, request: Request) -> tuple[Request, ...]:
        """All the pages after the first at once, where offsets reach them: their number is known, and what is wanted."""
        wanted = (request.context or {}).get("wanted", 0)
        if not wanted or request.url.endswith("/scroll"):
            return ()
        body = {k: v for k, v in request.json.items() if k != "facets"}
        starts = offsets(read=reply.count, matched=reply.total, wanted=wanted)
        return tuple(
            replace(request, json=body | {"offset": start}, context={"ends": start + reply.count}) for start in starts
        )

    def _read(self, body: bytes) -> _Reply:
        try:
            return _DECODER.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            start = body[:60].decode("utf-8", "replace")
            message = (
                f"{self.source.id!r} answered with something else than a Globus Search result ({start!r}): {error}"
            )
            raise BadReply(message, source=self.source.id) from error


def _among(field: str, values: Iterable[JSON]) -> dict[str, JSON]:
    return {"type": "match_any", "field_name": field, "values": list(values)}


def _counts(facet: _Facet, project: str) -> Mapping[str, int]:
    name = facet_name(facet.name, project=project)
    return {facet_values(name, (str(b.value),), project=project)[0]: b.count for b in facet.buckets}
