"""Input types: the ways in which a request may write a cube, a place, an interval, a threshold."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from connectors.compute import inputs
from connectors.extents import BBox, Interval
from connectors.items import Cube


def _read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    "value",
    [
        {"hrefs": ["a.nc"]},
        {"href": "a.nc", "type": "application/x-netcdf"},
        "a.nc",
        [{"hrefs": ["a.nc"], "kind": "cube"}],
        Cube(hrefs=("a.nc",)),
    ],
)
def test_a_cube_is_read_however_it_is_written(value: Any) -> None:
    assert _read(inputs.CubeInput, value) == Cube(hrefs=("a.nc",))


def test_two_cubes_are_not_one() -> None:
    with pytest.raises(ValidationError, match="merge_cubes puts several together"):
        _read(inputs.CubeInput, ["a.nc", "b.nc"])


def test_no_cube_is_not_several() -> None:
    with pytest.raises(ValidationError, match="at least 1"):
        _read(inputs.CubesInput, [])


def test_a_raster_is_a_cube_that_is_read_otherwise() -> None:
    assert _read(inputs.RasterInput, ["a.tif"]).cube.hrefs == ("a.tif",)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        (["1995-01-01", "2014-12-31"], "1995-01-01", "2014-12-31"),
        ([1995, 2014], "1995-01-01", "2014-12-31"),
        (["1995-02", "1996-02"], "1995-02-01", "1996-02-29"),
        ([None, "2014"], None, "2014-12-31"),
        (["1995-01-01T00:00:00Z", ".."], "1995-01-01", None),
    ],
)
def test_an_interval_is_read_from_years_months_and_dates(value: Any, start: str | None, end: str | None) -> None:
    assert _read(inputs.IntervalInput, value) == Interval(start=start, end=end)


@pytest.mark.parametrize("value", [["2014", "1995"], ["soon", None], ["1995"], [1995, 2014, 2015], 1995])
def test_what_is_no_interval_is_an_error(value: Any) -> None:
    with pytest.raises(ValidationError):
        _read(inputs.IntervalInput, value)


def test_a_place_is_read_without_what_processes_do_not_ask() -> None:
    place = _read(
        inputs.PlaceInput,
        {"name": "Iowa", "kind": "region", "bbox": [-96.6, 40.4, -90.1, 43.5], "country": "US", "relation": None},
    )
    assert place == inputs.Place(name="Iowa", kind="region", bbox=BBox(west=-96.6, south=40.4, east=-90.1, north=43.5))


def test_the_globe_needs_no_box() -> None:
    assert _read(inputs.PlaceInput, {"kind": "globe"}).bbox.width == 360


@pytest.mark.parametrize("box", [None, [1, 2, 3], [0, 50, 10, 40], "west"])
def test_a_place_without_a_right_box_is_an_error(box: Any) -> None:
    with pytest.raises(ValidationError):
        _read(inputs.PlaceInput, {"name": "nowhere", "bbox": box})


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (30, (30.0, None)),
        ("30 degC", (30.0, "degC")),
        ("-1,5 °C", (-1.5, "°C")),
        ({"value": 1, "units": "mm/day"}, (1.0, "mm/day")),
    ],
)
def test_a_threshold_is_a_number_with_its_units(value: Any, read: tuple[float, str | None]) -> None:
    assert _read(inputs.ThresholdInput, value) == read


@pytest.mark.parametrize("value", [True, "warm", None])
def test_what_has_no_number_is_no_threshold(value: Any) -> None:
    with pytest.raises(ValidationError):
        _read(inputs.ThresholdInput, value)
