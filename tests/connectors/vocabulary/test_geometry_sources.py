"""Readers of the holdings' polygons, on the provinces of the world, which are fetched only when named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import box as rectangle
from shapely.geometry import mapping

from connectors.vocabulary.geometries import geometry, geometry_ids, outline
from connectors.vocabulary.geometry_sources import holding_of


def _feature(code: str, name: str, *corners: float) -> dict[str, Any]:
    west, south, east, north = corners
    return {
        "type": "Feature",
        "properties": {"ISO": code, "NAME_1": name},
        "geometry": mapping(rectangle(west, south, east, north)),
    }


@pytest.fixture
def world(tmp_path: Path) -> Path:
    folder = tmp_path / "provinces/superset/static/assets"
    folder.mkdir(parents=True)
    files = {
        "1a": [_feature("DE-BY", "Bayern", 9, 47, 14, 51), _feature("MG-T", "Itasy", 46, -19, 47, -18)],
        "2b": [_feature("MG-T", "Analamanga", 47, -19, 48, -18), _feature("MG-T", "Itasy", 46, -19, 47, -18)],
        "3c": [_feature("CA-QC", "Québec", -80, 45, -57, 62), _feature("NZ-X01~", "Northland", 173, -37, 175, -34)],
        "4d": [_feature("ES-GC", "Las Palmas", -8, 36, -6, 37), _feature("FR-IDF\t", "Île-de-France", 1, 48, 3, 49)],
        "7e9d32c6cf220ef0a5e5": [_feature("FR-75", "Paris", 8, 51, 9, 52)],
    }
    for name, features in files.items():
        (folder / f"{name}.geojson").write_text(
            json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
        )
    return tmp_path


def test_displaced_unnumbered_and_elsewhere_held_provinces_are_left_out(world: Path) -> None:
    assert geometry_ids(world) == ("provinces:DE-BY", "provinces:FR-IDF", "provinces:MG-T")


def test_pieces_under_one_code_are_joined_from_the_finer_file(world: Path) -> None:
    assert geometry("provinces:MG-T", world).bounds == (46, -19, 48, -18)


def test_a_province_has_its_name(world: Path) -> None:
    assert outline("provinces:fr-idf", world).name == "Île-de-France"


@pytest.mark.parametrize(
    ("geometry_id", "holding"),
    [
        ("ar6:MED", "regionmask"), ("countries:CAN", "countries"), ("provinces:CA-QC", "provinces-canada"),
        ("provinces:DE-BY", "provinces"), ("provinces:US-TX", "us-states"), ("us-counties:48201", "us-states"),
        ("us-states:TX", "us-states"), ("towns:PARIS", None), ("", None),
    ],
)  # fmt: skip
def test_an_id_tells_its_holding(geometry_id: str, holding: str | None) -> None:
    assert holding_of(geometry_id) == holding
