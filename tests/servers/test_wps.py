"""Our WPS 1.0 client against the real Emu and Finch: every kind of input and output, jobs, failures, and real data."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from conductor.settings import from_environment
from connectors.base import Progress, listening
from connectors.compute.runner import Runner
from connectors.errors import Refused
from connectors.extents import BBox
from connectors.items import Cube, Processed
from connectors.operations import Process, Search
from tests.servers.birdhouse import served
from tests.servers.programs import stac_static
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers
PATIENT = "limits = { budget_s = 120.0, rate_per_s = 1000.0 }"
HELD = from_environment().holdings_dir
MIROC6 = (
    "esmvaltool/esmvaltool_sample_data/data/timeseries/CMIP6/CMIP/MIROC/MIROC6/historical/r1i1p1f1/day/ta/gn/v20191016"
)
DAYS = HELD / MIROC6 / "ta_day_MIROC6_historical_r1i1p1f1_gn_20000101-20001231.nc"


@pytest.fixture(scope="module")
def emu(emu_url: str, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(emu_url, tmp_path_factory.mktemp("config"))


@pytest.fixture(scope="module")
def finch(finch_url: str, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(finch_url, tmp_path_factory.mktemp("config"))


async def run(at: Registered, folder: Path, process_id: str, inputs: dict[str, Any], mode: Any = None) -> Processed:
    """Run a process as a plan's step would be run."""
    async with world(at, folder=folder, more=PATIENT) as outside:
        runner = outside.processing(at.id)
        assert isinstance(runner, Runner)
        if mode is not None:
            object.__setattr__(runner, "mode", mode)
        done = await outside.execute(Process(process_id=process_id, inputs=inputs), source=at.id)
    assert isinstance(done, Processed)
    return done


def test_its_protocol_is_found_out(emu: Registered) -> None:
    assert "wps-1 (compute)" in emu.said


async def test_its_processes_are_listed_and_described(emu: Registered, tmp_path: Path) -> None:
    async with world(emu, folder=tmp_path, more=PATIENT) as outside:
        offered = outside.processing(emu.id).offered
        listed = {process.id for process in await offered.processes()}
        described = await offered.describe("inout")
    assert {"sleep", "show_error", "inout", "multiple_outputs", "non.py-id", "bbox"} <= listed
    assert described.inputs["int"]["schema"]["type"] == "integer"


@pytest.mark.parametrize("mode", ["sync", "async"])
async def test_a_process_runs_at_once_and_as_a_job(emu: Registered, tmp_path: Path, mode: str) -> None:
    done = await run(emu, tmp_path, "hello", {"name": f"Ana {mode}"}, mode)
    assert done.outputs["output"] == f"Hello Ana {mode}"


async def test_progress_is_told(emu: Registered, tmp_path: Path) -> None:
    heard: list[Progress] = []
    with listening(heard.append):
        await run(emu, tmp_path, "sleep", {"delay": 4.0}, "async")
    assert any(progress.percent is not None and 0 < progress.percent < 100 for progress in heard)


async def test_a_failure_is_told_in_the_servers_words(emu: Registered, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="error"):
        await run(emu, tmp_path, "show_error", {"message": "error from the test"}, "async")


async def test_literals_come_back_with_their_types(emu: Registered, tmp_path: Path) -> None:
    given = {"int": 7, "float": 2.5, "boolean": True, "string": "Grüße; a=b & c@d", "string_choice": "scissor"}
    done = await run(emu, tmp_path, "inout", given, "sync")
    assert {name: done.outputs[name] for name in given} == given


async def test_several_outputs_come_back_by_reference(emu: Registered, tmp_path: Path) -> None:
    done = await run(emu, tmp_path, "multiple_outputs", {"count": 2}, "async")
    assert len(done.outputs) >= 2
    listed = done.outputs["output"]
    assert isinstance(listed, Cube) and len(listed.hrefs) == 2  # the files of a metalink


async def test_an_id_that_is_no_name_of_a_program(emu: Registered, tmp_path: Path) -> None:
    async with world(emu, folder=tmp_path, more=PATIENT) as outside:
        described = await outside.processing(emu.id).offered.describe("non.py-id")
    given = dict.fromkeys(described.required, 1.5)
    done = await run(emu, tmp_path, "non.py-id", given or dict.fromkeys(list(described.inputs)[:1], 1.5), "sync")
    assert done.outputs


async def test_a_box_goes_and_comes_back(emu: Registered, tmp_path: Path) -> None:
    done = await run(emu, tmp_path, "bbox", {"bbox": [-10.0, 36.0, 3.0, 44.0]}, "sync")
    told = next(output for output in done.outputs.values() if hasattr(output, "rows"))
    assert [float(number) for number in told.rows[0][:4]] == [-10.0, 36.0, 3.0, 44.0]  # type: ignore[union-attr]


async def test_finch_tells_itself_in_french(finch: Registered, tmp_path: Path) -> None:
    async with world(finch, folder=tmp_path, more=PATIENT) as outside:
        server: Any = outside.processing(finch.id).server
        spoken = await server.in_language("fr-CA")
        described = await spoken.describe("tg_mean")
    assert described.summary.title == "Température moyenne"


