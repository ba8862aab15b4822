"""Push-down: the filters of a search put into the words of one STAC API, and the names of those that could not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.items import JSON
from connectors.offers import Source

_PROPERTIES: Mapping[str, tuple[str, str]] = {
    "cloud_cover_max": ("<=", "eo:cloud_cover"),
    "cloud_cover_min": (">=", "eo:cloud_cover"),
    "snow_cover_max": ("<=", "eo:snow_cover"),
    "orbit_state": ("=", "sat:orbit_state"),
    "relative_orbit": ("=", "sat:relative_orbit"),
    "instrument_mode": ("=", "sar:instrument_mode"),
    "platform": ("in", "platform"),
    "mgrs_tile": ("=", "grid:code"),
    "wrs_path": ("=", "landsat:wrs_path"),
    "wrs_row": ("=", "landsat:wrs_row"),
}
# These two are pushed down only where the source says which property it keeps: catalogues differ, and a wrong guess
# finds nothing.
_ONLY_IF_MAPPED = ("snow_cover_max", "mgrs_tile")
_WORDS = {"<=": "lte", ">=": "gte", "=": "eq", "in": "in"}
_NOT_PREDICATES = ("limit", "sort")
_CORE = ("ids", "intersects")  # parameters of the search itself, which no quirk about filters touches


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One comparison: `operator` is a CQL2 one."""

    name: str
    operator: str
    property: str
    value: JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class PushDown:
    """What goes into the request body, and the filters that must be checked again after the reply."""

    body: Mapping[str, JSON]
    residual: tuple[str, ...]


def push_down(filters: Mapping[str, JSON], source: Source, *, excluded: tuple[str, ...] = ()) -> PushDown:
    """Translate filters by the source's quirks.

    Quirks: `filter:query` (the query extension instead of CQL2), `filter:none`, `ignores:NAME` (sent, but not to be
    trusted). `options.properties` maps a filter to the source's property, or to "" where the source has none.
    `excluded` are collections that must not come back. `ids` and `intersects` (a GeoJSON geometry) are the search's own.
    """
    core = {name: _listed(filters[name]) if name == "ids" else filters[name] for name in _CORE if filters.get(name)}
    silent = "filter:none" in source.quirks
    sent = [] if silent else [p for name, value in filters.items() if (p := _predicate(name, value, source))]
    names = {p.name for p in sent if f"ignores:{p.name}" not in source.quirks}
    residual = tuple(name for name in filters if name not in names and name not in (*_NOT_PREDICATES, *core))
    if "filter:query" in source.quirks:
        return PushDown(body=core | ({"query": _query(sent)} if sent else {}), residual=residual)
    expressions = [{"op": p.operator, "args": [{"property": p.property}, p.value]} for p in sent]
    if excluded and not silent:
        inside = {"op": "in", "args": [{"property": "collection"}, list(excluded)]}
        expressions.append({"op": "not", "args": [inside]})
    if not expressions:
        return PushDown(body=core, residual=residual)
    whole = expressions[0] if len(expressions) == 1 else {"op": "and", "args": expressions}
    return PushDown(body={**core, "filter-lang": "cql2-json", "filter": whole}, residual=residual)


def _listed(value: JSON) -> list[JSON]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _predicate(name: str, value: Any, source: Source) -> Predicate | None:
    if name not in _PROPERTIES:
        return None
    if isinstance(value, list | tuple) and name not in ("platform", "polarizations"):
        if len(value) != 1:  # any of several: left to the check on our side
            return None
        value = value[0]
    operator, standard = _PROPERTIES[name]
    mapped = source.options.get("properties", {}).get(name)
    if mapped == "" or (mapped is None and name in _ONLY_IF_MAPPED):
        return None
    prop = mapped or standard
    return Predicate(name=name, operator=operator, property=prop, value=_spelling(name, value, prop))


def _spelling(name: str, value: Any, prop: str) -> JSON:
    match name:
        case "platform":
            asked = value if isinstance(value, list | tuple) else [value]
            return [spelling for p in asked for spelling in _platform_spellings(str(p))]
        case "mgrs_tile":
            bare = str(value).upper().removeprefix("T").zfill(5)
            return f"MGRS-{bare}" if prop == "grid:code" else bare
        case "wrs_path" | "wrs_row":
            return f"{int(value):03d}"
        case "orbit_state":
            return str(value).lower()
        case "instrument_mode":
            return str(value).upper()
        case _:
            return value


def _platform_spellings(name: str) -> tuple[str, ...]:
    """Catalogues write `sentinel-2a`, `Sentinel-2A` and `SENTINEL-2A`, and compare letter by letter."""
    lower = name.lower()
    head, dash, tail = lower.partition("-")
    return tuple(dict.fromkeys((lower, f"{head.capitalize()}{dash}{tail.upper()}", lower.upper())))


def _query(predicates: list[Predicate]) -> dict[str, dict[str, JSON]]:
    query: dict[str, dict[str, JSON]] = {}
    for p in predicates:
        query.setdefault(p.property, {})[_WORDS[p.operator]] = p.value
    return query
