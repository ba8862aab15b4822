"""A data node: files over HTTP as THREDDS serves them, with its catalogues and aggregations, as an ASGI app."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from connectors.embedded.datasets import FOLDERS, Catalogue, Dataset
from connectors.embedded.esgf_records import NODES, Node, file_url

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.staticfiles import StaticFiles

_THREDDS = "http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0"
_XLINK = "http://www.w3.org/1999/xlink"
_NCML = "http://www.unidata.ucar.edu/namespaces/netcdf/ncml-2.2"


def file_host(
    holdings_dir: Path,
    *,
    roots: Mapping[str, Path] | None = None,
    held: Callable[[], Catalogue] | None = None,
    node: Node = NODES[0],
) -> Starlette:
    """Serve `/thredds/fileServer/<holding>/<member>` with Range, ETag and HEAD; `roots` are more folders, by name.

    With `held`, the THREDDS catalogue and the NcML aggregation of each dataset of this node are served too.
    """
    from starlette.applications import Starlette
    from starlette.routing import BaseRoute, Mount, Route

    routes: list[BaseRoute] = [
        Mount(f"/thredds/fileServer/{FOLDERS}/{name}", files_below(root, follow_links=True))
        for name, root in sorted((roots or {}).items())
    ]
    routes.append(Mount("/thredds/fileServer", files_below(holdings_dir)))
    if held is not None:
        service = _Catalogues(held=held, node=node)
        routes.append(Route("/thredds/catalog/{name:path}.xml", service.catalog))
        routes.append(Route("/thredds/ncml/{name:path}.ncml", service.ncml))
    return Starlette(routes=routes)


def files_below(root: Path, *, follow_links: bool = False) -> StaticFiles:
    """An app that serves the files below a folder with Range, ETag and HEAD; links where they are their owner's affair."""
    from starlette.exceptions import HTTPException
    from starlette.staticfiles import StaticFiles

    class DataFiles(StaticFiles):
        """Files below one folder: no directory listing, nothing hidden, nothing outside."""

        def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
            if any(part.startswith(".") for part in path.replace("\\", "/").split("/")) or "\0" in path:
                raise HTTPException(status_code=404)
            return super().lookup_path(path)

    return DataFiles(directory=root, check_dir=False, follow_symlink=follow_links)


class _Catalogues:
    """Describes the datasets of one node in the documents of a THREDDS server."""

    def __init__(self, *, held: Callable[[], Catalogue], node: Node) -> None:
        self._held = held
        self._node = node

    async def catalog(self, request: Request) -> Response:
        return self._document(request, _catalog)

    async def ncml(self, request: Request) -> Response:
        return self._document(request, _ncml)

    def _document(self, request: Request, build: Callable[[Dataset, Node], ElementTree.Element]) -> Response:
        from starlette.responses import PlainTextResponse, Response

        name = request.path_params["name"]
        found = next((d for d in self._held().datasets if d.instance_id == name and self._node.holds(d)), None)
        if found is None:
            return PlainTextResponse("Not Found", status_code=404)
        body = ElementTree.tostring(build(found, self._node), encoding="utf-8", xml_declaration=True)
        return Response(body, media_type="application/xml")


def _catalog(d: Dataset, node: Node) -> ElementTree.Element:
    root = ElementTree.Element("catalog", {"xmlns": _THREDDS, "xmlns:xlink": _XLINK, "name": d.instance_id})
    base = "/" + node.files.split("/", 3)[-1] + "/"
    ElementTree.SubElement(root, "service", {"name": "HTTPServer", "serviceType": "HTTPServer", "base": base})
    parent = ElementTree.SubElement(root, "dataset", {"name": d.title, "ID": d.instance_id})
    for f in d.files:
        entry = ElementTree.SubElement(
            parent, "dataset", {"name": f.name, "ID": f"{d.instance_id}.{f.name}", "urlPath": f.path}
        )
        ElementTree.SubElement(entry, "serviceName").text = "HTTPServer"
        ElementTree.SubElement(entry, "dataSize", {"units": "bytes"}).text = str(f.facts.size)
        for name, value in (("checksum", f.facts.sha256), ("checksum_type", "SHA256")):
            ElementTree.SubElement(entry, "property", {"name": name, "value": value})
    return root


def _ncml(d: Dataset, node: Node) -> ElementTree.Element:
    root = ElementTree.Element("netcdf", {"xmlns": _NCML})
    joined = ElementTree.SubElement(root, "aggregation", {"type": "joinExisting", "dimName": "time"})
    for f in d.files:
        ElementTree.SubElement(joined, "netcdf", {"location": file_url(node, f.path)})
    return root
