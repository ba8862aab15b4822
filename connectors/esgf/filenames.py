"""File names ↔ facets and time coverage, the only trustworthy source of both in the federation.

Dates stay plain ISO text: `20050230` of a 360-day calendar is the day 2005-02-30 and never a datetime.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from connectors.extents import Interval

_TEMPLATES: Mapping[str, str] = {
    "CMIP6": "variable_id table_id source_id experiment_id member_id grid_label",
    "CMIP6Plus": "variable_id table_id source_id experiment_id member_id grid_label",
    "CMIP5": "variable_id table_id source_id experiment_id member_id",
    "CORDEX": "variable_id domain_id driving_source_id experiment_id member_id rcm version_realization frequency",
    "obs4MIPs": "variable_id frequency source_id variant_label grid_label",
    "input4MIPs": "variable_id activity_id dataset_category target_mip source_id grid_label",
    "CMIP7": "variable_id variable_branding_suffix frequency region grid_label source_id experiment_id variant_label",
    "CORDEX-CMIP6": "variable_id domain_id driving_source_id driving_experiment_id driving_variant_label institution_id "
    "source_id version_realization frequency",
    "cmip6-ng": "variable_id frequency source_id experiment_id member_id grid_label",
}
_RANGE = re.compile(r"[_.](\d{4,14})-(\d{4,14})(?:[-_](clim|avg))?$")
_YEARS = re.compile(r"_(\d{4})_(\d{4})$")
_INSTANT = re.compile(r"_(\d{6}|\d{8})$")
_SUFFIX = re.compile(r"\.(nc\d?)(_\d+)?$")
_CMIP6_MEMBER = re.compile(r"(s\d+-)?r\d+i\d+p\d+f\d+")
_CMIP5_MEMBER = re.compile(r"r\d+i\d+p\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileName:
    """What a file's name says; `climatology` is true for the `-clim` and `-avg` suffixes."""

    name: str
    facets: Mapping[str, str] = field(default_factory=dict)
    interval: Interval = field(default_factory=Interval)
    climatology: bool = False


def normalise(name: str) -> str:
    """The file name without folders and without the `.nc_0` suffix that some indexes add."""
    return _SUFFIX.sub(r".\1", name.rpartition("/")[2])


@lru_cache(maxsize=4096)
def parse_filename(name: str, *, project: str | None = None) -> FileName:
    """Read a NetCDF file name; without a project the one its shape shows. Unknown shapes give no facets."""
    name = normalise(name)
    stem = _SUFFIX.sub("", name)
    interval, climatology, rest = _time_part(stem)
    parts = rest.split("_")
    template = _TEMPLATES.get(project or _project_of(parts) or "", "").split()
    facets = dict(zip(template, parts, strict=True)) if template and len(template) == len(parts) else {}
    if "rcm" in facets:
        facets["source_id"] = facets.pop("rcm")
    return FileName(name=name, facets=facets, interval=interval, climatology=climatology)


def build_filename(facets: Mapping[str, str], *, project: str, time_range: str | None = None) -> str:
    """The file name of these facets, `time_range` as `YYYYMM-YYYYMM`; raises ValueError if a facet is missing."""
    template = _TEMPLATES.get(project, "").split()
    values = [facets.get("source_id" if name == "rcm" else name) for name in template]
    if not template or not all(values):
        wanted = ", ".join(template) or "a project with a known file name template"
        raise ValueError(f"a {project!r} file name needs {wanted}")
    return "_".join([*(str(v) for v in values), *([time_range] if time_range else [])]) + ".nc"


def coverage(names: Iterable[str]) -> Interval:
    """The time that these files cover together, from their names; open where none of them tells."""
    intervals = [parse_filename(name).interval for name in names]
    starts = [i.start for i in intervals if i.start]
    ends = [i.end for i in intervals if i.end]
    return Interval(start=min(starts), end=max(ends)) if starts and ends else Interval()


def iso_date(digits: str, *, end: bool = False) -> str | None:
    """`YYYY[MM[DD[hh…]]]` as `YYYY-MM-DD`, at the end of the month or year where `end`; None for an impossible date."""
    year, month, day = digits[:4], digits[4:6], digits[6:8]
    if len(digits) not in (4, 6, 8, 10, 12, 14) or not digits.isascii() or not digits.isdigit():
        return None
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31):
        return None
    if not month:
        return f"{year}-12-31" if end else f"{year}-01-01"
    if not day:
        last = calendar.monthrange(int(year) or 4, int(month))[1]
        return f"{year}-{month}-{last if end else 1:02d}"
    return f"{year}-{month}-{day}"


def _time_part(stem: str) -> tuple[Interval, bool, str]:
    for pattern in (_RANGE, _YEARS, _INSTANT):
        matched = pattern.search(stem)
        if matched is None:
            continue
        first, last = matched[1], matched[1 if pattern is _INSTANT else 2]
        start, end = iso_date(first), iso_date(last, end=True)
        if start and end and start <= end:
            clim = pattern is _RANGE and matched[3] is not None
            return Interval(start=start, end=end), clim, stem[: matched.start()]
    return Interval(), False, stem


def _project_of(parts: list[str]) -> str | None:
    """The project whose names have this shape: the place of the member label tells."""
    if len(parts) == 6 and _CMIP6_MEMBER.fullmatch(parts[4]):
        return "cmip6-ng" if parts[1] in ("ann", "mon") else "CMIP6"
    if len(parts) == 5 and _CMIP5_MEMBER.fullmatch(parts[4]):
        return "CMIP5"
    if len(parts) == 8 and _CMIP5_MEMBER.fullmatch(parts[4]):
        return "CORDEX"
    if len(parts) == 8 and _CMIP6_MEMBER.fullmatch(parts[7]):
        return "CMIP7"
    if len(parts) == 9 and _CMIP6_MEMBER.fullmatch(parts[4]):
        return "CORDEX-CMIP6"
    if len(parts) == 6 and parts[1] == "input4MIPs":
        return "input4MIPs"
    return None
