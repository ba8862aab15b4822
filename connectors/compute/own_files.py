"""Own files: what lies on this machine alone is cut here before it is sent to a server, whose cut takes addresses only.

Finch's `subset_bbox` names its results after the address of a file and fails for one that is sent within.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from connectors.compute.handing import is_fetched
from connectors.errors import Refused
from connectors.items import Caveat, Cube, Processed
from connectors.operations import Process

SUBSET, FILES = "subset_bbox", "resource"
Here = Callable[[Process], Awaitable[Processed]]


def is_cut_here(process: Process) -> bool:
    """Whether a process is a cut of files that a server cannot fetch."""
    cube = process.inputs.get(FILES)
    if process.process_id != SUBSET or not isinstance(cube, Mapping):
        return False
    return not all(is_fetched(str(href)) for href in cube.get("hrefs") or ())


async def cut_here(process: Process, here: Here, *, source: str) -> Processed:
    """The same cut by the processes here; raises ConnectorError, Refused where neither a box nor days are given."""
    given = process.inputs
    corners = [given.get(name) for name in ("lon0", "lat0", "lon1", "lat1")]
    cube: Any = given[FILES]
    if all(corner is not None for corner in corners):
        cube = (await here(Process(process_id="filter_bbox", inputs={"data": cube, "extent": corners}))).outputs["cube"]
    if given.get("start_date") or given.get("end_date"):
        extent = [given.get("start_date"), given.get("end_date")]
        cube = (await here(Process(process_id="filter_temporal", inputs={"data": cube, "extent": extent}))).outputs[
            "cube"
        ]
    if not isinstance(cube, Cube):
        raise Refused(f"{SUBSET!r} is told where to cut by lon0, lat0, lon1 and lat1, by start_date or by end_date")
    whole = replace(cube, properties=dict(given[FILES].get("properties") or {}))
    return Processed(outputs={"output": whole}, caveats=(Caveat(code="cut_here", parameters={"server": source}),))
