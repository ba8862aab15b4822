"""STAC item search by GET, which every API must have, where POST is an extra: the same question in the address."""

from __future__ import annotations

import json
from collections.abc import Mapping

from connectors.base import Request
from connectors.items import JSON


def as_get(request: Request) -> Request:
    """The search of a POST put into the address: lists by commas, the filter in CQL2 text, the sort by signs."""
    return Request(method="GET", url=request.url, params=_parameters(request.json or {}), context=request.context)


def _parameters(body: Mapping[str, JSON]) -> dict[str, str]:
    parameters = {name: _written(name, value) for name, value in body.items() if name != "filter-lang"}
    return parameters | ({"filter-lang": "cql2-text"} if "filter" in body else {})


def _written(name: str, value: JSON) -> str:
    match name:
        case "filter":
            import cql2

            return str(cql2.Expr(value).to_text())
        case "bbox":
            return ",".join(f"{number:.9g}" for number in value)
        case "collections" | "ids":
            return ",".join(value)
        case "fields":
            return ",".join((*value["include"], *(f"-{name}" for name in value["exclude"])))
        case "sortby":
            return ",".join(("-" if by["direction"] == "desc" else "+") + by["field"] for by in value)
        case "intersects" | "query":
            return json.dumps(value, separators=(",", ":"))
        case _:
            return str(value)
