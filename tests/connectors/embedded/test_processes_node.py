"""The processes node: OGC API – Processes as others speak it, proven with OWSLib, and our own chain through it."""

from __future__ import annotations

import functools
import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
import xarray as xr
from owslib.ogcapi.processes import Processes
from pytest_benchmark.fixture import BenchmarkFixture

from connectors.compute.direct import Direct
from connectors.compute.local import LocalProcesses
from connectors.compute.ogcapi import OGCProcesses
from connectors.embedded.processes_node import MAX_BODY, app
from connectors.errors import BadReply, MissingHolding, Refused
from connectors.items import Cube, Processed, Value
from connectors.operations import Process
from connectors.transport import Transport
from tests.connectors.compute.samples import HELD, LAND_COVER, coarse_grid, global_tas, processes
from tests.connectors.embedded.serving import free_port, serving

ROOT = Path(__file__).resolve().parents[3]
MERGE = {
    "data": [{"hrefs": list(global_tas("ssp126").hrefs), "properties": dict(global_tas("ssp126").properties)}],
    "variable": "tas",
    "experiments": ["ssp126"],
}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The node on a port."""
    port, ticks = free_port(), itertools.count()
    local = LocalProcesses(holdings_dir=HELD, roots=(HELD,), base_url=f"http://127.0.0.1:{port}")
    made = app(local, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(ticks)))
    with serving(made, port=port) as address:
        yield address
    local.close()


@pytest.fixture
def embedded() -> Iterator[Direct]:
    """The executor over the node in process."""
    local = processes()
    transport = Transport(
        apps={"processes.embedded": lambda: app(local, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))}
    )
    send = functools.partial(transport.send, budget_s=60.0)
    server = OGCProcesses(url="http://processes.embedded/", send=send, references=False, repeatable=True)
    yield Direct(server=server)
    local.close()


def _post(url: str, process: str, body: Any, **headers: str) -> httpx2.Response:
    return httpx2.post(f"{url}/processes/{process}/execution", json=body, headers=headers, timeout=60)


async def _run(server: Direct, process: str, **inputs: Any) -> Processed:
    return await server.execute(Process(process_id=process, inputs=inputs), source="local-processes")


def test_owslib_lists_describes_and_executes(url: str) -> None:
    client = Processes(f"{url}/")
    assert {"trend", "tx_days_above"} <= {p["id"] for p in client.processes()}
    assert client.process("trend")["inputs"]["interval"]["minOccurs"] == 1
    results = client.execute("merge_cubes", MERGE)
    assert results["counts"]["rows"] == [["ssp126", 33, 32, 32]]


def test_owslib_begins_a_job(url: str) -> None:
    client = Processes(f"{url}/")
    inputs = MERGE | {"members": "all"}
    told = client.execute("merge_cubes", inputs, async_=True)
    assert told["status"] in ("accepted", "running", "successful")


def test_the_landing_page_leads_on(url: str) -> None:
    links = {link["rel"]: link["href"] for link in httpx2.get(f"{url}/").json()["links"]}
    for relation in (
        "conformance",
        "http://www.opengis.net/def/rel/ogc/1.0/processes",
        "http://www.opengis.net/def/rel/ogc/1.0/job-list",
    ):
        assert httpx2.get(links[relation]).status_code == 200
    assert any(c.endswith("/conf/core") for c in httpx2.get(f"{url}/conformance").json()["conformsTo"])


def test_the_list_of_processes_comes_in_pages(url: str) -> None:
    first = httpx2.get(f"{url}/processes", params={"limit": 5}).json()
    following = next(link["href"] for link in first["links"] if link["rel"] == "next")
    second = httpx2.get(following).json()
    assert [len(page["processes"]) for page in (first, second)] == [5, 5]
    assert {p["id"] for p in first["processes"]}.isdisjoint(p["id"] for p in second["processes"])


def test_descriptions_come_in_the_language_asked_for(url: str) -> None:
    reply = httpx2.get(f"{url}/processes/trend", headers={"accept-language": "fr-CA"})
    assert (reply.headers["content-language"], reply.json()["title"]) == ("fr", "Tendance d'une grandeur annuelle")


def test_a_job_is_followed_from_201_to_its_results(url: str) -> None:
    reply = _post(url, "merge_cubes", {"inputs": MERGE | {"sources": ["CanESM5"]}}, Prefer="respond-async")
    assert (reply.status_code, reply.headers["preference-applied"]) == (201, "respond-async")
    place = reply.headers["location"]
    _post(url, "merge_cubes", {"inputs": MERGE | {"sources": ["CanESM5"]}})
    status = httpx2.get(place).json()
    assert (status["status"], status["progress"]) == ("successful", 100)
    results = httpx2.get(next(link["href"] for link in status["links"] if link["rel"].endswith("results"))).json()
    assert results["counts"]["rows"] == [["ssp126", 2, 1, 1]]
    assert place.rpartition("/")[2] in [job["jobID"] for job in httpx2.get(f"{url}/jobs").json()["jobs"]]


def test_a_job_may_be_waited_for_a_while(url: str) -> None:
    body = {"inputs": MERGE | {"sources": ["CESM2"]}}
    assert _post(url, "merge_cubes", body, Prefer="respond-async, wait=30").status_code == 200


def test_a_cube_can_be_fetched_as_netcdf_and_as_coverage(url: str, tmp_path: Path) -> None:
    href = _post(url, "merge_cubes", {"inputs": MERGE}).json()["cube"]["hrefs"][0]
    fetched = httpx2.get(href)
    assert fetched.headers["content-type"] == "application/x-netcdf"
    (tmp_path / "cube.nc").write_bytes(fetched.content)
    with xr.open_dataset(tmp_path / "cube.nc") as dataset:
        assert dataset["tas"].sizes["realization"] == 32
    coverage = httpx2.get(href, params={"f": "covjson"})
    assert coverage.headers["content-type"] == "application/prs.coverage+json"
    assert coverage.json()["domain"]["axes"]["t"]["values"][0] == "1850"


def test_one_output_may_be_asked_for_raw(url: str) -> None:
    raw = _post(url, "merge_cubes", {"inputs": MERGE, "outputs": {"counts": {}}, "response": "raw"})
    assert raw.json()["columns"] == ["experiment_id", "runs_found", "models", "runs_used"]
    array = _post(url, "merge_cubes", {"inputs": MERGE, "outputs": {"cube": {}}, "response": "raw"})
    assert array.headers["content-type"] == "application/x-netcdf"


def test_a_dismissed_job_has_no_results(url: str) -> None:
    reply = _post(url, "merge_cubes", {"inputs": MERGE | {"sources": ["MIROC6"]}}, Prefer="respond-async")
    place = reply.headers["location"]
    assert httpx2.delete(place).json()["status"] == "dismissed"
    assert httpx2.get(place).json()["status"] == "dismissed"
    assert httpx2.get(f"{place}/results").status_code == 410


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "kind"),
    [
        ("GET", "/processes/nothing", None, 404, "no-such-process"),
        ("POST", "/processes/nothing/execution", b"{}", 404, "no-such-process"),
        ("GET", "/jobs/nothing", None, 404, "no-such-job"),
        ("DELETE", "/jobs/nothing", None, 404, "no-such-job"),
        ("GET", "/jobs/nothing/results", None, 404, "no-such-job"),
        ("POST", "/processes/trend/execution", b"{", 400, "invalid-parameter"),
        ("POST", "/processes/trend/execution", b"[]", 400, "invalid-parameter"),
        ("POST", "/processes/trend/execution", b'{"inputs": []}', 400, "invalid-parameter"),
        ("POST", "/processes/trend/execution", b'{"inputs": {}}', 400, "invalid-parameter"),
        ("POST", "/processes/trend/execution", b"[" * 200_000, 400, "invalid-parameter"),
        ("POST", "/processes/trend/execution", b" " * (MAX_BODY + 1), 413, "invalid-parameter"),
        ("GET", "/processes?limit=many", None, 400, "invalid-parameter"),
        ("PUT", "/processes/trend", None, 405, "about:blank"),
        ("GET", "/elsewhere", None, 404, "about:blank"),
    ],
)
def test_errors_are_problem_documents(
    url: str, method: str, path: str, body: bytes | None, status: int, kind: str
) -> None:
    reply = httpx2.request(method, url + path, content=body, timeout=30)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    problem = reply.json()
    assert problem["status"] == status
    assert problem["type"].endswith(kind)
    assert problem["detail"]


def test_an_unknown_output_is_an_error_before_anything_runs(url: str) -> None:
    reply = _post(url, "merge_cubes", {"inputs": MERGE, "outputs": {"table": {}}})
    assert (reply.status_code, "there are cube, counts" in reply.json()["detail"]) == (400, True)


def test_a_fault_names_no_file_of_ours(url: str) -> None:
    reply = _post(url, "merge_cubes", {"inputs": {"data": [{"hrefs": ["/etc/passwd"]}], "variable": "tas"}})
    assert reply.status_code == 400
    assert "Traceback" not in reply.text
    assert str(HELD) not in reply.text


async def test_the_chain_of_the_first_question_goes_through_the_protocol(embedded: Direct) -> None:
    spread = await _first_question(embedded, "ssp245")
    value = spread.outputs["value"]
    assert isinstance(value, Value)
    assert (round(value.value, 1), value.n) == (2.1, 37)


async def _first_question(server: Direct, experiment: str) -> Processed:
    merged = await _run(server, "merge_cubes", data=[global_tas(experiment)], variable="tas", experiments=[experiment])
    placed = await _run(server, "aggregate_spatial", data=merged.outputs["cube"], place={"kind": "globe"})
    annual = await _run(server, "aggregate_temporal_period", data=placed.outputs["cube"], period="year")
    departed = await _run(server, "anomaly", data=annual.outputs["cube"], reference=["1995-01-01", "2014-12-31"])
    mean = await _run(
        server, "aggregate_temporal", data=departed.outputs["cube"], interval=["2081-01-01", "2100-12-31"]
    )
    await _run(server, "ensemble_statistics", data=departed.outputs["cube"], units="K", kind="change")
    return await _run(server, "ensemble_statistics", data=mean.outputs["cube"], units="K", kind="change")


async def test_caveats_come_through(embedded: Direct) -> None:
    merged = await _run(embedded, "merge_cubes", data=coarse_grid(), variable="tas", experiments=["ssp585"])
    assert [c.code for c in merged.caveats] == ["one_per_model"]
    assert isinstance(merged.outputs["cube"], Cube)


@pytest.mark.parametrize(
    ("inputs", "kind", "words"),
    [
        ({"data": [], "variable": "tas"}, Refused, "at least 1"),
        ({"data": [{"hrefs": [str(HELD / "gone.nc")]}], "variable": "tas"}, MissingHolding, "holdings sync"),
        ({"data": [{"hrefs": [str(LAND_COVER)]}], "variable": "tas"}, BadReply, "MCD12C1"),
    ],
)
async def test_errors_come_through_as_what_they_are(
    embedded: Direct, inputs: dict[str, Any], kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=words):
        await _run(embedded, "merge_cubes", **inputs)


async def test_the_same_question_gives_the_same_bytes(embedded: Direct) -> None:
    first, again = [await _first_question(embedded, "ssp126") for _ in range(2)]
    assert first == again


def test_the_first_question_waits_for_no_heavy_library() -> None:
    code = (
        "import sys, pathlib; from tests.connectors.compute.samples import processes, global_tas\n"
        "local = processes()\n"
        "def run(p, **i): return local.run(local.read(p, i)).outputs\n"
        "c = run('merge_cubes', data=[global_tas('ssp245')], variable='tas', experiments=['ssp245'])['cube']\n"
        "c = run('aggregate_spatial', data=c, place={'kind': 'globe'})['cube']\n"
        "c = run('anomaly', data=c, reference=[1995, 2014])['cube']\n"
        "c = run('aggregate_temporal', data=c, interval=[2081, 2100])['cube']\n"
        "run('ensemble_statistics', data=c, kind='change')\n"
        "print(json.dumps([m for m in ('xclim', 'scipy.stats', 'regionmask', 'matplotlib', 'rasterio') if m in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", "import json;" + code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert json.loads(done.stdout) == []


def test_the_first_question_takes_no_time_once_warm(benchmark: BenchmarkFixture) -> None:
    local = processes()
    scenarios = itertools.cycle(["ssp126", "ssp245", "ssp370", "ssp585"])

    def ask() -> None:
        local.store.drop(local.base_url)
        data = global_tas(next(scenarios))
        experiment = str(data.properties["experiment_id"])
        cube = local.run(
            local.read("merge_cubes", {"data": [data], "variable": "tas", "experiments": [experiment]})
        ).outputs["cube"]
        for process, inputs in (
            ("aggregate_spatial", {"place": {"kind": "globe"}}),
            ("anomaly", {"reference": [1995, 2014]}),
            ("aggregate_temporal", {"interval": [2081, 2100]}),
        ):
            cube = local.run(local.read(process, {"data": cube, **inputs})).outputs["cube"]
        local.run(local.read("ensemble_statistics", {"data": cube, "kind": "change"}))

    benchmark(ask)
    local.close()
