"""Elsewhere: a process run at a server of others, once for each dataset where it takes one and is given several.

What comes back keeps the name of the run that it was made of, so that the next step finds its way here or there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from connectors.compute.handing import takes_cubes
from connectors.compute.own_files import Here, cut_here, is_cut_here
from connectors.errors import ConnectorError
from connectors.items import JSON, Caveat, Cube, Loaded, Outcome, Output, Processed
from connectors.operations import Process

AT_ONCE = 4
_RUN = (  # what tells one run from another, whatever is computed of it
    "activity_id", "domain_id", "driving_experiment_id", "driving_source_id", "experiment_id", "institution_id", "member_id",
    "mip_era", "project", "source_id", "spatial_kind", "variant_label", "version",
)  # fmt: skip
_STEPS = {"YS": "yr", "MS": "mon", "D": "day"}  # pandas' words for time steps as `freq` has them → CMIP's
_ARRAYS = ("netcdf", "x-netcdf", "octet-stream", "zarr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The inputs that are of one run: a cube by input, under what names the run."""

    cubes: Mapping[str, Mapping[str, JSON]] = field(default_factory=dict)

    @property
    def first(self) -> Mapping[str, JSON]:
        return next(iter(self.cubes.values()))


async def run(process: Process, runner: Any, *, source: str, here: Here) -> Outcome:
    """The outputs of one run, or the cubes of several; raises ConnectorError where none came to an end.

    `here` runs a process on this machine.
    """
    several = await _several(process, runner)
    if not several:
        done = await _one(process, runner, source=source, here=here)
        cubes = [v for v in process.inputs.values() if _is_cube(v)]
        return done if len(cubes) != 1 else replace(done, outputs=_carried(done.outputs, cubes[0], process))
    turns = asyncio.Semaphore(AT_ONCE)

    async def one(dataset: Dataset) -> Processed | ConnectorError:
        async with turns:
            try:
                asked = replace(process, inputs={**process.inputs, **dataset.cubes})
                return await _one(asked, runner, source=source, here=here)
            except ConnectorError as error:
                return error

    datasets = _datasets({name: process.inputs[name] for name in several})
    return _loaded(process, datasets, await asyncio.gather(*(one(dataset) for dataset in datasets)))


async def _one(process: Process, runner: Any, *, source: str, here: Here) -> Processed:
    if is_cut_here(process):
        return await cut_here(process, here, source=source)
    done: Processed = await runner.execute(process, source=source)
    return done


async def _several(process: Process, runner: Any) -> tuple[str, ...]:
    """The inputs that are given cubes of several datasets and are described as files of one."""
    given = [n for n, v in process.inputs.items() if isinstance(v, list | tuple) and v and all(map(_is_cube, v))]
    if not given:
        return ()
    try:
        described = (await runner.offered.describe(process.process_id)).inputs
    except ConnectorError:
        described = {}
    return tuple(name for name in given if not takes_cubes(described.get(name)))


def _datasets(given: Mapping[str, Any]) -> tuple[Dataset, ...]:
    """The cubes by run; a run that lacks one of the inputs is left out, as nothing can be computed of it."""
    by_run: dict[tuple[str, ...], dict[str, Mapping[str, JSON]]] = {}
    for name, cubes in given.items():
        for cube in cubes:
            told = cube.get("properties") or {}
            key = tuple(str(told.get(facet, "")) for facet in _RUN[:-1])
            by_run.setdefault(key if any(key) else (str(cube.get("id")),), {}).setdefault(name, cube)
    return tuple(Dataset(cubes=cubes) for _, cubes in sorted(by_run.items()) if len(cubes) == len(given))


def _loaded(process: Process, datasets: tuple[Dataset, ...], ended: list[Processed | ConnectorError]) -> Loaded:
    errors = [end for end in ended if isinstance(end, ConnectorError)]
    cubes, caveats = [], []
    for dataset, end in zip(datasets, ended, strict=True):
        if isinstance(end, Processed):
            caveats += [c for c in end.caveats if c not in caveats]
            cubes += [found for found in (_array(_carried(end.outputs, dataset.first, process)),) if found is not None]
    if errors and not cubes:
        raise errors[0]
    if errors:
        told = {"n": len(errors), "of": len(ended), "because": [str(error) for error in errors[:5]]}
        caveats.append(Caveat(code="failed_members", parameters=told))
    return Loaded(cubes=tuple(cubes), caveats=tuple(caveats))


def _array(outputs: Mapping[str, Output]) -> Cube | None:
    """The array among the outputs: the one called so, else the first that is one."""
    arrays = {n: o for n, o in outputs.items() if isinstance(o, Cube) and any(kind in o.type for kind in _ARRAYS)}
    return next((arrays[name] for name in ("output", "cube") if name in arrays), next(iter(arrays.values()), None))


def _carried(outputs: Mapping[str, Output], source: Mapping[str, JSON], process: Process) -> dict[str, Output]:
    """The outputs under the name of the run that they were made of, at the time step asked for, where they bring none."""
    told = source.get("properties") or {}
    properties = {name: told[name] for name in _RUN if name in told}
    if step := _STEPS.get(str(process.inputs.get("freq"))):
        properties["frequency"] = step
    derived = tuple(source.get("derived_from") or ()) or ((str(source["id"]),) if source.get("id") else ())
    return {
        name: replace(
            o, id=o.id or str(source.get("id", "")), properties=properties, derived_from=o.derived_from or derived
        )
        if isinstance(o, Cube) and not o.properties
        else o
        for name, o in outputs.items()
    }


def _is_cube(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value.get("hrefs"))
