"""Credits: a dataset's full citation, its persistent identifier and what that says, asked of the services that keep them.

A tracking id names a file; its handle leads to the dataset, the newest where versions share the file (as cmipcite has it).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from connectors.base import Request
from connectors.errors import BadReply, ConnectorError
from connectors.esgf.citation import (
    DataCitation,
    citation_request,
    cite,
    handle_doi,
    pid_request,
    read_citation,
    read_handle,
)  # fmt: skip
from connectors.esgf.drs import parse_dataset_id
from connectors.esgf.pid import Handle, dataset_pids, newest, nodes, replacements
from connectors.items import Item
from connectors.offers import Source

Send = Callable[[Request], Awaitable[bytes]]
_PID = re.compile(r"(?:hdl:|https?://hdl\.handle\.net/)?(?P<bare>\d+(?:\.\d+)+/[\w.-]+)")
_ASKED_BY = (
    "source_id",
    "experiment_id",
    "member_id",
    "table_id",
    "variable_id",
    "grid_label",
    "frequency",
    "domain_id",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom to credit for a dataset; `pid` is its own, `replaced_by` those of newer versions, `nodes` who held it.

    `missing` says what could not be found out, and why.
    """

    name: str
    citation: DataCitation
    pid: str = ""
    replaced_by: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Credits:
    """Asks the Handle System at the source's address, and the citation services that items link to."""

    def __init__(self, *, source: Source, send: Send) -> None:
        self.source = source
        self._send = send

    async def dataset_of(self, pid: str) -> tuple[str, Handle]:
        """The dataset's pid and handle for its own pid or a file's tracking id; raises BadReply where there is none."""
        handle = await self._handle(pid)
        owners = dataset_pids(handle)
        if not owners:
            return bare(pid), handle
        handles = dict(zip(owners, await asyncio.gather(*map(self._handle, owners)), strict=True))
        chosen = newest(handles.items()) or owners[0]
        return bare(chosen), handles[chosen]

    async def credit(self, item: Item, *, pid: str = "", handle: Handle | None = None) -> Credit:
        """All that is known of whom to credit for a dataset; what cannot be asked is said, not raised."""
        missing: list[str] = []
        pid = pid or bare(str(item.get("pid") or ""))
        if pid and handle is None:
            try:
                handle = await self._handle(pid)
            except ConnectorError as error:
                missing.append(f"its PID could not be looked up: {error}")
        citation = cite(item)
        if request := citation_request(item):
            try:
                citation = read_citation(await self._send(request), item=item)
            except ConnectorError as error:
                missing.append(f"the full citation could not be had: {error}")
        known = handle or {}
        citation = replace(citation, doi=citation.doi or handle_doi(known))
        name = str(item.get("instance_id") or item.id)
        return Credit(
            name=name, citation=citation, pid=pid, replaced_by=tuple(map(bare, replacements(known))), nodes=nodes(known), missing=tuple(missing)
        )  # fmt: skip

    async def _handle(self, pid: str) -> Handle:
        try:
            handle = read_handle(await self._send(pid_request(pid, base=self.source.url)))
        except ConnectorError as error:
            if error.kind != "http_404":
                raise
            handle = {}
        if not handle:
            raise BadReply(f"there is no {bare(pid)!r} in the Handle System", source=self.source.id, kind="http_404")
        return handle


def is_pid(text: str) -> bool:
    """Whether a text is a PID or tracking id (`hdl:21.14100/…`), not a dataset's name."""
    return _PID.fullmatch(text.strip()) is not None


def bare(pid: str) -> str:
    """The handle alone, `21.14100/…`; empty of what is none."""
    matched = _PID.fullmatch(pid.strip())
    return matched["bare"] if matched else ""


def dataset_name(handle: Handle) -> str:
    """The instance id that a dataset's handle states; raises BadReply where it states none."""
    drs, version = (next(iter(handle.get(name, ())), "") for name in ("DRS_ID", "VERSION_NUMBER"))
    if not drs:
        raise BadReply("its handle names no dataset", kind="bad_payload")
    return f"{drs}.v{version.lstrip('v')}" if version and not drs.endswith(version) else drs


def described(name: str) -> Item:
    """A dataset as its name alone describes it; raises ValueError for what is no dataset's name."""
    parsed = parse_dataset_id(name)
    properties = {**parsed.facets, "instance_id": parsed.instance_id, "version": parsed.version or ""}
    return Item(id=parsed.instance_id, collection=parsed.project, properties=properties)


def facets_of(item: Item) -> dict[str, tuple[str, ...]]:
    """What to search for to find a dataset in the indexes."""
    return {name: (str(value),) for name in _ASKED_BY if (value := item.properties.get(name))}
