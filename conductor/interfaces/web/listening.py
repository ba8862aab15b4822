"""`conductor serve`: open the port, or say clearly why not, and serve until stopped."""

from __future__ import annotations

import socket
import sys

from conductor.settings import Settings


def listen(settings: Settings, *, host: str, port: int) -> None:
    """Serve the page on `host:port`; raises OSError with what to try where the port is taken."""
    import uvicorn

    from conductor.ask import Conductor
    from conductor.interfaces.web.server import create_app

    opened = open_port(host, port)
    sys.stderr.write(f"listening on http://{host}:{opened.getsockname()[1]} – Ctrl-C stops\n")
    config = uvicorn.Config(create_app(Conductor.from_settings(settings)), log_level="warning", lifespan="on")
    uvicorn.Server(config).run(sockets=[opened])


def open_port(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
    except OSError as error:
        opened.close()
        raise OSError(
            f"port {port} on {host} cannot be used ({error.strerror}); try --port {port + 1}, or stop what listens there"
        ) from error
    opened.listen(128)
    return opened
