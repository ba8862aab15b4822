"""What an adjective says was measured, where nothing else is named."""

from __future__ import annotations

import pytest

from conductor.composer.what.weather_words import of_weather
from planners.intent import Quantity
from tests.conductor.composer.understood import first


@pytest.mark.parametrize(
    ("english", "french", "variable"),
    [
        ("was july 2022 hot in rome?", "juillet 2022 a-t-il ete chaud a rome ?", "tas"),
        ("was it cold there in may?", "faisait-il froid en mai ?", "tas"),
        ("was it dry in cairo?", "a-t-il fait sec au caire ?", "pr"),
        ("was brest windy in may?", "brest a-t-elle ete venteuse en mai ?", "sfcWind"),
        ("was it muggy in bamako?", "etait-ce moite a bamako ?", "hurs"),
        ("is the baltic sea salty in 2015?", "la mer baltique est-elle salee en 2015 ?", "so"),
    ],
)
def test_what_the_weather_was_is_measured(english: str, french: str, variable: str) -> None:
    for folded in (english, french):
        assert [q.variable_id for q in of_weather((), folded)] == [variable]


@pytest.mark.parametrize(
    "folded",
    ["where is the hot spring", "is the dry forest mapped?", "ou est la foret seche ?", "est-ce une source chaude ?"],
)
def test_a_thing_of_that_kind_is_not_weather(folded: str) -> None:
    assert of_weather((), folded) == ()


def test_what_is_named_stays() -> None:
    rain = Quantity(name="rain", standard_name="precipitation_flux", variable_id="pr")
    assert of_weather((rain,), "was the rain in may hot?") == (rain,)


@pytest.mark.parametrize(
    "text",
    ["Find Sentinel-2 scenes where it is dry in Chad, May 2024", "Scènes Sentinel-2 où il fait sec, Tchad, mai 2024"],
)
def test_scenes_are_not_measured(text: str) -> None:
    assert first(text).action == "find"
