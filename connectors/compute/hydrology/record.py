"""Record: a basin's daily weather and discharge, one or several runs of it, as read from a file or held as a cube.

As a cube it is one array a variable (`tas tasmin tasmax pr disch`), dims `realization, time`; its properties name the basin.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute.fields import Field
from connectors.compute.hydrology.evapotranspiration import oudin
from connectors.compute.hydrology.gr4j import Numbers, Weather, solid_share
from connectors.errors import BadReply, Refused
from connectors.items import JSON

if TYPE_CHECKING:
    import xarray as xr

Dates = np.ndarray[Any, np.dtype[np.datetime64]]
UNITS = {"tas": "degC", "tasmin": "degC", "tasmax": "degC", "pr": "mm/day", "disch": "m3 s-1"}
OBSERVED = "observed"
_COLUMNS = {  # how files spell the variables, in lower case
    "tas": ("tas", "tmean", "tmoy", "temp", "temperature"), "tasmin": ("tasmin", "tmin", "temp_min"),
    "tasmax": ("tasmax", "tmax", "temp_max"), "pr": ("pr", "prec", "precip", "precipitation", "p"),
    "disch": ("disch", "q", "qobs", "discharge", "streamflow"),
}  # fmt: skip
_ORDERS = (("-", (0, 1, 2)), ("/", (0, 1, 2)), (".", (2, 1, 0)))  # which parts of a date are year, month, day


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


def read(path: Path, *, id: str, properties: Mapping[str, JSON], derived_from: tuple[str, ...]) -> Record:
    """A file of a basin's record, CSV or NetCDF; raises BadReply where it makes no sense as one."""
    try:
        record = _read_text(path) if path.suffix.lower() in (".csv", ".txt") else _read_netcdf(path)
        whole = record.days.size and np.all(np.diff(record.days) == np.timedelta64(1, "D"))
    except (ValueError, KeyError, IndexError, OSError, UnicodeDecodeError) as error:
        raise BadReply(f"{path.name!r} is not a daily record of a basin ({error})", kind="bad_payload") from error
    if not whole:
        raise BadReply(f"{path.name!r} has days that are missing or out of order", kind="bad_payload")
    named = id or path.stem
    return replace(record, id=named, properties=properties, derived_from=derived_from or (named,))


def _read_text(path: Path) -> Record:
    """Comma-separated values under one line of names, a line of units or none below it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    names, body = [cell.strip().lower() for cell in rows[0]], rows[1:]
    if not body[0][0][:1].isdigit():
        body = body[1:]
    days = np.array([_date(row[0]) for row in body], "datetime64[D]")
    found = {v: next((names.index(s) for s in spellings if s in names), None) for v, spellings in _COLUMNS.items()}
    values = {v: np.array([[_number(row[i]) for row in body]]) for v, i in found.items() if i is not None}
    return Record(days=days, values=values)


def _date(text: str) -> str:
    for mark, order in _ORDERS:
        parts = text.strip()[:10].split(mark)
        if len(parts) == 3:
            year, month, day = (int(parts[i]) for i in order)
            return f"{year:04d}-{month:02d}-{day:02d}"
    raise ValueError(f"{text!r} is not a date; write YYYY-MM-DD")


def _number(text: str) -> float:
    return float(text) if text.strip() not in ("", "NA", "nan", "-") else float("nan")


def _read_netcdf(path: Path) -> Record:
    """Variables along `time`, in the root or in groups (as our own cubes are written), converted to `UNITS`."""
    import xarray as xr

    values: dict[str, Numbers] = {}
    days = np.array([], "datetime64[D]")
    runs: tuple[str, ...] = (OBSERVED,)
    with xr.open_datatree(path) as tree:
        datasets = [node.to_dataset() for node in tree.subtree]
        arrays = {str(n).lower(): d[n] for d in datasets for n in d.data_vars if "time" in d[n].dims}
        for variable, spellings in _COLUMNS.items():
            array = next((arrays[s] for s in spellings if s in arrays), None)
            if array is None and variable == "pr" and {"rain", "snow"} <= arrays.keys():
                array = (arrays["rain"] + arrays["snow"]).assign_attrs(arrays["rain"].attrs)
            if array is None:
                continue
            days = array["time"].values.astype("datetime64[D]")
            values[variable] = _converted(array, variable)
            if "source_id" in array.coords and len(values[variable]) > 1:
                runs = tuple(str(s) for s in array.source_id.values)
    if "tas" not in values and {"tasmin", "tasmax"} <= values.keys():
        values["tas"] = (values["tasmin"] + values["tasmax"]) / 2
    return Record(days=days, values=values, runs=runs)


def _converted(array: xr.DataArray, variable: str) -> Numbers:
    """(run, day) in `UNITS`: kelvins to °C, kg m⁻² s⁻¹ to mm a day; other units are taken as they are meant to be."""
    units = str(array.attrs.get("units", UNITS[variable]))
    values = np.atleast_2d(np.asarray(array.transpose(..., "time").values, float))
    if units in ("K", "kelvin"):
        return values - 273.15
    return values * 86400.0 if units.replace(" ", "") in ("kgm-2s-1", "kg/m2/s", "kg/m^2/s") else values
