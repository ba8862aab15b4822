"""gr4j_simulate: discharge of a changed weather, and the band over models."""

from __future__ import annotations

from connectors.compute.hydrology import record as records
from connectors.compute.processes.delta_change import delta_change
from connectors.compute.processes.gr4j_simulate import gr4j_simulate
from connectors.items import Series, Value
from tests.connectors.compute.basins import PARAMETERS, change, weather
from tests.connectors.compute.samples import interval


def test_warmer_weather_makes_less_discharge() -> None:
    warmed = delta_change(weather(), temperature=change({"A": 3.0}))
    before, after = (gr4j_simulate(r, parameters=PARAMETERS) for r in (weather(), records.from_field(warmed.cube)))
    values = [c.outputs["value"] for c in (before, after)]
    assert all(isinstance(v, Value) for v in values) and values[1].value < values[0].value  # type: ignore[union-attr]


def test_the_ensemble_has_a_band_from_five_models_on() -> None:
    models = {name: float(i) for i, name in enumerate("ABCDE")}
    forced = records.from_field(delta_change(weather(), temperature=change(models)).cube)
    series = gr4j_simulate(forced, parameters=PARAMETERS, interval=interval(2003, 2003)).outputs["series"]
    assert isinstance(series, Series) and len(series.x) == 365 and series.band_meaning == "5–95 % of 5 models"
