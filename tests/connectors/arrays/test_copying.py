"""A part of a remote dataset on disk: the right variable, cells and months, and a file that xarray opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest

from connectors.arrays import copying
from connectors.arrays.base import Array, Described, Region, Variable
from connectors.arrays.copying import copy
from connectors.arrays.parts import Subset
from connectors.errors import BadReply, Refused
from connectors.extents import BBox, Interval
from tests.connectors.arrays.samples import model_file


class Local:
    """A reader of a file at hand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.read_bytes = 0

    async def describe(self) -> Described:
        with netCDF4.Dataset(self.path) as file:
            variables = {
                name: Variable(name=name, dimensions=v.dimensions, shape=v.shape, dtype=v.dtype.str[1:],
                               attributes={k: _plain(v.getncattr(k)) for k in v.ncattrs()})
                for name, v in file.variables.items()
            }  # fmt: skip
            return Described(variables=variables, attributes={k: _plain(file.getncattr(k)) for k in file.ncattrs()})

    async def read(self, variable: Variable, region: Region) -> Array:
        with netCDF4.Dataset(self.path) as file:
            file.set_auto_maskandscale(False)
            values: Array = np.asarray(file.variables[variable.name][region or ...])
        self.read_bytes += values.nbytes
        return values


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


@pytest.fixture
def reader(tmp_path: Path) -> Local:
    return Local(model_file(tmp_path / "remote.nc"))


async def copied(reader: Local, tmp_path: Path, **subset: Any) -> Any:
    import xarray as xr

    await copy(reader, tmp_path / "part.nc", subset=Subset(**{"variable": "tas"} | subset))
    with xr.open_dataset(tmp_path / "part.nc", decode_times=xr.coders.CFDatetimeCoder(use_cftime=True)) as data:
        return data.load()


async def test_the_variable_with_its_coordinates_and_bounds(reader: Local, tmp_path: Path) -> None:
    data = await copied(reader, tmp_path)
    assert set(data.variables) == {"tas", "time", "time_bnds", "lat", "lon", "height"}
    assert data.sizes == {"time": 24, "lat": 36, "lon": 72, "bnds": 2}
    assert np.isnan(data.tas[0, 0, 0]) and data.tas[1, 2, 3] == 36 * 72 + 2 * 72 + 3
    assert (data.attrs["title"], data.tas.attrs["units"]) == ('a "small" run', "K")


async def test_a_place_and_a_year(reader: Local, tmp_path: Path) -> None:
    box = BBox(west=-10.0, south=40.0, east=-2.0, north=50.0)
    data = await copied(reader, tmp_path, bbox=box, intervals=(Interval(start="2001-01-01", end="2001-12-31"),))
    assert (data.lat.values.min(), data.lat.values.max()) == (37.5, 52.5)
    assert (data.lon.values.min(), data.lon.values.max()) == (347.5, 357.5)
    assert data.sizes["time"] == 12 and data.time.values[0].year == 2001
    assert reader.read_bytes < 40_000


async def test_a_point_between_cells_takes_the_nearest(reader: Local, tmp_path: Path) -> None:
    data = await copied(reader, tmp_path, bbox=BBox(west=3.1, south=50.1, east=3.2, north=50.2))
    assert 52.5 in data.lat.values and 2.5 in data.lon.values


async def test_a_box_around_the_axis_takes_all_longitudes(reader: Local, tmp_path: Path) -> None:
    data = await copied(reader, tmp_path, bbox=BBox(west=-10.0, south=0.0, east=10.0, north=5.0))
    assert data.sizes["lon"] == 72


async def test_slabs_make_up_the_whole(reader: Local, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "SLAB_BYTES", 36 * 72 * 4 * 5)
    assert float((await copied(reader, tmp_path)).tas[23, 35, 71]) == 24 * 36 * 72 - 1


async def test_too_much_is_refused_before_it_is_read(
    reader: Local, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "MOST_BYTES", 100_000)
    with pytest.raises(Refused, match="shorter period"):
        await copy(reader, tmp_path / "part.nc", subset=Subset(variable="tas"))
    assert reader.read_bytes == 0


async def test_a_variable_that_is_not_there_is_a_bad_reply(reader: Local, tmp_path: Path) -> None:
    with pytest.raises(BadReply, match="psl"):
        await copy(reader, tmp_path / "part.nc", subset=Subset(variable="psl"))


@pytest.mark.parametrize(
    ("axis", "west", "east", "columns"),
    [
        (np.arange(0, 360, 2.5), 177.0, -178.0, slice(70, 74)), (np.arange(-180, 180, 2.5), 177.0, -178.0, slice(0, 144)),
        (np.arange(20.5, 380.5), 5.0, 15.0, slice(344, 356)), (np.arange(-279.5, 80.5), 177.0, -178.0, slice(96, 103)),
        (np.arange(-180, 180, 2.5), 170.0, 180.0, slice(139, 144)), (np.arange(0, 360, 2.5), -10.0, 10.0, slice(0, 144)),
    ],
)  # fmt: skip
def test_columns_are_counted_eastward_whatever_the_axis_calls_them(
    axis: Array, west: float, east: float, columns: slice
) -> None:
    assert copying._across(axis, BBox(west=west, south=-20, east=east, north=-15), is_latitude=False) == columns
