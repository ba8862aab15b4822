"""A PostgreSQL with PostGIS in a folder of its own: made, started on a free port, and thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.servers.running import free_port, running

_VERSIONS = Path("/usr/lib/postgresql")
_EXTENSIONS = Path("/usr/share/postgresql")
_UNSAFE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # thrown away anyway


def missing() -> str:
    """Why no database can be started here; empty where one can."""
    if programs() is None:
        return "PostgreSQL with PostGIS is not installed: `apt-get install postgresql-postgis`"
    if os.geteuid() == 0 and _postgres_user() is None:
        return "PostgreSQL does not run as root, and there is no user `postgres` to run it as"
    return ""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL that has PostGIS; None where there is none."""
    found = (
        folder / "bin"
        for folder in sorted(_VERSIONS.glob("*"), key=lambda p: int(p.name) if p.name.isdigit() else 0, reverse=True)
        if (folder / "bin" / "initdb").exists() and (_EXTENSIONS / folder.name / "extension/postgis.control").exists()
    )
    return next(found, None)


@contextmanager
def postgres() -> Iterator[Mapping[str, str]]:
    """An empty database; yields the variables by which every client of PostgreSQL finds it."""
    bin_folder = programs()
    assert bin_folder is not None, missing()
    user = _postgres_user() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="conductor-postgres-"))
    try:
        if user:
            shutil.chown(folder, user, user)
        _initialise(bin_folder, folder / "data", user)
        port = free_port()
        options = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", *_UNSAFE]
        command = [str(bin_folder / "postgres"), "-D", str(folder / "data")]
        command += [part for option in options for part in ("-c", option)]
        with running(
            command, answers=lambda: _listens(port), log=folder / "postgres.log", user=user, stop=signal.SIGINT
        ):
            where = {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "postgres", "PGPASSWORD": "unused"}
            yield where | {"PGDATABASE": "postgres"}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _initialise(bin_folder: Path, data: Path, user: str | None) -> None:
    command = [str(bin_folder / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync"]
    command += ["-E", "UTF8", "--locale=C.UTF-8"]
    as_whom = {"user": user, "group": user, "extra_groups": ()} if user else {}
    done = subprocess.run(command, capture_output=True, text=True, cwd=data.parent, **as_whom)  # type: ignore[call-overload]
    if done.returncode:
        raise RuntimeError(f"PostgreSQL could not make a database: {done.stdout}{done.stderr}")


def _postgres_user() -> str | None:
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return None


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
