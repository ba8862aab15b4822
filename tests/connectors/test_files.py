"""Loads: from the embedded federation, from real replica nodes of which some are stopped, and what is refused."""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import netCDF4
import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from conductor.settings import from_environment
from connectors.embedded.datasets import Catalogue, catalogue
from connectors.embedded.esgf_node import esgf_node, publish
from connectors.embedded.esgf_records import NODES
from connectors.embedded.file_host import file_host
from connectors.errors import Refused, Unavailable
from connectors.extents import GLOBE, BBox, Interval
from connectors.items import Asset, Item, Location
from connectors.offers import Limits, Source
from connectors.operations import Load, Search
from connectors.outside import Outside
from tests.connectors.arrays.dap_server import opendap
from tests.connectors.arrays.samples import model_file
from tests.connectors.embedded.serving import free_port, serving
from tests.connectors.fault_server import FaultServer, fault_server, file, status
from tests.connectors.outside_world import outside, report
from tests.connectors.sandbox.attacks import external_storage

HOLDINGS = from_environment().holdings_dir
IPSL = Search(family="esgf", facets={"project": ("cmip6-ng",), "variable_id": ("tas",), "member_id": ("r1i1p1f1",)})
PERIODS = (Interval(start="1995-01-01", end="2014-12-31"), Interval(start="2041-01-01", end="2060-12-31"))
MEDITERRANEAN = BBox(west=-10.0, south=30.0, east=40.0, north=45.0)


@pytest.fixture(scope="module")
def held() -> Catalogue:
    return catalogue(HOLDINGS)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Outside]:
    async with outside(tmp_path, holdings_dir=HOLDINGS) as embedded:
        yield embedded


async def test_the_global_mean_serves_the_globe_alone(world: Outside) -> None:
    found = await world.search(Search(family="esgf", facets={"experiment_id": ("ssp245",), "variable_id": ("tas",)}))
    whole = await world.load(Load(items=found.items, bbox=GLOBE, intervals=PERIODS))
    part = await world.load(Load(items=found.items, bbox=MEDITERRANEAN, intervals=PERIODS))
    assert [Path(h).name for cube in whole.cubes for h in cube.hrefs] == ["IPCC_annual_global_tas.nc"]
    assert part.cubes == ()
    assert part.items == found.items


async def test_a_scenario_comes_with_its_historical_part(world: Outside) -> None:
    found = await world.search(IPSL)
    loaded = await world.load(Load(items=found.items, bbox=MEDITERRANEAN, intervals=PERIODS))
    experiments = {(cube.properties["experiment_id"], cube.properties["member_id"]) for cube in loaded.cubes}
    assert experiments == {("historical", "r1i1p1f1"), ("ssp126", "r1i1p1f1"), ("ssp585", "r1i1p1f1")}
    assert all(Path(h).is_relative_to(HOLDINGS) for cube in loaded.cubes for h in cube.hrefs)
    assert all(cube.derived_from[0] == cube.id for cube in loaded.cubes)


async def test_past_the_last_choice_there_are_no_cubes(world: Outside) -> None:
    found = await world.search(IPSL)
    assert (await world.load(Load(items=found.items, bbox=MEDITERRANEAN, intervals=PERIODS, choice=1))).cubes == ()


@dataclass
class Nodes:
    """Two index nodes and their file hosts on ports of their own, each with the handle that stops it."""

    sources: tuple[Source, ...]
    running: dict[str, contextlib.ExitStack]

    def stop(self, name: str) -> None:
        self.running.pop(name).close()


@pytest.fixture
def nodes(held: Catalogue) -> Iterator[Nodes]:
    ports = {name: free_port() for name in ("data1", "data2", "index1", "index2")}
    own = [replace(n, files=f"http://127.0.0.1:{ports[f'data{i}']}/thredds/fileServer") for i, n in enumerate(NODES, 1)]
    shards = publish(held, nodes=own)
    running: dict[str, contextlib.ExitStack] = {}
    for i, node in enumerate(own, 1):
        for name, app in ((f"data{i}", file_host(HOLDINGS, node=node)), (f"index{i}", esgf_node(shards, node=node))):
            running[name] = contextlib.ExitStack()
            running[name].enter_context(serving(app, port=ports[name]))
    sources = tuple(
        Source(
            id=f"index{i}",
            title=f"index {i}",
            kind="esgf-solr",
            family="esgf",
            url=f"http://127.0.0.1:{ports[f'index{i}']}/esg-search/search",
            options={"hosts": [f"127.0.0.1:{ports[f'data{i}']}"]},
            limits=Limits(budget_s=10.0, rate_per_s=1000.0),
        )
        for i in (1, 2)
    )
    yield Nodes(sources=sources, running=running)
    for stack in running.values():
        stack.close()


