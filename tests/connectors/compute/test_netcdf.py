"""One NetCDF file: what it holds is read, what it does not hold is refused, what is damaged is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from connectors.compute.netcdf import read_raw
from connectors.errors import BadReply, Refused
from tests.connectors.compute.samples import AMERICA, GLOBAL_TAS

A1B = AMERICA / "A1B_north_america.nc"


def _file(folder: Path, **variables: xr.DataArray) -> Path:
    path = folder / "made.nc"
    xr.Dataset(variables).to_netcdf(path)
    return path


def _series(values: list[float], **attributes: object) -> xr.DataArray:
    time = xr.DataArray(np.arange(len(values)), dims="time", attrs={"units": "days since 2000-01-01"})
    return xr.DataArray(values, dims="time", coords={"time": time}, attrs=attributes)


def test_a_variable_of_another_name_is_found_by_what_the_catalogue_says() -> None:
    assert read_raw(A1B, variable="tas", declared="tas").name == "air_temperature"


def test_texts_along_the_runs_come_with_the_values() -> None:
    raw = read_raw(GLOBAL_TAS, variable="tas", declared="tas")
    assert raw.axes["experiment"].values.dtype.kind == "U"
    assert len(raw.axes["source"].values) == np.shape(raw.values)[raw.dims.index("simulation")]


def test_a_file_of_another_quantity_is_refused_by_name() -> None:
    with pytest.raises(Refused, match=r"A1B_north_america.nc.*'pr'.*air_temperature"):
        read_raw(A1B, variable="pr", declared=None)


def test_a_catalogue_that_is_wrong_about_the_quantity_is_not_believed(tmp_path: Path) -> None:
    path = _file(tmp_path, rain=_series([1.0, 2.0], standard_name="precipitation_flux", units="kg m-2 s-1"))
    with pytest.raises(Refused, match="rain"):
        read_raw(path, variable="tas", declared="tas")


def test_declared_and_undeclared_fill_values_are_missing(tmp_path: Path) -> None:
    import netCDF4

    path = tmp_path / "filled.nc"
    with netCDF4.Dataset(path, "w") as dataset:
        dataset.createDimension("time", 3)
        for name, fill in (("time", None), ("declared", -999.0), ("silent", None)):
            variable = dataset.createVariable(name, "f4", ("time",), fill_value=fill)
            variable[:] = [1.0, 2.0, 3.0]
        dataset["declared"][1] = -999.0
        dataset["silent"][1] = netCDF4.default_fillvals["f4"]
    for name in ("declared", "silent"):
        assert np.isnan(read_raw(path, variable=name, declared=name).values).tolist() == [False, True, False]


def test_packed_values_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "packed.nc"
    encoding = {"tas": {"dtype": "int16", "scale_factor": 0.01, "add_offset": 273.15, "_FillValue": -32768}}
    xr.Dataset({"tas": _series([273.15, 280.0, np.nan])}).to_netcdf(path, encoding=encoding)
    np.testing.assert_allclose(
        read_raw(path, variable="tas", declared="tas").values, [273.15, 280.0, np.nan], atol=0.005
    )


def test_a_large_file_is_read_in_pieces_with_the_same_values() -> None:
    whole = read_raw(A1B, variable="tas", declared="tas")
    lazy = read_raw(A1B, variable="tas", declared="tas", lazy=True)
    assert hasattr(lazy.values, "dask")
    np.testing.assert_array_equal(np.asarray(lazy.values), whole.values.astype("float32"))


@pytest.mark.parametrize("damage", ["truncated", "text", "empty", "holed"])
def test_a_damaged_file_is_a_bad_reply_that_names_it(tmp_path: Path, damage: str) -> None:
    path = tmp_path / f"{damage}.nc"
    content = A1B.read_bytes()
    broken = {
        "truncated": content[: len(content) // 2],
        "text": b"<html>502 Bad Gateway</html>",
        "empty": b"",
        "holed": content[:200_000] + bytes(400_000) + content[600_000:],
    }[damage]
    path.write_bytes(broken)
    with pytest.raises(BadReply, match=rf"{damage}\.nc.*fetch it again"):
        read_raw(path, variable="tas", declared="tas")


@pytest.mark.parametrize("unlimited", [[], ["time"]])
def test_a_truncated_classic_file_is_a_bad_reply(tmp_path: Path, unlimited: list[str]) -> None:
    path = tmp_path / "classic.nc"
    dataset = xr.Dataset({"tas": _series([float(v) for v in range(4000)])})
    dataset.to_netcdf(path, format="NETCDF3_CLASSIC", unlimited_dims=unlimited)
    assert len(read_raw(path, variable="tas", declared="tas").values) == 4000
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadReply, match=r"classic\.nc"):
        read_raw(path, variable="tas", declared="tas")


def test_later_files_of_a_data_set_reuse_the_axes_of_space(tmp_path: Path) -> None:
    first = read_raw(A1B, variable="tas", declared="tas")
    copy = tmp_path / "copy.nc"
    shutil.copy(A1B, copy)
    later = read_raw(copy, variable="tas", declared="tas", first=first)
    assert later.axes["latitude"] is first.axes["latitude"]
    assert later.axes["time"] is not first.axes["time"]
