"""Basins and terrain as STAC items, of the holdings where they are here and of nothing where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from conductor.settings import from_environment
from connectors.embedded.basins import record_items, terrain_items
from connectors.embedded.rasters import Unusable
from connectors.extents import BBox
from connectors.vocabulary.basins import BASINS, basin

HELD = from_environment().holdings_dir
here = pytest.mark.skipif(
    not (HELD / "fulda").exists() or not (HELD / "rhine").exists(), reason="the holdings are not here"
)


@here
def test_the_record_says_what_a_model_must_know_of_its_basin() -> None:
    (item,) = record_items(HELD, _never)
    facts = item["properties"]
    assert (facts["river"], facts["gauge"], facts["area_km2"]) == ("Fulda", "Grebenau", 2976.41)
    assert facts["start_datetime"][:4] == "1979" and item["assets"]["record"]["type"] == "text/csv"
    assert item["assets"]["record"]["file:checksum"].startswith("1220")


@here
def test_the_terrain_has_heights_and_directions_and_its_own_licence() -> None:
    (item,) = terrain_items(HELD, _never)
    assert set(item["assets"]) == {"elevation", "directions"}
    assert "ODbL" in item["properties"]["license"] and BBox.of(item["bbox"]).contains(8.6, 50.6)


def test_without_the_holdings_there_is_nothing(tmp_path: Path) -> None:
    assert [*record_items(tmp_path, _never), *terrain_items(tmp_path, _never)] == []


def test_a_basin_is_known_by_its_names_where_it_lies() -> None:
    assert basin("Fulda") is basin("bassin de la Fulda") is BASINS[0]
    assert basin("Fulda", box=BBox(west=-94.4, south=43.8, east=-94.2, north=43.9)) is None
    assert basin("Weser") is None


def _never(problem: Unusable) -> None:
    raise AssertionError(problem)
