"""Starts the WPS servers of birdhouse, Finch, Emu and Raven, each in its own environment, and a file server for their inputs."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.servers.running import executable, free_port, running

ENVIRONMENTS = {"finch": "wps", "emu": "emu", "raven-wps": "raven"}


def missing(name: str) -> str:
    """Why a server cannot be started here; empty where it can."""
    environment = ENVIRONMENTS[name]
    if executable(environment, name).exists():
        return ""
    how = "python scripts/servers.py --install raven" if environment == "raven" else "make test-servers"
    return f"{name} is not installed: run `{how}`, which needs a Python 3.12"


@contextmanager
def birdhouse(name: str, folder: Path) -> Iterator[str]:
    """Finch or Emu with its jobs and results in `folder`; yields the address of its WPS."""
    port = free_port()
    place = f"http://127.0.0.1:{port}"
    (folder / "outputs").mkdir(parents=True, exist_ok=True)  # without it the first job fails
    command = [
        str(executable(ENVIRONMENTS[name], name)), "start", "--bind-host", "127.0.0.1", "--hostname", "127.0.0.1",
        "--port", str(port), "--outputpath", str(folder / "outputs"), "--outputurl", f"{place}/outputs",
        "--maxprocesses", "20", "--parallelprocesses", "2", "--database", f"sqlite:///{folder}/{name}.sqlite",
        "--log-file", str(folder / f"{name}-wps.log"), "--log-level", "ERROR",
    ]  # fmt: skip
    environment = {"HOME": os.environ.get("HOME", str(folder)), "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    question = f"{place}/wps?service=WPS&request=GetCapabilities&version=1.0.0"
    with running(command, answers=question, log=folder / f"{name}.log", environment=environment, folder=folder):
        yield f"{place}/wps"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A file server on loopback; yields its address without a slash at the end."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
