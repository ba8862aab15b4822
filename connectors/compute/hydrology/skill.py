"""How well a simulated hydrograph meets an observed one: NSE, KGE, NSE of logarithms, bias. Days without a value are left out."""

from __future__ import annotations

from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.float64]]
SCORES = ("NSE", "KGE", "logNSE", "bias [%]")


def nse(simulated: Numbers, observed: Numbers) -> float:
    """Nash and Sutcliffe 1970 (doi:10.1016/0022-1694(70)90255-6): 1 is perfect, 0 no better than the mean."""
    simulated, observed = _both(simulated, observed)
    return float(1.0 - ((simulated - observed) ** 2).sum() / ((observed - observed.mean()) ** 2).sum())


def kge(simulated: Numbers, observed: Numbers) -> float:
    """Gupta et al. 2009 (doi:10.1016/j.jhydrol.2009.08.003): correlation, variability and bias together."""
    simulated, observed = _both(simulated, observed)
    correlation = float(np.corrcoef(simulated, observed)[0, 1])
    parts = (correlation, simulated.std() / observed.std(), simulated.mean() / observed.mean())
    return float(1.0 - np.sqrt(sum((part - 1.0) ** 2 for part in parts)))


def log_nse(simulated: Numbers, observed: Numbers) -> float:
    """NSE of logarithms, which weighs low flows; a hundredth of the mean is added (Pushpalatha et al. 2012)."""
    simulated, observed = _both(simulated, observed)
    least = observed.mean() / 100.0
    return nse(np.log(simulated + least), np.log(observed + least))


def bias(simulated: Numbers, observed: Numbers) -> float:
    """Excess of simulated over observed volume, per cent."""
    simulated, observed = _both(simulated, observed)
    return float(100.0 * (simulated.sum() / observed.sum() - 1.0))


def scores(simulated: Numbers, observed: Numbers) -> tuple[float, ...]:
    """All of `SCORES`, in that order."""
    return tuple(score(simulated, observed) for score in (nse, kge, log_nse, bias))


def _both(simulated: Numbers, observed: Numbers) -> tuple[Numbers, Numbers]:
    there = np.isfinite(simulated) & np.isfinite(observed)
    return simulated[there], observed[there]
