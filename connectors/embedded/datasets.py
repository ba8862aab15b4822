"""The ESGF datasets that are here: those of the holdings and of the folders that the user added.

Built from the real files and their attributes; a file that cannot be read is left out and named, a holding that is not here
is named with the command that fetches it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from connectors.embedded.file_index import facts_under
from connectors.embedded.manifest import Holding, holdings
from connectors.embedded.netcdf_facts import Facts
from connectors.extents import BBox, Interval

_DOI = re.compile(r"10\.\d{4,9}/[^\s,;]+")
FOLDERS = "folders"  # below the file host's root: where the user's own folders are served
INDEX = Path(".index") / "esgf.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file of a dataset; `path` is where it lies below the file host's root, `<holding>/<member>`."""

    path: str
    facts: Facts
    interval: Interval = field(default_factory=Interval)

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One dataset of one version: facets under CMIP6 names, each a tuple of values."""

    project: str
    master_id: str
    holding: str
    facets: Mapping[str, tuple[str, ...]]
    files: tuple[DataFile, ...]
    version: str = "1"
    interval: Interval = field(default_factory=Interval)
    bbox: BBox | None = None
    title: str = ""
    latest: bool = True
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def instance_id(self) -> str:
        return f"{self.master_id}.v{self.version}"

    @property
    def size(self) -> int:
        return sum(f.facts.size for f in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """A file that was left out, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder of NetCDF files that the user added: published under `id`, read as `drs` (cmip6, cordex, auto, …)."""

    id: str
    path: Path
    drs: str = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that an embedded ESGF node can publish, what had to be left out, and the holdings that are not here."""

    datasets: tuple[Dataset, ...]
    unusable: tuple[Unusable, ...] = ()
    missing: tuple[str, ...] = ()

    def messages(self) -> tuple[str, ...]:
        """What the user should know, each with the way to mend it."""
        return tuple(missing_message(h) for h in self.missing) + tuple(
            f"{u.path!r} cannot be used and was left out: {u.reason}; `conductor holdings sync` fetches a sound copy"
            for u in self.unusable
        )


def missing_message(holding: str) -> str:
    return f"holding {holding!r} is not here: fetch it with `conductor holdings sync --only {holding}`"


def catalogue(holdings_dir: Path, *, folders: Sequence[Folder] = ()) -> Catalogue:
    """Describe what lies in the holdings and folders; the index on disk makes every start but the first a quick one."""
    from connectors.embedded.publishers import PUBLISHERS, publisher_of  # they make the datasets defined here

    here = tuple(h for h in PUBLISHERS if (holdings_dir / h).is_dir())
    found = facts_under(holdings_dir, parts=here, index=holdings_dir / INDEX)
    datasets, unusable = [], []
    for holding in here:
        facts = tuple(f for f in found if f.path.startswith(f"{holding}/"))
        datasets += _published(PUBLISHERS[holding], facts, holding=holding, prefix="")
        unusable += _unusable(facts, prefix="")
    for folder in folders:
        facts = facts_under(folder.path, index=holdings_dir / INDEX.with_name(f"{folder.id}.json"), is_trusted=False)
        datasets += _published(publisher_of(folder.drs), facts, holding=folder.id, prefix=f"{FOLDERS}/{folder.id}/")
        unusable += _unusable(facts, prefix=f"{folder.path}/")
    credits = {h.id: h for h in holdings()}
    credited = (_credited(d, credits.get(d.holding)) for d in _latest_marked(datasets))
    return Catalogue(
        datasets=tuple(sorted(credited, key=lambda d: d.instance_id)),
        unusable=tuple(unusable),
        missing=tuple(h for h in PUBLISHERS if h not in here or not any(d.holding == h for d in datasets)),
    )


def _published(
    publisher: Callable[[Sequence[Facts], str], Iterable[Dataset]], facts: Sequence[Facts], *, holding: str, prefix: str
) -> list[Dataset]:
    sound = [f for f in facts if not f.error]
    return [
        replace(d, files=tuple(replace(f, path=f"{prefix}{f.path}") for f in d.files))
        for d in publisher(sound, holding)
    ]


def _unusable(facts: Iterable[Facts], *, prefix: str) -> list[Unusable]:
    return [Unusable(path=f"{prefix}{f.path}", reason=f.error) for f in facts if f.error]


def _latest_marked(datasets: Iterable[Dataset]) -> list[Dataset]:
    """One dataset an instance id, the first found; the greatest version of a master id is marked as the latest."""
    held: dict[str, Dataset] = {}
    for d in datasets:
        held.setdefault(d.instance_id, d)
    newest: dict[str, int] = {}
    for d in held.values():
        newest[d.master_id] = max(newest.get(d.master_id, 0), int(d.version))
    return [replace(d, latest=int(d.version) == newest[d.master_id]) for d in held.values()]


def _credited(dataset: Dataset, holding: Holding | None) -> Dataset:
    """The dataset with its holding's citation, and with its licence where the files state none."""
    if holding is None:
        return dataset
    doi = _DOI.search(holding.citation)
    known = {"citation": holding.citation, "license": holding.licence, "doi": doi[0] if doi else ""}
    return replace(dataset, details={k: v for k, v in known.items() if v} | dict(dataset.details))
