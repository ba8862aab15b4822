"""Hosts: every host that is embedded, the app behind it, and where the files that it serves lie on this disk."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from connectors.guard import Guard
from connectors.items import JSON

if TYPE_CHECKING:
    from connectors.embedded.processes_node import Port
    from connectors.network import ASGIApp

_ESGF_HOSTS = ("data1.embedded", "data2.embedded", "esgf-node1.embedded", "esgf-node2.embedded")
_FILE_SERVERS = {
    "data1.embedded": "/thredds/fileServer/",
    "data2.embedded": "/thredds/fileServer/",
    "stac.embedded": "/data/",
}


def embedded_apps(
    holdings_dir: Path,
    *,
    data_dir: Path,
    cache_dir: Path,
    now: Callable[[], float],
    closers: list[Callable[[], None]],
    cluster: str = "none",
) -> dict[str, Callable[[], ASGIApp]]:
    """Host name → factory of the app embedded under it; nothing of an app is imported before its host is asked.

    What must be closed at the end is put on `closers`.
    """

    @cache
    def esgf() -> Mapping[str, Callable[[], ASGIApp]]:
        from connectors.embedded.esgf_node import esgf_hosts
        from connectors.embedded.folders import netcdf_folders

        return esgf_hosts(holdings_dir, folders=netcdf_folders(data_dir))

    def stac() -> ASGIApp:
        from connectors.embedded.folders import stac_folders
        from connectors.embedded.stac_node import HOST, stac_hosts

        return stac_hosts(holdings_dir, folders=stac_folders(data_dir))[HOST]()

    def processes() -> ASGIApp:
        made, close = _processes(holdings_dir, data_dir=data_dir, cache_dir=cache_dir, now=now, cluster=cluster)
        closers.append(close)
        return made

    apps: dict[str, Callable[[], ASGIApp]] = {"processes.embedded": processes, "stac.embedded": stac}
    return apps | {host: lambda host=host: esgf()[host]() for host in _ESGF_HOSTS}


def processes_on_a_port(
    holdings_dir: Path,
    *,
    data_dir: Path,
    cache_dir: Path,
    now: Callable[[], float],
    url: str,
    fetch: Callable[[JSON], Awaitable[JSON]],
    guard: Guard,
    cluster: str = "none",
) -> tuple[ASGIApp, Callable[[], None]]:
    """The server of processes for those who ask at `url`, and what closes it.

    `fetch` gets files from their addresses, `guard` says which addresses may be called back.
    """
    from connectors.embedded.inbox import Inbox
    from connectors.embedded.notices import Notices
    from connectors.embedded.processes_node import Port

    port = Port(
        inbox=Inbox(folder=cache_dir / "inbox", own=url, fetch=fetch),
        notices=Notices(guard=guard),
    )
    return _processes(
        holdings_dir, data_dir=data_dir, cache_dir=cache_dir, now=now, cluster=cluster, url=url, port=port
    )


def _processes(
    holdings_dir: Path,
    *,
    data_dir: Path,
    cache_dir: Path,
    now: Callable[[], float],
    cluster: str,
    url: str = "http://processes.embedded",
    port: Port | None = None,
) -> tuple[ASGIApp, Callable[[], None]]:
    """The server of processes, and what closes it."""
    from connectors.compute import ledger
    from connectors.compute.cluster import Cluster
    from connectors.compute.local import LocalProcesses
    from connectors.embedded.processes_node import app

    roots = readable(holdings_dir, data_dir=data_dir, cache_dir=cache_dir)
    book = "processes.sqlite" if port is None else f"processes-{hashlib.sha256(url.encode()).hexdigest()[:8]}.sqlite"
    past = ledger.opened(cache_dir / book, roots=roots, now=now)
    local = LocalProcesses(
        holdings_dir=holdings_dir, roots=roots, ledger=past, cluster=Cluster(address=cluster), base_url=url
    )
    return app(local, clock=lambda: datetime.fromtimestamp(now(), UTC), port=port), local.close


def readable(holdings_dir: Path, *, data_dir: Path, cache_dir: Path) -> tuple[Path, ...]:
    """The folders whose files processes may read: the holdings, what was fetched, and the user's own."""
    from connectors.embedded.folders import registered

    return (holdings_dir, cache_dir, *(Path(node.path) for node in registered(data_dir)))


def locator(holdings_dir: Path, *, data_dir: Path) -> Callable[[str], Path | None]:
    """Gives the path of a file that an embedded node serves from this disk; None for any other address."""

    @cache
    def roots() -> tuple[tuple[str, Path], ...]:
        """Prefixes of paths below a file server, the longest first, and the folders that they stand for."""
        from connectors.embedded.datasets import FOLDERS
        from connectors.embedded.folders import registered

        own = [(f"{FOLDERS}/{node.id}/", Path(node.path).resolve()) for node in registered(data_dir)]
        return (*own, ("", holdings_dir.resolve()))

    def locate(href: str) -> Path | None:
        parts = urlsplit(href)
        server = _FILE_SERVERS.get(parts.hostname or "")
        if server is None or not parts.path.startswith(server):
            return None
        member = unquote(parts.path.removeprefix(server))
        prefix, root = next((p, r) for p, r in roots() if member.startswith(p))
        path = (root / member.removeprefix(prefix)).resolve()
        return path if path.is_relative_to(root) else None

    return locate
