"""STAC documents on disk: every layout people keep them in, assets beside them served, damage told."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from conductor.settings import from_environment
from connectors.embedded.rasters import Unusable
from connectors.embedded.stac_documents import Documents, read_documents

HOLDINGS = from_environment().holdings_dir
ITEM: dict[str, Any] = {
    "type": "Feature", "stac_version": "1.0.0", "id": "x", "collection": "c", "geometry": None, "links": [],
    "properties": {"datetime": "2020-01-01 00:00:00+00:00"}, "assets": {},
}  # fmt: skip


def _complain(problem: Unusable) -> None:
    raise AssertionError(problem)


def _read(folder: Path) -> Documents:
    return read_documents(folder, _complain, holding="mine", served="folders/mine")


def _named(name: str) -> dict[str, Any]:
    return ITEM | {"id": name}


def test_items_are_found_in_every_layout(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/one.json").write_text(json.dumps(_named("one")))
    (tmp_path / "list.json").write_text(json.dumps([_named("two")]))
    (tmp_path / "page.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [_named("three")]}))
    (tmp_path / "lines.ndjson.gz").write_bytes(gzip.compress(json.dumps(_named("four")).encode() + b"\n"))
    (tmp_path / "other.json").write_text('{"type": "Feature", "geometry": null}')

    assert sorted(item["id"] for item in _read(tmp_path).items) == ["four", "one", "three", "two"]


def test_old_items_come_out_in_the_present_version_and_time_format(tmp_path: Path) -> None:
    old = ITEM | {"stac_extensions": ["https://stac-extensions.github.io/projection/v1.0.0/schema.json"]}
    (tmp_path / "x.json").write_text(json.dumps(old | {"properties": ITEM["properties"] | {"proj:epsg": 32633}}))

    (item,) = _read(tmp_path).items

    assert item["stac_version"] == "1.1.0"
    assert item["properties"]["proj:code"] == "EPSG:32633"
    assert item["properties"]["datetime"].startswith("2020-01-01T00:00:00")


def test_an_asset_beside_the_item_is_served_and_one_elsewhere_is_marked(tmp_path: Path) -> None:
    (tmp_path / "a b.tif").write_bytes(b"x")
    assets = {
        "here": {"href": "./a b.tif"},
        "there": {"href": "https://elsewhere.example/b.tif"},
        "outside": {"href": "../secret.tif"},
        "nowhere": {},
    }
    (tmp_path / "x.json").write_text(json.dumps(ITEM | {"assets": assets}))

    (item,) = _read(tmp_path).items

    assert item["assets"]["here"]["href"] == "http://stac.embedded/data/folders/mine/a%20b.tif"
    assert item["assets"]["there"] == {"href": "https://elsewhere.example/b.tif", "conductor:held": False}
    assert item["assets"]["outside"]["conductor:held"] is False
    assert "nowhere" not in item["assets"]
    assert item["properties"]["conductor:held"] is True


def test_collections_are_found_too(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(json.dumps({"type": "Collection", "id": "c", "extent": {}}))

    assert list(_read(tmp_path).collections) == ["c"]


def test_damage_is_told_and_costs_only_what_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"type": "Feature"')
    (tmp_path / "cut.json.gz").write_bytes(gzip.compress(b"{}")[:-4])
    (tmp_path / "mixed.json").write_text(json.dumps([ITEM | {"properties": {"datetime": "never"}}, _named("good")]))
    problems: list[Unusable] = []

    found = read_documents(tmp_path, problems.append, holding="mine")

    assert [item["id"] for item in found.items] == ["good"]
    assert [Path(p.path).name for p in problems] == ["broken.json", "cut.json.gz", "mixed.json"]


def test_the_recorded_items_keep_their_real_addresses_and_origin() -> None:
    found = read_documents(HOLDINGS / "stac-geoparquet", _complain, holding="stac-geoparquet")

    item = next(i for i in found.items if i["collection"] == "sentinel-2-l2a")
    assert all(a["conductor:held"] is False for a in item["assets"].values())
    assert item["assets"]["B04"]["href"].startswith("https://sentinel2l2a01.blob.core.windows.net/")
    assert [n["href"].rpartition("/")[2] for n in item["links"] if n["rel"] == "via"] == [item["id"]]
