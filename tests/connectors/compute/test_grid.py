"""Cells on the sphere: areas, longitudes and overlaps, by properties and against hand-made geometry."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
import xarray as xr
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.compute import grid
from connectors.extents import EARTH_RADIUS_KM, BBox
from tests.connectors.compute.samples import gridded


def _globe(rows: int, columns: int, *, first: float = 0.0) -> xr.DataArray:
    lat = -90 + 180 / rows * (np.arange(rows) + 0.5)
    lon = first + 360 / columns * np.arange(columns)
    return gridded(np.zeros((1, 1, rows, columns)), lat=lat.tolist(), lon=lon.tolist()).one()


@settings(deadline=None, max_examples=50)
@given(st.floats(-1e4, 1e4))
def test_wrapped_longitudes_are_the_same_meridian(longitude: float) -> None:
    wrapped = float(grid.wrap(np.array([longitude]))[0])
    assert -180 <= wrapped < 180
    turns = (longitude - wrapped) / 360
    assert turns == pytest.approx(round(turns), abs=1e-9)


@settings(deadline=None, max_examples=50)
@given(st.floats(-180, 179.999999))
def test_longitudes_in_range_are_left_as_they_are(longitude: float) -> None:
    assert float(grid.wrap(np.array([longitude]))[0]) == longitude


@settings(deadline=None, max_examples=50)
@given(rows=st.integers(2, 40), columns=st.integers(2, 40), first=st.floats(-180, 360))
def test_the_cells_of_a_globe_cover_the_sphere(rows: int, columns: int, first: float) -> None:
    array = _globe(rows, columns, first=first)
    assert float(grid.areas(array).sum()) == pytest.approx(4 * np.pi * EARTH_RADIUS_KM**2, rel=1e-9)
    assert np.all(np.diff(array["lon"].values) > 0)


@settings(deadline=None, max_examples=50)
@given(rows=st.integers(3, 60))
def test_area_weights_are_the_cosine_of_latitude_on_a_regular_grid(rows: int) -> None:
    array = _globe(rows, 4)
    weights = grid.areas(array).isel(lon=0).values
    cosine = np.cos(np.radians(array["lat"].values))
    np.testing.assert_allclose(weights / weights.sum(), cosine / cosine.sum(), rtol=1e-9)


@settings(deadline=None, max_examples=50)
@given(
    west=st.floats(-179, 100), south=st.floats(-89, 60), width=st.floats(0.5, 79), height=st.floats(0.5, 29),
    rows=st.integers(3, 12), columns=st.integers(3, 12),
)  # fmt: skip
def test_the_overlaps_of_a_box_add_up_to_its_area(
    west: float, south: float, width: float, height: float, rows: int, columns: int
) -> None:
    box = BBox(west=west, south=south, east=west + width, north=south + height)
    inside = grid.overlap(_globe(rows, columns), grid.box(box))
    assert float(inside.sum()) == pytest.approx(box.area_km2, rel=1e-6)
    assert bool((inside <= grid.areas(_globe(rows, columns)) * (1 + 1e-9)).all())


def test_a_box_over_the_antimeridian_is_covered_from_both_sides() -> None:
    box = BBox(west=170, south=-20, east=-170, north=-10)
    inside = grid.overlap(_globe(18, 36), grid.box(box))
    assert float(inside.sum()) == pytest.approx(box.area_km2, rel=1e-6)
    assert {-180.0, 170.0, -170.0} <= set(inside["lon"].values[inside.values.any(axis=0)].tolist())


def test_a_cell_cut_in_half_counts_half() -> None:
    inside = grid.overlap(_globe(18, 36), shapely.box(0, 0, 10, 10)).sel(lat=5.0)
    area = grid.areas(_globe(18, 36)).sel(lat=5.0, lon=0.0)
    assert float(inside.sel(lon=0.0)) == pytest.approx(float(area) / 2, rel=1e-6)
    assert float(inside.sel(lon=10.0)) == pytest.approx(float(area) / 2, rel=1e-6)


def test_the_area_of_a_polygon_agrees_with_geodesy() -> None:
    from pyproj import Geod

    triangle = shapely.Polygon([(-100, 20), (-60, 25), (-80, 60)])
    dense = shapely.segmentize(triangle, 0.1)
    geodesic, _ = Geod(a=EARTH_RADIUS_KM * 1000, f=0).geometry_area_perimeter(dense)
    assert grid.area_km2(triangle) == pytest.approx(abs(geodesic) / 1e6, rel=1e-3)


def test_bounds_of_the_file_are_used_where_they_hold_the_centres() -> None:
    bounds = np.array([[0.0, 2.0], [2.0, 3.0]])
    assert [e.tolist() for e in grid.edges(np.array([1.0, 2.5]), bounds=bounds)] == [[0.0, 2.0], [2.0, 3.0]]
    wrong = np.array([[5.0, 6.0], [6.0, 7.0]])
    assert [e.tolist() for e in grid.edges(np.array([1.0, 2.0]), bounds=wrong)] == [[0.5, 1.5], [1.5, 2.5]]


def test_a_grid_of_0_to_360_downward_is_turned_the_right_way() -> None:
    values = np.arange(8.0).reshape(1, 1, 2, 4)
    array = gridded(values, lat=[45.0, -45.0], lon=[0.0, 90.0, 180.0, 270.0]).one()
    assert array["lat"].values.tolist() == [-45.0, 45.0]
    assert array["lon"].values.tolist() == [-180.0, -90.0, 0.0, 90.0]
    assert array.sel(lat=45.0, lon=-90.0).item() == 3.0


def test_a_meridian_held_twice_is_kept_once() -> None:
    array = gridded(np.zeros((1, 1, 2, 5)), lat=[-45.0, 45.0], lon=[0.0, 90.0, 180.0, 270.0, 360.0]).one()
    assert array.sizes["lon"] == 4


@pytest.mark.parametrize(
    ("lon", "box"),
    [
        ([0.0, 10.0, 20.0], [-5.0, -10.0, 25.0, 10.0]),
        ([170.0, 180.0, 190.0], [165.0, -10.0, -165.0, 10.0]),
        (list(range(0, 360, 10)), [-180.0, -10.0, 180.0, 10.0]),
    ],
)
def test_the_extent_is_that_of_the_cells(lon: list[float], box: list[float]) -> None:
    array = gridded(np.zeros((1, 1, 2, len(lon))), lat=[-5.0, 5.0], lon=lon).one()
    assert grid.extent(array).to_list() == box


def test_a_quarter_of_the_equator_is_a_quarter_of_the_circumference() -> None:
    km = grid.distance_km(np.array([90.0]), np.array([0.0]), longitude=0.0, latitude=0.0)
    assert km[0] == pytest.approx(np.pi * EARTH_RADIUS_KM / 2)
