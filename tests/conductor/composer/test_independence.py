"""Pieces of a question that stand on their own are parts; what completes a question stays in it."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import parts


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("What is NBR, and could you compute it for Evia in August 2021?", ["explain", "describe"]),
        (
            "I need two things: the last Sentinel-2 scene of Malta and the change in Malta's temperature by 2050.",
            ["find", "project"],
        ),
        (
            "Mean temperature of Lyon in 2022? Also, which CMIP6 models have daily tas for ssp370?",
            ["describe", "find"],
        ),
        ("How hot will Cairo be in 2070? And why do models disagree on that?", ["project", "explain"]),
        ("How windy was Tarifa in 2023? And how is wind speed measured?", ["describe", "explain"]),
        ("Compare Lagos and Accra for rain in 2022; then give the trend in Lagos since 1980.", ["compare", "trend"]),
        ("How much will it rain in Lima in 2050? And in Bogotá in 2070?", ["project", "project"]),
        ("C'est quoi le NBR, et peux-tu le calculer pour Eubée en août 2021 ?", ["explain", "describe"]),
        (
            "Oslo s'est-elle réchauffée depuis 1950, et de combien va-t-elle encore se réchauffer d'ici 2080 ?",
            ["trend", "project"],
        ),
        (
            "Quelle chaleur au Caire en 2070 ? Et pourquoi les modèles ne sont-ils pas d'accord ?",
            ["project", "explain"],
        ),
        ("Température à Oslo en 2050 en ssp245 ? Et à Bergen en 2080 en ssp585 ?", ["project", "project"]),
    ],
)
def test_several_questions_are_told_apart(text: str, actions: list[str]) -> None:
    assert [intent.action for intent in parts(text)] == actions


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("What does ERA5 say about rain in Chad in 2022 and what does CHIRPS say? which is higher?", "compare"),
        ("What is the rainfall trend in Kenya since 1980, and is it significant?", "trend"),
        ("Map the flood at Sylhet on 20 June 2022 and give its area", "detect"),
        ("My cousin lives in Oslo. Was it colder than -20 °C there in January 2024?", "describe"),
    ],
)
def test_one_question_stays_one(text: str, action: str) -> None:
    assert [intent.action for intent in parts(text)] == [action]
