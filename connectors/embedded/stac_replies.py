"""The replies of the STAC node: links, pages, queryables and stored documents moved to where the client found us."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from connectors.embedded.rasters import ROOT
from connectors.embedded.scenes import Scene
from connectors.items import JSON

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from connectors.embedded.stac_query import ItemSearch

GEOJSON = "application/geo+json"
MOST_BYTES = 1 << 20  # of a posted search


def paging(request: Request, search: ItemSearch, found: Sequence[Scene], body: JSON) -> list[JSON]:
    from connectors.embedded.stac_query import token

    root = root_of(request)
    links = [link("self", str(request.url), type=GEOJSON), link("root", f"{root}/")]
    following, before = search.offset + search.limit, max(0, search.offset - search.limit)
    turns = [("next", following)] if following < len(found) else []
    turns += [("prev", before)] if search.offset else []
    for rel, offset in turns:
        if request.method == "POST":
            links.append(
                link(
                    rel,
                    f"{root}/search",
                    type=GEOJSON,
                    method="POST",
                    merge=False,
                    body=body | {"token": token(offset)},
                )
            )
        else:
            query = urlencode(dict(request.query_params) | {"token": token(offset)})
            links.append(link(rel, f"{root}{request.url.path}?{query}", type=GEOJSON, method="GET"))
    return links


async def body_of(request: Request) -> JSON:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BYTES:
            raise ValueError(f"the body is larger than {MOST_BYTES} bytes")
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"the body is not JSON: {error}") from error


def queryables(members: Sequence[Scene], url: str) -> JSON:
    """The queryables: what the items state, with the types they state it in."""
    kinds: dict[str, set[str]] = {"id": {"string"}, "collection": {"string"}}
    names = {str: "string", bool: "boolean", int: "number", float: "number", list: "array"}
    for scene in members:
        for name, value in json.loads(scene.document)["properties"].items():
            if type(value) in names:
                kinds.setdefault(name, set()).add(names[type(value)])
    properties: dict[str, JSON] = {
        name: {"type": sorted(found) if len(found) > 1 else next(iter(found))} for name, found in sorted(kinds.items())
    }
    properties["geometry"] = {"$ref": "https://geojson.org/schema/Geometry.json"}
    return {
        "$schema": "https://json-schema.org/draft/2019-09/schema",
        "$id": url,
        "type": "object",
        "title": "Queryables",
        "properties": properties,
        "additionalProperties": True,
    }


def link(rel: str, href: str, *, type: str = "application/json", **more: JSON) -> dict[str, JSON]:
    return {"rel": rel, "href": href, "type": type, **more}


def root_of(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def reply(document: JSON, *, status: int = 200, media_type: str = "application/json") -> Response:
    from starlette.responses import Response

    content = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(content, status_code=status, media_type=media_type)


def stored(content: bytes, root: str, *, media_type: str = "application/json") -> Response:
    """A reply out of stored documents, whose addresses are moved to where the client found us."""
    from starlette.responses import Response

    if root != ROOT:
        content = content.replace(f'"{ROOT}/'.encode(), f'"{root}/'.encode())
    return Response(content, media_type=media_type)
