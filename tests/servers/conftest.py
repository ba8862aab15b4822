"""The real servers, started once for a session that asks for them; skipped with one reason where they cannot run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers import birdhouse, dap, geoparquet, mapserver, pgstac
from tests.servers.catalogs import as_collections, as_items, real_items
from tests.servers.programs import available, pygeoapi, stac_static

MISSING = "the real servers are not installed: run `make test-servers`, which needs a Python 3.12"


@pytest.fixture(scope="session")
def pygeoapi_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running pygeoapi."""
    _wanted()
    with pygeoapi(tmp_path_factory.mktemp("pygeoapi")) as url:
        yield url


@pytest.fixture(scope="session")
def stac_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running stac-fastapi-static over thousands of real items."""
    _wanted()
    with stac_static(tmp_path_factory.mktemp("stac")) as url:
        yield url


@pytest.fixture(scope="session")
def pgstac_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running stac-fastapi-pgstac over thousands of real items in PostgreSQL."""
    _unless(pgstac.missing())
    documents = real_items()
    folder = tmp_path_factory.mktemp("pgstac")
    with pgstac.stac_pgstac(folder, collections=as_collections(documents), items=as_items(documents)) as url:
        yield url


@pytest.fixture(scope="session")
def geoparquet_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running stac-fastapi-geoparquet over the larger collections of the real items."""
    _unless(geoparquet.missing())
    with geoparquet.stac_geoparquet(tmp_path_factory.mktemp("geoparquet")) as url:
        yield url


@pytest.fixture(scope="session")
def dap_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dataset that pydap serves from memory."""
    _unless(dap.missing())
    with dap.dap(tmp_path_factory.mktemp("dap")) as url:
        yield url


@pytest.fixture(scope="session")
def mapserver_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running MapServer with one layer and coverage."""
    _unless(mapserver.missing())
    with mapserver.mapserver(tmp_path_factory.mktemp("mapserver")) as url:
        yield url


@pytest.fixture(scope="session")
def finch_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Finch (WPS 1.0, PyWPS 4.8)."""
    _unless(birdhouse.missing("finch"))
    with birdhouse.birdhouse("finch", tmp_path_factory.mktemp("finch")) as url:
        yield url


@pytest.fixture(scope="session")
def emu_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Emu (WPS 1.0, PyWPS 4.6)."""
    _unless(birdhouse.missing("emu"))
    with birdhouse.birdhouse("emu", tmp_path_factory.mktemp("emu")) as url:
        yield url


def _wanted() -> None:
    _unless("" if available() else MISSING)


def _unless(missing: str) -> None:
    if missing:
        pytest.skip(missing)
