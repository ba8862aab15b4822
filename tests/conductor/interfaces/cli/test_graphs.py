"""`conductor processes graph | collections` over an openEO back end on loopback."""

from __future__ import annotations

import json

from tests.conductor.interfaces.cli.shell import Shell
from tests.connectors.compute.openeo.back_end import TOKEN, BackEnd
from tests.connectors.embedded.serving import serving


def test_a_back_end_is_asked_with_its_token(shell: Shell) -> None:
    with serving(BackEnd().app()) as url:
        shell.knows("eo", "openeo", url, 'auth = { process = "bearer:MY_TOKEN" }')
        assert "S2" in shell("processes", "collections", "eo")
        assert "MY_TOKEN" in shell("processes", "run", "eo", "add", "-i", "x=1", code=7)
        shell.environ["MY_TOKEN"] = TOKEN
        told = json.loads(shell("processes", "run", "eo", "add", "-i", "x=1", "--json"))
    assert told["outputs"]["openEO.nc"]["type"] == "application/netcdf"


def test_a_question_is_said_as_a_graph(shell: Shell) -> None:
    question = "NDVI change in Texas between summer 2019 and summer 2023 with Sentinel-2"
    graph = json.loads(shell("processes", "graph", question))["process_graph"]
    loaded = [node["arguments"]["id"] for node in graph.values() if node["process_id"] == "load_collection"]
    assert len(loaded) == 2
    assert set(loaded) <= {"SENTINEL2_L1C", "SENTINEL2_L2A"}
