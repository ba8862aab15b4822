"""Our WPS client against the real Raven: its seven processes of terrain, and zonal statistics equal to numpy's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from connectors.items import Processed
from connectors.operations import Process
from tests.servers import birdhouse
from tests.servers.registration import Registered, add, world

pytestmark = [
    pytest.mark.servers,
    pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning"),  # rasterio 1.5 on affine 3.1
]
PATIENT = "limits = { budget_s = 120.0, rate_per_s = 1000.0 }"
BOX = (-75.0, 45.0, -74.0, 46.0)


@pytest.fixture(scope="module")
def raven(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registered]:
    if missing := birdhouse.missing("raven-wps"):
        pytest.skip(missing)
    with birdhouse.birdhouse("raven-wps", tmp_path_factory.mktemp("raven")) as url:
        yield add(url, tmp_path_factory.mktemp("config"))


@pytest.fixture(scope="module")
def heights() -> np.ndarray[Any, Any]:
    return np.random.default_rng(5).uniform(0, 900, (20, 20)).astype("f4")


@pytest.fixture(scope="module")
def files(heights: np.ndarray[Any, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A terrain of 0.1° cells and the outline of some of them, at a file server."""
    import rasterio
    from rasterio.transform import Affine

    folder = tmp_path_factory.mktemp("files")
    profile = {
        "driver": "GTiff",
        "width": 20,
        "height": 20,
        "count": 1,
        "dtype": "float32",
        "crs": "EPSG:4326",
        "nodata": -9999,
    }
    with rasterio.open(folder / "dem.tif", "w", transform=Affine(0.1, 0, -76, 0, -0.1, 47), **profile) as made:
        made.write(heights, 1)
    west, south, east, north = BOX
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    shape = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (folder / "shape.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [shape]}))
    with birdhouse.served(folder) as url:
        yield url


async def test_its_processes_are_of_terrain_and_run_no_model(raven: Registered, tmp_path: Path) -> None:
    async with world(raven, folder=tmp_path, more=PATIENT) as outside:
        listed = {process.id for process in await outside.processing(raven.id).offered.processes()}
    assert {"shape-properties", "terrain-analysis", "zonal-stats"} <= listed
    assert not any("gr4j" in name.lower() for name in listed)


async def test_zonal_statistics_are_those_of_numpy(
    raven: Registered, files: str, heights: np.ndarray[Any, Any], tmp_path: Path
) -> None:
    shape, raster = {"href": f"{files}/shape.geojson"}, {"href": f"{files}/dem.tif"}
    async with world(raven, folder=tmp_path, more=PATIENT) as outside:
        inputs = {"shape": shape, "raster": raster, "categorical": False}
        done = await outside.execute(Process(process_id="zonal-stats", inputs=inputs), source=raven.id)
    assert isinstance(done, Processed)
    inside = heights[10:20, 10:20]
    told = json.dumps(_plain(done.outputs["statistics"]))
    assert str(round(float(inside.mean()), 2))[:5] in told, told[:800]


def _plain(output: Any) -> Any:
    return output.rows if hasattr(output, "rows") else output
