"""Readers: the files of cubes as canonical fields; a file that cannot be used is an error that names it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from connectors.compute import apart, checks, images
from connectors.compute.canonical import canonical, word
from connectors.compute.fields import Field
from connectors.compute.netcdf import Raw, read_raw
from connectors.errors import BadReply, ConnectorError, MissingHolding, Refused
from connectors.items import Cube
from connectors.sandbox.process import AT_ONCE, TOGETHER

LARGE_BYTES = 32 * 2**20  # from here on arrays are dask's and are read in pieces


def local_path(href: str, *, roots: Sequence[Path]) -> Path:
    """The file behind an href; raises Refused outside `roots`, MissingHolding where it is not there."""
    parts = urlsplit(href)
    if parts.scheme not in ("", "file") or parts.netloc not in ("", "localhost"):
        raise Refused(f"{href!r} is not a local file; load it first")
    path = Path(unquote(parts.path)) if parts.scheme else Path(href)
    real = path.resolve()
    if not is_under(real, roots):
        raise Refused(f"{path.name!r} lies outside the folders that may be read; `conductor holdings add` adds one")
    if not real.is_file():
        raise MissingHolding(f"{path.name!r} is not there any more; `conductor holdings sync` fetches it again")
    return real


def is_under(path: Path, folders: Sequence[Path]) -> bool:
    """Whether a resolved path lies in one of the folders."""
    return any(path.is_relative_to(_resolved(folder)) for folder in folders)


@lru_cache(maxsize=64)
def _resolved(root: Path) -> Path:
    return root.resolve()


def read(cube: Cube, *, roots: Sequence[Path], variable: str | None = None, trusted: Sequence[Path] = ()) -> Field:
    """The cube's files as one field; `variable` is a CMIP id. Raises BadReply, Refused, MissingHolding.

    Files under `trusted` are read here, all others by a confined process.
    """
    (found,) = read_each([cube], roots=roots, variable=variable, trusted=trusted)
    if isinstance(found, ConnectorError):
        raise found
    return found


def read_each(
    cubes: Sequence[Cube], *, roots: Sequence[Path], variable: str | None = None, trusted: Sequence[Path] = ()
) -> tuple[Field | ConnectorError, ...]:
    """As `read`, of several cubes, whose small foreign files share a confined process; each as a field or as its error."""
    planned: list[_Planned | ConnectorError] = []
    for cube in cubes:
        try:
            planned.append(_planned(cube, roots=roots, variable=variable, trusted=trusted))
        except ConnectorError as error:
            planned.append(error)
    shared = [plan for plan in planned if isinstance(plan, _Planned) and plan.foreign]
    foreign = apart.read_each([asked for plan in shared for asked in plan.foreign])
    fields = {id(plan): _attempted(plan, [next(foreign) for _ in plan.foreign]) for plan in shared}
    foreign.close()  # the others ask for readers of their own
    return tuple(
        plan if isinstance(plan, ConnectorError) else fields.get(id(plan)) or _attempted(plan, ()) for plan in planned
    )


def read_at_once(
    cubes: Sequence[Cube], *, roots: Sequence[Path], variable: str | None = None, trusted: Sequence[Path] = ()
) -> tuple[Field | ConnectorError, ...]:
    """As `read_each`, in shares side by side: while one is put together here, others are being read."""
    size = max(1, min(TOGETHER, -(-len(cubes) // AT_ONCE)))
    shares = [cubes[start : start + size] for start in range(0, len(cubes), size)]

    def share(some: Sequence[Cube]) -> tuple[Field | ConnectorError, ...]:
        return read_each(some, roots=roots, variable=variable, trusted=trusted)

    with ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="read") as threads:
        return tuple(field for fields in threads.map(share, shares) for field in fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    """How a cube will be read: `foreign` are those of its files that a confined process reads."""

    cube: Cube
    paths: tuple[Path, ...]
    trusted: frozenset[Path]
    variable: str | None
    declared: str | None
    lazy: bool
    foreign: tuple[apart.Asked, ...]


def _planned(cube: Cube, *, roots: Sequence[Path], variable: str | None, trusted: Sequence[Path]) -> _Planned:
    paths = tuple(local_path(href, roots=roots) for href in cube.hrefs)
    if not paths:
        raise Refused(f"the cube {cube.id!r} has no files")
    declared = word(cube.properties.get("variable_id"))
    lazy = sum(path.stat().st_size for path in paths) > LARGE_BYTES
    foreign: tuple[apart.Asked, ...] = ()
    if not lazy and not images.is_image(cube):
        foreign = tuple(_asked(path, variable or declared, declared) for path in paths if not is_under(path, trusted))
    return _Planned(
        cube=cube, paths=paths, variable=variable or declared, declared=declared, lazy=lazy, foreign=foreign,
        trusted=frozenset(path for path in paths if is_under(path, trusted)),
    )  # fmt: skip


def _asked(path: Path, variable: str | None, declared: str | None) -> apart.Asked:
    return apart.Asked(path=path, variable=variable, declared=declared)


def _attempted(plan: _Planned, foreign: Sequence[Raw | ConnectorError]) -> Field | ConnectorError:
    try:
        return _field(plan, foreign)
    except ConnectorError as error:
        return error


def _field(plan: _Planned, foreign: Sequence[Raw | ConnectorError]) -> Field:
    """The cube's files as one field; those of `foreign` were read by a confined process."""
    cube, paths = plan.cube, plan.paths
    if images.is_image(cube):
        return images.read(cube, paths, is_trusted=plan.trusted >= set(paths))
    raws = _raws(plan, foreign)
    try:
        array = canonical(raws, cube.properties, name=plan.variable or raws[0].name)
    except ConnectorError:
        raise
    except Exception as error:
        raise BadReply(f"{paths[0].name!r} has axes that make no sense ({error})", kind="bad_payload") from error
    if strange := [path for path in paths if path not in plan.trusted]:
        checks.check_array(array, name=strange[0].name)
    derived = cube.derived_from or tuple(str(raw.file_attributes.get("tracking_id") or raw.path.name) for raw in raws)
    return Field(parts=(array,), id=cube.id or paths[0].stem, properties=dict(cube.properties), derived_from=derived)


def _raws(plan: _Planned, foreign: Sequence[Raw | ConnectorError]) -> list[Raw]:
    """The raw values of each file in order."""
    raws: list[Raw] = []
    given = iter(foreign)
    for path in plan.paths:
        if path in plan.trusted:
            first = raws[0] if raws else None
            told = {"variable": plan.variable, "declared": plan.declared}
            raws.append(read_raw(path, **told, first=first, lazy=plan.lazy))
            continue
        asked = replace(_asked(path, plan.variable, plan.declared), lazy=plan.lazy)
        found = next(given) if plan.foreign else apart.read_raw(asked)
        if isinstance(found, ConnectorError):
            raise found
        raws.append(found)
    return raws
