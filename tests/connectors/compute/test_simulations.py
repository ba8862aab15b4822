"""Simulations: history before scenario, each run once."""

from __future__ import annotations

import numpy as np

from connectors.compute import simulations, times
from tests.connectors.compute.samples import gridded, yearly

PAST = yearly([[1.0, 2.0, 3.0]], start=2012, sources=["A"]).one()
FUTURE = yearly([[4.0, 5.0]], start=2015, sources=["A"], experiment_id="ssp585").one()


def test_a_scenario_follows_its_own_history() -> None:
    (whole,) = simulations.with_history((FUTURE, PAST), ("ssp585",))
    assert times.labels(whole) == ("2012", "2013", "2014", "2015", "2016")
    assert whole.values.tolist() == [[1.0, 2.0, 3.0, 4.0, 5.0]]
    assert whole.experiment_id.values.tolist() == ["ssp585"]


def test_where_they_overlap_the_scenario_counts() -> None:
    early = yearly([[9.0, 4.0]], start=2014, sources=["A"], experiment_id="ssp585").one()
    (whole,) = simulations.with_history((early, PAST), ("ssp585",))
    assert whole.values.tolist() == [[1.0, 2.0, 9.0, 4.0]]


def test_another_members_history_is_not_taken() -> None:
    other = FUTURE.assign_coords(member_id=("realization", np.array(["r2i1p1f1"], object)))
    (alone,) = simulations.with_history((other, PAST), ("ssp585",))
    assert times.labels(alone) == ("2015", "2016")


def test_a_history_in_other_units_is_converted() -> None:
    celsius = yearly([[1.0, 2.0, 3.0]], start=2012, sources=["A"], units="degC").one()
    (whole,) = simulations.with_history((FUTURE, celsius), ("ssp585",))
    np.testing.assert_allclose(whole.values[0, :3], [274.15, 275.15, 276.15])


def test_a_history_on_another_grid_is_not_taken() -> None:
    past = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 1], lon=[0, 1], sources=["A"]).one()
    future = gridded(
        np.zeros((1, 2, 2, 2)), lat=[0, 2], lon=[0, 2], start=2015, sources=["A"], experiment_id="ssp585"
    ).one()
    (alone,) = simulations.with_history((future, past), ("ssp585",))
    assert alone.sizes["time"] == 2


def test_histories_stand_alone_where_no_scenario_is_asked_for() -> None:
    assert simulations.with_history((PAST,), ("historical",))[0].experiment_id.values.tolist() == ["historical"]
    assert len(simulations.with_history((PAST, FUTURE), None)) == 1


def test_a_history_without_its_scenario_is_not_a_run_of_the_scenario() -> None:
    other = yearly([[1.0, 2.0, 3.0]], start=2012, sources=["B"]).one()
    parts = simulations.with_history((PAST, other, FUTURE), ("ssp585",))
    assert [p.source_id.values.tolist() for p in parts] == [["A"]]


def test_the_same_run_twice_is_counted_once_and_the_longer_is_kept() -> None:
    longer = yearly([[4.0, 5.0, 6.0]], start=2015, sources=["A"], experiment_id="ssp585").one()
    (kept,), doubles = simulations.without_doubles((FUTURE, longer))
    assert (kept.sizes["time"], doubles) == (3, 1)


def test_the_past_of_joined_series_is_taken_once_a_run_and_ends_where_history_ends() -> None:
    both = yearly(np.zeros((2, 200)), start=1850, sources=["A", "A"], experiment_id=["ssp126", "ssp585"]).one()
    (past,) = simulations.of_experiments((both,), ("historical",))
    assert past.sizes["realization"] == 1
    assert times.labels(past)[-1] == "2014"
    assert past.experiment_id.values.tolist() == ["historical"]


def test_other_experiments_are_left_out() -> None:
    assert [p.experiment_id.values[0] for p in simulations.of_experiments((PAST, FUTURE), ("ssp126",))] == [
        "historical"
    ]
