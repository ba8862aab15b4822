"""filter_bbox, filter_temporal, filter_level: what is kept, and what is refused with what there is."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute import grid, times
from connectors.compute.fields import Field
from connectors.compute.processes.filter_bbox import filter_bbox
from connectors.compute.processes.filter_level import filter_level
from connectors.compute.processes.filter_temporal import filter_temporal
from connectors.errors import Refused
from connectors.extents import BBox
from tests.connectors.compute.samples import gridded, interval, yearly

LAT, LON = np.arange(-85.0, 90, 10).tolist(), np.arange(0.0, 360, 10).tolist()
GLOBE = gridded(np.zeros((1, 2, 18, 36)), lat=LAT, lon=LON)


def _levels(values: np.ndarray, pressures: list[float], *, source: str = "A") -> Field:
    """(time, plev) of one run."""
    array = yearly(values[None, :, 0], sources=[source]).one()
    full = array.expand_dims(plev=pressures, axis=2).copy(data=values[None])
    return Field(parts=(full,), id="levels")


def test_the_cells_that_touch_the_box_are_kept() -> None:
    array = filter_bbox(GLOBE, extent=BBox.of([-12, 41, 24, 49])).cube.one()
    assert array["lat"].values.tolist() == [45.0]
    assert array["lon"].values.tolist() == [-10.0, 0.0, 10.0, 20.0]


def test_a_box_over_the_antimeridian_keeps_both_sides() -> None:
    array = filter_bbox(GLOBE, extent=BBox.of([172, 0, -172, 10])).cube.one()
    assert array["lon"].values.tolist() == [-180.0, -170.0, 170.0]


def test_a_box_without_cells_is_refused() -> None:
    region = gridded(np.zeros((1, 1, 2, 2)), lat=[0, 1], lon=[0, 1])
    with pytest.raises(Refused, match="no cell lies in"):
        filter_bbox(region, extent=BBox.of([50, 50, 60, 60]))


def test_kept_cells_keep_their_edges() -> None:
    assert grid.extent(filter_bbox(GLOBE, extent=BBox.of([0, 0, 10, 10])).cube.one()).to_list() == [
        -5.0,
        0.0,
        15.0,
        10.0,
    ]


def test_steps_inside_are_kept() -> None:
    assert times.labels(filter_temporal(yearly(np.zeros((1, 10))), extent=interval(2003, 2005)).cube.one()) == (
        "2003",
        "2004",
        "2005",
    )


def test_an_interval_without_steps_is_refused_with_the_span() -> None:
    with pytest.raises(Refused, match=r"2000…2009"):
        filter_temporal(yearly(np.zeros((1, 10))), extent=interval(1900, 1950))


def test_a_level_is_chosen_by_its_pressure() -> None:
    field = _levels(np.array([[1.0, 2.0], [3.0, 4.0]]), [100000.0, 92500.0])
    computed = filter_level(field, pressure=92500.01)
    assert computed.cube.one().values.tolist() == [[2.0, 4.0]]
    assert computed.caveats[0].parameters["pressure_pa"] == 92500.0


def test_a_level_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match=r"50000 Pa; all runs have 100000, 92500 Pa"):
        filter_level(_levels(np.zeros((2, 2)), [100000.0, 92500.0]), pressure=50000.0)


def test_the_lowest_level_is_the_lowest_that_no_run_has_gaps_in() -> None:
    whole = _levels(np.array([[1.0, 2.0], [3.0, 4.0]]), [100000.0, 92500.0], source="A")
    holed = _levels(np.array([[np.nan, 2.0], [3.0, 4.0]]), [100000.0, 92500.0], source="B")
    assert filter_level(whole, pressure="lowest").cube.properties["pressure_pa"] == 100000.0
    both = Field(parts=whole.parts + holed.parts, id="both")
    assert filter_level(both, pressure="lowest").cube.properties["pressure_pa"] == 92500.0


def test_steps_that_a_run_does_not_have_at_all_are_no_gaps() -> None:
    short = _levels(np.array([[np.nan, np.nan], [3.0, 4.0]]), [100000.0, 92500.0])
    assert filter_level(short, pressure="lowest").cube.properties["pressure_pa"] == 100000.0


def test_data_without_levels_are_refused() -> None:
    with pytest.raises(Refused, match="no pressure levels"):
        filter_level(yearly([[1.0]]), pressure="lowest")
