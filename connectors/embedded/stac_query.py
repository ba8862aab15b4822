"""Item search requests: the parameters of STAC API 1.0.0 read strictly. Pure.

Core, sort, fields, filter (CQL2 text and JSON, by the cql2 library) and paging by an offset in the token.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import cql2

from connectors.embedded.scenes import seconds
from connectors.extents import BBox
from connectors.items import JSON

LIMIT_DEFAULT = 10
LIMIT_MAX = 1000
_TOKEN = "offset:"
_KNOWN = frozenset(
    ("collections", "ids", "bbox", "intersects", "datetime", "limit", "token", "sortby", "fields", "filter",
     "filter-lang", "filter-crs")
)  # fmt: skip
_CRS = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSearch:
    """One search, understood; `datetime` in seconds since 1970."""

    collections: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    bbox: BBox | None = None
    intersects: JSON = None
    datetime: tuple[float, float] | None = None
    limit: int = LIMIT_DEFAULT
    offset: int = 0
    sortby: tuple[tuple[str, bool], ...] = ()  # (property path, descending)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    filter: cql2.Expr | None = field(default=None, compare=False)


def from_query(query: Mapping[str, str]) -> ItemSearch:
    """Read the parameters of a GET; raises ValueError with a sentence for the client."""
    params: dict[str, JSON] = dict(query)
    for name in ("collections", "ids", "bbox"):
        if name in query:
            params[name] = [part for part in query[name].split(",") if part]
    if "bbox" in params:
        params["bbox"] = [_number(part, "bbox") for part in params["bbox"]]
    if "limit" in query:
        params["limit"] = _integer(query["limit"])
    if "intersects" in query:
        params["intersects"] = _json(query["intersects"], "intersects")
    if "sortby" in query:
        # A plus sign that a client forgot to escape arrives as a space.
        fields = [part.strip() for part in query["sortby"].split(",")]
        params["sortby"] = [
            {"field": f.lstrip("+-"), "direction": "desc" if f.startswith("-") else "asc"} for f in fields if f
        ]
    if "fields" in query:
        parts = [part.strip() for part in query["fields"].split(",") if part.strip()]
        params["fields"] = {
            "include": [p.lstrip("+") for p in parts if p[0] != "-"],
            "exclude": [p[1:] for p in parts if p[0] == "-"],
        }
    if "filter" in query and query.get("filter-lang", "cql2-text") == "cql2-json":
        params["filter"] = _json(query["filter"], "filter")
    return from_body(params, lang="cql2-text")


def from_body(body: JSON, *, lang: str = "cql2-json") -> ItemSearch:
    """Read the body of a POST; raises ValueError with a sentence for the client."""
    if not isinstance(body, Mapping):
        raise ValueError("the body must be a JSON object")
    if unknown := sorted(set(body) - _KNOWN):
        raise ValueError(f"unknown parameters {unknown}; known are {sorted(_KNOWN)}")
    if body.get("bbox") is not None and body.get("intersects") is not None:
        raise ValueError("bbox and intersects exclude each other")
    fields = body.get("fields") or {}
    return ItemSearch(
        collections=_strings(body, "collections"),
        ids=_strings(body, "ids"),
        bbox=_bbox(body.get("bbox")),
        intersects=_geometry(body.get("intersects")),
        datetime=_span(body["datetime"]) if body.get("datetime") else None,
        limit=_limit(body.get("limit", LIMIT_DEFAULT)),
        offset=_offset(body.get("token")),
        sortby=_sortby(body.get("sortby") or ()),
        include=_strings(fields, "include"),
        exclude=_strings(fields, "exclude"),
        filter=_filter(body, lang),
    )


def token(offset: int) -> str:
    """The token of the page that starts at this offset."""
    return f"{_TOKEN}{offset}"


def _filter(body: Mapping[str, JSON], lang: str) -> cql2.Expr | None:
    if not body.get("filter"):
        return None
    lang = str(body.get("filter-lang", lang))
    if lang not in ("cql2-json", "cql2-text"):
        raise ValueError(f"filter-lang must be cql2-json or cql2-text, got {lang!r}")
    if body.get("filter-crs", _CRS) != _CRS:
        raise ValueError(f"filter-crs must be {_CRS}")
    text = body["filter"]
    if (lang == "cql2-json") != isinstance(text, Mapping):
        raise ValueError(f"a {lang} filter must be {'an object' if lang == 'cql2-json' else 'a string'}")
    try:
        expression = cql2.Expr(text)
        if isinstance(text, Mapping):
            expression.validate()
    except Exception as error:
        raise ValueError(f"the filter is not {lang}: {str(error).strip()[:400]}") from error
    return expression


def _bbox(values: JSON) -> BBox | None:
    if values is None:
        return None
    if not isinstance(values, list) or not all(isinstance(v, int | float) for v in values):
        raise ValueError("bbox must be four or six numbers")
    return BBox.of(values)


def _geometry(value: JSON) -> JSON:
    if value is None:
        return None
    import shapely

    try:
        shapely.from_geojson(json.dumps(value))
    except (shapely.GEOSException, TypeError) as error:
        raise ValueError(f"intersects is not a GeoJSON geometry: {error}") from error
    return value


def _span(text: JSON) -> tuple[float, float]:
    if not isinstance(text, str):
        raise ValueError("datetime must be a string")
    start, mark, end = text.partition("/")
    if not mark:
        return seconds(start), seconds(start)
    if start in ("", "..") and end in ("", ".."):
        raise ValueError("datetime is open at both ends")
    span = (
        -float("inf") if start in ("", "..") else seconds(start),
        float("inf") if end in ("", "..") else seconds(end),
    )
    if span[0] > span[1]:
        raise ValueError(f"datetime ends before it starts, got {text!r}")
    return span


def _strings(holder: JSON, name: str) -> tuple[str, ...]:
    values = holder.get(name) if isinstance(holder, Mapping) else None
    if values is None:
        return ()
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise ValueError(f"{name} must be a list of strings")
    return tuple(values)


def _sortby(entries: JSON) -> tuple[tuple[str, bool], ...]:
    if not isinstance(entries, list | tuple) or not all(isinstance(e, Mapping) and "field" in e for e in entries):
        raise ValueError('sortby must be a list of {"field": …, "direction": "asc" | "desc"}')
    return tuple((str(e["field"]), e.get("direction", "asc") == "desc") for e in entries)


def _limit(value: JSON) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"limit must be a whole number of at least 1, got {value!r}")
    return min(value, LIMIT_MAX)


def _offset(value: JSON) -> int:
    if value is None:
        return 0
    number = str(value).removeprefix(_TOKEN)
    if not str(value).startswith(_TOKEN) or not number.isdecimal():
        raise ValueError(f"{value!r} is not a token of this catalogue")
    return int(number)


def _number(text: str, name: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise ValueError(f"{name} must be numbers, got {text!r}") from error


def _integer(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"limit must be a whole number of at least 1, got {text!r}")
    return int(text)


def _json(text: str, name: str) -> JSON:
    try:
        return json.loads(text)
    except ValueError as error:
        raise ValueError(f"{name} is not JSON: {error}") from error
