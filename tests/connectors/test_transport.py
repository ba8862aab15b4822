"""The door: budgets, caps, redirects, embedded hosts, and what leaves with a request."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

import pytest

from connectors.base import Request
from connectors.errors import BadReply, ConnectorError, MissingHolding, Refused, Unavailable
from connectors.guard import Guard
from connectors.transport import Transport, shown
from tests.connectors.fault_server import (
    FaultServer,
    closed_port,
    fault_server,
    fixed,
    redirect,
    reset,
    server_apart,
    silent,
    stac,
    status,
)

Message = MutableMapping[str, Any]


async def echo(
    scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    """An ASGI app that says what it was asked."""
    body = f"{scope['method']} {scope['path']}?{scope['query_string'].decode()}".encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


@pytest.fixture
async def transport(server: FaultServer) -> AsyncIterator[Transport]:
    door = Transport(apps={"echo.embedded": lambda: echo}, guard=Guard(registered=[("127.0.0.1", server.port)]))
    yield door
    await door.aclose()


def get(url: str, **fields: Any) -> Request:
    return Request(method="GET", url=url, **fields)


async def test_parameters_are_added_to_those_of_the_address(transport: Transport) -> None:
    reply = await transport.send(get("http://echo.embedded/a?x=1", params={"y": "2 3"}))
    assert (reply.status, reply.body) == (200, b"GET /a?x=1&y=2+3")
    assert reply.headers["content-type"] == "text/plain"


async def test_a_body_that_is_not_json_travels_as_it_is_and_the_context_stays_here(
    server: FaultServer, transport: Transport
) -> None:
    url = server.add("csw", fixed(b"<a/>", type="text/xml"))
    request = Request(
        method="POST", url=url, content="<q>é</q>", headers={"content-type": "application/xml"}, context={"a": "secret"}
    )

    await transport.send(request)

    sent = server.last("csw")
    assert (sent.body.decode(), sent.headers["content-type"]) == ("<q>é</q>", "application/xml")
    assert "secret" not in f"{sent.headers} {sent.path} {sent.query}"


async def test_an_embedded_app_is_built_when_it_is_first_asked(server: FaultServer) -> None:
    built = []

    def factory() -> Any:
        built.append(1)
        return echo

    door = Transport(apps={"echo.embedded": factory})
    assert built == []
    await door.send(get("http://echo.embedded/"))
    await door.send(get("http://echo.embedded/"))
    assert built == [1]
    await door.aclose()


async def test_an_embedded_app_that_cannot_start_says_why() -> None:
    def missing() -> Any:
        raise MissingHolding("run `conductor holdings sync`")

    def broken() -> Any:
        raise ZeroDivisionError("oops")

    door = Transport(apps={"a.embedded": missing, "b.embedded": broken})
    with pytest.raises(MissingHolding):
        await door.send(get("http://a.embedded/"))
    with pytest.raises(Unavailable, match="could not start"):
        await door.send(get("http://b.embedded/"))
    await door.aclose()


async def test_an_embedded_app_that_breaks_is_a_server_error() -> None:
    async def broken(scope: Message, receive: Any, send: Any) -> None:
        raise ZeroDivisionError

    door = Transport(apps={"x.embedded": lambda: broken})
    assert (await door.send(get("http://x.embedded/"))).status == 500
    await door.aclose()


async def test_an_unknown_embedded_host_is_never_resolved(transport: Transport) -> None:
    with pytest.raises(Refused, match="nothing is embedded"):
        await transport.send(get("http://evil.embedded/"))


async def test_every_status_is_a_reply(server: FaultServer, transport: Transport) -> None:
    assert (await transport.send(get(server.add("gone", status(410))))).status == 410


async def test_the_budget_is_total(server: FaultServer, transport: Transport) -> None:
    with pytest.raises(Unavailable, match=r"within 0\.2 s") as caught:
        await transport.send(get(server.add("mute", silent)), budget_s=0.2)
    assert caught.value.kind == "timeout"


async def test_the_budget_is_not_used_up_by_a_stall_of_ours() -> None:
    with server_apart() as server:
        door = Transport(guard=Guard(registered=[("127.0.0.1", server.port)]))
        url, loop = server.add("one", stac("one", delay_s=0.1)), asyncio.get_running_loop()
        for after_s in (0.0, 0.01, 0.1):  # while it connects, while it sends, while it waits
            loop.call_later(after_s, time.sleep, 0.8)
            reply = await door.send(Request(method="POST", url=url, json={}), budget_s=0.25, connect_s=0.2)
            assert reply.status == 200
        await door.aclose()


@pytest.mark.parametrize(("length", "match"), [(None, "sends more"), (10**6, "announces")])
async def test_a_body_over_the_cap_is_refused(
    server: FaultServer, transport: Transport, length: int | None, match: str
) -> None:
    url = server.add("big", fixed(b"x" * 5000, length=length))
    cap = 1000 if length is None else 10_000
    with pytest.raises(BadReply, match=match if length else "more than") as caught:
        await transport.send(get(url), max_bytes=cap)
    assert caught.value.kind == "too_large"


async def test_a_packed_body_is_measured_unpacked(server: FaultServer, transport: Transport) -> None:
    bomb = status(200, headers={"Content-Encoding": "gzip"}, body=gzip.compress(b"0" * 10**6))
    with pytest.raises(BadReply, match="sends more than"):
        await transport.send(get(server.add("bomb", bomb)), max_bytes=10_000)


async def test_a_body_that_does_not_unpack_is_a_bad_reply(server: FaultServer, transport: Transport) -> None:
    broken = status(200, headers={"Content-Encoding": "gzip"}, body=b"not gzip")
    with pytest.raises(BadReply, match="unpacked"):
        await transport.send(get(server.add("broken", broken)))


async def test_refusal_and_reset_are_told_apart(server: FaultServer) -> None:
    port = closed_port()
    door = Transport(guard=Guard(registered=[("127.0.0.1", port), ("127.0.0.1", server.port)]))
    kinds = []
    for url in (f"http://127.0.0.1:{port}/", server.add("rst", reset)):
        with pytest.raises(Unavailable) as caught:
            await door.send(get(url))
        kinds.append(caught.value.kind)
    await door.aclose()
    assert kinds == ["connect", "reset"]


async def test_a_redirect_on_the_same_server_is_followed_with_its_headers(
    server: FaultServer, transport: Transport
) -> None:
    server.add("end", fixed(b"{}"))
    url = server.add("start", redirect("/end"))
    reply = await transport.send(get(url, headers={"Authorization": "Bearer secret"}))
    assert reply.url.endswith("/end")
    assert server.last("end").headers["authorization"] == "Bearer secret"


async def test_credentials_do_not_follow_to_another_host(transport: Transport, server: FaultServer) -> None:
    async with fault_server() as other:
        target = other.add("there", fixed(b"{}"))
        door = Transport(guard=Guard(registered=[("localhost", other.port), ("127.0.0.1", server.port)]))
        url = server.add("here", redirect(target.replace("127.0.0.1", "localhost")))
        with pytest.raises(Refused, match="private"):
            await door.send(get(url, headers={"Authorization": "Bearer secret"}))
        assert other.asked("there") == 0
        await door.aclose()


async def test_headers_of_a_person_are_dropped_between_origins() -> None:
    seen: list[dict[str, str]] = []

    async def app(scope: Message, receive: Any, send: Any) -> None:
        seen.append({k.decode(): v.decode() for k, v in scope["headers"]})
        is_first = scope["server"][0] == "a.embedded"
        headers = [(b"location", b"http://b.embedded/")] if is_first else []
        await send({"type": "http.response.start", "status": 302 if is_first else 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    door = Transport(apps={"a.embedded": lambda: app, "b.embedded": lambda: app})
    await door.send(get("http://a.embedded/", headers={"PRIVATE-TOKEN": "secret", "Range": "bytes=5-"}))
    await door.aclose()
    assert seen[0]["private-token"] == "secret"
    assert "private-token" not in seen[1] and seen[1]["range"] == "bytes=5-"


async def test_a_redirect_in_a_circle_ends(server: FaultServer, transport: Transport) -> None:
    with pytest.raises(Unavailable, match="redirects more than"):
        await transport.send(get(server.add("loop", redirect("/loop"))))


async def test_cookies_are_not_kept(server: FaultServer, transport: Transport) -> None:
    url = server.add("crumb", status(200, headers={"Set-Cookie": "id=1; Path=/"}))
    await transport.send(get(url))
    await transport.send(get(url))
    assert "cookie" not in server.last("crumb").headers


async def test_servers_are_told_who_asks(server: FaultServer) -> None:
    door = Transport(guard=Guard(registered=[("127.0.0.1", server.port)]), contact="mailto:me@example.org")
    await door.send(get(server.add("who", fixed(b"{}"))))
    await door.aclose()
    agent = server.last("who").headers["user-agent"]
    assert agent.startswith("earth-conductor/") and agent.endswith("(mailto:me@example.org)")


@pytest.mark.parametrize("url", ["ftp://example.com/x", "http://", "http://[::1", "javascript:alert(1)"])
async def test_what_is_no_web_address_is_refused(transport: Transport, url: str) -> None:
    with pytest.raises(ConnectorError):
        await transport.send(get(url))


def test_messages_show_no_secrets() -> None:
    assert shown("https://user:pass@host.org/a/b?sig=secret#x") == "https://host.org/a/b"
