"""How the files of each holding become ESGF datasets: from DRS names and attributes, or from what the archive is.

Facts that no file states, with their source: the A1B and E1 fields are HadGEM2-AO runs of ENSEMBLES (Iris documentation,
gallery "Global average annual temperature maps"; Johns et al. 2011, doi:10.1007/s00382-011-1005-5).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from connectors.embedded.datasets import DataFile, Dataset
from connectors.embedded.grids import nominal_resolution
from connectors.embedded.netcdf_facts import Facts, Runs
from connectors.esgf.drs import dataset_id, member_parts
from connectors.esgf.filenames import parse_filename
from connectors.esgf.records import sphere_box
from connectors.extents import BBox, Interval

Publisher = Callable[[Sequence[Facts], str], Iterable[Dataset]]

_VERSION_FOLDER = re.compile(r"v(\d+)")
_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {  # our facet ← the attributes of CMIP6, CMIP5 and CORDEX files
    "mip_era": ("mip_era",), "activity_id": ("activity_id",), "product": ("product",),
    "institution_id": ("institution_id", "institute_id"), "source_id": ("source_id", "model_id"),
    "experiment_id": ("experiment_id", "driving_experiment_name"), "frequency": ("frequency",),
    "realm": ("realm", "modeling_realm"), "grid_label": ("grid_label",), "nominal_resolution": ("nominal_resolution",),
    "source_type": ("source_type",), "sub_experiment_id": ("sub_experiment_id",), "variant_label": ("variant_label",),
    "region": ("region",), "variable_branding_suffix": ("branding_suffix",), "target_mip": ("target_mip",),
    "domain_id": ("domain_id", "CORDEX_domain"), "driving_source_id": ("driving_source_id", "driving_model_id"),
    "driving_experiment_id": ("driving_experiment_id",), "driving_variant_label": ("driving_variant_label",),
    "version_realization": ("version_realization", "rcm_version_id"), "variable_id": ("variable_id",),
}  # fmt: skip
_TABLE_FREQUENCY = {"Amon": "mon", "day": "day"}  # some files state another, such as monC in an Amon file
_MANY = ("activity_id", "source_type", "realm")  # blank-separated in the attribute
_FOLDER_PROJECTS = {
    "cmip6": "CMIP6",
    "cmip5": "CMIP5",
    "cordex": "CORDEX",
    "cordex-cmip6": "CORDEX-CMIP6",
    "cmip7": "CMIP7",
}


def drs(facts: Sequence[Facts], holding: str, *, project: str | None = None) -> Iterable[Dataset]:
    """Datasets of files in DRS layout; a file that has no DRS identity becomes a dataset of its own."""
    groups: dict[tuple[str, str, str], list[tuple[Facts, dict[str, str]]]] = {}
    known: dict[tuple[str, ...], tuple[str, str, str, dict[str, str]] | None] = {}
    for f in facts:
        shown = parse_filename(f.path).facets
        alike = (f.path.rpartition("/")[0], *shown.values()) if shown else (f.path,)
        if alike not in known:  # the files of one folder and one name but for its time are one dataset
            known[alike] = _identified(f, project or _project(f))
        found = known[alike]
        if found is None:
            yield _plain(f, holding)
            continue
        named, master, version, facets = found
        groups.setdefault((named, master, version), []).append((f, facets))
    for (named, master, version), members in groups.items():
        described = _facets(members[0][0], members[0][1] | {"project": named})
        if len(held := {facets["variable_id"] for _, facets in members}) > 1:
            described["variable_id"] = tuple(sorted(held))
        yield _dataset([f for f, _ in members], holding, master=master, version=version, facets=described)


def cmip6_ng(facts: Sequence[Facts], holding: str) -> Iterable[Dataset]:
    """ETH's `cmip6-ng` annual files: the frequency, grid and resolution are those of the file, not of its ancestor."""
    for f in facts:
        name = parse_filename(f.path, project="cmip6-ng").facets
        if not name:
            continue
        own = {
            "frequency": "yr",
            "project": "cmip6-ng",
            "member_id": name["member_id"],
            "grid_label": name["grid_label"],
        }
        own |= {k: name[k] for k in ("source_id", "experiment_id", "variable_id")}
        facets = _facets(f, own)
        keys = ("activity_id", "institution_id", "source_id", "experiment_id", "member_id", "frequency", "variable_id")
        if not all(k in facets for k in keys):
            yield _plain(f, holding)
            continue
        master = ".".join(["cmip6-ng", *(facets[k][0] for k in keys), name["grid_label"]])
        if f.cell:
            facets["nominal_resolution"] = (nominal_resolution(*f.cell),)
        yield _dataset([f], holding, master=master, facets=facets)


