"""Verdicts: what a detector says of scenes, as a share with its sensitivity, a table, rasters and what must be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.items import JSON, Caveat, Cube, Output, Table, Value
from connectors.ml.description import Model
from connectors.ml.rasters import Raster

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# The share is given for thresholds this much lower and higher too: how much it hangs on where the line is drawn.
SPREAD = 0.1
_TILE_KM = 109.8
_GEOTIFF = "image/tiff; application=geotiff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a model says of one scene: shares in percent of the pixels with data, `valid` 0…1."""

    cube: Cube
    share: float
    low: float
    high: float
    masked: float
    mean: float
    pixels: int
    valid: float
    native: float
    size_km: tuple[float, float]
    probability: Path
    mask: Path


def verdict(
    cube: Cube, raster: Raster, above: NDArray[np.bool_], *, threshold: float, probability: Path, mask: Path
) -> Verdict:
    """Count a scene's probabilities; shares are 0 where no pixel has data."""
    import numpy as np

    covered = ~np.isnan(raster.values)
    seen = raster.values[covered]
    pixels = int(seen.size)

    def percent(chosen: NDArray[np.bool_]) -> float:
        return 100.0 * float(np.count_nonzero(chosen)) / pixels if pixels else 0.0

    metres = raster.grid.transform[0]
    return Verdict(
        cube=cube,
        share=percent(seen > threshold),
        low=percent(seen > threshold + SPREAD),
        high=percent(seen > threshold - SPREAD),
        masked=percent(above[covered]),
        mean=float(seen.mean()) if pixels else 0.0,
        pixels=pixels,
        valid=pixels / covered.size,
        native=raster.grid.native,
        size_km=(raster.grid.width * metres / 1000, raster.grid.height * metres / 1000),
        probability=probability,
        mask=mask,
    )


def outputs(model: Model, verdicts: Sequence[Verdict], *, threshold: float) -> Mapping[str, Output]:
    """`value` (over all scenes, by pixels), `table` (a row a scene), `mask` and `probability` (of the first scene)."""
    first = verdicts[0]
    return {
        "value": _value(model, verdicts, threshold),
        "table": _table(model, verdicts),
        "mask": _raster_cube(first, first.mask, kind="mask"),
        "probability": _raster_cube(first, first.probability, kind="probability"),
    }


def caveats(model: Model, verdicts: Sequence[Verdict]) -> tuple[Caveat, ...]:
    """What the reader must know of the detector, its resolution, and scenes that are extracts or have gaps."""
    native = min(v.native for v in verdicts)
    found = [
        Caveat(code="detector_limits", parameters={"model": model.id, "confuses": ["snow", "ice", "bright_roofs"]})
    ]
    if native < model.resolution:
        parameters = {"metres": model.resolution, "native_metres": native}
        found.append(Caveat(code="detector_resolution", parameters=parameters))
    extracts = [v for v in verdicts if max(v.size_km) < 0.9 * _TILE_KM]
    if extracts:
        width, height = extracts[0].size_km
        found.append(
            Caveat(code="scene_extract", parameters={"width_km": round(width, 1), "height_km": round(height, 1)})
        )
    gaps = min(v.valid for v in verdicts)
    if gaps < 0.99:
        found.append(Caveat(code="partial_coverage", parameters={"fraction": round(gaps, 3)}))
    return tuple(found)


def _value(model: Model, verdicts: Sequence[Verdict], threshold: float) -> Value:
    pixels = sum(v.pixels for v in verdicts)

    def mean(values: Sequence[float]) -> float:
        weights = [v.pixels for v in verdicts]
        return sum(x * w for x, w in zip(values, weights, strict=True)) / pixels if pixels else 0.0

    valid = sum(v.valid for v in verdicts) / len(verdicts)
    details: dict[str, JSON] = {
        "class": model.detects,
        "model": model.id,
        "scenes": [v.cube.id for v in verdicts],
        "pixels": pixels,
        "resolution_m": model.resolution,
        "threshold": threshold,
        "share_masked": round(mean([v.masked for v in verdicts]), 2),
        "mean_probability": round(mean([v.mean for v in verdicts]), 4),
        "valid_share": round(valid, 4),
        "coverage": round(valid, 4),
        "cell_km": model.resolution / 1000,
        "licence": model.licence,
        "citation": model.citation,
    }
    return Value(
        value=round(mean([v.share for v in verdicts]), 2),
        units="%",
        low=round(mean([v.low for v in verdicts]), 2),
        high=round(mean([v.high for v in verdicts]), 2),
        range_meaning=f"threshold {threshold + SPREAD:g} to {threshold - SPREAD:g}",
        n=len(verdicts),
        details=details,
    )


def _table(model: Model, verdicts: Sequence[Verdict]) -> Table:
    columns = ("scene", "datetime", f"{model.detects}_percent", "masked_percent", "valid_percent")
    rows = tuple(
        (
            v.cube.id,
            v.cube.properties.get("datetime") or v.cube.properties.get("start_datetime"),
            round(v.share, 2),
            round(v.masked, 2),
            round(100 * v.valid, 2),
        )
        for v in verdicts
    )
    return Table(columns=columns, rows=rows, title=model.id)


def _raster_cube(found: Verdict, path: Path, *, kind: str) -> Cube:
    return Cube(
        hrefs=(str(path),),
        id=f"{found.cube.id}-{kind}",
        type=_GEOTIFF,
        properties={**found.cube.properties, "kind": kind},
        derived_from=found.cube.derived_from or (found.cube.id,),
    )
