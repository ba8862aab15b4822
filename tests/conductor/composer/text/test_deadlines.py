"""The day by which an answer is wanted says nothing of what is asked; a day that is asked of stays."""

from __future__ import annotations

import pytest

from conductor.composer.text.deadlines import without_deadlines
from conductor.composer.text.utterance import utterance
from tests.conductor.composer.understood import first, reason


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("By Friday 19 June could you send the mean rainfall of Gabon in 2024?", "2024-01-01"),
        ("D'ici vendredi 19 juin, pourriez-vous envoyer la pluie moyenne du Gabon en 2024 ?", "2024-01-01"),
        ("send me by tomorrow the rainfall of Dakar in 2020", "2020-01-01"),
        ("J'ai besoin de la pluie de Dakar en 2020 avant demain midi", "2020-01-01"),
        ("il me le faut pour vendredi : température moyenne de Madrid en 2023", "2023-01-01"),
        ("for my talk tomorrow, sea level rise in Venice by 2100", "2081-01-01"),
        ("vendredi je présente un article ; tendance de la banquise arctique depuis 1979", "1979-01-01"),
    ],
)
def test_a_deadline_is_left_out(text: str, start: str) -> None:
    assert reason(text) is None
    assert [p.start for p in first(text).targets] == [start]


@pytest.mark.parametrize(
    "text", ["will it rain in Paris before Friday", "va-t-il pleuvoir à Paris avant vendredi", "I need the temperature of Nice by 2050", "Before 15 May, will frosts be rarer in Reims?", "Avant le 15 mai, il gèle combien de nuits à Reims ?"]
)  # fmt: skip
def test_a_day_that_is_asked_of_stays(text: str) -> None:
    said = utterance(text, language="en")
    assert without_deadlines(said) == said
