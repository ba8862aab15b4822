"""Questions of imagery: what a sensor measures, what lies on the image, what changed between two, and the images themselves."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent

FAMILIES = {
    "change": (
        "Assess the building damage in Antakya with imagery from 2 February and 9 February 2023", "Évalue les dégâts aux bâtiments d'Antakya avec des images du 2 février et du 9 février 2023",
        "use the Sentinel-2 images of 3 May and 18 May 2025 to see what changed around Blatten", "pre- and post-fire NBR for Lahaina: 1 August and 20 August 2023, Sentinel-2",
        "What differs between the Landsat scenes of Lake Mead of 15 July 2000 and 15 July 2022?", "snow line around Verbier on 1 February and 1 April 2026 with Sentinel-2: what changed?",
    ),
    "detect": (
        "which floods did Sentinel-1 see in Accra in June 2025?", "extent of the flood from radar images, Beira, 20 March 2019", "étendue de l'inondation d'après le radar à Sylhet, 18 juin 2024",
        "ESA WorldCover of Rwanda: percentage of cropland", "how many hectares burned in Evros in August 2023 according to Sentinel-2",
    ),
    "describe": (
        "show the NDVI of the Camargue from Sentinel-2 in July 2025", "HLS time series of EVI for a maize field near Mead, Nebraska, 2023, as CSV", "slope map from SRTM over the Drakensberg",
        "carte des pentes avec SRTM sur le Drakensberg", "compute the slope around La Paz with the Copernicus DEM", "hillshade of the Matterhorn from Copernicus DEM", "exposition et pente du massif des Maures, MNT Copernicus 30 m",
        "steepest slopes in Bhutan, SRTM", "height of the canopy in Gabon from GEDI, 2021", "which parts of Bangladesh lie below 2 m according to the Copernicus DEM?",
    ),
    "find": (
        "ICESat-2 tracks over Pine Island Glacier since 2019", "DEM of Mont Ventoux", "LiDAR point cloud over the Camargue", "is there lidar for Asheville NC", "hyperspectral EnMAP over the Rhône glacier, July 2025",
        "PRISMA or EnMAP scenes with under 10 % cloud above Rio Tinto, 2024", "Find Sentinel-2 scenes of Lahaina from 1 August and 20 August 2023",
    ),
    "trend": ("Is Jakarta sinking? InSAR with Sentinel-1 SLC 2020-2025", "sinkholes around the Dead Sea from Sentinel-1 InSAR 2016-2024", "subsidence rate in Mexico City from InSAR, Sentinel-1, 2018-2024"),
    "explain": ("why are there black stripes in Landsat 7 images after 2003?", "which band of Sentinel-2 is near infrared?"),
}  # fmt: skip


def _first(text: str) -> Intent:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]


@pytest.mark.parametrize(("action", "text"), [(action, text) for action, texts in FAMILIES.items() for text in texts])
def test_what_is_wanted_of_imagery_is_told_apart(action: str, text: str) -> None:
    assert _first(text).action == action


def test_of_two_dates_of_a_change_the_earlier_one_is_the_reference() -> None:
    periods = _first(
        "Cyclone Chido: what changed in Mayotte between the images of 16 December 2024 and 10 December 2024?"
    ).periods
    assert {p.role: p.start for p in periods} == {"reference": "2024-12-10", "target": "2024-12-16"}


@pytest.mark.parametrize("text", ["I need a 1 m DEM", "il me faut un MNT à 1 m", "need elevation data"])
def test_an_elevation_model_of_nowhere_is_asked_back(text: str) -> None:
    asked = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).clarification
    assert asked is not None and asked.slot == "places"


@pytest.mark.parametrize(
    ("text", "phenomena"),
    [
        ("Flooding in Assam on 25 June 2022: delineate it from radar imagery, we are dispatching boats", ("flood",)),
        ("LiDAR point cloud over the Camargue", ()),
        ("RCM scenes off Resolute Bay, May 2025, no clouds constraint of course", ()),
    ],
)
def test_words_of_other_things_are_no_phenomena(text: str, phenomena: tuple[str, ...]) -> None:
    assert _first(text).phenomena == phenomena
