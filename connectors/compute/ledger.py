"""Ledger: what executions gave, kept between processes under their ids, so that nothing is computed twice.

An id names process, inputs and the very files; `edition` names the code and the folders that may be read, so that a
result of other code is another result. Cubes are kept by reference: whoever reads one has its execution run again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from connectors.compute import encoding
from connectors.engine.memory import Memory
from connectors.items import JSON, Caveat, Output

MAX_BYTES = 2 * 2**20
_PASSING = frozenset({"approximate_place", "failed_members"})  # caveats of what a file that is missing today causes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A process that ran, its inputs as they were given, and its outputs."""

    process_id: str
    inputs: Mapping[str, JSON]
    outputs: Mapping[str, Output]
    caveats: tuple[Caveat, ...] = ()


class Ledger:
    """Entries by execution id; `now` gives epoch seconds. What cannot be kept or read is computed again."""

    def __init__(self, memory: Memory, *, edition: str, now: Callable[[], float]) -> None:
        self._memory = memory
        self._edition = edition
        self._now = now
        self._lock = Lock()
        self._is_closed = False

    def find(self, execution: str) -> Entry | None:
        """The entry of an execution; None where it is not known."""
        with self._lock:
            kept = None if self._is_closed else self._memory.result(self._key(execution))
        return None if kept is None else _read(kept[1])

    def keep(self, execution: str, entry: Entry) -> None:
        """Note what an execution gave, unless a missing file made it worse than it could be."""
        if any(caveat.code in _PASSING for caveat in entry.caveats):
            return
        document = {
            "process": entry.process_id,
            "inputs": encoding.encode(entry.inputs),
            "outputs": {name: encoding.encode(value) for name, value in entry.outputs.items()},
            "caveats": encoding.encode(entry.caveats),
        }
        body = zlib.compress(json.dumps(document, separators=(",", ":")).encode(), level=1)
        with self._lock:
            if len(body) <= MAX_BYTES and not self._is_closed:
                self._memory.keep_result(self._key(execution), body, now=self._now())

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            self._memory.close()

    def _key(self, execution: str) -> str:
        return f"{self._edition}:{execution}"


def _read(body: bytes) -> Entry | None:
    document = json.loads(zlib.decompress(body))
    return Entry(
        process_id=document["process"],
        inputs=document["inputs"],
        outputs={name: encoding.decode(value) for name, value in document["outputs"].items()},
        caveats=encoding.caveats(document["caveats"]),
    )


def opened(path: Path, *, roots: Sequence[Path], now: Callable[[], float]) -> Ledger:
    """The ledger in this file, for the code as it is and the folders that may be read."""
    return Ledger(Memory(path), edition=edition(roots), now=now)


def edition(roots: Sequence[Path]) -> str:
    """What the results hang on beside their inputs: this package's files by size and time of change, and the roots."""
    package = Path(__file__).parent
    files = sorted((*package.rglob("*.py"), *package.parent.glob("vocabulary/geometr*.py")))
    facts = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(json.dumps([facts, sorted(str(root) for root in roots)]).encode()).hexdigest()[:16]
