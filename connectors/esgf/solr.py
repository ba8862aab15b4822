"""The classic esg-search (Solr) protocol and the ORNL bridge that imitates it, as a pure connector.

Requests and replies as in the ESGF Search RESTful API; what each dialect takes is read from recordings of 2026. Never sent:
bbox, start and end, which the indexes answer wrongly; they go back as `residual` and are checked again on our side.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.errors import BadReply
from connectors.esgf.facets import Names, facet_name, facet_values, field_name, field_values, spellings
from connectors.esgf.predicates import NOT_PREDICATES, failed_predicates, item_key
from connectors.esgf.projects import chosen_projects, older_projects, our_name, own_names, spelt_groups
from connectors.esgf.records import (
    FilePage,
    dataset_items,
    file_asset,
    file_batches,
    group_files,
)
from connectors.esgf.windows import SPLIT_BY, Window, counting, parts
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search
from connectors.paging import offsets

FORMAT = "application/solr+json"
MAX_LIMIT = 10_000
IDS_A_CALL = 15
FILES_A_PAGE = 1000

_FACETS = frozenset((
    "project", "mip_era", "activity_id", "activity_drs", "institution_id", "source_id", "source_type",
    "experiment_id", "sub_experiment_id", "experiment_title", "member_id", "variant_label", "table_id", "frequency",
    "realm", "variable_id", "variable", "variable_long_name", "cf_standard_name", "grid_label", "nominal_resolution",
    "product", "data_node", "index_node", "model_cohort", "version", "target_mip", "dataset_category",
    "driving_source_id", "driving_experiment_id", "driving_variant_label", "domain_id", "version_realization",
    "region", "access", "id", "instance_id", "master_id", "dataset_id", "tracking_id", "checksum", "title", "model",
    "experiment", "ensemble", "time_frequency", "institute", "cmor_table", "domain", "driving_model", "rcm_name",
    "rcm_version",
))  # fmt: skip
_FLAGS = ("latest", "retracted")
_BRIDGE_REFUSES = frozenset((
    "tracking_id", "instance_id", "master_id", "checksum", "title", "domain", "domain_id", "driving_model",
    "driving_source_id", "rcm_name",
))  # fmt: skip


class _Response(msgspec.Struct):
    docs: list[dict[str, JSON]] = []
    num_found: int = msgspec.field(default=0, name="numFound")
    start: int = 0


class _FacetCounts(msgspec.Struct):
    facet_fields: dict[str, list[str | int]] | None = None


class _Reply(msgspec.Struct):
    response: _Response
    facet_counts: _FacetCounts | None = None


_DECODER = msgspec.json.Decoder(_Reply)


@dataclass(frozen=True, slots=True, kw_only=True)
class SolrConnector:
    """Asks one classic index; the quirk `bridge` selects the ORNL dialect.

    Options of the source: `distrib` (true or false, the server's default if unset), `facets` (more facets it knows),
    `window` (records that it pages through; 10,000 for the bridge). A search for more than 10,000 is parted by facets.
    """

    paging: ClassVar[tuple[str, ...]] = ("offset", "by-facet")
    source: Source

    def plan(self, search: Search) -> SearchPlan | None:
        """One request a spelling; on the bridge one a project, with its counts apart. None outside its collections."""
        if search.family != "esgf":
            return None
        projects = chosen_projects(self.source, search.collections)
        if projects is None:
            return None
        older = older_projects(search.facets, projects)
        residual = [n for n, v in (("bbox", search.bbox), ("interval", search.interval)) if v is not None]
        residual += [f for f in search.facets if not self._sendable(f) and f not in _FLAGS] + [
            f for f in search.filters if f not in NOT_PREDICATES
        ]
        requests = [
            request
            for names, group in self._groups(projects) + (self._groups(older) if older else [])
            for request in self._dataset_requests(search, names=names, projects=group)
        ]
        return SearchPlan(requests=tuple(requests), residual=tuple(residual)) if requests else None

    def decode(self, body: bytes, request: Request) -> Page:
        """Read a Dataset reply; counts alone that come beside rows carry no `matched`, so that none is counted twice."""
        reply = self._read(body)
        asked = our_name(self.source, request.params.get("project", "").partition(",")[0])
        window = Window.of(request.context)
        variables = [v for k in ("variable_id", "variable") for v in request.params.get(k, "").split(",") if v]
        items = [
            item
            for doc in reply.response.docs
            for item in dataset_items(doc, source=self.source.id, variables=variables)
        ]
        fields = (reply.facet_counts.facet_fields if reply.facet_counts else None) or {}
        wanted = [f for f in fields if window is None or f in window.asked]
        counts = {facet_name(f, project=asked): _counts(f, fields[f], asked) for f in wanted}
        found = reply.response.num_found
        if window is not None:
            own = {f: dict(_pairs(flat)) for f, flat in fields.items()}
            also = parts(request, window, matched=found, counts=own, by_query=self._is_bridge)
            return Page(items=(), also=tuple(also) if found else (), matched=found, facets=counts)
        following = self._next(reply.response, request)
        reached = reply.response.start + len(reply.response.docs)
        return Page(
            items=tuple(items),
            next=following,
            also=self._ahead(reply.response, request),
            matched=found if "offset" in request.params else None,
            facets=counts,
            cut=following is None and reached >= self._reach < found,
        )

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that the item fails, looked at again on our side."""
        return failed_predicates(item, search, trust_box=self.source.embedded)

    def key(self, item: Item) -> str:
        """What names this dataset in every ESGF catalogue."""
        return item_key(item)

    def plan_files(self, items: Iterable[Item]) -> tuple[Request, ...]:
        """The requests that list the files of these items, at most 15 datasets a call."""
        requests = []
        for variable, keys in file_batches(items, size=IDS_A_CALL):
            params = self._common("File", limit=FILES_A_PAGE) | {"dataset_id": ",".join(keys)}
            requests.append(self._request(params | ({"variable": variable} if variable else {})))
        return tuple(requests)

    def decode_files(self, body: bytes, request: Request) -> FilePage:
        """Read a File reply: assets by dataset instance id, copies on several nodes joined."""
        reply = self._read(body)
        assets = (file_asset(doc, upgrade=not self.source.embedded) for doc in reply.response.docs)
        files = group_files(a for a in assets if a is not None)
        return FilePage(files=files, next=self._next(reply.response, request), matched=reply.response.num_found)

    @property
    def _is_bridge(self) -> bool:
        return "bridge" in self.source.quirks

    @property
    def _reach(self) -> int:
        """The records that the index pages through."""
        return int(self.source.options.get("window", MAX_LIMIT if self._is_bridge else sys.maxsize))

    def _sendable(self, facet: str) -> bool:
        name = facet.removesuffix("!")
        if self._is_bridge and name in _BRIDGE_REFUSES:
            return False
        return name in _FACETS or name in self.source.options.get("facets", ())

    def _groups(self, projects: tuple[str, ...]) -> list[tuple[Names, tuple[str, ...]]]:
        return spelt_groups(projects, apart=self._is_bridge)

    def _dataset_requests(self, search: Search, *, names: Names, projects: tuple[str, ...]) -> Iterable[Request]:
        facets = self._facet_params(search.facets, names=names, projects=projects)
        if facets is None:
            return []
        limit = max(0, min(search.limit, self.source.limits.page_max, MAX_LIMIT))
        params = self._common("Dataset", limit=limit)
        params |= {k: v[0] for k, v in search.facets.items() if k in params and k in _FLAGS and v}
        if projects:
            params["project"] = ",".join(own_names(self.source, projects))
        counted = tuple(dict.fromkeys(f for c in search.count if (f := field_name(c, names=names))))
        if search.limit > MAX_LIMIT or search.limit > self._reach:
            window = self._window(names, rows=limit, wanted=search.limit, asked=counted)
            return [counting(self._request(params | facets), window)]
        context = {"wanted": search.limit} if search.limit > limit else None
        if counted and self._is_bridge and limit:
            aside = {k: v for k, v in params.items() if k != "offset"} | {"limit": "0", "facets": ",".join(counted)}
            return [self._request(params | facets, context=context), self._request(aside | facets)]
        joined = {"facets": ",".join(counted)} if counted else {}
        return [self._request(params | joined | facets, context=context)]

    def _facet_params(
        self, facets: Mapping[str, tuple[str, ...]], *, names: Names, projects: tuple[str, ...]
    ) -> dict[str, str] | None:
        """The facets as parameters; None where these projects have no such facet, so that nothing can match."""
        params: dict[str, str] = {}
        nots: list[str] = []
        for facet, values in facets.items():
            bare = facet.removesuffix("!")
            if not values or not self._sendable(facet):
                continue
            name = field_name(bare, names=names)
            if name is None:
                if bare != facet or (bare == "mip_era" and set(values) & set(projects)):
                    continue
                return None
            spelt = field_values(bare, values, project=projects[0] if len(projects) == 1 else "")
            if bare == facet:
                params[name] = ",".join(spelt)
            elif self._is_bridge:
                nots += [f'NOT ({name}:"{v}")' for v in spelt]
            else:
                params[f"{name}!"] = ",".join(spelt)
        return params | ({"query": " AND ".join(nots)} if nots else {})

    def _common(self, kind: str, *, limit: int) -> dict[str, str]:
        params = {"format": FORMAT, "type": kind, "latest": "true", "offset": "0", "limit": str(limit)}
        if not self._is_bridge:
            params["retracted"] = "false"
            if (distrib := self.source.options.get("distrib")) is not None:
                params["distrib"] = str(bool(distrib)).lower()
        return params

    def _request(self, params: Mapping[str, str], *, context: JSON = None) -> Request:
        return Request(method="GET", url=self.source.url, params=params, context=context)

    def _next(self, response: _Response, request: Request) -> Request | None:
        """The page after, where it is not asked for ahead; at the window's end the whole search again, in parts."""
        reached, context = response.start + len(response.docs), request.context or {}
        ends: int | None = context.get("ends")
        if not response.docs or reached >= response.num_found or "wanted" in context or (ends and reached >= ends):
            return None
        if reached >= self._reach:
            return None if ends else self._parted(request)
        return self._moved(request, reached, ends=ends)

    def _parted(self, request: Request) -> Request:
        names = spellings(our_name(self.source, request.params.get("project", "").partition(",")[0]))[0]
        return counting(request, self._window(names, rows=int(request.params.get("limit") or 10), wanted=sys.maxsize))

    def _window(self, names: Names, *, rows: int, wanted: int, asked: tuple[str, ...] = ()) -> Window:
        fields = dict.fromkeys(f for c in SPLIT_BY if (f := field_name(c, names=names)) and self._sendable(f))
        return Window(size=min(self._reach, MAX_LIMIT), rows=rows, wanted=wanted, fields=tuple(fields), asked=asked)

    def _ahead(self, response: _Response, request: Request) -> tuple[Request, ...]:
        """All the pages after the first at once: their number is known, and what is wanted."""
        wanted, read = (request.context or {}).get("wanted", 0), len(response.docs)
        if not wanted or not read:
            return ()
        starts = offsets(read=read, matched=min(response.num_found, self._reach), wanted=wanted)
        return tuple(self._moved(request, start, ends=start + read) for start in starts)

    def _moved(self, request: Request, start: int, *, ends: int | None) -> Request:
        rows = min(int(request.params.get("limit", "10")), self._reach - start)  # some refuse what would end beyond
        params = dict(request.params) | {"offset": str(start), "limit": str(rows)}
        params.pop("facets", None)
        return Request(
            method=request.method, url=request.url, params=params, context=None if ends is None else {"ends": ends}
        )

    def _read(self, body: bytes) -> _Reply:
        try:
            return _DECODER.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            start = body[:60].decode("utf-8", "replace")
            message = f"{self.source.id!r} answered with something else than a Solr reply ({start!r}): {error}"
            raise BadReply(message, source=self.source.id) from error


def _counts(field: str, flat: Sequence[str | int], project: str) -> dict[str, int]:
    """The index's flat list (value, count, value, count, …) as a mapping, values in our spelling."""
    facet = facet_name(field, project=project)
    return {facet_values(facet, (value,), project=project)[0]: count for value, count in _pairs(flat)}


def _pairs(flat: Sequence[str | int]) -> Iterator[tuple[str, int]]:
    return ((str(value), int(count)) for value, count in zip(flat[::2], flat[1::2], strict=False))
