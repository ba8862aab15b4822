"""Wire: a socket of this event loop as the HTTP library wants it, with no layer between: that costs a quarter of a request."""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import Iterable
from typing import Any

import httpcore2

from connectors.deadline import deadline

MOST_UNREAD = 2**20  # bytes that wait for a reader before the sender is held back
_INFO = {"client_addr": "sockname", "server_addr": "peername", "socket": "socket", "ssl_object": "ssl_object"}


class Wire(httpcore2.AsyncNetworkStream, asyncio.Protocol):
    """One connection: asyncio feeds it, the HTTP library reads and writes it."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._parts: deque[bytes] = deque()
        self._unread = 0
        self._is_over = False
        self._is_lost = False
        self._error: Exception | None = None
        self._arrival: asyncio.Future[None] | None = None
        self._drain: asyncio.Future[None] | None = None

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has arrived, at most `max_bytes`; empty at the end."""
        if not self._parts and not self._is_over:
            await self._arrived(timeout)
        if self._parts:
            return self._take(max_bytes)
        if self._error is not None:
            raise httpcore2.ReadError(str(self._error)) from self._error
        return b""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it, or leave it to the system's buffers."""
        if not buffer:
            return
        if self._transport is None or self._is_over or self._transport.is_closing():
            raise httpcore2.WriteError(str(self._error or "the connection is closed")) from self._error
        self._transport.write(buffer)
        if self._drain is not None:
            await self._drained(timeout)

    async def aclose(self) -> None:
        if self._transport is not None:
            self._transport.close()
            await asyncio.sleep(0)
            if not self._is_lost:
                self._transport.abort()  # a peer that does not take its leave is not waited for

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Wire:
        """Go on in TLS, over this connection."""
        assert self._transport is not None
        try:
            async with deadline(timeout):
                secured = await self._loop.start_tls(
                    self._transport, self, ssl_context, server_hostname=server_hostname
                )
        except TimeoutError as error:
            await self.aclose()
            raise httpcore2.ConnectTimeout(f"no TLS within {timeout} s") from error
        except OSError as error:  # ssl.SSLError among them
            await self.aclose()
            raise httpcore2.ConnectError(str(error)) from error
        except BaseException:
            await self.aclose()
            raise
        if secured is None or self._is_over:
            raise httpcore2.ConnectError(str(self._error or "the connection was closed during the TLS handshake"))
        self._transport = secured
        return self

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # of an idle connection: its server has hung up
            return bool(self._parts) or self._is_over
        return self._transport.get_extra_info(_INFO[info]) if self._transport is not None and info in _INFO else None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._parts.append(data)
        self._unread += len(data)
        if self._unread > MOST_UNREAD and self._transport is not None:
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        self._is_over = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        self._is_over = self._is_lost = True
        self._error = exc
        self._wake()
        self.resume_writing()

    def pause_writing(self) -> None:
        if self._drain is None:
            self._drain = self._loop.create_future()

    def resume_writing(self) -> None:
        drain, self._drain = self._drain, None
        if drain is not None and not drain.done():
            drain.set_result(None)

    async def _arrived(self, timeout: float | None) -> None:
        try:
            async with deadline(timeout):
                while not self._parts and not self._is_over:
                    self._arrival = self._loop.create_future()
                    await self._arrival
        except TimeoutError as error:
            raise httpcore2.ReadTimeout(f"nothing came for {timeout} s") from error

    async def _drained(self, timeout: float | None) -> None:
        try:
            async with deadline(timeout):
                while self._drain is not None:
                    await asyncio.shield(self._drain)
        except TimeoutError as error:
            raise httpcore2.WriteTimeout(f"nothing was taken for {timeout} s") from error
        if self._error is not None and not self._parts:
            raise httpcore2.WriteError(str(self._error)) from self._error

    def _wake(self) -> None:
        if self._arrival is not None and not self._arrival.done():
            self._arrival.set_result(None)

    def _take(self, max_bytes: int) -> bytes:
        part = self._parts.popleft()
        if len(part) > max_bytes:
            self._parts.appendleft(part[max_bytes:])
            part = part[:max_bytes]
        was_full = self._unread > MOST_UNREAD
        self._unread -= len(part)
        if was_full and self._unread <= MOST_UNREAD and self._transport is not None and not self._is_over:
            self._transport.resume_reading()
        return part


async def connect(
    host: str, port: int, *, timeout: float | None, local: str | None, options: Iterable[Any] | None
) -> Wire:
    """A connection to an address; raises httpcore2's ConnectError and ConnectTimeout."""
    own = (local, 0) if local else None
    try:
        async with deadline(timeout):
            transport, wire = await asyncio.get_running_loop().create_connection(Wire, host, port, local_addr=own)
    except TimeoutError as error:
        raise httpcore2.ConnectTimeout(f"no connection within {timeout} s") from error
    except OSError as error:
        raise httpcore2.ConnectError(str(error)) from error
    for option in options or ():
        transport.get_extra_info("socket").setsockopt(*option)
    return wire
