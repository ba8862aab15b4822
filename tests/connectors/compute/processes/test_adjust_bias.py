"""adjust_bias on real data: CanESM2 under RCP8.5 against the homogenized stations of Canada (AHCCD), at three places of them.

The years up to 1980 are trained on; what is judged are the years 1981 to 2013, which the adjustment never saw.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr

from connectors.compute.local import LocalProcesses
from connectors.items import Cube
from tests.connectors.compute.samples import HELD

SHARED = Path(__file__).resolve().parents[5] / "shared" / "data" / "climate"
MODEL, STATIONS = SHARED / "CanESM2_1950-2100.nc", SHARED / "ahccd_1950-2013.nc"
TRAINING, JUDGED, AHEAD = ["1950-01-01", "1980-12-31"], ["1981-01-01", "2013-12-31"], ["2071-01-01", "2100-12-31"]
PLACES = ("Vancouver", "Kugluktuk", "Amos")
KIND = {"tasmax": "+", "pr": "*"}
QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]
pytestmark = pytest.mark.skipif(
    not STATIONS.exists(), reason="the stations and the model beside the project are not here"
)


@pytest.fixture(scope="module")
def raw() -> Iterator[dict[str, xr.Dataset]]:
    with xr.open_dataset(MODEL) as model, xr.open_dataset(STATIONS) as stations:
        yield {"model": model.load(), "stations": stations.load()}


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalProcesses, Path]]:
    folder = tmp_path_factory.mktemp("bias")
    made = LocalProcesses(holdings_dir=HELD, roots=(folder,))
    yield made, folder
    made.close()


def cube(raw: dict[str, xr.Dataset], which: str, variable: str, place: str, folder: Path) -> Cube:
    """One place as a cell of its own, in the units that its source has: K and kg m⁻² s⁻¹, or °C and mm a day."""
    column = raw[which][variable].sel(location=place)
    cell = column.reset_coords(drop=True).expand_dims(lat=[float(column.lat)], lon=[float(column.lon)])
    cell.lat.attrs, cell.lon.attrs = {"units": "degrees_north"}, {"units": "degrees_east"}
    path = folder / f"{which}-{variable}-{place}.nc"
    if not path.exists():
        cell.transpose("time", "lat", "lon").to_dataset(name=variable).to_netcdf(path)
    words = {"variable_id": variable, "frequency": "day", "source_id": "CanESM2" if which == "model" else "AHCCD"}
    return Cube(hrefs=(str(path),), id=which, properties=words | {"experiment_id": "rcp85", "member_id": "r1i1p1"})


def adjusted(
    raw: dict[str, xr.Dataset],
    local: tuple[LocalProcesses, Path],
    variable: str,
    place: str,
    *,
    method: str,
    **more: Any,
) -> xr.DataArray:
    made, folder = local
    inputs = {
        "data": cube(raw, "model", variable, place, folder), "reference": cube(raw, "stations", variable, place, folder),
        "training": TRAINING, "method": method, "kind": KIND[variable], **more,
    }  # fmt: skip
    execution = made.read("adjust_bias", inputs)
    href = made.result_href(execution.id, "cube")
    if (field := made.held(href)) is None:
        made.run(execution)
        field = made.held(href)
    assert field is not None
    return field.one().isel(realization=0, lat=0, lon=0)


def observed(raw: dict[str, xr.Dataset], variable: str, place: str, interval: list[str]) -> xr.DataArray:
    """What was measured, in the units of the model."""
    values = raw["stations"][variable].sel(location=place, time=slice(*interval))
    return values + 273.15 if variable == "tasmax" else values / 86400


def quantile_error(found: xr.DataArray, truth: xr.DataArray) -> float:
    """Mean distance of the quantiles of all days, season by season."""

    def of(array: xr.DataArray) -> Any:
        return array.groupby("time.season").quantile(QUANTILES)

    return float(np.abs(of(found) - of(truth)).mean())


@pytest.mark.parametrize(
    ("variable", "place", "method"),
    [
        ("tasmax", "Vancouver", "qdm"), ("tasmax", "Kugluktuk", "dqm"), ("tasmax", "Amos", "eqm"), ("pr", "Vancouver", "eqm"),
        ("pr", "Amos", "qdm"),
    ],
)  # fmt: skip
def test_the_years_that_were_not_trained_on_come_nearer_to_what_was_measured(
    raw: dict[str, xr.Dataset], local: tuple[LocalProcesses, Path], variable: str, place: str, method: str
) -> None:
    truth = observed(raw, variable, place, JUDGED)
    before = quantile_error(raw["model"][variable].sel(location=place, time=slice(*JUDGED)), truth)
    after = quantile_error(adjusted(raw, local, variable, place, method=method, interval=JUDGED), truth)
    assert after < 0.75 * before, (before, after)


def test_the_mean_of_the_years_judged_is_right_within_the_models_own_wandering(
    raw: dict[str, xr.Dataset], local: tuple[LocalProcesses, Path]
) -> None:
    for place in PLACES:
        truth = float(observed(raw, "tasmax", place, JUDGED).mean())
        before = float(raw["model"]["tasmax"].sel(location=place, time=slice(*JUDGED)).mean()) - truth
        after = float(adjusted(raw, local, "tasmax", place, method="qdm", interval=JUDGED).mean()) - truth
        assert abs(after) < 1.0 and abs(after) < abs(before), (place, before, after)


def test_the_models_own_warming_is_kept(raw: dict[str, xr.Dataset], local: tuple[LocalProcesses, Path]) -> None:
    def warming(array: xr.DataArray) -> float:
        return float(array.sel(time=slice(*AHEAD)).mean() - array.sel(time=slice(*TRAINING)).mean())

    of_model = warming(raw["model"]["tasmax"].sel(location="Amos"))
    ahead = adjusted(raw, local, "tasmax", "Amos", method="qdm", interval=AHEAD)
    trained = float(observed(raw, "tasmax", "Amos", TRAINING).mean())
    assert of_model > 3 and float(ahead.mean()) - trained == pytest.approx(of_model, abs=0.5)


def test_it_is_xsdba_itself(raw: dict[str, xr.Dataset], local: tuple[LocalProcesses, Path]) -> None:
    import xsdba

    found = adjusted(raw, local, "tasmax", "Amos", method="qdm", interval=JUDGED)
    model = raw["model"]["tasmax"].sel(location="Amos").reset_coords(drop=True).astype("f8")
    truth = observed(raw, "tasmax", "Amos", TRAINING).reset_coords(drop=True).astype("f8").assign_attrs(units="K")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trained = xsdba.QuantileDeltaMapping.train(
            truth, model.sel(time=slice(*TRAINING)), nquantiles=50, group="time.month", kind="+"
        )
        expected = trained.adjust(model.sel(time=slice(*JUDGED)))
    np.testing.assert_allclose(found.values, expected.values, atol=1e-4)
