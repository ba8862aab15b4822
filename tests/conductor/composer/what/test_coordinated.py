"""Names that share a word are both read; two names that stand on their own stay so."""

from __future__ import annotations

import pytest

from conductor.composer.what.coordinated import coordinated
from connectors.vocabulary.entries import Language
from connectors.vocabulary.phrases import find_names


def _named(text: str, language: Language) -> list[str]:
    names = coordinated(text, find_names(text, language), language)
    return [m.entry.id for m in names if m.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "language", "entries"),
    [
        ("frost and ice days in Oslo", "en", ["indicator:frost_days", "indicator:ice_days"]),
        ("jours de gel et de glace à Oslo", "fr", ["indicator:frost_days", "indicator:ice_days"]),
        ("dry and wet days in Nairobi", "en", ["indicator:dry_days", "indicator:wetdays"]),
        ("degrés-jours de chauffage et de climatisation", "fr", ["indicator:heating_degree_days", "indicator:cooling_degree_days"]),
    ],
)  # fmt: skip
def test_half_a_name_is_made_whole(text: str, language: Language, entries: list[str]) -> None:
    assert _named(text, language) == entries


@pytest.mark.parametrize(
    ("text", "language", "entries"),
    [
        ("snow depth and temperature in Davos", "en", ["snd", "tas"]),
        ("hauteur de neige et température à Davos", "fr", ["snd", "tas"]),
        ("wind and wave height off Brest", "en", ["sfcWind", "cf:sea_surface_wave_significant_height"]),
    ],
)
def test_names_of_their_own_stay(text: str, language: Language, entries: list[str]) -> None:
    assert _named(text, language) == entries
