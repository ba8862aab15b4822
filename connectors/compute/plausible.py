"""Plausible: what values each CF standard name can have on Earth, and what it usually has.

Hard limits are those of physics with a margin for models; usual ones are records of observation: WMO World Weather and
Climate Extremes Archive (https://wmo.asu.edu: −89.2 °C and 56.7 °C, 870 and 1084.8 hPa, 113.2 m s⁻¹ gust, 1.825 m of rain
in 24 h), solar constant 1361 W m⁻² (Kopp and Lean 2011, doi:10.1029/2010GL045777), Amazon's largest discharge about
3.7·10⁵ m³ s⁻¹. Names: CF Standard Name Table (https://cfconventions.org).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """In `units`: outside `least`…`most` no value of the quantity lies; outside `low`…`high` none was measured."""

    units: str
    least: float
    most: float
    low: float
    high: float


def _range(units: str, least: float, low: float, high: float, most: float) -> Range:
    return Range(units=units, least=least, most=most, low=low, high=high)


_FRACTION = _range("%", -1.0, -0.1, 100.5, 130.0)
RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "air_pressure_at_mean_sea_level": _range("Pa", 80e3, 870e2, 1085e2, 115e3),
        "air_temperature": _range("K", 130.0, 183.9, 329.9, 350.0),
        "area_fraction": _FRACTION,
        "cloud_area_fraction": _FRACTION,
        "downwelling_longwave_flux_in_air": _range("W m-2", -1.0, 0.0, 600.0, 900.0),
        "eastward_wind": _range("m s-1", -250.0, -140.0, 140.0, 250.0),
        "geopotential_height": _range("m", -1500.0, -700.0, 60e3, 120e3),
        "normalized_difference_vegetation_index": _range("1", -1.01, -1.0, 1.0, 1.01),
        "northward_wind": _range("m s-1", -250.0, -140.0, 140.0, 250.0),
        "precipitation_flux": _range("kg m-2 s-1", -1e-5, -1e-8, 1.825e3 / 86400, 0.6),
        "relative_humidity": _range("%", -1.0, 0.0, 110.0, 200.0),
        "sea_ice_area_fraction": _FRACTION,
        "sea_surface_salinity": _range("1e-3", -0.1, 0.0, 45.0, 350.0),
        "sea_surface_temperature": _range("K", 250.0, 270.0, 313.0, 325.0),
        "soil_temperature": _range("K", 150.0, 190.0, 345.0, 380.0),
        "specific_humidity": _range("1", -1e-3, 0.0, 0.04, 0.1),
        "surface_air_pressure": _range("Pa", 25e3, 45e3, 1085e2, 115e3),
        "surface_downwelling_longwave_flux_in_air": _range("W m-2", -1.0, 0.0, 550.0, 900.0),
        "surface_downwelling_shortwave_flux_in_air": _range("W m-2", -10.0, -1.0, 1400.0, 2000.0),
        "surface_temperature": _range("K", 130.0, 180.0, 355.0, 380.0),
        "toa_incoming_shortwave_flux": _range("W m-2", -1.0, 0.0, 1420.0, 1500.0),
        "toa_outgoing_longwave_flux": _range("W m-2", -1.0, 50.0, 420.0, 600.0),
        "water_volume_transport_in_river_channel": _range("m3 s-1", -1e4, 0.0, 3.7e5, 1e6),
        "wind_speed": _range("m s-1", -0.1, 0.0, 114.0, 250.0),
        "wind_speed_of_gust": _range("m s-1", -0.1, 0.0, 114.0, 250.0),
    }
)
FILLS = (
    -999.0,
    -9999.0,
    -99999.0,
    -32768.0,
    -32767.0,
    9999.0,
    99999.0,
)  # what files put for nothing, where not declared
HUGE = 1e19  # CMIP's 1e20, netCDF's 9.97e36: beyond here a number stands for nothing
