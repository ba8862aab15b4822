"""A mode, a polarisation or a time of day that a mission lacks is refused, and what it has is named."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import ACTIONS


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Sentinel-1 HHVV quad-pol VV+VH+HH+HV scenes of Oslo, May 2024", "VV+VH"),
        ("VV backscatter of Sentinel-2 over Oslo, May 2024", None),
        ("bandes HH de Sentinel-2 sur Oslo, mai 2024", None),
        ("NDVI from Sentinel-1 over Oslo, May 2024", "sentinel-2-l2a"),
    ],
)
def test_what_a_mission_lacks_is_refused(text: str, has: str | None) -> None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    assert refusal is not None and refusal.reason == "no_such_data"
    assert has is None or has in refusal.nearest


@pytest.mark.parametrize(
    "text", ["Sentinel-1 VV scenes of Oslo, May 2024", "images Sentinel-2 d'Oslo, mai 2024", "Sentinel-1 IW over Oslo, May 2024"]
)  # fmt: skip
def test_what_it_has_is_not(text: str) -> None:
    understanding = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z"))
    assert understanding.declined is None and understanding.intents[0].action in ACTIONS
