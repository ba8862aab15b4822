"""Quantities: CMIP6 variables, CF names, xclim indicators, spectral indices and the indicators that count days."""

from __future__ import annotations

import pytest

from connectors.vocabulary import tables
from connectors.vocabulary.quantities import (
    by_indicator,
    by_standard_name,
    by_variable,
    quantities,
    quantity,
    standard_names,
    threshold_indicator,
)


def test_every_variable_of_the_data_request_is_known() -> None:
    assert sum(q.variable_id is not None for q in quantities()) == 1272


def test_every_cf_name_is_known() -> None:
    assert len([n for n, (_, alias) in standard_names().items() if not alias]) == 5023


def test_every_indicator_has_a_french_name() -> None:
    frost = by_indicator("frost_days")

    assert frost is not None
    assert (frost.name_en, frost.name_fr) == ("Frost days", "Nombre de jours de gel")


def test_a_variable_is_found_in_any_case() -> None:
    found = by_variable("SFCWIND")

    assert found is not None
    assert (found.variable_id, found.standard_name, found.units) == ("sfcWind", "wind_speed", "m s-1")


def test_a_standard_name_leads_to_its_everyday_variable() -> None:
    found = by_standard_name("air_temperature")

    assert found is not None
    assert found.variable_id == "tas"


def test_a_renamed_standard_name_leads_to_the_present_one() -> None:
    found = quantity("cf:surface_carbon_dioxide_mole_flux")

    assert found is not None
    assert found.standard_name == "surface_downward_mole_flux_of_carbon_dioxide"


def test_an_unknown_quantity_is_none() -> None:
    assert quantity("cf:colour_of_the_wind") is None
    assert quantity("nonesuch") is None


@pytest.mark.parametrize(
    ("variable", "op", "indicator"),
    [
        ("tasmax", ">", "tx_days_above"),
        ("tasmin", "<=", "tn_days_below"),
        ("pr", ">=", "wetdays"),
        ("tas", ">", "tg_days_above"),
    ],
)
def test_days_beyond_a_bound_are_counted_by_an_indicator(variable: str, op: str, indicator: str) -> None:
    found = threshold_indicator(variable, op)

    assert found is not None
    assert found.indicator == indicator


def test_no_indicator_counts_days_of_salinity() -> None:
    assert threshold_indicator("so", ">") is None


@pytest.mark.parametrize(
    ("table", "english"), [("quantities", 3), ("indicator_wordings", 1), ("spectral_indices", 3), ("phenomena", 3)]
)
def test_every_entry_has_words_in_both_languages(table: str, english: int) -> None:
    assert [row[0] for row in tables.rows(table) if not (row[english] and row[english + 1])] == []
