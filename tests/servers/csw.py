"""pycsw (CSW 2.0.2) over records of the scenes of the holdings, each modified when it was taken."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from connectors.items import JSON
from tests.servers.catalogs import as_items, real_items
from tests.servers.running import executable, free_port, running

MOST = 300  # records, of the thousands there may be
_ABOUT = """
[server]
home=.
url=http://127.0.0.1:{port}
mimetype=application/xml; charset=UTF-8
encoding=UTF-8
language=en-US
maxrecords=1000
profiles=apiso
[manager]
transactions=true
allowed_ips=127.0.0.1
[metadata:main]
identification_title=A real pycsw
identification_abstract=For the integration tests
identification_keywords=tests
identification_keywords_type=theme
provider_name=tests
provider_url=http://127.0.0.1/
contact_name=tests
contact_role=pointOfContact
{rest}
[repository]
database=sqlite:///{folder}/records.db
table=records
"""
_UNSAID = (
    "identification_fees", "identification_accessconstraints", "contact_position", "contact_address", "contact_city",
    "contact_stateorprovince", "contact_postalcode", "contact_country", "contact_phone", "contact_fax", "contact_email",
    "contact_url", "contact_hours", "contact_instructions",
)  # fmt: skip
_RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<csw:Record xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:dct="http://purl.org/dc/terms/" xmlns:ows="http://www.opengis.net/ows">
  <dc:identifier>{id}</dc:identifier><dc:title>Scene {id}</dc:title><dc:type>dataset</dc:type>
  <dct:modified>{modified}</dct:modified><dct:abstract>An item of {collection}</dct:abstract>
  <ows:BoundingBox crs="urn:x-ogc:def:crs:EPSG:6.11:4326">
    <ows:LowerCorner>{south} {west}</ows:LowerCorner><ows:UpperCorner>{north} {east}</ows:UpperCorner>
  </ows:BoundingBox>
</csw:Record>
"""


def missing() -> str:
    """Why the server cannot be started here; empty where it can."""
    there = executable("csw", "pycsw-admin.py").exists()
    return (
        "" if there else "pycsw is not installed: `python scripts/servers.py --install csw`, which needs a Python 3.12"
    )


def recorded() -> list[JSON]:
    """The scenes that stand for records: those with a moment and a box, each id once, spread over all there are."""
    told = {item["id"]: item for item in as_items(real_items()) if item["properties"].get("datetime") and item["bbox"]}
    return list(told.values())[:: max(1, len(told) // MOST)][:MOST]


@contextmanager
def csw(folder: Path) -> Iterator[str]:
    """A catalogue of those records; yields its address."""
    port = free_port()
    config, records = folder / "pycsw.cfg", folder / "records"
    config.write_text(_ABOUT.format(port=port, folder=folder, rest="\n".join(f"{name}=none" for name in _UNSAID)))
    records.mkdir()
    for number, item in enumerate(recorded()):
        (records / f"{number:04d}.xml").write_text(_written(item), "utf-8")
    admin = [
        str(executable("csw", "python")),
        "-W",
        "ignore",
        str(executable("csw", "pycsw-admin.py")),
        "-f",
        str(config),
    ]
    for step in (["-c", "setup_db"], ["-c", "load_records", "-p", str(records)]):
        done = subprocess.run([*admin, *step], capture_output=True, text=True, cwd=folder)
        if done.returncode:
            raise RuntimeError(f"pycsw-admin {step} ended with {done.returncode}: {done.stdout}{done.stderr}")
    command = [str(executable("csw", "python")), "-m", "pycsw.wsgi", str(port)]
    environment = {**os.environ, "PYCSW_CONFIG": str(config)}
    address = f"http://127.0.0.1:{port}/"
    asked = f"{address}?service=CSW&version=2.0.2&request=GetCapabilities"
    with running(command, answers=asked, log=folder / "pycsw.log", environment=environment, folder=folder):
        yield address


def _written(item: JSON) -> str:
    west, south, east, north = item["bbox"]
    return _RECORD.format(
        id=escape(item["id"]), collection=escape(item["collection"]), modified=item["properties"]["datetime"][:19] + "Z",
        west=west, south=south, east=east, north=north,
    )  # fmt: skip
