"""A model is run where it is ordered, supposed or modelled, and not where it is only asked about."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "how would the Garonne respond if rainfall went up 20 %? GR4J",
        "what would a dam failure at Mosul do downstream?",
        "do a hydraulic simulation of the Seine at Paris for a 100-year flood",
        "if the Kakhovka dam broke, how far would the water go? model it",
        "hydrological modelling of the Niger at Niamey with ERA5",
        "comment réagirait la Garonne si la pluie augmentait de 20 % ? GR4J",
        "que ferait une rupture du barrage de Mossoul en aval ?",
        "modélisation hydrologique du Niger à Niamey avec ERA5",
        "si le barrage de Kakhovka cédait, jusqu'où irait l'eau ? modélise-le",
        "quel débit aurait la Chaudière si avril était 3 degrés plus chaud, HMETS",
    ],
)
def test_a_run_is_wanted(text: str) -> None:
    understood = understand(Question(text=text, asked_at=NOW))
    assert understood.declined is None
    assert understood.intents[0].action == "simulate"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("What is hydrological modelling?", "explain"),
        ("water extent below the Kakhovka dam on 8 June 2023", "detect"),
        ("Which scenes show the Derna dam before it broke?", "find"),
    ],
)
def test_no_run_is(text: str, action: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == action
