"""Arbiter: what is weighed, how it is weighed, and that the weights that ship fit the features of today."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from conductor.composer.gather import read
from conductor.composer.reading import Reading
from conductor.composer.tagger import Tagged
from conductor.composer.text.utterance import utterance
from conductor.composer.voices.arbiter import Weights, as_document, features, shares, shipped, weighed
from conductor.composer.voices.tags import ACTIONS


def reading(text: str) -> Reading:
    return read(utterance(text, language="en"), now=date(2026, 6, 15))


def said(action: str, share: float) -> Tagged:
    rest = (1 - share) / (len(ACTIONS) - 1)
    actions = {name: share if name == action else rest for name in ACTIONS}
    return Tagged(actions=actions, spans=(), ambiguous=0.0, out_of_scope=0.0, follow_up=0.0)


def test_the_weights_that_ship_are_those_of_todays_features() -> None:
    weights = shipped()
    assert weights is not None
    assert set(weights.features) == set(features(reading("rain in Kenya"), said("describe", 0.9)))
    assert weights.actions == ACTIONS
    assert weights.matrix.shape == (len(weights.features), len(ACTIONS))


def test_shares_sum_to_one() -> None:
    found = shares(reading("mean rainfall in Kenya in 2019"), said("describe", 0.9))
    assert found is not None
    assert sum(found.values()) == pytest.approx(1.0, abs=0.01)
    assert max(found, key=lambda name: found[name]) == "describe"


def test_words_and_tagger_are_weighed_together() -> None:
    asked = reading("is Nairobi getting hotter, and how fast?")
    found = shares(asked, said("trend", 0.9))
    assert found is not None and found["trend"] > 0.8


def test_a_feature_moves_the_actions_it_has_weight_for() -> None:
    weights = Weights(
        features=("cue find",), actions=("find", "describe"), bias=np.zeros(2), matrix=np.array([[2.0, 0.0]])
    )
    assert weighed(weights, {"cue find": 1.0})["find"] > weighed(weights, {"cue find": 0.0})["find"] == 0.5


def test_the_file_holds_every_weight() -> None:
    weights = Weights(features=("a", "b"), actions=("find",), bias=np.array([0.25]), matrix=np.array([[1.0], [-0.5]]))
    assert as_document(weights).count("\n") > len(weights.features)
    assert '"b": [-0.5]' in as_document(weights)
