"""Notices of our node on a port: heard by our own callbacks, and never sent to an address that is not public."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from connectors.compute.local import LocalProcesses
from connectors.embedded.inbox import Inbox
from connectors.embedded.notices import Notices
from connectors.embedded.processes_node import CALLBACK, Port, app
from connectors.guard import Guard
from connectors.source_files import address
from tests.connectors.embedded.serving import free_port, serving

NAMES = ("inProgressUri", "successUri", "failedUri")


class Listener:
    """Takes down who called with what."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Any]] = []

    def app(self) -> Starlette:
        async def call(request: Request) -> Response:
            self.heard.append((request.path_params["name"], json.loads(await request.body() or b"null")))
            return Response(status_code=204)

        return Starlette(routes=[Route("/{name}", call, methods=["POST"])])

    async def until(self, name: str) -> Any:
        async with asyncio.timeout(20):
            while not (found := [body for said, body in self.heard if said == name]):
                await asyncio.sleep(0.02)
        return found[0]


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def address_of(listener: Listener) -> Iterator[str]:
    with serving(listener.app()) as url:
        yield url


@pytest.fixture
def node(tmp_path: Path, address_of: str) -> Iterator[str]:
    """Our node on a port, whose guard knows the listener's address and no other private one."""
    port, guard = free_port(), Guard(registered=[address(address_of)])

    async def fetch(value: Any) -> Any:
        return value

    local = LocalProcesses(holdings_dir=tmp_path, roots=(tmp_path,), base_url=f"http://127.0.0.1:{port}")
    inbox = Inbox(folder=tmp_path / "inbox", own=local.base_url, fetch=fetch)
    known = Port(inbox=inbox, notices=Notices(guard=guard))
    with serving(app(local, clock=lambda: datetime.now(UTC), port=known), port=port) as url:
        yield url
    local.close()


async def ask(node: str, subscriber: Any, *, inputs: Any = None, process: str = "return_levels") -> httpx2.Response:
    body = {"inputs": {} if inputs is None else inputs, "subscriber": subscriber}
    async with httpx2.AsyncClient() as client:
        return await client.post(
            f"{node}/processes/{process}/execution",
            json=body,
            headers={"Prefer": "respond-async", "Idempotency-Key": "k-1"},
        )


async def test_who_asks_is_told_of_the_failure(node: str, listener: Listener, address_of: str, tmp_path: Path) -> None:
    (tmp_path / "x.nc").write_bytes(b"no file of arrays")
    text = "data:application/x-netcdf;base64,bm8gZmlsZQ=="
    asked = await ask(
        node, {n: f"{address_of}/{n}" for n in NAMES}, inputs={"data": {"href": text}, "return_period": 2}
    )
    assert asked.status_code == 201
    told = await listener.until("failedUri")
    assert told["status"] == "failed" and told["jobID"] == asked.json()["jobID"]
    assert "successUri" not in {name for name, _ in listener.heard}


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "http://169.254.169.254/latest", "http://[::1]:22/", "http://2130706433/"]
)
async def test_addresses_that_are_not_public_are_refused_with_the_request(node: str, url: str) -> None:
    refused = await ask(node, {"successUri": url})
    assert refused.status_code == 400 and "not a public address" in refused.json()["detail"]


@pytest.mark.parametrize(
    "subscriber",
    [
        "http://a.org",
        {"successUri": "ftp://a.org/x"},
        {"failedUri": "file:///etc/passwd"},
        {"successUri": "http://a.org:99999/x"},
        {"successUri": "http://[::1/x"},
    ],
)
async def test_what_is_no_http_address_is_refused(node: str, subscriber: Any) -> None:
    assert (await ask(node, subscriber)).status_code == 400


async def test_its_keys_find_a_job_and_it_says_that_it_calls(node: str) -> None:
    text = "data:application/x-netcdf;base64,bm8gZmlsZQ=="
    asked = await ask(node, None, inputs={"data": {"href": text}, "return_period": 2})
    async with httpx2.AsyncClient() as client:
        status = (await client.get(f"{node}/jobs/{asked.json()['jobID']}")).json()
        classes = (await client.get(f"{node}/conformance")).json()["conformsTo"]
    assert status["idempotencyKeys"] == ["k-1"] and CALLBACK in classes
