"""Description: what a request may hold is what the description says, and errors say what is right."""

from __future__ import annotations

import json
from typing import Any

import pytest

from connectors.compute import catalogue
from connectors.errors import Refused
from connectors.extents import Interval

CUBE = {"hrefs": ["a.nc"]}


def test_defaults_are_filled_in() -> None:
    read = catalogue.description("aggregate_temporal").read({"data": CUBE, "interval": [1995, 2014]})
    assert read["interval"] == Interval(start="1995-01-01", end="2014-12-31")
    assert read["reducer"] == "mean"


def test_null_stands_for_an_input_that_is_left_out() -> None:
    read = catalogue.description("ensemble_statistics").read({"data": CUBE, "units": None, "quantiles": None})
    assert (read["units"], read["quantiles"]) == (None, (0.05, 0.5, 0.95))


def test_values_may_be_wrapped_as_the_standard_does() -> None:
    wrapped = {"data": {"value": CUBE, "mediaType": "application/json"}, "reference": {"value": [1995, 2014]}}
    assert catalogue.description("anomaly").read(wrapped)["data"].hrefs == ("a.nc",)


@pytest.mark.parametrize(
    ("process", "given", "words"),
    [
        ("trend", {"data": CUBE}, "needs the input 'interval'"),
        ("trend", {"data": CUBE, "interval": [1970, 2020], "by": "familly"}, "'realization' or 'family'.*'familly'"),
        ("trend", {"data": CUBE, "intervall": [1970, 2020]}, "did you mean 'interval'"),
        ("anomaly", {"data": CUBE, "reference": ["1995", "1990"]}, "ends after it starts"),
        ("merge_cubes", {"data": [], "variable": "tas"}, "'data'.*at least 1"),
        ("aggregate_spatial", {"data": CUBE, "place": {"bbox": [0, 95, 1, 96]}}, "latitudes"),
        ("aggregate_temporal_period", {"data": CUBE, "months": [13]}, r"months\.0.*less than or equal to 12"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(process: str, given: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        catalogue.description(process).read(given)


@pytest.mark.parametrize("process", catalogue.PROCESSES)
def test_a_process_is_described_in_both_languages(process: str) -> None:
    described = catalogue.description(process)
    english, french = described.to_dict("en"), described.to_dict("fr")
    assert english["id"] == process
    assert english["title"] != french["title"]
    assert english["description"] != french["description"]
    assert {name: entry["schema"] for name, entry in english["inputs"].items()} == {
        name: entry["schema"] for name, entry in french["inputs"].items()
    }
    assert json.loads(json.dumps(english)) == english


@pytest.mark.parametrize("process", catalogue.PROCESSES)
def test_inputs_are_the_keywords_of_the_function(process: str) -> None:
    import inspect

    described = catalogue.description(process)
    if "data" in described.inputs:  # the main cube comes first
        assert next(iter(inspect.signature(described.run).parameters)) == "data"
    assert set(described.inputs) == set(inspect.signature(described.run).parameters)


def test_a_default_is_written_as_it_may_be_given() -> None:
    schema = catalogue.description("crossing_time").to_dict()["inputs"]["reference"]["schema"]
    assert schema["default"] == ["1850-01-01", "1900-12-31"]
