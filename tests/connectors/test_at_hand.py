"""A result of another server is opened here for the next step: fetched through the guard, examined, and never from elsewhere."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from conductor.settings import from_environment
from connectors.errors import ConnectorError
from connectors.items import Cube, Processed
from connectors.operations import Process
from connectors.outside import Outside
from connectors.registry import connect
from tests.servers.birdhouse import served


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[tuple[Outside, str]]:
    folder = tmp_path / "there"
    folder.mkdir()
    times = np.array(["2000-01-15", "2000-02-15"], dtype="datetime64[ns]")
    values = np.arange(8, dtype="f4").reshape(2, 2, 2) + 280
    axes = {"time": times, "lat": [10.0, 20.0], "lon": [30.0, 40.0]}
    array = xr.DataArray(values, coords=axes, dims=list(axes), attrs={"units": "K", "standard_name": "air_temperature"})
    array.to_dataset(name="tas").to_netcdf(folder / "tas.nc")
    with served(folder) as address:
        (tmp_path / "sources.toml").write_text(
            f'format = 1\nupdated = 2026-11-25\n[source.there]\ntitle = "There"\nkind = "wps-1"\nfamily = "compute"\nurl = "{address}/wps"\n'
        )
        opened = connect(
            holdings_dir=from_environment().holdings_dir, data_dir=tmp_path / "data", cache_dir=tmp_path / "cache",
            sources_file=tmp_path / "sources.toml", online=False, now=time.time,
        )  # fmt: skip
        try:
            yield opened, address
        finally:
            await opened.aclose()


async def test_a_remote_result_is_the_input_of_a_local_step(outside: tuple[Outside, str]) -> None:
    opened, address = outside
    data = {"kind": "cube", "hrefs": [f"{address}/tas.nc"], "type": "application/x-netcdf"}
    inputs = {"data": data, "extent": [29.0, 9.0, 31.0, 11.0]}
    done = await opened.execute(Process(process_id="filter_bbox", inputs=inputs), source="local-processes")
    assert isinstance(done, Processed) and isinstance(done.outputs["cube"], Cube)


async def test_a_private_address_that_nobody_registered_is_not_fetched(outside: tuple[Outside, str]) -> None:
    opened, _ = outside
    data = Cube(hrefs=("http://127.0.0.1:9/tas.nc",))
    with pytest.raises(ConnectorError):
        await opened.execute(Process(process_id="filter_bbox", inputs={"data": data}), source="local-processes")
