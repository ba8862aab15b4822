"""Places in a text: what is one and what is not, homonyms narrowed by what stands beside them."""

from __future__ import annotations

import time
from typing import Literal

import pytest

from connectors.vocabulary.toponyms import find_places, rivals


def found(text: str, language: Literal["en", "fr"] = "en") -> list[str]:
    return [m.text for m in find_places(text, language) if m.confidence >= 0.5]


def best(text: str, language: Literal["en", "fr"] = "en") -> str:
    (match,) = [m for m in find_places(text, language) if m.confidence >= 0.5]
    return match.best.id


@pytest.mark.parametrize(
    "text",
    [
        "rain in Nairobi",
        "rain in nairobi",
        "RAIN IN NAIROBI",
        "Nairobi, last week",
        "nairobi rain",
        "how wet was Nairobi?",
    ],
)
def test_a_well_known_place_is_found_however_it_is_written(text: str) -> None:
    assert [t.lower() for t in found(text)] == ["nairobi"]


@pytest.mark.parametrize(
    "text",
    [
        "many options in may", "Nice reading of the date", "Reading the mobile list", "what a surprise", "an end to the split", "a nice bath",
        "Hurricane Harvey damage", "the IPCC Atlas", "2 degrees of global warming", "an NGO brief", "central and northern areas", "Date of the map",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [("weather in Nice in May", "Nice"), ("floods near Reading", "Reading"), ("Will Mobile flood?", "Mobile")],
)
def test_an_ordinary_word_with_the_signs_of_a_name_is_one(text: str, place: str) -> None:
    assert found(text) == [place]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Paris, Texas", "en", "city:4717560"), ("London Ontario", "en", "city:6058560"), ("London en Ontario", "fr", "city:6058560"),
        ("Valence en Espagne", "fr", "city:2509954"), ("Springfield, IL", "en", "city:4250542"), ("Georgia the country", "en", "country:GE"),
        ("georgia (the us state)", "en", "region:US-GA"), ("Punjab, India", "en", "region:IN-PB"), ("phoenix arizona", "en", "city:5308655"),
        ("Poyang Lake in China's Jiangxi Province", "en", "lake:poyang-lake"), ("la Beauce québécoise", "fr", "region:beauce-quebec"),
        ("une mesure à Québec", "fr", "city:6325494"), ("une carte du Québec", "fr", "region:CA-QC"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_tells_which_one_is_meant(
    text: str, language: Literal["en", "fr"], wanted: str
) -> None:
    assert best(text, language) == wanted


def test_the_span_takes_in_the_qualifier() -> None:
    assert found("images of Paris, Texas please") == ["Paris, Texas"]


def test_a_district_is_more_than_its_town() -> None:
    (match,) = find_places("the Puri district in Odisha, India", "en")

    assert match.best.kind == "region"
    assert match.best.bbox.width > 0.5


def test_places_joined_by_and_stay_apart() -> None:
    assert found("from Chicago and New Zealand") == ["Chicago", "New Zealand"]


def test_an_article_is_no_part_of_the_name() -> None:
    assert found("over the Alps") == ["Alps"]
    assert found("snow in The Hague") == ["The Hague"]


def test_the_longest_name_wins() -> None:
    assert found("Death Valley National Park") == ["Death Valley National Park"]


def test_what_is_explained_already_is_no_place() -> None:
    assert find_places("Berkeley Earth data", "en", taken=[(0, 14)]) == ()


def test_a_place_wider_than_what_is_explained_stays_one() -> None:
    assert [m.text for m in find_places("lake chad", "en", taken=[(0, 4)])] == ["lake chad"]


def test_a_slip_scores_less() -> None:
    (match,) = find_places("rain in vancouvr", "en")

    assert match.best.name_en == "Vancouver"
    assert match.score < 1


def test_inhabitants_are_no_slips_of_their_country() -> None:
    assert found("the Indonesian islands") == []


def test_typed_coordinates_are_places() -> None:
    (match,) = find_places("at 45.5, -73.6", "en")

    assert (match.best.kind, match.confidence) == ("point", 1.0)


def test_a_city_and_its_own_province_are_no_rivals() -> None:
    (match,) = find_places("rain in Mendoza", "en")

    assert {"city", "region"} <= {e.kind for e in match.entries}
    assert {e.kind for e in rivals(match) if e.country == "AR"} == {"city"}


def test_georgia_has_rivals() -> None:
    (match,) = find_places("heat in Georgia", "en")

    assert {e.country for e in rivals(match)[:2]} == {"GE", "US"}


def test_a_long_text_takes_time_in_proportion() -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find_places("Paris, Texas and the plain of Xyzzyq. " * times, "en")
        return time.process_time() - start

    few, many = (min(seconds(times) for _ in range(3)) for times in (200, 800))
    assert many < 12 * few


@pytest.mark.parametrize("text", ["", "\x00", "🌍" * 50, "-" * 500, "St. " * 50, "of the " * 50, "\u202e\u0301" * 20])
def test_odd_texts_hold_no_places(text: str) -> None:
    assert find_places(text, "en") == ()


def test_the_name_with_a_capital_article_is_not_the_better_known_bare_one() -> None:
    assert find_places("lava on La Palma, October 2021", "en")[0].best.kind == "island"


def test_a_lower_case_article_adds_nothing_to_a_name() -> None:
    assert find_places("dans l'ouest de la Crète", "fr")[0].best.country == "GR"


def test_two_provinces_on_two_sides_of_a_border_stay_rivals() -> None:
    countries = {entry.country for entry in rivals(find_places("how warm was Limburg in 2022", "en")[0])}
    assert {"NL", "BE"} <= countries


def test_an_area_over_two_countries_does_not_hide_its_provinces() -> None:
    countries = [entry.country for entry in rivals(find_places("rainfall in Punjab in July 2023", "en")[0])]
    assert countries[:2] == ["PK", "IN"]


def test_villages_of_a_few_hundred_people_are_known() -> None:
    assert find_places("NBR around Landiras in 2022", "en")[0].best.country == "FR"


@pytest.mark.parametrize(
    ("text", "name", "taken"),
    [("Ross Sea ice extent", "Ross Sea", "Sea ice extent"), ("North Sea level rise by 2100", "North Sea", "Sea level rise"),
     ("Labrador Sea surface temperature", "Labrador Sea", "Sea surface temperature"), ("Barents sea ice in March", "Barents sea", "sea ice"),
     ("Pacific Ocean heat content", "Pacific Ocean", "Ocean heat content")],
)  # fmt: skip
def test_a_sea_shares_its_last_word_with_what_is_measured_there(text: str, name: str, taken: str) -> None:
    start = text.index(taken)

    (match,) = find_places(text, "en", [(start, start + len(taken))])

    assert match.text == name
    assert match.best.kind in ("sea", "ocean")


def test_sea_ice_alone_is_no_sea() -> None:
    assert find_places("sea ice and sea level", "en", [(0, 7), (12, 21)]) == ()


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("ships in the straight of Malacca", "en", "sea:marine91"), ("over the Marmara Sea", "en", "sea:marine217"),
        ("over the Bothnian Bay", "en", "sea:bothnian-bay"), ("sur la baie de Botnie", "fr", "sea:bothnian-bay"),
        ("in the gulf of mexico by 2050", "en", "sea:gulf-of-mexico"), ("Winam Gulf algae", "en", "sea:winam-gulf"),
        ("rain in the Lone Star State", "en", "region:US-TX"), ("dans la cité phocéenne", "fr", "city:2995469"), ("dans l'Hexagone", "fr", "country:FR"),
        ("s2 rennes mai 2024", "fr", "city:2983990"), ("sentinel port said june", "en", "city:358619"), ("Nice est-elle plus chaude", "fr", "city:2990440"),
        ("pluie à Djibouti", "fr", "country:DJ"), ("rain in Djibouti", "en", "country:DJ"),
        ("pluie sur Mexico", "fr", "city:3530597"), ("rain in Mexico", "en", "country:MX"),
        ("hot days in sevile", "en", "city:2510911"),
    ],
)  # fmt: skip
def test_one_place_goes_by_many_names(text: str, language: Literal["en", "fr"], place: str) -> None:
    assert best(text, language) == place


@pytest.mark.parametrize(
    "text",
    [
        "imagery at 2 ft resolution",
        "what wil rain be",
        "answer only BANANE please",
        "acreage of wheat",
        "Nice, thanks",
        "shoreline erosion",
    ],
)
def test_words_by_the_way_are_no_towns(text: str) -> None:
    assert found(text) == []


def test_a_word_for_a_shape_is_a_town_with_its_article_and_a_capital() -> None:
    assert best("images Landsat du Cap en 2023", "fr") == best("images of Cape Town in 2023")
    assert found("images Landsat du cap en 2023", "fr") == []
    assert "du Cap" not in found("images du Cap Ferret en 2023", "fr")
