"""Conformance: what a STAC API says of itself on its landing page, as the quirks of its connector, by pystac-client's classes."""

from __future__ import annotations

from collections.abc import Iterable

from connectors.items import JSON

_CQL2 = ("/cql2-json", "/cql2-text", "/basic-cql2")
_STAC = "https://api.stacspec.org/v1."  # pgstac sorts by 1.1.0, which pystac-client's own patterns do not know
_FREE_TEXT = "item-search#free-text"


def quirks(landing: JSON) -> tuple[str, ...]:
    """The quirks that follow from the conformance classes of a landing page; none for one that states no classes."""
    from pystac_client.conformance import ConformanceClasses as Class

    stated = [str(uri) for uri in landing.get("conformsTo") or ()]
    if not stated:
        return ()

    def conforms(wanted: Class) -> bool:
        return any(uri.startswith(_STAC) and uri.endswith(wanted.value) for uri in stated)

    found = ["fields"] if conforms(Class.FIELDS) else []
    if not (conforms(Class.FILTER) and any(uri.endswith(_CQL2) for uri in stated)):
        found.append("filter:query" if conforms(Class.QUERY) else "filter:none")
    if not conforms(Class.SORT):
        found.append("no-sort")
    if any(uri.startswith(_STAC) and _FREE_TEXT in uri for uri in stated):
        found.append("q")
    return (*found, *_methods(landing.get("links") or ()))


def _methods(links: Iterable[JSON]) -> tuple[str, ...]:
    """A server that offers its search by GET alone says so by its links; one that names no method may have both."""
    offered = {str(n.get("method", "")).upper() for n in links if isinstance(n, dict) and n.get("rel") == "search"}
    return ("search:get",) if "GET" in offered and "POST" not in offered else ()
