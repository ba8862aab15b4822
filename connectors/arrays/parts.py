"""Parts: what is wanted of a dataset whose arrays are read from afar."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.extents import BBox, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Subset:
    """The part that is wanted of a dataset; everything where nothing is said. `variable` is the one that matters."""

    variable: str = ""
    bbox: BBox | None = None
    intervals: tuple[Interval, ...] = ()
