"""Names that their surroundings say to be something else are left out."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent


def _intent(text: str) -> Intent:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("Use SAM to outline the fields of Foggia, Sentinel-2, June 2025", ("SAM",)),
        ("extrais les bâtiments de Thiès avec SAM, Pléiades, 2024", ("SAM",)),
        ("SAM index trend since 1979", ()),
    ],
)
def test_sam_is_a_model_where_something_is_outlined(text: str, models: tuple[str, ...]) -> None:
    assert _intent(text).models == models


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("étendue maximale de la banquise arctique en 2020", []),
        ("les maximales de juillet 2022 à Nîmes", ["tasmax"]),
        ("pluie maximale en cinq jours à Kumasi, 2031-2060, ssp370", []),
    ],
)
def test_maximal_is_a_temperature_only_as_a_noun(text: str, variables: list[str]) -> None:
    assert [q.variable_id for q in _intent(text).quantities if q.variable_id == "tasmax"] == variables


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("maximum journalier à Nîmes en 2020", ["tasmax"]),
        ("maximum journalier de vent à Nîmes en 2020", []),
        ("daily maximum in Nîmes in 2020", ["tasmax"]),
        ("daily maximum of rain in Nîmes in 2020", []),
    ],
)
def test_a_daily_maximum_is_one_of_temperature_unless_said_of_something_else(text: str, variables: list[str]) -> None:
    assert [q.variable_id for q in _intent(text).quantities if q.variable_id == "tasmax"] == variables


@pytest.mark.parametrize(
    ("text", "experiments"),
    [
        ("Historical trend of temperature in Oslo, CMIP6", None),
        ("Tendance historique de la température à Oslo, CMIP6", None),
        ("Simulation historique de la température à Oslo, CMIP6", ("historical",)),
    ],
)
def test_a_historical_trend_is_no_historical_run(text: str, experiments: tuple[str, ...] | None) -> None:
    assert _intent(text).facets.get("experiment_id") == experiments


@pytest.mark.parametrize(
    ("text", "experiments"),
    [
        ("émissions moyennes de NO2 à Paris en 2022", None),
        ("pluie au Mali en 2050, émissions moyennes de gaz à effet de serre", ("ssp245",)),
    ],
)
def test_the_mean_of_what_is_emitted_is_no_scenario(text: str, experiments: tuple[str, ...] | None) -> None:
    assert _intent(text).facets.get("experiment_id") == experiments


@pytest.mark.parametrize(
    ("text", "variables"),
    [("map the drift ice near Riga on 10 February 2024", []), ("drift of the ice near Riga in 2024", ["sispeed"])],
)
def test_ice_that_drifts_is_no_speed(text: str, variables: list[str]) -> None:
    assert [q.variable_id for q in _intent(text).quantities] == variables
