"""NASA CMR: one request a version, pages by a header, recorded granules of five archives read and re-checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from connectors.base import Checks, Keys, PagesByHeader, Request, SearchConnector
from connectors.eo.cmr import CmrConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search

SHARED = Path(__file__).resolve().parents[4] / "shared"
CMR = SHARED / "fixtures/eo/cmr"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
GRANULES = Request(method="GET", url="https://cmr.example/search/granules.umm_json?short_name%5B%5D=MOD02QKM")


def _connector(**parts: Any) -> CmrConnector:
    given: dict[str, Any] = {
        "id": "cmr",
        "title": "CMR",
        "kind": "cmr",
        "family": "eo",
        "url": "https://cmr.example/search",
        "collections": {"modis-09a1": "MOD09A1@061,MYD09A1@061", "hls": "HLSS30@2.0,C2021957295-LPCLOUD"},
        "limits": Limits(page_max=2000),
    }
    return CmrConnector(Source(**given | parts))


def _asked(search: Search, **parts: Any) -> list[list[tuple[str, str]]]:
    plan = _connector(**parts).plan(search)
    assert plan is not None
    assert all(urlsplit(r.url).path == "/search/granules.umm_json" for r in plan.requests)
    return [parse_qsl(urlsplit(r.url).query, keep_blank_values=True) for r in plan.requests]


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)
    assert isinstance(connector, PagesByHeader)


def test_short_names_of_one_version_are_one_request() -> None:
    (asked,) = _asked(Search(family="eo", collections=("modis-09a1",), limit=50))

    assert asked == [
        ("version", "061"),
        ("short_name[]", "MOD09A1"),
        ("short_name[]", "MYD09A1"),
        ("page_size", "50"),
    ]


def test_versions_and_concept_ids_are_asked_apart() -> None:
    first, second = _asked(Search(family="eo", collections=("hls",)))

    assert first[:2] == [("version", "2.0"), ("short_name[]", "HLSS30")]
    assert second[0] == ("collection_concept_id[]", "C2021957295-LPCLOUD")


def test_place_time_and_filters_are_pushed_down() -> None:
    search = Search(
        family="eo",
        collections=("modis-09a1",),
        bbox=BBox(west=177, south=-20, east=-178, north=-15),
        interval=Interval(start="2020-01-01"),
        filters={
            "cloud_cover_max": 20,
            "platform": ["terra", "aqua"],
            "daytime": "day",
            "sort": "-datetime",
            "mgrs_tile": "13SDV",
        },
        limit=5000,
    )
    (asked,) = _asked(search)

    assert asked[3:] == [
        ("temporal", "2020-01-01T00:00:00Z,"),
        ("bounding_box", "177,-20,-178,-15"),
        ("page_size", "2000"),
        ("sort_key[]", "-start_date"),
        ("cloud_cover", ",20"),
        ("platform[]", "terra"),
        ("platform[]", "aqua"),
        ("day_night_flag", "day"),
    ]
    plan = _connector().plan(search)
    assert plan is not None and plan.residual == ("mgrs_tile",)


@pytest.mark.parametrize(
    "search",
    [Search(family="esgf"), Search(family="eo", collections=("naip",)), Search(family="eo")],
    ids=["another family", "not held", "nothing named"],
)
def test_what_it_cannot_answer_is_not_asked(search: Search) -> None:
    assert _connector().plan(search) is None


def test_words_are_put_to_the_collections() -> None:
    plan = _connector().plan(Search(family="eo", filters={"q": "surface water"}))

    assert plan is not None
    (request,) = plan.requests
    assert request.url == "https://cmr.example/search/collections.umm_json?keyword=surface+water&page_size=100"


def test_the_next_page_is_named_by_the_reply_s_header() -> None:
    connector = _connector()
    page = connector.decode(b'{"hits": 9, "items": [{"umm": {"GranuleUR": "a"}}]}', GRANULES)

    paged = connector.paged(page, {"cmr-search-after": '["laads",1]'}, GRANULES)

    assert paged.next is not None
    assert (paged.next.url, dict(paged.next.headers)) == (GRANULES.url, {"CMR-Search-After": '["laads",1]'})
    assert connector.paged(page, {}, GRANULES).next is None


def test_an_empty_page_is_the_last_whatever_its_header_says() -> None:
    connector = _connector()
    page = connector.decode(b'{"hits": 0, "items": []}', GRANULES)

    assert connector.paged(page, {"cmr-search-after": "[1]"}, GRANULES).next is None


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b'{"a": "\xff"}', b"[]", b'{"feed": {}}', b'{"items": [1]}', b'{"items": 4}']
)
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply, match="UMM JSON"):
        _connector().decode(body, GRANULES)


def test_a_granule_without_a_name_is_left_out() -> None:
    page = _connector().decode(b'{"hits": 2, "items": [{"umm": {}}, {"umm": {"GranuleUR": "b"}}]}', GRANULES)

    assert [item.id for item in page.items] == ["b"]


def test_a_granule_that_names_no_collection_is_of_the_one_asked_for() -> None:
    request = Request(method="GET", url="https://cmr.example/search/granules.umm_json?short_name%5B%5D=MYD09A1")
    page = _connector().decode(b'{"items": [{"umm": {"GranuleUR": "b"}}]}', request)

    assert page.items[0].collection == "modis-09a1"


def test_cmr_is_trusted_where_a_granule_does_not_say() -> None:
    connector = _connector()
    page = connector.decode(b'{"items": [{"umm": {"GranuleUR": "b", "CloudCover": 90}}]}', GRANULES)
    box = BBox(west=0, south=0, east=1, north=1)

    assert connector.check(page.items[0], Search(family="eo", bbox=box, filters={"platform": "terra"})) == ()
    assert connector.check(page.items[0], Search(family="eo", filters={"cloud_cover_max": 20})) == ("cloud_cover_max",)


@needs_shared
def test_recorded_pages_follow_their_headers() -> None:
    import yaml

    recorded = yaml.safe_load((CMR / "TestMultipleQueries.test_results_unparsed_format.yaml").read_text("utf-8"))
    connector, request, seen = _connector(), GRANULES, []
    for exchange in recorded["interactions"][:4]:
        answer = exchange["response"]
        headers = {name.lower(): values[0] for name, values in answer["headers"].items()}
        page = connector.paged(connector.decode(answer["body"]["string"].encode(), request), headers, request)
        assert page.next is not None and page.matched == 1404440
        assert page.next.headers["CMR-Search-After"] != request.headers.get("CMR-Search-After")
        request = page.next
        seen += [item.id for item in page.items]

    assert len(set(seen)) == 8


@needs_shared
def test_recorded_variables_of_one_place_and_year_are_granules_of_their_own() -> None:
    connector = _connector()
    page = connector.decode((CMR / "Daymet_Daily_V4R1_2129_umm.json").read_bytes(), GRANULES)

    assert len({connector.key(item) for item in page.items}) == len(page.items) == 10
