"""The models that ship, and finding the one that suits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pystac
import pytest
from pystac.extensions.mlm import MLMExtension

from connectors.eo.stac_item import read_item
from connectors.items import Item
from connectors.ml.zoo import band_names, shipped, suited

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")


@pytest.fixture
def models() -> list[Item]:
    found = [read_item(json.dumps(document).encode(), "here", {}) for document in shipped()]
    return [item for item in found if item]


def test_each_model_that_ships_is_valid_stac() -> None:
    for document in shipped():
        links = [{"rel": "collection", "href": "./collection.json"}]
        pystac.Item.from_dict(dict(document) | {"stac_extensions": [], "links": links}).validate()


def test_an_independent_reader_understands_the_model() -> None:
    (document,) = shipped()

    model = MLMExtension.ext(pystac.Item.from_dict(dict(document)))

    assert (model.mlm_name, model.framework, model.tasks) == ("s2cloudless", "LightGBM", ["semantic-segmentation"])
    assert model.input[0].bands == ["B01", "B02", "B04", "B05", "B08", "B8A", "B09", "B10", "B11", "B12"]


@needs_shared
def test_the_model_meets_the_schema_of_the_extension() -> None:
    """The schema at hand is of version 1.3 and its neighbours' are not: its own rules are checked, under its name."""
    schema = json.loads((SHARED / "data/mlformats/mlm/json-schema/schema.json").read_text())
    (document,) = shipped()
    item = dict(document) | {"stac_extensions": [schema["$id"]]}

    validator = jsonschema.Draft7Validator(_own_rules(schema))

    assert [error.message for error in validator.iter_errors(item)] == []


def _own_rules(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {k: _own_rules(v) for k, v in schema.items() if not (k == "$ref" and str(v).startswith("http"))}
    return [_own_rules(v) for v in schema] if isinstance(schema, list) else schema


def test_copies_are_fresh() -> None:
    shipped()[0]["assets"].clear()

    assert shipped()[0]["assets"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["s2cloudless"]),
        ({"detects": "cloud", "constellation": "sentinel-2", "bands": BANDS}, ["s2cloudless"]),
        ({"constellation": "sentinel-2a"}, ["s2cloudless"]),
        ({"detects": "flood"}, []),
        ({"task": "super-resolution"}, []),
        ({"constellation": "landsat"}, []),
        ({"bands": BANDS[:10]}, []),
    ],
)
def test_a_model_suits_by_what_it_detects_and_needs(
    models: list[Item], asked: dict[str, object], expected: list[str]
) -> None:
    assert [item.id for item in suited(models, **asked)] == expected  # type: ignore[arg-type]


def test_scenes_are_no_models() -> None:
    assert suited([Item(id="x", collection="naip")]) == ()


def test_bands_are_named_by_strings_or_objects() -> None:
    assert band_names({"bands": ["B01", {"name": "B02"}]}) == ("B01", "B02")
