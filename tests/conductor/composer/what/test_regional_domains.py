"""CORDEX domains told by their region and the size of a grid cell."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def _domains(text: str) -> tuple[str, ...]:
    intent = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]
    return intent.facets.get("domain_id", ())


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("CORDEX Africa at 0.44°, daily rainfall", "AFR-44"),
        ("CORDEX Afrique à 0,44°, pluie quotidienne", "AFR-44"),
        ("EURO-CORDEX runs at 12 km with tasmax", "EUR-11"),
        ("simulations EURO-CORDEX à 12 km avec tasmax", "EUR-11"),
        ("CORDEX Southeast Asia 0.22 pr", "SEA-22"),
        ("CORDEX-CMIP6 Europe at 12 km, pr", "EUR-12"),
        ("CORDEX 50 km Afrique précipitations", "AFR-44"),
    ],
)
def test_a_region_and_a_cell_name_a_domain(text: str, domain: str) -> None:
    assert _domains(text) == (domain,)


@pytest.mark.parametrize(
    "text",
    [
        "CORDEX rainfall within 50 km of Nairobi, Africa",
        "pluie CORDEX à 50 km de Nairobi, Afrique",
        "rainfall of Africa at 0.44°",
        "CORDEX Africa rainfall",
    ],
)
def test_a_distance_or_no_cell_names_none(text: str) -> None:
    assert _domains(text) == ()


def test_a_cell_is_no_level_of_warming() -> None:
    intent = understand(Question(text="CORDEX Africa at 0.44°, pr", asked_at="2026-06-15T12:00:00Z")).intents[0]
    assert intent.periods == ()
