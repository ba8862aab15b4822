"""Assets read at first sight are what reading them at once would give."""

from __future__ import annotations

import copy
import json
from dataclasses import asdict
from typing import Any

import pytest

from conductor.contract import plain
from connectors.assets import WrittenAssets
from connectors.items import Asset, Item, Location

RED = {"href": "https://a.example/red.tif", "roles": ["data"], "file:size": 5, "gsd": 10}


def _written(**entries: Any) -> WrittenAssets:
    return WrittenAssets(json.dumps(entries).encode())


def test_they_are_a_sequence_of_assets() -> None:
    assets = _written(red=RED, blue=RED | {"href": "https://a.example/blue.tif"})
    assert [asset.key for asset in assets] == ["red", "blue"]
    assert (len(assets), bool(assets), assets[-1].key, assets[:1][0].size) == (2, True, "blue", 5)


def test_they_equal_the_same_assets_in_a_tuple() -> None:
    location = Location(href="https://a.example/red.tif", node="a.example")
    read = Asset(key="red", locations=(location,), roles=("data",), size=5, properties={"gsd": 10})
    assert _written(red=RED) == (read,)
    assert (read,) == _written(red=RED)
    assert Item(id="x", collection="c", assets=_written(red=RED)) == Item(id="x", collection="c", assets=(read,))
    assert _written(red=RED) != _written(red=RED | {"gsd": 20})


@pytest.mark.parametrize("entry", [{"title": "no address"}, None, 3, "text", {"href": ""}])
def test_what_is_no_file_is_left_out(entry: Any) -> None:
    assert [asset.key for asset in _written(odd=entry, red=RED)] == ["red"]


def test_they_are_written_into_documents_like_any_others() -> None:
    item = Item(id="x", collection="c", assets=_written(red=RED))
    document = plain(asdict(item))
    assert document["assets"][0]["locations"][0]["href"] == RED["href"]
    assert item.to_dict()["assets"] == {"red": {**RED, "file:size": 5}}


def test_a_copy_is_as_good() -> None:
    assets = _written(red=RED)
    assert copy.deepcopy(assets) == assets
