"""Our processes as CWL packages, validated and run by cwltool, the reference runner; one as a workflow beside our own answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr

from connectors.compute import catalogue, cwl
from connectors.compute.ogcapi_listing import description
from connectors.compute.remote import ProcessDescription
from connectors.compute.weaver import deployment
from tests.connectors.compute.daily import write_daily
from tests.servers.running import executable

pytestmark = pytest.mark.servers
CWLTOOL = executable("cwl", "cwltool")
CONDUCTOR = Path(sys.executable).with_name("conductor")
BOX = [-105.0, 30.0, -95.0, 40.0]


@pytest.fixture(autouse=True)
def _there() -> None:
    if not CWLTOOL.exists():
        pytest.skip("cwltool is not installed: run `make test-servers`, which needs a Python 3.12")


def cwltool(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run it with our command on its path and our folders in its environment."""
    ours = {
        name: str(folder / name.lower())
        for name in ("CONDUCTOR_CACHE_DIR", "CONDUCTOR_CONFIG_DIR", "CONDUCTOR_DATA_DIR")
    }
    kept = [word for name in ours for word in ("--preserve-environment", name)]
    environment = {**os.environ, **ours, "PATH": f"{CONDUCTOR.parent}:{os.environ['PATH']}"}
    command = [str(CWLTOOL), "--quiet", "--no-container", *kept, *arguments]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=300)


def described(process_id: str) -> ProcessDescription:
    return description(catalogue.description(process_id).to_dict())


def written(document: dict[str, Any], path: Path) -> str:
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def test_every_process_of_ours_is_a_valid_package(tmp_path: Path) -> None:
    own = [d.id for d in catalogue.summaries() if "xclim" not in d.keywords]
    tools = [cwl.tool(described(name), source="local-processes") for name in own]
    graph = [{k: v for k, v in tool.items() if k != "cwlVersion"} for tool in tools]
    package = written({"cwlVersion": cwl.VERSION, "$graph": graph}, tmp_path / "all.cwl")
    done = cwltool("--validate", package, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    assert len(tools) > 40


def test_a_workflow_of_two_runs_and_gives_what_xarray_has(tmp_path: Path) -> None:
    write_daily(tmp_path / "tas.nc", step=2.5, variable="tas", chunk=73)
    cut, mean = (cwl.tool(described(name), source="local-processes") for name in ("filter_bbox", "aggregate_temporal"))
    links = [
        cwl.Link(id="cut", tool=cut, sources={"data": "file", "extent": "box"}),
        cwl.Link(id="mean", tool=mean, sources={"data": "cut/cube", "interval": "years"}),
    ]
    package = written(cwl.workflow(links, label="A yearly mean of a box"), tmp_path / "workflow.cwl")
    job = {
        "file": {"class": "File", "path": str(tmp_path / "tas.nc")},
        "box": json.dumps(BOX),
        "years": json.dumps(["2001", "2001"]),
    }
    done = cwltool("--outdir", str(tmp_path / "out"), package, written(job, tmp_path / "job.json"), folder=tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    outputs = json.loads(done.stdout)
    with xr.open_dataset(outputs["cube"]["path"]) as made, xr.open_dataset(tmp_path / "tas.nc") as data:
        got = made["tas"].squeeze(drop=True).load()
        expected = data["tas"].astype("f8").sel(lat=slice(30, 40), lon=slice(255, 265)).mean("time").load()
    assert got.shape == (4, 4)
    np.testing.assert_allclose(got.values, expected.values, atol=1e-3)
    assert json.loads(Path(outputs[cwl.RESULTS]["path"]).read_text("utf-8"))["outputs"]["cube"]["kind"] == "cube"


def test_the_command_prints_a_package_that_holds(tmp_path: Path) -> None:
    command = [str(CONDUCTOR), "processes", "cwl", "local-processes", "filter_bbox", "filter_temporal"]
    printed = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    package = written(json.loads(printed), tmp_path / "two.cwl")
    assert cwltool("--validate", package, folder=tmp_path).returncode == 0


def test_the_same_package_is_a_deployment_for_weaver(tmp_path: Path) -> None:
    package = cwl.tool(described("filter_bbox"), source="local-processes", image="registry.example/conductor:1")
    document = deployment.cwl("filter_bbox", package)
    assert document["executionUnit"] == [{"unit": package}]
    assert document["deploymentProfileName"].endswith("/dockerizedApplication")
    assert cwltool("--validate", written(package, tmp_path / "tool.cwl"), folder=tmp_path).returncode == 0
