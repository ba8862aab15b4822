"""The HTTP library's side of the door: sockets, proxies, TLS."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from connectors.base import Request
from connectors.errors import Refused, Unavailable
from connectors.guard import Guard
from connectors.network import tls_context
from connectors.transport import Transport
from tests.connectors.fault_server import Exchange, FaultServer, fault_server, fixed


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


def get(url: str) -> Request:
    return Request(method="GET", url=url)


async def test_a_proxy_carries_what_is_not_on_this_machine(server: FaultServer) -> None:
    async def proxy(exchange: Exchange) -> None:
        await exchange.reply(body=f"for {exchange.path}".encode())

    server.add("x", proxy)
    door = Transport(proxy=f"http://127.0.0.1:{server.port}", guard=Guard(registered=[("127.0.0.1", server.port)]))
    assert (await door.send(get("http://stac.example.com/x"))).body == b"for /x"
    assert (await door.send(get(server.add("own", fixed(b"direct"))))).body == b"direct"
    with pytest.raises(Refused, match="not a public address"):
        await door.send(get("http://10.0.0.1/x"))
    await door.aclose()


async def test_a_server_without_tls_is_not_trusted_as_one(server: FaultServer) -> None:
    door = Transport(guard=Guard(registered=[("127.0.0.1", server.port)]))
    with pytest.raises(Unavailable) as caught:
        await door.send(get(f"https://127.0.0.1:{server.port}/x"))
    await door.aclose()
    assert caught.value.kind in ("tls", "connect", "reset")


async def test_the_address_that_was_looked_at_is_the_one_connected_to(server: FaultServer) -> None:
    async def resolve(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",)

    guard = Guard(registered=[("own.example", server.port)], resolve=resolve)
    door = Transport(guard=guard)
    url = server.add("own", fixed(b"{}")).replace("127.0.0.1", "own.example")
    assert (await door.send(get(url))).status == 200
    assert server.last("own").headers["host"] == f"own.example:{server.port}"
    await door.aclose()


async def test_the_next_address_is_tried_where_one_refuses(server: FaultServer) -> None:
    async def resolve(host: str, port: int) -> tuple[str, ...]:
        return ("::1", "127.0.0.1")

    door = Transport(guard=Guard(registered=[("two.example", server.port)], resolve=resolve))
    url = server.add("own", fixed(b"{}")).replace("127.0.0.1", "two.example")
    assert (await door.send(get(url))).status == 200
    await door.aclose()


def test_the_tls_context_is_made_once() -> None:
    assert tls_context() is tls_context()
