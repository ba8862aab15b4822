"""Causes of wrong readings met in questions that nobody had written rules for: each a rule of its own, shown on a few wordings."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.contract import to_dict
from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


def _first(text: str) -> dict[str, Any]:
    understood = to_dict(understand(Question(text=text, asked_at=NOW)))
    first: dict[str, Any] = understood["intents"][0]
    return first


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("débit de la Moselle avec HYDROTEL", "river"),
        ("Débit centennal du Rhône à Beaucaire", "river"),
        ("Is it true that the Loire could run dry in summer by 2080?", "river"),
        ("température moyenne dans la Moselle en 2020", "region"),
        ("rainfall in Saguenay in 2020", "city"),
    ],
)
def test_words_of_flow_mean_the_river(text: str, kind: str) -> None:
    assert _first(text)["places"][0]["kind"] == kind


@pytest.mark.parametrize(
    "text", ["Est-ce que l'Espagne est touchée par la sécheresse ?", "Le Canada est plus chaud qu'en 1980 ?"]
)
def test_the_verb_is_no_direction(text: str) -> None:
    assert _first(text)["places"][0].get("relation") is None


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("rainfall in Fiji last January", [("target", "2026-01-01", "2026-01-31")]),
        ("température à Lille en septembre dernier", [("target", "2025-09-01", "2025-09-30")]),
        ("rain in Leeds since January", [("target", "2026-01-01", "2026-06-15")]),
        (
            "temp 1981-2010 vs 2041-2070 in Leeds",
            [("reference", "1981-01-01", "2010-12-31"), ("target", "2041-01-01", "2070-12-31")],
        ),
        (
            "Heavy rain in Kenya now vs mid-century",
            [("target", "2041-01-01", "2060-12-31"), ("reference", "1995-01-01", "2014-12-31")],
        ),
        ("rainfall in Lima in the eighties", [("target", "1980-01-01", "1989-12-31")]),
    ],
)
def test_periods(text: str, periods: list[tuple[str, str, str]]) -> None:
    assert [(p["role"], p["start"], p["end"]) for p in _first(text)["periods"]] == periods


@pytest.mark.parametrize(
    ("text", "months"),
    [("may rainfall in Mumbai", [5]), ("the mean march temperature of Kyiv", [3]), ("it may rain more in Oslo", [])],
)
def test_a_month_beside_what_is_measured(text: str, months: list[int]) -> None:
    assert _first(text)["months"] == months


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Is there agreement between ERA5 and CRU on temperature in Chad?", "compare"),
        ("biais de CNRM-CM6-1 par rapport à ERA5 sur la France", "compare"),
        ("streamflow simulation Thames 1980-2010", "simulate"),
        ("WRF downscaling over Cyprus", "simulate"),
        ("run a GCM at 50km for Iceland", "simulate"),
        ("fine tune a model on burned areas in Portugal", "train"),
        ("c koi le ndvi", "explain"),
        ("quelle confiance dans les projections de pluie au Sahel ?", "explain"),
        ("Detect new buildings in Kigali between 2018 and 2023", "change"),
        ("glacier retreat Patagonia 1985-2020 landsat", "change"),
        ("Étendue maximale de la banquise arctique par année depuis 1979", "describe"),
        ("show spaghetti plot CMIP6 tas global", "describe"),
        ("rate of warming of Lake Baikal surface water", "trend"),
        ("tas 1850-2100 global mean", "project"),
    ],
)
def test_actions(text: str, action: str) -> None:
    assert _first(text)["action"] == action


@pytest.mark.parametrize("text", ["Ok mais pour les Alpes", "and for Germany?", "montre la même chose en carte"])
def test_a_turn_that_carries_on_without_a_turn_before(text: str) -> None:
    assert _first(text)["follow_up"] is True


def test_the_missions_numbers_are_platforms() -> None:
    assert _first("Landsat 8 and 9 scenes over Crete this year")["filters"] == {"platform": ["landsat-8", "landsat-9"]}


@pytest.mark.parametrize(
    ("text", "statistics"),
    [("what will global warming mean for Bangladesh", []), ("Surface du lac d'Ourmia en 1995", ["area"])],
)
def test_statistics(text: str, statistics: list[str]) -> None:
    assert _first(text)["statistics"] == statistics


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("El Niño effect on rainfall in Peru", ["pr"]),
        ("Pluie centennale à Nîmes", ["pr"]),
        ("T° mini nocturnes Strasbourg juillet 2022", ["tasmin"]),
        ("cloud cover over London in november", ["clt"]),
    ],
)
def test_quantities(text: str, names: list[str]) -> None:
    assert [q["variable_id"] for q in _first(text)["quantities"]] == names


def test_a_box_typed_with_hemispheres() -> None:
    assert _first("sst box 10W-5E 35N-45N 1990-2020")["places"][0]["bbox"] == [-10.0, 35.0, 5.0, 45.0]


def test_a_glacier_by_name_is_looked_for() -> None:
    assert _first("Glacier d'Aletsch : recul depuis 1990")["phenomena"] == ["glacier"]


def test_a_model_that_is_looked_for_needs_no_place() -> None:
    question = Question(text="find a model for cloud segmentation", asked_at=NOW)
    assert understand(question).clarification is None


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("cordex arctic ARC-44 tas rcp26 mon", ["mon"]),
        ("CNRM-CM6-1 r2i1p1f2 ssp245 day hurs gr", ["day"]),
        ("mon jardin sous ssp245 avec CMIP6", None),
    ],
)
def test_a_step_typed_among_identifiers(text: str, frequency: list[str] | None) -> None:
    assert _first(text)["facets"].get("frequency") == frequency
