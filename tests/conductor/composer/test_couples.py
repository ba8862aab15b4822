"""Things told each with a place and a time of their own are a question each; held against each other they are one."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import understood


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rain in Oslo in 2020 and in Lima in 2010", [("Oslo", "2020"), ("Lima", "2010")]),
        ("pluie à Oslo en 2020 et à Lima en 2010", [("Oslo", "2020"), ("Lima", "2010")]),
        ("in 2020 in Oslo and in 2010 in Lima, how much did it rain?", [("Oslo", "2020"), ("Lima", "2010")]),
        (
            "rain in Oslo in 2020, in Lima in 2010 and in Rome in 2000",
            [("Oslo", "2020"), ("Lima", "2010"), ("Rome", "2000")],
        ),
        ("NDVI de Kano en mai 2021 et pluie de Zaria en juin 2022", [("Kano", "2021"), ("Zaria", "2022")]),
    ],
)
def test_each_place_has_its_own_time(text: str, told: list[tuple[str, str]]) -> None:
    parts = {intent.part: intent for intent in understood(text).intents[::-1]}
    found = [(one.places[0].name, (one.periods[0].start or "")[:4]) for _, one in sorted(parts.items())]
    assert found == told


@pytest.mark.parametrize(
    "text",
    [
        "rain in Oslo in 2020 and 2010",
        "pluie à Oslo et à Lima en 2020",
        "compare rain in Oslo in 2020 and in Lima in 2010",
        "température à Oslo et pluie à Lima en 2020",
        "rain between Oslo and Bergen in 2020 and 2010",
    ],
)
def test_what_does_not_go_together_one_by_one_is_one_question(text: str) -> None:
    assert {intent.part for intent in understood(text).intents} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "NDVI of Kano in August 2023, EVI of Zaria in July 2022 and rain in Lagos in 2020",
        "NDVI de Kano en août 2023, EVI de Zaria en juillet 2022 et pluie à Lagos en 2020",
    ],
)
def test_each_of_three_wishes_is_a_question(text: str) -> None:
    found = {intent.part: intent for intent in understood(text).intents[::-1]}
    assert [one.places[0].name for _, one in sorted(found.items())] == ["Kano", "Zaria", "Lagos"]
