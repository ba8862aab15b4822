"""River basins whose daily record of weather and discharge can be had: what rainfall–runoff models can be calibrated on."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.extents import BBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Basin:
    """A gauged basin: `names` as people say them, lower case; `bbox` is approximate; `record` the first and last day,
    `highest` the days around the highest flood measured; `heavy_rain` is by how many per cent the wettest day of the year
    grows with a kelvin of global warming, where no model's own rain is at hand."""

    id: str
    river: str
    gauge: str
    names: tuple[str, ...]
    country: str
    area_km2: float
    bbox: BBox
    record: tuple[str, str]
    highest: tuple[str, str]
    heavy_rain: float

    @property
    def latitude(self) -> float:
        return round(self.bbox.center[1], 2)


# Gauge and area: spotpy 1.6.7, examples/spot_setup_cmf_lumped.py (Houska et al. 2015, doi:10.1371/journal.pone.0145180). The
# box of the Fulda above Grebenau holds the Rhön and Vogelsberg sources; it was read off a map, to a tenth of a degree.
# Heavy rain: the wettest day (Rx1day) of the AR6 region West & Central Europe, median of the CMIP6 models, is 7.48, 9.51, 13.76
# and 18.37 % heavier at 1.5, 2, 3 and 4 K of global warming than in 1850–1900 (IPCC AR6 WGI chapter 11; numbers of M. Hauser,
# cmip_indices_regional 916b7a1): 4.6 % a kelvin through the origin. Worldwide "about 7% for each 1°C" (SPM B.2.4).
BASINS = (
    Basin(
        id="fulda-grebenau",
        river="Fulda",
        gauge="Grebenau",
        names=("fulda", "grebenau", "fulda river", "fulda basin", "bassin de la fulda", "fulda at grebenau"),
        country="DE",
        area_km2=2976.41,
        bbox=BBox(west=9.1, south=50.4, east=10.1, north=51.2),
        record=("1979-01-01", "1988-12-31"),
        highest=("1984-01-27", "1984-02-26"),
        heavy_rain=4.6,
    ),
)


def basin(name: str, *, box: BBox | None = None) -> Basin | None:
    """The basin of this name, where the box that was understood with it touches it; None for any other."""
    wanted = name.casefold().strip()
    return next((b for b in BASINS if wanted in b.names and (box is None or b.bbox.intersects(box))), None)