@contextlib.asynccontextmanager
async def over_wire(folder: Path, nodes: Nodes) -> AsyncIterator[Outside]:
    """An outside world whose only ESGF nodes are these."""
    async with outside(folder, *nodes.sources, now=time.time, off=("embedded-esgf-1", "embedded-esgf-2")) as world:
        yield world


async def test_records_of_both_nodes_are_one_item_with_two_nodes(nodes: Nodes, tmp_path: Path) -> None:
    async with over_wire(tmp_path, nodes) as world:
        found = await world.search(IPSL)
    assert {item.get("experiment_id") for item in found.items} == {"historical", "ssp126", "ssp585"}
    assert len(found.items) == 3
    assert {tuple(item.get("data_node")) for item in found.items} == {("data1.embedded", "data2.embedded")}
    assert {item.sources for item in found.items} == {("index1", "index2")}


async def test_a_stopped_file_host_is_replaced_by_the_other(nodes: Nodes, tmp_path: Path) -> None:
    async with over_wire(tmp_path, nodes) as world:
        found = await world.search(IPSL)
        nodes.stop("data1")
        loaded = await world.load(Load(items=found.items, bbox=MEDITERRANEAN, intervals=PERIODS))
        again = await world.load(Load(items=found.items, bbox=MEDITERRANEAN, intervals=PERIODS))
    states = {r.source: r.state for r in loaded.reports}
    assert len(loaded.cubes) == 3
    assert states["data1.embedded"] == "failed" and states["data2.embedded"] == "ok"
    assert [(c.code, c.parameters["node"]) for c in loaded.caveats] == [("replica_failed", "data1.embedded")]
    assert loaded.bytes == sum(Path(h).stat().st_size for cube in loaded.cubes for h in cube.hrefs)
    assert [cube.hrefs for cube in again.cubes] == [cube.hrefs for cube in loaded.cubes]
    assert again.bytes == 0


async def test_with_every_file_host_stopped_the_load_says_so(nodes: Nodes, tmp_path: Path) -> None:
    async with over_wire(tmp_path, nodes) as world:
        found = await world.search(IPSL)
        nodes.stop("data1")
        nodes.stop("data2")
        with pytest.raises(Unavailable, match=r"could not be had.*data1\.embedded.*data2\.embedded"):
            await world.load(Load(items=found.items, bbox=MEDITERRANEAN, intervals=PERIODS))


async def test_a_stopped_index_leaves_a_partial_answer_from_the_other(nodes: Nodes, tmp_path: Path) -> None:
    nodes.stop("index1")
    async with over_wire(tmp_path, nodes) as world:
        found = await world.search(IPSL)
        loaded = await world.load(Load(items=found.items, bbox=MEDITERRANEAN, intervals=PERIODS))
    assert (report(found, "index1").state, report(found, "index2").state) == ("failed", "ok")
    assert not found.complete
    assert len(found.items) == 3 and len(loaded.cubes) == 3


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


def scene(*assets: Asset) -> Item:
    return Item(id="scene", collection="sentinel-2-l1c", bbox=GLOBE, assets=assets)


def asset(key: str, url: str, **fields: object) -> Asset:
    return Asset(key=key, locations=(Location(href=url, node="host"),), roles=("data",), **fields)  # type: ignore[arg-type]


def image(path: Path) -> bytes:
    """A GeoTIFF of four pixels."""
    profile = {"driver": "GTiff", "width": 2, "height": 2, "count": 1, "dtype": "uint8"}
    with rasterio.open(path, "w", transform=Affine(1, 0, 10, 0, -1, 50), **profile) as target:
        target.write(np.ones((1, 2, 2), "uint8"))
    return path.read_bytes()


