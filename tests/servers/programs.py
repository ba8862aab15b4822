"""Starts and stops the real servers on free loopback ports, each in its own process of the Python 3.12 environment."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.running import executable, free_port, running

PYGEOAPI = """
server:
  bind: {{host: 127.0.0.1, port: {port}}}
  url: http://127.0.0.1:{port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  languages: [en-US, fr-CA]
  limits: {{default_items: 20, max_items: 1000}}
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
    allow_internal_requests: true
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
         time_field: created, title_field: title}}
  footprints:
    type: collection
    title: Footprints of scenes
    description: As features
    keywords: [features]
    links: []
    extents: {{spatial: {{bbox: [-180, -90, 180, 90], crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}}}
    providers:
      - {{type: feature, name: GeoJSON, data: "{folder}/footprints.geojson", id_field: id}}
  tas:
    type: collection
    title: Air temperature of a climate model
    description: As a coverage and by EDR
    keywords: [temperature]
    links: []
    extents:
      spatial: {{bbox: [-180, -90, 180, 90], crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}
      temporal: {{begin: 1850-01-01T00:00:00Z, end: 1859-12-31T00:00:00Z}}
    providers:
      - type: coverage
        name: xarray
        data: "{folder}/tas.nc"
        x_field: lon
        y_field: lat
        time_field: time
        format: {{name: netcdf, mimetype: application/x-netcdf}}
      - type: edr
        name: xarray-edr
        data: "{folder}/tas.nc"
        x_field: lon
        y_field: lat
        time_field: time
        format: {{name: netcdf, mimetype: application/x-netcdf}}
"""


def available() -> bool:
    """Whether the environment of the real servers is there."""
    return executable("servers", "pygeoapi").exists()


@contextmanager
def pygeoapi(folder: Path) -> Iterator[str]:
    """A pygeoapi with its hello-world and echo processes, run at once or as jobs, and records; yields its address."""
    from tests.servers.layers import write_features, write_field
    from tests.servers.records import real_records

    port = free_port()
    config, api = folder / "pygeoapi.yml", folder / "openapi.yml"
    config.write_text(PYGEOAPI.format(port=port, folder=folder))
    (folder / "records.tinydb").write_text(json.dumps({"_default": dict(enumerate(real_records(), start=1))}))
    write_features(folder / "footprints.geojson")
    write_field(folder / "tas.nc")
    environment = {**os.environ, "PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(api)}
    generate = [str(executable("servers", "pygeoapi")), "openapi", "generate", str(config), "--output-file", str(api)]
    done = subprocess.run(generate, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"pygeoapi does not accept its configuration: {done.stdout}{done.stderr}")
    run = f"from pygeoapi.flask_app import APP; APP.run('127.0.0.1', {port}, threaded=True)"
    address = f"http://127.0.0.1:{port}"
    command = [str(executable("servers", "python")), "-c", run]
    log = folder / "pygeoapi.log"
    with running(command, answers=f"{address}/collections?f=json", log=log, environment=environment):
        yield address


@contextmanager
def stac_static(folder: Path, catalog: Path | None = None) -> Iterator[str]:
    """A stac-fastapi over a static catalog on disk (that of `write_catalog` where none is given); yields its address."""
    if catalog is None:
        from tests.servers.catalogs import write_catalog

        catalog = write_catalog(folder / "catalog")
    port = free_port()
    environment = {"CATALOG_HREF": catalog.as_uri(), "ASSUME_BEST_PRACTICE_LAYOUT": "true"}
    where = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "error"]
    command = [str(executable("servers", "uvicorn")), "stac_fastapi.static.app:app", *where]
    address = f"http://127.0.0.1:{port}"
    with running(command, answers=f"{address}/", log=folder / "stac.log", environment=environment):
        yield address
