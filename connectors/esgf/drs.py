"""Data Reference Syntax: dataset ids ↔ facets, for every project of the federation.

`master_id` is the facets joined by dots, `instance_id` adds `.vYYYYMMDD`, `id` adds `|data_node`. Templates: esg-publisher
and the ESGF-NG STAC extensions, as of 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from connectors.esgf.facets import canonical

_CMIP6 = "mip_era activity_id institution_id source_id experiment_id member_id table_id variable_id grid_label"
_TEMPLATES: tuple[tuple[str, str, str], ...] = (  # project, first element of the id ("" = that of the project), facets
    ("CMIP6", "CMIP6", _CMIP6),
    ("CMIP6Plus", "CMIP6Plus", _CMIP6),
    (
        "CMIP7",
        "MIP-DRS7",
        "drs_specs mip_era activity_id institution_id source_id experiment_id variant_label region "
        "frequency variable_id variable_branding_suffix grid_label",
    ),
    ("CMIP5", "cmip5", "project product institution_id source_id experiment_id frequency realm table_id member_id"),
    ("CMIP5", "cmip5", "project product institution_id source_id experiment_id frequency realm member_id"),
    ("CMIP3", "cmip3", "project institution_id source_id experiment_id frequency realm member_id variable_id"),
    (
        "CORDEX",
        "cordex",
        "project product domain_id institution_id driving_source_id experiment_id member_id source_id "
        "version_realization frequency variable_id",
    ),
    (
        "CORDEX-CMIP6",
        "CORDEX-CMIP6",
        "project activity_id domain_id institution_id driving_source_id "
        "driving_experiment_id driving_variant_label source_id version_realization frequency variable_id",
    ),
    ("obs4MIPs", "obs4MIPs", "activity_id institution_id source_id frequency variable_id grid_label"),
    ("obs4MIPs", "obs4MIPs", "activity_id institution_id source_id realm frequency"),
    (
        "input4MIPs",
        "input4MIPs",
        "activity_id mip_era target_mip institution_id source_id realm frequency variable_id grid_label",
    ),
    (
        "DRCDP",
        "DRCDP",
        "mip_era activity_id region_id downscaling_source_id institution_id driving_source_id "
        "driving_experiment_id driving_variant_label source_id frequency variable_id",
    ),
)
_FREQUENCY = re.compile(r"(fx|subhr|\d*(?:hr|day|mon|month|sem|yr|year|dec))(?:Pt|C|CM|Clim|-?[A-Za-z]*)?")
_VERSION = re.compile(r"(?P<master>.+)\.v(?P<version>\d+)")
_MEMBER = re.compile(r"(?:(?P<start>s\d+)-)?(?P<variant>r\d+i\d+p\d+(?:f\d+)?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetId:
    """A dataset's name in the DRS; `facets` carry CMIP6 names in the order of the project's template."""

    project: str
    master_id: str
    facets: Mapping[str, str] = field(default_factory=dict)
    version: str | None = None
    node: str | None = None

    @property
    def instance_id(self) -> str:
        return f"{self.master_id}.v{self.version}" if self.version else self.master_id

    @property
    def id(self) -> str:
        return f"{self.instance_id}|{self.node}" if self.node else self.instance_id


def parse_dataset_id(text: str) -> DatasetId:
    """Read a master id, instance id or `id|node`; raises ValueError for a name outside every project's template."""
    name, _, node = text.strip().partition("|")
    matched = _VERSION.fullmatch(name)
    master, version = (matched["master"], matched["version"]) if matched else (name, None)
    for project, facets in _readings(master.split(".")):
        named = dict(facets) | ({"project": project} if "project" in facets else {})
        return DatasetId(project=project, master_id=master, facets=named, version=version, node=node or None)
    raise ValueError(f"{text!r} is not a dataset id of any project known; ids look like {_EXAMPLE!r}")


def dataset_id(
    project: str, facets: Mapping[str, str], *, version: str | None = None, node: str | None = None
) -> DatasetId:
    """Name a dataset from its facets, given under CMIP6 or the project's own names; raises ValueError if one is missing."""
    known = canonical(facets, project=project)
    problem = f"{project!r} is not a project with a known DRS"
    for name, head, template in _TEMPLATES:
        if name != project:
            continue
        defaults = {"project": head, "drs_specs": head}
        defaults |= {"activity_id": head} if project.endswith("4MIPs") else {}
        defaults |= {"mip_era": project} if project.startswith("CMIP") else {}
        values = {facet: known.get(facet) or defaults.get(facet) for facet in template.split()}
        if values.get("project"):
            values["project"] = head
        missing = [facet for facet, value in values.items() if not value]
        if not missing:
            named = {facet: str(value) for facet, value in values.items()}
            master = ".".join(named.values())
            named |= {"project": project} if "project" in named else {}
            return DatasetId(project=project, master_id=master, facets=named, version=version, node=node)
        problem = f"a {project} dataset id needs {', '.join(missing)}"
    raise ValueError(problem)


def member_parts(member_id: str) -> tuple[str | None, str]:
    """`s1960-r1i1p1f1` → its start (`s1960`) and variant label; a label without start gives None."""
    matched = _MEMBER.fullmatch(member_id)
    return (matched["start"], matched["variant"]) if matched else (None, member_id)


_EXAMPLE = "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.Amon.tas.gn.v20181212"


def _readings(parts: Sequence[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every template that these parts fit; a model name may itself hold dots (`GPCP-V2.3`)."""
    for project, head, template in _TEMPLATES:
        second = parts[1] if len(parts) > 1 else ""
        if parts[0] != head and not (project == "DRCDP" and second == head):
            continue
        names = template.split()
        extra = len(parts) - len(names)
        if extra < 0 or (extra and "source_id" not in names):
            continue
        at = names.index("source_id")
        values = [*parts[:at], ".".join(parts[at : at + extra + 1]), *parts[at + extra + 1 :]]
        facets = dict(zip(names, values, strict=True))
        if all(values) and _FREQUENCY.fullmatch(facets.get("frequency", "mon")) and not (extra and project == "CMIP6"):
            yield project, facets
