"""Every process: described in two languages with valid schemas, its inputs those of its function; openEO's ids are all there."""

from __future__ import annotations

import inspect

import pytest

from connectors.compute import catalogue

OPENEO = (  # the ids that the house's nouns name, those that are steps of their own here (load_collection, load_stac) left out
    "aggregate_spatial", "aggregate_temporal", "aggregate_temporal_period", "anomaly", "climatological_normal", "filter_bands",
    "filter_bbox", "filter_temporal", "fit_curve", "mask", "merge_cubes", "ndvi", "normalized_difference", "predict_curve",
    "quantiles", "reduce_dimension", "resample_cube_spatial", "resample_cube_temporal", "resample_spatial",
)  # fmt: skip


@pytest.mark.parametrize("name", OPENEO)
def test_openeo_ids_are_offered(name: str) -> None:
    assert name in catalogue.PROCESSES


@pytest.mark.parametrize("name", catalogue.PROCESSES)
def test_a_description_fits_its_function(name: str) -> None:
    found = catalogue.description(name)
    parameters = inspect.signature(found.run).parameters
    assert set(found.inputs) == set(parameters)
    assert found.outputs
    for language in ("en", "fr"):
        document = found.to_dict(language)
        assert document["title"] and document["description"]
        assert all(entry["schema"] for entry in document["inputs"].values())
    assert found.title_fr and found.description_fr
