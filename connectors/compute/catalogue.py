"""Catalogue: the processes that run here, a sorted table from id to the module that declares it; indicators beside them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from connectors.errors import Refused

if TYPE_CHECKING:
    from connectors.compute.description import Description

PROCESSES = (
    "adjust_bias",
    "adjust_weather",
    "aggregate_spatial",
    "aggregate_temporal",
    "aggregate_temporal_period",
    "anomaly",
    "change_map",
    "class_area",
    "climatological_normal",
    "climatology",
    "composite",
    "convert_calendar",
    "convert_units",
    "crossing_time",
    "delta_change",
    "difference",
    "ensemble_statistics",
    "exceedance_count",
    "filter_bands",
    "filter_bbox",
    "filter_level",
    "filter_spatial",
    "filter_temporal",
    "fit_curve",
    "flood_change",
    "gr4j_calibrate",
    "gr4j_simulate",
    "hand_inundation",
    "local_inertial",
    "map_field",
    "mask",
    "mask_clouds",
    "mask_polygon",
    "merge_cubes",
    "ndvi",
    "normalized_difference",
    "predict_curve",
    "quantiles",
    "raven_gr4j",
    "reduce_dimension",
    "resample_cube_spatial",
    "resample_cube_temporal",
    "resample_spatial",
    "return_levels",
    "return_periods",
    "robustness",
    "spectral_index",
    "trend",
    "zonal_statistics",
)


def description(process_id: str) -> Description:
    """The whole description of a process or indicator; raises Refused naming near ones."""
    if process_id in PROCESSES:
        found: Description = import_module(f"connectors.compute.processes.{process_id}").DESCRIPTION
        return found
    from connectors.compute import indicators

    if (name := indicators.known(process_id)) is not None:
        return indicators.describe(name)
    near = difflib.get_close_matches(process_id, (*PROCESSES, *indicators.table()), n=3)
    hint = f"near ones: {', '.join(near)}" if near else "GET /processes lists them"
    raise Refused(f"there is no process {process_id!r}; {hint}", kind="no-such-process")


def summaries() -> Iterator[Description]:
    """Every process in the order of the list, ours first; indicators without their inputs."""
    from connectors.compute import indicators

    yield from (description(process_id) for process_id in PROCESSES)
    yield from (indicators.summary(name) for name in indicators.table())
