"""A STAC API node: item search over the embedded EO holdings (https://api.stacspec.org, 1.0.0), as an ASGI app.

Starlette and the cql2 library carry it rather than stac-fastapi, whose import alone takes 0.6 s of the first answer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.embedded.datasets import FOLDERS
from connectors.embedded.scenes import Folder, Scenes, scenes
from connectors.embedded.stac_replies import GEOJSON, body_of, link, paging, queryables, reply, root_of, stored
from connectors.items import JSON

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

    from connectors.embedded.stac_query import ItemSearch

HOST = "stac.embedded"
CONFORMANCE = (
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/ogcapi-features",
    "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/item-search#fields",
    "https://api.stacspec.org/v1.0.0/item-search#sort",
    "https://api.stacspec.org/v1.0.0/item-search#filter",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
    "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
)


def stac_node(found: Callable[[], Scenes], *, roots: Mapping[str, Path], holdings_dir: Path) -> Starlette:
    """The API over `found` (asked once, at the first request); files of `roots` and the holdings below `/data/`."""
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.routing import BaseRoute, Mount, Route

    from connectors.embedded.file_host import files_below

    node = _Node(cache(found))
    files: list[BaseRoute] = [
        Mount(f"/data/{FOLDERS}/{name}", files_below(root)) for name, root in sorted(roots.items())
    ]
    files.append(Mount("/data", files_below(holdings_dir)))
    return Starlette(
        routes=[
            Route("/", node.landing),
            Route("/conformance", node.conformance),
            Route("/queryables", node.queryables),
            Route("/search", node.search, methods=["GET", "POST"]),
            Route("/collections", node.collections),
            Route("/collections/{collection}", node.collection),
            Route("/collections/{collection}/queryables", node.queryables),
            Route("/collections/{collection}/items", node.items),
            Route("/collections/{collection}/items/{item}", node.item),
            *files,
        ],
        exception_handlers={HTTPException: _http_error, ValueError: _bad_request},
    )


def stac_hosts(holdings_dir: Path, *, folders: Sequence[Folder] = ()) -> Mapping[str, Callable[[], Starlette]]:
    """Host name → factory of its app; nothing is read before the first request. Folders of model output are not ours."""
    folders = [folder for folder in folders if folder.drs in ("auto", "stac")]
    found = partial(scenes, holdings_dir, folders=folders)
    roots = {folder.id: folder.path for folder in folders}
    return {HOST: partial(stac_node, found, roots=roots, holdings_dir=holdings_dir)}


class _Node:
    """The handlers of one node."""

    def __init__(self, found: Callable[[], Scenes]) -> None:
        self._found = found

    async def landing(self, request: Request) -> Response:
        root = root_of(request)
        links = [
            link("self", f"{root}/"),
            link("root", f"{root}/"),
            link("conformance", f"{root}/conformance"),
            link("data", f"{root}/collections"),
            link("search", f"{root}/search", type=GEOJSON, method="GET"),
            link("search", f"{root}/search", type=GEOJSON, method="POST"),
            link(
                "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                f"{root}/queryables",
                type="application/schema+json",
            ),
            *(link("child", f"{root}/collections/{name}") for name in self._found().collections),
        ]
        return reply(
            {
                "type": "Catalog",
                "stac_version": "1.1.0",
                "id": "earth-conductor-embedded",
                "title": "Earth observation holdings of this machine",
                "description": "Real scenes, maps and models out of package archives, and the user's own folders.",
                "conformsTo": list(CONFORMANCE),
                "links": links,
            }
        )

    async def conformance(self, request: Request) -> Response:
        return reply({"conformsTo": list(CONFORMANCE)})

    async def collections(self, request: Request) -> Response:
        root = root_of(request)
        documents = b",".join(self._found().collections.values())
        links = json.dumps([link("self", f"{root}/collections"), link("root", f"{root}/")]).encode()
        return stored(b'{"collections":[' + documents + b'],"links":' + links + b"}", root)

    async def collection(self, request: Request) -> Response:
        return stored(self._known(request), root_of(request))

    async def queryables(self, request: Request) -> Response:
        name = request.path_params.get("collection")
        if name is not None:
            self._known(request)
        members = [s for s in self._found().items if name in (None, s.collection)]
        return reply(queryables(members, str(request.url)), media_type="application/schema+json")

    async def items(self, request: Request) -> Response:
        from dataclasses import replace

        from connectors.embedded.stac_query import from_query

        self._known(request)
        search = replace(from_query(request.query_params), collections=(request.path_params["collection"],))
        return self._page(request, search, {})

    async def item(self, request: Request) -> Response:
        from starlette.exceptions import HTTPException

        self._known(request)
        wanted = request.path_params["collection"], request.path_params["item"]
        scene = next((s for s in self._found().items if (s.collection, s.id) == wanted), None)
        if scene is None:
            raise HTTPException(404, f"collection {wanted[0]!r} has no item {wanted[1]!r}")
        return stored(scene.document, root_of(request), media_type=GEOJSON)

    async def search(self, request: Request) -> Response:
        from connectors.embedded.stac_query import from_body, from_query

        if request.method != "POST":
            return self._page(request, from_query(request.query_params), {})
        body = await body_of(request)
        return self._page(request, from_body(body), body)

    def _known(self, request: Request) -> bytes:
        from starlette.exceptions import HTTPException

        name = request.path_params["collection"]
        document = self._found().collections.get(name)
        if document is None:
            raise HTTPException(404, f"there is no collection {name!r}; see /collections")
        return document

    def _page(self, request: Request, search: ItemSearch, body: JSON) -> Response:
        from connectors.embedded.item_search import matching, trimmed

        found = matching(self._found().items, search)
        page = found[search.offset : search.offset + search.limit]
        features = b",".join(trimmed(scene.document, search) for scene in page)
        facts = {
            "numberMatched": len(found),
            "numberReturned": len(page),
            "links": paging(request, search, found, body),
        }
        rest = json.dumps(facts, ensure_ascii=False).encode()[1:]
        return stored(
            b'{"type":"FeatureCollection","features":[' + features + b"]," + rest, root_of(request), media_type=GEOJSON
        )


async def _http_error(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    codes = {404: "NotFound", 405: "MethodNotAllowed"}
    return reply(
        {"code": codes.get(status, "Error"), "description": getattr(error, "detail", str(error))}, status=status
    )


async def _bad_request(request: Request, error: Exception) -> Response:
    return reply({"code": "InvalidParameterValue", "description": str(error)}, status=400)
