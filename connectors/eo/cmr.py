"""NASA CMR: granules, and collections by words, in UMM JSON, paged by the CMR-Search-After header.

Parameters as in the CMR Search API documentation; a key given several times means any of its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from connectors.base import Page, Request, SearchPlan
from connectors.eo.naming import canonical_ids, own_collections
from connectors.eo.predicates import failures
from connectors.eo.product_id import product
from connectors.eo.scene_key import scene_key
from connectors.eo.umm_collection import read_collection
from connectors.eo.umm_granule import read_granule
from connectors.errors import BadReply
from connectors.items import Item
from connectors.offers import Source
from connectors.operations import Search

_MOST_A_PAGE = 2000
_HEADER = "CMR-Search-After"
_CONCEPT = re.compile(r"C\d+-\w+")
_SORT_KEYS = {"datetime": "start_date", "eo:cloud_cover": "cloud_cover", "updated": "revision_date"}
_PUSHED = ("cloud_cover_max", "cloud_cover_min", "daytime", "platform", "q")
_NOT_PREDICATES = ("limit", "sort")

Parameters = list[tuple[str, str]]


class _Meta(msgspec.Struct):
    concept_id: str = msgspec.field(default="", name="concept-id")
    revision_date: str = msgspec.field(default="", name="revision-date")


class _Entry(msgspec.Struct):
    umm: dict[str, Any]
    meta: _Meta = msgspec.field(default_factory=_Meta)


class _Reply(msgspec.Struct):
    items: list[_Entry]
    hits: int | None = None


_REPLY = msgspec.json.Decoder(_Reply)


class CmrConnector:
    """Asks CMR.

    `source.collections` maps ours to short names, `SHORT_NAME@VERSION` or collection concept ids, separated by commas.
    A search with the filter `q` and no collections is one for collections; with neither, nothing is asked.
    `options.provider`: this provider's alone.
    """

    paging: ClassVar[tuple[str, ...]] = ("search-after",)

    def __init__(self, source: Source) -> None:
        self.source = source
        self._canonical = canonical_ids(source, every=True)

    def plan(self, search: Search) -> SearchPlan | None:
        """One request a version, since CMR matches every version with every short name."""
        if search.family != self.source.family:
            return None
        common = [*self._where(search), *self._page(search)]
        residual = tuple(name for name in search.filters if name not in (*_PUSHED, *_NOT_PREDICATES))
        words = str(search.filters.get("q") or "")
        if words and not search.collections:
            request = self._request("collections", [("keyword", words), *common])
            return SearchPlan(requests=(request,), residual=residual)
        own = own_collections(self.source, search) if search.collections else None
        if not own:
            return None
        filtered = [*common, *_filters(search)]
        requests = (self._request("granules", [*group, *filtered]) for group in _by_version(own))
        return SearchPlan(requests=tuple(requests), residual=residual)

    def decode(self, body: bytes, request: Request) -> Page:
        """Read one page; what is no UMM record is left out, a page that is none at all is a BadReply."""
        try:
            reply = _REPLY.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise BadReply(
                f"{self.source.id!r} sent no UMM JSON ({error}); is {self.source.url} the address of a CMR search?",
                source=self.source.id,
                kind="bad_payload",
            ) from error
        read = read_collection if "/collections." in request.url else read_granule
        names = self._asked(request) | self._canonical
        items = (
            read(
                entry.umm,
                concept_id=entry.meta.concept_id,
                updated=entry.meta.revision_date,
                source=self.source.id,
                canonical=names,
            )
            for entry in reply.items
        )
        return Page(items=tuple(item for item in items if item), matched=reply.hits)

    def paged(self, page: Page, headers: Mapping[str, str], request: Request) -> Page:
        """The page with the request for the one after, which the reply's header names while there is one."""
        mark = headers.get(_HEADER.lower(), "")
        if not mark or not page.items:
            return page
        return replace(page, next=replace(request, headers={**request.headers, _HEADER: mark}))

    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        """The predicates that an item fails; CMR's word counts where a granule does not state what it was asked for."""
        names = failures(item, search)
        trusted = {f"{name}:unknown" for name in _PUSHED} | ({"bbox"} if item.bbox is None else set())
        return tuple(name for name in names if name not in trusted)

    def key(self, item: Item) -> str:
        """What copies of one scene share; a granule of no known mission is itself alone, whatever shares its place."""
        return scene_key(item) if product(item) else f"{item.collection}/{item.id}"

    def _asked(self, request: Request) -> dict[str, str]:
        """Our name of what was asked for, under the empty one: some granules do not say which collection is theirs."""
        keys = ("short_name[]", "collection_concept_id[]")
        own = {value for key, value in parse_qsl(urlsplit(request.url).query) if key in keys}
        ours = {name for known, name in self._canonical.items() if known.partition("@")[0] in own}
        return {"": ours.pop()} if len(ours) == 1 else {}

    def _request(self, kind: str, parameters: Parameters) -> Request:
        url = f"{self.source.url.rstrip('/')}/{kind}.umm_json?{urlencode(parameters)}"
        return Request(method="GET", url=url)

    def _where(self, search: Search) -> Iterator[tuple[str, str]]:
        if provider := self.source.options.get("provider"):
            yield "provider", str(provider)
        if search.interval and (search.interval.start or search.interval.end):
            start = f"{search.interval.start}T00:00:00Z" if search.interval.start else ""
            end = f"{search.interval.end}T23:59:59Z" if search.interval.end else ""
            yield "temporal", f"{start},{end}"
        if search.bbox:  # west > east is CMR's own way to say that a box crosses the antimeridian
            yield "bounding_box", ",".join(f"{v:.9g}" for v in search.bbox.to_list())

    def _page(self, search: Search) -> Iterator[tuple[str, str]]:
        asked = search.filters.get("limit")
        wanted = min(search.limit, int(asked)) if asked else search.limit
        yield "page_size", str(max(0, min(wanted, self.source.limits.page_max, _MOST_A_PAGE)))
        for sort in _sorts(search):
            if name := _SORT_KEYS.get(sort.lstrip("+-").removeprefix("properties.")):
                yield "sort_key[]", f"-{name}" if sort.startswith("-") else name


def _filters(search: Search) -> Iterator[tuple[str, str]]:
    low, high = search.filters.get("cloud_cover_min"), search.filters.get("cloud_cover_max")
    if low is not None or high is not None:
        yield "cloud_cover", ",".join("" if v is None else f"{float(v):g}" for v in (low, high))
    platforms = search.filters.get("platform") or ()
    for platform in platforms if isinstance(platforms, list | tuple) else (platforms,):
        yield "platform[]", str(platform)
    if search.filters.get("daytime"):
        yield "day_night_flag", str(search.filters["daytime"])


def _by_version(own: tuple[str, ...]) -> list[Parameters]:
    groups: dict[str, Parameters] = {}
    for name in own:
        if _CONCEPT.fullmatch(name):
            groups.setdefault("concept", []).append(("collection_concept_id[]", name))
            continue
        short_name, _, version = name.partition("@")
        first: Parameters = [("version", version)] if version else []
        groups.setdefault(f"version {version}", first).append(("short_name[]", short_name))
    return list(groups.values())


def _sorts(search: Search) -> list[str]:
    sort = search.filters.get("sort") or ()
    return [str(s) for s in (sort if isinstance(sort, list | tuple) else str(sort).split(","))]
