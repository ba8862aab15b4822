"""Which slot an action cannot do without: asked for, or made up for by something else."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def asked(text: str) -> str | None:
    back = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).clarification
    return back.slot if back else None


@pytest.mark.parametrize(
    "text",
    [
        "How has the climate of India changed?",
        "Comment le climat de l'Inde a-t-il changé depuis 1980 ?",
        "is it getting worse in Chad?",
        "est-ce que ça empire au Tchad ?",
        "Give me the trend for Lisbon since 1980, ERA5",
        "quelle est la tendance à Lagos depuis 1980 ?",
        "Projections for Kenya in 2041-2060, ssp245",
        "que va-t-il se passer au Bangladesh d'ici 2050 ?",
        "compare Oslo et Bergen sur 1991-2020",
        "Give me a map for Estonia in July 2025 from ERA5",
        "Which models have that variable in daily resolution for ssp245?",
        "calcule l'indicateur pour Dakar en 2041-2060",
    ],
)
def test_what_is_measured_is_asked_for(text: str) -> None:
    assert asked(text) == "quantities"


@pytest.mark.parametrize(
    "text",
    [
        "map the index over our parcels in June 2025",
        "how many tropical nights will we get here in 2050?",
        "images Sentinel-2 moins de 10 % de nuages la semaine dernière",
        "detect oil spills today",
        "land cover map for 2021",
        "la rivière près de chez nous s'assèche-t-elle ?",
        "tell me about this valley",
    ],
)
def test_where_is_asked_for(text: str) -> None:
    assert asked(text) == "places"


@pytest.mark.parametrize(
    "text",
    [
        "What has changed in Lyon between the two dates? Sentinel-2.",
        "s1 scenes of Gander 02/03/26",
        "Sentinel-1 over Gdansk, 05/06/2025",
    ],
)
def test_when_is_asked_for(text: str) -> None:
    assert asked(text) == "periods"


@pytest.mark.parametrize(
    "text",
    [
        "what will summers be like in Rome in 2060?",
        "What was the weather like in Lyon last week?",
        "La Sicile se dessèche-t-elle depuis 1980 ?",
        "CMIP6 projections available for Ghana under ssp245?",
        "trouve les données ERA5 pour l'Estonie en juillet 2025",
        "what can you do here?",
        "how do I compute SPEI for my region?",
        "train a detector of boats on my images",
        "models that segment clouds",
        "Sentinel-1 relative orbit 110, 3 March 2026",
        "De combien la planète va-t-elle se réchauffer d'ici 2100 ?",
        "élévation du niveau de la mer d'ici 2100",
        "landsat sur Bogota, 05/06/2024",
    ],
)
def test_nothing_is_asked_for(text: str) -> None:
    assert asked(text) is None
