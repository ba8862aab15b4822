"""stac-fastapi over pgstac on a real PostgreSQL with PostGIS, filled with real items."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from connectors.items import JSON
from tests.servers.database import missing as no_database
from tests.servers.database import postgres
from tests.servers.running import executable, free_port, running


def missing() -> str:
    """Why the server cannot be started here; empty where it can."""
    if not executable("pgstac", "uvicorn").exists():
        return "stac-fastapi-pgstac is not installed: run `make test-servers`, which needs a Python 3.12"
    return no_database()


@contextmanager
def stac_pgstac(folder: Path, *, collections: Iterable[JSON], items: Iterable[JSON]) -> Iterator[str]:
    """The server over these collections and items; yields its address."""
    with filled(folder, collections=collections, items=items) as where, served(where, folder) as address:
        yield address


@contextmanager
def filled(folder: Path, *, collections: Iterable[JSON], items: Iterable[JSON]) -> Iterator[Mapping[str, str]]:
    """A database with these collections and items; yields the variables by which it is found."""
    with postgres() as where:
        _pypgstac(where, "migrate")
        for table, documents in (("collections", collections), ("items", items)):
            lines = folder / f"{table}.ndjson"
            lines.write_text("\n".join(json.dumps(document) for document in documents), "utf-8")
            _pypgstac(where, "load", table, str(lines))
        _search_runs_now(where)
        yield where


@contextmanager
def served(
    where: Mapping[str, str],
    folder: Path,
    *,
    title: str = "A real pgstac",
    certificate: tuple[Path, Path] | None = None,
) -> Iterator[str]:
    """A server over a database; yields its address, https where it has a certificate and its key."""
    port = free_port()
    command = [str(executable("pgstac", "uvicorn")), "stac_fastapi.pgstac.app:create_app", "--factory"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--log-level", "error"]
    command += ["--ssl-certfile", str(certificate[0]), "--ssl-keyfile", str(certificate[1])] if certificate else []
    address = f"{'https' if certificate else 'http'}://127.0.0.1:{port}"
    environment = {**where, "STAC_FASTAPI_TITLE": title, "STAC_FASTAPI_LANDING_ID": "pgstac"}
    with running(command, answers=f"{address}/", log=folder / f"pgstac-{port}.log", environment=environment):
        yield address


def _search_runs_now(where: Mapping[str, str]) -> None:
    """The counts are made with every search, which pgstac leaves out unless told."""
    psql = ["psql", "-qc", "UPDATE pgstac.pgstac_settings SET value='on' WHERE name='context'"]
    subprocess.run(psql, env={"PATH": "/usr/bin:/bin", **where}, check=True, capture_output=True)


def _pypgstac(where: Mapping[str, str], *arguments: str) -> None:
    command = [str(executable("pgstac", "pypgstac")), *arguments]
    done = subprocess.run(command, env={"PATH": "/usr/bin:/bin", **where}, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"pypgstac {' '.join(arguments)} failed: {done.stdout[-1500:]}{done.stderr[-1500:]}")
