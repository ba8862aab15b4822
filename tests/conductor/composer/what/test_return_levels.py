"""The most rain in a day or in five is an index; a longer total is not."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("100-year return level of daily rain in Oslo", "rx1day"),
        ("pluie maximale d'un jour à Oslo en 2020", "rx1day"),
        ("maximum rain in 24 hours in Oslo in 2020", "rx1day"),
        ("wettest 5 days in Oslo in 2020", "rx5day"),
        ("maximum journalier de précipitations à Oslo en 2020", "rx1day"),
        ("maximum annuel de la pluie quotidienne à Oslo depuis 1961", "rx1day"),
        ("total rain in Oslo in 2020", "pr"),
        ("50-year flood of the Vistula", "water_volume_transport_in_river_channel"),
        ("crue de récurrence 50 ans de la Vistule", "water_volume_transport_in_river_channel"),
    ],
)
def test_the_most_rain_in_a_day_is_an_index(text: str, measured: str) -> None:
    quantities = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].quantities

    assert [q.indicator or q.variable_id or q.standard_name for q in quantities] == [measured]
