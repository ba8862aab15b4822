"""An ESGF index node: the classic esg-search service over the embedded datasets, as an ASGI app.

Two nodes ship: the original, which holds everything, and a replica node with its own file host and part of the records.
`/esg-search/search` and `/esg-search/wget` take GET and POST; defaults, limits and refusals are those of the real service.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from connectors.embedded.datasets import Catalogue, Folder, catalogue
from connectors.embedded.esgf_query import WGET_LIMIT, Query, QueryError, facet_names, read_query
from connectors.embedded.esgf_records import NODES, Node, Record, Records
from connectors.embedded.esgf_reply import error_page, reply, wget_script

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

_SOLR_PORT = 8983
_MOST_BYTES = 1 << 20  # of a posted form


Shards = Mapping[str, Records]


def publish(held: Catalogue, *, nodes: Sequence[Node] = NODES) -> Shards:
    """Index node → its records by type: what the nodes of the federation hold between them."""
    return {node.index_node: Records(held.datasets, node) for node in nodes}


def esgf_node(shards: Shards, *, node: Node = NODES[0]) -> Starlette:
    """The index node `node`; a distributed search reaches the records of every shard, its own first."""
    from starlette.applications import Starlette
    from starlette.routing import Route

    service = _Service(node=node.index_node, shards=shards)
    methods = ["GET", "POST"]
    return Starlette(
        routes=[
            Route("/esg-search/search", service.search, methods=methods),
            Route("/esg-search/search/", service.search, methods=methods),
            Route("/esg-search/wget", service.wget, methods=methods),
        ]
    )


def esgf_hosts(holdings_dir: Path, *, folders: Sequence[Folder] = ()) -> Mapping[str, Callable[[], Starlette]]:
    """Host name → factory of its app, for the embedded index nodes and their file hosts; nothing is read before a call."""
    from connectors.embedded.file_host import file_host

    held = cache(partial(catalogue, holdings_dir, folders=folders))
    shards = cache(lambda: publish(held()))
    roots = {folder.id: folder.path for folder in folders}
    hosts: dict[str, Callable[[], Starlette]] = {}
    for node in NODES:
        hosts[node.index_node] = partial(_index_node, shards, node)
        hosts[node.data_node] = partial(file_host, holdings_dir, roots=roots, held=held, node=node)
    return hosts


def _index_node(shards: Callable[[], Shards], node: Node) -> Starlette:
    return esgf_node(shards(), node=node)


class _Service:
    """The state of one index node: its shards, its own first."""

    def __init__(self, *, node: str, shards: Shards) -> None:
        self._node = node
        self._shards = {name: shards[name] for name in (node, *(n for n in shards if n != node))}
        self._facets = facet_names(r for kinds in shards.values() for r in kinds["Dataset"])

    async def search(self, request: Request) -> Response:
        from starlette.responses import Response

        try:
            query = read_query(await _pairs(request), configured=self._facets)
            body, content_type = reply(query, self._found(query), shards=self._shard_names())
        except QueryError as error:
            return Response(error_page(error.status, str(error)), status_code=error.status, media_type="text/html")
        return Response(body, headers={"content-type": content_type})

    async def wget(self, request: Request) -> Response:
        from starlette.responses import Response

        try:
            pairs = await _pairs(request)
            given = dict(pairs)
            if given.get("type", "File") != "File":
                raise QueryError(400, "HTTP parameter type should be fixed to value: 'File'")
            rest = [(k, v) for k, v in pairs if k not in ("type", "format", "download_structure", "download_emptypath")]
            query = read_query(rest, configured=self._facets, kind="File", limit=WGET_LIMIT)
            structure = [p for p in given.get("download_structure", "").split(",") if p]
            script, content_type = wget_script(
                query, self._found(query), structure=structure, empty=given.get("download_emptypath", ""),
                asked="".join(c for c in str(request.url) if c.isprintable()),
            )  # fmt: skip
        except QueryError as error:
            return Response(error_page(error.status, str(error)), status_code=error.status, media_type="text/html")
        headers = {"content-disposition": "attachment; filename=wget.sh"} if content_type == "text/x-sh" else {}
        return Response(script, media_type=content_type, headers=headers)

    def _found(self, query: Query) -> list[Record]:
        names = [self._node]
        if query.distrib:
            names = [s.partition("/")[0] for s in query.shards] or list(self._shards)
        chosen = {s.removesuffix(f":{_SOLR_PORT}") for s in names}
        unknown = chosen - set(self._shards)
        if unknown:
            raise QueryError(400, f"Unknown shard: {min(unknown)}")
        return query.select(r for name, kinds in self._shards.items() if name in chosen for r in kinds[query.kind])

    def _shard_names(self) -> list[str]:
        return [f"{name}:{_SOLR_PORT}/solr" for name in self._shards]


async def _pairs(request: Request) -> list[tuple[str, str]]:
    """The parameters of the address and, when posted, of the form."""
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST_BYTES:
                raise QueryError(400, "Too long a form")
        pairs += parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return pairs
