"""Models read out of their STAC items."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from connectors.errors import Unsupported
from connectors.ml.description import read_model
from connectors.ml.zoo import shipped


def test_the_cloud_detector_is_read_with_the_authors_settings() -> None:
    model = read_model(shipped()[0])

    assert (model.resolution, model.threshold, model.average_over, model.dilation_size) == (60, 0.4, 4, 2)
    assert (model.scale, model.detects, model.licence) == (10000, "cloud", "CC-BY-SA-4.0")
    assert model.weights.endswith("pixel_s2_cloud_detector_lightGBM_v0.1.txt")


def _no_weights(item: dict[str, Any]) -> None:
    item["assets"]["model"]["roles"] = ["mlm:model"]


def _two_inputs(item: dict[str, Any]) -> None:
    item["properties"]["mlm:input"] *= 2


def _z_score(item: dict[str, Any]) -> None:
    item["properties"]["mlm:input"][0]["value_scaling"] = [{"type": "z-score", "mean": 0, "stddev": 1}]


def _no_threshold(item: dict[str, Any]) -> None:
    del item["properties"]["mlm:hyperparameters"]["threshold"]


@pytest.mark.parametrize("change", [_no_weights, _two_inputs, _z_score, _no_threshold])
def test_a_model_of_another_shape_is_refused_by_name(change: Callable[[dict[str, Any]], None]) -> None:
    item = copy.deepcopy(shipped()[0])
    change(item)

    with pytest.raises(Unsupported, match="s2cloudless"):
        read_model(item)
