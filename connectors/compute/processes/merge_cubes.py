"""merge_cubes: simulations of many files put side by side, history joined to scenario, doubles and members settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import families, simulations, times, units
from connectors.compute.cluster import is_lazy
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field, drop, joined, names
from connectors.compute.inputs import CubesInput
from connectors.compute.members import Members, chosen, last_years
from connectors.errors import BadReply, Refused
from connectors.items import Caveat, Table

if TYPE_CHECKING:
    import xarray as xr


def merge_cubes(
    data: tuple[Field, ...],
    *,
    variable: str,
    experiments: tuple[str, ...] | None = None,
    members: Members = "one_per_model",
    sources: tuple[str, ...] | None = None,
    member_ids: tuple[str, ...] | None = None,
) -> Computed:
    """One cube of all simulations of the experiments, each with its history before it; raises Refused if there is none."""
    given = _runs(data)
    given = _named(_named(given, "source_id", sources), "member_id", member_ids)
    parts, doubles = simulations.without_doubles(simulations.of_experiments(given, experiments))
    parts = simulations.with_history(parts, experiments)
    if not parts:
        held = sorted({str(e) for part in given for e in part.experiment_id.values})
        raise Refused(
            f"{len(data)} cubes hold no {variable!r} under {list(experiments or ())}; they hold {', '.join(held)}"
        )
    parts, caveats = _checked(joined(parts))
    found = _Count.of(parts)
    parts = chosen(parts, members)
    if not parts:
        raise BadReply(
            f"no value of {variable!r} in {found.runs} runs can be one; the files hold another quantity or none"
        )
    used = _Count.of(parts)
    if doubles:
        caveats = (*caveats, Caveat(code="duplicate_members", parameters={"n": doubles}))
    if found.runs > used.runs:
        caveats = (*caveats, _reduced(found, used, members))
    derived = tuple(dict.fromkeys(source for field in data for source in field.derived_from))
    properties = {"variable_id": variable, "runs": found.runs, "models": used.models, "families": found.families}
    cube = Field(parts=parts, id=f"{variable}.{used.runs}-runs", properties=properties, derived_from=derived)
    return Computed(outputs={"cube": cube, "counts": _table(found, used)}, caveats=caveats)


def _runs(data: tuple[Field, ...]) -> tuple[xr.DataArray, ...]:
    """The parts of all fields; raises BadReply for one that is an image and names no run."""
    for field in data:
        if any("source_id" not in part.coords for part in field.parts):
            raise BadReply(f"{field.id!r} holds an image, not simulations or observations that could be joined")
    return tuple(part for field in data for part in field.parts)


def _named(parts: tuple[xr.DataArray, ...], name: str, wanted: tuple[str, ...] | None) -> tuple[xr.DataArray, ...]:
    """The realizations of these models or members alone; raises Refused naming those that there are."""
    if not wanted:
        return parts
    kept = tuple(drop(part, [str(value) in wanted for value in part[name].values]) for part in parts)
    kept = tuple(part for part in kept if part.sizes["realization"])
    if not kept:
        held = sorted({str(value) for part in parts for value in part[name].values})
        raise Refused(
            f"no {name} is {' or '.join(wanted)}; there are {', '.join(held[:12])}{' …' if len(held) > 12 else ''}"
        )
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """What simulations there are."""

    keys: tuple[simulations.Key, ...]
    observed: bool

    @classmethod
    def of(cls, parts: tuple[xr.DataArray, ...]) -> _Count:
        observed = any(families.is_observed(part).any() for part in parts)
        return cls(keys=tuple(sorted(key for part in parts for key in simulations.keys(part))), observed=observed)

    @property
    def runs(self) -> int:
        return len(self.keys)

    @property
    def models(self) -> int:
        return len({source for _, _, source, _ in self.keys})

    @property
    def families(self) -> int | None:
        return len({families.family(source) for _, _, source, _ in self.keys}) if self.observed else None


def _table(found: _Count, used: _Count) -> Table:
    rows = []
    for experiment in sorted({key[1] for key in found.keys}):
        mine = [[key for key in count.keys if key[1] == experiment] for count in (found, used)]
        rows.append((experiment, len(mine[0]), len({key[2] for key in mine[0]}), len(mine[1])))
    return Table(columns=("experiment_id", "runs_found", "models", "runs_used"), rows=tuple(rows), title="Runs")


def _reduced(found: _Count, used: _Count, members: Members) -> Caveat:
    if members == "one_per_family":
        kept = {key[2] for key in used.keys}
        left = sorted({key[2] for key in found.keys} - kept)
        parameters = {"series": found.runs, "families": found.families, "kept": sorted(kept), "left_out": left}
        return Caveat(code="dependent_versions", parameters=parameters)
    return Caveat(code="one_per_model", parameters={"runs": found.runs, "models": used.models, "used": used.runs})


def _checked(parts: tuple[xr.DataArray, ...]) -> tuple[tuple[xr.DataArray, ...], tuple[Caveat, ...]]:
    """Arrays without values that cannot be, and without the running year of observations.

    Of lazy arrays only the middle step is looked at for such values, which are left out everywhere.
    """
    caveats: list[Caveat] = []
    cleaned = tuple(units.plausible(part) for part in parts)
    seen = [(_glimpse(part), _glimpse(clean)) for part, clean in zip(parts, cleaned, strict=True)]
    lost = sum(int((part.notnull() & clean.isnull()).sum().values) for part, clean in seen)
    if lost:
        whose = sorted({name for part, clean in seen for name in _bereft(part, clean)})
        total = sum(part.size for part, _ in seen)
        caveats.append(
            Caveat(
                code="implausible_values", parameters={"n": lost, "fraction": round(lost / total, 5), "members": whose}
            )
        )
    whole = tuple(_whole_years(part) for part in cleaned)
    for part, clean in zip(whole, cleaned, strict=True):
        if part is not clean:
            left = clean.sizes["time"] - part.sizes["time"]
            caveats.append(
                Caveat(code="running_year", parameters={"year": int(times.years(clean["time"].values)[-left])})
            )
        if families.is_observed(part).any():
            caveats.append(Caveat(code="anomaly_record", parameters={"records": part.sizes["realization"]}))
        if begins := part.attrs.get("year_begins_in_month"):
            caveats.append(Caveat(code="meteorological_year", parameters={"begins_in_month": int(begins)}))
    return whole, tuple(caveats)


def _glimpse(part: xr.DataArray) -> xr.DataArray:
    """What of an array is looked at: all of one in memory, the middle step of one that is not."""
    return part.isel(time=[part.sizes["time"] // 2]) if is_lazy(part) and "time" in part.dims else part


def _bereft(part: xr.DataArray, clean: xr.DataArray) -> list[str]:
    others = [d for d in part.dims if d != "realization"]
    changed = (part.notnull() & clean.isnull()).any(others).values
    return [name for name, lost in zip(names(part), changed, strict=True) if lost]


def _whole_years(part: xr.DataArray) -> xr.DataArray:
    """Observations without the years at the end that fewer than half of the families have: the year that is running."""
    observed = families.is_observed(part)
    if not observed.all() or "time" not in part.dims or part.attrs.get("frequency") != "yr":
        return part
    reach: dict[str, int] = {}
    for (_, _, source, _), last in zip(simulations.keys(part), last_years(part), strict=True):
        reach[families.family(source)] = max(last, reach.get(families.family(source), 0))
    years = times.years(part["time"].values)
    common = [year for year in np.unique(years) if 2 * sum(last >= year for last in reach.values()) >= len(reach)]
    return part if common[-1] == max(reach.values()) else part.isel(time=years <= common[-1])


DESCRIPTION = Description(
    id="merge_cubes",
    title="Merge simulations into one cube",
    title_fr="Réunir des simulations en un seul cube",
    description=(
        "Reads the files of many simulations, puts each scenario after its own history, counts every run once, keeps one "
        "run a model (the lowest variant), one record a family of observations, or all. Values that cannot be are left out."
    ),
    description_fr=(
        "Lit les fichiers de simulations, place chaque scénario après son propre historique, compte chaque simulation une fois "
        "et garde une simulation par modèle, une série par famille d'observations, ou toutes."
    ),
    inputs={
        "data": Input(type=CubesInput, title="Cubes", title_fr="Cubes"),
        "variable": Input(type=str, title="CMIP variable", title_fr="Variable CMIP"),
        "experiments": Input(
            type=tuple[str, ...], title="Experiments; none: all", title_fr="Expériences", default=None
        ),
        "sources": Input(
            type=tuple[str, ...], title="These models only", title_fr="Ces modèles seulement", default=None
        ),
        "member_ids": Input(
            type=tuple[str, ...], title="These members only", title_fr="Ces membres seulement", default=None
        ),
        "members": Input(type=Members, title="Which runs", title_fr="Quelles simulations", default="one_per_model"),
    },
    outputs={
        "cube": Output(kind="cube", title="Simulations side by side", title_fr="Simulations réunies"),
        "counts": Output(kind="table", title="Runs found and used", title_fr="Simulations trouvées et utilisées"),
    },
    run=merge_cubes,
    keywords=("ensemble",),
)
