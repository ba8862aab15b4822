"""WMS: a real server's capabilities in both versions, and the axis order that version 1.3.0 turned round."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from connectors.eo.map_layer import MapLayer, Window
from connectors.eo.wms import get_map, image_format, read_layers
from connectors.extents import BBox

RECORDED = Path(__file__).parent / "recorded"
BASE = "http://127.0.0.1:15953/cgi?map=WORLD"
WINDOW = Window(box=(0.0, 40.0, 20.0, 50.0), time="2020-01-01")


def _asked(layer: MapLayer, *, version: str, is_xy: bool = False) -> dict[str, str]:
    href = get_map(layer, WINDOW, base=BASE, version=version, longest=1024, is_xy=is_xy)
    return dict(parse_qsl(urlsplit(href).query, keep_blank_values=True))


@pytest.mark.parametrize("version", ["1.3.0", "1.1.1"])
def test_the_layers_of_a_real_server(version: str) -> None:
    body = (RECORDED / f"mapserver_wms{version.replace('.', '')}.xml").read_bytes()
    world, landcover = read_layers(body, version=version)

    assert (world.name, landcover.name, landcover.title) == ("world", "landcover", "MODIS land cover 2019")
    assert landcover.bbox == BBox(west=-180, south=-90, east=180, north=90)
    assert landcover.times == ("2019-01-01/2020-12-31/P1Y",)
    assert landcover.keywords == ("land cover", "modis")
    assert "EPSG:4326" in landcover.crs
    assert landcover.styles == ("default",)
    assert "GetLegendGraphic" in landcover.legend
    assert image_format(landcover) == "image/png"


def test_longitude_comes_first_where_the_server_knows_such_a_system() -> None:
    asked = _asked(MapLayer(name="l", crs=("EPSG:4326", "CRS:84")), version="1.3.0")

    assert (asked["crs"], asked["bbox"]) == ("CRS:84", "0,40,20,50")


def test_version_1_3_0_reads_epsg_4326_latitude_first() -> None:
    asked = _asked(MapLayer(name="l", crs=("EPSG:4326",)), version="1.3.0")

    assert (asked["crs"], asked["bbox"]) == ("EPSG:4326", "40,0,50,20")


def test_servers_that_have_it_wrong_are_asked_wrongly() -> None:
    assert _asked(MapLayer(name="l", crs=("EPSG:4326",)), version="1.3.0", is_xy=True)["bbox"] == "0,40,20,50"


def test_version_1_1_1_reads_longitude_first() -> None:
    asked = _asked(MapLayer(name="l", crs=("EPSG:4326", "CRS:84")), version="1.1.1")

    assert (asked["srs"], asked["bbox"], "crs" in asked) == ("EPSG:4326", "0,40,20,50", False)


def test_mercator_is_asked_in_metres() -> None:
    asked = _asked(MapLayer(name="l", crs=("EPSG:3857",)), version="1.3.0")
    metres = [float(v) for v in asked["bbox"].split(",")]

    assert metres == pytest.approx([0, 4865942.28, 2226389.82, 6446275.84], abs=0.5)


def test_a_system_that_is_not_known_here_is_not_asked() -> None:
    assert get_map(MapLayer(name="l", crs=("EPSG:2154",)), WINDOW, base=BASE, version="1.3.0", longest=9) == ""


def test_the_rest_of_the_question_keeps_the_address_of_the_server() -> None:
    layer = MapLayer(name="l", crs=("CRS:84",), styles=("s1", "s2"), fixed_size=(300, 200), formats=("image/jpeg",))
    asked = _asked(layer, version="1.3.0")

    assert asked["map"] == "WORLD"
    assert (asked["styles"], asked["width"], asked["height"]) == ("s1", "300", "200")
    assert (asked["format"], asked["time"]) == ("image/jpeg", "2020-01-01")
