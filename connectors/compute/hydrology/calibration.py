"""Calibration of GR4J and CemaNeige by differential evolution, seeded, and the split-sample test of what was found.

Klemeš 1986, doi:10.1080/02626668609491024: a model is judged on years that it was not calibrated on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from connectors.compute.hydrology import gr4j, skill
from connectors.compute.hydrology.gr4j import Numbers, Parameters, Weather

_LOGARITHMIC = (0, 2)  # capacities are searched by their logarithm
_OBJECTIVES = {"nse": skill.nse, "kge": skill.kge, "lognse": skill.log_nse}
_POPULATION, _GENERATIONS, _TOLERANCE = 8, 150, 1e-4
Mask = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """The best parameters, the runoff that they give over the whole record, and how many runs it took."""

    parameters: Parameters
    runoff: Numbers
    runs: int


def calibrate(
    weather: Weather, observed: Numbers, *, within: Mask, objective: str = "nse", seed: int = 0
) -> Calibrated:
    """The parameters that meet the observed runoff (mm a day) best on the days of `within`; same seed, same result."""
    from scipy.optimize import differential_evolution

    score, last = _OBJECTIVES[objective], int(np.nonzero(within)[0][-1]) + 1
    used, wanted, kept = _until(weather, last), observed[:last], within[:last]
    snowfall = weather.annual_snowfall

    def loss(point: Numbers) -> float:
        found = score(gr4j.simulate(used, _parameters(point, snowfall))[kept], wanted[kept])
        return 1.0 - found if np.isfinite(found) else 1e9

    found = differential_evolution(
        loss, _searched(), seed=seed, popsize=_POPULATION, maxiter=_GENERATIONS, tol=_TOLERANCE, polish=False,
        init="sobol",
    )  # fmt: skip
    parameters = _parameters(found.x, snowfall)
    return Calibrated(parameters=parameters, runoff=gr4j.simulate(weather, parameters), runs=int(found.nfev))


def _searched() -> Any:
    """The bounds of each parameter as they are searched."""
    return [
        (float(np.log(low)), float(np.log(high))) if i in _LOGARITHMIC else (low, high)
        for i, (low, high) in enumerate(gr4j.BOUNDS)
    ]


def _parameters(point: Numbers, snowfall: float) -> Parameters:
    values = tuple(float(np.exp(v)) if i in _LOGARITHMIC else float(v) for i, v in enumerate(point))
    return Parameters(values=values, snowfall=snowfall)


def _until(weather: Weather, day: int) -> Weather:
    return Weather(
        rain=weather.rain[:day],
        snow=weather.snow[:day],
        temperature=weather.temperature[:day],
        evapotranspiration=weather.evapotranspiration[:day],
    )
