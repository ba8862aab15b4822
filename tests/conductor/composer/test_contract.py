"""Intents survive the way to JSON and back; broken histories are refused with a reason."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conductor.composer.contract import history_from_json, intent_from_dict, intent_to_dict, question_from_dict
from conductor.errors import BadQuestion
from connectors.extents import BBox
from planners.intent import Intent, Period, Place, Quantity, Span, Threshold

INTENT = Intent(
    action="project",
    quantities=(Quantity(name="hot days", indicator="tx_days_above", threshold=Threshold(op=">", value=30.0, units="degC"), span=Span(start=0, end=8)),),
    places=(Place(name="Lyon", kind="city", country="FR", bbox=BBox(west=4.7, south=45.7, east=4.9, north=45.8), relation="within_distance", distance_km=20.0),),
    periods=(Period(warming_level=2.0), Period(role="reference", start="1995-01-01", end="2014-12-31")),
    months=(6, 7, 8),
    facets={"experiment_id": ("ssp245",)},
    filters={"cloud_cover_max": 20, "orbit_state": ("ascending",)},
    statistics=("mean",),
    follow_up=True,
)  # fmt: skip


def test_an_intent_survives_json() -> None:
    assert intent_from_dict(json.loads(json.dumps(intent_to_dict(INTENT)))) == INTENT


def test_a_warming_level_carries_its_units() -> None:
    assert intent_to_dict(INTENT)["periods"][0]["warming_level"] == {"value": 2.0, "units": "degC"}


def test_a_sparse_intent_is_read() -> None:
    assert intent_from_dict({"action": "find", "places": [{"name": "Lyon"}]}).places[0].kind == "other"


@pytest.mark.parametrize(
    "history",
    [
        "turns",
        {"question": "x"},
        [{"answer": "x"}],
        [{"question": "x", "intents": [{"action": "dance"}]}],
        [{"question": "x", "intents": [{"places": [{}]}]}],
    ],
)
def test_a_broken_history_is_refused(history: Any) -> None:
    with pytest.raises(BadQuestion):
        history_from_json(history)


@pytest.mark.parametrize("row", [{}, {"question": 5}, {"question": "x", "lang": "de"}])
def test_a_broken_batch_line_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(BadQuestion):
        question_from_dict(row, now="2026-06-15T12:00:00Z")
