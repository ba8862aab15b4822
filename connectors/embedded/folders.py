"""The user's own folders: NetCDF files in DRS layout, or STAC documents, published as local nodes beside the holdings.

They are kept in `<data_dir>/local-nodes.json`; the nodes read them from there at every start, so that files which come
later are found too. Nothing is copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from connectors.embedded.datasets import INDEX, Dataset, Folder, Unusable
from connectors.embedded.file_index import facts_under
from connectors.embedded.manifest import holdings
from connectors.embedded.publishers import publisher_of
from connectors.embedded.stac_documents import Documents, read_documents
from connectors.embedded.storage import write_whole
from connectors.errors import Refused

REGISTRY = "local-nodes.json"
LAYOUTS = ("auto", "cmip5", "cmip6", "cmip7", "cordex", "cordex-cmip6", "stac")


class LocalNode(msgspec.Struct, frozen=True, kw_only=True):
    """One folder as it is registered; `holds` says which nodes publish it: `netcdf`, `stac` or both."""

    id: str
    path: str
    drs: str
    holds: tuple[str, ...]

    @property
    def folder(self) -> Folder:
        return Folder(id=self.id, path=Path(self.path), drs=self.drs)


class _Registry(msgspec.Struct):
    nodes: list[LocalNode]
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a folder gives: datasets, STAC items and collections, and the files that were left out with the reason."""

    datasets: tuple[Dataset, ...] = ()
    items: int = 0
    collections: int = 0
    unusable: tuple[Unusable, ...] = ()

    @property
    def files(self) -> int:
        return sum(len(d.files) for d in self.datasets)


def add(data_dir: Path, path: Path, *, drs: str = "auto") -> tuple[LocalNode, Contents]:
    """Register a folder, again if it already is; damaged files are reported, never fatal.

    Raises Refused for a folder that is not there, an unknown layout, or a folder in which nothing can be used.
    """
    where = path.expanduser().resolve()
    if drs not in LAYOUTS:
        raise Refused(f"{drs!r} is not a layout; try one of {', '.join(LAYOUTS)}", kind="unknown_layout")
    if not where.is_dir():
        what = "is a file, not a folder" if where.exists() else "does not exist"
        raise Refused(f"{str(path)!r} {what}; give the folder that holds the NetCDF or STAC files", kind="no_folder")
    nodes = registered(data_dir)
    taken = {n.id for n in nodes} | {h.id for h in holdings()}
    node_id = next((n.id for n in nodes if n.path == str(where)), None) or _free_id(where.name, taken)
    contents = _scan(data_dir, Folder(id=node_id, path=where, drs=drs))
    holds = tuple(kind for kind, n in (("netcdf", len(contents.datasets)), ("stac", contents.items)) if n)
    if not holds:
        raise _nothing(where, contents, drs)
    node = LocalNode(id=node_id, path=str(where), drs=drs, holds=holds)
    _keep(data_dir, [*(n for n in nodes if n.id != node_id), node])
    return node, contents


def remove(data_dir: Path, node_id: str) -> LocalNode:
    """Forget a folder; its files stay. Raises Refused for an id that is not registered."""
    nodes = registered(data_dir)
    found = next((n for n in nodes if n.id == node_id), None)
    if found is None:
        known = ", ".join(n.id for n in nodes) or "none is registered"
        raise Refused(f"{node_id!r} is not a local node; those there are: {known}", kind="unknown_node")
    _keep(data_dir, [n for n in nodes if n.id != node_id])
    return found


def registered(data_dir: Path) -> tuple[LocalNode, ...]:
    """The registered folders, sorted by id, those that are away for now too; raises Refused for a damaged registry."""
    try:
        content = (data_dir / REGISTRY).read_bytes()
        return tuple(msgspec.json.decode(content, type=_Registry).nodes)
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.MsgspecError) as error:
        raise Refused(
            f"the list of local nodes {str(data_dir / REGISTRY)!r} cannot be read ({error}); mend it or move it away "
            "and add the folders again with: conductor holdings add PATH",
            kind="storage",
        ) from error


def netcdf_folders(data_dir: Path) -> tuple[Folder, ...]:
    """The folders that the ESGF node publishes."""
    return _folders(registered(data_dir), "netcdf")


def stac_folders(data_dir: Path) -> tuple[Folder, ...]:
    """The folders that the STAC node publishes."""
    return _folders(registered(data_dir), "stac")


def scan_drs(path: Path, *, drs: str = "auto", name: str = "local", index: Path | None = None) -> Contents:
    """Datasets of the NetCDF files below a folder: facets from paths, names and, where they fail, global attributes."""
    facts = facts_under(path, index=index, is_trusted=False)
    datasets = tuple(publisher_of(drs)([f for f in facts if not f.error], name))
    return Contents(datasets=datasets, unusable=tuple(Unusable(path=f.path, reason=f.error) for f in facts if f.error))


def scan_stac(path: Path, *, name: str = "local") -> tuple[Documents, tuple[Unusable, ...]]:
    """STAC items and collections below a folder, ready to be served, and the files that could not be read."""
    problems: list[Unusable] = []
    documents = read_documents(
        path, lambda u: problems.append(Unusable(path=u.path, reason=u.reason)), holding=name, served=f"folders/{name}"
    )
    return documents, tuple(problems)


def _scan(data_dir: Path, folder: Folder) -> Contents:
    contents = Contents()
    if folder.drs != "stac":
        index = data_dir / "holdings" / INDEX.with_name(f"{folder.id}.json")
        contents = scan_drs(folder.path, drs=folder.drs, name=folder.id, index=index)
    if folder.drs not in ("stac", "auto"):
        return contents
    documents, problems = scan_stac(folder.path, name=folder.id)
    return Contents(
        datasets=contents.datasets,
        items=len(documents.items),
        collections=len(documents.collections),
        unusable=contents.unusable + problems,
    )


def _nothing(where: Path, contents: Contents, drs: str) -> Refused:
    if contents.unusable:
        first = contents.unusable[0]
        reason = f"none of its {len(contents.unusable)} files can be read: {first.path!r}: {first.reason}"
    else:
        wanted = {"stac": "no STAC item", "auto": "no NetCDF file and no STAC item"}.get(drs, "no NetCDF file")
        reason = f"it holds {wanted}"
    return Refused(f"{str(where)!r} was not added, {reason}", kind="nothing_usable")


def _folders(nodes: Iterable[LocalNode], kind: str) -> tuple[Folder, ...]:
    return tuple(n.folder for n in nodes if kind in n.holds and Path(n.path).is_dir())


def _free_id(name: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain)) or "folder"
    number, candidate = 1, base
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def _keep(data_dir: Path, nodes: list[LocalNode]) -> None:
    content = msgspec.json.encode(_Registry(nodes=sorted(nodes, key=lambda n: n.id)))
    write_whole(data_dir / REGISTRY, msgspec.json.format(content, indent=1) + b"\n")
