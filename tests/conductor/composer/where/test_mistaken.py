"""Names of the gazetteer that are no place where they stand."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("did it rain more than usual in our canton last summer?", []),
        ("a-t-il plu plus que d'habitude dans notre canton l'été dernier ?", []),
        ("Suite à la réunion du 12 mai, envoie les scènes Landsat 9 sur l'Odisha, janvier à mars 2026", ["Odisha"]),
        ("pluie à La Réunion en janvier 2024", ["La Réunion"]),
        ("the ministry of Zimbabwe (attention: Mr Rosario) requests consecutive dry days for 2041-2060", ["Zimbabwe"]),
        ("Dear team,\nrain in Lima in 2021 please.\nSorry for the short notice.\nM. Alvarado", ["Lima"]),
        ("not for Corsica, for New Caledonia: burned area in November 2025, VIIRS", ["New Caledonia"]),
        ("pas pour la Corse, pour la Nouvelle-Calédonie : surface brûlée en novembre 2025", ["Nouvelle-Calédonie"]),
        ("mushroom pickers want to know: rain in Bavaria, August-September 2025", ["Bavaria"]),
        ("les pluies en Provence augmentent-elles ? 1961-2020, test de Mann-Kendall", ["Provence"]),
        ("Hello. Rain in Paris in 2020, thanks, Marie", ["Paris"]),
        (
            "Suite à la Réunion du 12 mai avec Mme Lorient, merci d'envoyer la tendance des pluies au Togo depuis 1980.",
            ["Togo"],
        ),
        ("Contact: Mrs Florence Nice, room 204. We need rainfall in Kisumu, 1991-2020.", ["Kisumu"]),
        (
            "Bonjour, je vous écris de Limoges au nom de M. Laval. Quelle pluie a reçu Angers en 2012 ? Cordialement, Mme Orange",
            ["Angers"],
        ),
        ("As agreed with Ms. Ireland: flood extent in Sylhet on 20 June 2022, Sentinel-1.", ["Sylhet"]),
        ("Burned area in Evros, August 2023, please. Regards, S. Victoria", ["Evros"]),
        ("the mayor of Nice wants the rain of 2020 there", ["Nice"]),
    ],
)
def test_only_places_are_read_as_places(text: str, places: list[str]) -> None:
    intents = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents
    assert [place.name for place in intents[0].places] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("rainfall in the far north of Benin in 2020", ["Benin"]),
        ("pluie dans le Grand Lyon en 2020", ["Lyon"]),
        ("pluie sur le littoral du Ghana en 2020", ["Ghana"]),
        ("pluie dans le Grand Nord canadien en 2020", ["Grand Nord canadien"]),
    ],
)
def test_a_part_of_what_is_named_next_is_no_place_of_its_own(text: str, places: list[str]) -> None:
    said = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].places
    assert [place.name for place in said] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("NDVI of the Atlantic coast of France in 2020", [("France", "coast_of")]),
        ("NDVI de la côte pacifique du Mexique en 2020", [("Mexique", "coast_of")]),
        ("NDVI along Lithuania's Baltic coast in 2020", [("Lithuania", "coast_of")]),
        ("NDVI along the Pacific coast in 2020", [("Pacific", "coast_of")]),
        ("NDVI le long de la côte pacifique en 2020", [("pacifique", "coast_of")]),
        ("SST of the Atlantic in 2020", [("Atlantic", None)]),
    ],
)
def test_a_sea_that_says_which_coast_is_meant_is_no_place_of_its_own(
    text: str, places: list[tuple[str, str | None]]
) -> None:
    said = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].places
    assert [(place.name, place.relation) for place in said] == places
