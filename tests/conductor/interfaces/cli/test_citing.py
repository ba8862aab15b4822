"""`conductor cite` as a person types it: from a tracking id to the credit, JSON alone on stdout, exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.conductor.interfaces.cli.shell import Shell
from tests.connectors.embedded.serving import serving

DRS = "CMIP6.CMIP.MOHC.UKESM1-0-LL.historical.r1i1p1f2.Amon.tas.gn"
HANDLES: dict[str, dict[str, str]] = {
    "21.14100/file": {"AGGREGATION_LEVEL": "FILE", "IS_PART_OF": "hdl:21.14100/set"},
    "21.14100/set": {
        "AGGREGATION_LEVEL": "DATASET", "DRS_ID": DRS, "VERSION_NUMBER": "20190406", "IS_PART_OF": "doi:10.22033/ESGF/CMIP6.6113",
    },
}  # fmt: skip


async def handle(request: Request) -> JSONResponse:
    known = HANDLES.get(request.path_params["name"], {})
    values: list[Any] = [{"type": t, "data": {"format": "string", "value": v}} for t, v in known.items()]
    return JSONResponse({"responseCode": 1, "values": values} if known else {"responseCode": 100})


@pytest.fixture
def handles(shell: Shell) -> Iterator[None]:
    with serving(Starlette(routes=[Route("/{name:path}", handle)])) as url:
        text = f'[source.handles]\nurl = "{url}"\n[source.esgf-errata]\nenabled = false\n'
        (shell.folder / "sources.toml").write_text(f"format = 1\n{text}")
        yield


@pytest.mark.usefixtures("handles")
def test_a_file_is_credited_by_its_tracking_id(shell: Shell) -> None:
    said = shell("cite", "hdl:21.14100/file")
    assert (
        "MOHC UKESM1-0-LL model output prepared for CMIP6" in said
        and "https://doi.org/10.22033/ESGF/CMIP6.6113" in said
    )
    (credit,) = json.loads(shell("cite", "21.14100/set", "--json"))["citations"]
    assert (credit["name"], credit["pid"], credit["errata"]) == (f"{DRS}.v20190406", "21.14100/set", [])
    assert "there is no '21.14100/none'" in shell("cite", "hdl:21.14100/none", code=5)
    assert "ids look like" in shell("cite", "tas.nc", code=2)
