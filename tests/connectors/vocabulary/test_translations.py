"""French words of a search in English: as a whole or not at all."""

from __future__ import annotations

import pytest

from connectors.vocabulary import tables
from connectors.vocabulary.translations import _known, _synonyms, in_either, in_english


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("pergélisol", "permafrost"),
        ("le pergélisol", "permafrost"),
        ("inondations", "floods"),
        ("incendies de forêt", "wildfires"),
        ("couverture terrestre", "land cover"),
        ("eaux de surface", "surface water"),
        ("glace de mer", "sea ice"),
        ("eutrophisation", "eutrophication"),
        ("humidité du sol", "soil moisture"),
        ("niveau de la mer", "sea level"),
        ("précipitations", "precipitation"),  # the accent makes it French
        ("la déforestation", "deforestation"),
        ("végétation", "vegetation"),
        ("température", "temperature"),
        ("dioxyde d'azote", "nitrogen dioxide"),
    ],
)
def test_what_the_vocabulary_names_in_both(french: str, english: str) -> None:
    assert in_english(french) == english


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("eau", "water"),
        ("les crues", "floods"),
        ("canicule", "heatwave"),
        ("nuages", "clouds"),
        ("savanes", "savanna"),
        ("arbres", "trees"),
        ("riz", "rice"),
        ("lumières nocturnes", "night lights"),
        ("qualité de l'eau", "water quality"),
        ("fonte du pergélisol", "permafrost thaw"),
        ("ilots de chaleur urbains", "urban heat islands"),
    ],
)
def test_synonyms_are_told_apart_from_what_they_belong_to(french: str, english: str) -> None:
    assert in_english(french) == english


@pytest.mark.parametrize("words", ["permafrost", "wildfires", "land cover", "glaciers", "peat", "lidar", "vegetation"])
def test_english_stays_as_it_is(words: str) -> None:
    assert in_english(words) == ""


@pytest.mark.parametrize(
    "words",
    [
        "qualité de l'eau du lac",
        "réchauffement",
        "étalement",
        "précipitations de mousson",
        "superficie brûlée",
        "biodiversité marine",
        "inondations et sécheresses",
        "",
        "de la",
    ],
)
def test_what_says_more_than_a_name_is_not_made_less(words: str) -> None:
    assert in_english(words) == ""


def test_no_synonym_is_an_english_word_of_the_vocabulary() -> None:
    assert [french for french, _ in tables.rows("translations") if french.isascii() and not in_english(french)] == []
    assert [key for key in _synonyms() if key in _known("en")] == []


def test_words_are_sought_in_both_tongues_where_their_english_is_known() -> None:
    assert in_either("banquise") == ["banquise", "sea ice"]
    assert in_either("sea ice") == "sea ice"
