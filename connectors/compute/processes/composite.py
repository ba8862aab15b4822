"""composite: one image out of many dates, clear pixels only."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from connectors.compute import images, regridding, spectral
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubesInput
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr

Method = Literal["median", "mean", "min", "max", "max_ndvi", "first"]


def composite(data: tuple[Field, ...], *, method: Method = "median") -> Computed:
    """Band by band over the scenes, on the first one's pixels; `max_ndvi` takes each pixel from its greenest date."""
    scenes = [_clear(field) for field in data]
    target = scenes[0]
    held = [set(map(str, scene["bands"].values)) for scene in scenes]
    bands = [str(name) for name in target["bands"].values if all(str(name) in names for names in held)]
    if not bands:
        raise Refused("the scenes share no band")
    aligned = [
        scene if regridding.alike(scene, target) else regridding.onto_image(scene, target, method="nearest")
        for scene in scenes
    ]
    stack = np.stack([scene.sel(bands=bands).values for scene in aligned])
    values = _combined(stack, bands, method)
    made = target.sel(bands=bands).copy(data=values)
    covered = float(np.isfinite(values).any(axis=0).mean())
    derived = tuple(dict.fromkeys(source for field in data for source in field.derived_from))
    cube = Field(
        parts=(made,), id=f"{method}.{len(data)}-scenes", properties={"scenes": len(data)}, derived_from=derived
    )
    caveats = (Caveat(code="partial_coverage", parameters={"fraction": round(covered, 3)}),) if covered < 0.99 else ()
    return Computed(outputs={"cube": cube}, caveats=caveats)


def _clear(field: Field) -> xr.DataArray:
    """The bands of reflectance, clouded pixels without a value where the scene has a mask."""
    array = images.of(field)
    seen = spectral.clear(array)
    plain = spectral.without_masks(array)
    return plain if seen is None else plain.where(seen).transpose("bands", "y", "x").assign_attrs(array.attrs)


def _combined(stack: np.ndarray, bands: list[str], method: Method) -> np.ndarray:
    """Scenes, bands, y, x → bands, y, x."""
    if method == "max_ndvi":
        near = next((name for name in ("nir", "nir08") if name in bands), None)
        if near is None or "red" not in bands:
            raise Refused(f"max_ndvi needs the bands nir and red; the scenes share {', '.join(bands)}")
        nir, red = stack[:, bands.index(near)], stack[:, bands.index("red")]
        with np.errstate(divide="ignore", invalid="ignore"):
            green = (nir - red) / (nir + red)
        best = np.where(np.isfinite(green), green, -np.inf).argmax(axis=0)
        taken: np.ndarray = np.take_along_axis(stack, best[None, None], axis=0)[0]
        return taken
    if method == "first":
        order = np.isfinite(stack).argmax(axis=0)
        first: np.ndarray = np.take_along_axis(stack, order[None], axis=0)[0]
        return first
    functions: dict[str, Callable[..., Any]] = {
        "median": np.nanmedian,
        "mean": np.nanmean,
        "min": np.nanmin,
        "max": np.nanmax,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # pixels that no date shows clear
        return np.asarray(functions[method](stack, axis=0))


DESCRIPTION = Description(
    id="composite",
    title="Composite of many dates",
    title_fr="Composite de plusieurs dates",
    description="One image of many scenes: median, mean, extreme, first clear, or the greenest date; cloud left out by the scenes' masks.",
    description_fr="Une image de plusieurs scènes : médiane, moyenne, extrême, première dégagée ou date la plus verte ; nuages écartés.",
    inputs={
        "data": Input(type=CubesInput, title="Images", title_fr="Images"),
        "method": Input(type=Method, title="Method", title_fr="Méthode", default="median"),
    },
    outputs={"cube": Output(kind="cube", title="The composite", title_fr="Le composite")},
    run=composite,
    keywords=("imagery",),
)
