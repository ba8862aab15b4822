"""Spectral indices by spyndex's catalogue, and which pixels of a scene are clear.

Awesome Spectral Indices: https://doi.org/10.1038/s41597-023-02096-0. Classes of Fmask: Zhu and Woodcock 2012; of SCL: ESA.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from connectors.compute import images
from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr

Seen = Literal["clear", "water", "shadow", "snow", "cloud", "cirrus"]
CLEAR: tuple[Seen, ...] = ("clear", "water")
_CLASSES: dict[str, dict[int, Seen]] = {
    "fmask": {0: "clear", 1: "water", 2: "shadow", 3: "snow", 4: "cloud"},
    "scl": {4: "clear", 5: "clear", 6: "water", 3: "shadow", 11: "snow", 8: "cloud", 9: "cloud", 10: "cirrus"},
}


def index(array: xr.DataArray, name: str) -> xr.DataArray:
    """The index of every pixel; raises Refused for one that is not known or needs bands that are not there."""
    import spyndex

    entry = spyndex.indices.get(name)
    if entry is None:
        near = difflib.get_close_matches(name, list(spyndex.indices), n=3, cutoff=0.4)
        raise Refused(f"there is no spectral index {name!r}; near ones: {', '.join(near) or 'NDVI, NDWI, NBR'}")
    parameters = {symbol: _parameter(array, symbol, name) for symbol in entry.bands}
    with np.errstate(divide="ignore", invalid="ignore"):
        values: xr.DataArray = spyndex.computeIndex(index=[name], params=parameters)
    values = values.squeeze(drop=True).where(np.isfinite(values.squeeze(drop=True)))
    told = {"long_name": str(entry.long_name), "units": "1", "formula": str(entry.formula)}
    return values.rename(name).transpose("y", "x").assign_attrs(kept(array) | told)


def _parameter(array: xr.DataArray, symbol: str, name: str) -> Any:
    import spyndex

    if symbol in spyndex.bands:
        return images.band(array, str(spyndex.bands[symbol].common_name))
    constant = spyndex.constants.get(symbol)
    if constant is None or constant.default is None:
        raise Refused(f"the index {name!r} needs {symbol!r}, which is no optical band and has no usual value")
    return constant.default


def kept(array: xr.DataArray) -> dict[str, Any]:
    """Attributes that an image made from another keeps."""
    return {name: array.attrs[name] for name in ("crs", "pixel", "frequency") if name in array.attrs}


def clear(array: xr.DataArray, *, keep: Sequence[Seen] = CLEAR) -> xr.DataArray | None:
    """Which pixels are of the classes to keep, (y, x), by the scene's own mask; None where it has none."""
    held = [str(value) for value in array["bands"].values] if "bands" in array.dims else []
    name = next((mask for mask in _CLASSES if mask in held), None)
    if name is None:
        return None
    wanted = [number for number, seen in _CLASSES[name].items() if seen in keep]
    return array.sel(bands=name, drop=True).isin(wanted)


def without_masks(array: xr.DataArray) -> xr.DataArray:
    """The bands of reflectance."""
    return array.isel(bands=[i for i, name in enumerate(array["bands"].values) if str(name) not in images.MASKS])
