"""MapServer (Debian's cgi-mapserver) behind a small HTTP server: WMS and WCS of one real field of temperature."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from conductor.settings import from_environment
from tests.servers.running import free_port, running

PROGRAM = Path("/usr/lib/cgi-bin/mapserv")
FIELD = "mesmer"
TITLE = "Air temperature of 1850 in a climate model"
_CONFIG = 'CONFIG\n  MAPS\n    WORLD "{folder}/world.map"\n  END\nEND\n'
_MAP = """
MAP
  NAME "world"
  SIZE 360 180
  EXTENT -180 -90 180 90
  PROJECTION "init=epsg:4326" END
  SHAPEPATH "{folder}"
  OUTPUTFORMAT
    NAME "GTiff"
    DRIVER "GDAL/GTiff"
    MIMETYPE "image/tiff"
    IMAGEMODE FLOAT32
    EXTENSION "tif"
  END
  WEB
    METADATA
      "ows_title" "A real MapServer"
      "ows_onlineresource" "{address}"
      "ows_srs" "EPSG:4326 EPSG:3857"
      "ows_enable_request" "*"
      "wcs_label" "A real MapServer"
    END
  END
  LAYER
    NAME "tas"
    TYPE RASTER
    STATUS ON
    DATA "tas.tif"
    PROJECTION "init=epsg:4326" END
    PROCESSING "SCALE=AUTO"
    METADATA
      "ows_title" "{title}"
      "wcs_label" "{title}"
      "wcs_rangeset_name" "tas"
      "wcs_formats" "GTiff"
      "ows_extent" "-180 -90 180 90"
    END
  END
END
"""
_SERVER = """
import os, subprocess, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Gateway(BaseHTTPRequestHandler):
    def do_GET(self):
        query = self.path.partition("?")[2]
        about = {"REQUEST_METHOD": "GET", "QUERY_STRING": "map=WORLD" + ("&" + query if query else ""), "SERVER_NAME": "127.0.0.1",
                 "SCRIPT_NAME": "/", "SERVER_PORT": sys.argv[2], "MAPSERVER_CONFIG_FILE": sys.argv[3]}
        done = subprocess.run([sys.argv[1]], env={**os.environ, **about}, capture_output=True).stdout
        head, _, body = done.replace(b"\\r\\n\\r\\n", b"\\n\\n", 1).partition(b"\\n\\n")
        fields = [line.decode().partition(":")[::2] for line in head.splitlines() if b":" in line]
        status = next((int(value.split()[0]) for name, value in fields if name.lower() == "status"), 200)
        self.send_response(status)
        for name, value in fields:
            if name.lower() not in ("status", "content-length"):
                self.send_header(name, value.strip())
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass

ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Gateway).serve_forever()
"""


def missing() -> str:
    """Why the server cannot be started here; empty where it can."""
    if not PROGRAM.exists():
        return "MapServer is not installed: `apt-get install cgi-mapserver`"
    return "" if source() else "the holding 'mesmer' is not there: `conductor holdings sync`"


@contextmanager
def mapserver(folder: Path) -> Iterator[str]:
    """One field as a layer `tas` and as a coverage; yields the address of the services."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    write_field(folder / "tas.tif")
    (folder / "world.map").write_text(_MAP.format(folder=folder, address=address, title=TITLE))
    (folder / "mapserver.conf").write_text(_CONFIG.format(folder=folder))
    command = [sys.executable, "-c", _SERVER, str(PROGRAM), str(port), str(folder / "mapserver.conf")]
    with running(command, answers=f"{address}?service=WMS&request=GetCapabilities", log=folder / "mapserver.log"):
        yield address


def write_field(path: Path) -> None:
    """The first year of the field as a GeoTIFF, longitudes -180…180, north up."""
    import rasterio

    values = field()
    rows, columns = values.shape
    about = {"driver": "GTiff", "width": columns, "height": rows, "count": 1, "dtype": "float32", "crs": "EPSG:4326"}
    with rasterio.open(
        path, "w", transform=rasterio.Affine(360 / columns, 0, -180, 0, -180 / rows, 90), **about
    ) as file:
        file.write(values, 1)


def field() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """The first year of the field, kelvin, rows from north to south, columns from 180° W eastward."""
    import xarray as xr

    file = source()
    assert file is not None
    with xr.open_dataset(file, decode_times=False) as dataset:
        array = dataset["tas"].isel(time=0)
        array = array.assign_coords(lon=(array.lon + 180) % 360 - 180).sortby("lon").sortby("lat", ascending=False)
        return np.asarray(array.transpose("lat", "lon").values, dtype=np.float32)


def source() -> Path | None:
    """The file of the holdings; None where it is not here."""
    found = sorted((from_environment().holdings_dir / FIELD).rglob("tas_ann_IPSL-CM6A-LR_historical_*.nc"))
    return found[0] if found else None
