"""Experiments: years, eras, spellings, families, lists and the nearest real ones."""

from __future__ import annotations

import pytest

from connectors.vocabulary.scenarios import experiment, experiments, looks_like_scenario, nearest, shaped


def test_every_experiment_of_cmip6_is_there() -> None:
    assert sum(e.project == "CMIP6" for e in experiments()) == 322


def test_an_experiment_knows_its_years() -> None:
    historical, ssp585 = experiment("historical", mip_era="CMIP6"), experiment("ssp585")

    assert historical is not None and ssp585 is not None
    assert (historical.start, historical.end) == (1850, 2014)
    assert ssp585.start == 2015


def test_the_same_name_means_other_years_in_another_era() -> None:
    cmip5 = experiment("historical", mip_era="CMIP5")

    assert cmip5 is not None
    assert cmip5.end == 2005


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ssp 585", ["ssp585"]), ("SSP5-8.5", ["ssp585"]), ("SSP5 8.5", ["ssp585"]), ("rcp8.5", ["rcp85"]), ("RCP 4,5", ["rcp45"]),
        ("ssp119/245/585", ["ssp119", "ssp245", "ssp585"]), ("SSP1-2.6, 2-4.5 and 5-8.5", ["ssp126", "ssp245", "ssp585"]),
        ("RCP 4.5 et 8.5", ["rcp45", "rcp85"]), ("SSP5-3.4-OS", ["ssp534-over"]),
    ],
)  # fmt: skip
def test_spellings_and_lists_of_scenarios_are_read(text: str, wanted: list[str]) -> None:
    assert [s.ids[0] for s in shaped(text)] == wanted


def test_a_family_without_forcing_gives_its_members() -> None:
    found = shaped("SSP4 for Kenya")

    assert found[0].family
    assert found[0].ids == ("ssp434", "ssp460")


def test_what_is_shaped_like_a_scenario_may_not_exist() -> None:
    assert looks_like_scenario("SSP9-2.0")
    assert shaped("SSP9-2.0")[0].ids == ()


def test_the_nearest_scenarios_are_nearest_in_forcing() -> None:
    assert [e.id for e in nearest("SSP9-2.0")][:2] == ["ssp119", "ssp126"]


def test_a_misspelt_experiment_has_near_ones() -> None:
    assert nearest("hist1950", limit=1)[0].id == "hist-1950"


def test_a_number_after_a_scenario_is_not_one_more() -> None:
    assert len(shaped("ssp245 and 20 models")) == 1
