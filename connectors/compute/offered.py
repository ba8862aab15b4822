"""What a server offers, remembered: its list of processes and their descriptions, for a day, and longer while it is away."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from connectors.compute.remote import ProcessDescription, ProcessServer, ProcessSummary
from connectors.engine.memory import Memory
from connectors.errors import Unavailable

FRESH_S = 86400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The offer of the server at `address`; `now` gives epoch seconds."""

    server: ProcessServer
    address: str
    memory: Memory
    now: Callable[[], float]

    async def processes(self, *, fresh_s: float = FRESH_S) -> tuple[ProcessSummary, ...]:
        """The list, at most so old; an older one where the server does not answer. Raises ConnectorError."""
        key = f"processes {self.address}"
        try:
            kept = self._kept(key, fresh_s=fresh_s)
            if kept is None:
                found = await self.server.processes()
                self._keep(key, [asdict(entry) for entry in found])
                return found
        except Unavailable:
            kept = self._kept(key)
            if kept is None:
                raise
        return tuple(_summary(entry) for entry in kept)

    async def describe(self, process_id: str, *, fresh_s: float = FRESH_S) -> ProcessDescription:
        """One description, as `processes`."""
        key = f"process {process_id} {self.address}"
        try:
            kept = self._kept(key, fresh_s=fresh_s)
            if kept is None:
                found = await self.server.describe(process_id)
                self._keep(key, asdict(found))
                return found
        except Unavailable:
            kept = self._kept(key)
            if kept is None:
                raise
        return ProcessDescription(summary=_summary(kept["summary"]), inputs=kept["inputs"], outputs=kept["outputs"])

    def _kept(self, key: str, *, fresh_s: float | None = None) -> Any:
        found = self.memory.result(key)
        if found is None or (fresh_s is not None and self.now() - found[0] > fresh_s):
            return None
        return json.loads(zlib.decompress(found[1]))

    def _keep(self, key: str, document: Any) -> None:
        body = zlib.compress(json.dumps(document, separators=(",", ":"), default=dict).encode(), level=1)
        self.memory.keep_result(key, body, now=self.now())


def _summary(entry: Mapping[str, Any]) -> ProcessSummary:
    return ProcessSummary(**{**entry, "modes": tuple(entry["modes"])})
