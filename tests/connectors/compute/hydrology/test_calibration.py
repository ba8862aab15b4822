"""Calibration finds parameters that are known, the same twice; another river calibrates too."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.hydrology import gr4j, record, skill
from connectors.compute.hydrology.calibration import calibrate
from connectors.compute.hydrology.gr4j import Parameters, Weather
from tests.connectors.compute.basins import SALMON

RANDOM = np.random.default_rng(7)
WEATHER = Weather(
    rain=RANDOM.gamma(0.4, 8.0, 500),
    snow=np.zeros(500),
    temperature=np.full(500, 8.0),
    evapotranspiration=np.full(500, 1.5),
)
TRUTH = Parameters(values=(300.0, -1.0, 60.0, 2.4, 0.5, 4.0), snowfall=0.0)


def test_parameters_that_made_the_discharge_are_found_again() -> None:
    observed = gr4j.simulate(WEATHER, TRUTH)
    within = np.arange(500) < 350
    found = calibrate(WEATHER, observed, within=within)
    assert skill.nse(found.runoff[~within], observed[~within]) > 0.97
    assert calibrate(WEATHER, observed, within=within).parameters == found.parameters


@pytest.mark.skipif(not SALMON.exists(), reason="the reference library is not here")
def test_a_snowy_river_of_british_columbia_calibrates_above_nse_0_8() -> None:
    river = record.read(SALMON, id="salmon", properties={"area_km2": 4250.6, "latitude": 54.4}, derived_from=())
    observed = river.observed() * river.millimetres
    start = int(np.nonzero(np.isfinite(observed))[0][0])
    years = slice(start, start + 6 * 365)
    whole = river.weather()
    weather = Weather(rain=whole.rain[years], snow=whole.snow[years], temperature=whole.temperature[years],
                      evapotranspiration=whole.evapotranspiration[years])  # fmt: skip
    found = calibrate(weather, observed[years], within=np.ones(6 * 365, bool))
    assert skill.nse(found.runoff, observed[years]) > 0.8
