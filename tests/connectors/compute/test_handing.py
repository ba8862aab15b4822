from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.handing import Hand, fetcher, is_fetched, within
from connectors.compute.ogcapi import OGCProcesses
from connectors.compute.remote import ProcessDescription, ProcessSummary
from connectors.compute.wps.inputs import given
from connectors.errors import Refused
from connectors.operations import Process
from connectors.transport import Reply

CUBE_SCHEMA = {"type": "object", "properties": {"hrefs": {"type": "array"}}}


class Offer:
    """Describes one process with these inputs."""

    def __init__(self, inputs: dict[str, Any]) -> None:
        self.inputs = inputs

    async def describe(self, process_id: str) -> ProcessDescription:
        return ProcessDescription(summary=ProcessSummary(id=process_id), inputs=self.inputs)


async def content(href: str) -> bytes:
    return b"content of " + href.encode()


def handing(inputs: dict[str, Any], *, most: int = 1000) -> Hand:
    return Hand(fetch=content, offered=Offer(inputs), most_bytes=most)


@pytest.mark.parametrize(
    ("href", "fetched"),
    [("http://a.org/x.nc", True), ("s3://b/x.nc", True), ("/tmp/x.nc", False), ("http://processes.embedded/j", False)],
)
def test_what_a_server_may_fetch(href: str, fetched: bool) -> None:
    assert is_fetched(href) is fetched


async def test_an_address_is_left_and_a_file_goes_within() -> None:
    cube = {"kind": "cube", "hrefs": ["http://a.org/x.nc", "/here/y.nc"], "type": "application/x-netcdf"}
    done = await handing({})(Process(process_id="p", inputs={"data": cube, "freq": "YS"}))
    first, second = done.inputs["data"]["hrefs"]
    assert first == "http://a.org/x.nc" and done.inputs["freq"] == "YS"
    media, text = within(second) or ("", "")
    assert media == "application/x-netcdf" and base64.b64decode(text) == b"content of /here/y.nc"


async def test_inputs_without_files_are_left_as_they_are() -> None:
    process = Process(process_id="p", inputs={"n": 1, "place": {"bbox": [0, 0, 1, 1]}})
    assert await handing({})(process) is process


async def test_what_is_too_large_is_refused_with_what_to_try() -> None:
    cube = {"hrefs": ["/here/y.nc"]}
    with pytest.raises(Refused, match="smaller place"):
        await handing({}, most=5)(Process(process_id="p", inputs={"data": cube}))


async def test_our_own_servers_get_the_cube_with_its_properties() -> None:
    cube = {"kind": "cube", "hrefs": ["http://a.org/x.nc"], "properties": {"source_id": "M"}}
    taking = {"data": {"schema": CUBE_SCHEMA}, "many": {"schema": {"type": "array", "items": CUBE_SCHEMA}}}
    done = await handing(taking)(Process(process_id="p", inputs={"data": cube, "many": [cube, cube]}))
    sent = OGCProcesses(url="http://s", send=None).inputs(done)  # type: ignore[arg-type]
    assert sent["data"]["value"]["properties"] == {"source_id": "M"}
    assert [entry["value"]["hrefs"] for entry in sent["many"]] == [["http://a.org/x.nc"]] * 2


async def test_others_get_links_and_qualified_values() -> None:
    cube = {"kind": "cube", "hrefs": ["http://a.org/x.nc", "/here/y.nc"], "type": "application/x-netcdf"}
    done = await handing({"data": {"schema": {"type": "string"}}})(Process(process_id="p", inputs={"data": cube}))
    link, inside = OGCProcesses(url="http://s", send=None).inputs(done)["data"]  # type: ignore[arg-type]
    assert link == {"href": "http://a.org/x.nc", "type": "application/x-netcdf"}
    assert inside["encoding"] == "base64" and base64.b64decode(inside["value"]) == b"content of /here/y.nc"


async def test_a_wps_gets_complex_data_in_a_media_type_that_it_lists() -> None:
    schema = {
        "type": "string",
        "contentMediaType": "application/x-netcdf",
        "mediaTypes": ["application/x-netcdf", "text/x"],
    }
    cube = {"kind": "cube", "hrefs": ["/here/y.nc", "http://a.org/x.nc"], "type": "application/netcdf"}
    done = await handing({})(Process(process_id="p", inputs={"tas": cube}))
    described = ProcessDescription(summary=ProcessSummary(id="p"), inputs={"tas": {"schema": schema}})
    inside, link = given(done.inputs, described)
    assert (inside.kind, inside.encoding, inside.media) == ("complex", "base64", "application/x-netcdf")
    assert (link.kind, link.text, link.media) == ("reference", "http://a.org/x.nc", "application/x-netcdf")


async def test_files_outside_the_readable_folders_are_not_handed_over(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.nc").write_bytes(b"mine")
    (tmp_path / "secret").write_bytes(b"secret")

    async def send(request: Request) -> Reply:
        return Reply(status=200, headers={}, body=b"held", url=request.url)

    fetch = fetcher(lambda: (tmp_path / "mine",), lambda href: None, send)
    assert await fetch(str(tmp_path / "mine" / "x.nc")) == b"mine"
    assert await fetch("http://processes.embedded/jobs/1/results/cube") == b"held"
    with pytest.raises(Refused, match="outside"):
        await fetch(str(tmp_path / "secret"))
