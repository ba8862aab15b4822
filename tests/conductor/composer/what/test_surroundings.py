"""What only stands around a measured quantity is not looked for, and what dries decides what is measured."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import first


@pytest.mark.parametrize(
    "text",
    [
        "Rain received by the coffee area of Huila, Colombia, in 2023",
        "Pluie reçue par la zone caféière du Huila, Colombie, en 2023",
        "Frost days in the orchards of Valais in April 2021",
        "Jours de gel dans les vergers du Valais en avril 2021",
        "Rain in the forests of Gabon in 2022",
        "Pluie dans les forêts du Gabon en 2022",
    ],
)
def test_where_something_is_measured_is_not_looked_for(text: str) -> None:
    assert (first(text).action, first(text).phenomena) == ("describe", ())


@pytest.mark.parametrize(
    ("text", "phenomenon"),
    [
        ("Map the coffee zones of Huila in 2023", "crop"),
        ("Cartographie les zones caféières du Huila en 2023", "crop"),
        ("Crop damage by frost in Valais in April 2021", "crop"),
        ("Dégâts du gel sur les cultures du Valais en avril 2021", "crop"),
        ("NDVI of the vineyards of Mendoza in 2023", "crop"),
        ("NDVI des vignobles de Mendoza en 2023", "crop"),
    ],
)
def test_what_is_mapped_or_damaged_stays(text: str, phenomenon: str) -> None:
    assert phenomenon in first(text).phenomena


@pytest.mark.parametrize(
    ("text", "standard_name"),
    [
        ("Are soils getting drier in Kansas since 1990?", "mass_content_of_water_in_soil"),
        ("Les sols sont-ils plus secs au Kansas depuis 1990 ?", "mass_content_of_water_in_soil"),
        ("Are the soils of the Mekong delta getting saltier since 2000?", "soil_water_salinity"),
        ("Les sols du delta du Mékong deviennent-ils plus salés depuis 2000 ?", "soil_water_salinity"),
        ("Is the Sahel getting drier since 1950?", "precipitation_flux"),
        ("Le Sahel s'assèche-t-il depuis 1950 ?", "precipitation_flux"),
    ],
)
def test_what_dries_or_is_salty_is_measured(text: str, standard_name: str) -> None:
    assert [q.standard_name for q in first(text).quantities] == [standard_name]


@pytest.mark.parametrize(
    "text",
    [
        "Is Lake Chad drying up since 1985?",
        "Le lac Tchad s'assèche-t-il depuis 1985 ?",
        "Are the marshes of the Sudd drying out since 2000?",
        "Les marais du Sudd s'assèchent-ils depuis 2000 ?",
    ],
)
def test_a_lake_or_marsh_that_dries_gets_no_rain_measured(text: str) -> None:
    assert first(text).quantities == ()
