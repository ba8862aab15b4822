"""Lands told by an adjective beside what lies or happens in them."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "country", "relation"),
    [
        ("Polish forest loss in 2020", "PL", None),
        ("superficie des glaciers suisses en 2020", "CH", None),
        ("forêts polonaises perdues en 2020", "PL", None),
        ("Sentinel-2 of the Chilean coast, May 2024", "CL", "coast_of"),
        ("navires au large des côtes marocaines, mai 2024, Sentinel-1", "MA", "off_coast_of"),
        ("pluie le long de la frontière ukrainienne en 2020", "UA", "border_of"),
        ("total de pluie par province zambienne en 2023", "ZM", None),
    ],
)
def test_the_land_of_an_adjective_is_where(text: str, country: str, relation: str | None) -> None:
    places = understand(Question(text=text, asked_at=NOW)).intents[0].places
    assert [(place.country, place.relation) for place in places] == [(country, relation)]


@pytest.mark.parametrize(
    "text", ["Polish forests around Kraków in 2020", "forêts polonaises autour de Cracovie en 2020"]
)
def test_a_place_named_outright_is_nearer_than_the_land_of_an_adjective(text: str) -> None:
    places = understand(Question(text=text, asked_at=NOW)).intents[0].places
    assert [(place.kind, place.relation) for place in places] == [("city", "near")]


def test_a_language_is_no_land() -> None:
    assert understand(Question(text="Rain in 2020, answer in French please", asked_at=NOW)).intents[0].places == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("How warm will Parisian summers be in 2050 under ssp585?", ["Paris"]),
        ("de combien vont se réchauffer les étés madrilènes en 2050, ssp585", ["Madrid"]),
        ("Andean snow cover trend, 2000 to 2020, MODIS", ["Andes"]),
        ("tendance de l'enneigement andin de 2000 à 2020, MODIS", ["Andes"]),
        ("trend in Siberian winter temperature since 1980", ["Siberia"]),
        ("pluies cévenoles d'automne, 2041-2070, ssp585", ["Cévennes"]),
        ("Turkmen methane plumes in October 2024", ["Turkmenistan"]),
        ("sécheresse sud-africaine de 2016", ["Afrique du Sud"]),
        ("sécheresse dalmate de 2022", ["Dalmatie"]),
        ("Sierra Leonean droughts in 2020", ["Sierra Leone"]),
        ("compare Spanish and Italian droughts in 2022", ["Spain", "Italy"]),
        ("compare les sécheresses espagnoles et italiennes en 2022", ["Espagne", "Italie"]),
    ],
)
def test_cities_ranges_and_two_lands_are_told_by_adjectives_too(text: str, names: list[str]) -> None:
    assert [place.name for place in understand(Question(text=text, asked_at=NOW)).intents[0].places] == names


@pytest.mark.parametrize(
    "text",
    [
        "Which Canadian CMIP6 models have daily snow?",
        "Quels modèles français participent à CMIP6 ?",
        "my Spanish colleague wants rainfall in 2020",
    ],
)
def test_who_comes_from_a_land_is_not_there(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].places == ()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Cordoba rainfall in 2023 - the Argentine one", "AR"),
        ("pluie à Valence en 2023, l'espagnole", "ES"),
        ("rainfall in London 2020, the Canadian one", "CA"),
    ],
)
def test_an_adjective_tells_which_bearer_of_the_name_is_meant(text: str, country: str) -> None:
    assert [place.country for place in understand(Question(text=text, asked_at=NOW)).intents[0].places] == [country]


def test_a_land_in_one_list_with_a_place_is_one_more_place() -> None:
    text = "rain over the Polish plain and Lake Balaton, May 2025"
    places = understand(Question(text=text, asked_at=NOW)).intents[0].places
    assert [place.name for place in places] == ["Poland", "Lake Balaton"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sentinel-2 along the Franco-Spanish border, July 2024", {("FR", "border_between"), ("ES", "border_between")}),
        (
            "Sentinel-2 à la frontière tchado-soudanaise, juillet 2024",
            {("TD", "border_between"), ("SD", "border_between")},
        ),
        ("Sentinel-2 à la frontière espagnole, juillet 2024", {("ES", "border_of")}),
        ("pluie dans le sud chilien en 2020", {("CL", "southern_part_of")}),
        ("rainfall in the Beninese north in 2020", {("BJ", "northern_part_of")}),
        ("pluie sur le littoral ghanéen en 2020", {("GH", "coast_of")}),
        ("pluie dans les Prairies canadiennes en 2020", {("CA", None)}),
    ],
)
def test_an_adjective_says_which_part_and_whose_border(text: str, told: set[tuple[str, str | None]]) -> None:
    places = understand(Question(text=text, asked_at=NOW)).intents[0].places
    assert {(place.country, place.relation) for place in places} == told
