"""difference: model by model, run by run where both have them."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.processes.aggregate_temporal import aggregate_temporal
from connectors.compute.processes.anomaly import anomaly
from connectors.compute.processes.difference import difference
from connectors.errors import Refused
from tests.connectors.compute.samples import interval, yearly


def test_runs_that_both_have_are_paired() -> None:
    first = yearly([[5.0], [7.0]], sources=["A", "A"], member_id=["r1i1p1f1", "r2i1p1f1"], experiment_id="ssp585")
    second = yearly([[1.0], [2.0]], sources=["A", "A"], member_id=["r2i1p1f1", "r1i1p1f1"], experiment_id="ssp126")
    array = difference(first, other=second).cube.one()
    assert array.member_id.values.tolist() == ["r1i1p1f1", "r2i1p1f1"]
    assert array.values.tolist() == [[3.0], [6.0]]
    assert array.experiment_id.values.tolist() == ["ssp585-minus-ssp126"] * 2


def test_models_without_common_runs_are_paired_by_their_means() -> None:
    first = yearly([[5.0], [7.0]], sources=["A", "A"], member_id=["r1i1p1f1", "r2i1p1f1"])
    second = yearly([[1.0], [2.0]], sources=["A", "A"], member_id=["r3i1p1f1", "r4i1p1f1"])
    assert difference(first, other=second).cube.one().values.tolist() == [[4.5]]


def test_models_that_one_side_lacks_are_left_out_and_named() -> None:
    computed = difference(yearly([[5.0], [6.0]], sources=["A", "B"]), other=yearly([[1.0], [1.0]], sources=["B", "C"]))
    assert computed.cube.one().source_id.values.tolist() == ["B"]
    assert computed.caveats[0].parameters == {"n": 2, "models": ["A", "C"]}


def test_cubes_without_a_common_model_are_refused() -> None:
    with pytest.raises(Refused, match="share no model: A and B"):
        difference(yearly([[1.0]], sources=["A"]), other=yearly([[1.0]], sources=["B"]))


def test_levels_in_other_units_are_converted_with_their_offset() -> None:
    array = difference(yearly([[280.0]]), other=yearly([[6.0]], units="degC")).cube.one()
    assert array.values.tolist() == pytest.approx(np.array([[0.85]]))
    assert array.attrs["units"] == "K"


def test_changes_in_other_units_are_converted_without() -> None:
    changes = [
        anomaly(yearly([[10.0, 12.0]], units=unit), reference=interval(2000, 2000)).cube for unit in ("K", "degC")
    ]
    assert difference(changes[0], other=changes[1]).cube.one().values.tolist() == [[0.0, 0.0]]


def test_the_result_is_a_change() -> None:
    assert difference(yearly([[280.0]]), other=yearly([[279.0]])).cube.is_change


def test_relative_differences_are_in_per_cent_of_the_second() -> None:
    array = difference(yearly([[3.0]], units="mm"), other=yearly([[2.0]], units="mm"), relative=True).cube.one()
    assert (array.values.tolist(), array.attrs["units"]) == ([[50.0]], "%")


def test_cubes_of_other_axes_are_refused() -> None:
    mean = aggregate_temporal(yearly([[1.0, 2.0]]), interval=interval(2000, 2001)).cube
    with pytest.raises(Refused, match="different axes"):
        difference(mean, other=yearly([[1.0, 2.0]]))
