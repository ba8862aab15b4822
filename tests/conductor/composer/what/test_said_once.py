"""A thing said twice is meant once: plain words beside an index give way, those of a list stay."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def meant(text: str) -> list[str | None]:
    read = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].quantities
    return [q.indicator or q.variable_id for q in read]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("how many heat waves will Lyon see by 2050 as it gets warmer, ssp585?", ["heat_wave_frequency"]),
        ("the changing rx1day of rainfall in Lyon by 2050", ["rx1day"]),
        ("pluie maximale d'un jour (rx1day) à Lyon en 2050", ["rx1day"]),
        ("Nombre de jours secs consécutifs (CDD) à Lyon en 2050", ["cdd"]),
        ("rain and temperature in Lyon in 2020", ["pr", "tas"]),
        ("pluie (pr) et température (tas) à Lyon en 2020", ["pr", "tas"]),
    ],
)
def test_plain_words_give_way_to_what_they_tell_of(text: str, quantities: list[str]) -> None:
    assert meant(text) == quantities
