"""Where a question asks of: names, relations, homonyms, points and boxes — and words that only look like places."""

from __future__ import annotations

from time import process_time

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Place

NOW = "2026-06-15T12:00:00Z"


def places(text: str) -> tuple[Place, ...]:
    return understand(Question(text=text, asked_at=NOW)).intents[0].places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("rain in Delhi and Mumbai in 2020", ["Delhi", "Mumbai"]),
        ("deforestation along the border between Peru and Bolivia in 2020", ["Peru", "Bolivia"]),
        ("images of London (Ontario) in May 2022", ["London"]),
        ("Heat waves in Paris under a Paris-aligned pathway", ["Paris"]),
        ("tas from the German node for CanESM5 ssp245", []),
        ("How do the goals of the Paris Agreement relate to ssp126?", []),
        ("find tos in the UK model, ssp126", []),
    ],
)
def test_places_are_told_from_words_that_look_like_them(text: str, names: list[str]) -> None:
    assert [place.name for place in places(text)] == names


def test_a_relation_holds_for_a_whole_list() -> None:
    assert {place.relation for place in places("algal blooms off the coast of Peru and Chile in 2020")} == {
        "off_coast_of"
    }


def test_a_container_is_no_place_of_its_own() -> None:
    assert [place.country for place in places("temperature in Paris, Texas in 2020")] == ["US"]


def test_coordinates_are_a_point() -> None:
    (place,) = places("Mean temperature at 45.5N 73.6W in 2010")
    assert place.kind == "point" and place.bbox is not None and place.bbox.contains(-73.6, 45.5)


def test_the_world_is_the_globe_but_a_warming_level_is_not() -> None:
    assert [place.kind for place in places("How much has the world warmed since 1970?")] == ["globe"]
    assert [place.name for place in places("rain in Lyon at 2 °C of global warming")] == ["Lyon"]


def test_a_place_that_is_denied_is_left_out() -> None:
    assert [place.name for place in places("heat waves in Vienna (not Paris) in 2050, ssp245")] == ["Vienna"]


def test_a_relation_to_the_city_holds_for_the_place_named_before() -> None:
    (place,) = places("We insure warehouses in Busan: highest wind within 60 km of the port city, 2040s, ssp585")
    assert (place.relation, place.distance_km) == ("within_distance", 60)


def test_who_speaks_and_who_signs_are_no_places() -> None:
    assert [p.name for p in places("Lena thinks it is convection: rainfall over Indonesia in 2014")] == ["Indonesia"]
    assert [p.name for p in places("monthly rainfall of Kenya in 2014, please. Best, Ola")] == ["Kenya"]


def test_a_model_that_is_a_village_too_is_the_model() -> None:
    assert [p.name for p in places("Run Raven HMETS on the Kootenay River for 1995-2015")] == ["Kootenay River"]


def test_the_coast_that_leads_to_a_town_on_it_is_left_out() -> None:
    text = "We own hotels on the north coast of the Dominican Republic. Rainfall of Puerto Plata in 2020?"
    assert [p.name for p in places(text)] == ["Puerto Plata"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("débit du fleuve Columbia en 2021", "fleuve Columbia", "river", None),
        ("streamflow of the Amazon in 2021", "Amazon", "river", None),
        ("débit du fleuve Jaune en 2021", "fleuve Jaune", "river", "CN"),
        ("pluie dans la Meuse en 2021", "Meuse", "region", "FR"),
        ("débit de la Meuse en 2021", "Meuse", "river", None),
        ("pluie dans le département du Nord en 2021", "département du Nord", "region", "FR"),
        ("temperature in Kaktovik in January 2021", "Kaktovik", "city", "US"),
        ("snow in Fort Resolution in January 2021", "Fort Resolution", "city", "CA"),
        ("rain in Puglia in 2023", "Puglia", "region", "IT"),
        ("area of Svartisen in 2023, Landsat", "Svartisen", "other", "NO"),
        ("pluies en Éthiopie à Addis-Abeba, 1991-2020", "Addis-Abeba", "city", "ET"),
        (
            "I live in Malmö but this is about Vancouver Island: landslides in November 2021",
            "Vancouver Island",
            "island",
            "CA",
        ),
    ],
)
def test_the_place_that_is_meant_is_read(text: str, name: str, kind: str, country: str | None) -> None:
    (place,) = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].places
    assert (place.name, place.kind, place.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Phoenix or Tucson: which one has more days over 40 °C in ERA5, 1991-2020?", ["Phoenix", "Tucson"]),
        ("sargasses autour de la Guadeloupe et de la Martinique, mai 2026", ["Guadeloupe", "Martinique"]),
        ("la superficie brûlée au Portugal… non, en Espagne, 2015-2024", ["Espagne"]),
    ],
)
def test_lists_and_corrections_of_places(text: str, places: list[str]) -> None:
    intent = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]
    assert [place.name for place in intent.places] == places


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rainfall in Africa aside from Egypt in 2020", [None, "except"]),
        ("pluie en Afrique excepté l'Égypte en 2020", [None, "except"]),
        ("flooded area on the banks of the Danube in May 2023", [None]),
        ("scenes of the shores of Lake Victoria in May 2023, Sentinel-2", ["coast_of"]),
        ("mean temperature around the world in 2020", [None]),
    ],
)
def test_a_relation_belongs_to_one_place_that_can_bear_it(text: str, told: list[str | None]) -> None:
    assert [place.relation for place in places(text)] == told


def test_a_long_list_of_repeated_names_costs_no_more_than_its_length() -> None:
    names = "Paris, London, Berlin, Springfield, "
    spent = []
    for times in (40, 160):
        begun = process_time()
        places(f"Temperature in {names * times} in 2020")
        spent.append(process_time() - begun)
    assert spent[1] < 8 * spent[0]  # four times as long; with every pair looked at it is sixteen


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("débit de la Meuse à Liège en 2020", [None, None]),
        ("débit entre la Meuse et la Moselle en 2020", ["between", "between"]),
        ("pluie de Paris à Lyon en 2020", ["between", "between"]),
        ("rainfall in Mali's centre in 2020", ["central_part_of"]),
        ("rainfall in the Netherlands' south in 2020", ["southern_part_of"]),
    ],
)
def test_a_water_at_a_town_is_not_between_them_and_a_possessive_tells_a_part(text: str, told: list[str | None]) -> None:
    assert [place.relation for place in places(text)] == told
