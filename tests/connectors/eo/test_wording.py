"""What a catalogue of datasets is asked for in words, and whether it answered to them."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.eo.wording import asked_words, dataset_failures, dataset_key, named, query, speaks_of
from connectors.extents import BBox, Interval
from connectors.items import Item
from connectors.offers import Source
from connectors.operations import Search


def _source(**parts: Any) -> Source:
    given: dict[str, Any] = {"id": "s", "title": "S", "kind": "csw", "family": "eo", "url": "https://s.example"}
    return Source(**given | parts)


SNOW = Item(id="snow-alps", collection="alpine", properties={"title": "Snow cover of the Alps", "keywords": ["MODIS"]})


@pytest.mark.parametrize(
    ("search", "options", "asked"),
    [
        (Search(family="eo", collections=("cru",)), {}, {"cru": ["temperature", "CRU TS"]}),
        (Search(family="eo", collections=("naip",)), {}, None),
        (Search(family="eo", collections=("naip",)), {"open_collections": True}, {"naip": ["naip"]}),
        (Search(family="eo"), {}, None),
        (Search(family="eo"), {"open_collections": True}, {}),
        (Search(family="eo", filters={"q": "lake"}), {}, {}),
        (Search(family="eo", filters={"q": "lake"}), {"words_only": True}, {}),
        (Search(family="eo", collections=("cru",)), {"words_only": True}, None),
    ],
)
def test_what_is_looked_for(search: Search, options: dict[str, bool], asked: dict[str, list[str]] | None) -> None:
    source = _source(collections={"cru": "temperature,CRU TS"}, options=options)

    assert asked_words(source, search) == asked


def test_the_words_of_a_person_go_before_those_of_the_map() -> None:
    asked = {"cru": ["temperature"], "snow": ["snow", "temperature"]}

    assert query(asked, Search(family="eo")) == ("temperature", "snow")
    assert query(asked, Search(family="eo", filters={"q": " lake level "})) == ("lake level",)


@pytest.mark.parametrize(
    ("wording", "speaks"), [("snow alps", True), ("SNOW modis", True), ("snow andes", False), ("snow-alps", True)]
)
def test_a_dataset_speaks_of_what_its_texts_hold(wording: str, speaks: bool) -> None:
    assert speaks_of(SNOW, wording) is speaks


@pytest.mark.parametrize(
    ("title", "words", "speaks"),
    [
        ("Sea surface temperature of the Met Office", "sea ice", False),
        ("Sea ice of the Kara Sea", "sea ice", True),
        ("Thawing of permafrost", "permafrost thaw", True),
        ("Inventory of a rock glacier", "rock glaciers", True),
        ("CRU TS4.07 air temperature", "CRU TS", True),
        ("Infrared imagery", "red", False),
        ("Forêts de laminaires", "foret laminaire", True),
        ("Landforms", "sandforms", False),
    ],
)
def test_a_word_is_not_said_within_another_and_its_endings_do_not_matter(title: str, words: str, speaks: bool) -> None:
    assert speaks_of(Item(id="a-1", collection="c", properties={"title": title}), words) is speaks


def test_a_dataset_goes_under_our_name_of_what_it_is_about() -> None:
    assert named(SNOW, {"cru": ["temperature"], "snow": ["snow"]}, otherwise="x").collection == "snow"
    assert named(SNOW, {}, otherwise="x").collection == "x"


def test_a_dataset_is_looked_at_again() -> None:
    box = BBox(west=0, south=0, east=1, north=1)
    asked = Search(family="eo", collections=("snow",), bbox=box, filters={"q": "glacier", "cloud_cover_max": 10})

    assert dataset_failures(SNOW, asked) == ("collections", "cloud_cover_max:unknown", "q")


def test_a_dataset_that_says_nothing_of_its_place_is_not_held_to_be_elsewhere() -> None:
    box = BBox(west=0, south=0, east=1, north=1)

    assert dataset_failures(SNOW, Search(family="eo", bbox=box, interval=Interval(start="2020-01-01"))) == ()


def test_copies_of_a_dataset_share_its_doi() -> None:
    item = Item(id="a", collection="c", properties={"sci:doi": "10.1234/ABC"})

    assert (dataset_key(item), dataset_key(SNOW)) == ("doi:10.1234/abc", "alpine/snow-alps")
