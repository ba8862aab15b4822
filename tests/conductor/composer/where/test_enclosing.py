"""Places that hold one another."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("air temperature at Concordia station (75.1 S, 123.3 E), January 2024", ["point"]),
        ("température de l'air à la station Concordia (75,1° S, 123,3° E), janvier 2024", ["point"]),
        ("rain in Paris, Texas in 2020", ["city"]),
        ("rain in Paris and Texas in 2020", ["city", "region"]),
        ("rain in Atlanta in Georgia in 2020", ["city"]),
        ("pluie à Atlanta, Géorgie, en 2020", ["city"]),
        ("rain in Rome and Georgia in 2020", ["city", "country"]),
        ("ocean temperature off Chile at longitude -75, latitude -30", ["point"]),
        ("température de l'océan au large du Chili à la longitude -75, latitude -30", ["point"]),
    ],
)
def test_coordinates_beside_a_name_say_what_is_meant_and_a_land_holds_its_town(text: str, kinds: list[str]) -> None:
    assert [place.kind for place in understand(Question(text=text, asked_at=NOW)).intents[0].places] == kinds
