"""Imagery: a foreign raster with the manners of an open one of rasterio, its pixels read by a confined process."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from connectors.errors import BadReply
from connectors.items import JSON
from connectors.sandbox.process import readers
from connectors.sandbox.rules.raster import DRIVERS
from connectors.sandbox.rules.signature import checked

_US = "connectors.sandbox.imagery"


@contextlib.contextmanager
def opened(path: Path, *, is_trusted: bool) -> Iterator[Any]:
    """An open raster: rasterio's own where the file is trusted, else a stand-in; raises BadReply, Refused."""
    if not is_trusted:
        yield Imagery(path)
        return
    import rasterio

    with rasterio.open(path) as source:
        yield source


class Imagery:
    """A foreign raster; what it tells of itself is read at once, its pixels when they are asked for."""

    def __init__(self, path: Path) -> None:
        from rasterio.coords import BoundingBox
        from rasterio.crs import CRS
        from rasterio.transform import Affine

        told = readers().read(path, f"{_US}:described")
        self._path = path
        try:
            self.transform = Affine(*(float(n) for n in told["transform"]))
            self.crs = CRS.from_wkt(str(told["crs"])) if told["crs"] else None
            self.width, self.height, self.count = (int(told[n]) for n in ("width", "height", "count"))
            self.bounds = BoundingBox(*(float(n) for n in told["bounds"]))
            self.nodata = None if told["nodata"] is None else float(told["nodata"])
            self.dtypes = tuple(str(np.dtype(str(d))) for d in told["dtypes"])
            self._tags = {str(k): str(v) for k, v in told["tags"].items()}
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadReply(f"the reader of {path.name!r} sent nonsense ({error})", kind="bad_payload") from error
        self.res = (abs(self.transform.a), abs(self.transform.e))
        self.name = str(path)

    def tags(self) -> Mapping[str, str]:
        return self._tags

    def read(
        self,
        indexes: int | Sequence[int] | None = None,
        *,
        window: Any = None,
        out_shape: Sequence[int] | None = None,
        resampling: Any = None,
        boundless: bool = False,
        fill_value: float | None = None,
        out_dtype: str | None = None,
    ) -> np.ndarray[Any, Any]:
        """As rasterio's `read`."""  # fmt: skip
        arguments: dict[str, JSON] = {
            "indexes": list(indexes) if isinstance(indexes, Sequence) else indexes,
            "window": None if window is None else [window.col_off, window.row_off, window.width, window.height],
            "out_shape": None if out_shape is None else [int(n) for n in out_shape],
            "resampling": None if resampling is None else resampling.name,
            "boundless": boundless, "fill_value": fill_value, "out_dtype": None if out_dtype is None else str(np.dtype(out_dtype)),
        }  # fmt: skip
        arguments["window"] = arguments["window"] and [float(n) for n in arguments["window"]]
        return np.asarray(readers().read(self._path, f"{_US}:pixels", arguments=arguments))


def described(path: Path) -> dict[str, Any]:
    """What a raster tells of itself; called in the confined process."""
    with _here(path) as source:
        return {
            "transform": list(source.transform)[:6], "crs": source.crs.to_wkt() if source.crs else "",
            "width": source.width, "height": source.height, "count": source.count, "bounds": list(source.bounds),
            "nodata": source.nodata, "dtypes": list(source.dtypes), "tags": dict(source.tags()),
        }  # fmt: skip


def pixels(path: Path, **arguments: Any) -> np.ndarray[Any, Any]:
    """Pixels of a raster; called in the confined process."""
    from rasterio.enums import Resampling
    from rasterio.windows import Window

    given = {k: v for k, v in arguments.items() if v is not None}
    if "window" in given:
        given["window"] = Window(*given["window"])
    if "resampling" in given:
        given["resampling"] = Resampling[given["resampling"]]
    if "out_shape" in given:
        given["out_shape"] = tuple(given["out_shape"])
    with _here(path) as source:
        return np.asarray(source.read(given.pop("indexes", None), **given))


@contextlib.contextmanager
def _here(path: Path) -> Iterator[Any]:
    """The file open by the one driver that its first bytes call for, without a look at its neighbours."""
    import rasterio

    driver = DRIVERS.get(checked(path))
    if driver is None:
        raise BadReply(f"{path.name!r} is no raster that is read here; GeoTIFF and JPEG 2000 are", kind="bad_payload")
    with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"), rasterio.open(path, driver=driver) as source:
        yield source
