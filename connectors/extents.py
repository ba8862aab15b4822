"""Where and when: boxes on the globe and intervals of time, both possibly open or wrapped.

Follows STAC `bbox` and `datetime` (https://stacspec.org) and RFC 7946 section 5.2 for the antimeridian.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import radians, sin

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True, kw_only=True)
class BBox:
    """A box in degrees; `west > east` only where it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-90 <= self.south <= self.north <= 90):
            raise ValueError(f"latitudes must satisfy -90 ≤ south ≤ north ≤ 90, got {self.south}…{self.north}")
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise ValueError(f"longitudes must lie in -180…180, got {self.west}…{self.east}")

    @classmethod
    def of(cls, values: Sequence[float]) -> BBox:
        """Read STAC's `[west, south, east, north]`, with or without heights, 0…360 longitudes included."""
        if len(values) == 6:
            values = (values[0], values[1], values[3], values[4])
        if len(values) != 4:
            raise ValueError(f"a bbox has four or six numbers, got {len(values)}")
        west, south, east, north = (float(v) for v in values)
        if east - west >= 360:
            return cls(west=-180.0, south=south, east=180.0, north=north)
        return cls(west=_wrap(west), south=south, east=_wrap(east), north=north)

    @property
    def crosses_antimeridian(self) -> bool:
        return self.west > self.east

    @property
    def width(self) -> float:
        """Degrees of longitude, 0…360."""
        return self.east - self.west + (360 if self.crosses_antimeridian else 0)

    @property
    def center(self) -> tuple[float, float]:
        """(longitude, latitude) of the middle."""
        return _wrap(self.west + self.width / 2), (self.south + self.north) / 2

    @property
    def area_km2(self) -> float:
        """Area on the sphere, square kilometres."""
        band = sin(radians(self.north)) - sin(radians(self.south))
        return EARTH_RADIUS_KM**2 * radians(self.width) * band

    @property
    def spans(self) -> tuple[tuple[float, float], ...]:
        """(west, east) of its parts, two where it crosses the antimeridian, none of them wrapped."""
        if self.crosses_antimeridian:
            return ((self.west, 180.0), (-180.0, self.east))
        return ((self.west, self.east),)

    def contains(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies in it; longitudes of 0…360 are taken too, and -180 and 180 are one meridian."""
        longitude = _wrap(longitude)
        both = (longitude, -longitude) if abs(longitude) == 180 else (longitude,)
        return self.south <= latitude <= self.north and any(w <= x <= e for w, e in self.spans for x in both)

    def intersects(self, other: BBox) -> bool:
        if self.south > other.north or other.south > self.north:
            return False
        return any(w1 <= e2 and w2 <= e1 for w1, e1 in self.spans for w2, e2 in other.spans)

    def holds(self, other: BBox) -> bool:
        """Whether the whole of another box lies in it."""
        if not (self.south <= other.south and other.north <= self.north):
            return False
        wide = [(west, east) for west, east in other.spans if west < east]  # -180 and 180 are one meridian
        if not wide:
            return self.contains(other.west, other.south)
        return all(any(w1 <= w2 and e2 <= e1 for w1, e1 in self.spans) for w2, e2 in wide)

    def buffered(self, km: float) -> BBox:
        """The box grown by `km` on every side."""
        lat = km / 111.195
        cosine = max(0.01, sin(radians(90 - min(89.0, max(abs(self.south), abs(self.north))))))
        lon = lat / cosine
        south, north = max(-90.0, self.south - lat), min(90.0, self.north + lat)
        if self.width + 2 * lon >= 360:
            return BBox(west=-180.0, south=south, east=180.0, north=north)
        return BBox(west=_wrap(self.west - lon), south=south, east=_wrap(self.east + lon), north=north)

    def to_list(self) -> list[float]:
        return [self.west, self.south, self.east, self.north]

    def unrolled(self, longitude: float) -> float:
        """The longitude counted eastward from the middle of the box, on past ±180°: what is drawn or fitted across it."""
        middle = self.west + self.width / 2
        return longitude + 360 * round((middle - longitude) / 360)


def around(boxes: Sequence[BBox]) -> BBox:
    """The smallest box around one or more, across the antimeridian where that is the shorter way round."""
    south, north = min(b.south for b in boxes), max(b.north for b in boxes)
    ordered = sorted((b.west, b.east + 360 * b.crosses_antimeridian, b.east) for b in boxes)
    _, reach, last = max(ordered, key=lambda span: span[1])
    reach, widest, west, east = reach - 360, 0.0, -180.0, 180.0
    for start, end, own in ordered:  # the widest gap is what the box leaves out
        if start - reach > widest:
            widest, west, east = start - reach, start, last
        if end > reach:
            reach, last = end, own
    return BBox(west=west, south=south, east=east, north=north)


GLOBE = BBox(west=-180.0, south=-90.0, east=180.0, north=90.0)


def _wrap(longitude: float) -> float:
    return longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Inclusive ISO dates `YYYY-MM-DD`, either end open (None); calendars stay with the data."""

    start: str | None = None
    end: str | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"an interval ends after it starts, got {self.start}…{self.end}")

    @property
    def is_open(self) -> bool:
        return self.start is None or self.end is None

    def intersects(self, other: Interval) -> bool:
        return (self.start or "") <= (other.end or "9999") and (other.start or "") <= (self.end or "9999")

    def covers(self, other: Interval) -> bool:
        return (self.start or "") <= (other.start or "") and (other.end or "9999") <= (self.end or "9999")

    def to_stac(self) -> str:
        """STAC `datetime`: RFC 3339, `..` for an open end."""
        start = f"{self.start}T00:00:00Z" if self.start else ".."
        end = f"{self.end}T23:59:59Z" if self.end else ".."
        return f"{start}/{end}"
