"""The values of the ESGF search facets but variables and experiments: models, institutions, domains, nodes, members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.spelling import squash

FACETS = (
    "source_id", "institution_id", "activity_id", "table_id", "frequency", "grid_label", "domain_id", "driving_source_id", "data_node",
    "mip_era", "project", "realm", "nominal_resolution",
)  # fmt: skip
_MEMBER = Pattern(r"(?<![^\W_])(?:s\d{4}-)?r\d{1,4}i\d{1,3}p\d{1,4}(?:f\d{1,4})?(?![^\W_])")
_SHORT = {"table_id", "frequency", "grid_label", "institution_id", "realm"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetEntry(Entry):
    """A value of a facet; `id` is the value in the vocabulary's spelling, `projects` those in which it occurs."""

    facet: str
    projects: tuple[str, ...] = ()
    institution_ids: tuple[str, ...] = ()


def facet(name: str, value: str) -> FacetEntry | None:
    """The entry of a facet's value, in any case."""
    if name == "member_id" and _MEMBER.fullmatch(value):
        return member(value)
    return _facets().get((name, value)) or _facets().get((name, _spelling().get((name, value.lower()), "")))


def facets(name: str) -> tuple[FacetEntry, ...]:
    """Every value of one facet."""
    return tuple(entry for entry in _facets().values() if entry.facet == name)


def nearest(name: str, text: str, *, limit: int = 3) -> tuple[FacetEntry, ...]:
    """The values of a facet whose spelling is nearest to a text, best first."""
    from rapidfuzz import fuzz, process

    keys = {squash(entry.id): entry for entry in facets(name)}
    hits = process.extract(squash(text), list(keys), scorer=fuzz.ratio, limit=limit, score_cutoff=55)
    return tuple(keys[key] for key, _, _ in hits)


def members(text: str) -> tuple[tuple[int, int, FacetEntry], ...]:
    """Every variant label or ensemble member in a text: `r1i1p1f1`, `r1i1p1`, `s1960-r1i1p1f1`."""
    return tuple((m.start(), m.end(), member(m.group())) for m in _MEMBER.finditer(text))


def member(value: str) -> FacetEntry:
    """A member id as a facet's entry."""
    return FacetEntry(id=value, name_en=value, name_fr=value, source="CMIP6 data reference syntax", facet="member_id")


@cache
def families() -> dict[str, tuple[str, ...]]:
    """Models named without their version or configuration: `HadGEM3` → every source_id that begins so."""
    taken = {squash(value) for _, value in _facets()}
    found: dict[str, tuple[str, list[str]]] = {}
    for entry in facets("source_id"):
        if not {"CMIP6", "CMIP5", "CORDEX", "CORDEX-CMIP6"}.intersection(entry.projects):
            continue
        for name in _beginnings(entry.id):
            if len(squash(name)) > 3 and squash(name) not in taken:
                found.setdefault(squash(name), (name, []))[1].append(entry.id)
    return {name: tuple(members) for name, members in found.values()}


def _beginnings(source_id: str) -> Iterator[str]:
    parts = source_id.split("-")
    for count in range(1, len(parts) + 1):
        whole = "-".join(parts[:count])
        bare = whole.rstrip("0123456789")
        yield from {bare, whole} - {source_id} if not bare.endswith("-") else {whole} - {source_id}


def wordings() -> Iterator[Wording]:
    """Every way to write a value of a facet; entry ids are `facet:value`."""
    for row in tables.rows("facet_wordings"):
        for language, cell in (("en", row[4]), ("fr", row[5])):
            for text, implies in tables.worded(cell):
                yield Wording(text, f"{row[0]}:{row[1]}", "en" if language == "en" else "fr", implies, "phrase")
    for entry in _facets().values():
        if entry.facet in ("nominal_resolution", "data_node"):
            continue
        short = len(entry.id) < 4 or entry.facet in _SHORT
        yield Wording(entry.id, f"{entry.facet}:{entry.id}", form="short" if short else "identifier")


@cache
def _facets() -> dict[tuple[str, str], FacetEntry]:
    names = {(row[0], row[1]): row for row in tables.rows("facet_wordings")}
    merged: dict[tuple[str, str], tuple[str, list[str], tuple[str, ...], str]] = {}
    for row in tables.rows("facets"):
        known = merged.setdefault((row[0], row[1]), (row[3], [], tables.listed(row[4]), row[5]))
        known[1].append(row[2])
    for key in names:
        merged.setdefault(key, ("", [], (), ""))
    found: dict[tuple[str, str], FacetEntry] = {}
    for (name, value), (title, projects, institutions, label) in merged.items():
        words = names.get((name, value))
        aliases = [text for cell in words[4:6] for text, _ in tables.worded(cell)] if words else []
        if label and label != value:
            aliases.append(label)
        found[name, value] = FacetEntry(
            id=value, name_en=words[2] if words else title, name_fr=words[3] if words else title, aliases=tuple(dict.fromkeys(aliases)),
            source=tables.source("facets" if title else "facet_wordings"), facet=name, projects=tuple(projects),
            institution_ids=institutions,
        )  # fmt: skip
    return found


@cache
def _spelling() -> dict[tuple[str, str], str]:
    return {(name, value.lower()): value for name, value in _facets()}
