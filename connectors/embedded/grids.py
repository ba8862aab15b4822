"""The nominal resolution of a grid, as CMIP6 defines it (CMIP6 Global Attributes, DRS, Filenames, appendix 2)."""

from __future__ import annotations

from math import cos, hypot, radians

from connectors.extents import EARTH_RADIUS_KM

_BINS = (  # kilometres: mean resolution below the first, named as the second
    (0.72, "0.5 km"), (1.6, "1 km"), (3.6, "2.5 km"), (7.2, "5 km"), (16.0, "10 km"), (36.0, "25 km"), (72.0, "50 km"),
    (160.0, "100 km"), (360.0, "250 km"), (720.0, "500 km"), (1600.0, "1000 km"), (3600.0, "2500 km"),
    (7200.0, "5000 km"),
)  # fmt: skip
_BANDS = 180


def nominal_resolution(cell_latitude: float, cell_longitude: float) -> str:
    """The name of the bin that holds the area-weighted mean of the cells' greatest extent; sizes in degrees."""
    total = weight = 0.0
    for i in range(_BANDS):
        width = cos(radians(-90 + (i + 0.5) * 180 / _BANDS))
        total += width * hypot(radians(cell_latitude), radians(cell_longitude) * width)
        weight += width
    mean = EARTH_RADIUS_KM * total / weight
    return next((name for limit, name in _BINS if mean < limit), "10000 km")
