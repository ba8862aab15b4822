"""Lists and descriptions of processes: those of the embedded node, and the shapes that older servers write."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.local import LocalProcesses
from connectors.compute.ogcapi_listing import describe, processes
from connectors.embedded.processes_node import app
from connectors.errors import BadReply, Refused
from connectors.transport import Reply, Transport

URL = "http://processes.embedded"


@pytest.fixture
async def transport(tmp_path: Path) -> AsyncIterator[Transport]:
    local = LocalProcesses(holdings_dir=tmp_path, roots=())
    opened = Transport(apps={"processes.embedded": lambda: app(local, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))})
    yield opened
    await opened.aclose()
    local.close()


def recorded(pages: Mapping[str, Any]) -> Any:
    """A line to a server whose whole answers are given by address."""

    async def send(request: Request) -> Reply:
        body = pages[request.url]
        return Reply(
            status=200, headers={"content-type": "application/json"}, body=json.dumps(body).encode(), url=request.url
        )

    return send


async def test_the_processes_of_a_server_are_listed(transport: Transport) -> None:
    found = {p.id: p for p in await processes(f"{URL}/", send=transport.send)}

    assert found["trend"].title == "Trend of a yearly quantity"
    assert "async-execute" in found["trend"].modes


async def test_the_inputs_that_must_be_given_are_told_apart(transport: Transport) -> None:
    described = await describe(URL, "anomaly", send=transport.send)

    assert described.required == ("data", "reference")
    assert "relative" in described.inputs


async def test_a_process_that_is_not_there_is_refused_in_the_servers_words(transport: Transport) -> None:
    with pytest.raises(Refused, match="there is no process 'anomaly!'; near ones: anomaly"):
        await describe(URL, "anomaly!", send=transport.send)


async def test_pages_are_followed_at_the_host_that_was_asked_and_not_in_circles() -> None:
    first = {"processes": [{"id": "a"}], "links": [{"rel": "next", "href": "https://inner.example/processes?page=2"}]}
    second = {"processes": [{"id": "b"}], "links": [{"rel": "next", "href": "/processes"}]}
    send = recorded({"https://ogc.example/processes": first, "https://ogc.example/processes?page=2": second})

    assert [p.id for p in await processes("https://ogc.example", send=send)] == ["a", "b"]


async def test_inputs_listed_as_older_drafts_did_are_read_by_name() -> None:
    old = {"id": "p", "inputs": [{"id": "x", "minOccurs": "1"}, {"id": "y", "minOccurs": 0}], "outputs": None}
    described = await describe("https://ogc.example", "p", send=recorded({"https://ogc.example/processes/p": old}))

    assert (sorted(described.inputs), described.required, described.outputs) == (["x", "y"], ("x",), {})


async def test_an_answer_that_is_no_list_is_a_bad_reply() -> None:
    with pytest.raises(BadReply, match="no list of processes"):
        await processes("https://ogc.example", send=recorded({"https://ogc.example/processes": {"title": "Hello"}}))
