"""XML of strangers: entities refused in any encoding, document types borne, exceptions told, nonsense a BadReply."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.errors import BadReply
from connectors.markup import children, exception_text, local_name, read_xml, text

RECORDED = Path(__file__).parent / "eo" / "recorded"
LAUGHS = '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]><a>&m;</a>'
FILE = '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>'


@pytest.mark.parametrize("document", [LAUGHS, FILE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_document_that_declares_entities_is_refused(document: str, encoding: str) -> None:
    with pytest.raises(BadReply, match=r"entities|no XML"):
        read_xml(document.encode(encoding))


def test_a_document_type_without_entities_is_borne_and_never_fetched() -> None:
    root = read_xml((RECORDED / "mapserver_wms111.xml").read_bytes())

    assert local_name(root) == "WMT_MS_Capabilities"


@pytest.mark.parametrize("body", [b"", b"{}", b"<html><body>", b"\xff\xfe\x00", b"<a>" * 1000])
def test_nonsense_is_a_bad_reply_that_shows_how_it_begins(body: bytes) -> None:
    with pytest.raises(BadReply) as caught:
        read_xml(body, source="x")

    assert (caught.value.kind, caught.value.source) == ("bad_payload", "x")


@pytest.mark.parametrize(
    ("name", "said"),
    [("pycsw_exception.xml", "Invalid Filter request"), ("mapserver_wcs201_exception.xml", "coverage")],
)
def test_an_exception_report_is_told_in_its_own_words(name: str, said: str) -> None:
    with pytest.raises(BadReply, match="exception") as caught:
        read_xml((RECORDED / name).read_bytes())

    assert said in str(caught.value)


def test_an_exception_without_words_gives_its_code() -> None:
    from lxml import etree

    root = etree.fromstring('<ExceptionReport><Exception exceptionCode="NoSuchCoverage"/></ExceptionReport>')

    assert exception_text(root) == "NoSuchCoverage"


def test_names_are_read_without_their_namespaces() -> None:
    root = read_xml(
        b'<p:a xmlns:p="urn:p" xmlns:q="urn:q"><q:b>1</q:b><p:b>2</p:b><c><d> deep </d></c><!-- no --></p:a>'
    )

    assert [child.text for child in children(root, "b")] == ["1", "2"]
    assert (text(root, "c", "d"), text(root, "c", "e")) == ("deep", "")
