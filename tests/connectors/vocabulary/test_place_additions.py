"""The places that the gazetteer lacks: each is found in plain sentences of both languages, where it lies, and no word is taken for one."""

from __future__ import annotations

import pytest

from connectors.vocabulary import tables
from connectors.vocabulary.amendments import ADDITIONS, added, box
from connectors.vocabulary.places import lookup, place
from connectors.vocabulary.toponyms import find_places
from scripts.vocabulary.places import keys

_OF_ONE_KIND = ADDITIONS[1:]  # the first table holds homonyms too, which need their country said
_LARGEST = {"protected_area": 20, "lake": 6, "island": 12, "sea": 20, "region": 50, "other": 62, "mountain_range": 16, "river": 25}  # fmt: skip


@pytest.mark.parametrize("table", _OF_ONE_KIND)
@pytest.mark.parametrize(
    ("language", "column", "sentence"),
    [
        ("en", 2, "How has rainfall changed in {} since 1990?"),
        ("fr", 3, "Comment la température a-t-elle changé dans {} depuis 1990 ?"),
    ],
)
def test_every_addition_is_found_in_a_sentence(table: str, language: str, column: int, sentence: str) -> None:
    wrong = []
    for row in tables.rows(table):
        found = [m for m in find_places(sentence.format(row[column]), language) if m.confidence >= 0.5]  # type: ignore[arg-type]
        if [m.best.id for m in found] != [row[0]]:
            wrong.append((row[0], row[column], [m.best.id for m in found]))

    assert wrong == []


@pytest.mark.parametrize("table", ADDITIONS)
def test_every_addition_has_a_box_fit_for_its_kind_and_an_id_of_its_own(table: str) -> None:
    rows = tables.rows(table)
    wrong = []
    for ref, kind, _, _, _, where, *_ in rows:
        own = box(where)
        large = max(own.width, own.north - own.south) > _LARGEST.get(kind, 110)
        if (
            ref.partition(":")[0] != kind
            or own.width <= 0
            or own.north <= own.south
            or (large and table != ADDITIONS[0])
        ):
            wrong.append((ref, where))

    assert wrong == []
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize("table", _OF_ONE_KIND)
def test_every_other_name_leads_to_its_place(table: str) -> None:
    names = [(ref, alias) for ref, *_, aliases in tables.rows(table) for alias in tables.listed(aliases)]
    wrong = [(ref, alias) for ref, alias in names if ref not in [entry.id for entry in lookup(alias)[:1]]]

    assert wrong == []


def test_the_keys_are_those_of_the_tables() -> None:
    """After a change in the tables: `python -m scripts.vocabulary.places.keys`."""
    assert tables.rows("place_keys") == keys.rows()


def test_an_addition_is_a_place_by_its_id() -> None:
    row = added("lake:kandadji-dam")
    found = place("lake:kandadji-dam")

    assert row is not None
    assert found is not None
    assert found.source == tables.source("place_additions_waters")
    assert added("lake:nowhere") is None


