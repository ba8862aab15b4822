"""Windows: a search of an esg-search index beyond the records that it pages through, parted by the counts of its facets.

The index is asked first how many records there are and how they lie by facet; then for groups of values that fit, and for
what has no value at all, so that nothing is lost. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from connectors.base import Request
from connectors.items import JSON
from connectors.paging import batches, widest

SPLIT_BY = (
    "experiment_id",
    "source_id",
    "table_id",
    "variable_id",
    "member_id",
    "frequency",
    "institution_id",
    "data_node",
)
"""Facets to part a search by, in our names; an index that lacks one counts nothing for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What travels in a request's context: the index's window, the rows of a page, what is wanted, the fields to part by."""

    size: int
    rows: int
    wanted: int
    fields: tuple[str, ...]
    asked: tuple[str, ...] = ()  # fields that the search itself has counted

    def to_json(self) -> JSON:
        return {
            "window": self.size,
            "rows": self.rows,
            "wanted": self.wanted,
            "fields": list(self.fields),
            "asked": list(self.asked),
        }

    @classmethod
    def of(cls, context: JSON) -> Window | None:
        """The window of a counting request; None for any other."""
        if not isinstance(context, Mapping) or "window" not in context:
            return None
        return cls(
            size=context["window"],
            rows=context["rows"],
            wanted=context["wanted"],
            fields=tuple(context["fields"]),
            asked=tuple(context["asked"]),
        )


def counting(request: Request, window: Window) -> Request:
    """The request as one that only counts, by the fields that are not settled yet."""
    open_fields = tuple(f for f in window.fields if len(_values(request, f)) != 1)
    window = replace(window, fields=open_fields)
    fields = ",".join(dict.fromkeys((*window.asked, *open_fields)))
    params = {**request.params, "limit": "0", "offset": "0"} | ({"facets": fields} if fields else {})
    return replace(request, params=params, context=window.to_json())


def listing(request: Request, window: Window) -> Request:
    """The request as one for rows, from the first on."""
    params = {k: v for k, v in request.params.items() if k != "facets"} | {"limit": str(window.rows), "offset": "0"}
    return replace(request, params=params, context={"wanted": window.wanted})


def parts(
    request: Request, window: Window, *, matched: int, counts: Mapping[str, Mapping[str, int]], by_query: bool
) -> Iterator[Request]:
    """The requests that together give what a counting one matched; `by_query`: the index negates in its query alone.

    Where no facet parts it, one that gives as much as the window lets through.
    """
    able = {field: _own(request, field, counts.get(field, {})) for field in window.fields}
    field = widest(able, matched=matched) if matched > window.size else ""
    if not field:
        yield listing(request, window)
        return
    held = able[field]
    after = replace(window, asked=())
    for group in batches(held, window=window.size):
        part = replace(request, params={**request.params, field: ",".join(group)})
        count = sum(held[value] for value in group)
        yield counting(part, after) if count > window.size else listing(part, after)
    rest = matched - sum(held.values())
    if rest > 0:
        others = replace(request, params=_without(request.params, field, tuple(held), by_query=by_query))
        fields = tuple(f for f in window.fields if f != field)
        yield counting(others, replace(after, fields=fields)) if rest > window.size else listing(others, after)


def _own(request: Request, field: str, counts: Mapping[str, int]) -> dict[str, int]:
    """The counts of the values asked for: a record of several variables is counted under each of them."""
    asked = _values(request, field)
    return {value: count for value, count in counts.items() if count and (not asked or value in asked)}


def _values(request: Request, field: str) -> list[str]:
    return [v for v in request.params.get(field, "").split(",") if v]


def _without(params: Mapping[str, str], field: str, values: Sequence[str], *, by_query: bool) -> dict[str, str]:
    if not by_query:
        return {**params, f"{field}!": ",".join(values)}
    nots = " AND ".join(f'NOT ({field}:"{value}")' for value in values)
    query = params.get("query", "")
    return {**params, "query": f"{query} AND {nots}" if query else nots}