def iris_samples(facts: Sequence[Facts], holding: str) -> Iterable[Dataset]:
    """The A1B and E1 fields, the OSTIA analysis and the Darwin SOI; the archive's other files are not catalogue data."""
    for f in facts:
        name = f.path.rpartition("/")[2]
        if name in ("A1B_north_america.nc", "E1_north_america.nc"):
            yield _ensembles(f, holding)
        elif name == "ostia_monthly.nc":
            yield _observed(f, holding, source="OSTIA", variable="ts", realm="ocean")
        elif name == "SOI_Darwin.nc":
            yield _observed(f, holding, source="SOI-Darwin", variable=f.variable, realm="atmos", spatial_kind="index")


def global_means(facts: Sequence[Facts], holding: str) -> Iterable[Dataset]:
    """Annual global means of many runs in one file: one dataset an era and experiment, with all its models and members."""
    for f in facts:
        for runs in f.runs:
            yield _global_mean(f, runs, holding)


def publisher_of(kind: str) -> Publisher:
    """The publisher for a folder added as `kind` (cmip6, cordex, …, auto)."""
    project = _FOLDER_PROJECTS.get(kind.lower())
    return (lambda facts, holding: drs(facts, holding, project=project)) if project else _any


def _any(facts: Sequence[Facts], holding: str) -> Iterable[Dataset]:
    """Files of whatever project: a `cmip6-ng` annual file still carries the attributes of its CMIP6 ancestor."""
    yield from cmip6_ng([f for f in facts if _is_cmip6_ng(f)], holding)
    yield from drs([f for f in facts if not _is_cmip6_ng(f)], holding)


def _is_cmip6_ng(f: Facts) -> bool:
    return (
        parse_filename(f.path).facets.get("frequency") == "ann"
        and f.attributes.get("mip_era") == "CMIP6"
        and all(f.attributes.get(n) for n in ("activity_id", "institution_id"))
    )


PUBLISHERS: Mapping[str, Publisher] = {
    "esmvaltool": drs,
    "iris": iris_samples,
    "mesmer": cmip6_ng,
    "xscen": global_means,
}


def _identified(f: Facts, project: str | None) -> tuple[str, str, str, dict[str, str]] | None:
    """(project, master id, version, facets) of a file in DRS; None without a whole identity."""
    if project is None:
        return None
    facets = {k: v[0] for k, v in _facets(f, {}).items()} | dict(parse_filename(f.path, project=project).facets)
    facets.setdefault("variable_id", f.variable)
    if project.startswith("CORDEX"):  # file names put the institute before the model, ids do not
        facets["source_id"] = facets.get("source_id", "").removeprefix(f"{facets.get('institution_id', '')}-")
    if "variant_label" in facets and project != "CMIP7":
        facets.setdefault("member_id", facets["variant_label"])
    try:
        identity = dataset_id(project, facets)
    except ValueError:
        return None
    folders = [m[1] for part in f.path.split("/")[:-1] if (m := _VERSION_FOLDER.fullmatch(part))]
    return project, identity.master_id, folders[-1] if folders else "1", facets | dict(identity.facets)


def _project(f: Facts) -> str | None:
    era, named = f.attributes.get("mip_era", ""), f.attributes.get("project_id", "")
    if named.startswith("CORDEX") or f.attributes.get("activity_id") == "DD":
        return "CORDEX-CMIP6" if era == "CMIP6" else "CORDEX"
    if f.attributes.get("activity_id") in ("obs4MIPs", "input4MIPs"):
        return f.attributes["activity_id"]
    return era or named or None


