"""Hosts: every host that is embedded, the app behind it, and where the files that it serves lie on this disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
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


def _processes(
    holdings_dir: Path, *, data_dir: Path, cache_dir: Path, now: Callable[[], float], cluster: str
) -> tuple[ASGIApp, Callable[[], None]]:
    """The server of processes, and what closes it."""
    from connectors.compute import ledger
    from connectors.compute.cluster import Cluster
    from connectors.compute.local import LocalProcesses
    from connectors.embedded.folders import registered
    from connectors.embedded.processes_node import app

    roots = (holdings_dir, cache_dir, *(Path(node.path) for node in registered(data_dir)))
    past = ledger.opened(cache_dir / "processes.sqlite", roots=roots, now=now)
    local = LocalProcesses(holdings_dir=holdings_dir, roots=roots, ledger=past, cluster=Cluster(address=cluster))
    return app(local, clock=lambda: datetime.fromtimestamp(now(), UTC)), local.close


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
