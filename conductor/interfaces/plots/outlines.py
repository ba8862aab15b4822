"""Country outlines behind maps, simplified to what a screen can show; none where the holding is not there."""

from __future__ import annotations

from functools import cache

from conductor.settings import from_environment
from connectors.errors import ConnectorError

Ring = tuple[tuple[float, float], ...]


@cache
def countries() -> tuple[Ring, ...]:
    """Exterior rings of all countries (Natural Earth, public domain), simplified to two hundredths of a degree."""
    from connectors.vocabulary.geometries import geometry, geometry_ids

    holdings_dir = from_environment().holdings_dir
    rings: list[Ring] = []
    try:
        for name in geometry_ids(holdings_dir):
            if name.startswith("countries:"):
                shape = geometry(name, holdings_dir).simplify(0.02)
                parts = getattr(shape, "geoms", [shape])
                rings += [tuple((x, y) for x, y in part.exterior.coords) for part in parts if part.area > 0.01]
    except ConnectorError:
        return ()
    return tuple(rings)
