"""River chains: basins by name, the record loaded once, changes of every kind of evidence."""

from __future__ import annotations

import pytest

from connectors.vocabulary.basins import BASINS
from planners.blocks.rivers import basin_of, calibrated, climate_change, place_of
from planners.blocks.sketch import Sketch
from planners.errors import NoPlan
from planners.intent import Intent, Period
from tests.planners.intents import BERLIN

TARGET = Period(start="2041-01-01", end="2060-12-31")


def test_a_place_that_is_no_gauged_basin_is_refused_by_its_name() -> None:
    with pytest.raises(NoPlan, match="Berlin") as refused:
        basin_of(Intent(places=(BERLIN,)))
    assert refused.value.nearest == ("the Fulda at Grebenau, 1979 to 1988",)


def test_the_basin_is_found_by_the_place_of_the_question() -> None:
    assert basin_of(Intent(places=(BERLIN, place_of(BASINS[0])))) is BASINS[0]


def test_calibration_and_control_read_the_same_record() -> None:
    sketch = Sketch()
    river = calibrated(sketch, BASINS[0], simulator="gr4j_simulate")
    steps = {s.id: s for s in sketch.steps}
    assert steps[river.control.from_step].arguments == {"data": river.record, "parameters": river.parameters}
    assert steps[river.parameters.from_step].arguments == {"data": river.record}


def test_the_change_is_sought_here_of_the_world_and_of_rain() -> None:
    sketch = Sketch()
    river = calibrated(sketch, BASINS[0], simulator="gr4j_simulate")
    change = climate_change(sketch, river, experiment="ssp585", target=TARGET, facets={})
    anomalies = [s.arguments for s in sketch.steps if s.operation == "anomaly"]
    assert [a["relative"] for a in anomalies] == [False, False, True]
    assert len({change.temperature, change.warming, change.rain}) == 3 and len(change.items) == 2
