"""Questions back: only where readings differ in their result, or where something that has no default is missing."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.composer.replies.clarify import _effect
from conductor.question import Question
from connectors.vocabulary.places import lookup

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("land cover of Georgia in 2021", "places"),
        ("Find cloud-free Sentinel-2 images for this area", "places"),
        ("Compute NDVI with Sentinel-2 and export as GeoTIFF", "places"),
        ("tell me about this area", "places"),
        ("Where does the index exceed 0.3 around Chartres in May 2025 on Sentinel-2?", "quantities"),
        ("SSP4 rain in Peru, 2041-2060", "facets"),
        ("Sentinel-2 scenes of Lyon on 03/04/2024", "periods"),
        ("Rain in Korea in July 2025, ERA5", "places"),
        ("température moyenne au Congo, 2041-2060, ssp245", "places"),
        ("Will it be too hot for potatoes where I farm, 2041-2060?", "places"),
    ],
)
def test_a_question_is_asked_back(text: str, slot: str) -> None:
    asked = understand(Question(text=text, asked_at=NOW)).clarification
    assert asked is not None and asked.slot == slot and asked.question


@pytest.mark.parametrize(
    "text",
    [
        "Which CMIP6 models have daily tas?",
        "Find Sentinel-2 scenes of Paris",
        "Bangkok, Thailand",
        "Sentinel-2 tile 31UDQ in May 2024",
        "global mean temperature since 1970",
        "wind in Brest in 2020, ERA5",
        "pluie à Verdun en 2020, ERA5",
        "Sentinel-2 scenes of Gaza in May 2025",
        "burn scars near Jasper in July 2024",
        "rain in Burgundy in 2020",
        "temperature in Florence in 2020",
        "What is NDVI?",
    ],
)
def test_nothing_is_asked_where_nothing_is_open(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).clarification is None


def test_options_point_at_the_readings_they_choose() -> None:
    understood = understand(Question(text="land cover of Georgia in 2021", asked_at=NOW))
    assert understood.clarification is not None
    first, second = understood.clarification.options[:2]
    assert first.intent == 0 and second.intent == 1
    assert understood.intents[0].places != understood.intents[1].places


@pytest.mark.parametrize("choice", ["skip", "passer"])
def test_skipping_takes_the_likeliest(choice: str) -> None:
    question = Question(text="land cover of Georgia in 2021", asked_at=NOW)
    skipped = understand(Question(text=question.text, asked_at=NOW, choice=choice))
    assert skipped.clarification is None and skipped.intents == understand(question).intents


def test_free_text_settles_what_was_missing() -> None:
    settled = understand(
        Question(text="Find cloud-free Sentinel-2 images for this area", asked_at=NOW, choice="around Lyon")
    )
    assert settled.clarification is None
    assert [place.name for place in settled.intents[0].places] == ["Lyon"]


@pytest.mark.parametrize(
    "text",
    [
        "how warm was Limburg in 2022 according to ERA5?",
        "vent moyen à Saint-Pierre en 2022, ERA5",
        "How hot will the Gulf get in 2081-2100 under ssp585?",
        "How often will heavy rain hit my village by 2050?",
        "Rainfall in Qwxyzburg in 2020",
    ],
)
def test_a_place_that_is_not_told_is_asked_for(text: str) -> None:
    asked = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).clarification
    assert asked is not None and asked.slot == "places"


def test_variables_that_were_listed_elsewhere_are_asked_for() -> None:
    asked = understand(
        Question(text="Which models provide every variable I listed for ssp126?", asked_at="2026-06-15T12:00:00Z")
    ).clarification
    assert asked is not None and asked.slot == "quantities"


def test_the_effect_of_a_place_across_180_is_told_eastward() -> None:
    assert _effect(lookup("Fiji")[0], "en") == "results for -21.7…-12.5° N, 174.6…181.8° E"
