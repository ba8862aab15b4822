"""Collection names both ways."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.eo.naming import canonical_ids, own_collections
from connectors.offers import Source
from connectors.operations import Search


def _source(**parts: Any) -> Source:
    given: dict[str, Any] = {"id": "s", "title": "S", "kind": "k", "family": "eo", "url": "https://s.example"}
    return Source(**given | parts)


KNOWN = {"hls": "HLSS30, HLSL30", "srtm": "SRTMGL1"}


@pytest.mark.parametrize(
    ("asked", "options", "own"),
    [
        (("hls",), {}, ("HLSS30", "HLSL30")),
        (("hls", "naip"), {}, ("HLSS30", "HLSL30")),
        (("naip",), {}, None),
        (("naip",), {"open_collections": True}, ("naip",)),
        ((), {}, ("HLSS30", "HLSL30", "SRTMGL1")),
        ((), {"open_collections": True}, ()),
    ],
)
def test_a_search_asks_for_the_sources_own_ids(
    asked: tuple[str, ...], options: dict[str, bool], own: tuple[str, ...] | None
) -> None:
    source = _source(collections=KNOWN, options=options)

    assert own_collections(source, Search(family="eo", collections=asked)) == own


def test_a_source_without_a_map_is_asked_for_what_is_asked() -> None:
    assert own_collections(_source(), Search(family="eo", collections=("naip",))) == ("naip",)
    assert own_collections(_source(), Search(family="eo")) == ()


def test_the_first_id_or_every_one_stands_for_ours() -> None:
    source = _source(collections=KNOWN)

    assert canonical_ids(source) == {"HLSS30": "hls", "SRTMGL1": "srtm"}
    assert canonical_ids(source, every=True) == {"HLSS30": "hls", "HLSL30": "hls", "SRTMGL1": "srtm"}


def test_an_id_that_is_one_of_ours_already_keeps_its_name() -> None:
    source = _source(collections={"s2": "s2-c1,s2-l2a", "s2-l2a": "s2-l2a"})

    assert canonical_ids(source, every=True) == {"s2-l2a": "s2-l2a", "s2-c1": "s2"}
