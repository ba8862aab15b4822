"""A band is refused of missions that all lack it; beside other data, in a question about the mission, or where one has it, it is not."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import reason, understood


@pytest.mark.parametrize(
    "text",
    [
        "Sentinel-1 thermal band over Tunis",
        "bande thermique de Sentinel-1 sur Tunis",
        "NDVI from Sentinel-1 over Bologna, May 2025",
        "NBR à partir de NAIP sur Fresno, 2022",
        "images radar Landsat de Malte",
        "hyperspectral Sentinel-2 images of Perth",
        "lumières nocturnes de Lagos avec Sentinel-2",
        "NO2 from Landsat over Milan, May 2024",
        "données Sentinel-1 en bande L sur l'Amazonie",
    ],
)
def test_a_band_that_no_named_mission_has_is_refused(text: str) -> None:
    assert reason(text) == "no_such_data"


@pytest.mark.parametrize(
    "text",
    [
        "Landsat thermal band over Tunis, July 2024",
        "Sentinel-1 backscatter and NDVI over Bologna, May 2025",
        "rétrodiffusion Sentinel-1 et NDVI sur Bologne, mai 2025",
        "LST from Landsat and Sentinel-2 NDVI for Rome, July 2023",
        "does Sentinel-2 have a thermal band?",
        "Sentinel-2 images of the radar station at Thule in May 2024",
        "Sentinel-2 of the thermal springs of Dallol, May 2024",
        "pourquoi Sentinel-1 n'a-t-il pas de bande thermique ?",
        "compare Sentinel-1 with the Landsat thermal band over Tunis, May 2024",
        "Scènes Sentinel-2 de Thiès en mai 2024. Le radar ne m'intéresse pas.",
        "Sentinel-2 scenes of Thiès in May 2024. Radar is no use to us.",
        "Sentinel-2 scenes of Thiès in May 2024. Radar is of no use to us.",
        "Sentinel-2 scenes of Thiès in May 2024. We don't need radar.",
    ],
)
def test_a_band_of_its_own_or_of_other_data_is_not(text: str) -> None:
    assert reason(text) is None


def test_the_missions_that_have_it_are_named() -> None:
    refusal = understood("Sentinel-2 thermal infrared over Athens, July 2024").declined
    assert refusal is not None and "landsat-c2-l2" in refusal.nearest


@pytest.mark.parametrize(
    "text", ["True-colour Sentinel-1 scenes of Nice", "Photo Sentinel-1 en couleurs vraies de Nice", "Sentinel-1 near-infrared of Nice"]
)  # fmt: skip
def test_a_hyphen_is_a_blank_of_a_band(text: str) -> None:
    assert reason(text) == "no_such_data"
