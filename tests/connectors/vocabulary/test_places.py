"""The gazetteer: names in both languages, homonyms ranked, boxes of the whole place, what lies in what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from connectors.vocabulary.places import fuzzy, inside, lookup, place, subdivision

SHARED = Path(__file__).resolve().parents[4] / "shared"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Montréal", "city", "CA"), ("montreal", "city", "CA"), ("Le Caire", "city", "EG"), ("Londres", "city", "GB"), ("Val d'Or", "city", "CA"),
        ("St. John's", "city", "CA"), ("Inukjuak", "city", "CA"), ("États-Unis", "country", "US"), ("the Netherlands", "country", "NL"),
        ("Nouvelle-Galles du Sud", "region", "AU"), ("Bavière", "region", "DE"), ("Tuscany", "region", "IT"), ("Écosse", "region", "GB"),
        ("golfe du Saint-Laurent", "sea", "CA"), ("baie d'Hudson", "sea", "CA"), ("North Sea", "sea", None), ("lac Tchad", "lake", None),
        ("Mekong", "river", None), ("bassin versant de la rivière Chaudière", "basin", "CA"), ("Murray-Darling basin", "basin", "AU"),
        ("les Alpes", "mountain_range", None), ("Sahara", "region", None), ("Corse", "island", "FR"), ("Pacific Ocean", "ocean", None),
        ("hémisphère Nord", "hemisphere", None), ("world", "globe", None), ("Afrique", "continent", None), ("Sahel", "region", None),
        ("Yellowstone National Park", "protected_area", "US"), ("AR6 WNA", "climate_region", None), ("Harris County", "region", "US"),
    ],
)  # fmt: skip
def test_places_of_every_kind_are_known_in_both_languages(name: str, kind: str, country: str | None) -> None:
    best = lookup(name)[0]

    assert (best.kind, best.country) == (kind, country)


def test_homonyms_come_the_most_probable_first_and_share_one_probability() -> None:
    found = lookup("Paris")

    assert found[0].country == "FR"
    assert "US" in {e.country for e in found}
    assert sum(e.prior for e in found) == pytest.approx(1, abs=0.01)


def test_a_name_without_a_leading_bearer_has_no_clear_first() -> None:
    found = lookup("Springfield")

    assert len(found) > 5
    assert found[0].prior < 0.5


def test_a_country_s_box_leaves_out_what_lies_overseas() -> None:
    france, norway = lookup("France")[0].bbox, lookup("Norway")[0].bbox

    assert france.width < 16
    assert norway.north < 72


def test_a_box_may_cross_the_antimeridian() -> None:
    russia = lookup("Russia")[0].bbox

    assert russia.crosses_antimeridian
    assert russia.contains(179.0, 67.0)


def test_a_city_s_box_is_about_the_city() -> None:
    village, city = lookup("Inukjuak")[0].bbox, lookup("Tokyo")[0].bbox

    assert village.width < 0.3
    assert max(city.width, city.north - city.south) <= 0.61


@pytest.mark.parametrize(
    ("name", "geometry"),
    [
        ("Canada", "countries:CAN"),
        ("Texas", "us-states:TX"),
        ("Québec", "provinces:CA-QC"),
        ("Mediterranean", "ar6:MED"),
    ],
)
def test_a_place_with_an_outline_names_it(name: str, geometry: str) -> None:
    assert lookup(name)[0].geometry_id == geometry


def test_a_place_is_found_by_its_id() -> None:
    found = place("region:CA-QC")

    assert found is not None
    assert (found.name_en, found.name_fr) == ("Quebec", "Québec")


def test_a_postal_code_is_a_province() -> None:
    texas = subdivision("US", "TX")

    assert texas is not None
    assert texas.name_en == "Texas"
    assert subdivision("US", "ZZ") is None


def test_inside_goes_by_codes_and_by_boxes() -> None:
    texan = next(e for e in lookup("Paris") if e.admin1 == "US-TX")

    assert inside(texan, lookup("Texas")[0])
    assert inside(texan, lookup("USA")[0])
    assert not inside(texan, lookup("France")[0])
    assert inside(lookup("Lac Léman")[0], lookup("Europe")[0])


@pytest.mark.parametrize(
    ("slip", "meant"), [("vancouvr", "Vancouver"), ("lake eerie", "Lake Erie"), ("trois riviere", "Trois-Rivières")]
)
def test_a_slip_leads_to_a_well_known_place(slip: str, meant: str) -> None:
    assert fuzzy(slip)[0][0].name_en == meant


@pytest.mark.parametrize("name", ["", "xyzzyq", "the", "42", "\x00", "é" * 5000])
def test_what_is_no_place_gives_none(name: str) -> None:
    assert lookup(name) == ()


@pytest.mark.skipif(not SHARED.exists(), reason="the shared library is not here")
def test_boxes_hold_the_places_of_natural_earth() -> None:
    rows = json.loads((SHARED / "vocab" / "ne_10m_lakes.names_bbox.json").read_text(encoding="utf-8"))
    lakes = [r for r in rows if r["scalerank"] == 0 and r["name"].startswith("Lake ")]
    missed = []
    for row in lakes:
        west, south, east, north = row["bbox"]
        boxes = [e.bbox for e in lookup(row["name"]) if e.kind == "lake"]
        if not any(b.buffered(30).contains((west + east) / 2, (south + north) / 2) for b in boxes):
            missed.append(row["name"])

    assert len(lakes) > 10
    assert missed == []