def _facets(f: Facts, own: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The facets that the file's attributes state, overruled by what is known better."""
    facets: dict[str, tuple[str, ...]] = {}
    for facet, names in _ATTRIBUTES.items():
        text = next((f.attributes[n] for n in names if f.attributes.get(n)), "")
        if text:
            facets[facet] = tuple(text.split()) if facet in _MANY else (text,)
    facets |= {k: (v,) for k, v in own.items() if v and (k not in facets or facets[k][0] != v)}
    if (table := facets.get("table_id", ("",))[0]) in _TABLE_FREQUENCY:
        facets["frequency"] = (_TABLE_FREQUENCY[table],)
    if "member_id" in facets:
        facets["variant_label"] = (member_parts(facets["member_id"][0])[1],)
    return facets


def _ensembles(f: Facts, holding: str) -> Dataset:
    experiment = f.attributes.get("experiment_id") or f.path.rpartition("/")[2].partition("_")[0]
    facets = {
        "project": ("ENSEMBLES",), "experiment_id": (experiment,), "source_id": ("HadGEM2-AO",),
        "institution_id": ("MOHC",), "variable_id": ("tas",), "frequency": ("yr",), "realm": ("atmos",),
        "product": ("model-output",),
    }  # fmt: skip
    if f.cell:
        facets["nominal_resolution"] = (nominal_resolution(*f.cell),)
    return _dataset([f], holding, master=f"ENSEMBLES.MOHC.HadGEM2-AO.{experiment}.yr.tas", facets=facets)


def _observed(f: Facts, holding: str, *, source: str, variable: str, realm: str, spatial_kind: str = "") -> Dataset:
    facets = {
        "project": ("observations",), "activity_id": ("observations",), "product": ("observations",),
        "source_id": (source,), "variable_id": (variable,), "frequency": ("mon",), "realm": (realm,),
    }  # fmt: skip
    facets |= {"spatial_kind": (spatial_kind,)} if spatial_kind else {}
    return _dataset([f], holding, master=f"observations.{source}.mon.{variable}", facets=facets)


def _global_mean(f: Facts, runs: Runs, holding: str) -> Dataset:
    project, observed = "IPCC-AR6-global-tas", runs.experiment_id == "obs"
    facets = {
        "project": (project,), "experiment_id": (runs.experiment_id,), "source_id": runs.source_id,
        "variable_id": (f.variable,), "frequency": ("yr",), "realm": ("atmos",), "spatial_kind": ("global-mean",),
        "product": ("observations" if observed else "model-output",), "simulations": (str(runs.count),),
    }  # fmt: skip
    if observed:
        facets["activity_id"] = ("observations",)
    else:
        facets |= {"mip_era": (runs.mip_era,), "member_id": runs.member_id, "variant_label": runs.member_id}
        facets |= {"activity_id": ("ScenarioMIP",)} if runs.experiment_id.startswith("ssp") else {}
    era = "observations" if observed else runs.mip_era
    dataset = _dataset([f], holding, master=f"{project}.{era}.{runs.experiment_id}.yr.{f.variable}", facets=facets)
    return replace(dataset, interval=Interval(start=runs.start, end=runs.end))


def _plain(f: Facts, holding: str) -> Dataset:
    """A NetCDF file of no known project, named by its path."""
    stem = f.path.rpartition(".")[0].replace("/", ".")
    facets = _facets(f, {"project": holding, "variable_id": f.variable})
    return _dataset([f], holding, master=f"{holding}.{stem}", facets=facets)


def _dataset(
    facts: Sequence[Facts], holding: str, *, master: str, facets: Mapping[str, tuple[str, ...]], version: str = "1"
) -> Dataset:
    files = tuple(DataFile(path=f.path, facts=f, interval=_interval(f)) for f in sorted(facts, key=lambda f: f.path))
    starts = [f.interval.start for f in files if f.interval.start]
    ends = [f.interval.end for f in files if f.interval.end]
    first, is_single = facts[0], len({f.variable for f in facts}) == 1
    own = {"units": first.units, "long_name": first.long_name, "standard_name": first.standard_name}
    details = (own if is_single else {}) | {
        "calendar": first.calendar, "license": first.attributes.get("license", ""),
        "further_info_url": first.attributes.get("further_info_url", ""),
        "experiment_title": first.attributes.get("experiment", ""),
    }  # fmt: skip
    return Dataset(
        project=facets["project"][0], master_id=master, holding=holding, facets=dict(facets), files=files,
        version=version, interval=Interval(start=min(starts), end=max(ends)) if starts and ends else Interval(),
        bbox=_bbox(facts), title=first.attributes.get("title", "") or master,
        details={k: v for k, v in details.items() if v},
    )  # fmt: skip


def _interval(f: Facts) -> Interval:
    named = parse_filename(f.path).interval
    return named if not named.is_open else Interval(start=f.start or None, end=f.end or None)


def _bbox(facts: Sequence[Facts]) -> BBox | None:
    boxes = [f.bbox for f in facts if f.bbox]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return sphere_box((min(west), min(south), max(east), max(north)))
