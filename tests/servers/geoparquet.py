"""stac-fastapi over stac-geoparquet files: DuckDB reads them, no database stands behind."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from connectors.items import JSON
from tests.servers.catalogs import as_collections, as_items, real_items
from tests.servers.running import executable, free_port, running

# DuckDB would fetch its extensions from the network; they lie in Python packages, to be put where it looks.
_EXTENSIONS = """
import importlib, pathlib, shutil, sys
home = pathlib.Path(sys.argv[1])
for name in ("parquet", "spatial", "icu"):
    package = pathlib.Path(importlib.import_module(f"duckdb_extension_{name}").__file__).parent
    for file in (package / "extensions").glob("*/*.duckdb_extension"):
        folder = home / ".duckdb" / "extensions" / file.parent.name / "linux_amd64"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder)
"""
_WRITE = """
import asyncio, json, os, pathlib, sys
import rustac
async def main():
    for file in sorted(pathlib.Path(sys.argv[1]).glob("*.items.json")):
        target = file.with_name(file.name.removesuffix(".items.json") + ".parquet")
        await rustac.write(str(target), json.loads(file.read_text()))
asyncio.run(main())
os._exit(0)  # rustac may fail as the interpreter is taken down, when all is written
"""


def missing() -> str:
    """Why the server cannot be started here; empty where it can."""
    package = executable("servers", "python").parents[1] / "lib" / "python3.12" / "site-packages" / "rustac"
    return "" if package.is_dir() else "stac-fastapi-geoparquet is not installed: run `make test-servers`"


@contextmanager
def stac_geoparquet(folder: Path, *, documents: Iterable[JSON] | None = None) -> Iterator[str]:
    """The server over these items (the real ones where none are given), a file each collection; yields its address."""
    items = [_pruned(item) for item in as_items(large_collections() if documents is None else documents)]
    home, files = folder / "home", folder / "parquet"
    home.mkdir()
    files.mkdir()
    collections = as_collections(items)
    for collection in collections:
        members = [item for item in items if item["collection"] == collection["id"]]
        (files / f"{collection['id']}.items.json").write_text(json.dumps(members), "utf-8")
        parquet = {"href": f"./{collection['id']}.parquet", "type": "application/vnd.apache.parquet", "roles": ["data"]}
        collection["assets"] = {"items": parquet}
    (files / "collections.json").write_text(json.dumps(collections), "utf-8")
    environment = {"HOME": str(home), "STAC_FASTAPI_COLLECTIONS_HREF": str(files / "collections.json")}
    _python(_EXTENSIONS, str(home))
    _python(_WRITE, str(files))
    port = free_port()
    command = [str(executable("servers", "uvicorn")), "stac_fastapi.geoparquet.main:app", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--log-level", "error"]
    address = f"http://127.0.0.1:{port}"
    with running(command, answers=f"{address}/", log=folder / "geoparquet.log", environment=environment):
        yield address


def large_collections() -> tuple[JSON, ...]:
    """The items of the collections that have more than a few: thousands, where the recorded ones lie beside the checkout."""
    counts = Counter(item["collection"] for item in real_items())
    return tuple(item for item in real_items() if counts[item["collection"]] > 5)


def _pruned(value: Any) -> Any:
    """Without the empty objects, which Parquet cannot hold."""
    if isinstance(value, dict):
        return {k: _pruned(v) for k, v in value.items() if v != {}}
    return [_pruned(v) for v in value if v != {}] if isinstance(value, list) else value


def _python(program: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(executable("servers", "python")), "-c", program, *arguments], capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"the geoparquet files could not be written: {done.stderr[-1500:]}")
