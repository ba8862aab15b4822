"""The append-only log of runs, in SQLite: every event of every run, written before anybody hears of it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from conductor.contract import answer_to_dict, plain
from conductor.errors import ConductorError
from conductor.events import Answered, Event, Planned, StepEnded, StepProgressed, StepStarted, Understood
from conductor.question import Question

MEMORY = ":memory:"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    run TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (run, number)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the log of runs is append-only'); END;
CREATE TRIGGER IF NOT EXISTS events_last BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the log of runs is append-only'); END;
"""


class RunLog:
    """Events by run, numbered from 0; a path, or `:memory:` for a log that ends with the process."""

    def __init__(self, path: Path | str = MEMORY) -> None:
        if isinstance(path, Path):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._path = str(path)
        self._issued: set[str] = set()
        with self._explained("opened"):
            self._database = sqlite3.connect(self._path, timeout=10.0, isolation_level=None, check_same_thread=False)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.executescript(_SCHEMA)

    def new_id(self, question: Question) -> str:
        """An id for a run of this question: the same first id for the same question and instant, the next for its repetition."""
        asked = json.dumps(asdict(question), sort_keys=True, ensure_ascii=False, default=str)
        counter = 0
        while True:
            identifier = "r-" + hashlib.sha256(f"{asked}\n{counter}".encode()).hexdigest()[:16]
            if identifier not in self._issued and not self._is_known(identifier):
                self._issued.add(identifier)
                return identifier
            counter += 1

    def _is_known(self, run: str) -> bool:
        return self._database.execute("SELECT 1 FROM events WHERE run = ? LIMIT 1", (run,)).fetchone() is not None

    def append(self, run: str, event: Event) -> None:
        """Write one event at the end of its run."""
        name, document = type(event).__name__, json.dumps(document_of(event), ensure_ascii=False, default=str)
        with self._explained("written"):
            self._database.execute(
                "INSERT INTO events SELECT ?, coalesce(max(number) + 1, 0), ?, ? FROM events WHERE run = ?",
                (run, name, document, run),
            )

    def events(self, run: str) -> tuple[tuple[str, dict[str, Any]], ...]:
        """Name and document of every event of a run, oldest first; empty for a run that is not known."""
        rows = self._database.execute("SELECT name, document FROM events WHERE run = ? ORDER BY number", (run,))
        return tuple((name, json.loads(document)) for name, document in rows)

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _explained(self, what: str) -> Iterator[None]:
        """Turn SQLite's errors (a full disk, a damaged file) into one that says what to do."""
        try:
            yield
        except sqlite3.Error as error:
            advice = "free some space, or move the damaged file away; the next one is made anew"
            raise ConductorError(f"the log of runs {self._path!r} could not be {what}: {error}; {advice}") from error


def document_of(event: Event) -> dict[str, Any]:
    """An event as JSON."""
    match event:
        case Understood(understanding=understanding):
            return dict(plain(asdict(understanding)))
        case Planned(plan=plan):
            return plan.to_dict()
        case StepStarted(step=step):
            return {"step": step}
        case StepProgressed():
            return asdict(event)
        case StepEnded(result=result):
            return {"state": type(result).__name__.lower()} | dict(plain(asdict(result)))
        case Answered(answer=answer):
            return answer_to_dict(answer)
