"""The index of polygons: the same bytes for the same holding, mainlands, boxes, dense coasts."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from shapely.geometry import MultiPolygon, Point
from shapely.geometry import box as rectangle

from conductor.settings import from_environment
from connectors.extents import BBox
from connectors.vocabulary.geometry_index import FILE, box, build, connect, index_bytes, mainland

HELD = from_environment().holdings_dir


def test_the_same_holding_gives_the_same_bytes() -> None:
    assert index_bytes(HELD / "regionmask", holding="regionmask") == index_bytes(
        HELD / "regionmask", holding="regionmask"
    )


def test_a_holding_without_polygons_gets_no_index(tmp_path: Path) -> None:
    build(tmp_path, holding="xscen")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_costs_time_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HELD / "regionmask/data", tmp_path / "data")
    (tmp_path / FILE).mkdir()  # a folder in the way of the file: nobody, root neither, can replace it
    with closing(connect(tmp_path, holding="regionmask")) as index:
        assert index.execute("SELECT count(*) FROM shape").fetchone() == (58,)
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == []


def test_the_mainland_is_what_hangs_together_within_500_km() -> None:
    home, islet, beyond, overseas = (
        rectangle(0, 40, 10, 50),
        rectangle(12, 42, 13, 43),
        rectangle(16, 42, 17, 43),
        rectangle(50, -22, 52, -20),
    )
    assert mainland([overseas, home, islet, beyond]) == (home, islet, beyond)


def test_the_mainland_reaches_across_the_antimeridian() -> None:
    east, west = rectangle(100, 50, 180, 70), rectangle(-180, 60, -170, 65)
    assert mainland([east, west]) == (east, west)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([rectangle(0, 0, 1, 1), rectangle(5, 2, 6, 3)], BBox(west=0, south=0, east=6, north=3)),
        ([rectangle(170, 0, 180, 1), rectangle(-180, 0, -170, 1)], BBox(west=170, south=0, east=-170, north=1)),
        ([rectangle(-180, -90, 180, -60)], BBox(west=-180, south=-90, east=180, north=-60)),
        ([rectangle(-60, 0, -50, 1), rectangle(50, 0, 60, 1)], BBox(west=-60, south=0, east=60, north=1)),
    ],
)
def test_a_box_is_the_smallest_one(parts: list[shapely.Polygon], expected: BBox) -> None:
    assert box(parts) == expected


def test_a_dense_coast_is_simplified_without_losing_islets() -> None:
    from connectors.vocabulary.geometry_index import _polygons

    coast, islet = Point(0, 0).buffer(1, quad_segs=40_000), rectangle(2, 2, 2.0005, 2.0005)
    thinned = _polygons(MultiPolygon([coast, islet]))
    assert shapely.get_num_coordinates(thinned) < 1000
    assert shapely.get_num_geometries(thinned) == 2
    assert thinned.area == pytest.approx(coast.area, rel=2e-3)
