"""The index as built: navigation, collections of a user's own, models only where their weights are."""

from __future__ import annotations

import json
from pathlib import Path

from conductor.settings import from_environment
from connectors.embedded.scene_index import build

HOLDINGS = from_environment().holdings_dir


def _item(name: str, box: list[float]) -> str:
    west, south, east, north = box
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({
        "type": "Feature", "stac_version": "1.1.0", "id": name, "collection": "own", "bbox": box, "links": [],
        "geometry": {"type": "Polygon", "coordinates": [ring]}, "assets": {},
        "properties": {"datetime": f"202{len(name)}-01-01T00:00:00Z", "platform": "balloon"},
    })  # fmt: skip


def test_a_folder_of_ones_own_becomes_a_collection_with_its_extent(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(_item("a", [1, 2, 3, 4]))
    (tmp_path / "bb.json").write_text(_item("bb", [5, 6, 7, 8]))

    built = build(tmp_path / "none", folders=[("mine", tmp_path)])

    (collection,) = built["collections"]
    assert collection["extent"]["spatial"]["bbox"] == [[1, 2, 7, 8]]
    assert collection["extent"]["temporal"]["interval"] == [["2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z"]]
    assert collection["summaries"] == {"platform": ["balloon"]}


def test_the_words_of_ones_own_collection_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(_item("a", [1, 2, 3, 4]))
    words = {"type": "Collection", "id": "own", "title": "Balloons", "license": "MIT", "extent": {}}
    (tmp_path / "c.json").write_text(json.dumps(words))

    (collection,) = build(tmp_path / "none", folders=[("mine", tmp_path)])["collections"]

    assert (collection["title"], collection["license"]) == ("Balloons", "MIT")


def test_every_item_leads_to_itself_and_its_collection(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(_item("a", [1, 2, 3, 4]))

    (item,) = build(tmp_path / "none", folders=[("mine", tmp_path)])["items"]

    links = {n["rel"]: n["href"] for n in item["links"]}
    assert links["self"] == "http://stac.embedded/collections/own/items/a"
    assert links["collection"] == "http://stac.embedded/collections/own"


def test_a_model_without_weights_is_not_offered(tmp_path: Path) -> None:
    assert build(tmp_path)["items"] == []


def test_a_model_with_weights_says_their_size_and_checksum(tmp_path: Path) -> None:
    (tmp_path / "s2cloudless").symlink_to(HOLDINGS / "s2cloudless")

    (item,) = build(tmp_path)["items"]

    assert item["id"] == "s2cloudless"
    assert item["assets"]["model"]["file:size"] > 10_000_000
    assert item["assets"]["model"]["file:checksum"].startswith("1220")


def test_items_on_both_sides_of_180_are_a_collection_across_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(_item("a", [177, -20, 180, -15]))
    (tmp_path / "bb.json").write_text(_item("bb", [-180, -18, -178, -16]))

    (collection,) = build(tmp_path / "none", folders=[("mine", tmp_path)])["collections"]

    assert collection["extent"]["spatial"]["bbox"] == [[177, -20, -178, -15]]
