"""Credits: from records alone, and from the citation and handle services' replies."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from connectors.errors import BadReply
from connectors.esgf.citation import (
    citation_request,
    cite,
    cite_all,
    handle_doi,
    licence_name,
    pid_request,
    read_citation,
    read_handle,
)
from connectors.items import Item, Link

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
FACETS = {
    "mip_era": "CMIP6", "institution_id": "MIROC", "source_id": "MIROC6", "activity_id": "CMIP", "version": "20191016",
    "experiment_id": "historical",
    "license": "CMIP6 model data produced by MIROC is licensed under a Creative Commons Attribution ShareAlike 4.0 "
    "International License (https://creativecommons.org/licenses/).",
}  # fmt: skip
LINK = Link(rel="cite-as", href="https://cera-www.dkrz.de/WDCC/meta/CMIP6/x.json")


def _item(collection: str = "CMIP6", **more: Any) -> Item:
    return Item(id="x", collection=collection, properties=FACETS | more, links=(LINK,))


def test_cmip6_output_is_credited_by_institution_model_and_experiment() -> None:
    found = cite(_item())
    assert found.text == (
        "MIROC MIROC6 model output prepared for CMIP6 CMIP historical. Version 20191016. Earth System Grid Federation."
    )
    assert (found.licence, found.url, found.doi) == ("CC BY-SA 4.0", LINK.href, None)


def test_the_archive_that_carries_it_is_credited_too() -> None:
    found = cite(_item(citation="ESMValTool sample data 0.0.4.", doi="10.5194/gmd-9-1937-2016"))
    assert found.text.endswith("Earth System Grid Federation. ESMValTool sample data 0.0.4.")
    assert found.doi is None  # that of an article about CMIP6, not of these data


def test_other_data_have_the_credit_of_their_holding() -> None:
    item = Item(
        id="x", collection="ENSEMBLES", properties={"citation": "Iris sample data 2.5.2", "license": "UK OGL v3"}
    )
    assert cite(item) == cite_all([item, item])[0]
    assert (cite(item).text, cite(item).licence) == ("Iris sample data 2.5.2", "UK OGL v3")


def test_data_without_any_credit_are_named() -> None:
    item = Item(id="obs4MIPs.NASA.x.v20180519", collection="obs4MIPs", properties={"version": "20180519"})
    assert cite(item).text == "obs4MIPs.NASA.x.v20180519. Version 20180519. Earth System Grid Federation."


def test_equal_credits_are_given_once() -> None:
    assert len(cite_all([_item(), _item(), _item(source_id="MIROC-ES2L")])) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("… Creative Commons Attribution 4.0 International License …", "CC BY 4.0"),
        ("… Creative Commons Attribution-ShareAlike 4.0 International License …", "CC BY-SA 4.0"),
        ("… Creative Commons Attribution-NonCommercial-ShareAlike 4.0 …", "CC BY-NC-SA 4.0"),
        ("… a Creative Commons CC0 1.0 Universal Public Domain Dedication …", "CC0 1.0"),
        ("CC-BY-4.0", "CC BY 4.0"),
        ("CC0-1.0", "CC0 1.0"),
        ("UK Open Government Licence v3", "UK Open Government Licence v3"),
        ("", ""),
    ],
)
def test_a_licence_has_a_short_name(text: str, name: str) -> None:
    assert licence_name(text) == name


def test_the_full_citation_is_asked_for_where_it_is_linked() -> None:
    request = citation_request(_item())
    assert request is not None
    assert request.url == LINK.href
    assert citation_request(Item(id="x", collection="CMIP6")) is None


@needs_shared
@pytest.mark.parametrize("name", ["cmipcite_test_citations_args_defaults_", "cmipcite_test_types_of_id_consortium_"])
def test_the_text_is_that_of_cmipcite(name: str) -> None:
    golden = (SHARED / f"fixtures/citation/{name}.txt").read_text(encoding="utf-8").strip()
    parts = re.fullmatch(r"(.+) \((\d{4})\): (.+)\. Version (\d+)\. (.+)\. https://doi\.org/(.+)\.", golden)
    assert parts is not None
    authors, year, title, version, publisher, doi = parts.groups()
    record = {
        "identifier": {"id": doi, "identifierType": "DOI"}, "creators": [{"creatorName": a} for a in authors.split("; ")],
        "titles": [title], "publisher": publisher, "publicationYear": year, "rightsList": [{"rights": "CC BY 4.0"}],
    }  # fmt: skip
    found = read_citation(json.dumps(record).encode(), item=_item(version=version))
    assert (found.text, found.doi, found.licence) == (golden, doi, "CC BY 4.0")


def test_the_cmip7_service_gives_a_doi_address() -> None:
    record = {"name": "CCCma CanESM5-1 piControl", "doi_url": "https://doi.org/10.25914/abc", "license": "CC-BY-4.0"}
    found = read_citation(json.dumps(record).encode(), item=_item("CMIP7"))
    assert found.doi == "10.25914/abc"
    assert found.text.startswith("CCCma CanESM5-1 piControl. Version 20191016.")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"identifier": 3}'])
def test_a_reply_without_a_citation_is_refused(body: bytes) -> None:
    with pytest.raises(BadReply, match="citation of 'x'"):
        read_citation(body, item=_item())


@pytest.mark.parametrize("pid", ["hdl:21.14100/a", "21.14100/a", "https://hdl.handle.net/21.14100/a"])
def test_a_pid_is_looked_up_in_the_handle_system(pid: str) -> None:
    assert pid_request(pid).url == "https://hdl.handle.net/api/handles/21.14100/a"


@needs_shared
def test_a_recorded_handle_gives_its_values_by_type() -> None:
    body = (SHARED / "fixtures/citation/handle_api_handlerecord_for_reading_PUBLIC.json").read_bytes()
    assert read_handle(body) == {"TEST1": ("val1",), "TEST2": ("val2",), "TESTDUP": ("dup1", "dup2")}


def test_a_handle_in_two_datasets_names_both() -> None:
    body = json.dumps({"values": [{"type": "IS_PART_OF", "data": {"value": "hdl:1/a;hdl:1/b"}}]}).encode()
    assert read_handle(body)["IS_PART_OF"] == ("hdl:1/a", "hdl:1/b")


def test_a_dataset_s_handle_leads_to_its_doi() -> None:
    assert handle_doi({"IS_PART_OF": ("doi:10.22033/ESGF/CMIP6.6595",)}) == "10.22033/ESGF/CMIP6.6595"
    assert handle_doi({}) is None


def test_an_unknown_handle_is_empty() -> None:
    assert read_handle(b'{"responseCode": 100}') == {}


@pytest.mark.parametrize("body", [b"", b"[]", b'{"values": [1]}'])
def test_a_damaged_handle_is_refused(body: bytes) -> None:
    with pytest.raises(BadReply, match="handle record"):
        read_handle(body)
