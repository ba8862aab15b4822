"""Usual: what the climate of a latitude and season, and the length of a step, let a value be, where records of the whole Earth say little.

Air: monthly means over the 58 AR6 regions of 35 CMIP6 models, 1850–2100, historical and four SSPs (IPCC WGI Atlas, CC BY 4.0,
Iturbide et al. 2020, doi:10.5194/essd-12-2959-2020). Sea surface: COADS climatology (NOAA PMEL). Rain: the wettest day, month
and twelve months measured (WMO extremes archive: 1.825 m, 9.3 m, 26.47 m). Sun: a day's mean above the atmosphere, at most
S₀/π · 1.034 · π sin 23.44° at a pole in solstice. Sea ice: nowhere equatorward of 35° (the Bohai Sea's lies at 37° to 41°).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

BAND = 20  # degrees of latitude, from the south pole
Season = tuple[float, float]  # lowest and highest, °C
AIR: tuple[
    tuple[Season, ...], ...
] = (  # by band: December to February, March to May, June to August, September to November
    ((-25.3, 14.8), (-42.8, 14.0), (-46.8, 8.7), (-46.0, 8.9)),
    ((-25.3, 27.3), (-42.8, 27.0), (-46.8, 22.5), (-46.0, 22.6)),
    ((2.9, 34.5), (0.7, 32.6), (-3.7, 28.0), (-3.3, 35.2)),
    ((11.5, 40.4), (7.5, 38.7), (5.4, 36.8), (7.2, 42.6)),
    ((19.1, 38.4), (18.6, 38.4), (17.8, 40.0), (18.7, 40.9)),
    ((-15.1, 33.9), (-5.9, 43.9), (12.7, 49.2), (-2.1, 45.5)),
    ((-36.6, 26.0), (-23.8, 35.5), (-2.8, 45.6), (-25.9, 37.6)),
    ((-44.1, 26.0), (-37.0, 26.7), (-7.7, 35.9), (-34.1, 30.4)),
    ((-45.5, 5.1), (-41.0, 13.7), (-10.2, 24.7), (-38.7, 18.1)),
)
SEA: tuple[tuple[Season, ...], ...] = (
    ((-2.0, 0.9), (-2.2, 0.5), (-2.2, 0.5), (-2.3, -1.0)),  # no ship was there in southern winter: autumn's
    ((-2.6, 11.8), (-1.8, 13.0), (-1.6, 9.8), (-2.2, 9.6)),
    ((2.8, 25.5), (3.0, 25.3), (1.8, 22.3), (1.2, 22.8)),
    ((15.2, 31.0), (14.3, 32.0), (12.8, 30.0), (12.8, 31.5)),
    ((18.2, 31.0), (18.1, 31.0), (16.9, 31.0), (16.3, 30.1)),
    ((13.8, 29.2), (13.6, 30.5), (17.1, 33.2), (17.4, 32.7)),
    ((-1.0, 24.8), (-0.9, 26.1), (3.7, 29.6), (2.8, 28.6)),
    ((-2.2, 11.9), (-1.9, 12.2), (-0.7, 17.7), (-1.9, 16.8)),
    ((-1.9, 15.4), (-2.2, 10.9), (-2.3, 19.5), (-1.9, 17.1)),
)
_TABLES = {"air_temperature": AIR, "sea_surface_temperature": SEA}
_MARGINS: Mapping[str, tuple[Season, Season]] = {  # °C below and above: of months and years, of days
    "air_temperature": (
        (26.0, 10.0),
        (32.0, 20.0),
    ),  # cells lie up to 4 km higher than their region (6.5 K/km); days stray further
    "sea_surface_temperature": ((5.0, 6.0), (6.0, 8.0)),
}
_FREEZING = 273.15
RAIN_MM = (  # days of a step from which on, the shortest of its kind, and the most that fell in it, mm
    (330.0, 360.0, 26470.0), (25.0, 28.0, 9300.0), (0.9, 1.0, 1825.0),
)  # fmt: skip
_DAY_S = 86400.0
_DAY_OF_SUN = 560.0
_SUN = ("surface_downwelling_shortwave_flux_in_air", "toa_incoming_shortwave_flux")
_ICE_FREE = 35.0
DAILY, MONTHLY, WHOLE_YEAR = 0.9, 20.0, 330.0  # days of a step from which on it is one


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Latitudes, months (empty: all) and days of a step (None: not known) that values belong to."""

    south: float | None = None
    north: float | None = None
    months: tuple[int, ...] = ()
    step_days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """Lowest and highest usual value in `units`; `by_latitude` where it is that of the latitudes, else of the step's length."""

    low: float
    high: float
    units: str
    by_latitude: bool


