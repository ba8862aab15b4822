"""Field: a canonical CF cube in memory, one array for each grid; Computed: what a process gives back.

Canonical array: dims `realization[, time][, plev][, lat, lon]`, longitudes −180…180 and latitudes ascending, text
coordinates on `realization` (`COORDINATES`), cell edges `lat_south lat_north lon_west lon_east` in degrees, CF attributes,
`frequency` among them. Annual and monthly time axes are uniform over calendars; finer ones keep their own calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from connectors.errors import Refused
from connectors.items import JSON, Caveat, Series, Table, Value

if TYPE_CHECKING:
    import xarray as xr

COORDINATES = ("source_id", "member_id", "experiment_id", "mip_era", "institution_id", "calendar")
DIFFERENCE = "temperature: difference"  # CF 1.11 section 3.1.2, `units_metadata`


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A cube that processes read: `parts` has one array, or one for each grid where models keep their own."""

    parts: tuple[xr.DataArray, ...]
    id: str = ""
    properties: Mapping[str, JSON] = field(default_factory=dict)
    derived_from: tuple[str, ...] = ()

    def one(self) -> xr.DataArray:
        """The only array; raises Refused where models keep their own grids."""
        if len(self.parts) != 1:
            raise Refused(
                f"{self.id!r} holds {len(self.parts)} grids; average it over a place first (aggregate_spatial)"
            )
        return self.parts[0]

    def mapped(self, function: Callable[[xr.DataArray], xr.DataArray], **properties: JSON) -> Field:
        """Each array put through `function`, then joined where their axes now agree; `properties` are added."""
        parts = tuple(function(part) for part in self.parts)
        return replace(self, parts=joined(parts), properties={**self.properties, **properties})

    def noted(self, **properties: JSON) -> Field:
        """The same cube with properties added, its arrays joined where their axes agree."""
        return self.mapped(lambda part: part, **properties)

    @property
    def frequency(self) -> str:
        """CMIP's word for the time step: yr, mon, day, 3hr… or fx."""
        return str(self.parts[0].attrs.get("frequency", "fx"))

    @property
    def units(self) -> str:
        return str(self.parts[0].attrs.get("units", "1"))

    @property
    def is_change(self) -> bool:
        """True where values are differences, whose units convert without an offset."""
        return self.parts[0].attrs.get("units_metadata") == DIFFERENCE or bool(self.properties.get("change"))

    @property
    def sizes(self) -> Mapping[str, int]:
        return {str(name): size for name, size in self.parts[0].sizes.items()}

    @property
    def nbytes(self) -> int:
        """Bytes held in memory: lazy arrays hold none."""
        return sum(int(part.nbytes) for part in self.parts if part.chunks is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """What a process computed: named outputs, cubes still as arrays, and what must be said about them."""

    outputs: Mapping[str, Field | Value | Series | Table]
    caveats: tuple[Caveat, ...] = ()

    @property
    def cube(self) -> Field:
        """The output of that name, for a process that goes on with it."""
        cube = self.outputs["cube"]
        if not isinstance(cube, Field):
            raise TypeError(f"the output 'cube' is a {type(cube).__name__}")
        return cube


def joined(parts: tuple[xr.DataArray, ...]) -> tuple[xr.DataArray, ...]:
    """Arrays on the same axes (time apart) put together along `realization`; times are their union."""
    groups: dict[tuple[object, ...], list[xr.DataArray]] = {}
    for part in parts:
        groups.setdefault(_axes(part), []).append(part)
    return tuple(group[0] if len(group) == 1 else _side_by_side(group) for group in groups.values())


def _side_by_side(group: list[xr.DataArray]) -> xr.DataArray:
    """Arrays of one grid along `realization`; coordinates that differ by rounding only are the first one's."""
    import xarray as xr

    first = group[0]
    same = {name: first[name] for name in first.coords if set(first[name].dims) & {"plev", "lat", "lon"}}
    aligned = [first, *(part.drop_vars(list(same)).assign_coords(same) for part in group[1:])]
    together: xr.DataArray = xr.concat(
        aligned, dim="realization", join="outer", coords="minimal", compat="override", combine_attrs="override"
    )
    return together


def drop(array: xr.DataArray, keep: list[bool]) -> xr.DataArray:
    """The realizations that are kept."""
    return array.isel(realization=[i for i, kept in enumerate(keep) if kept])


def names(array: xr.DataArray) -> list[str]:
    """`source_id member_id` of each realization, for messages."""
    pairs = zip(array.source_id.values, array.member_id.values, strict=True)
    return [f"{source} {member}".strip() for source, member in pairs]


def _axes(array: xr.DataArray) -> tuple[object, ...]:
    spatial = tuple(array[name].values.round(4).tobytes() for name in ("plev", "lat", "lon") if name in array.dims)
    clock = str(array["time"].dtype) if "time" in array.dims else ""
    calendars = tuple(sorted(set(array.calendar.values))) if clock == "object" else ()
    return (array.dims, spatial, clock, calendars, array.attrs.get("frequency"))
