"""`conductor serve`: open the port, or say clearly why not, and serve until stopped."""

from __future__ import annotations

import socket
import sys

from conductor.settings import Settings

CALLBACKS = "/callbacks"


def listen(settings: Settings, *, host: str, port: int, callbacks: str = "") -> None:
    """Serve the page on `host:port`; raises OSError with what to try where the port is taken.

    `callbacks` is the address of this server as process servers see it, which may then call when a job moves.
    """
    import uvicorn

    from conductor.ask import Conductor
    from conductor.interfaces.web.server import create_app
    from connectors.compute.callbacks import Callbacks
    from connectors.compute.calls import Calls

    opened = open_port(host, port)
    sys.stderr.write(f"listening on http://{host}:{opened.getsockname()[1]} – Ctrl-C stops\n")
    heard = Callbacks()
    calls = Calls(url=callbacks.rstrip("/") + CALLBACKS, callbacks=heard) if callbacks else None
    app = create_app(Conductor.from_settings(settings, calls=calls), callbacks=heard.app() if calls else None)
    config = uvicorn.Config(app, log_level="warning", lifespan="on")
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
