"""A model that is the record itself, warmer, wetter and in another calendar: adjusted, it is the record again, and its change is kept."""

from __future__ import annotations

import cftime
import numpy as np
import pytest
import xarray as xr

from connectors.compute.fields import Field
from connectors.compute.hydrology.record import Record
from connectors.compute.processes.adjust_weather import TRACE_MM, adjust_weather
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Table
from tests.connectors.compute.basins import codes, made
from tests.connectors.compute.samples import named

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
YEARS = 10
AHEAD = Interval(start="2041-01-01", end="2050-12-31")


def _observed() -> Record:
    """Ten years from November 2000 with a course of the year."""
    random = np.random.default_rng(4)
    days = YEARS * 365 + 2
    season = 9 - 9 * np.cos(2 * np.pi * (np.arange(days) + 300) / 365.25)
    tas = season + random.normal(0, 3, days)
    rain = np.where(random.random(days) < 0.45, random.gamma(0.8, 6.0, days), 0.0)
    return made(days, tas=tas, tasmin=tas - 4, tasmax=tas + 5, pr=rain)


def _model(name: str, values: dict[int, np.ndarray], *, units: str) -> Field:
    """Days of a noleap calendar, whole years by year."""
    clock, numbers = [], []
    for year, column in values.items():
        clock += [cftime.DatetimeNoLeap(year, 1, 1) + np.timedelta64(int(d), "D").astype(object) for d in range(365)]
        numbers.append(column)
    array = xr.DataArray(
        np.concatenate(numbers)[None], dims=("realization", "time"), coords={"time": np.array(clock, object)}, name=name,
        attrs={"units": units, "frequency": "day"},
    )  # fmt: skip
    return Field(parts=(named(array, ["M1"], calendar="noleap"),), id=name)


def _yearly(record: Record, name: str) -> dict[int, np.ndarray]:
    """365 days of each calendar year of the record, its last and first years filled with the ones beside them."""
    years = record.days.astype("datetime64[Y]").astype(int) + 1970
    whole = {int(y): record.values[name][0][years == y][:365] for y in np.unique(years) if (years == y).sum() >= 365}
    first, last = min(whole), max(whole)
    return {first - 1: whole[first]} | whole | {last + 1: whole[last]}


def _biased(record: Record, *, warmer: float, wetter: float) -> tuple[Field, Field]:
    """The record 2 K too warm and 1.4 times too wet, then the same years forty years on, changed."""
    tas, pr = _yearly(record, "tas"), _yearly(record, "pr")
    late = {year + 40: tas[year] + 2.0 + warmer for year in tas}
    rain = {year + 40: pr[year] * 1.4 * wetter for year in pr}
    return (
        _model("tas", {y: v + 2.0 + 273.15 for y, v in tas.items()} | {y: v + 273.15 for y, v in late.items()}, units="K"),
        _model("pr", {y: v * 1.4 / 86400 for y, v in pr.items()} | {y: v / 86400 for y, v in rain.items()}, units="kg m-2 s-1"),
    )  # fmt: skip


def test_bias_goes_and_the_change_stays() -> None:
    record = _observed()
    temperature, rain = _biased(record, warmer=3.0, wetter=1.2)
    found = adjust_weather(record, temperature=temperature, precipitation=rain, interval=AHEAD)
    weather = Record(days=found.cube.parts[0]["time"].values.astype("datetime64[D]"), values={
        str(p.name): p.values for p in found.cube.parts})  # fmt: skip
    assert (str(weather.days[0]), str(weather.days[-1])) == ("2041-01-01", "2050-12-31")
    assert np.mean(weather.values["tas"]) - np.mean(record.values["tas"]) == pytest.approx(3.0, abs=0.25)
    assert np.mean(weather.values["pr"]) / np.mean(record.values["pr"]) == pytest.approx(1.2, abs=0.06)
    assert np.mean(weather.values["tasmax"] - weather.values["tas"]) == pytest.approx(5.0, abs=1e-6)
    table = found.outputs["table"]
    assert isinstance(table, Table)
    _, warm, warm_after, wet, wet_after = table.rows[0]
    assert warm == pytest.approx(2.0, abs=0.1) and abs(warm_after) < 0.1
    assert wet == pytest.approx(40.0, abs=3.0) and abs(wet_after) < 2.0
    assert codes(found) == {"bias_adjusted"}


def test_as_many_days_are_dry() -> None:
    record = _observed()
    temperature, rain = _biased(record, warmer=0.0, wetter=1.0)
    found = adjust_weather(record, temperature=temperature, precipitation=rain, interval=AHEAD)
    pr = next(part for part in found.cube.parts if part.name == "pr").values
    dry = float((record.values["pr"] < TRACE_MM).mean())
    assert float((pr == 0).mean()) == pytest.approx(dry, abs=0.02)


def test_a_model_that_lacks_the_years_of_the_record_is_refused() -> None:
    record = _observed()
    late = _model("tas", {y: np.full(365, 280.0) for y in range(2041, 2051)}, units="K")
    wet = _model("pr", {y: np.full(365, 1e-5) for y in range(2041, 2051)}, units="kg m-2 s-1")
    with pytest.raises(Refused, match="no run holds whole days of 2000-11-01"):
        adjust_weather(record, temperature=late, precipitation=wet, interval=AHEAD)


def test_values_that_are_no_days_are_refused() -> None:
    record = _observed()
    temperature, rain = _biased(record, warmer=0.0, wetter=1.0)
    yearly = temperature.mapped(lambda part: part.assign_attrs(frequency="yr"))
    with pytest.raises(Refused, match="no days of one place"):
        adjust_weather(record, temperature=yearly, precipitation=rain, interval=AHEAD)
