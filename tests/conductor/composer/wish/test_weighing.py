"""Comparisons without a word for it, what reports say, and what things cost."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import first


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("Rank Lagos, Accra and Abidjan by mean temperature in 2022", "places"),
        ("Classe Lagos, Accra et Abidjan par température moyenne en 2022", "places"),
        ("List the wettest of Bergen, Oslo, Stavanger in 2021", "places"),
        ("ERA5, MERRA-2, JRA-55: which of them performs best for wind in the North Sea?", "sources"),
        ("ssp126, ssp245, ssp585: sea level in Venice by 2100, in increasing order", "scenarios"),
        ("Mets en contraste ssp126 et ssp585 pour la durée de la saison de croissance en Alberta, 2071-2100", "scenarios"),
        ("How does the number of hot days in Madrid differ at 2 °C versus 4 °C of global warming?", "periods"),
        ("Écart entre +1,5 et +2 °C de réchauffement pour la sécheresse en Méditerranée", "periods"),
        ("Les simulations historical de CMIP6 sont-elles trop pluvieuses sur la Norvège par rapport à GPCP ?", "observations"),
    ],
)  # fmt: skip
def test_what_is_ranked_or_set_apart_is_compared(text: str, axis: str) -> None:
    intent = first(text)
    assert (intent.action, intent.compared) == ("compare", axis)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Sort Landsat scenes of Lima by date", "find"),
        ("Heavy rain in Bangladesh at 1.5 °C and at 3 °C of warming", "project"),
        ("Range of temperatures in Oslo in 2020", "describe"),
        ("Vitesse moyenne du vent par décennie en Irlande, 1981-2020, MERRA-2", "describe"),
        ("Tendance du vent par décennie en Irlande, 1981-2020, MERRA-2", "trend"),
    ],
)
def test_an_order_of_scenes_or_a_list_of_levels_is_not(text: str, action: str) -> None:
    assert first(text).action == action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("quote me the IPCC on monsoon rainfall in West Africa", "explain"),
        ("Que dit le GIEC de la mousson en Afrique de l'Ouest ?", "explain"),
        ("How much does it cost to download Sentinel-2 data?", "explain"),
        ("Combien coûte le téléchargement des données Sentinel-2 ?", "explain"),
        ("Monsoon rainfall in West Africa in 2020", "describe"),
    ],
)
def test_reports_and_prices_are_explained(text: str, action: str) -> None:
    assert first(text).action == action
