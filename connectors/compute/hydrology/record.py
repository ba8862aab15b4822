"""Record: a basin's daily weather and discharge, one or several runs of it, as read from a file or held as a cube.

As a cube it is one array a variable (`tas tasmin tasmax pr disch`), dims `realization, time`; its properties name the basin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute.fields import Field
from connectors.compute.hydrology import record_files
from connectors.compute.hydrology.evapotranspiration import oudin
from connectors.compute.hydrology.gr4j import Numbers, Weather, solid_share
from connectors.compute.hydrology.record_files import UNITS
from connectors.errors import BadReply, Refused
from connectors.items import JSON
from connectors.sandbox.process import readers

if TYPE_CHECKING:
    import xarray as xr

Dates = np.ndarray[Any, np.dtype[np.datetime64]]
OBSERVED = "observed"
_NUMBERS = "connectors.compute.hydrology.record_files:numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Daily values in `UNITS`, (run, day) each; `runs` names the runs, of which a measured record has one."""

    days: Dates
    values: Mapping[str, Numbers]
    runs: tuple[str, ...] = (OBSERVED,)
    id: str = ""
    properties: Mapping[str, JSON] = field(default_factory=dict)
    derived_from: tuple[str, ...] = ()

    def fact(self, name: str) -> float:
        """A number that the basin's catalogue entry gives (`area_km2`, `latitude`); raises Refused where it does not."""
        value = self.properties.get(name)
        if not isinstance(value, int | float):
            raise Refused(f"the record {self.id!r} does not say its {name}; give it as a property of the cube")
        return float(value)

    def observed(self) -> Numbers:
        """The measured discharge, m³ s⁻¹; raises Refused where there is none."""
        if "disch" not in self.values:
            raise Refused(f"the record {self.id!r} has no discharge; it has {', '.join(self.values)}")
        observed: Numbers = self.values["disch"][0]
        return observed

    def weather(self, run: int = 0) -> Weather:
        """What the rainfall–runoff model takes of one run."""
        if missing := [name for name in ("tas", "pr") if name not in self.values]:
            raise Refused(f"the record {self.id!r} has no {', '.join(missing)}; it has {', '.join(self.values)}")
        tas, pr = self.values["tas"][run], self.values["pr"][run]
        low, high = (self.values.get(name, self.values["tas"])[run] for name in ("tasmin", "tasmax"))
        solid = solid_share(low, high)
        pet = oudin(tas, days=self.days_of_year, latitude=self.fact("latitude"))
        return Weather(rain=pr * (1 - solid), snow=pr * solid, temperature=tas, evapotranspiration=pet)

    @property
    def days_of_year(self) -> Numbers:
        return np.asarray((self.days - self.days.astype("datetime64[Y]")).astype(int) + 1, float)

    @property
    def millimetres(self) -> float:
        """Millimetres a day over the basin for one cubic metre a second."""
        return 86.4 / self.fact("area_km2")

    def within(self, start: str | None, end: str | None) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which days lie in an interval; raises Refused where none does."""
        first, last = np.datetime64(start or self.days[0]), np.datetime64(end or self.days[-1])
        inside: np.ndarray[Any, np.dtype[np.bool_]] = (self.days >= first) & (self.days <= last)
        if not inside.any():
            span = f"{self.days[0]} to {self.days[-1]}"
            raise Refused(f"the record {self.id!r} runs from {span} and has no day in {start} to {end}")
        return inside

    def to_field(self) -> Field:
        """The record as a cube."""
        parts = tuple(self._array(name, values) for name, values in self.values.items())
        return Field(parts=parts, id=self.id, properties=self.properties, derived_from=self.derived_from)

    def _array(self, name: str, values: Numbers) -> xr.DataArray:
        import xarray as xr

        runs = self.runs if len(values) == len(self.runs) else (OBSERVED,)
        names = ("realization", np.array(runs, object))
        blank = ("realization", np.array([""] * len(runs), object))
        coords = {"time": self.days.astype("datetime64[ns]"), "source_id": names, "member_id": blank,
                  "experiment_id": blank, "mip_era": blank, "institution_id": blank,
                  "calendar": ("realization", np.array(["standard"] * len(runs), object))}  # fmt: skip
        attrs = {"units": UNITS[name], "frequency": "day"}
        return xr.DataArray(values, dims=("realization", "time"), coords=coords, attrs=attrs, name=name)


def from_field(held: Field) -> Record:
    """A cube of ours read back as a record."""
    known = {str(part.name): part for part in held.parts if str(part.name) in UNITS}
    if not known:
        raise Refused(f"{held.id!r} holds no daily weather or discharge of a basin; load a basin's record")
    many = max(known.values(), key=lambda part: int(part.sizes["realization"]))
    return Record(
        days=next(iter(known.values()))["time"].values.astype("datetime64[D]"),
        values={name: np.asarray(part.values, float) for name, part in known.items()},
        runs=tuple(str(s) for s in many.source_id.values),
        id=held.id, properties=held.properties, derived_from=held.derived_from,
    )  # fmt: skip


def read(
    path: Path, *, id: str, properties: Mapping[str, JSON], derived_from: tuple[str, ...], is_trusted: bool = True
) -> Record:
    """A file of a basin's record, CSV or NetCDF; one that is not trusted is read by a confined process.

    Raises BadReply where it makes no sense as one, Refused for a file that attacks.
    """
    told = record_files.numbers(path) if is_trusted else readers().read(path, _NUMBERS)
    named = id or path.stem
    try:
        days = np.asarray(told["days"]).astype("datetime64[D]")
        values = {str(n): np.asarray(v, float) for n, v in told["values"].items() if n in UNITS}
        runs = tuple(map(str, told["runs"])) or (OBSERVED,)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadReply(f"the reader of {path.name!r} sent nonsense ({error})", kind="bad_payload") from error
    if any(v.ndim != 2 or v.shape[1] != len(days) or len(v) not in (1, len(runs)) for v in values.values()):
        raise BadReply(f"{path.name!r} has variables of several lengths", kind="bad_payload")
    return Record(
        days=days, values=values, runs=runs, id=named, properties=properties, derived_from=derived_from or (named,)
    )
