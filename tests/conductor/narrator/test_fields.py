from __future__ import annotations

from conductor.narrator.fields import amount, fields_of
from connectors.items import Table
from tests.conductor.fusion.made import WARM, finding


def test_a_value_is_written_with_its_units_and_decimals() -> None:
    assert (amount(WARM, 2.13, "en"), amount(WARM, 2.13, "fr"), amount(WARM, 2.13, "en", decimals=3)) == (
        "2.1 K",
        "2,1 K",
        "2.130 K",
    )


def test_a_range_of_a_fall_is_turned_round_with_it() -> None:
    fall = finding(value=-2.0, low=-3.0, high=-1.0)
    assert fields_of(fall, "en")["range"].endswith("1.0 to 3.0 K)")


def test_no_range_is_told_where_there_is_none() -> None:
    assert fields_of(finding(low=None, high=None), "en")["range"] == ""


def test_a_model_named_is_part_of_the_condition() -> None:
    named = finding(conditions={"experiment_id": "ssp585", "source_id": ["CanESM5"]})
    assert fields_of(named, "en")["under"] == "under SSP5-8.5, CanESM5, "


def test_months_are_told() -> None:
    summer = finding(conditions={"experiment_id": "ssp585", "months": [6, 7, 8]})
    assert fields_of(summer, "fr")["season"] == ", mois : juin, juillet, août"


def test_long_lists_of_names_are_cut() -> None:
    table = Table(columns=("source_id", "n"), rows=tuple((f"M{n}", 1) for n in range(50)))
    assert fields_of(finding(table=table, role="models"), "en")["names"].endswith("M39 …")
