"""Starts the real openEO back ends: the driver's web layer over its dummy, and titiler-openeo over a STAC API."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from tests.servers.running import executable, free_port, running

PROGRAM = Path(__file__).with_name("openeo_program.py")
USER, PASSWORD = "Bob", "BOB!!!"  # the dummy's rule for a name that begins with a consonant


def has_driver() -> bool:
    return executable("openeo", "python").with_name("flask").exists()


def has_titiler() -> bool:
    return executable("titiler", "uvicorn").exists()


@contextmanager
def driver(folder: Path) -> Iterator[str]:
    """The driver on a port; yields its address."""
    port = free_port()
    find = "import openeo_driver.dummy.dummy_config as c, sys; sys.stdout.write(c.__file__)"
    python = str(executable("openeo", "python"))
    config = subprocess.run([python, "-c", find], capture_output=True, text=True, check=True).stdout
    url = f"http://127.0.0.1:{port}"
    command = [python, str(PROGRAM), str(port), str(folder)]
    with running(
        command,
        answers=f"{url}/.well-known/openeo",
        log=folder / "driver.log",
        environment={"OPENEO_BACKEND_CONFIG": config},
    ):
        yield url


def token(url: str, user: str = USER, password: str = PASSWORD) -> str:
    """A Bearer token as openEO writes it, had for a name and a password."""
    known = base64.b64encode(f"{user}:{password}".encode()).decode()
    request = Request(f"{url}/credentials/basic", headers={"Authorization": f"Basic {known}"})
    with urlopen(request, timeout=10) as reply:
        return f"basic//{json.load(reply)['access_token']}"


@contextmanager
def titiler(folder: Path, *, stac: str) -> Iterator[str]:
    """titiler-openeo over the STAC API at `stac`; yields its address."""
    port = free_port()
    store = folder / "store.json"
    store.write_text("{}")
    environment = {
        "TITILER_OPENEO_STAC_API_URL": stac,
        "TITILER_OPENEO_STORE_URL": str(store),
        "TITILER_OPENEO_AUTH_METHOD": "basic",
    }
    where = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    command = [str(executable("titiler", "uvicorn")), "titiler.openeo.main:app", *where]
    url = f"http://127.0.0.1:{port}"
    with running(command, answers=f"{url}/", log=folder / "titiler.log", environment=environment):
        yield url
