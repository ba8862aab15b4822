"""Families of observational records: versions and resolutions of one data set are not independent of each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import xarray as xr

_VERSION = re.compile(r"[-_. ]?(?:v?\d[\w.]*|(?:low|high)[-_ ]?res\w*)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def family(source_id: str) -> str:
    """The data set without its version and resolution: HadCRUT of HadCRUT5, Berkeley of Berkeley-HighRes."""
    name = source_id
    while (shorter := _VERSION.sub("", name)) and shorter != name:
        name = shorter
    return name


def version(source_id: str) -> tuple[int, ...]:
    """The numbers of the version, to compare two of one family."""
    return tuple(int(part) for part in ".".join(_NUMBER.findall(source_id)).split(".") if part)


def latest(sources: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Of each family the record to use, from (source, last year): the one that reaches furthest, then the newest version."""
    best: dict[str, tuple[int, tuple[int, ...], str]] = {}
    for source, last in sources:
        key = (last, version(source), source)
        best[family(source)] = max(best.get(family(source), key), key)
    return {name: key[2] for name, key in sorted(best.items())}


def is_observed(array: xr.DataArray) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which realizations are observational records and not simulations."""
    eras, experiments = (array[name].values.astype(str) for name in ("mip_era", "experiment_id"))
    return np.asarray(
        np.isin(eras, ("obs", "obs4MIPs", "observations")) | np.isin(experiments, ("obs", "observations"))
    )
