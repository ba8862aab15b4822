"""Models run on this machine: an inference over scenes that were loaded, block by block, results kept in the cache."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.errors import MissingHolding, Refused, Unsupported
from connectors.items import JSON, Cube, Processed, SourceReport
from connectors.ml.bands import Scene, added_offset, band_files
from connectors.ml.boosters import probabilities
from connectors.ml.description import Model, read_model
from connectors.ml.masks import mask
from connectors.ml.rasters import Raster, read_raster, write_raster
from connectors.ml.verdicts import Verdict, caveats, outputs, verdict
from connectors.ml.zoo import shipped
from connectors.operations import Infer, Operation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NO_DATA = 255
_RUNNERS: Mapping[str, Callable[..., NDArray[np.float32]]] = {"LightGBM": probabilities}


class LocalModels:
    """Executes `Infer` for the models whose weights are here.

    `locate` gives the path of a file that an embedded node serves; `models` are MLM items. Scenes are read by a confined
    process unless they lie under `trusted`.
    """

    def __init__(
        self,
        *,
        cache_dir: Path,
        locate: Callable[[str], Path | None],
        models: Callable[[], Iterable[Mapping[str, JSON]]] = shipped,
        trusted: Sequence[Path] = (),
    ) -> None:
        self._trusted = tuple(trusted)
        self._folder = cache_dir / "ml"
        self._locate = locate
        self._models = models

    async def execute(self, operation: Operation, *, source: str) -> Processed:
        """Run the model; raises ConnectorError. Inputs: `data` (cubes or their JSON), `threshold` (0…1, optional)."""
        if not isinstance(operation, Infer):
            raise Unsupported(f"{source!r} runs models only, not {type(operation).__name__}", source=source)
        loop = asyncio.get_running_loop()
        started = loop.time()
        model = self._model(operation.model)
        cubes = [_cube(c) for c in _listed(operation.inputs.get("data"))]
        if not cubes:
            raise Refused(f"model {model.id!r} was given no scene; search for one and load it first", source=source)
        threshold = _threshold(operation.inputs.get("threshold", model.threshold))
        verdicts = [await asyncio.to_thread(self._judge, model, cube, threshold) for cube in cubes]
        took = round((loop.time() - started) * 1000)
        return Processed(
            outputs=outputs(model, verdicts, threshold=threshold),
            caveats=caveats(model, verdicts),
            reports=(SourceReport(source=source, state="ok", n=len(cubes), took_ms=took),),
        )

    def _model(self, name: str) -> Model:
        items = {str(item["id"]): item for item in self._models()}
        if name not in items:
            raise Unsupported(f"no model {name!r} is here; there are {', '.join(sorted(items))}")
        return read_model(items[name])

    def _weights(self, model: Model) -> Path:
        path = self._locate(model.weights)
        if path is None or not path.is_file():
            raise MissingHolding(f"the weights of {model.id!r} are not here; run `conductor holdings sync`")
        return path

    def _judge(self, model: Model, cube: Cube, threshold: float) -> Verdict:
        import numpy as np

        files = band_files(cube, locate=self._locate)
        if missing := [band for band in model.bands if band not in files]:
            raise Unsupported(
                f"model {model.id!r} needs {', '.join(missing)} too, which scene {cube.id!r} lacks;"
                f" it is made for {model.constellation} {model.level}"
            )
        paths = [files[band] for band in model.bands]
        key = _key(model, cube, paths)
        kept = self._folder / model.id / f"{key}-probability.tif"
        raster = read_raster(kept)
        if raster is None:
            raster = self._run(model, cube, paths)
            write_raster(kept, raster, nodata=float("nan"), tags=_tags(model, cube))
        probability = raster.values.astype(np.float32)
        covered = ~np.isnan(probability)
        above = mask(
            probability, threshold=threshold, average_over=model.average_over, dilation_size=model.dilation_size
        )
        path = self._folder / model.id / f"{key}-mask-{threshold:g}.tif"
        if not path.exists():
            values = np.where(covered, above, _NO_DATA).astype(np.uint8)
            write_raster(path, raster.with_values(values), nodata=_NO_DATA, tags=_tags(model, cube))
        return verdict(cube, raster, above, threshold=threshold, probability=kept, mask=path)

    def _run(self, model: Model, cube: Cube, paths: Sequence[Path]) -> Raster:
        import numpy as np

        runner = _RUNNERS.get(model.framework)
        if runner is None:
            raise Unsupported(f"model {model.id!r} needs {model.framework}, which is not run here yet")
        weights = self._weights(model)
        told = {"resolution": model.resolution, "scale": model.scale, "offset": added_offset(cube)}
        with Scene(paths, **told, trusted=self._trusted) as scene:
            values = np.full((scene.grid.height, scene.grid.width), np.nan, dtype=np.float32)
            for block in scene.blocks():
                rows = values[block.row : block.row + len(block.valid)]
                rows[block.valid] = runner(block.reflectance[block.valid], weights=weights)
            return Raster(values=values, grid=scene.grid)


def _listed(value: JSON) -> list[JSON]:
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def _cube(value: JSON) -> Cube:
    """A cube as itself or as the JSON that processes exchange; raises Refused for anything else."""
    if isinstance(value, Cube):
        return value
    if not isinstance(value, Mapping) or not value.get("hrefs"):
        raise Refused(f"a model wants cubes with hrefs, got {str(value)[:80]!r}")
    return Cube(
        hrefs=tuple(value["hrefs"]),
        id=str(value.get("id", "")),
        type=str(value.get("type", "")),
        properties=value.get("properties") or {},
        derived_from=tuple(value.get("derived_from") or ()),
    )


def _threshold(value: JSON) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1:
        raise Refused(f"a threshold lies between 0 and 1, got {value!r}")
    return float(value)


def _key(model: Model, cube: Cube, paths: Sequence[Path]) -> str:
    """What makes two runs the same: the model, its resolution, and the very files of the scene."""
    digest = hashlib.sha256(f"{model.id}\0{model.checksum}\0{model.resolution:g}\0{added_offset(cube):g}".encode())
    for path in paths:
        status = path.stat()
        digest.update(f"\0{path}\0{status.st_size}\0{status.st_mtime_ns}".encode())
    return digest.hexdigest()[:24]


def _tags(model: Model, cube: Cube) -> dict[str, str]:
    return {"scene": cube.id, "model": model.id, "model_licence": model.licence, "model_citation": model.citation}
