"""aggregate_spatial: means by area, extremes inside, means over the globe passed on."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest

from connectors.compute.fields import Field
from connectors.compute.processes.aggregate_spatial import aggregate_spatial
from connectors.compute.regions import Region
from connectors.errors import Refused
from connectors.extents import BBox
from tests.connectors.compute.samples import WORLD, gridded, yearly

LAT, LON = np.arange(-85.0, 90, 10), np.arange(0.0, 360, 10)
VALUES = np.random.default_rng(2).normal(288, 10, (2, 3, 18, 36))


def _region(*edges: float) -> Region:
    return Region(name="box", kind="region", bbox=BBox.of(edges))


def test_the_mean_of_the_globe_is_weighted_by_the_cosine_of_latitude() -> None:
    computed = aggregate_spatial(gridded(VALUES, lat=LAT.tolist(), lon=LON.tolist()), place=WORLD)
    weights = np.broadcast_to(np.cos(np.radians(LAT))[:, None], (18, 36))
    np.testing.assert_allclose(
        computed.cube.one().values, np.average(VALUES.reshape(2, 3, -1), axis=-1, weights=weights.ravel())
    )


def test_cells_on_the_border_count_in_part() -> None:
    values = np.zeros((1, 1, 18, 36))
    values[..., 9, 0] = 100.0  # the cell 0…10° N around 0° E
    computed = aggregate_spatial(gridded(values, lat=LAT.tolist(), lon=LON.tolist()), place=_region(0, 0, 20, 10))
    assert computed.cube.one().item() == pytest.approx(25.0)


def test_cells_without_a_value_do_not_count() -> None:
    values = np.full((1, 2, 18, 36), 5.0)
    values[:, 1, :, :18] = np.nan
    values[:, 1, 0, :] = np.nan
    computed = aggregate_spatial(gridded(values, lat=LAT.tolist(), lon=LON.tolist()), place=WORLD)
    np.testing.assert_allclose(computed.cube.one().values, [[5.0, 5.0]])


def test_a_step_without_any_value_has_none() -> None:
    values = np.full((1, 2, 18, 36), 5.0)
    values[:, 1] = np.nan
    computed = aggregate_spatial(gridded(values, lat=LAT.tolist(), lon=LON.tolist()), place=WORLD)
    assert np.isnan(computed.cube.one().values).tolist() == [[False, True]]


@pytest.mark.parametrize("reducer", ["max", "min"])
def test_extremes_are_those_of_the_cells_inside(reducer: Literal["max", "min"]) -> None:
    field = gridded(VALUES, lat=LAT.tolist(), lon=LON.tolist())
    computed = aggregate_spatial(field, place=_region(0, 0, 20, 10), reducer=reducer)
    inside = VALUES[:, :, 9, :3]
    np.testing.assert_allclose(computed.cube.one().values, getattr(inside, reducer)(axis=-1))


def test_global_means_pass_for_the_globe_alone() -> None:
    field = yearly([[1.0, 2.0]])
    assert aggregate_spatial(field, place=WORLD).cube is field
    with pytest.raises(Refused, match=r"global means.*Texas"):
        aggregate_spatial(field, place=Region(name="Texas", kind="region", bbox=BBox.of([-106, 26, -94, 36])))


def test_models_of_different_grids_meet_over_a_place() -> None:
    fine = gridded(
        np.ones((1, 2, 36, 72)),
        lat=np.arange(-87.5, 90, 5).tolist(),
        lon=np.arange(0, 360, 5.0).tolist(),
        sources=["F"],
    )
    coarse = gridded(np.full((1, 2, 18, 36), 2.0), lat=LAT.tolist(), lon=LON.tolist(), sources=["C"])
    computed = aggregate_spatial(Field(parts=fine.parts + coarse.parts, id="both"), place=_region(0, 0, 25, 25))
    assert computed.cube.one().values.tolist() == [[1.0, 1.0], [2.0, 2.0]]
    (caveat,) = computed.caveats
    assert caveat.parameters["cell_km"] == pytest.approx(1100, rel=0.05)


def test_what_the_score_needs_is_noted() -> None:
    properties = aggregate_spatial(
        gridded(VALUES, lat=LAT.tolist(), lon=LON.tolist()), place=_region(0, 0, 60, 60)
    ).cube.properties
    assert properties["place"] == "box"
    assert properties["place_km"] > properties["cell_km"]
    assert properties["spatial_coverage"] == 1.0
