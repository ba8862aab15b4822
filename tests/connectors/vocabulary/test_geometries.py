"""Polygons by id, from the real holdings: right places and areas, clear errors, nothing that depends on the order of calls."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pyproj import Geod
from shapely.geometry import Point

from conductor.settings import from_environment
from connectors.errors import MissingHolding, Refused
from connectors.vocabulary.geometries import geometry, geometry_ids, outline
from connectors.vocabulary.geometry_index import FILE

HELD = from_environment().holdings_dir
EARTH = Geod(ellps="WGS84")


def _km2(geometry_id: str) -> float:
    area, _ = EARTH.geometry_area_perimeter(geometry(geometry_id, HELD))
    return abs(area) / 1e6


@pytest.mark.parametrize(
    ("geometry_id", "inside", "outside"),
    [
        ("us-states:TX", (-99.0, 31.0), (-97.5, 36.0)),
        ("us-states:IA", (-93.6, 41.6), (-96.2, 41.26)),
        ("us-counties:48201", (-95.37, 29.76), (-97.74, 30.27)),
        ("provinces:CA-QC", (-73.57, 45.5), (-75.7, 45.3)),
        ("provinces:CA-PE", (-63.13, 46.25), (-63.6, 44.65)),
        ("countries:CAN", (-106.0, 52.0), (-100.0, 45.0)),
        ("countries:FJI", (178.0, -17.8), (175.0, -40.0)),
        ("countries:XKX", (21.16, 42.66), (20.46, 44.8)),
        ("ar6:MED", (15.0, 40.0), (15.0, 50.0)),
    ],
)
def test_a_polygon_holds_what_lies_in_it(
    geometry_id: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    found = geometry(geometry_id, HELD)
    assert found.contains(Point(inside))
    assert not found.contains(Point(outside))


@pytest.mark.parametrize(
    ("geometry_id", "km2", "tolerance"),
    [  # areas with inland water as the U.S. Census Bureau and Statistics Canada publish them
        ("us-states:TX", 695_662, 0.02),
        ("us-states:IA", 145_746, 0.02),
        ("provinces:CA-AB", 661_848, 0.02),
        ("provinces:CA-NB", 72_908, 0.03),
        ("countries:FRA", 643_801, 0.02),  # CIA World Factbook, with the overseas regions
        ("countries:CHE", 41_277, 0.02),
    ],
)
def test_a_polygon_has_its_published_area(geometry_id: str, km2: float, tolerance: float) -> None:
    assert _km2(geometry_id) == pytest.approx(km2, rel=tolerance)


def test_every_polygon_is_valid_and_lies_on_the_globe() -> None:
    for geometry_id in geometry_ids(HELD):
        if not geometry_id.startswith(("us-counties", "provinces")):
            found = geometry(geometry_id, HELD)
            west, south, east, north = found.bounds
            assert found.is_valid, geometry_id
            assert found.geom_type in ("Polygon", "MultiPolygon"), geometry_id
            assert -180 <= west <= east <= 180, geometry_id
            assert -90 <= south <= north <= 90, geometry_id


def test_the_ids_are_sorted_and_complete() -> None:
    ids = geometry_ids(HELD)
    assert list(ids) == sorted(set(ids))
    counts = {
        prefix: sum(i.startswith(f"{prefix}:") for i in ids)
        for prefix in ("ar6", "countries", "us-counties", "us-states")
    }
    assert counts == {"ar6": 58, "countries": 250, "us-counties": 3233, "us-states": 51}
    assert sum(i.startswith("provinces:CA-") for i in ids) == 13


def test_a_state_is_the_same_under_its_iso_code() -> None:
    assert geometry("provinces:US-TX", HELD).equals(geometry("us-states:TX", HELD))


def test_an_id_may_be_written_in_small_letters() -> None:
    assert geometry("us-states:tx", HELD) is geometry("us-states:TX", HELD)


def test_a_country_is_whole_and_says_that_it_reaches_overseas() -> None:
    found = outline("countries:FRA", HELD)
    assert geometry("countries:FRA", HELD).contains(Point(55.5, -21.1)), "La Réunion"
    assert found.has_remote_parts
    assert found.mainland.west == pytest.approx(-5.1, abs=0.1)
    assert found.mainland.east == pytest.approx(9.6, abs=0.1)


def test_a_country_without_remote_parts_is_its_own_mainland() -> None:
    assert not outline("countries:CAN", HELD).has_remote_parts
    assert not outline("countries:IDN", HELD).has_remote_parts


@pytest.mark.parametrize("geometry_id", ["countries:RUS", "countries:FJI", "us-states:AK"])
def test_a_box_may_cross_the_antimeridian(geometry_id: str) -> None:
    found = outline(geometry_id, HELD)
    assert found.bbox.crosses_antimeridian
    assert found.bbox.width < 180


def test_an_outline_names_the_place_and_its_holding() -> None:
    found = outline("us-counties:48201", HELD)
    assert (found.name, found.holding) == ("Harris County, Texas", "us-states")


@pytest.mark.parametrize(
    ("geometry_id", "hint"),
    [
        ("countries:CANADA", r"try 'countries:CAN' \(Canada\)"),
        ("us-states:TEXAS", r"try 'us-states:TX' \(Texas\)"),
        ("provinces:US-TEXAS", r"try 'us-states:TX' \(Texas\)"),
        ("provinces:CA-QUEBEC", r"'provinces:CA-QC' \(Quebec\)"),
        ("ar6:mediterranean", r"'ar6:MED' \(Mediterranean\)"),
        ("countries:", "one of 250 ids such as"),
        ("towns:PARIS", "they begin with ar6:, countries:, provinces:, us-counties:, us-states:"),
        ("", "they begin with"),
    ],
)
def test_an_unknown_id_is_refused_with_near_ones(geometry_id: str, hint: str) -> None:
    with pytest.raises(Refused, match=hint):
        geometry(geometry_id, HELD)


def test_a_holding_that_is_not_here_says_how_to_fetch_it(tmp_path: Path) -> None:
    with pytest.raises(MissingHolding, match="conductor holdings sync --only countries"):
        geometry("countries:CAN", tmp_path)
    with pytest.raises(MissingHolding, match=r"conductor holdings sync --only provinces$"):
        geometry("provinces:DE-BY", tmp_path)
    assert geometry_ids(tmp_path) == ()


def test_a_damaged_holding_says_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "regionmask/data").mkdir(parents=True)
    (tmp_path / "regionmask/data/IPCC-WGI-reference-regions-v4.zip").write_bytes(b"not a zip")
    with pytest.raises(MissingHolding, match=r"cannot be read .* conductor holdings sync --only regionmask"):
        geometry("ar6:MED", tmp_path)


def test_the_index_is_made_anew_where_it_is_lost_or_damaged(tmp_path: Path) -> None:
    shutil.copytree(HELD / "regionmask", tmp_path / "regionmask")
    index = tmp_path / "regionmask" / FILE
    made = index.read_bytes()
    index.write_bytes(b"no database at all")
    assert geometry("ar6:MED", tmp_path).equals(geometry("ar6:MED", HELD))
    assert index.read_bytes() == made
