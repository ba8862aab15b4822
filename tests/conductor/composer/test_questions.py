"""The fifteen questions of first light, understood as they must be answered."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.contract import to_dict
from conductor.composer.grammar import understand
from conductor.question import Question
from tests.evals.scoring import mark

NOW = "2026-11-23T12:00:00Z"
GLOBE = {"kind": "globe"}
RECENT = {"role": "reference", "start": "1995-01-01", "end": "2014-12-31"}


def target(first: int | str, last: int | str) -> dict[str, str]:
    start = f"{first}-01-01" if isinstance(first, int) else first
    return {"role": "target", "start": start, "end": f"{last}-12-31" if isinstance(last, int) else last}


def place(lat: float, lon: float, span: float, **more: object) -> dict[str, object]:
    return {"lat": lat, "lon": lon, "max_span_deg": span, **more}


TAS = {"variable_id": "tas"}
QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "How much will the world warm by the end of the century under SSP2-4.5?",
        {"action": "project", "quantities": [TAS], "places": [GLOBE], "periods": [target(2081, 2100), RECENT], "facets": {"experiment_id": ["ssp245"]}},
    ),
    (
        "Compare end-of-century global warming under SSP1-2.6 and SSP5-8.5.",
        {"action": "compare", "compared": "scenarios", "quantities": [TAS], "places": [GLOBE], "periods": [target(2081, 2100), RECENT], "facets": {"experiment_id": ["ssp126", "ssp585"]}},
    ),
    (
        "When does the world pass 2 °C above pre-industrial under SSP3-7.0?",
        {"action": "project", "places": [GLOBE], "facets": {"experiment_id": ["ssp370"]}},
    ),
    (
        "How fast has the world warmed since 1970 according to observations?",
        {"action": "trend", "quantities": [TAS], "places": [GLOBE], "periods": [target(1970, "2026-11-23")]},
    ),
    (
        "How much warmer will Texas be in 2070–2099 than in 1961–1990 under A1B, compared with E1?",
        {
            "action": "compare", "compared": "scenarios", "quantities": [TAS], "places": [place(31.2, -99.3, 15, country="US")],
            "periods": [target(2070, 2099), {"role": "reference", "start": "1961-01-01", "end": "1990-12-31"}], "facets": {"experiment_id": ["A1B", "E1"]},
        },
    ),
    (
        "Température annuelle à Montréal dans les années 2050 selon le scénario A1B?",
        {"action": "project", "quantities": [TAS], "places": [place(45.51, -73.59, 2, country="CA")], "periods": [target(2050, 2059)], "facets": {"experiment_id": ["A1B"]}, "aggregation": "annual"},
    ),
    (
        "How will annual temperature change over the Mediterranean by mid-century under SSP5-8.5?",
        {"action": "project", "quantities": [TAS], "places": [place(36, 18, 60)], "periods": [target(2041, 2060), RECENT], "facets": {"experiment_id": ["ssp585"]}},
    ),
    (
        "Which CMIP6 models have daily ta for the historical experiment?",
        {"action": "find", "quantities": [{"variable_id": "ta"}], "places": [], "periods": [], "facets": {"mip_era": ["CMIP6"], "experiment_id": ["historical"], "frequency": ["day"]}},
    ),
    (
        "Find Sentinel-2 scenes near Berlin in February 2017.",
        {"action": "find", "collections": ["sentinel-2-l2a"], "places": [place(52.5, 13.4, 3, country="DE", relation="near")], "periods": [target("2017-02-01", "2017-02-28")]},
    ),
    (
        "What share of Iowa was cropland in 2019?",
        {"action": ["detect", "describe"], "phenomena": ["crop"], "places": [place(42, -93.5, 8, country="US")], "periods": [target(2019, 2019)]},
    ),
    (
        "How has lower-tropospheric temperature near the North Pole changed since 1950 in CMIP6 models?",
        {"action": "trend", "quantities": [{"variable_id": "ta"}], "periods": [target(1950, "2026-11-23")], "facets": {"mip_era": ["CMIP6"]}},
    ),
    (
        "How cloudy was the Sentinel-2 scene west of Berlin on 16 February 2017?",
        {"action": "detect", "phenomena": ["cloud"], "collections": ["sentinel-2-l2a"], "places": [place(52.5, 13.4, 3, relation="west_of")], "periods": [target("2017-02-16", "2017-02-16")]},
    ),
    ("What is hist-1950?", {"action": "explain", "facets": {"experiment_id": ["hist-1950"]}, "places": [], "periods": []}),
    ("Montre-moi Springfield en juin", {"clarify": {"slot": "places"}, "months": [6]}),
    ("Find SSP9-2.0 projections for Chile", {"declined": "no_such_data"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "gold"), QUESTIONS, ids=[str(n) for n in range(1, len(QUESTIONS) + 1)])
def test_first_light_is_understood(text: str, gold: dict[str, Any]) -> None:
    understood = to_dict(understand(Question(text=text, asked_at=NOW)))
    slots = mark({"clarify": None, "declined": None, **gold}, understood).slots
    assert [slot for slot, right in slots.items() if not right] == [], understood


def test_a_wrong_scenario_names_the_nearest_ones() -> None:
    refusal = understand(Question(text="Find SSP9-2.0 projections for Chile", asked_at=NOW)).declined
    assert refusal is not None
    assert refusal.nearest and all(name.startswith("ssp") for name in refusal.nearest)


def test_springfield_offers_several_places_with_what_would_differ() -> None:
    asked = understand(Question(text="Montre-moi Springfield en juin", asked_at=NOW)).clarification
    assert asked is not None
    assert len(asked.options) >= 2 and len({option.label for option in asked.options}) == len(asked.options)
    assert all(option.effect for option in asked.options)


def test_an_answered_clarification_settles_the_place() -> None:
    question = Question(text="Montre-moi Springfield en juin", asked_at=NOW)
    asked = understand(question).clarification
    assert asked is not None
    settled = understand(Question(text=question.text, asked_at=NOW, choice=asked.options[1].label))
    assert settled.clarification is None
    assert settled.intents[0].places != understand(question).intents[0].places