@pytest.fixture(scope="module")
def real_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of a model's daily air temperature at its lowest level, as the field names near-surface temperature."""
    import xarray as xr

    if not DAYS.exists():
        pytest.skip("the holding esmvaltool is not here: run `conductor holdings sync`")
    with xr.open_dataset(DAYS) as dataset:
        tas = dataset["ta"].isel(plev=0, drop=True).astype("f4").load()
    tas.attrs = {"units": "K", "standard_name": "air_temperature", "cell_methods": "time: mean"}
    path = tmp_path_factory.mktemp("days") / "tas_day_MIROC6.nc"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        tas.to_dataset(name="tas").to_netcdf(path)
    return path


@pytest.fixture(scope="module")
def days_url(real_days: Path) -> Iterator[str]:
    with served(real_days.parent) as address:
        yield f"{address}/{real_days.name}"


@pytest.fixture(scope="module")
def catalogue(days_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registered]:
    """A STAC API with one item, whose asset is the file."""
    folder = tmp_path_factory.mktemp("catalogue")
    times = {"datetime": None, "start_datetime": "2000-01-01T00:00:00Z", "end_datetime": "2000-12-31T00:00:00Z"}
    world_box = [-180.0, -90.0, 180.0, 90.0]
    ring = [[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]
    item = {
        "type": "Feature", "stac_version": "1.0.0", "id": "tas-day-miroc6", "collection": "days", "bbox": world_box,
        "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": times,
        "links": [{"rel": "collection", "href": "../collection.json"}, {"rel": "root", "href": "../../catalog.json"}],
        "assets": {"data": {"href": days_url, "type": "application/x-netcdf", "roles": ["data"]}},
    }  # fmt: skip
    collection = {
        "type": "Collection", "stac_version": "1.0.0", "id": "days", "description": "days", "license": "CC-BY-4.0",
        "extent": {"spatial": {"bbox": [world_box]}, "temporal": {"interval": [["2000-01-01T00:00:00Z", None]]}},
        "links": [{"rel": "root", "href": "../catalog.json"}, {"rel": "item", "href": "./tas-day-miroc6/tas-day-miroc6.json"}],
    }  # fmt: skip
    catalog = {
        "type": "Catalog", "stac_version": "1.0.0", "id": "c", "description": "c",
        "links": [{"rel": "child", "href": "./days/collection.json"}],
    }  # fmt: skip
    (folder / "days" / "tas-day-miroc6").mkdir(parents=True)
    (folder / "catalog.json").write_text(json.dumps(catalog))
    (folder / "days" / "collection.json").write_text(json.dumps(collection))
    (folder / "days" / "tas-day-miroc6" / "tas-day-miroc6.json").write_text(json.dumps(item))
    with stac_static(folder, folder / "catalog.json") as url:
        yield add(url, tmp_path_factory.mktemp("config"))


async def test_from_a_catalogue_through_a_subset_to_a_mean_as_xarray_has_it(
    finch: Registered, catalogue: Registered, real_days: Path, tmp_path: Path
) -> None:
    import xarray as xr

    (tmp_path / "search").mkdir()
    (tmp_path / "compute").mkdir()
    box = BBox(west=1.0, south=87.0, east=2.0, north=89.0)  # of what the sample holds
    async with world(catalogue, folder=tmp_path / "search", more=PATIENT) as outside:
        found = await outside.search(
            Search(family="eo", collections=("days",), bbox=box), source=catalogue.id, deadline_s=60.0
        )
    (item,) = found.items
    data = Cube(hrefs=(item.assets[0].href,), type="application/x-netcdf")
    async with world(finch, folder=tmp_path / "compute", more=PATIENT) as outside:
        corners = {"lon0": 1.0, "lon1": 2.0, "lat0": 87.0, "lat1": 89.0}
        subset = await outside.execute(
            Process(process_id="subset_bbox", inputs={"resource": data, **corners}), source=finch.id
        )
        assert isinstance(subset, Processed)
        cut = subset.outputs["output"]
        assert isinstance(cut, Cube)
        mean = await outside.execute(Process(process_id="tg_mean", inputs={"tas": cut, "freq": "YS"}), source=finch.id)
    assert isinstance(mean, Processed)
    result = mean.outputs["output"]
    assert isinstance(result, Cube)
    got = _opened(result.hrefs[0], tmp_path)
    with xr.open_dataset(real_days) as dataset:
        tas = dataset["tas"].sel(lat=slice(87, 89), lon=slice(1, 2)).load()
    expected = tas.astype("f8").mean("time").sel(lat=got.lat, lon=got.lon, method="nearest")
    assert got.size == tas.isel(time=0).size == 2
    np.testing.assert_allclose(got.values, expected.values, atol=1e-3)


def _opened(address: str, folder: Path) -> Any:
    """The one year of the result, fetched."""
    from urllib.request import urlretrieve

    import xarray as xr

    urlretrieve(address, folder / "mean.nc")
    with xr.open_dataset(folder / "mean.nc") as dataset:
        return dataset["tg_mean"].isel(time=0).load()
