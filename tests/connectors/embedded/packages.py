"""Tiny real packages and a folder or slow server to fetch them from, so that real pip downloads are tested offline."""

from __future__ import annotations

import hashlib
import io
import tarfile
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from connectors.embedded.manifest import Holding, Kind

BACKEND = """
import os, pathlib
def prepare_metadata_for_build_wheel(directory, settings=None):
    info = pathlib.Path(directory, "{name}-1.0.dist-info"); info.mkdir()
    info.joinpath("METADATA").write_text("Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0\\n")
    return info.name
def build_wheel(directory, settings=None, metadata=None):
    raise SystemExit("it is never built")
"""
PYPROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'


def make_wheel(folder: Path, name: str, members: Mapping[str, bytes]) -> Path:
    """A wheel `name` 1.0 that carries the members, deflated."""
    path, info = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for member, content in members.items():
            wheel.writestr(member, content)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return path


def make_sdist(folder: Path, name: str, members: Mapping[str, bytes]) -> Path:
    """A source archive `name` 1.0 with a build backend of its own, so that pip needs no index to read its name."""
    path, top = folder / f"{name}-1.0.tar.gz", f"{name}-1.0"
    own = {
        "PKG-INFO": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
        "backend.py": BACKEND.format(name=name).encode(),
        "pyproject.toml": PYPROJECT.encode(),
    }
    with tarfile.open(path, "w:gz") as sdist:
        for member, content in {**own, **members}.items():
            entry = tarfile.TarInfo(f"{top}/{member}")
            entry.size = len(content)
            sdist.addfile(entry, io.BytesIO(content))
    return path


def holding_of(archive: Path, *, members: tuple[str, ...], id: str = "", kind: Kind = "wheel") -> Holding:
    """The manifest's entry for an archive made here."""
    name = archive.name.partition("-")[0]
    return Holding(
        id=id or name, title=name, archive=name, version="1.0", kind=kind, bytes=archive.stat().st_size,
        sha256=hashlib.sha256(archive.read_bytes()).hexdigest(), members=members, licence="CC0-1.0", citation="none",
    )  # fmt: skip


def offline(folder: Path) -> tuple[str, ...]:
    """pip's options to look for archives in this folder and nowhere else."""
    return ("--no-index", "--find-links", str(folder))


@contextmanager
def slow_server(folder: Path, *, bytes_per_s: int) -> Iterator[str]:
    """Serve the archives of a folder over loopback, dripping them; yields the address of the page that links to them."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            archive = folder / self.path.lstrip("/")
            page = "".join(f'<a href="/{p.name}">{p.name}</a>' for p in sorted(folder.iterdir())).encode()
            content = archive.read_bytes() if archive.is_file() else page
            self.send_response(200)
            self.send_header("Content-Type", "application/octet-stream" if archive.is_file() else "text/html")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            piece = max(1, bytes_per_s // 20) if archive.is_file() else len(content)
            for start in range(0, len(content), piece):
                self.wfile.write(content[start : start + piece])
                time.sleep(0.05)

        def log_message(self, format: str, *args: object) -> None:
            return

        def handle(self) -> None:
            try:
                super().handle()
            except (ConnectionError, BrokenPipeError):  # the client was interrupted: that is what is tested
                return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
