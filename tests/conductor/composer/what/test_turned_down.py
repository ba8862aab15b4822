"""Missions that are only turned down are not searched; one that stands alone, or is wanted as well, is."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import first


@pytest.mark.parametrize(
    "text",
    [
        "List Sentinel-2 of Lomé in 2023. I am not interested in radar.",
        "List Sentinel-2 of Lomé in 2023. Radar is no use to us.",
        "Sentinel-2, not Landsat, over Lomé in 2023",
        "Liste Sentinel-2 sur Lomé en 2023. Le radar ne m'intéresse pas.",
        "Liste Sentinel-2 sur Lomé en 2023, pas besoin de radar",
        "Sentinel-2, pas Landsat, sur Lomé en 2023",
    ],
)
def test_a_mission_turned_down_is_not_searched(text: str) -> None:
    assert first(text).collections == ("sentinel-2-l2a",)


@pytest.mark.parametrize(
    ("text", "collections"),
    [
        ("Are there no Sentinel-2 images of Lomé in June 2023?", ("sentinel-2-l2a",)),
        ("N'y a-t-il pas d'images Sentinel-2 de Lomé en juin 2023 ?", ("sentinel-2-l2a",)),
        ("Don't I need Sentinel-1 to map floods in Lomé in 2023?", ("sentinel-1-grd",)),
        ("Not only Sentinel-2 but also Landsat over Lomé in 2023", ("sentinel-2-l2a", "landsat-c2-l2")),
        ("Non seulement Sentinel-2 mais aussi Landsat sur Lomé en 2023", ("sentinel-2-l2a", "landsat-c2-l2")),
    ],
)
def test_a_mission_that_is_wanted_stays(text: str, collections: tuple[str, ...]) -> None:
    assert first(text).collections == collections
