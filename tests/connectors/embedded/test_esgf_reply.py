"""The service's answers: Solr JSON and XML, the error page and a script that downloads."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from connectors.embedded.esgf_query import JSON_FORMAT, XML_FORMAT, Query, read_query
from connectors.embedded.esgf_reply import error_page, reply, wget_script

RECORDS: list[dict[str, Any]] = [
    {"id": f"d{i}|n", "source_id": [model], "size": i, "latest": True, "title": f"{i}.nc", "version": "1",
     "datetime_start": "1850-01-01T00:00:00Z", "url": [f"http://n/{i}.nc|application/netcdf|HTTPServer"],
     "checksum": ["0" * 64], "note": "a < b & c"}
    for i, model in enumerate(["MIROC6", "CESM2", "MIROC6"])
]  # fmt: skip


def _query(*pairs: tuple[str, str], format_: str = JSON_FORMAT) -> Query:
    return read_query([("format", format_), *pairs], configured=("source_id",))


def _json(*pairs: tuple[str, str]) -> Any:
    body, _ = reply(_query(*pairs), RECORDS, shards=["n1:8983/solr", "n2:8983/solr"])
    return json.loads(body)


def test_a_page_starts_where_it_is_told() -> None:
    response = _json(("offset", "1"), ("limit", "1"))["response"]
    assert (response["numFound"], response["start"], [d["id"] for d in response["docs"]]) == (3, 1, ["d1|n"])


def test_counts_are_a_flat_list_in_lexicographic_order() -> None:
    assert _json(("facets", "source_id"))["facet_counts"]["facet_fields"] == {"source_id": ["CESM2", 1, "MIROC6", 2]}


def test_only_the_fields_asked_for_are_shown_and_the_score() -> None:
    assert _json(("fields", "id,size"), ("limit", "1"))["response"]["docs"] == [{"id": "d0|n", "size": 0, "score": 1.0}]


def test_the_header_names_the_shards() -> None:
    assert _json()["responseHeader"]["params"]["shards"] == "n1:8983/solr/datasets,n2:8983/solr/datasets"


def test_a_search_of_this_node_alone_names_none() -> None:
    assert "shards" not in _json(("distrib", "false"))["responseHeader"]["params"]


def test_xml_says_the_same_with_its_types() -> None:
    body, content_type = reply(_query(("facets", "source_id"), format_=XML_FORMAT), RECORDS, shards=[])
    root = ElementTree.fromstring(body)
    assert content_type.startswith("text/xml")
    assert root.find("result").attrib["numFound"] == "3"  # type: ignore[union-attr]
    doc = root.find("result/doc")
    assert doc is not None
    assert {child.attrib["name"]: child.tag for child in doc} == {
        "id": "str", "source_id": "arr", "size": "long", "latest": "bool", "title": "str", "version": "str",
        "datetime_start": "date", "url": "arr", "checksum": "arr", "note": "str", "score": "float",
    }  # fmt: skip
    assert doc.findtext("str[@name='note']") == "a < b & c"
    assert root.findtext("lst[@name='facet_counts']/lst/lst[@name='source_id']/int[@name='MIROC6']") == "2"


def test_the_error_page_carries_the_message_escaped() -> None:
    page = error_page(400, "Invalid HTTP query parameter=<b>")
    assert "HTTP Status 400" in page
    assert "Invalid HTTP query parameter=&lt;b&gt;" in page


def test_no_file_is_said_in_words() -> None:
    assert wget_script(_query(), [])[1] == "text/plain"


def test_a_part_of_the_files_is_said() -> None:
    script, content_type = wget_script(_query(("limit", "2")), RECORDS)
    assert content_type == "text/x-sh"
    assert "total number of files was 3 but this script will only process 2" in script


def test_folders_are_made_of_facets_and_cannot_climb() -> None:
    script, _ = wget_script(
        _query(), [RECORDS[0] | {"source_id": [".."]}], structure=["source_id", "gone"], empty="none"
    )
    assert "fetch none/0.nc" in script


@pytest.mark.parametrize("intact", [True, False])
def test_the_script_keeps_a_sound_file_and_refuses_a_wrong_one(tmp_path: Path, intact: bool) -> None:
    content = b"sound"
    (tmp_path / "0.nc").write_bytes(content if intact else b"damaged")
    record = RECORDS[0] | {
        "checksum": [hashlib.sha256(content).hexdigest()],
        "url": ["http://127.0.0.1:9/0.nc|x|HTTPServer"],
    }
    (tmp_path / "wget.sh").write_text(wget_script(_query(), [record])[0])
    done = subprocess.run(["bash", "wget.sh"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "already here" in done.stdout) == ((0, True) if intact else (1, False))
