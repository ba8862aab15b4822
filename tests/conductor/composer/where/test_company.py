"""Places named together tell which homonym of each is meant."""

from __future__ import annotations

import pytest

from conductor.composer.text.utterance import utterance
from conductor.composer.where.places import read_places


def read(text: str) -> list[tuple[str, str | None]]:
    said = utterance(text, language="en")
    return [(item.homonyms[0].kind, item.homonyms[0].admin1) for item in read_places(said, taken=())]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("rain in Richmond and Vancouver in 2020", [("city", "CA-BC"), ("city", "CA-BC")]),
        ("floods between Montgomery and Selma in March 2025", [("city", "US-AL"), ("city", "US-AL")]),
        ("did Chaco province burn more than Corrientes in January 2022", [("region", "AR-H"), ("region", "AR-W")]),
    ],
)
def test_the_places_beside_a_name_tell_which_is_meant(text: str, kinds: list[tuple[str, str | None]]) -> None:
    assert read(text) == kinds


def test_a_famous_city_stays_itself_in_any_company() -> None:
    assert [place for _, place in read("rain in London and Toronto in 2020")][1] == "CA-ON"
    said = utterance("rain in London and Toronto in 2020", language="en")
    assert read_places(said, taken=())[0].place.country == "GB"
