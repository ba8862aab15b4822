"""Memory: what the engine keeps between processes, in one SQLite file; losing it costs time, never an answer."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

_SCHEMA = """
CREATE TABLE IF NOT EXISTS health (key TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, stored_at REAL NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, seen_at REAL NOT NULL, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS buckets (host TEXT PRIMARY KEY, tokens REAL NOT NULL, at REAL NOT NULL);
"""
_KEPT_S = 7 * 86400
_MAX_RESULTS = 2000
_PRUNED_EVERY = 100


class Memory:
    """Opened at first use; where the file cannot be used (read-only, full, damaged) it lives in RAM instead."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._kept_results = 0

    def health(self, key: str) -> bytes | None:
        return self._one("SELECT body FROM health WHERE key = ?", key)

    def keep_health(self, key: str, body: bytes) -> None:
        self._write("INSERT OR REPLACE INTO health VALUES (?, ?)", key, body)

    def result(self, key: str) -> tuple[float, bytes] | None:
        """When a result was stored (epoch seconds), and its bytes."""
        rows = self._rows("SELECT stored_at, body FROM results WHERE key = ?", key)
        return (float(rows[0][0]), bytes(rows[0][1])) if rows else None

    def keep_result(self, key: str, body: bytes, *, now: float) -> None:
        self._write("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", key, now, body)
        if self._kept_results % _PRUNED_EVERY == 0:
            self._write("DELETE FROM results WHERE stored_at < ?", now - _KEPT_S)
            self._write(
                "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY stored_at DESC LIMIT -1 OFFSET ?)",
                _MAX_RESULTS,
            )
        self._kept_results += 1

    def fact(self, key: str, *, since: float) -> str | None:
        """A fact learnt after `since` (epoch seconds)."""
        rows = self._rows("SELECT value FROM facts WHERE key = ? AND seen_at >= ?", key, since)
        return str(rows[0][0]) if rows else None

    def keep_fact(self, key: str, value: str, *, now: float) -> None:
        self._write("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", key, now, value)

    def reserve(self, host: str, *, rate: float, now: float) -> float | None:
        """Take a token of the bucket that all processes share, now or from the future: the seconds to wait for it.

        A bucket holds one second's worth of `rate`. None where the memory cannot be written.
        """
        burst = max(1.0, rate)
        sql = (
            "INSERT INTO buckets VALUES (?1, ?2 - 1.0, ?3) ON CONFLICT (host) DO UPDATE SET"
            " tokens = min(?2, tokens + max(0.0, ?3 - at) * ?4) - 1.0, at = ?3 RETURNING tokens"
        )
        try:
            (tokens,) = self._open().execute(sql, (host, burst, now, rate)).fetchone()
        except (sqlite3.Error, TypeError):
            return None
        return max(0.0, -float(tokens) / rate)

    def give_back(self, host: str) -> None:
        """Put a token back that was not used."""
        self._write("UPDATE buckets SET tokens = tokens + 1.0 WHERE host = ?", host)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _one(self, sql: str, key: str) -> bytes | None:
        rows = self._rows(sql, key)
        return bytes(rows[0][0]) if rows else None

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._open().execute(sql, values).fetchall()
        except sqlite3.OperationalError:  # locked by another process, or the disk is full
            return []
        except sqlite3.DatabaseError:
            return self._forget().execute(sql, values).fetchall()

    def _write(self, sql: str, *values: object) -> None:
        try:
            self._open().execute(sql, values)
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self._forget().execute(sql, values)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            try:
                self._connection = _opened(self._path)
            except (sqlite3.OperationalError, OSError):  # read-only, full or locked: the file is left as it is
                self._path = None
                self._connection = _opened(None)
            except sqlite3.DatabaseError:
                return self._forget()
        return self._connection

    def _forget(self) -> sqlite3.Connection:
        """Put the damaged file aside and go on in RAM."""
        self.close()
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.rename(self._path.with_suffix(".damaged"))
            self._path = None
        self._connection = _opened(None)
        return self._connection


def _opened(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path or ":memory:", timeout=0.25, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA page_size=32768")  # answers are megabytes
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=OFF")
        connection.executescript(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
