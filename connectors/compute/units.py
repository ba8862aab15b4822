"""Units: CF spellings, conversion of levels and of changes, and the limits that physics sets.

Temperatures and shares are converted here (pint takes 0.6 s to import); everything else goes through pint.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr

_SPELLINGS = {
    "K": "K", "kelvin": "K", "Kelvin": "K", "degK": "K", "degC": "degC", "°C": "degC", "celsius": "degC", "Celsius": "degC",
    "deg C": "degC", "degrees_Celsius": "degC", "degree_Celsius": "degC", "C": "degC", "degF": "degF", "°F": "degF",
    "fahrenheit": "degF", "percent": "%", "1": "1", "": "1", "dimensionless": "1",
}  # fmt: skip
_SCALES = {
    "K": (1.0, 0.0),
    "degC": (1.0, 273.15),
    "degF": (5 / 9, 273.15 - 32 * 5 / 9),
    "%": (0.01, 0.0),
    "1": (1.0, 0.0),
}
_WATER = ("precipitation", "rainfall", "snowfall", "evaporation", "evapotranspiration", "runoff")

# Below and above these, in these units, a value is not a measurement: fill values, averages with them, wrong units.
LIMITS = {
    "air_temperature": ("K", 150.0, 350.0),
    "air_pressure_at_mean_sea_level": ("Pa", 85e3, 110e3),
    "precipitation_flux": ("kg m-2 s-1", -1e-5, 0.05),
    "relative_humidity": ("%", -1.0, 130.0),
    "sea_ice_area_fraction": ("%", -0.1, 100.5),
    "sea_surface_temperature": ("K", 265.0, 320.0),
    "specific_humidity": ("1", -1e-3, 0.1),
    "surface_temperature": ("K", 150.0, 380.0),
    "wind_speed": ("m s-1", -0.1, 150.0),
}
STANDARD_NAMES = {
    "hfds": "surface_downward_heat_flux_in_sea_water", "hurs": "relative_humidity", "huss": "specific_humidity",
    "pr": "precipitation_flux", "psl": "air_pressure_at_mean_sea_level", "sfcWind": "wind_speed",
    "siconc": "sea_ice_area_fraction", "ta": "air_temperature", "tas": "air_temperature", "tasmax": "air_temperature",
    "tasmin": "air_temperature", "tos": "sea_surface_temperature", "ts": "surface_temperature",
}  # fmt: skip


def spelled(units: str) -> str:
    """The CF spelling of the units that files spell in many ways; others as they are."""
    return _SPELLINGS.get(units.strip(), units.strip())


def convert(values: Any, *, given: str, wanted: str, change: bool = False, standard_name: str = "") -> Any:
    """Values (number or array) in other units; changes convert without an offset; raises Refused where they cannot."""
    given, wanted = spelled(given), spelled(wanted)
    if given == wanted:
        return values
    if given in _SCALES and wanted in _SCALES and (given in ("%", "1")) == (wanted in ("%", "1")):
        scale, offset = _SCALES[given]
        to_scale, to_offset = _SCALES[wanted]
        return values * (scale / to_scale) if change else (values * scale + offset - to_offset) / to_scale
    return _by_pint(values, given=given, wanted=wanted, standard_name=standard_name)


def interval_units(units: str) -> str:
    """Units of a difference between two values: kelvin where they are temperatures."""
    return "K" if spelled(units) in ("K", "degC", "degF") else spelled(units)


def plausible(array: xr.DataArray) -> xr.DataArray:
    """The array without values that physics excludes, fill values that no attribute declares among them."""
    import numpy as np

    limits = LIMITS.get(str(array.attrs.get("standard_name", "")))
    low, high = -1e15, 1e15
    if limits is not None and not array.attrs.get("units_metadata"):
        with contextlib.suppress(Refused):
            low, high = (convert(v, given=limits[0], wanted=str(array.attrs.get("units", "1"))) for v in limits[1:])
    if array.chunks is not None:
        return array.copy(data=array.data.map_blocks(_within, low=low, high=high, dtype=array.dtype))
    with np.errstate(invalid="ignore"):
        return array.where((array >= low) & (array <= high))


def _within(values: Any, *, low: float, high: float) -> Any:
    """Values outside the limits as NaN; a piece in which there are none, as nearly all are, is not copied."""
    import numpy as np

    if not values.size or (np.fmin.reduce(values, axis=None) >= low and np.fmax.reduce(values, axis=None) <= high):
        return values
    with np.errstate(invalid="ignore"):
        return np.where((values >= low) & (values <= high), values, values.dtype.type(np.nan))


def _by_pint(values: Any, *, given: str, wanted: str, standard_name: str) -> Any:
    import cf_xarray.units  # its registry reads UDUNITS' exponents and degrees
    import pint

    registry = cf_xarray.units.units
    try:
        quantity = registry.Quantity(1.0, registry.parse_units(given))
        target = registry.parse_units(wanted)
        if quantity.dimensionality != target.dimensionality and any(word in standard_name for word in _WATER):
            depth = registry.Quantity(1.0, "mm") / registry.Quantity(1.0, "kg / m ** 2")
            quantity = quantity * depth if quantity.check("[mass] / [length] ** 2 / [time]") else quantity / depth
        return values * quantity.to(target).magnitude
    except (pint.PintError, ValueError, AssertionError, TypeError) as error:
        raise Refused(f"{given!r} cannot be converted to {wanted!r} ({error})") from error
