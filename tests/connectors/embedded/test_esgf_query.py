"""esg-search parameters: what is accepted, what is refused with which status, and what they select."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.embedded.esgf_query import (
    JSON_FORMAT,
    MAX_LIMIT,
    XML_FORMAT,
    Query,
    QueryError,
    facet_names,
    read_query,
)

RECORDS: list[dict[str, Any]] = [
    {"id": f"d{i}|n", "project": ["CMIP6"], "source_id": [model], "variable_id": variables, "latest": True, "replica": i == 1,
     "version": f"2019010{i}", "datetime_start": f"19{i}0-01-01T00:00:00Z", "datetime_stop": f"19{i}9-12-31T00:00:00Z",
     "west_degrees": 0.0, "east_degrees": 10.0, "south_degrees": 0.0, "north_degrees": 10.0 * i,
     "_timestamp": f"2020-01-0{i}T00:00:00.000Z"}
    for i, (model, variables) in enumerate([("A", ["tas"]), ("B", ["tas", "pr"]), ("CESM1(CAM5.1,FV2)", ["pr"])], start=1)
]  # fmt: skip


def _read(*pairs: tuple[str, str], **more: Any) -> Query:
    return read_query(pairs, configured=facet_names(RECORDS), **more)


def _ids(*pairs: tuple[str, str]) -> list[str]:
    return [r["id"][:2] for r in _read(*pairs).select(RECORDS)]


def test_the_defaults_are_the_real_ones() -> None:
    query = _read()
    assert (query.kind, query.format, query.limit, query.offset) == ("Dataset", XML_FORMAT, 10, 0)
    assert (query.distrib, query.text, query.facets) == (True, "*:*", ())


@pytest.mark.parametrize(
    ("pairs", "ids"),
    [
        ([("source_id", "A")], ["d1"]),
        ([("source_id", "A,B")], ["d1", "d2"]),
        ([("source_id", "A"), ("source_id", "B")], ["d1", "d2"]),
        ([("source_id", "A"), ("variable_id", "pr")], []),
        ([("variable_id", "pr")], ["d2", "d3"]),
        ([("variable_id!", "pr")], ["d1"]),
        ([("source_id!", "A,B")], ["d3"]),
        ([("source_id", "CESM1(CAM5.1,FV2)")], ["d3"]),
        ([("replica", "false")], ["d2", "d3"]),
        ([("replica", "True")], ["d1"]),
        ([("start", "1925-01-01T00:00:00Z")], ["d2", "d3"]),
        ([("end", "1925-01-01")], ["d1", "d2"]),
        ([("start", "1920-01-01"), ("end", "1921-01-01")], ["d2"]),
        ([("min_version", "20190102")], ["d2", "d3"]),
        ([("max_version", "20190101")], ["d1"]),
        ([("from", "2020-01-02T00:00:00Z"), ("to", "NOW")], ["d2", "d3"]),
        ([("bbox", "[-5,15,5,40]")], ["d2", "d3"]),
        ([("bbox", "[170,15,5,40]")], ["d2", "d3"]),
        ([("bbox", "[170,15,-170,40]")], []),
        ([("bbox", "[355,15,365,40]")], ["d2", "d3"]),
        ([("query", "source_id:A OR source_id:B")], ["d1", "d2"]),
        ([("id", "d1|n")], ["d1"]),
    ],
)
def test_parameters_select(pairs: list[tuple[str, str]], ids: list[str]) -> None:
    assert _ids(*pairs) == ids


@pytest.mark.parametrize(
    ("key", "value", "status", "message"),
    [
        ("sorce_id", "A", 400, "Invalid HTTP query parameter=sorce_id"),
        ("source_id", " ", 400, "Invalid empty value for parameter=source_id"),
        ("source_id", "a\x00b", 400, "Invalid character"),
        ("format", "application/json", 501, "Invalid requested format: application/json"),
        ("limit", str(MAX_LIMIT + 1), 400, "maximum allowed value is limit=10000"),
        ("limit", "-1", 400, "a whole number is expected"),
        ("offset", "many", 400, "a whole number is expected"),
        ("type", "Collection", 400, "Unsupported results type: Collection"),
        ("lat", "3", 400, "Unsupported parameter: lat"),
        ("polygon", "x", 400, "Unsupported parameter: polygon"),
        ("start", "yesterday", 400, "Invalid Date String"),
        ("bbox", "0,0,1,1", 400, "Invalid bbox"),
        ("bbox", "[0,0,1,x]", 400, "Invalid bbox"),
        ("min_version", "v1", 400, "Invalid version"),
        ("query", "((", 400, "Cannot parse"),
    ],
)
def test_what_the_service_refuses(key: str, value: str, status: int, message: str) -> None:
    with pytest.raises(QueryError, match=message) as refusal:
        _read((key, value))
    assert refusal.value.status == status


def test_the_greatest_limit_is_accepted() -> None:
    assert _read(("limit", str(MAX_LIMIT)), ("format", JSON_FORMAT)).limit == MAX_LIMIT


def test_a_star_counts_every_facet() -> None:
    assert {"source_id", "variable_id", "project"} <= set(_read(("facets", "*")).facets)


def test_lists_may_hold_blanks() -> None:
    assert _read(("facets", "source_id, variable_id")).facets == ("source_id", "variable_id")


def test_ids_and_flags_are_no_facets() -> None:
    assert not {"id", "latest", "_timestamp", "url"} & set(facet_names(RECORDS))


def test_the_header_spells_the_filters_as_solr_does() -> None:
    query = _read(("source_id", "A,B"), ("variable_id!", "pr"), ("latest", "true"))
    assert query.filters == ("type:Dataset", 'source_id:"A" || source_id:"B"', '-variable_id:"pr"', "latest:true")
