"""Persistent identifiers: from a file's handle to its dataset's, and what a handle says of versions and replicas.

Types of the ESGF handle profile (prefixes 21.14100 CMIP6, 21.14103 CORDEX-CMIP6, 21.14107 CMIP7); the record itself is
asked for and read in `citation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from connectors.esgf.errata import issue_ids

Handle = Mapping[str, tuple[str, ...]]  # the values of a record by type, as `citation.read_handle` gives them


def dataset_pids(handle: Handle) -> tuple[str, ...]:
    """The datasets that a file is part of: several where versions share it; empty for a dataset's own handle."""
    if is_dataset(handle):
        return ()
    return tuple(pid for pid in handle.get("IS_PART_OF", ()) if not pid.startswith("doi:"))


def newest(handles: Iterable[tuple[str, Handle]]) -> str | None:
    """The pid of the dataset with the greatest version; None of none."""
    versions = [(_version(handle), pid) for pid, handle in handles]
    return max(versions)[1] if versions else None


def is_dataset(handle: Handle) -> bool:
    return "DATASET" in handle.get("AGGREGATION_LEVEL", ())


def replacements(handle: Handle) -> tuple[str, ...]:
    """The pids of what took a dataset's place; empty where it still stands."""
    return handle.get("REPLACED_BY", ())


def nodes(handle: Handle) -> tuple[str, ...]:
    """The data nodes that hold it, the original first; the entries are small XML documents, `host="…"` in each."""
    texts: Sequence[str] = (*handle.get("HOSTING_NODE", ()), *handle.get("REPLICA_NODE", ()))
    hosts = (text.partition('host="')[2].partition('"')[0] or text.strip() for text in texts)
    return tuple(dict.fromkeys(host for host in hosts if host and "<" not in host))


def errata(handle: Handle) -> tuple[str, ...]:
    """The ids of the issues that the handle itself names."""
    return issue_ids(handle.get("ERRATA_IDS", ()))


def _version(handle: Handle) -> int:
    digits = "".join(c for c in next(iter(handle.get("VERSION_NUMBER", ())), "") if c.isdigit())
    return int(digits or 0)
