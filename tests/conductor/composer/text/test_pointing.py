"""Words that point at ground without naming it, and words that only look as if they did."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.pointing import POINTS


@pytest.mark.parametrize(
    "text",
    [
        "How thick is the smoke over our community right now?",
        "latest Sentinel-2 over our concession",
        "did it rain more than usual in our canton last summer?",
        "NDVI of my three parcels in July 2025",
        "rainfall in the region in 2024",
        "Number of frost nights at the orchard, 1991-2020",
        "compare the two sites for July temperature",
        "has the lake shrunk since 2000?",
        "the glacier's area in 2010",
        "What will summers be like where my parents live in 2060?",
        "have our winters become milder?",
        "is it drying out around here?",
        "water level at the selected site",
        "how hot will the Gulf get?",
        "La fumée est-elle épaisse au-dessus de notre communauté ?",
        "température dans le département en 2050",
        "étendue d'eau du réservoir en août 2025",
        "nos hivers sont-ils plus doux ?",
        "Nombre de nuits de gel au verger, 1991-2020",
        "compare les deux sites pour la température",
        "la forêt autour d'ici a-t-elle été coupée ?",
        "fera-t-il trop chaud là où je cultive ?",
        "NDVI de mes parcelles en juillet",
        "combien de nuits tropicales chez nous ?",
    ],
)
def test_ground_is_pointed_at(text: str) -> None:
    assert POINTS.search(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "rainfall in the region of Murcia in 2020",
        "rainfall in the state of Texas in 2020",
        "our report needs the global mean temperature",
        "for my thesis, list CMIP6 models",
        "in our dataset NDVI was low",
        "from here on answer in French",
        "how does my boss read this index?",
        "temperature at this point in time",
        "combien de nuits tropicales d'ici 2050",
        "le niveau de la mer d'ici la fin du siècle",
        "pluie dans la région de Murcie en 2020",
        "pour mon mémoire : température mondiale",
        "les données chez nos amis du DKRZ",
        "ils ont f2 dans leur étiquette de variante",
    ],
)
def test_other_words_do_not_point(text: str) -> None:
    assert POINTS.search(fold(text)) is None


@pytest.mark.parametrize(
    "text",
    ["Is the river rising?", "How full is the reservoir?", "Show me the lagoon in August 2023", "Le lac devient-il plus petit ?", "à l'endroit donné", "sur le site choisi", "Montre-moi le lac"],
)  # fmt: skip
def test_ground_that_moves_or_is_shown_is_pointed_at(text: str) -> None:
    assert POINTS.search(fold(text))


@pytest.mark.parametrize("text", ["Show me the lake levels of Kenya", "montre-moi le lac Mead", "is the price rising?"])
def test_a_named_ground_is_not(text: str) -> None:
    assert POINTS.search(fold(text)) is None
