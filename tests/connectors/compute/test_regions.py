"""Regions: polygons weighted by what lies inside, points by the nearest cell, places outside the data refused."""

from __future__ import annotations

import numpy as np
import pytest
import regionmask
import shapely
import xarray as xr
from shapely.geometry.base import BaseGeometry

from connectors.compute import regions
from connectors.compute.inputs import Place
from connectors.compute.regions import Region
from connectors.errors import MissingHolding, Refused
from connectors.extents import BBox
from connectors.vocabulary import geometries
from tests.connectors.compute.samples import HELD, WORLD, america, gridded


def _america() -> xr.DataArray:
    from connectors.compute import readers

    return readers.read(america("A1B"), roots=[HELD]).one()


def _globe(step: float = 10.0) -> xr.DataArray:
    lat = np.arange(-90 + step / 2, 90, step)
    lon = np.arange(0, 360, step)
    return gridded(np.zeros((1, 1, len(lat), len(lon))), lat=lat.tolist(), lon=lon.tolist()).one()


def _texas() -> Region:
    place = Place(name="Texas", kind="region", bbox=BBox.of([-106.66, 25.84, -93.52, 36.5]), geometry_id="us-states:TX")
    return regions.resolve(place, geometries=lambda name: geometries.geometry(name, HELD))


@pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")  # rasterio inside regionmask
def test_cells_cut_by_the_border_count_with_their_share() -> None:
    array, texas = _america(), _texas()
    weights = regions.weigh(array, texas).km2
    shape = regionmask.Regions([texas.geometry])
    fraction = shape.mask_3D_frac_approx(array["lon"].values, array["lat"].values).isel(region=0)
    share = weights / (weights.sum() / fraction.weighted(np.cos(np.radians(fraction.lat))).sum())
    theirs = fraction.values * np.cos(np.radians(fraction["lat"].values))[:, None]
    np.testing.assert_allclose(share.values, theirs, atol=0.06)
    cut = (fraction > 0.1) & (fraction < 0.9)
    assert int(cut.sum()) > 10
    assert bool((weights.values[cut.values] > 0).all())


def test_a_large_place_on_a_fine_grid_needs_no_caveat() -> None:
    weights = regions.weigh(_america(), _texas())
    assert (weights.caveats, weights.coverage) == ((), 1.0)
    assert weights.place_km == pytest.approx(np.sqrt(695_000), rel=0.03)


def test_a_place_of_few_cells_is_seen_coarsely() -> None:
    weights = regions.weigh(_globe(10.0), _texas())
    (caveat,) = weights.caveats
    assert caveat.code == "coarse_grid"
    assert caveat.parameters["cell_km"] > caveat.parameters["place_km"]


def test_the_globe_is_weighed_by_area() -> None:
    weights = regions.weigh(_globe(), WORLD)
    row = weights.km2.isel(lon=0).values
    cosine = np.cos(np.radians(weights.km2["lat"].values))
    np.testing.assert_allclose(row / row.sum(), cosine / cosine.sum(), rtol=1e-9)
    assert weights.caveats == ()


def test_a_part_of_the_globe_is_not_the_globe() -> None:
    with pytest.raises(Refused, match=r"cover \d+% of 'globe'"):
        regions.weigh(_america(), WORLD)


def test_a_city_is_its_nearest_cell_and_how_far_it_is_is_said() -> None:
    city = Region(name="Montréal", kind="city", bbox=BBox.of([-73.97, 45.41, -73.47, 45.7]))
    weights = regions.weigh(_america(), city)
    row, column = (int(i[0]) for i in weights.km2.values.nonzero())
    assert (weights.km2["lat"].values[row], weights.km2["lon"].values[column]) == (45.0, -73.125)
    (caveat,) = weights.caveats
    assert caveat.code == "nearest_cell"
    assert caveat.parameters["distance_km"] == pytest.approx(72, abs=10)


def test_a_place_smaller_than_a_cell_is_its_nearest_cell() -> None:
    park = Region(name="park", kind="protected_area", bbox=BBox.of([-110.9, 44.2, -110.1, 44.9]))
    assert [c.code for c in regions.weigh(_america(), park).caveats] == ["nearest_cell"]


@pytest.mark.parametrize("box", [[2.2, 48.8, 2.5, 48.9], [-60.0, -40.0, -55.0, -30.0]])
@pytest.mark.parametrize("kind", ["city", "region"])
def test_a_place_outside_the_data_is_refused_with_their_extent(box: list[float], kind: str) -> None:
    with pytest.raises(Refused, match=r"do not reach 'far'.*-135\.9"):
        regions.weigh(_america(), Region(name="far", kind=kind, bbox=BBox.of(box)))


def test_a_place_half_outside_is_covered_in_part() -> None:
    place = Region(name="shelf", kind="bbox", bbox=BBox.of([-100, 40, -80, 70.0]))
    (caveat,) = regions.weigh(_america(), place).caveats
    inside = (np.sin(np.radians(60.625)) - np.sin(np.radians(40))) / (np.sin(np.radians(70)) - np.sin(np.radians(40)))
    assert caveat.code == "partial_coverage"
    assert caveat.parameters["fraction"] == pytest.approx(inside, abs=0.001)


def test_the_middle_of_a_polar_cap_is_the_pole() -> None:
    assert Region(kind="point", bbox=BBox.of([-180, 80, 180, 90])).center == (0.0, 90.0)
    assert Region(kind="point", bbox=BBox.of([-180, -90, 180, -80])).center == (0.0, -90.0)


def test_a_polygon_that_is_not_at_hand_is_replaced_by_its_box_and_said() -> None:
    def missing(name: str) -> BaseGeometry:
        raise MissingHolding(f"no {name}")

    place = Place(name="Texas", kind="region", bbox=BBox.of([-106.66, 25.84, -93.52, 36.5]), geometry_id="us-states:TX")
    region = regions.resolve(place, geometries=missing)
    assert region.polygon is None
    assert "approximate_place" in [c.code for c in regions.weigh(_america(), region).caveats]


def test_distant_parts_of_a_country_are_left_out() -> None:
    mainland, overseas = shapely.box(0, 40, 10, 50), shapely.box(-60, 0, -50, 10)
    place = Place(name="land", kind="country", bbox=BBox.of([0, 40, 10, 50]), geometry_id="countries:XXX")
    region = regions.resolve(place, geometries=lambda _: shapely.MultiPolygon([mainland, overseas]))
    assert region.geometry.bounds == (0.0, 40.0, 10.0, 50.0)


def test_a_polygon_larger_than_its_box_is_kept_whole() -> None:
    place = Place(name="sea", kind="region", bbox=BBox.of([-10, 29, 37, 46]), geometry_id="ar6:MED")
    region = regions.resolve(place, geometries=lambda _: shapely.box(-10, 30, 40, 45))
    assert region.geometry.bounds == (-10.0, 30.0, 40.0, 45.0)
