"""What there is to be had is looked for, however it is asked; a figure is not."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "what do you have on soil moisture in Niger?",
        "do we have hourly ERA5 wind for Scotland?",
        "anything cloud-free over Brussels this month?",
        "what satellites flew over Lisbon on 1 June 2025?",
        "what's available over Kinshasa for 2024 in Sentinel-1?",
        "tu as quoi sur l'humidité des sols au Niger ?",
        "qu'est-ce que vous avez comme données de vent sur l'Écosse ?",
        "dispose-t-on de vent ERA5 horaire pour l'Écosse ?",
        "quelque chose sans nuages sur Bruxelles ce mois-ci ?",
        "quels satellites sont passés sur Lisbonne le 1er juin 2025 ?",
    ],
)
def test_what_there_is_is_found(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == "find"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("do you have the mean temperature of Lyon in 2020?", "describe"),
        ("what's in store for Jakarta's rainfall by 2050?", "project"),
        ("are there icebergs off Newfoundland in April 2024, Sentinel-1", "detect"),
    ],
)
def test_a_figure_is_not(text: str, action: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == action
