"""What came, went or moved between two times is a change, with the earlier one as reference."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "what's been built around Nairobi between 2015 and 2024? Sentinel-2",
        "which fields were cleared in Rondônia between 2019 and 2023",
        "show what disappeared along the coast of Ghana between 2016 and 2025 with Sentinel-2",
        "how far did the Aletsch glacier pull back between 1990 and 2020 in Landsat?",
        "Has the shore of Togo been eaten away between 2010 and 2024? Landsat",
        "how did the reservoir of GERD fill from July 2020 to September 2023? Sentinel-1",
        "what happened to the forest around Novo Progresso between 2018 and 2023? Landsat",
        "Lake Chad in 1984 and in 2024: what's left? Landsat",
        "quelles parcelles ont été défrichées au Rondônia entre 2019 et 2023 ?",
        "Qu'est-ce qui a été construit autour de Nairobi entre 2015 et 2024 ? Sentinel-2",
        "la ville d'Abidjan avant et maintenant, 2000 et 2024, vue par Landsat",
        "la côte du Togo a-t-elle été grignotée entre 2010 et 2024 ? Landsat",
        "croissance du camp de Dadaab de 2010 à 2020, Landsat",
        "l'aéroport d'Istanbul s'est-il agrandi entre 2015 et 2023 ?",
    ],
)
def test_what_became_of_the_ground_is_a_change(text: str) -> None:
    intent = understand(Question(text=text, asked_at=NOW)).intents[0]
    assert intent.action == "change"
    assert [period.role for period in intent.periods] == ["reference", "target"]


@pytest.mark.parametrize("text", ["spot what is new at the port of Tangier since 2017 in Sentinel-2", "Qu'est-ce qu'il y a de nouveau au port de Tanger depuis 2017, Sentinel-2 ?"])  # fmt: skip
def test_what_is_new_since_a_time_is_a_change(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == "change"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("anomalie de NDVI au Serengeti en février 2026 par rapport à 2001-2020, MODIS", "describe"),
        ("has Sentinel-2 imaged Tuvalu in 2025?", "find"),
        ("images Sentinel-2 de Dakar entre mars et mai 2025", "find"),
        ("which roofs in Kharkiv were damaged in March 2022?", "detect"),
        ("Is snow cover in the Atlas shrinking? MODIS, February, 2001-2024", "trend"),
    ],
)
def test_a_norm_a_list_and_one_date_are_none(text: str, action: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == action
