"""Guard: which addresses may be reached at all, so that no catalogue's text can point us at a private machine.

Against server-side request forgery (OWASP "SSRF"): every address of every hop is looked at after resolution, and the
connection is made to the address that was looked at.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import re
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable
from functools import lru_cache

from connectors.errors import Refused, Unavailable

Resolver = Callable[[str, int], Awaitable[tuple[str, ...]]]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NUMERIC = re.compile(r"[0-9a-fx.]+", re.IGNORECASE)
_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))  # NAT64, RFC 6052 and 8215


class Guard:
    """Lets through public addresses, and the private `host:port` pairs that the user registered."""

    def __init__(self, *, registered: Iterable[tuple[str, int]] = (), resolve: Resolver | None = None) -> None:
        self._registered = frozenset((host.lower(), port) for host, port in registered)
        self._resolve = resolve or system_addresses

    def is_registered(self, host: str, port: int) -> bool:
        return (host.lower(), port) in self._registered

    def check_literal(self, host: str, port: int) -> None:
        """Refuse an address in numbers that is not public; names are left to whoever resolves them (a proxy)."""
        literal = _literal(host)
        if literal and not is_public(str(literal)) and not self.is_registered(host, port):
            raise Refused(f"{host!r} is not a public address", kind="guard")

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of `host` that may be connected to; raises Refused on a private one, Unavailable on none."""
        host = host.rstrip(".").lower()
        literal = _literal(host)
        if literal:
            found: tuple[str, ...] = (str(literal),)
        else:
            found = await self._resolve(host, port)
        if self.is_registered(host, port):
            return found
        private = [address for address in found if not is_public(address)]
        if private:
            raise Refused(
                f"{host!r} leads to {private[0]!r}, which is not a public address; register it with"
                f" `conductor sources add` if it is a server of yours",
                kind="guard",
            )
        return found


@lru_cache(maxsize=4096)
def is_public(address: str) -> bool:
    """True for a unicast address of the public internet, in whichever way it is written."""
    parsed = _literal(address)
    if parsed is None:
        return False
    inner = _embedded(parsed)
    if inner is not None:
        return is_public(str(inner))
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


def is_loopback(host: str) -> bool:
    """True for a name or an address of this machine itself."""
    literal = _literal(host)
    return host.lower().rstrip(".") == "localhost" or bool(literal and literal.is_loopback)


@lru_cache(maxsize=4096)
def _literal(host: str) -> _Address | None:
    """Read an address as generously as a C library would: 127.1, 0x7f000001 and 2130706433 are all loopback."""
    host = host.strip("[]").partition("%")[0]
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if not _NUMERIC.fullmatch(host):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _embedded(address: _Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one carries: mapped, compatible, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    number = int(address)
    if any(address in network for network in _TRANSLATED) or 1 < number < 2**32:
        return ipaddress.IPv4Address(number & 0xFFFFFFFF)
    return None


async def system_addresses(host: str, port: int) -> tuple[str, ...]:
    """Ask the system's resolver, IPv4 first; raises Unavailable.

    The thread is a daemon: a resolver that hangs must not keep the process alive after its deadline.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def settle(found: tuple[str, ...], error: OSError | UnicodeError | None) -> None:
        if future.done():
            return
        if error is None:
            future.set_result(found)
        else:
            future.set_exception(_unresolved(host, error))

    def resolve() -> None:
        found: tuple[str, ...] = ()
        error: OSError | UnicodeError | None = None
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            entries.sort(key=lambda entry: entry[0] != socket.AF_INET)
            found = tuple(dict.fromkeys(str(entry[4][0]) for entry in entries))
        except (OSError, UnicodeError) as caught:
            error = caught
        with contextlib.suppress(RuntimeError):  # the loop was closed while the resolver was still thinking
            loop.call_soon_threadsafe(settle, found, error)

    threading.Thread(target=resolve, name=f"resolve {host}", daemon=True).start()
    return await future


def _unresolved(host: str, error: Exception) -> Unavailable:
    return Unavailable(
        f"the name {host!r} could not be resolved ({error}); check the address and the network", kind="dns"
    )
