"""Potential evapotranspiration after Oudin et al. 2005 (doi:10.1016/j.jhydrol.2004.08.026): temperature and latitude only."""

from __future__ import annotations

from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.float64]]
SOLAR = 0.0820  # MJ m-2 min-1, the solar constant of FAO-56
LATENT = 2.45  # MJ kg-1


def oudin(temperature: Numbers, *, days: Numbers, latitude: float) -> Numbers:
    """Millimetres a day from the mean temperature in °C and the day of the year."""
    return np.maximum(0.0, extraterrestrial(days, latitude=latitude) / LATENT * (temperature + 5.0) / 100.0)


def extraterrestrial(days: Numbers, *, latitude: float) -> Numbers:
    """Radiation at the top of the atmosphere, MJ m-2 day-1 (FAO-56, equations 21 to 25)."""
    phi, turn = np.radians(latitude), 2 * np.pi * days / 365.0
    distance = 1.0 + 0.033 * np.cos(turn)
    declination = 0.409 * np.sin(turn - 1.39)
    sunset = np.arccos(np.clip(-np.tan(phi) * np.tan(declination), -1.0, 1.0))
    sine = sunset * np.sin(phi) * np.sin(declination) + np.cos(phi) * np.cos(declination) * np.sin(sunset)
    return np.asarray(24 * 60 / np.pi * SOLAR * distance * sine)
