"""What stands beside a place: containers, kinds, postal codes, prepositions, peoples."""

from __future__ import annotations

from typing import Literal

import pytest

from connectors.vocabulary.demonyms import is_demonym
from connectors.vocabulary.toponyms import find_places


def kinds(text: str, language: Literal["en", "fr"] = "en") -> list[tuple[str, str | None]]:
    return [(m.best.kind, m.best.country) for m in find_places(text, language) if m.confidence >= 0.5]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the state of Georgia", ("region", "US")), ("state of New York", ("region", "US")), ("the island of Flores", ("island", "ID")),
        ("Fresno, CA", ("city", "US")), ("Sydney, Nova Scotia", ("city", "CA")), ("London (Ontario)", ("city", "CA")),
    ],
)  # fmt: skip
def test_a_kind_or_a_container_narrows(text: str, wanted: tuple[str, str]) -> None:
    assert kinds(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("il fait chaud à Luxembourg", "city"), ("il fait chaud au Luxembourg", "country"), ("neige à New York", "city")],
)
def test_french_prepositions_tell_towns_from_countries(text: str, wanted: str) -> None:
    assert kinds(text, "fr")[0][0] == wanted


def test_a_kind_that_is_denied_does_not_narrow() -> None:
    assert kinds("georgia (the us state, not the country)") == [("region", "US")]


def test_two_countries_stay_two() -> None:
    assert kinds("the border between Oman and Yemen") == [("country", "OM"), ("country", "YE")]


def test_a_place_outside_the_container_is_left_alone() -> None:
    assert len(kinds("Tokyo, France")) == 2


def test_a_water_word_in_the_name_wants_the_water() -> None:
    assert find_places("temperature of the Red Sea", "en")[0].best.kind == "sea"


def test_a_noun_may_stand_between_a_place_and_its_country() -> None:
    assert [m.best.name_en for m in find_places("around Ingeniero White port, Argentina", "en")] == ["Ingeniero White"]


def test_the_adjective_of_a_country_is_a_demonym() -> None:
    assert is_demonym("Canadian") and is_demonym("québécoise") and not is_demonym("Canada")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("rain in the Moscow region", "pluie dans la région de Moscou"),
        ("rain in the Paris region", "pluie dans la région de Paris"),
        ("rain in the Bordeaux region", "pluie dans la région de Bordeaux"),
        ("rain in the region of Brussels", "pluie dans la région de Bruxelles"),
    ],
)
def test_the_region_of_a_city_is_one_in_both_languages(english: str, french: str) -> None:
    one, other = find_places(english, "en")[0].best, find_places(french, "fr")[0].best
    assert one.kind == other.kind == "region"
    assert one.bbox == other.bbox


def test_of_joins_a_place_to_its_country_and_no_word_to_it() -> None:
    assert find_places("vegetation in the Rift Valley of Kenya", "en")[0].text == "Rift Valley of Kenya"
    assert [m.text for m in find_places("rain in the northern part of Australia", "en")] == ["Australia"]


def test_a_coast_that_is_only_said_is_no_container() -> None:
    assert find_places("sea ice off Greenland, east coast", "en")[0].best.country == "GL"
