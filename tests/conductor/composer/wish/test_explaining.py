"""An explanation is told from data about the same thing by what is asked of it."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "is ERA5 any good for rainfall in Africa?",
        "how come the Arctic warms quicker than the rest?",
        "can one see ships under clouds with radar?",
        "what's the catch with NDVI over bare soil?",
        "why do my NDVI values go negative over water?",
        "what are GCMs anyway",
        "ERA5 est-il bon pour la pluie en Afrique ?",
        "comment se fait-il que l'Arctique se réchauffe plus vite ?",
        "peut-on voir des bateaux sous les nuages avec le radar ?",
        "à quoi sert la bande rouge-bord ?",
        "en gros, SSP3 c'est quoi ?",
        "jusqu'où remontent les archives Landsat ?",
    ],
)
def test_an_explanation_is_wanted(text: str) -> None:
    understood = understand(Question(text=text, asked_at=NOW))
    assert understood.declined is None
    assert understood.intents[0].action == "explain"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Was ERA5 rainfall in Kenya high in 2020?", "describe"),
        ("how does Tunis rainfall measure up to Algiers' in 2022", "compare"),
        ("can you see ships off Lima on 2 May 2025 with radar?", "detect"),
    ],
)
def test_data_are(text: str, action: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("What is the sea like off Brest?", "describe"),
        ("Comment est la mer au large de Brest ?", "describe"),
        ("What's the snow like in Chamonix?", "detect"),
        ("Comment est la neige à Chamonix ?", "detect"),
        ("How is snow formed in the Alps?", "explain"),
        ("Comment est la mer ?", "explain"),
        ("dis-m'en plus sur cet endroit", "explain"),
        ("tell me more about the temperature of this area", "describe"),
    ],
)
def test_how_things_stand_somewhere_is_told_from_data(text: str, action: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == action
