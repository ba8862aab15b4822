"""Names in a text: longest match, identifiers, slips, families, and what each wording implies."""

from __future__ import annotations

from typing import Literal

import pytest

from connectors.vocabulary.matches import FamilyEntry
from connectors.vocabulary.phrases import find_names


def named(text: str, language: Literal["en", "fr"] = "en") -> dict[str, list[str]]:
    """What is said → the ids it can mean."""
    found: dict[str, list[str]] = {}
    for match in find_names(text, language):
        found.setdefault(match.text, []).append(match.entry.id)
    return found


@pytest.mark.parametrize(
    ("text", "said", "wanted"),
    [
        ("surface temperature in July", "surface temperature", "tas"), ("land surface temperature", "land surface temperature", "ts"),
        ("sea surface temperatures", "sea surface temperatures", "tos"), ("how much rain fell in Oslo", "how much rain fell", "pr"),
        ("mountain snowpack trend", "mountain snowpack", "snw"), ("soil moisture", "soil moisture", "mrso"),
        ("growing degree-days", "growing degree-days", "indicator:growing_degree_days"), ("consecutive dry days", "consecutive dry days", "indicator:cdd"),
        ("the NDVI of a field", "NDVI", "index:NDVI"), ("evaporative demand", "evaporative demand", "evspsblpot"),
        ("surface downwelling shortwave flux in air", "surface downwelling shortwave flux in air", "rsds"),
    ],
)  # fmt: skip
def test_everyday_words_lead_to_quantities(text: str, said: str, wanted: str) -> None:
    assert wanted in named(text)[said]


@pytest.mark.parametrize(
    ("text", "said", "wanted"),
    [
        ("l'équivalent en eau de la neige", "équivalent en eau de la neige", "snw"), ("hausse du niveau des mers", "hausse du niveau des mers", "zos"),
        ("nuits tropicales à Lyon", "nuits tropicales", "indicator:tropical_nights"), ("banquise de mars", "banquise", "siconc"),
        ("vitesse du vent", "vitesse du vent", "sfcWind"), ("degrés-jours de chauffage", "degrés-jours de chauffage", "indicator:heating_degree_days"),
        ("humidité des sols", "humidité des sols", "mrso"), ("débit de la rivière", "débit de la rivière", "cf:water_volume_transport_in_river_channel"),
        ("hausse de la température de surface de la mer", "température de surface de la mer", "tos"),
    ],
)  # fmt: skip
def test_french_words_lead_to_quantities(text: str, said: str, wanted: str) -> None:
    assert wanted in named(text, "fr")[said]


def test_the_longest_name_wins() -> None:
    assert "sea ice" not in named("the sea ice thickness")


def test_a_wording_carries_what_it_implies() -> None:
    (match,) = [m for m in find_names("hottest day in June", "en") if m.kind == "quantity"]

    assert (match.entry.id, match.implies) == ("tasmax", ("max",))


def test_a_scenario_word_is_an_assumption() -> None:
    (match,) = find_names("in the worst case", "en")

    assert (match.kind, match.entry.id, match.implies) == ("experiment", "ssp585", ("assumed",))


@pytest.mark.parametrize("said", ["can esm5", "CanESM5", "MPI ESM1-2 HR", "mpi-esm1.2-hr", "UKESM1.0-LL"])
def test_model_ids_are_found_however_they_are_separated(said: str) -> None:
    (match,) = find_names(f"runs of {said} please", "en")

    assert match.text == said
    assert match.kind == "facet"


def test_an_experiment_longer_than_a_scenario_is_taken_whole() -> None:
    assert named("ssp245-GHG and ssp245") == {"ssp245-GHG": ["ssp245-GHG"], "ssp245": ["ssp245"]}


def test_names_with_underscores_are_identifiers() -> None:
    found = find_names("run tx_days_above and surface_snow_amount", "en")

    assert [(m.kind, m.entry.id) for m in found] == [
        ("quantity", "indicator:tx_days_above"), ("process", "tx_days_above"), ("quantity", "snw"),
    ]  # fmt: skip


