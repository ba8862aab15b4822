"""Filters in the words of each kind of server."""

from __future__ import annotations

from typing import Any

import cql2
import pytest

from connectors.eo.pushdown import push_down
from connectors.offers import Source


def _source(*quirks: str, **options: Any) -> Source:
    return Source(
        id="s", title="S", kind="stac-api", family="eo", url="https://stac.example", quirks=quirks, options=options
    )


def test_one_filter_is_one_comparison() -> None:
    pushed = push_down({"cloud_cover_max": 20}, _source())

    assert pushed.body["filter"] == {"op": "<=", "args": [{"property": "eo:cloud_cover"}, 20]}
    assert pushed.body["filter-lang"] == "cql2-json"
    assert pushed.residual == ()


def test_several_filters_are_joined_in_valid_cql2() -> None:
    filters = {"cloud_cover_max": 20, "platform": "sentinel-2a", "orbit_state": "descending", "wrs_path": 35}

    pushed = push_down(filters, _source(), excluded=("ml-models",))

    cql2.Expr(pushed.body["filter"]).validate()
    text = cql2.Expr(pushed.body["filter"]).to_text()
    assert "eo:cloud_cover <= 20" in text
    assert "'Sentinel-2A'" in text
    assert "'035'" in text
    assert "ml-models" in text


def test_a_server_that_ignores_cql2_is_asked_by_the_query_extension() -> None:
    pushed = push_down({"cloud_cover_max": 20, "cloud_cover_min": 5}, _source("filter:query"))

    assert pushed.body == {"query": {"eo:cloud_cover": {"lte": 20, "gte": 5}}}


def test_a_server_without_filters_is_sent_none_and_all_is_left_to_us() -> None:
    pushed = push_down({"cloud_cover_max": 20, "limit": 5}, _source("filter:none"), excluded=("ml-models",))

    assert pushed.body == {}
    assert pushed.residual == ("cloud_cover_max",)


def test_what_a_server_is_known_to_ignore_is_sent_and_left_to_us() -> None:
    pushed = push_down({"cloud_cover_max": 20}, _source("ignores:cloud_cover_max"))

    assert "filter" in pushed.body
    assert pushed.residual == ("cloud_cover_max",)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, None),
        ({"properties": {"mgrs_tile": "grid:code"}}, ("grid:code", "MGRS-33UUU")),
        ({"properties": {"mgrs_tile": "s2:mgrs_tile"}}, ("s2:mgrs_tile", "33UUU")),
    ],
)
def test_a_tile_is_pushed_down_only_where_the_property_is_known(
    options: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    pushed = push_down({"mgrs_tile": "T33UUU"}, _source(**options))

    if expected is None:
        assert (pushed.body, pushed.residual) == ({}, ("mgrs_tile",))
    else:
        assert pushed.body["filter"] == {"op": "=", "args": [{"property": expected[0]}, expected[1]]}


def test_a_source_can_lack_a_property() -> None:
    pushed = push_down({"relative_orbit": 22}, _source(properties={"relative_orbit": ""}))

    assert (pushed.body, pushed.residual) == ({}, ("relative_orbit",))


def test_one_value_in_a_list_is_sent_and_several_are_left_to_us() -> None:
    source = Source(id="s", title="s", kind="stac-api", family="eo", url="https://example.org")
    one, several = (
        push_down({"orbit_state": ["descending"]}, source),
        push_down({"orbit_state": ["ascending", "descending"]}, source),
    )
    assert one.body["filter"]["args"][1] == "descending"
    assert (several.body, several.residual) == ({}, ("orbit_state",))
