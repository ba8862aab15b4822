"""A place while the gazetteer is being built, and the boxes of places that have no outline."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from connectors.extents import BBox

Box = tuple[float, float, float, float]


@dataclass(slots=True, kw_only=True)
class Draft:
    """`names`: text → form (0 any case, 1 the bare core of a name, 2 capitals only)."""

    ref: str
    kind: str
    name_en: str
    name_fr: str
    box: Box
    weight: float
    source: str
    country: str = ""
    admin1: str = ""
    population: int = 0
    geometry_id: str = ""
    names: dict[str, int] = field(default_factory=dict)

    def add(self, *texts: str | None, form: int = 0) -> None:
        for text in texts:
            if text and text.strip():
                self.names[text.strip()] = min(form, self.names.get(text.strip(), form))

    @property
    def middle(self) -> tuple[float, float]:
        """(longitude, latitude)."""
        west, south, east, north = self.box
        width = east - west + (360 if west > east else 0)
        longitude = west + width / 2
        return (longitude - 360 if longitude > 180 else longitude), (south + north) / 2


def breadth(box: Box) -> float:
    """How wide a place is: the square root of its box's area, km."""
    return math.sqrt(BBox(west=box[0], south=box[1], east=box[2], north=box[3]).area_km2)


def city_box(latitude: float, longitude: float, population: int) -> Box:
    """A box about as large as a settlement of that population: 8 km to 66 km, never over 0.6 degrees."""
    radius_km = min(33.0, 4.0 + 20.0 * math.sqrt(population / 1e6))
    up = min(0.3, radius_km / 111.2)
    side = min(0.3, up / max(0.05, math.cos(math.radians(latitude))))
    west, east = longitude - side, longitude + side
    west, east = (west + 360 if west < -180 else west), (east - 360 if east > 180 else east)
    return round(west, 3), round(max(-90, latitude - up), 3), round(east, 3), round(min(90, latitude + up), 3)
