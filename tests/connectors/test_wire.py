"""Sockets as the HTTP library wants them: whole, in order, held back where nobody reads, and told when they end."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable

import httpcore2
import pytest

from connectors.network import tls_context
from connectors.wire import MOST_UNREAD, Wire, connect
from tests.connectors.fault_server import closed_port

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@contextlib.asynccontextmanager
async def served(handler: Handler) -> AsyncIterator[Wire]:
    """A connection to a server that does what `handler` does."""
    done: asyncio.Queue[asyncio.StreamWriter] = asyncio.Queue()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            await handler(reader, writer)
        if not writer.is_closing():
            writer.close()
        done.put_nowait(writer)

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    wire = await open_wire(server.sockets[0].getsockname()[1])
    try:
        yield wire
    finally:
        await wire.aclose()
        transport = (await done.get()).transport
        if transport.get_write_buffer_size():  # closing waits for what the wire never read
            transport.abort()
        await asyncio.sleep(0.01)
        server.close()


async def open_wire(port: int) -> Wire:
    return await connect("127.0.0.1", port, timeout=2.0, local=None, options=None)


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(await reader.read(100))
    writer.close()
    await writer.wait_closed()


async def test_what_is_written_comes_back_and_then_the_end() -> None:
    async with served(echo) as wire:
        await wire.write(b"12345")
        assert (await wire.read(3), await wire.read(100), await wire.read(100)) == (b"123", b"45", b"")
        assert wire.get_extra_info("is_readable")


async def test_megabytes_arrive_whole_though_they_are_read_late() -> None:
    body = bytes(range(256)) * 40_000

    async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(body)
        writer.close()
        await writer.wait_closed()

    async with served(flood) as wire:
        await asyncio.sleep(0.2)
        assert wire._unread < MOST_UNREAD + 2**20
        parts = [part async for part in _read(wire)]
    assert b"".join(parts) == body
    assert max(map(len, parts)) <= 65_536


async def _read(wire: Wire) -> AsyncIterator[bytes]:
    while part := await wire.read(65_536):
        yield part


async def test_a_server_that_takes_nothing_is_waited_for_until_the_limit() -> None:
    told = asyncio.Event()

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await told.wait()  # however busy the machine is
        writer.close()

    async with served(deaf) as wire:
        with pytest.raises(httpcore2.WriteTimeout):
            for _ in range(100):
                await wire.write(b"x" * 2**20, timeout=0.1)
        told.set()


async def test_silence_is_a_read_timeout() -> None:
    async def mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with served(mute) as wire:
        with pytest.raises(httpcore2.ReadTimeout):
            await wire.read(10, timeout=0.05)
        assert not wire.get_extra_info("is_readable")


async def test_a_reset_is_an_error_and_not_an_end() -> None:
    async def rude(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        sock = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async with served(rude) as wire:
        await wire.write(b"x")
        with pytest.raises(httpcore2.ReadError):
            await wire.read(10)
        with pytest.raises(httpcore2.WriteError):
            await wire.write(b"y")


async def test_a_closed_port_is_a_connect_error() -> None:
    with pytest.raises(httpcore2.ConnectError):
        await open_wire(closed_port())


async def test_a_server_without_tls_is_a_connect_error() -> None:
    async with served(echo) as wire:
        with pytest.raises(httpcore2.ConnectError):
            await wire.start_tls(tls_context(), server_hostname="localhost", timeout=1.0)


async def test_a_server_that_is_silent_in_the_handshake_is_a_connect_timeout() -> None:
    async def mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.5)
        writer.close()

    async with served(mute) as wire:
        with pytest.raises(httpcore2.ConnectTimeout):
            await wire.start_tls(tls_context(), server_hostname="localhost", timeout=0.1)


async def test_a_closed_connection_takes_nothing_more() -> None:
    async with served(echo) as wire:
        await wire.aclose()
        with pytest.raises(httpcore2.WriteError):
            await wire.write(b"x")