def test_keys_of_facets_are_no_names() -> None:
    assert list(named("source_id=CESM2, table_id=day")) == ["CESM2", "day"]


def test_a_slip_is_put_right_and_scores_less() -> None:
    (match,) = find_names("temprature tomorrow", "en")

    assert match.entry.id == "tas"
    assert match.score < 1


@pytest.mark.parametrize("text", ["grace à lui", "il goes là", "mais oui", "plus tard en mai", "un temps de chien"])
def test_ordinary_french_words_are_no_names(text: str) -> None:
    assert named(text, "fr") == {}


def test_a_word_that_wants_capitals_has_them() -> None:
    assert "cape" not in named("the cape of Good Hope")
    assert "CAPE" in named("CAPE and shear")


def test_a_family_of_scenarios_names_its_members() -> None:
    (match,) = [m for m in find_names("SSP4 for Kenya", "en") if m.kind == "scenario_family"]

    assert isinstance(match.entry, FamilyEntry)
    assert match.entry.experiment_ids == ("ssp434", "ssp460")


def test_a_process_is_named_beside_the_word() -> None:
    assert ("process", "ndvi") in [(m.kind, m.entry.id) for m in find_names("run the ndvi process", "en")]


def test_rcm_beside_gcm_is_no_satellite() -> None:
    assert named("GCM/RCM pairs") == {}
    assert named("RCM scenes of the strait")["RCM"] == ["rcm"]


def test_spans_are_of_the_text_itself() -> None:
    text = "Œuvre : l’ENNEIGEMENT, été 2020 ; précipitations"

    assert all(text[m.start : m.end] == m.text for m in find_names(text, "fr"))


def test_the_same_text_gives_the_same_names() -> None:
    text = "Compare CESM2 and CanESM5 snow cover under ssp245"

    assert find_names(text, "en") == find_names(text, "en")


def test_words_that_count_weigh_nothing_against_a_longer_name() -> None:
    assert "indicator:cdd" in named("nombre de jours secs consécutifs", "fr")["jours secs consécutifs"]
    assert "indicator:dry_days" in named("nombre de jours secs", "fr")["nombre de jours secs"]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("soil salinity", "en", "cf:soil_water_salinity"), ("salinité des sols", "fr", "cf:soil_water_salinity"), ("salinity", "en", "so"),
        ("sunshine hours", "en", "cf:duration_of_sunshine"), ("heures de soleil", "fr", "cf:duration_of_sunshine"), ("morning lows", "en", "tasmin"),
        ("hauteur d'eau tombée", "fr", "pr"), ("share of ground under snow", "en", "snc"), ("days that never thaw", "en", "indicator:ice_days"),
        ("jours où il pleut", "fr", "indicator:wetdays"), ("most rain in a day", "en", "indicator:rx1day"), ("gisement solaire", "fr", "rsds"),
        ("onset of the rains", "en", "indicator:rain_season"), ("acidité de la mer", "fr", "ph"), ("how warm the sea is", "en", "tos"),
        ("hauteur de neige tombée", "fr", "prsn"), ("début de la saison de végétation", "fr", "indicator:growing_season_start"),
    ],
)  # fmt: skip
def test_what_people_say_of_weather_names_a_quantity(text: str, language: Literal["en", "fr"], wanted: str) -> None:
    assert wanted in named(text, language).get(text, [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("étendue minimale de la banquise", "indicator:sea_ice_extent"),
        ("épaisseur projetée de la banquise", "sithick"),
        ("température maximale de l'air", "tasmax"),
        ("température moyenne de surface du sol", "ts"),
    ],
)
def test_an_adjective_may_stand_inside_a_name(text: str, wanted: str) -> None:
    assert wanted in {identifier for found in named(text, "fr").values() for identifier in found}
