"""Layers as items; images in proportion and never beyond the cap."""

from __future__ import annotations

import pytest

from connectors.eo.map_layer import MOST_PIXELS, MapLayer, cut, layer_item, pixels
from connectors.extents import BBox, Interval

Box = tuple[float, float, float, float]


@pytest.mark.parametrize(
    ("box", "longest", "size"),
    [
        ((0, 40, 20, 50), 1024, (1024, 512)),
        ((0, 0, 10, 20), 1024, (512, 1024)),
        ((0, 0, 360, 1), 100000, (MOST_PIXELS, round(MOST_PIXELS / 360))),
        ((5, 5, 5, 5), 10, (10, 10)),
    ],
)
def test_an_image_has_the_proportions_of_its_box(box: Box, longest: int, size: tuple[int, int]) -> None:
    assert pixels(box, longest=longest) == size


@pytest.mark.parametrize(
    ("layer", "part"),
    [
        (None, (0, 0, 10, 10)),
        (BBox(west=5, south=-5, east=20, north=5), (5, 0, 10, 5)),
        (BBox(west=20, south=0, east=30, north=10), None),
        (BBox(west=170, south=0, east=-170, north=10), None),
        (BBox(west=5, south=0, east=-170, north=10), (5, 0, 10, 10)),
        (BBox(west=170, south=0, east=4, north=10), (0, 0, 4, 10)),
    ],
)
def test_what_a_layer_does_not_cover_is_cut_off(layer: BBox | None, part: Box | None) -> None:
    assert cut((0, 0, 10, 10), layer) == part


def test_a_layer_is_an_item_of_a_service() -> None:
    layer = MapLayer(
        name="lc", title="Land cover", bbox=BBox(west=0, south=0, east=1, north=1), times=("2019/2020/P1Y",)
    )
    item = layer_item(layer, assets=(), rel="wms", url="https://x.example/wms", source="m")

    assert (item.id, item.properties["title"], item.properties["type"]) == ("lc", "Land cover", "service")
    assert item.properties["wms:layers"] == ["lc"]
    assert item.interval == Interval(start="2019-01-01", end="2020-12-31")
    assert [(link.rel, link.title) for link in item.links] == [("wms", "lc")]
