"""rook's processes, as a WPS of its names and operators serves them, by our client: subset and average against xarray.

The server is PyWPS with clisops under rook's process names and inputs: rook itself is not on the package index.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlretrieve

import numpy as np
import pytest
import xarray as xr

from conductor.settings import from_environment
from connectors.errors import ConnectorError
from connectors.items import Cube
from tests.servers.registration import Registered, add
from tests.servers.running import executable, free_port, running
from tests.servers.test_wps import run

HELD = from_environment().holdings_dir
ARCHIVE = HELD / "esmvaltool/esmvaltool_sample_data/data/timeseries/CMIP6/CMIP/MIROC"
DATASET = "MIROC6/historical/r1i1p1f1/day/ta/gn/v20191016"
pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(
        not executable("wps", "python").exists(), reason="clisops comes with Finch: run `make test-servers`"
    ),
    pytest.mark.skipif(not ARCHIVE.exists(), reason="the holding esmvaltool is not here"),
]


@pytest.fixture(scope="module")
def rook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registered]:
    folder, port = tmp_path_factory.mktemp("rook"), free_port()
    url = f"http://127.0.0.1:{port}/wps"
    command = [
        str(executable("wps", "python")), str(Path(__file__).with_name("rook_program.py")), str(port), str(ARCHIVE), str(folder),
    ]  # fmt: skip
    question = f"{url}?service=WPS&request=GetCapabilities&version=1.0.0"
    with running(command, answers=question, log=folder / "rook.log", environment={"PYTHONWARNINGS": "ignore"}):
        yield add(url, tmp_path_factory.mktemp("config"))


@pytest.fixture(scope="module")
def days() -> Iterator[xr.DataArray]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with xr.open_mfdataset(
            sorted((ARCHIVE / DATASET).glob("*.nc")), decode_times=xr.coders.CFDatetimeCoder(use_cftime=True)
        ) as data:
            yield data["ta"].load()


async def of(rook: Registered, folder: Path, process: str, mode: str, **inputs: Any) -> xr.DataArray:
    done = await run(rook, folder, process, {"collection": DATASET, **inputs}, mode)
    cube = done.outputs["output"]
    assert isinstance(cube, Cube) and len(cube.hrefs) == 1  # the file that the metalink names
    path, _ = urlretrieve(cube.hrefs[0], folder / "found.nc")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with xr.open_dataset(path, decode_times=xr.coders.CFDatetimeCoder(use_cftime=True)) as found:
            return found["ta"].load()


def test_its_protocol_is_found_out(rook: Registered) -> None:
    assert "wps-1 (compute)" in rook.said


@pytest.mark.parametrize("mode", ["sync", "async"])
async def test_a_subset_is_that_of_xarray(rook: Registered, tmp_path: Path, days: xr.DataArray, mode: str) -> None:
    span = ("2000-03-01", "2000-05-31")
    found = await of(rook, tmp_path, "subset", mode, time="/".join(span))
    np.testing.assert_array_equal(found.values, days.sel(time=slice(*span)).values)


async def test_a_box_is_cut(rook: Registered, tmp_path: Path, days: xr.DataArray) -> None:
    south, north = float(days.lat[0]) - 0.1, float(days.lat[0]) + 0.1
    found = await of(rook, tmp_path, "subset", "sync", time="2000-03-01/2000-03-31", area=f"0,{south},360,{north}")
    np.testing.assert_array_equal(
        found.values, days.sel(time=slice("2000-03-01", "2000-03-31"), lat=slice(south, north)).values
    )


async def test_a_mean_of_each_year_is_that_of_xarray(rook: Registered, tmp_path: Path, days: xr.DataArray) -> None:
    found = await of(rook, tmp_path, "average_time", "async", freq="year")
    expected = days.groupby("time.year").mean("time")
    np.testing.assert_allclose(found.values, expected.values, rtol=1e-5)


async def test_a_dataset_that_is_not_there_is_told_in_its_words(rook: Registered, tmp_path: Path) -> None:
    with pytest.raises(ConnectorError, match=r"no files|No such|failed|error"):
        await run(rook, tmp_path, "subset", {"collection": "MIROC6/none", "time": "2000-01-01/2000-01-31"}, "async")
