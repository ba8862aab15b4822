"""Parts that lean on the one before them."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent

NOW = "2026-06-15T12:00:00Z"


def _parts(text: str) -> list[Intent]:
    """The leading reading of each part, in their order."""
    first = {intent.part: intent for intent in reversed(understand(Question(text=text, asked_at=NOW)).intents)}
    return [first[part] for part in sorted(first)]


@pytest.mark.parametrize(
    ("text", "phenomenon"),
    [
        ("train a landslide model with Sentinel-2 and afterwards run it over Taiwan for April 2024", "landslide"),
        ("entraîne un modèle de glissements avec Sentinel-2 et applique-le ensuite à Taïwan pour avril 2024", "landslide"),
        ("Fine-tune the crop classifier on my polygons, then apply it to Iowa in July 2025.", "crop"),
        ("Affine le classifieur de cultures sur mes polygones, puis applique-le à l'Iowa en juillet 2025.", "crop"),
        ("Retrain the ship detector with my labels and then run it off Tahiti, Sentinel-1, 4 June 2026.", "ship"),
    ],
)  # fmt: skip
def test_a_model_just_trained_is_put_to_work(text: str, phenomenon: str) -> None:
    trained, run = _parts(text)
    assert (trained.action, run.action) == ("train", "detect") and phenomenon in run.phenomena


@pytest.mark.parametrize(
    "text",
    [
        "What does GR4J do? And please run it on the Ebro basin with ERA5, 2000-2020.",
        "Que fait GR4J ? Et lance-le sur le bassin de l'Èbre avec ERA5, 2000-2020.",
    ],
)
def test_a_model_just_asked_about_is_run(text: str) -> None:
    asked, run = _parts(text)
    assert (asked.action, run.action) == ("explain", "simulate") and run.models == ("GR4J",)


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("1) trend of summer temperature in Almería since 1960; 2) the same for rainfall; 3) Landsat scenes from August 2025", ["tas", "pr"]),
        ("1) tendance de la température d'été à Almería depuis 1960 ; 2) pareil pour la pluie ; 3) scènes Landsat d'août 2025", ["tas", "pr"]),
    ],
)  # fmt: skip
def test_the_same_is_asked_of_another_quantity(text: str, variables: list[str]) -> None:
    first, second, scenes = _parts(text)
    assert [part.quantities[0].variable_id for part in (first, second)] == variables
    assert first.months == second.months == (6, 7, 8) and scenes.action == "find"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Show scenes of Kyiv in May 2026 (Sentinel-2, under 20 % cloud), and separately of Jordan in the same month", ["Kyiv", "Jordan"]),
        ("(a) NDVI of Kano in August 2025; (b) same for Sokoto", ["Kano", "Sokoto"]),
    ],
)  # fmt: skip
def test_the_same_is_asked_of_another_place(text: str, places: list[str]) -> None:
    parts = _parts(text)
    assert [part.places[0].name for part in parts] == places
    assert parts[0].periods == parts[1].periods and parts[0].action == parts[1].action
