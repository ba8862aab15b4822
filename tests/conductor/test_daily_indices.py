"""Climate indices of real daily values, asked in words and answered end to end; every figure is counted again by hand.

CanESM2's run of CMIP5 (historical and RCP8.5, r1i1p1) at Vancouver lies in a folder of the user's own, in CMIP5's layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from conductor.answer import Answer, Finding
from tests.conductor.asking import Ask, asking

CANESM2 = Path(__file__).resolve().parents[2] / "../shared/data/climate/CanESM2_1950-2100.nc"
VANCOUVER = 0
ASKED = "How many days above 30 °C a year will Vancouver have in 2071-2100 under RCP8.5?"
pytestmark = pytest.mark.skipif(not CANESM2.exists(), reason="the daily CMIP5 sample is not here")


def _cell(latitude: float, longitude: float) -> tuple[list[float], list[float]]:
    """South and north, west and east of the cell of the T63 Gaussian grid (64 × 128, the file's own `source`) that holds a point."""
    north = np.degrees(np.arcsin(np.polynomial.legendre.leggauss(64)[0]))
    between = np.concatenate(([-90.0], (north[1:] + north[:-1]) / 2, [90.0]))
    row = int(np.searchsorted(between, latitude)) - 1
    west = np.floor((longitude + 1.40625) / 2.8125) * 2.8125 - 1.40625
    return [float(between[row]), float(between[row + 1])], [float(west), float(west) + 2.8125]


@pytest.fixture(scope="module")
def daily() -> Iterator[xr.Dataset]:
    with xr.open_dataset(CANESM2) as dataset:
        yield dataset.isel(location=VANCOUVER).load()


@pytest.fixture(scope="module")
def archive(daily: xr.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cell's files, one a variable, as CMIP5 names them, with the bounds of the model's grid."""
    folder = tmp_path_factory.mktemp("cmip5")
    latitude, longitude = float(daily["lat"]), float(daily["lon"])
    rows, columns = _cell(latitude, longitude)
    for name in ("tasmax", "pr"):
        values = (
            daily[name].drop_vars(["lat", "lon", "location"]).expand_dims(lat=[latitude], lon=[longitude], axis=(1, 2))
        )
        whole = values.to_dataset(name=name).assign(
            lat_bnds=(("lat", "bnds"), [rows]), lon_bnds=(("lon", "bnds"), [columns])
        )
        whole["lat"].attrs = {"units": "degrees_north", "standard_name": "latitude", "bounds": "lat_bnds"}
        whole["lon"].attrs = {"units": "degrees_east", "standard_name": "longitude", "bounds": "lon_bnds"}
        whole.attrs = daily.attrs
        whole.to_netcdf(folder / f"{name}_day_CanESM2_rcp85_r1i1p1_19500101-21001231.nc")
    return folder


@pytest.fixture(scope="module")
def ask(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The real conductor over the holdings and that folder."""
    with asking(tmp_path_factory.mktemp("indices"), own=archive, deadline_s=300.0) as answer:
        yield answer


def first(answer: Answer, role: str) -> Finding:
    return next(r.finding for r in answer.responses if r.finding.role == role)


def yearly(daily: xr.Dataset, count: Callable[[np.ndarray], float], name: str, start: int, end: int) -> float:
    """The mean over whole years of what `count` makes of each year's values."""
    years, values = daily["time"].dt.year.values, daily[name].values.astype(float)
    return float(np.mean([count(values[years == year]) for year in range(start, end + 1)]))


def _hot(values: np.ndarray) -> float:
    return float((values > 303.15).sum())


def test_hot_days_are_counted(ask: Ask, daily: xr.Dataset) -> None:
    answer = ask(ASKED)
    finding = first(answer, "level")
    assert finding.value == pytest.approx(yearly(daily, _hot, "tasmax", 2071, 2100), abs=1e-9)
    assert (finding.units, finding.n) == ("days", 1)
    assert "30 °C" in answer.responses[0].statement and "Vancouver" in answer.responses[0].statement
    assert {c.code for c in finding.caveats} >= {"single_model"}
    assert finding.details["cell_km"] == pytest.approx(255, abs=15)  # 2.79° × 2.8125° at 49° N
    assert [i.id for i in finding.items][:1] == ["cmip5.output.CCCma.CanESM2.rcp85.day.atmos.day.r1i1p1.v1.tasmax"]


def test_they_are_set_against_the_reference_years(ask: Ask, daily: xr.Dataset) -> None:
    more = yearly(daily, _hot, "tasmax", 2071, 2100) - yearly(daily, _hot, "tasmax", 1995, 2014)
    assert first(ask(ASKED), "change").value == pytest.approx(more, abs=1e-9)


def test_the_wettest_day_of_the_year(ask: Ask, daily: xr.Dataset) -> None:
    finding = first(
        ask("What will the highest one-day precipitation (rx1day) in Vancouver be in 2071-2100 under RCP8.5?"), "level"
    )
    expected = yearly(daily, lambda values: float(values.max()) * 86400, "pr", 2071, 2100)
    assert finding.value == pytest.approx(expected, rel=1e-6)
    assert str(finding.units).startswith("mm")


def test_the_same_in_french(ask: Ask) -> None:
    answer = ask("Combien de jours au-dessus de 30 °C par an à Vancouver en 2071-2100 selon le RCP8.5 ?")
    assert answer.language == "fr"
    assert first(answer, "level").value == first(ask(ASKED), "level").value
