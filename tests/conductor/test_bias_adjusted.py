"""Floods under a model's own days, their bias adjusted on the record, asked in words and answered end to end.

No archive at hand holds daily values of the Fulda's basin, so the model is made: the record itself, 2 K too warm and 1.4 times too wet,
in a calendar without leap days; ahead 3 K warmer and 1.2 times wetter than that. Adjusted, its floods are those of the record under
3 K and 20 % more rain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cftime
import netCDF4
import numpy as np
import pytest

from conductor.answer import Answer
from connectors.compute.hydrology import gr4j
from connectors.compute.hydrology.calibration import calibrate
from connectors.compute.hydrology.record import Record
from connectors.compute.processes.flood_change import flood_change
from connectors.items import Value
from tests.conductor.asking import HOLDINGS, asking
from tests.connectors.compute.basins import FULDA, fulda

ASKED = "Simulate how the Fulda's floods change by 2050 under SSP5-8.5 with GR4J and bias adjustment"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not FULDA.exists() or not (HOLDINGS / "rhine").exists(), reason="the basin's holdings are not here"
    ),
    pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning"),  # pyflwdir multiplies affines
]
TOO_WARM, TOO_WET, WARMER, WETTER = 2.0, 1.4, 3.0, 1.2


def _write(folder: Path, experiment: str, years: range, values: dict[str, np.ndarray]) -> None:
    """A file a variable as CMIP6 names them: one cell of 1.25° over the basin, years of 365 days."""
    units = {"tas": "K", "pr": "kg m-2 s-1"}
    facts = {
        "mip_era": "CMIP6", "activity_id": "CMIP" if experiment == "historical" else "ScenarioMIP", "institution_id": "MADE",
        "source_id": "MADE-1-0", "experiment_id": experiment, "variant_label": "r1i1p1f1", "table_id": "day", "grid_label": "gn",
        "frequency": "day", "nominal_resolution": "100 km", "Conventions": "CF-1.7",
    }  # fmt: skip
    for name, column in values.items():
        span = f"{years[0]}0101-{years[-1]}1231"
        with netCDF4.Dataset(folder / f"{name}_day_MADE-1-0_{experiment}_r1i1p1f1_gn_{span}.nc", "w") as data:
            data.setncatts(facts | {"variable_id": name})
            for axis, centre, word in (("lat", 50.8, "degrees_north"), ("lon", 9.6, "degrees_east")):
                data.createDimension(axis, 1)
                held = data.createVariable(axis, "f8", (axis,))
                held[:], held.units, held.bounds = [centre], word, f"{axis}_bnds"
            data.createDimension("bnds", 2)
            for axis, centre in (("lat", 50.8), ("lon", 9.6)):
                data.createVariable(f"{axis}_bnds", "f8", (axis, "bnds"))[:] = [[centre - 0.625, centre + 0.625]]
            data.createDimension("time", len(column))
            time = data.createVariable("time", "f8", ("time",))
            time.units, time.calendar = "days since 1850-01-01", "noleap"
            first = cftime.date2num(cftime.DatetimeNoLeap(years[0], 1, 1), time.units, "noleap")
            time[:] = first + np.arange(len(column)) + 0.5
            made = data.createVariable(name, "f4", ("time", "lat", "lon"))
            made.units, made.standard_name = units[name], {"tas": "air_temperature", "pr": "precipitation_flux"}[name]
            made[:] = column[:, None, None]


def _years(record: Record, name: str) -> np.ndarray:
    """Ten years of 365 days."""
    of = record.days.astype("datetime64[Y]").astype(int) + 1970
    return np.concatenate([record.values[name][0][of == year][:365] for year in range(1979, 1989)])


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answer]:
    """The real conductor, offline, over the holdings and the made model's folder."""
    record = fulda()
    tas, pr = _years(record, "tas") + TOO_WARM + 273.15, _years(record, "pr") * TOO_WET / 86400
    archive = tmp_path_factory.mktemp("archive")
    _write(archive, "historical", range(1979, 1989), {"tas": tas, "pr": pr})
    _write(archive, "ssp585", range(2041, 2061), {"tas": np.tile(tas + WARMER, 2), "pr": np.tile(pr * WETTER, 2)})
    with asking(tmp_path_factory.mktemp("adjusted"), own=archive, deadline_s=300.0) as ask:
        yield ask(ASKED)


def _by_hand() -> float:
    """The change of the ten-year flood where the record is 3 K warmer and 1.2 times wetter, by the same calibrated model."""
    record = fulda()
    within = record.within("1979-01-01", "1983-12-31")
    fitted = calibrate(record.weather(), record.observed() * record.millimetres, within=within).parameters
    warm = {name: record.values[name] + WARMER for name in ("tas", "tasmin", "tasmax")}
    wetter = replace(record, values={**record.values, **warm, "pr": record.values["pr"] * WETTER})
    runs = [gr4j.simulate(r.weather(), fitted) / record.millimetres for r in (wetter, record)]
    after, before = (replace(record, values={"disch": run[None]}) for run in runs)
    value = flood_change(after, other=before, return_period=10.0).outputs["value"]
    assert isinstance(value, Value)
    return value.value


def test_the_adjusted_floods_are_those_of_the_record_under_the_change_alone(answer: Answer) -> None:
    findings = [r.finding for r in answer.responses if r.finding.role == "flood_change"]
    adjusted = next(f for f in findings if f.conditions["rain"] == "adjusted")
    assert adjusted.value == pytest.approx(_by_hand(), abs=8.0)
    assert "bias_adjusted" in {c.code for c in adjusted.caveats} and adjusted.n == 1
    assert adjusted.series and len(adjusted.series.lines["before"]) == len(adjusted.series.y)
    statement = next(r.statement for r in answer.responses if r.finding is adjusted)
    assert "the models' own days, their bias adjusted on the record" in statement
    assert any("qdm" in caveat for r in answer.responses if r.finding is adjusted for caveat in r.caveats)


def test_the_delta_method_stands_beside_it(answer: Answer) -> None:
    findings = [r.finding for r in answer.responses if r.finding.role == "flood_change"]
    deltas = [f for f in findings if f.conditions["rain"] != "adjusted"]
    assert deltas and all("delta_instead" in {c.code for c in f.caveats} for f in deltas)