@pytest.mark.parametrize(
    ("name", "longitude", "latitude", "widest"),
    [
        ("Banc d'Arguin National Park", -16.3, 20.2, 3), ("parc national de Kidepo", 33.8, 3.9, 1), ("Gonarezhou", 31.9, -21.6, 2),
        ("Los Padres National Forest", -119.8, 34.7, 4), ("réserve faunique La Vérendrye", -77.0, 47.1, 3), ("Tursujuq", -76.0, 56.1, 5),
        ("barrage de Kandadji", 0.99, 14.6, 1), ("Nurek Dam", 69.35, 38.37, 1), ("barrage de Mossoul", 42.82, 36.63, 1),
        ("lac de Hirfanlı", 33.52, 39.27, 1), ("Tarbela Dam", 72.7, 34.09, 1), ("Kariba Dam", 28.76, -16.52, 4),
        ("retenue de Kariba", 28.0, -17.0, 4), ("Hetch Hetchy", -119.79, 37.95, 1), ("réservoir Gouin", -74.9, 48.6, 2),
        ("Denman Glacier", 99.4, -66.8, 3), ("plateforme de glace Dotson", -112.4, -74.4, 3), ("Larsen C Ice Shelf", -62.5, -67.5, 8),
        ("glacier du Miage", 6.85, 45.79, 1), ("Chhota Shigri", 77.51, 32.23, 1), ("Mount Katahdin", -68.92, 45.9, 1),
        ("mont Fitz Roy", -73.04, -49.27, 1), ("Brocken", 10.62, 51.8, 1), ("cap de Creus", 3.32, 42.32, 1), ("Cape Agulhas", 20.0, -34.83, 1),
        ("Morecambe Bay", -3.0, 54.1, 1), ("baie de la Table", 18.42, -33.88, 1), ("golfe Ambracique", 21.0, 39.0, 1),
        ("détroit de Menai", -4.2, 53.2, 1), ("Hood Canal", -122.9, 47.6, 2), ("estuaire de l'Elbe", 9.0, 53.88, 3),
        ("Saintonge", -0.6, 45.75, 2), ("Monegros Desert", -0.2, 41.5, 2), ("plaine du Bărăgan", 27.4, 44.7, 3),
        ("Dust Bowl", -101.5, 36.8, 8), ("désert de l'Aralkoum", 60.0, 44.8, 4), ("Qattara Depression", 27.5, 29.5, 4),
        ("Batagaika crater", 134.77, 67.58, 1), ("marais de Saint-Omer", 2.27, 50.78, 1), ("Bangweulu Swamps", 30.1, -11.7, 3),
        ("îles Éoliennes", 14.95, 38.49, 2), ("Bhasan Char", 91.39, 22.37, 1), ("Commander Islands", 166.3, 55.0, 4), ("canal du Midi", 2.0, 43.2, 3),
        ("banc de Saya de Malha", 61.5, -10.0, 4), ("Tarkine", 145.1, -41.5, 2),
    ],
)  # fmt: skip
def test_a_place_lies_where_it_is(name: str, longitude: float, latitude: float, widest: float) -> None:
    found = lookup(name)

    assert found[0].bbox.contains(longitude, latitude)
    assert found[0].bbox.width <= widest


@pytest.mark.parametrize(
    "names",
    [
        ("Kandadji Dam", "barrage de Kandadji", "Kandadji reservoir", "retenue de Kandadji", "lac de Kandadji"),
        ("Kidepo Valley National Park", "parc national de la vallée de Kidepo", "parc de la vallée de Kidepo"),
        ("Denman Glacier", "glacier Denman"), ("Crosson Ice Shelf", "plateforme de glace Crosson", "plateforme glaciaire Crosson"),
        ("Whillans Ice Stream", "courant glaciaire Whillans", "courant de glace Whillans"),
        ("Lagdo Reservoir", "lac de Lagdo", "barrage de Lagdo", "Lagdo Dam"), ("Augustine Volcano", "volcan Augustine", "Mount Augustine"),
        ("Tam Giang Lagoon", "lagune de Tam Giang"), ("Elbe estuary", "estuaire de l'Elbe", "estuary of the Elbe"),
        ("Los Padres National Forest", "forêt nationale de Los Padres"), ("Gower Peninsula", "péninsule de Gower", "presqu'île de Gower"),
    ],
)  # fmt: skip
def test_a_place_is_found_by_its_kind_s_other_words(names: tuple[str, ...]) -> None:
    assert len({lookup(name)[0].id for name in names if lookup(name)}) == 1
    assert all(lookup(name) for name in names)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what is the exit of the glacier doing in a warm year", "en"), ("show the black belt of clouds in the middle of the plain", "en"),
        ("the golden bay of the harbour is warm", "en"), ("a long point on the graph of the table", "en"), ("data for site C and site D", "en"),
        ("the delta works as a filter on the series", "en"), ("how dry are dry valleys in general", "en"), ("a nice bath of warm reading", "en"),
        ("the painted desert of my dreams", "en"), ("bow and arrow, lyme and oak", "en"), ("which national park is the hottest", "en"),
        ("le cap est mis sur la sobriété", "fr"), ("la baie des fruits est mûre", "fr"), ("le plan delta de la moyenne", "fr"),
        ("un moyen pays de montagne", "fr"), ("quel parc national est le plus chaud", "fr"),
        ("ce lascar a chaud", "fr"), ("je veux aller à la plage", "fr"), ("powder and a baker near a bank", "en"), ("la pointe du jour est fraîche", "fr"),
    ],
)  # fmt: skip
def test_ordinary_words_are_no_additions(text: str, language: str) -> None:
    assert [m.text for m in find_places(text, language) if m.confidence >= 0.5] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Okey National Park", "Oak Bay National Park", "Ruby Woods National Forest"])
def test_a_park_that_is_not_known_is_not_another(name: str) -> None:
    found = find_places(f"Mean temperature of {name} in 2020?", "en")

    assert [m.best.id for m in found if m.best.kind in ("region", "city") and "Park" in m.text] == []
