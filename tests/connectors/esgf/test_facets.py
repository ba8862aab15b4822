"""Facet names of each project, held against what the recorded indexes answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from connectors.esgf.facets import (
    CMIP5_MODELS,
    STAC_NAMES,
    canonical,
    facet_name,
    facet_values,
    field_name,
    field_values,
    spellings,
)

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")


def test_cmip6_names_are_the_index_s_own() -> None:
    assert field_name("source_id", names=spellings("CMIP6")[0]) == "source_id"


def test_cmip5_names_are_translated() -> None:
    (names,) = spellings("CMIP5")
    asked = [
        field_name(f, names=names) for f in ("source_id", "experiment_id", "member_id", "frequency", "variable_id")
    ]
    assert asked == ["model", "experiment", "ensemble", "time_frequency", "variable"]


def test_a_facet_that_a_project_lacks_has_no_name() -> None:
    assert field_name("grid_label", names=spellings("CMIP5")[0]) is None


def test_cordex_keeps_the_model_and_its_driver_apart() -> None:
    found = canonical(
        {"rcm_name": "RACMO22E", "driving_model": "MOHC-HadGEM2-ES", "domain": "EUR-11"}, project="CORDEX"
    )
    assert (found["source_id"], found["driving_source_id"], found["domain_id"]) == (
        "RACMO22E",
        "MOHC-HadGEM2-ES",
        "EUR-11",
    )


def test_a_product_is_never_read_as_an_activity() -> None:
    assert "activity_id" not in canonical({"product": "output1"}, project="CMIP5")


def test_obs4mips_is_asked_in_both_spellings() -> None:
    assert [field_name("institution_id", names=n) for n in spellings("obs4MIPs")] == ["institution_id", "institute"]


def test_the_usual_name_is_read_back() -> None:
    assert facet_name("ensemble", project="CMIP5") == "member_id"


def test_members_are_asked_as_variant_labels_in_stac() -> None:
    assert STAC_NAMES["CMIP6"]["member_id"] == "variant_label"


def test_cmip5_model_names_go_both_ways() -> None:
    assert field_values("source_id", ["inmcm4", "CanESM2"], project="CMIP5") == ("INM-CM4", "CanESM2")
    assert facet_values("source_id", ["BCC-CSM1.1(m)"], project="CMIP5") == ("bcc-csm1-1-m",)


def test_values_of_other_projects_are_left_alone() -> None:
    assert field_values("source_id", ["inmcm4"], project="CMIP6") == ("inmcm4",)


@needs_shared
def test_every_mapped_cmip5_model_is_one_that_the_index_counts() -> None:
    recorded = json.loads((SHARED / "fixtures/solr/live2026/esgf1-solr-cmip5-facets.json").read_bytes())
    counted = set(recorded["facet_counts"]["facet_fields"]["model"][::2])
    assert set(CMIP5_MODELS.values()) <= counted
