"""Shares, ranges, tables and caveats out of probabilities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from connectors.items import Cube, Table, Value
from connectors.ml.bands import Grid
from connectors.ml.description import read_model
from connectors.ml.rasters import Raster
from connectors.ml.verdicts import Verdict, caveats, outputs, verdict
from connectors.ml.zoo import shipped

MODEL = read_model(shipped()[0])


def _verdict(values: Any, *, name: str = "scene", metres: float = 60.0, native: float = 10.0) -> Verdict:
    array = np.asarray(values, dtype=np.float32)
    grid = Grid(
        height=array.shape[0], width=array.shape[1], transform=(metres, 0, 0, 0, -metres, 0), crs="", native=native
    )
    above = np.nan_to_num(array) > 0.4
    cube = Cube(hrefs=(), id=name, properties={"datetime": "2017-02-16T10:21:01Z"})
    return verdict(
        cube, Raster(values=array, grid=grid), above, threshold=0.4, probability=Path("p.tif"), mask=Path("m.tif")
    )


def test_shares_are_of_the_pixels_with_data() -> None:
    found = _verdict([[0.1, 0.35, 0.45, 0.9, np.nan]])

    assert (found.share, found.low, found.high) == (50.0, 25.0, 75.0)
    assert (found.pixels, found.valid) == (4, 0.8)


def test_a_scene_without_data_has_no_share() -> None:
    found = _verdict([[np.nan, np.nan]])

    assert (found.share, found.pixels, found.valid) == (0.0, 0, 0.0)


def test_several_scenes_are_weighed_by_their_pixels() -> None:
    given = outputs(MODEL, [_verdict([[0.9]], name="a"), _verdict([[0.1, 0.1, 0.1]], name="b")], threshold=0.4)

    value, table = given["value"], given["table"]
    assert isinstance(value, Value) and isinstance(table, Table)
    assert (value.value, value.units, value.n) == (25.0, "%", 2)
    assert (value.low, value.high) == (25.0, 25.0)
    assert [row[0] for row in table.rows] == ["a", "b"]
    assert value.details["scenes"] == ["a", "b"]


def test_limits_resolution_extract_and_gaps_are_said() -> None:
    codes = {c.code: c.parameters for c in caveats(MODEL, [_verdict([[0.9, np.nan]])])}

    assert set(codes) == {"detector_limits", "detector_resolution", "scene_extract", "partial_coverage"}
    assert codes["detector_resolution"] == {"metres": 60.0, "native_metres": 10.0}
    assert codes["partial_coverage"] == {"fraction": 0.5}


def test_a_whole_tile_at_its_own_resolution_needs_only_the_limits() -> None:
    whole = _verdict(np.full((2, 2), 0.5), metres=54900.0, native=54900.0)

    assert [c.code for c in caveats(MODEL, [whole])] == ["detector_limits"] + (
        ["detector_resolution"] if whole.native < MODEL.resolution else []
    )
