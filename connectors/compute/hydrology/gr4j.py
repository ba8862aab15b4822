"""GR4J with CemaNeige: daily rainfall–runoff of a lumped basin, in kernels that numba compiles when first run.

GR4J: Perrin et al. 2003, doi:10.1016/S0022-1694(03)00225-7. CemaNeige, one layer: Valéry et al. 2014,
doi:10.1016/j.jhydrol.2014.04.058. All water in millimetres a day over the basin, temperature in degrees Celsius.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, tanh
from typing import Any

import numpy as np

from connectors.compute import statistics
from connectors.compute.machine_code import compiled
from connectors.errors import Refused
from connectors.items import Table

Numbers = np.ndarray[Any, np.dtype[np.float64]]

NAMES = ("X1", "X2", "X3", "X4", "CTG", "Kf")
SNOWFALL = "annual snowfall"
UNITS = ("mm", "mm/day", "mm", "day", "1", "mm/degC/day")
BOUNDS = ((10.0, 2500.0), (-8.0, 8.0), (5.0, 800.0), (0.5, 8.0), (0.0, 1.0), (0.5, 12.0))
SPIN_UP = 365  # days at the beginning that are run once before, to fill the stores
SNOW_COVER = 0.9  # of the mean annual snowfall, from which on snow is taken to cover the whole basin


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """One set of parameters; `snowfall` is the basin's mean annual snowfall in mm, which CemaNeige's cover rests on."""

    values: tuple[float, ...]
    snowfall: float

    def to_table(self) -> Table:
        """One row a parameter, the snowfall last."""
        rows = [*zip(NAMES, (statistics.number(v) for v in self.values), UNITS, strict=True)]
        return Table(
            columns=("parameter", "value", "units"),
            rows=(*rows, (SNOWFALL, statistics.number(self.snowfall), "mm")),
            title="GR4J and CemaNeige",
        )

    @classmethod
    def from_table(cls, table: Table) -> Parameters:
        """Read back what `to_table` wrote, or any table of names and values; raises Refused naming what lacks."""
        given = {str(row[0]): row[1] for row in table.rows}
        if missing := [name for name in (*NAMES, SNOWFALL) if not isinstance(given.get(name), int | float)]:
            raise Refused(f"the parameters lack {', '.join(missing)}; gr4j_calibrate gives them all")
        return cls(values=tuple(float(given[name]) for name in NAMES), snowfall=float(given[SNOWFALL]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """Daily input of one run: liquid and solid precipitation, mean temperature, potential evapotranspiration."""

    rain: Numbers
    snow: Numbers
    temperature: Numbers
    evapotranspiration: Numbers

    @property
    def annual_snowfall(self) -> float:
        return float(self.snow.mean() * 365.25)


def solid_share(tasmin: Numbers, tasmax: Numbers) -> Numbers:
    """The share of precipitation that falls as snow, by the day's extremes (HYDROTEL's rule, as CemaNeige uses it)."""
    spread = np.where(tasmax > tasmin, tasmax - tasmin, 1.0)
    return np.clip(np.where(tasmin >= 0, 0.0, np.where(tasmax <= 0, 1.0, 1.0 - tasmax / spread)), 0.0, 1.0)


def simulate(weather: Weather, parameters: Parameters) -> Numbers:
    """Runoff of each day in mm, the first year having been run once before to fill the stores."""
    spin = min(SPIN_UP, len(weather.rain))
    columns = [
        np.concatenate((values[:spin], values))
        for values in (weather.rain, weather.snow, weather.temperature, weather.evapotranspiration)
    ]
    water = compiled(cema_neige)(columns[0], columns[1], columns[2], *parameters.values[4:6], parameters.snowfall)
    return gr4j(water, columns[3], *parameters.values[:4])[spin:]


def cema_neige(
    rain: Numbers, snow: Numbers, temperature: Numbers, inertia: float, melt_rate: float, snowfall: float
) -> Numbers:
    """Rain and melt water of each day; `inertia` is CTG, `melt_rate` Kf."""
    pack, cold = 0.0, 0.0
    full = SNOW_COVER * snowfall
    water = np.empty_like(rain)
    for day in range(len(rain)):
        pack += snow[day]
        cold = min(0.0, inertia * cold + (1.0 - inertia) * temperature[day])
        melt = 0.0
        if cold == 0.0 and temperature[day] > 0.0:
            melt = min(pack, melt_rate * temperature[day])
            cover = min(1.0, pack / full) if full > 0.0 else 1.0
            melt *= 0.9 * cover + 0.1
        pack -= melt
        water[day] = rain[day] + melt
    return water


def ordinates(x4: float) -> tuple[Numbers, Numbers]:
    """What of a day's water comes out on each day after, by the two unit hydrographs; each sums to one."""
    days = np.arange(ceil(2.0 * x4) + 1) / x4
    first = np.minimum(days, 1.0) ** 2.5
    second = np.where(days <= 1.0, 0.5 * days**2.5, 1.0 - 0.5 * np.maximum(2.0 - days, 0.0) ** 2.5)
    return np.diff(first)[: ceil(x4)], np.diff(second)


def gr4j(water: Numbers, evapotranspiration: Numbers, x1: float, x2: float, x3: float, x4: float) -> Numbers:
    """Runoff of each day; x1 production store, x2 exchange, x3 routing store, x4 time base of the unit hydrograph."""
    runoff: Numbers = compiled(routed)(water, evapotranspiration, x1, x2, x3, *ordinates(x4))
    return runoff


def routed(
    water: Numbers, evapotranspiration: Numbers, x1: float, x2: float, x3: float, first: Numbers, second: Numbers
) -> Numbers:
    """The kernel of `gr4j`: production, percolation, both unit hydrographs, exchange and the routing store, day by day."""
    queue1, queue2 = np.zeros(len(first) + 1), np.zeros(len(second) + 1)
    store, routing = 0.3 * x1, 0.5 * x3
    runoff = np.empty_like(water)
    for day in range(len(water)):
        net = water[day] - evapotranspiration[day]
        level = store / x1
        part = tanh(min(13.0, abs(net) / x1))
        excess = 0.0
        if net >= 0.0:
            stored = x1 * (1.0 - level * level) * part / (1.0 + level * part)
            store += stored
            excess = net - stored
        else:
            store -= store * (2.0 - level) * part / (1.0 + (1.0 - level) * part)
        percolated = store * (1.0 - (1.0 + (store / x1) ** 4 / 25.62890625) ** -0.25)
        store -= percolated
        excess += percolated
        for step in range(len(first)):
            queue1[step] = queue1[step + 1] + 0.9 * excess * first[step]
        for step in range(len(second)):
            queue2[step] = queue2[step + 1] + 0.1 * excess * second[step]
        exchange = x2 * (routing / x3) ** 3.5
        routing = max(0.0, routing + queue1[0] + exchange)
        outflow = routing * (1.0 - (1.0 + (routing / x3) ** 4) ** -0.25)
        routing -= outflow
        runoff[day] = outflow + max(0.0, queue2[0] + exchange)
    return runoff
