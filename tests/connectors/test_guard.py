"""Which addresses may be reached: private ones in every spelling are refused, registered ones let through."""

from __future__ import annotations

import asyncio

import pytest

from connectors.errors import Refused, Unavailable
from connectors.guard import Guard, is_loopback, is_public, system_addresses

PRIVATE = (
    "127.0.0.1",
    "127.1",
    "0x7f000001",
    "0x7f.0.0.1",
    "2130706433",
    "0177.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "[::1]",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "fc00::1",
    "fe80::1%eth0",
    "ff02::1",
)


@pytest.mark.parametrize("address", PRIVATE)
async def test_a_private_address_is_refused_however_it_is_written(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(Refused, match="not a public address"):
        await Guard().addresses(address, 80)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "134766088"])
async def test_a_public_address_passes(address: str) -> None:
    assert is_public(address)
    assert await Guard().addresses(address, 443) != ()


def test_a_name_is_not_an_address() -> None:
    assert not is_public("example.com")
    assert not is_public("face.beef")


async def test_a_name_that_resolves_to_a_private_address_is_refused() -> None:
    async def resolve(host: str, port: int) -> tuple[str, ...]:
        return ("93.184.215.14", "10.0.0.1")

    with pytest.raises(Refused, match=r"'rebind\.example' leads to '10\.0\.0\.1'"):
        await Guard(resolve=resolve).addresses("rebind.example", 443)


async def test_what_the_user_registered_passes_at_its_port_only() -> None:
    guard = Guard(registered=[("127.0.0.1", 8080)])
    assert await guard.addresses("127.0.0.1", 8080) == ("127.0.0.1",)
    with pytest.raises(Refused):
        await guard.addresses("127.0.0.1", 22)


async def test_the_systems_resolver_answers_for_localhost() -> None:
    assert "127.0.0.1" in await system_addresses("localhost", 80)


async def test_a_name_that_cannot_be_is_unavailable() -> None:
    with pytest.raises(Unavailable, match="could not be resolved") as caught:
        await asyncio.wait_for(system_addresses("a" * 64 + ".invalid", 80), 10)
    assert caught.value.kind == "dns"


def test_literals_are_checked_where_a_proxy_resolves_names() -> None:
    Guard().check_literal("example.com", 443)
    with pytest.raises(Refused):
        Guard().check_literal("0x7f.1", 80)


@pytest.mark.parametrize(
    ("host", "verdict"), [("localhost", True), ("127.9.9.9", True), ("::1", True), ("10.0.0.1", False)]
)
def test_loopback_is_this_machine(host: str, verdict: bool) -> None:
    assert is_loopback(host) is verdict
