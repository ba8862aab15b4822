"""Export: NetCDF that others and we read back, and CoverageJSON."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import xarray as xr

from connectors.compute import export, readers
from connectors.compute.fields import Field
from connectors.items import Cube
from tests.connectors.compute.samples import gridded, yearly

VALUES = np.arange(24.0).reshape(2, 3, 2, 2) + 280


def test_a_cube_is_read_back_as_it_was(tmp_path: Path) -> None:
    field = gridded(VALUES, lat=[10, 20], lon=[-30, -10], sources=["A", "B"])
    (tmp_path / "a.nc").write_bytes(export.to_netcdf(field))
    back = readers.read(Cube(hrefs=(str(tmp_path / "a.nc"),)), roots=[tmp_path]).one()
    xr.testing.assert_allclose(back.drop_attrs(), field.one().drop_attrs())
    assert back.attrs["units"] == "K"


def test_the_file_follows_cf(tmp_path: Path) -> None:
    (tmp_path / "a.nc").write_bytes(export.to_netcdf(gridded(VALUES, lat=[10, 20], lon=[-30, -10])))
    with xr.open_dataset(tmp_path / "a.nc") as dataset:
        assert dataset.attrs["Conventions"] == "CF-1.11"
        assert dataset["lat"].attrs["bounds"] == "lat_bnds"
        assert dataset["lat_bnds"].values.tolist() == [[5.0, 15.0], [15.0, 25.0]]


def test_several_grids_become_groups(tmp_path: Path) -> None:
    parts = (gridded(VALUES, lat=[10, 20], lon=[0, 1]).one(), gridded(VALUES, lat=[10, 30], lon=[0, 2]).one())
    (tmp_path / "a.nc").write_bytes(export.to_netcdf(Field(parts=parts, id="two")))
    with xr.open_datatree(tmp_path / "a.nc") as tree:
        assert sorted(tree.children) == ["grid_1", "grid_2"]


def test_a_map_is_a_coverage() -> None:
    field = gridded(VALUES[:1, :1], lat=[10, 20], lon=[-30, -10]).mapped(lambda part: part.isel(time=0, drop=True))
    coverage = export.to_coverage(field)
    assert coverage["domain"]["axes"] == {"x": {"values": [-30.0, -10.0]}, "y": {"values": [10.0, 20.0]}}
    assert coverage["ranges"]["tas"]["shape"] == [2, 2]
    assert coverage["ranges"]["tas"]["values"] == [280.0, 281.0, 282.0, 283.0]
    assert coverage["parameters"]["tas"]["unit"] == {"symbol": "K"}


def test_missing_values_of_a_coverage_are_null() -> None:
    coverage = export.to_coverage(yearly([[1.0, np.nan]]))
    assert coverage["ranges"]["tas"]["values"] == [1.0, None]
    assert coverage["domain"]["axes"]["t"]["values"] == ["2000", "2001"]
