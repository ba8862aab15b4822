"""Phenomena are read from their names and from what happened."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "phenomenon"),
    [
        ("did anything burn near Evia in August 2021?", "burn_scar"),
        ("what's under water around Maiduguri on 12 September 2024", "flood"),
        ("swollen rivers around Sylhet, 20 June 2022, radar", "flood"),
        ("where did the mud slide in Petrópolis on 16 February 2022?", "landslide"),
        ("Which lakes on the Tibetan plateau were still frozen on 15 May 2024? MODIS", "lake_ice"),
        ("what's on fire around Yakutsk on 10 July 2024?", "wildfire"),
        ("est-ce que quelque chose a brûlé près d'Eubée en août 2021 ?", "burn_scar"),
        ("jusqu'où est montée l'eau à Sylhet le 20 juin 2022 ? radar", "flood"),
        ("où la boue a-t-elle coulé à Petrópolis le 16 février 2022 ?", "landslide"),
        ("la rivière est sortie de son lit à Sylhet le 20 juin 2022, montre où, radar", "flood"),
    ],
)
def test_what_happened_tells_what_is_looked_for(text: str, phenomenon: str) -> None:
    intent = understand(Question(text=text, asked_at=NOW)).intents[0]
    assert (intent.action, intent.phenomena) == ("detect", (phenomenon,))
