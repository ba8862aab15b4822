"""Percentiles that indicators compare daily values with: of each day of the year, or of all wet days, over reference years.

Temperature: xclim's percentile_doy, windows of five days. Precipitation: of wet days (1 mm/day and more), as ETCCDI defines
R95p, except for indicators of the day of the year and for the compound ones.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr

WINDOW = 5
WET = "1 mm/day"
_COMPOUND = {  # indicator → percentiles of temperature and of precipitation (ETCCDI and Beniston 2009)
    "cold_and_dry_days": (25.0, 25.0), "cold_and_wet_days": (25.0, 75.0), "warm_and_dry_days": (75.0, 25.0),
    "warm_and_wet_days": (75.0, 75.0), "icclim.cd": (25.0, 25.0), "icclim.cw": (25.0, 75.0), "icclim.wd": (75.0, 25.0),
    "icclim.ww": (75.0, 75.0),
}  # fmt: skip
_SPELLS = {
    "cold_spell_duration_index": 10.0,
    "icclim.csdi": 10.0,
    "warm_spell_duration_index": 90.0,
    "icclim.wsdi": 90.0,
}
_WET_DAYS = 95.0


def percentile(process_id: str, name: str) -> float:
    """Which percentile an indicator compares the variable with: in its id, by its definition, else the 95th of wet days."""
    if process_id in _COMPOUND:
        return _COMPOUND[process_id][name == "pr_per"]
    if process_id in _SPELLS:
        return _SPELLS[process_id]
    found = re.search(r"(\d\d)p", process_id)
    return float(found[1]) if found else _WET_DAYS


def over_reference(array: xr.DataArray, *, process_id: str, name: str) -> xr.DataArray:
    """The percentile of an array of the reference years alone; raises Refused where it has no whole year."""
    wanted = percentile(process_id, name)
    if array.sizes["time"] < 360:
        raise Refused(
            f"the reference years of {process_id!r} are not in the data; percentiles need at least one of them"
        )
    whole = array.chunk({"time": -1}) if array.chunks else array
    if name == "pr_per" and process_id not in _COMPOUND and "doy" not in process_id:
        return _of_wet_days(whole, wanted)
    from xclim.core.calendar import percentile_doy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found: xr.DataArray = percentile_doy(whole, window=WINDOW, per=wanted).sel(percentiles=wanted)
    return found


def _of_wet_days(array: xr.DataArray, wanted: float) -> xr.DataArray:
    from xclim.core.units import convert_units_to

    bound = convert_units_to(WET, array, context="hydro")
    wet = array.where(array >= bound)
    found: xr.DataArray = wet.quantile(wanted / 100.0, dim="time", keep_attrs=True)
    return found.rename({"quantile": "percentiles"}).assign_coords(percentiles=wanted)
