"""A direction over the years is heard in people's own words, and is told from a bound, a norm and a choice."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.composer.wish.drift import tells_direction
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


def action(text: str) -> str | None:
    return understand(Question(text=text, asked_at=NOW)).intents[0].action


@pytest.mark.parametrize(
    "text",
    [
        "rainfall in Kerala: more or less than it used to be, over 1960-2024?",
        "wind in Denmark weaker or stronger since 1979?",
        "are winters in Minnesota milder these days? 1950-2024",
        "I'd like to know whether droughts in Catalonia are on the rise since 1960",
        "did the growing season get longer in Quebec between 1950 and 2020?",
        "any upward drift of night temperatures in Delhi since 1970?",
        "what's happening to rainfall in southern Madagascar since 1981?",
        "tropical nights in Athens, are there more every decade? 1960-2024",
        "is the North Sea warming up?",
        "sea level at Alexandria, is it climbing?",
        "Les hivers sont-ils plus doux à Varsovie depuis 1950 ?",
        "la pluie au Kerala : en hausse ou en baisse depuis 1960 ?",
        "les gelées se font-elles plus rares en Champagne depuis 1960 ?",
        "le nombre de jours de canicule à Séville grimpe-t-il depuis 1960 ?",
        "la durée d'enneigement à Davos, ça raccourcit depuis 1950 ?",
        "dans quel sens vont les précipitations au Chili, 1960-2020 ?",
        "la banquise antarctique, elle grandit ou elle diminue depuis 1979 ?",
        "Il pleut plus fort qu'autrefois à Nice ? 1960-2023",
        "Peut-on dire que les vents au large de la Bretagne ont faibli ces dernières décennies ?",
        "on dirait qu'il neige moins à Innsbruck, c'est vrai ? depuis 1960",
    ],
)
def test_a_direction_over_the_years_is_a_trend(text: str) -> None:
    assert action(text) == "trend"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("days with more than 20 mm of rain in Nairobi since 1990", "describe"),
        ("le mois le plus arrosé à Mumbai sur 1991-2020 ?", "describe"),
        ("was January 2025 warmer than normal in Oslo?", "describe"),
        ("does it snow more in Denver than in Salt Lake City? 1991-2020", "compare"),
        ("combien de jours de gel à Lyon depuis 1990 ?", "describe"),
        ("is Perth going to get drier? ssp370 2071-2100", "project"),
        ("Did Lake Urmia shrink between 2000 and 2024?", "change"),
    ],
)
def test_a_comparative_alone_is_none(text: str, expected: str) -> None:
    assert action(text) == expected


@pytest.mark.parametrize("text", ["rain in lyon in 2020", "the hottest day of 2019", "pluie a lyon en 2020"])
def test_plain_words_tell_no_direction(text: str) -> None:
    assert not tells_direction(text)
