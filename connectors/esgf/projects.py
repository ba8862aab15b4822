"""Which projects of an ESGF index a search is for, and how their facets are spelt there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from connectors.esgf.facets import Names, spellings
from connectors.offers import Source

WITHOUT_ERA = ("CMIP3", "CMIP5")
"""Projects whose records have no mip_era: a search for that era asks for the project."""


def chosen_projects(source: Source, collections: Sequence[str]) -> tuple[str, ...] | None:
    """The projects to ask this index for: empty means all, None that it holds none of those named."""
    known = tuple(source.collections)
    if not collections:
        return known
    chosen = tuple(c for c in collections if c in known) if known else tuple(collections)
    return chosen or None


def older_projects(facets: Mapping[str, tuple[str, ...]], projects: Sequence[str]) -> tuple[str, ...]:
    """The projects to ask for beside an unbounded search that names their era."""
    return () if projects else tuple(era for era in facets.get("mip_era", ()) if era in WITHOUT_ERA)


def spelt_groups(projects: Sequence[str], *, apart: bool = False) -> list[tuple[Names, tuple[str, ...]]]:
    """The projects grouped by spelling, one request each; `apart` for an index that takes one project a request."""
    if not projects:
        return [({}, ())]
    groups: dict[int, tuple[Names, list[str]]] = {}
    for project in projects:
        for names in spellings(project):
            groups.setdefault(id(names) if names else 0, (names, []))[1].append(project)
    merged = [(names, tuple(group)) for names, group in groups.values()]
    return [(n, (p,)) for n, g in merged for p in g] if apart else merged


def own_names(source: Source, projects: Iterable[str]) -> tuple[str, ...]:
    """The projects as this source spells them."""
    return tuple(source.collections.get(p, p) for p in projects)


def our_name(source: Source, project: str) -> str:
    """The project as we spell it, whatever the source's case."""
    names = {own.lower(): name for name, own in source.collections.items()}
    return names.get(project.lower(), project)
