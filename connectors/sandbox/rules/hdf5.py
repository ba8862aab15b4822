"""HDF5 (and NetCDF-4): links and storage that lead out of the file, claims that its size belies.

https://docs.hdfgroup.org/hdf5/v1_14/_h5_p__u_g.html: external files, external links, virtual datasets.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.errors import BadReply, Refused
from connectors.sandbox.rules.sizes import check_array, check_piece

if TYPE_CHECKING:
    import h5py

MOST_OBJECTS = 20_000


def examine(path: Path) -> None:
    """Raise Refused for a file that reaches out or is a bomb, BadReply for one that is damaged."""
    import h5py

    try:
        with h5py.File(path, "r") as file:
            walk(file, name=path.name, size=path.stat().st_size)
    except (OSError, RuntimeError, KeyError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise BadReply(
            f"{path.name!r} is damaged or cut short ({reason}); fetch it again", kind="bad_payload"
        ) from error


def walk(file: h5py.File, *, name: str, size: int) -> None:
    """Look at every object of an open file of `size` bytes once, by its address: hard links may run in circles.

    By HDF5's own calls: h5py's objects would take three times as long.
    """
    from h5py import h5d, h5g, h5o

    seen: set[int] = set()
    waiting: list[tuple[str, Any]] = [("", h5g.open(file.id, b"/"))]
    while waiting:
        path, group = waiting.pop()
        for member in group:
            where = f"{path}/{member.decode('utf-8', 'replace')}"
            if not _is_hard(group, member, where, name):
                continue
            entry = h5o.open(group, member)
            address = h5o.get_info(entry).addr
            if address in seen:
                continue
            seen.add(address)
            if len(seen) > MOST_OBJECTS:
                raise Refused(
                    f"{name!r} holds more than {MOST_OBJECTS} objects; it is no data set of ours", kind="bomb"
                )
            if isinstance(entry, h5g.GroupID):
                waiting.append((where, entry))
            elif isinstance(entry, h5d.DatasetID):
                _check_dataset(entry, where, name, size=size)


def _is_hard(group: Any, member: bytes, where: str, name: str) -> bool:
    """True for an object of the group's own; raises Refused for a link out of the file."""
    from h5py import h5l

    kind = group.links.get_info(member).type
    if kind == h5l.TYPE_EXTERNAL:
        target = group.links.get_val(member)[0].decode("utf-8", "replace")
        raise _leads_out(name, where, f"is a link into another file ({target!r})")
    if kind not in (h5l.TYPE_HARD, h5l.TYPE_SOFT):
        raise _leads_out(name, where, "is a link of an unknown kind")
    return bool(kind == h5l.TYPE_HARD)


def _check_dataset(dataset: Any, where: str, name: str, *, size: int) -> None:
    """The same of a data set by its identifier."""
    from h5py import h5d

    told = dataset.get_create_plist()
    if told.get_external_count() > 0:
        named = told.get_external(0)[0]
        raise _leads_out(name, where, f"keeps its values in another file ({named.decode('utf-8', 'replace')!r})")
    layout = told.get_layout()
    if layout == h5d.VIRTUAL:
        raise _leads_out(name, where, "is put together of other files (a virtual data set)")
    width = max(1, int(dataset.get_type().get_size()))
    declared = width
    for extent in dataset.shape or ():
        declared *= int(extent)
    stored = int(dataset.get_storage_size())
    if stored > size:
        raise BadReply(
            f"{where!r} in {name!r} is larger than the file: it was cut short; fetch it again", kind="bad_payload"
        )
    check_array(name, where, declared=declared, stored=stored)
    if layout == h5d.CHUNKED:
        piece = width
        for extent in told.get_chunk():
            piece *= int(extent)
        check_piece(name, where, declared=piece)


def _leads_out(name: str, where: str, how: str) -> Refused:
    return Refused(
        f"{where!r} in {name!r} {how}: reading it could give away files of this machine; do not use this file, or copy"
        " its data into one that stands alone",
        kind="attack",
    )