def usual(standard_name: str, where: Where) -> Usual | None:
    """What is usual for a quantity there and then; None where nothing narrower than the records of the Earth is known."""
    if where.south is not None and where.north is not None:
        if (table := _TABLES.get(standard_name)) is not None:
            return _by_season(table, standard_name, where, south=where.south, north=where.north)
        if standard_name == "sea_ice_area_fraction" and where.south > -_ICE_FREE and where.north < _ICE_FREE:
            return Usual(low=-0.1, high=1.0, units="%", by_latitude=True)
    days = where.step_days
    if days is None or days < DAILY:
        return None
    if standard_name == "precipitation_flux":
        most, shortest = next((mm, length) for longer, length, mm in RAIN_MM if days >= longer)
        return Usual(low=-1e-8, high=most / shortest / _DAY_S, units="kg m-2 s-1", by_latitude=False)
    if standard_name in _SUN:
        return Usual(low=-1.0, high=_DAY_OF_SUN, units="W m-2", by_latitude=False)
    return None


def months_between(first: str, last: str) -> tuple[int, ...]:
    """The months from one ISO date to another; none where they are a year or more apart, which is all."""
    start, end = (int(text[:4]) * 12 + int(text[5:7]) - 1 for text in (first, last))
    return () if end - start >= 11 else tuple(n % 12 + 1 for n in range(start, end + 1))


def _by_season(
    table: tuple[tuple[Season, ...], ...], standard_name: str, where: Where, *, south: float, north: float
) -> Usual:
    seasons = {month % 12 // 3 for month in where.months} or range(4)
    if where.step_days is not None and where.step_days >= WHOLE_YEAR:
        seasons = range(4)  # a year's mean lies between its seasons'
    held = [table[band][season] for band in _bands(south, north) for season in seasons]
    coarse, fine = _MARGINS[standard_name]
    below, above = coarse if (where.step_days or 0.0) >= MONTHLY else fine
    low, high = min(pair[0] for pair in held) - below, max(pair[1] for pair in held) + above
    return Usual(low=low + _FREEZING, high=high + _FREEZING, units="K", by_latitude=True)


def _bands(south: float, north: float) -> Iterator[int]:
    """The bands between two latitudes; one that is merely touched does not count."""
    first, last = int((south + 90) // BAND), ceil((north + 90) / BAND) - 1
    yield from range(min(max(first, 0), 8), min(max(last, first, 0), 8) + 1)


def where_of(axes: Iterable[Mapping[str, object]]) -> Where:
    """Where and when values lie, by the survey of their axes."""
    told = {str(axis["role"]): axis for axis in axes if axis["role"] in ("lat", "time")}
    lat, time = told.get("lat"), told.get("time")
    south, north = (_number(lat.get(end)) if lat else None for end in ("low", "high"))
    if time is None or "first" not in time:
        return Where(south=south, north=north)
    first, last, n = str(time["first"]), str(time["last"]), _number(time["n"]) or 1.0
    span = (int(last[:4]) - int(first[:4])) * 365.25 + (int(last[5:7]) - int(first[5:7])) * 30.44
    span += int(last[8:10] or 1) - int(first[8:10] or 1)
    step = span / (n - 1) if n > 1 else None
    return Where(south=south, north=north, months=months_between(first, last), step_days=step)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
