"""Every indicator of xclim over real daily ERA5 values: ours are xclim's own, called directly, bit for bit."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr

from connectors.compute import indicators, percentiles
from connectors.compute.fields import Field
from connectors.compute.local import LocalProcesses
from connectors.errors import Refused
from connectors.items import Cube
from tests.connectors.compute.samples import SHARED, processes

ERA5 = SHARED / "data/climate/daily_surface_cancities_1990-1993.nc"
REFERENCE = ["1990-01-01", "1993-12-31"]
pytestmark = pytest.mark.skipif(not ERA5.exists(), reason="the daily ERA5 sample is not here")
BROAD = (
    "cdd", "cold_spell_duration_index", "cooling_degree_days", "corn_heat_units", "cwd", "dry_days", "dtr", "frost_days",
    "growing_degree_days", "growing_season_length", "heat_wave_frequency", "heating_degree_days", "icclim.r95p", "ice_days",
    "max_n_day_precipitation_amount", "potential_evapotranspiration", "rx1day", "snd_days_above",
    "tg90p", "tg_mean", "tn_days_below", "tropical_nights", "tx_days_above", "warm_spell_duration_index", "wetdays", "wind_speed_from_vector",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Montréal's daily values, a file a variable, in double precision as both sides read them."""
    made = tmp_path_factory.mktemp("era5")
    with xr.open_dataset(ERA5) as dataset:
        place = dataset.isel(location=[1]).load()
    for name in (str(n) for n in place.data_vars):
        values = place[name].transpose("time", "location").values.astype(float)[:, :, None]
        array = xr.DataArray(values, dims=("time", "lat", "lon"), attrs=place[name].attrs, name=name)
        array = array.assign_coords(time=place["time"], lat=[45.5], lon=[-73.4])
        array["lat"].attrs, array["lon"].attrs = {"units": "degrees_north"}, {"units": "degrees_east"}
        array.to_dataset().to_netcdf(made / f"{name}.nc")
    return made


@pytest.fixture(scope="module")
def local(folder: Path) -> Iterator[LocalProcesses]:
    made = processes(folder)
    yield made
    made.close()


def inputs_of(name: str, folder: Path) -> tuple[str, ...] | None:
    """The variables that the indicator must have; None where the sample lacks one."""
    parameters = indicators._indicator(name).parameters
    needed = [n for n, p in parameters.items() if p.kind.name == "VARIABLE" and not n.endswith("_per") and n != "lat"]
    helpful = {"potential_evapotranspiration": ["tasmin", "tasmax", "tas"], "water_budget": ["tasmin", "tasmax", "tas"]}
    needed += [n for n in helpful.get(name, []) if n not in needed]
    return tuple(needed) if needed and all((folder / f"{n}.nc").exists() for n in needed) else None


def directly(name: str, folder: Path, variables: tuple[str, ...]) -> tuple[xr.DataArray, ...]:
    """xclim called as its documentation calls it, on arrays that xarray opened."""
    import xclim

    indicator = indicators._indicator(name)
    arrays: dict[str, Any] = {}
    for variable in variables:
        with xr.open_dataset(folder / f"{variable}.nc") as dataset:
            arrays[variable] = dataset[variable].load()
    for parameter in indicator.parameters:
        if parameter.endswith("_per"):
            base = parameter.removesuffix("_per")
            arrays[parameter] = percentiles.over_reference(arrays[base], process_id=name, name=parameter)
    if "lat" in indicator.parameters:
        arrays["lat"] = arrays[variables[0]]["lat"]
    with warnings.catch_warnings(), xclim.set_options(cf_compliance="log"):
        warnings.simplefilter("ignore")
        found = indicator(**arrays)
    return found if isinstance(found, tuple) else (found,)


def ours(name: str, local: LocalProcesses, folder: Path, variables: tuple[str, ...]) -> tuple[xr.DataArray, ...]:
    given: dict[str, Any] = {
        v: Cube(hrefs=(str(folder / f"{v}.nc"),), properties={"variable_id": v}) for v in variables
    }
    if "reference" in indicators.describe(name).inputs:
        given["reference"] = REFERENCE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        outputs: Mapping[str, Any] = local.run(local.read(name, given)).outputs
    fields = [local.held(cube.hrefs[0]) for cube in outputs.values()]
    return tuple(field.one() for field in fields if isinstance(field, Field))


def check(name: str, local: LocalProcesses, folder: Path) -> str:
    """`equal` where every value is xclim's; `refused` where xclim refuses the sample too; `no data` where it lacks a variable."""
    variables = inputs_of(name, folder)
    if variables is None:
        return "no data"
    try:
        theirs = directly(name, folder, variables)
    except Exception as error:
        with pytest.raises(Refused):
            ours(name, local, folder, variables)
        return f"refused: {error}"[:80]
    if all(not bool(array.notnull().any()) for array in theirs):
        return "empty"
    for mine, their in zip(ours(name, local, folder, variables), theirs, strict=True):
        kept = their.dropna("time", how="all") if "time" in their.dims else their
        np.testing.assert_array_equal(np.sort(mine.values.ravel()), np.sort(kept.values.ravel()), err_msg=name)
        assert mine.values.dtype == kept.values.dtype or mine.values.size == kept.values.size
    return "equal"


@pytest.mark.parametrize("name", BROAD)
def test_a_broad_sample_is_equal(name: str, local: LocalProcesses, folder: Path) -> None:
    assert check(name, local, folder) == "equal"


@pytest.mark.parametrize(
    ("stride", "least"),
    [pytest.param(8, 10, marks=pytest.mark.long), pytest.param(1, 90, marks=pytest.mark.exhaustive)],
)
def test_indicators_are_equal_where_the_sample_has_their_inputs(
    stride: int, least: int, local: LocalProcesses, folder: Path
) -> None:
    told: dict[str, str] = {}
    for name in tuple(indicators.table())[::stride]:
        try:
            told[name] = check(name, local, folder)
        except AssertionError as difference:
            told[name] = f"differs: {difference}"
    equal = [name for name, word in told.items() if word == "equal"]
    print(f"{len(equal)} of {len(told)} equal; the others: { {n: w for n, w in told.items() if w != 'equal'} }")
    assert [name for name, word in told.items() if word.startswith("differs")] == []
    assert len(equal) >= least
