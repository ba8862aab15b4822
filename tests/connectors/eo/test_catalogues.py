"""The shipped catalogues of datasets: asked for words alone, in requests that real servers of their software answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from connectors.kinds import load_kind
from connectors.offers import Source
from connectors.operations import Search
from connectors.source_files import read_sources

RECORDED = Path(__file__).with_name("recorded")
REPLIES = {"csw": "pycsw_dc.xml", "ogcapi-records": "pygeoapi_records.json"}
CATALOGUES = [s for s in read_sources() if s.kind in REPLIES]
WORDS = Search(family="eo", filters={"q": "lake level"}, limit=10)


def connector(source: Source) -> Any:
    return load_kind(source.kind)(source=source)


def test_csw_and_records_are_shipped() -> None:
    assert len([s for s in CATALOGUES if s.kind == "csw" and s.enabled]) >= 5
    assert len([s for s in CATALOGUES if s.kind == "ogcapi-records" and s.enabled]) >= 3


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda source: source.id)
def test_a_search_for_words_is_one_request_whose_reply_is_read(source: Source) -> None:
    (request,) = connector(source).plan(WORDS).requests
    assert request.url.startswith(source.url.rstrip("/"))
    assert "lake" in (request.content or request.params["q"])
    page = connector(source).decode((RECORDED / REPLIES[source.kind]).read_bytes(), request)
    assert page.items and page.matched


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda source: source.id)
@pytest.mark.parametrize(
    "search",
    [Search(family="eo", collections=("sentinel-2-l2a",)), Search(family="eo"), Search(family="esgf")],
    ids=str,
)
def test_no_other_search_costs_them_a_request(source: Source, search: Search) -> None:
    assert connector(source).plan(search) is None


def test_products_of_copernicus_marine_are_found_under_our_name() -> None:
    (marine,) = [s for s in CATALOGUES if s.id == "marine-csw"]
    (request,) = connector(marine).plan(Search(family="eo", collections=("ghrsst",))).requests
    assert "%OSTIA%" in request.content


def test_the_three_discovery_catalogues_of_wmo_are_replicas() -> None:
    group = [s for s in CATALOGUES if s.group == "wis2-gdc"]
    assert len(group) == 3 and all(s.options["mirror"] for s in group)
    assert {s.options["catalogue"] for s in group} == {"wis2-discovery-metadata"}
