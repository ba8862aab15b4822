"""`conductor processes serve`: the processes of this machine for others, as an OGC API – Processes server on a port."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import Annotated

import typer

from conductor.interfaces.cli.exits import explained
from conductor.interfaces.cli.opened import Debug, outside


def serve(
    host: Annotated[str, typer.Option(help="Where to listen; other machines reach you at 0.0.0.0.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 8790,
    url: Annotated[str, typer.Option(help="The address that others know it by, where that is another.")] = "",
    debug: Debug = False,
) -> None:
    """Serve every process of `conductor processes list`; files come within a request or by an http address."""
    with explained(debug=debug):
        asyncio.run(_serve(host, port, url))


async def _serve(host: str, port: int, url: str) -> None:
    import uvicorn

    from conductor.interfaces.web.listening import open_port
    from conductor.settings import from_environment
    from connectors.embedded.hosts import processes_on_a_port
    from connectors.guard import Guard
    from connectors.source_files import registered_addresses

    settings, opened_port = from_environment(), open_port(host, port)
    address = (url or f"http://{host}:{opened_port.getsockname()[1]}").rstrip("/")
    async with outside() as opened:
        app, close = processes_on_a_port(
            settings.holdings_dir, data_dir=settings.data_dir, cache_dir=settings.cache_dir, now=time.time, url=address,
            fetch=opened.at_hand, guard=Guard(registered=registered_addresses(settings.sources_file)), cluster=settings.cluster,
        )  # fmt: skip
        sys.stderr.write(f"processes at {address} – Ctrl-C stops\n")
        try:
            await uvicorn.Server(uvicorn.Config(app, log_level="warning")).serve(sockets=[opened_port])
        finally:
            close()