async def test_only_the_assets_named_are_fetched(server: FaultServer, tmp_path: Path) -> None:
    urls = {key: server.add(key, file(image(tmp_path / f"{key}.tif"))) for key in ("B03", "B04")}
    item = scene(*(asset(key, f"{url}/{key}.tif") for key, url in urls.items()))
    async with outside(tmp_path, register=tuple(urls.values())) as world:
        loaded = await world.load(Load(items=(item,), assets=("B04",)))
    (cube,) = loaded.cubes
    assert [Path(h).name for h in cube.hrefs] == ["B04.tif"]
    assert cube.properties["assets"] == ["B04"]
    assert server.asked("B03") == 0


async def test_a_load_that_is_too_big_is_refused_before_it_starts(tmp_path: Path) -> None:
    item = scene(asset("big", "https://example.com/big.nc", size=50 * 2**30))
    async with outside(tmp_path) as world:
        with pytest.raises(Refused, match=r"50\.0 GiB"):
            await world.load(Load(items=(item,)))


async def test_a_private_address_in_a_catalogue_is_not_fetched(server: FaultServer, tmp_path: Path) -> None:
    url = server.add("secret", file(b"secret"))
    async with outside(tmp_path) as world:
        with pytest.raises(Unavailable, match="not a public address"):
            await world.load(Load(items=(scene(asset("x", f"{url}/x.tif")),)))
    assert server.asked("secret") == 0


async def test_an_item_that_cannot_be_had_is_named_and_the_rest_load(server: FaultServer, tmp_path: Path) -> None:
    sound = model_file(tmp_path / "sound.nc").read_bytes()
    good, bad = server.add("good", file(sound)), server.add("bad", status(404))
    items = tuple(
        Item(
            id=name,
            collection="CMIP6",
            properties={
                "experiment_id": "historical",
                "source_id": name,
                "variable_id": "tas",
                "member_id": "r1i1p1f1",
            },
            assets=(asset(f"{name}.nc", f"{url}/{name}.nc"),),
        )
        for name, url in (("GOOD", good), ("BAD", bad))
    )
    async with outside(tmp_path, register=(good, bad)) as world:
        loaded = await world.load(Load(items=items))
    assert [cube.id for cube in loaded.cubes] == ["GOOD"]
    assert [item.id for item in loaded.items] == ["BAD"]
    assert [c.code for c in loaded.caveats] == ["not_loaded"]


async def test_of_a_server_of_arrays_the_place_and_period_are_read_alone(server: FaultServer, tmp_path: Path) -> None:
    url = server.add("dap", opendap(model_file(tmp_path / "model.nc"))) + "/tas.nc"
    arrays = Asset(key="tas.nc", locations=(Location(href=url, node="dap", protocol="opendap"),), size=50 * 2**30)
    about = {"experiment_id": "historical", "source_id": "M", "variable_id": "tas", "member_id": "r1i1p1f1"}
    item = Item(id="M", collection="CMIP6", properties=about, assets=(arrays,))
    year = Interval(start="2001-01-01", end="2001-12-31")
    async with outside(tmp_path, register=(url,)) as world:
        loaded = await world.load(Load(items=(item,), bbox=MEDITERRANEAN, intervals=(year,)))
    with netCDF4.Dataset(loaded.cubes[0].hrefs[0]) as file:
        assert file.variables["tas"].shape[:2] == (12, 5)


async def test_a_file_that_attacks_is_refused_and_not_kept(server: FaultServer, tmp_path: Path) -> None:
    (tmp_path / "hidden").mkdir()
    attack = external_storage(tmp_path / "hidden", tmp_path / "secret.txt").read_bytes()
    url = server.add("attack", file(attack))
    async with outside(tmp_path, register=(url,)) as world:
        with pytest.raises(Refused, match=r"'tas\.nc' keeps its values in another file"):
            await world.load(Load(items=(scene(asset("tas.nc", f"{url}/tas.nc")),)))
    assert not [path for path in tmp_path.rglob("tas.nc") if path.is_file()]
