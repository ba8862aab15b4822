"""map_field: the median over models at each cell."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.fields import Field
from connectors.compute.processes.map_field import map_field
from connectors.compute.regions import Region
from connectors.errors import Refused
from connectors.extents import BBox
from tests.connectors.compute.samples import gridded, interval, yearly

LAT, LON = [-45.0, 0.0, 45.0], [-120.0, 0.0, 120.0]
VALUES = np.random.default_rng(14).normal(280, 5, (3, 10, 3, 3))


def test_each_cell_is_the_median_of_the_models_means() -> None:
    array = map_field(gridded(VALUES, lat=LAT, lon=LON), interval=interval(2000, 2009)).cube.one()
    np.testing.assert_allclose(array.values[0], np.median(VALUES.mean(axis=1), axis=0))
    assert array.dims == ("realization", "lat", "lon")


def test_a_change_is_taken_before_the_median() -> None:
    computed = map_field(
        gridded(VALUES, lat=LAT, lon=LON), interval=interval(2005, 2009), reference=interval(2000, 2004)
    )
    change = VALUES[:, 5:].mean(axis=1) - VALUES[:, :5].mean(axis=1)
    np.testing.assert_allclose(computed.cube.one().values[0], np.median(change, axis=0), atol=1e-9)
    assert computed.cube.is_change


def test_a_place_keeps_its_cells() -> None:
    place = Region(name="north", kind="bbox", bbox=BBox.of([-30, 30, 30, 60]))
    array = map_field(gridded(VALUES, lat=LAT, lon=LON), interval=interval(2000, 2009), place=place).cube.one()
    assert array["lat"].values.tolist() == [45.0]


def test_finer_grids_are_brought_onto_the_coarsest_and_it_is_said() -> None:
    lat, lon = np.linspace(-67.5, 67.5, 7), np.linspace(-150.0, 150.0, 11)
    plane = lat[:, None] + 0.1 * lon[None, :]
    fine = gridded(np.broadcast_to(plane, (1, 10, 7, 11)) + 280, lat=lat.tolist(), lon=lon.tolist(), sources=["F"])
    coarse = gridded(VALUES[:1], lat=LAT, lon=LON, sources=["C"])
    computed = map_field(Field(parts=fine.parts + coarse.parts, id="both"), interval=interval(2000, 2009))
    expected = (np.array(LAT)[:, None] + 0.1 * np.array(LON) + 280 + VALUES[0].mean(axis=0)) / 2
    np.testing.assert_allclose(computed.cube.one().values[0], expected)
    assert [c.code for c in computed.caveats] == ["regridded"]


def test_a_cube_without_cells_is_refused() -> None:
    with pytest.raises(Refused, match="no cells to map"):
        map_field(yearly([[1.0]]), interval=interval(2000, 2000))


def test_a_place_across_the_antimeridian_is_brought_onto_the_coarsest_grid_whole() -> None:
    fiji = Region(name="Fiji", kind="country", bbox=BBox.of([172, -30, -172, -5]))
    lat = [-27.5, -22.5, -17.5, -12.5, -7.5]
    plane = np.cos(np.radians(np.arange(-178.75, 180, 2.5)))  # no step at 180°
    fine = gridded(
        np.broadcast_to(plane, (1, 10, 5, 144)), lat=lat, lon=np.arange(-178.75, 180, 2.5).tolist(), sources=["F"]
    )
    wide = np.cos(np.radians(np.arange(-177.5, 180, 5.0)))
    coarse = gridded(
        np.broadcast_to(wide, (1, 10, 5, 72)), lat=lat, lon=np.arange(-177.5, 180, 5.0).tolist(), sources=["C"]
    )

    both = Field(parts=fine.parts + coarse.parts, id="both")
    array = map_field(both, interval=interval(2000, 2009), place=fiji).cube.one()

    assert array["lon"].values.tolist() == [-177.5, -172.5, 172.5, 177.5]
    expected = np.cos(np.radians(array["lon"].values))
    np.testing.assert_allclose(array.values[0, 0], expected, atol=1e-3)


def test_a_finer_globe_has_no_seam_at_180() -> None:
    lat, coarse_lon = [-45.0, 0.0, 45.0], np.arange(-179.0, 180, 10.0)
    fine_lon = np.arange(-175.0, 180, 10.0)
    parts = [
        gridded(
            np.broadcast_to(np.cos(np.radians(lon)), (1, 10, 3, 36)), lat=lat, lon=lon.tolist(), sources=[name]
        ).one()
        for lon, name in ((coarse_lon, "C"), (fine_lon, "F"))
    ]
    array = map_field(Field(parts=tuple(parts), id="both"), interval=interval(2000, 2009)).cube.one()

    assert bool(np.isfinite(array.values).all())
