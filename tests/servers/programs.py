"""Starts and stops the real servers on free loopback ports, each in its own process of the Python 3.12 environment."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".venv-servers" / "bin"
PATIENCE_S = 60.0

PYGEOAPI = """
server:
  bind: {{host: 127.0.0.1, port: {port}}}
  url: http://127.0.0.1:{port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  languages: [en-US, fr-CA]
  limits: {{default_items: 20, max_items: 100}}
  map: {{url: "https://tile.example/z.png", attribution: none}}
  manager: {{name: TinyDB, connection: "{folder}/jobs.db", output_dir: "{folder}"}}
logging: {{level: ERROR}}
metadata:
  identification:
    title: A real pygeoapi
    description: For the integration tests
    keywords: [test]
    terms_of_service: https://creativecommons.org/publicdomain/zero/1.0/
    url: http://127.0.0.1:{port}
  license: {{name: CC0, url: "https://creativecommons.org/publicdomain/zero/1.0/"}}
  provider: {{name: tests, url: "http://127.0.0.1:{port}"}}
  contact: {{name: tests, url: "http://127.0.0.1:{port}", email: tests@example.org}}
resources:
  echo:
    type: process
    processor: {{name: Echo}}
  hello-world:
    type: process
    processor: {{name: HelloWorld}}
  metadata:
    type: collection
    title: The collections of the holdings
    description: As records
    keywords: [records]
    links: []
    extents: {{spatial: {{bbox: [-180, -90, 180, 90], crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}}}
    providers:
      - {{type: record, name: TinyDBCatalogue, data: "{folder}/records.tinydb", id_field: externalId,
         time_field: recordCreated, title_field: title}}
"""


def available() -> bool:
    """Whether the environment of the real servers is there."""
    return (BIN / "pygeoapi").exists()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def pygeoapi(folder: Path) -> Iterator[str]:
    """A pygeoapi with its hello-world and echo processes, run at once or as jobs, and records; yields its address."""
    from tests.servers.records import real_records

    port = free_port()
    config, api = folder / "pygeoapi.yml", folder / "openapi.yml"
    config.write_text(PYGEOAPI.format(port=port, folder=folder))
    (folder / "records.tinydb").write_text(json.dumps({"_default": dict(enumerate(real_records(), start=1))}))
    environment = {**os.environ, "PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(api)}
    generate = [str(BIN / "pygeoapi"), "openapi", "generate", str(config), "--output-file", str(api)]
    done = subprocess.run(generate, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"pygeoapi does not accept its configuration: {done.stdout}{done.stderr}")
    run = f"from pygeoapi.flask_app import APP; APP.run('127.0.0.1', {port}, threaded=True)"
    address = f"http://127.0.0.1:{port}"
    with _running(
        [str(BIN / "python"), "-c", run], environment, f"{address}/processes?f=json", folder / "pygeoapi.log"
    ):
        yield address


@contextmanager
def stac_static(folder: Path, catalog: Path | None = None) -> Iterator[str]:
    """A stac-fastapi over a static catalog on disk (that of `write_catalog` where none is given); yields its address."""
    if catalog is None:
        from tests.servers.catalogs import write_catalog

        catalog = write_catalog(folder / "catalog")
    port = free_port()
    environment = {**os.environ, "CATALOG_HREF": catalog.as_uri(), "ASSUME_BEST_PRACTICE_LAYOUT": "true"}
    where = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "error"]
    command = [str(BIN / "uvicorn"), "stac_fastapi.static.app:app", *where]
    address = f"http://127.0.0.1:{port}"
    with _running(command, environment, f"{address}/", folder / "stac.log"):
        yield address


@contextmanager
def _running(command: list[str], environment: dict[str, str], probe: str, log: Path) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_until_it_answers(process, probe, log)
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_it_answers(process: subprocess.Popen[bytes], probe: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended before it answered: {log.read_text(errors='replace')[-2000:]}")
        try:
            with urlopen(probe, timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"{probe} did not answer within {PATIENCE_S:.0f} s")
