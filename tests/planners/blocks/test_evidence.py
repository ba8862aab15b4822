from __future__ import annotations

import pytest

from planners.blocks.evidence import Subject, facets_of, pressure_of, reducer_of, units_of, yearly
from planners.blocks.sketch import Sketch
from planners.errors import NoPlan
from planners.intent import Intent, Quantity
from tests.planners.intents import LATE, TA, TAS, TEXAS


@pytest.mark.parametrize(
    ("name", "pressure"),
    [
        ("lower-tropospheric temperature", 92_500.0),
        ("température de la basse troposphère", 92_500.0),
        ("850 hPa temperature", 85_000.0),
        ("temperature at 500 mb", 50_000.0),
        ("upper-tropospheric temperature", 25_000.0),
        ("air temperature", "lowest"),
    ],
)
def test_the_level_is_read_from_the_words(name: str, pressure: float | str) -> None:
    assert pressure_of(Quantity(name=name, variable_id="ta")) == pressure


def test_a_quantity_without_levels_has_none() -> None:
    assert Subject(quantity=TAS, place=TEXAS, experiment="ssp245").pressure is None


def test_conditions_say_scenario_model_level_and_months() -> None:
    subject = Subject(
        quantity=TA, place=TEXAS, experiment="ssp245", months=(12, 1, 2), facets={"source_id": ["CanESM5"]}
    )
    assert subject.conditions == {
        "experiment_id": "ssp245",
        "source_id": ["CanESM5"],
        "pressure_hPa": 925.0,
        "months": [12, 1, 2],
    }


def test_a_quantity_that_no_archive_holds_is_refused() -> None:
    with pytest.raises(NoPlan, match="cropland"):
        yearly(Sketch(), Subject(quantity=Quantity(name="cropland"), place=TEXAS, experiment="ssp245"), (LATE,))


def test_seasons_want_monthly_data() -> None:
    sketch = Sketch()
    yearly(sketch, Subject(quantity=TAS, place=TEXAS, experiment="ssp245", months=(6, 7, 8)), (LATE,))
    assert sketch.steps[0].arguments["facets"]["frequency"] == ["mon"]


def test_a_frequency_said_is_kept() -> None:
    sketch = Sketch()
    yearly(sketch, Subject(quantity=TAS, place=TEXAS, experiment="ssp245", facets={"frequency": ["day"]}), (LATE,))
    assert sketch.steps[0].arguments["facets"]["frequency"] == ["day"]


def test_the_experiment_is_not_a_facet_of_its_own() -> None:
    assert facets_of(Intent(facets={"experiment_id": ("ssp245",), "mip_era": ("CMIP6",)})) == {"mip_era": ["CMIP6"]}


def test_the_hottest_is_the_maximum() -> None:
    assert (reducer_of(Intent(statistics=("max",))), reducer_of(Intent())) == ("max", "mean")


def test_a_temperature_is_told_in_degrees_and_its_change_in_kelvin() -> None:
    assert (units_of("tas", "level"), units_of("tas", "change"), units_of("pr", "change")) == ("degC", "K", None)
