"""All the real servers, for a person to try (`make servers`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from tests.servers import birdhouse
from tests.servers.catalogs import as_collections, as_items, real_items
from tests.servers.dap import dap
from tests.servers.geoparquet import stac_geoparquet
from tests.servers.mapserver import mapserver
from tests.servers.mapserver import missing as no_mapserver
from tests.servers.pgstac import missing as no_pgstac
from tests.servers.pgstac import stac_pgstac
from tests.servers.programs import pygeoapi, stac_static


def servers(folder: Path) -> Iterator[tuple[str, AbstractContextManager[str]]]:
    """Title and opener of each; an opener raises RuntimeError where the server cannot be started here."""
    yield "pygeoapi", pygeoapi(folder)
    yield "stac-fastapi-static", stac_static(folder)
    yield "stac-fastapi-geoparquet", stac_geoparquet(folder)
    if not no_pgstac():
        documents = real_items()
        yield (
            "stac-fastapi-pgstac",
            stac_pgstac(folder, collections=as_collections(documents), items=as_items(documents)),
        )
    yield "OPeNDAP (pydap)", dap(folder)
    if not no_mapserver():
        yield "MapServer (WMS, WCS)", mapserver(folder)
    for name in birdhouse.ENVIRONMENTS:
        if not birdhouse.missing(name):
            yield f"{name} (WPS 1.0)", birdhouse.birdhouse(name, folder / name)
