"""Indicators: all of xclim's are listed in two languages; run, they are xclim's own values bit for bit."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr

from connectors.compute import catalogue, indicators, times
from connectors.errors import Refused
from connectors.items import Cube
from tests.connectors.compute.samples import processes

RNG = np.random.default_rng(11)
DAYS = 365 * 3 + 1 + 60  # from 2000-01-01 into a fourth, incomplete year


@pytest.fixture(scope="module")
def daily(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Daily tasmax, tasmin, tas and pr at one cell, a file each."""
    folder = tmp_path_factory.mktemp("daily")
    time = xr.date_range("2000-01-01", periods=DAYS, freq="D")
    wave = 283 - 15 * np.cos(2 * np.pi * np.arange(DAYS) / 365.25) + RNG.normal(0, 4, DAYS)
    made = {"tas": wave, "tasmax": wave + 5, "tasmin": wave - 5, "pr": np.maximum(0, RNG.normal(2e-5, 5e-5, DAYS))}
    for name, values in made.items():
        standard = "precipitation_flux" if name == "pr" else "air_temperature"
        method = {"tasmax": "maximum", "tasmin": "minimum"}.get(name, "mean")
        array = xr.DataArray(
            values.reshape(-1, 1, 1),
            dims=("time", "lat", "lon"),
            coords={"time": time, "lat": [45.5], "lon": [286.4]},
            attrs={
                "units": "kg m-2 s-1" if name == "pr" else "K",
                "standard_name": standard,
                "cell_methods": f"time: {method}",
            },
        )
        array["lat"].attrs, array["lon"].attrs = {"units": "degrees_north"}, {"units": "degrees_east"}
        array.to_dataset(name=name).to_netcdf(folder / f"{name}.nc")
    return folder


def _cube(folder: Path, name: str) -> Cube:
    return Cube(hrefs=(str(folder / f"{name}.nc"),), properties={"variable_id": name, "source_id": "made"})


def _run(folder: Path, process: str, **inputs: Any) -> xr.DataArray:
    local = processes(folder)
    results = local.run(local.read(process, inputs))
    cube = results.outputs["cube"]
    assert isinstance(cube, Cube)
    field = local.store.get(cube.hrefs[0])
    assert field is not None
    return field.one()


def _xclim(folder: Path, name: str, *variables: str, **arguments: Any) -> xr.DataArray:
    import xclim

    arrays = {v: xr.open_dataset(folder / f"{v}.nc")[v].load() for v in variables}
    with warnings.catch_warnings(), xclim.set_options(cf_compliance="log"):
        warnings.simplefilter("ignore", DeprecationWarning)
        found: xr.DataArray = getattr(xclim.atmos, name)(**arrays, **arguments)
    return found.dropna("time")


@pytest.mark.parametrize(
    ("process", "variables", "inputs", "arguments"),
    [
        ("tx_days_above", ("tasmax",), {"threshold": "20 degC"}, {"thresh": "20 degC"}),
        ("tx_days_above", ("tasmax",), {"thresh": 20}, {"thresh": "20 degC"}),
        ("tg_mean", ("tas",), {"freq": "MS"}, {"freq": "MS"}),
        ("dtr", ("tasmin", "tasmax"), {}, {"name": "daily_temperature_range"}),
        ("prcptot", ("pr",), {}, {"name": "precip_accumulation"}),
        ("frost_days", ("tasmin",), {}, {}),
        ("growing_degree_days", ("tas",), {"threshold": "4 degC"}, {"thresh": "4 degC"}),
    ],
)
def test_values_are_those_of_xclim(
    daily: Path, process: str, variables: tuple[str, ...], inputs: dict[str, Any], arguments: dict[str, Any]
) -> None:
    ours = _run(daily, process, **{v: _cube(daily, v) for v in variables}, **inputs)
    name = arguments.get("name", process)
    theirs = _xclim(daily, name, *variables, **{k: v for k, v in arguments.items() if k != "name"})
    np.testing.assert_array_equal(ours.values.ravel(), theirs.values.ravel())
    assert ours.attrs["units"] == theirs.attrs["units"]


def test_the_one_variable_may_be_called_data(daily: Path) -> None:
    named, plain = (
        _run(daily, "tx_max", tasmax=_cube(daily, "tasmax")),
        _run(daily, "tx_max", data=_cube(daily, "tasmax")),
    )
    np.testing.assert_array_equal(named.values, plain.values)


def test_incomplete_periods_are_dropped_and_named(daily: Path) -> None:
    local = processes(daily)
    results = local.run(local.read("tg_mean", {"data": _cube(daily, "tas")}))
    assert [(c.code, c.parameters["years"]) for c in results.caveats] == [("incomplete_years", ["2003"])]


def test_the_winter_belongs_to_the_year_of_its_january(daily: Path) -> None:
    winters = _run(daily, "tg_mean", data=_cube(daily, "tas"), months=[12, 1, 2])
    with xr.open_dataset(daily / "tas.nc") as dataset:
        expected = dataset["tas"].sel(time=slice("2000-12-01", "2001-02-28")).mean()
    assert winters.isel(time=times.labels(winters).index("2001")).item() == pytest.approx(float(expected))


def test_a_quantity_that_does_not_fit_is_refused(daily: Path) -> None:
    with pytest.raises(Refused, match=r"tx_days_above.*units kg m-2 s-1"):
        _run(daily, "tx_days_above", data=_cube(daily, "pr"))


def test_missing_variables_are_named(daily: Path) -> None:
    with pytest.raises(Refused, match=r"heat_wave_frequency.*tasmax"):
        _run(daily, "heat_wave_frequency", tasmin=_cube(daily, "tasmin"))


def test_every_indicator_of_xclim_is_listed_and_described() -> None:
    from xclim.core.indicator import registry

    names = list(indicators.table())
    # other modules that a test run imports may add their own to the registry
    assert 345 <= len(names) <= len(registry)
    assert names == sorted(names)
    described = [catalogue.description(name) for name in names]
    assert [d.id for d in described] == names
    assert all(d.inputs for d in described)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("TX_DAYS_ABOVE", "tx_days_above"),
        ("su", "icclim.su"),
        ("cf.cdd", "cf.cdd"),
        ("xclim.cdd", "cdd"),
        ("nothing", None),
    ],
)
def test_ids_are_found_in_any_module(asked: str, known: str | None) -> None:
    assert indicators.known(asked) == known


def test_titles_come_in_french() -> None:
    assert indicators.summary("tx_days_above").summary("fr")["title"].startswith("Nombre de jours")
