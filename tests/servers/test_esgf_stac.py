"""Our ESGF STAC connector and the field's own client, intake-esgf, on one real server with thousands of CMIP6 datasets."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from conductor.settings import from_environment
from connectors.embedded.datasets import Catalogue, catalogue
from connectors.embedded.esgf_records import NODES
from connectors.embedded.file_host import file_host
from connectors.items import JSON, Found
from connectors.operations import Load, Search
from tests.connectors.access.certificates import holder
from tests.connectors.embedded.serving import free_port, serving
from tests.servers import pgstac
from tests.servers.esgf_items import COLLECTION, held_items, listed_items
from tests.servers.registration import Registered, add, world
from tests.servers.running import executable

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 180.0, rate_per_s = 1000.0, page_max = 500 }"
HISTORICAL: dict[str, tuple[str, ...]] = {"experiment_id": ("historical",), "table_id": ("Amon",)}
# The real client, told the one index; it prints what it found, and with a model the files that it fetched.
CLIENT = """
import json, os, sys
host, home, facets, model = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4]
os.environ["HOME"] = home
import intake_esgf
intake_esgf.conf.set(no_indices=True, local_cache=[home + "/files"], requests_cache={"expire_after": "DO_NOT_CACHE"})
intake_esgf.conf["stac_indices"] = {host: True}
catalog = intake_esgf.ESGFCatalog().search(project="CMIP6", **facets)
found = sorted({name.partition("|")[0] for row in catalog.df["id"] for name in ([row] if isinstance(row, str) else row)})
paths = []
if model:
    held = intake_esgf.ESGFCatalog().search(project="CMIP6", source_id=model, **facets).to_path_dict()
    paths = [str(path) for value in held.values() for path in (value if isinstance(value, list) else [value])]
print(json.dumps({"found": found, "paths": paths}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """One catalogue at two addresses, plain for ours and with TLS for the client that knows no other, and its datasets."""

    url: str
    secure: str
    files: str
    authority: Path
    items: tuple[JSON, ...]
    held: Catalogue


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    if missing := pgstac.missing():
        pytest.skip(missing)
    held = catalogue(from_environment().holdings_dir)
    if not any(dataset.project == "CMIP6" for dataset in held.datasets):
        pytest.skip("the CMIP6 files of the holdings are not here: `conductor holdings sync`")
    folder, port = tmp_path_factory.mktemp("esgf"), free_port()
    node = replace(NODES[0], files=f"http://127.0.0.1:{port}/thredds/fileServer")
    own = held_items(held.datasets, node=node)
    known = {item["id"] for item in own}
    items = (*own, *(item for item in listed_items() if item["id"] not in known))
    certificate = folder / "certificate.pem", folder / "key.pem"
    pair = holder("localhost")
    certificate[0].write_bytes(pair.public())
    certificate[1].write_bytes(pair.pem())
    with (
        serving(file_host(from_environment().holdings_dir, held=lambda: held, node=node), port=port),
        pgstac.filled(folder, collections=[COLLECTION], items=items) as where,
        pgstac.served(where, folder, title="ESGF on loopback") as plain,
        pgstac.served(where, folder, title="ESGF on loopback", certificate=certificate) as secure,
    ):
        files = f"http://127.0.0.1:{port}"
        yield Index(url=plain, secure=secure, files=files, authority=certificate[0], items=items, held=held)


@pytest.fixture(scope="module")
def registered(index: Index, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(index.url, tmp_path_factory.mktemp("config"))


@pytest.fixture(scope="module")
def theirs(index: Index, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the real client finds, and the files of one model that it fetches."""
    python = executable("peers", "python")
    if not python.exists():
        pytest.skip("intake-esgf is not installed: run `make test-servers`, which needs a Python 3.12")
    facets = {name: list(values) for name, values in HISTORICAL.items()} | {"variable_id": ["ta"]}
    host, home = (
        index.secure.removeprefix("https://").replace("127.0.0.1", "localhost"),
        tmp_path_factory.mktemp("home"),
    )
    command = [str(python), "-W", "ignore", "-c", CLIENT, host, str(home), json.dumps(facets), "TaiESM1"]
    trusting = {"REQUESTS_CA_BUNDLE": str(index.authority), "PATH": "/usr/bin:/bin", "HOME": str(home)}
    done = subprocess.run(command, env=trusting, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


async def search(registered: Registered, folder: Path, **facets: tuple[str, ...]) -> Found:
    asked = Search(family="esgf", collections=("CMIP6",), facets=facets, limit=10_000)
    async with world(registered, folder=folder, more=PATIENT) as outside:
        return await outside.search(asked, source=registered.id, deadline_s=180.0)


def held_by(index: Index, **facets: str) -> set[str]:
    wanted = {f"cmip6:{name}": value for name, value in facets.items()}
    return {i["id"] for i in index.items if wanted.items() <= i["properties"].items()}


def test_its_protocol_is_found_out(registered: Registered, index: Index) -> None:
    assert registered.said == f"{registered.id} registered: esgf-stac (esgf) at {index.url}"


async def test_facets_find_the_datasets(registered: Registered, index: Index, tmp_path: Path) -> None:
    found = await search(registered, tmp_path, experiment_id=("historical",), variable_id=("ta",))
    assert {item.id for item in found.items} == held_by(index, experiment_id="historical", variable_id="ta") != set()
    assert (found.complete, found.reports[0].post_filtered) == (True, ())


async def test_pages_of_thousands_are_followed_to_the_end(registered: Registered, index: Index, tmp_path: Path) -> None:
    found = await search(registered, tmp_path)
    assert {item.id for item in found.items} == {item["id"] for item in index.items}
    assert found.reports[0].matched == len(index.items)
    assert found.reports[0].attempts == -(-len(index.items) // 500)


async def test_the_real_client_finds_the_same(registered: Registered, theirs: dict[str, Any], tmp_path: Path) -> None:
    found = await search(registered, tmp_path, **HISTORICAL, variable_id=("ta",))
    assert {item.id for item in found.items} == set(theirs["found"]) != set()


async def test_the_real_client_fetches_the_same_file(
    registered: Registered, index: Index, theirs: dict[str, Any], tmp_path: Path
) -> None:
    own_host = (
        f'[source.files]\ntitle = "F"\nkind = "stac-static"\nfamily = "eo"\nurl = "{index.files}"\nenabled = false'
    )
    asked = Search(family="esgf", collections=("CMIP6",), facets={**HISTORICAL, "source_id": ("TaiESM1",)})
    async with world(registered, folder=tmp_path, more=f"{PATIENT}\n\n{own_host}\n") as outside:
        found = await outside.search(asked, source=registered.id, deadline_s=180.0)
        mine = await outside.load(Load(items=tuple(i for i in found.items if i.assets)))
    (ours,), (fetched,) = (mine.cubes[0].hrefs, theirs["paths"])
    assert _digest(Path(ours.removeprefix("file://"))) == _digest(Path(fetched))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
