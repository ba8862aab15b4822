"""The ESGF Compute API end to end: a loopback that answers with exactly the documents of the LLNL service."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.cwt.server import CWT, OPENDAP
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.runner import Runner
from connectors.engine.memory import Memory
from connectors.errors import Refused
from connectors.items import Cube, Processed
from connectors.markup import read_xml
from connectors.offers import Source
from connectors.operations import Process
from connectors.transport import Reply
from tests.connectors.compute.cwt.test_grammar import CUT
from tests.connectors.compute.wps.recorded import FIXTURES, asks, file

pytestmark = pytest.mark.skipif(not FIXTURES.exists(), reason="the generated documents are not here")
URL = "https://aims2.llnl.gov/wps"
SUBSET = Process(process_id="filter_bbox", inputs=CUT)


class Service:
    """LLNL's service from one document to the next; `ends` is how its job ends."""

    def __init__(self, ends: str = "succeeded") -> None:
        self.ends, self.looks = ends, 0
        self.executed: list[Request] = []

    async def __call__(self, request: Request) -> Reply:
        if asks("GetCapabilities")(request):
            return _document("GetCapabilities.xml")
        if asks("DescribeProcess")(request):
            told, asked = _document("DescribeProcess_CDAT.subset.xml"), str(request.params["identifier"])
            return replace(told, body=told.body.replace(b"CDAT.subset", asked.encode()))
        if asks("Execute")(request):
            self.executed.append(request)
            return _document("ExceptionReport_missing.xml" if self.ends == "missing" else "Execute_accepted.xml")
        assert request.url == "https://aims2.llnl.gov/api/status/1/"
        self.looks += 1
        return _document("Execute_started.xml" if self.looks == 1 else f"Execute_{self.ends}.xml")


def _document(name: str) -> Reply:
    return file(f"cwt/generated/{name}")


async def _run(service: Service, folder: Path, process: Process = SUBSET, **options: Any) -> Processed:
    source = Source(id="llnl", title="LLNL", kind="cwt", family="compute", url=URL, options=options)
    memory, table = Memory(folder / "engine.sqlite"), JobTable(folder / "jobs.sqlite", now=lambda: 1000.0)
    server = CWT(url=URL, send=service, source=source)

    async def no_sleep(seconds: float) -> None:
        return None

    offered = Offered(server=server, address=URL, memory=memory, now=lambda: 1000.0)
    runner = Runner(server=server, table=table, offered=offered, now=lambda: 1000.0, sleep=no_sleep)
    try:
        return await runner.execute(process, source="llnl")
    finally:
        table.close()
        memory.close()


async def test_its_24_processes_are_listed() -> None:
    listed = await CWT(url=URL, send=Service()).processes()
    assert len(listed) == 24 and "CDAT.subset" in {process.id for process in listed}


async def test_a_step_of_ours_runs_there_and_gives_a_file_by_opendap(tmp_path: Path) -> None:
    service = Service()
    done = await _run(service, tmp_path)
    output = done.outputs["output"]
    assert isinstance(output, Cube) and output.type == OPENDAP and output.hrefs[0].endswith(".nc")
    assert output.properties["variable_id"] == "tas"
    assert [caveat.code for caveat in done.caveats] == ["legacy_service"]
    assert (len(service.executed), service.looks) == (1, 2)


async def test_what_is_posted_is_what_its_own_client_posted(tmp_path: Path) -> None:
    service = Service()
    await _run(service, tmp_path)
    body = service.executed[0].content
    assert isinstance(body, bytes)
    assert _told(body) == _told((FIXTURES / "cwt/generated/subset_Execute_POST.xml").read_bytes())


async def test_what_is_asked_by_get_is_what_its_own_client_asked(tmp_path: Path) -> None:
    from urllib.parse import parse_qsl, urlsplit

    service = Service()
    await _run(service, tmp_path, execute="kvp")
    recorded = dict(
        parse_qsl(
            urlsplit((FIXTURES / "cwt/generated/subset_Execute_GET.txt").read_text().strip()).query, separator="&"
        )
    )
    asked = service.executed[0].params
    assert _lists(str(asked["DataInputs"])) == _lists(recorded.pop("DataInputs"))
    assert recorded.items() <= dict(asked).items()


async def test_nasas_dialect_goes_by_get(tmp_path: Path) -> None:
    service = Service()
    await _run(service, tmp_path, dialect="edas")
    asked = service.executed[0].params
    assert asked["Identifier"] == "CDSpark.subset"
    assert str(asked["datainputs"]).startswith('[domain=[{"name": "d0"')


async def test_bare_text_of_a_failure_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Error executing process"):
        await _run(Service("failed"), tmp_path)


async def test_an_exception_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="domain, operation"):
        await _run(Service("missing"), tmp_path)


def _told(body: bytes) -> dict[str, Any]:
    root = read_xml(body)
    names = [e.text for e in root.iter("{*}Identifier")]
    lists = [json.loads(e.text) for e in root.iter("{*}ComplexData")]
    media = {e.get("mimeType") for e in root.iter("{*}ComplexData")}
    return {"names": names, "lists": lists, "media": media}


def _lists(text: str) -> dict[str, Any]:
    return {name: json.loads(value) for name, _, value in (part.partition("=") for part in text.split(";"))}
