"""WMTS: a real server's capabilities, and the one tile that shows a place best."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from connectors.eo.map_layer import MapLayer, Matrix, Window
from connectors.eo.wmts import get_tile, read_layers

RECORDED = Path(__file__).parent / "recorded"
BASE = "http://127.0.0.1:15954/service"


@pytest.fixture(scope="module")
def layer() -> MapLayer:
    (only,) = read_layers((RECORDED / "mapproxy_wmts.xml").read_bytes())
    return only


def _tile(layer: MapLayer, *box: float) -> tuple[str, str, str]:
    west, south, east, north = box
    asked = dict(parse_qsl(urlsplit(get_tile(layer, Window(box=(west, south, east, north)), base=BASE)).query))
    return asked["tilematrix"], asked["tilecol"], asked["tilerow"]


def test_the_layer_of_a_real_server_with_its_zoom_levels_in_degrees(layer: MapLayer) -> None:
    assert (layer.name, layer.title, layer.formats) == ("lc", "MODIS land cover", ("image/png",))
    assert [m.span for m in layer.matrices[:3]] == pytest.approx([360, 180, 90], rel=1e-3)
    assert {m.corner for m in layer.matrices} == {(-180.0, 90.0)}
    assert {m.set for m in layer.matrices} == {"geo"}


def test_the_finest_tile_that_holds_the_place(layer: MapLayer) -> None:
    assert _tile(layer, 5, 41, 8, 43) == ("05", "16", "4")
    assert _tile(layer, -78, 46, -74, 47) == ("06", "18", "7")


def test_a_place_on_a_seam_is_on_a_coarser_tile(layer: MapLayer) -> None:
    assert _tile(layer, -1, 41, 8, 43) == ("00", "0", "0")


def test_a_template_is_filled_in_whatever_its_case(layer: MapLayer) -> None:
    template = "https://t.example/{layer}/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"
    rest = replace(layer, more={"wmts:template": template, "wmts:time": "Time"})
    window = Window(box=(5, 41, 8, 43), time="2020-01-01")

    assert get_tile(rest, window, base=BASE) == "https://t.example/lc/default/2020-01-01/geo/05/4/16.png"
    assert get_tile(rest, Window(box=(5, 41, 8, 43)), base=BASE) == "", "a dimension is wanted that is not there"


def test_a_layer_without_tiles_in_degrees_has_none() -> None:
    assert get_tile(MapLayer(name="m"), Window(box=(0, 0, 1, 1)), base=BASE) == ""


def test_beyond_the_grid_there_is_no_tile() -> None:
    small = Matrix(set="g", id="0", span=10.0, corner=(0.0, 10.0), columns=1, rows=1)

    assert get_tile(MapLayer(name="m", matrices=(small,)), Window(box=(20, 0, 21, 1)), base=BASE) == ""
