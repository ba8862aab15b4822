from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.extents import BBox
from connectors.vocabulary.basins import BASINS
from planners.blocks.rivers import HEAVY_RAIN
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place
from tests.planners.intents import only, planned, responses

FULDA = Place(name="Fulda", kind="city", country="DE", bbox=BBox(west=9.547, south=50.47, east=9.803, north=50.633))
MID_CENTURY = Period(start="2041-01-01", end="2060-12-31")
FLOODS = Intent(action="simulate", phenomena=("flood",), places=(FULDA,), periods=(MID_CENTURY,), models=("GR4J",),
                facets={"experiment_id": ("ssp585",)})  # fmt: skip


def roles(intent: Intent) -> list[tuple[str, str]]:
    return [(s.arguments["role"], s.arguments["conditions"].get("rain", "")) for s in responses(planned(intent))]


def test_the_chain_runs_from_the_archives_over_the_record_to_the_terrain() -> None:
    plan = planned(FLOODS)
    steps = [s.operation for s in plan.steps if s.kind == "process"]
    links = [
        "gr4j_calibrate",
        "gr4j_simulate",
        "anomaly",
        "delta_change",
        "flood_change",
        "return_levels",
        "hand_inundation",
    ]
    assert sorted(links, key=steps.index) == links
    searches = [s.arguments for s in plan.steps if s.kind == "search"]
    assert [a["collections"] for a in searches if a["family"] == "eo"] == [["river-records"], ["merit-hydro"]]
    assert {tuple(a["facets"]["variable_id"]) for a in searches if a["family"] == "esgf"} == {("tas",), ("pr",)}


def test_changes_are_against_the_years_of_the_record() -> None:
    assert only(planned(FLOODS), "anomaly").arguments["reference"] == ["1979-01-01", "1988-12-31"]
    assert only(planned(FLOODS), "aggregate_temporal").arguments["interval"] == ["2041-01-01", "2060-12-31"]


def test_rain_of_the_models_comes_first_then_what_is_assumed_of_it() -> None:
    assert [r for r in roles(FLOODS) if r[0] == "flood_change"] == [
        ("flood_change", "models"),
        ("flood_change", "heavy"),
        ("flood_change", "heavy"),
        ("flood_change", "unchanged"),
        ("flood_change", "heavy"),
    ]
    assert ("flood_extent", "") in roles(FLOODS) and roles(FLOODS)[-1] == ("hydrograph", "")


def test_heavy_rain_grows_as_the_models_say_of_the_region() -> None:
    """The median of CMIP6 for the wettest day in West & Central Europe at 1.5, 2, 3 and 4 K, per kelvin."""
    levels, heavier = (1.5, 2.0, 3.0, 4.0), (7.48, 9.51, 13.76, 18.37)
    rate = sum(k * h for k, h in zip(levels, heavier, strict=True)) / sum(k * k for k in levels)
    assert BASINS[0].heavy_rain == round(rate, 1)
    changes = [s.arguments for s in planned(FLOODS).steps if s.operation == "delta_change"]
    assert [a.get("heavy_rain") for a in changes] == [None, 4.6, HEAVY_RAIN, None, 4.6]


def test_two_scenarios_are_shown_where_none_is_said() -> None:
    plan = planned(replace(FLOODS, facets={}))
    shown = [s.arguments["conditions"].get("experiment_id") for s in responses(plan)]
    assert {e for e in shown if e} == {"ssp245", "ssp585"}


def test_the_return_period_is_the_one_said_else_ten_years() -> None:
    asked = planned(replace(FLOODS, statistics=("return_period_50",)))
    assert [only(p, "flood_change").arguments["return_period"] for p in (planned(FLOODS), asked)] == [10.0, 50.0]


def test_years_of_the_record_are_simulated_as_they_were() -> None:
    past = replace(FLOODS, periods=(Period(start="1985-01-01", end="1985-12-31"),), facets={})
    assert [r for r, _ in roles(past)] == ["discharge", "flood_level", "flood_extent", "hydrograph"]


def test_the_wave_is_routed_where_a_local_inertial_model_is_named() -> None:
    assert ("flood_wave", "heavy") in roles(replace(FLOODS, models=("GR4J", "local inertial")))


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"places": (replace(FULDA, name="Salmon River"),)}, "basins"),
        ({"places": (replace(FULDA, bbox=BBox(west=-94.4, south=43.8, east=-94.2, north=43.9)),)}, "basins"),
        ({"places": ()}, "basin"),
        ({"models": ("HYDROTEL",)}, "hydrological_models"),
        ({"periods": (Period(start="2003-01-01", end="2003-12-31"),), "facets": {}}, "record"),
        ({"periods": (Period(warming_level=2.0),)}, "warming_level"),
    ],
)
def test_what_cannot_be_simulated_is_refused_with_what_can(change: dict[str, object], missing: str) -> None:
    with pytest.raises(NoPlan) as refused:
        planned(replace(FLOODS, **change))  # type: ignore[arg-type]
    assert refused.value.missing == missing and refused.value.nearest


@pytest.mark.parametrize(
    ("process", "method"),
    [("adjust_bias", "qdm"), ("empirical_quantile_mapping", "eqm"), ("detrended_quantile_mapping@xsdba", "dqm")],
)
def test_the_models_own_days_are_adjusted_where_that_is_asked(process: str, method: str) -> None:
    plan = planned(replace(FLOODS, processes=(process,)))
    adjusted = only(plan, "adjust_weather")
    assert (adjusted.arguments["method"], adjusted.arguments["interval"]) == (method, ["2041-01-01", "2060-12-31"])
    daily = [
        s.arguments["facets"]
        for s in plan.steps
        if s.kind == "search" and "day" in s.arguments.get("facets", {}).get("frequency", ())
    ]
    assert sorted(f["variable_id"] for f in daily) == [["pr"], ["tas"]]
    changes = [s.arguments for s in responses(plan) if s.arguments["role"] == "flood_change"]
    assert changes[0]["conditions"]["rain"] == "adjusted"
    assert all({"code": "delta_instead", "parameters": {}} in c["caveats"] for c in changes[1:])


def test_the_delta_method_is_the_default() -> None:
    plan = planned(FLOODS)
    assert not [s for s in plan.steps if s.operation == "adjust_weather"]
    assert not [
        s for s in responses(plan) if {"code": "delta_instead", "parameters": {}} in s.arguments.get("caveats", [])
    ]
