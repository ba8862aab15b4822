"""The bands of a scene on one grid: which file is which band, and their pixels read block by block, resampled."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.errors import BadReply, Unsupported
from connectors.items import Cube
from connectors.sandbox.imagery import opened

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BAND = re.compile(r"(?:^|[_/])(B(?:\d\d|8A))(?:_\d\dm)?(?:\.\w+)?$")
# Earth Search and others key their assets by the common names of the eo extension.
_COMMON = {
    "coastal": "B01", "blue": "B02", "green": "B03", "red": "B04", "rededge1": "B05", "rededge2": "B06",
    "rededge3": "B07", "nir": "B08", "nir08": "B8A", "nir09": "B09", "cirrus": "B10", "swir16": "B11", "swir22": "B12",
}  # fmt: skip
_OFFSET_SINCE = (4, 0)  # ESA processing baseline from which 1000 is added to every digital number
_OFFSET = 1000.0
_BLOCK_VALUES = 4_000_000  # pixels times bands held at once: 32 MB of float64


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The grid of a result: `transform` is an affine one of six numbers, `crs` as WKT."""

    height: int
    width: int
    transform: tuple[float, ...]
    crs: str
    native: float  # metres a pixel of the finest band


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows of a scene: reflectance of shape (rows, width, bands), and where there is data, (rows, width)."""

    row: int
    reflectance: NDArray[np.float64]
    valid: NDArray[np.bool_]


def band_files(cube: Cube, *, locate: Callable[[str], Path | None]) -> Mapping[str, Path]:
    """Band name → file of a Sentinel-2 scene, by the asset keys that the load named, else by the file names."""
    keys = cube.properties.get("assets") or [""] * len(cube.hrefs)
    files: dict[str, Path] = {}
    for key, href in zip(keys, cube.hrefs, strict=False):
        name = _name(str(key)) or _name(href.rpartition("/")[2])
        path = Path(href.removeprefix("file://")) if "://" not in href or href.startswith("file://") else locate(href)
        if name and path:
            files.setdefault(name, path)
    return files


def added_offset(cube: Cube) -> float:
    """What ESA added to the digital numbers: 1000 from processing baseline 04.00 on, unless already taken off."""
    stated = cube.properties.get("s2:processing_baseline") or cube.properties.get("processing:version")
    numbers = re.findall(r"\d+", str(stated or ""))
    is_harmonised = bool(cube.properties.get("earthsearch:boa_offset_applied"))
    return _OFFSET if len(numbers) >= 2 and tuple(map(int, numbers[:2])) >= _OFFSET_SINCE and not is_harmonised else 0.0


class Scene:
    """The open bands of one scene, to be read at `resolution` metres; use it as a context manager.

    Files under `trusted` are read here, all others by a confined process.
    """

    def __init__(
        self, paths: Sequence[Path], *, resolution: float, scale: float, offset: float, trusted: Sequence[Path] = ()
    ) -> None:
        import rasterio

        self._stack = contextlib.ExitStack()
        self._resolution = resolution
        self._scale = scale
        self._offset = offset
        try:
            ours = [_is_under(path, trusted) for path in paths]
            opening = (opened(path, is_trusted=own) for path, own in zip(paths, ours, strict=True))
            self._bands: list[Any] = [self._stack.enter_context(band) for band in opening]
        except rasterio.errors.RasterioError as error:
            self._stack.close()
            raise BadReply(f"a band cannot be read ({error}); fetch it again") from error
        self.grid = self._common_grid(paths)

    def __enter__(self) -> Scene:
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def blocks(self) -> Iterator[Block]:
        """The scene from top to bottom; a pixel has data where any band is not zero."""
        import numpy as np
        import rasterio

        rows = max(1, _BLOCK_VALUES // (self.grid.width * len(self._bands)))
        for top in range(0, self.grid.height, rows):
            count = min(rows, self.grid.height - top)
            try:
                numbers = np.stack([self._read(band, top, count) for band in self._bands], axis=-1)
            except rasterio.errors.RasterioError as error:
                raise BadReply(f"a band is damaged ({error}); fetch it again") from error
            valid = (numbers != 0).any(axis=-1)
            yield Block(row=top, reflectance=(numbers - self._offset) / self._scale, valid=valid)

    def _read(self, band: Any, top: int, count: int) -> NDArray[np.float64]:
        from rasterio.enums import Resampling
        from rasterio.windows import Window

        native = abs(band.transform.a)
        ratio = self._resolution / native
        window = Window(0, top * ratio, min(self.grid.width * ratio, band.width), count * ratio)
        method = Resampling.average if ratio > 1 else Resampling.nearest if ratio == 1 else Resampling.bilinear
        read: NDArray[np.float64] = band.read(
            1, window=window, out_shape=(count, self.grid.width), resampling=method, out_dtype="float64"
        )
        return read

    def _common_grid(self, paths: Sequence[Path]) -> Grid:
        finest = min(self._bands, key=lambda band: abs(band.transform.a))
        for band, path in zip(self._bands, paths, strict=True):
            off = max(abs(a - b) for a, b in zip(band.bounds, finest.bounds, strict=True))
            if band.crs != finest.crs or off > abs(band.transform.a):
                raise Unsupported(f"band {path.name!r} lies on another grid than {Path(finest.name).name!r}")
        left, bottom, right, top = finest.bounds
        return Grid(
            height=max(1, round((top - bottom) / self._resolution)),
            width=max(1, round((right - left) / self._resolution)),
            transform=(self._resolution, 0.0, left, 0.0, -self._resolution, top),
            crs=finest.crs.to_wkt() if finest.crs else "",
            native=abs(finest.transform.a),
        )


def _is_under(path: Path, folders: Sequence[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _name(text: str) -> str | None:
    if text in _COMMON:
        return _COMMON[text]
    match = _BAND.search(text)
    return match.group(1) if match else None
