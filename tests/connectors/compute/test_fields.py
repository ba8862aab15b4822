"""Field: arrays of one grid are put together, others kept apart, and it is known whether values are changes."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.fields import DIFFERENCE, Computed, Field, drop, joined, names
from connectors.errors import Refused
from connectors.items import Value
from tests.connectors.compute.samples import gridded, yearly


def test_arrays_of_one_grid_are_put_side_by_side() -> None:
    first = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 1], lon=[0, 1], sources=["A"]).one()
    second = gridded(np.ones((1, 2, 2, 2)), lat=[0, 1.000001], lon=[0, 1], sources=["B"], start=2001).one()
    (together,) = joined((first, second))
    assert together.source_id.values.tolist() == ["A", "B"]
    assert together.sizes == {"realization": 2, "time": 3, "lat": 2, "lon": 2}


def test_arrays_of_other_grids_stay_apart() -> None:
    first = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 1], lon=[0, 1]).one()
    second = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 2], lon=[0, 2]).one()
    assert len(joined((first, second))) == 2


def test_several_grids_are_not_one() -> None:
    first = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 1], lon=[0, 1]).one()
    second = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 2], lon=[0, 2]).one()
    with pytest.raises(Refused, match=r"2 grids.*aggregate_spatial"):
        Field(parts=(first, second), id="x").one()


def test_parts_meet_once_their_grids_are_reduced() -> None:
    first = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 1], lon=[0, 1], sources=["A"]).one()
    second = gridded(np.zeros((1, 2, 2, 2)), lat=[0, 2], lon=[0, 2], sources=["B"]).one()
    cells = ["lat_south", "lat_north", "lon_west", "lon_east"]
    reduced = Field(parts=(first, second)).mapped(
        lambda part: part.drop_vars(cells).mean(("lat", "lon"), keep_attrs=True)
    )
    assert names(reduced.one()) == ["A r1i1p1f1", "B r1i1p1f1"]


def test_a_mark_of_cf_or_a_property_says_that_values_are_changes() -> None:
    field = yearly([[1.0, 2.0]])
    assert not field.is_change
    assert field.noted(change=True).is_change
    assert field.mapped(lambda part: part.assign_attrs(units_metadata=DIFFERENCE)).is_change


def test_dropping_keeps_the_others_in_order() -> None:
    array = yearly([[1.0], [2.0], [3.0]], sources=["A", "B", "C"]).one()
    assert drop(array, [True, False, True]).source_id.values.tolist() == ["A", "C"]


def test_an_output_that_is_no_cube_is_not_taken_for_one() -> None:
    with pytest.raises(TypeError, match="Value"):
        _ = Computed(outputs={"cube": Value(value=1.0, units="K")}).cube
