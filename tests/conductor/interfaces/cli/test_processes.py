"""`conductor processes`, as a person types it, over a server on loopback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xarray as xr

from conductor.interfaces.cli.processes import inputs_of
from tests.conductor.interfaces.cli.shell import Shell
from tests.connectors.compute.daily import write_daily
from tests.connectors.compute.job_server import JobServer


def test_inputs_are_json_text_or_addresses(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text('{"a": 1, "b": 2}')
    told = inputs_of(
        ["b=3", "c=x y", "d=http://h/a.nc", "e=[1, 2]", "f=1", "f=2", "g=http://h/x"], tmp_path / "in.json"
    )
    assert told == {
        "a": 1, "b": 3, "c": "x y", "d": {"href": "http://h/a.nc", "type": "application/x-netcdf"}, "e": [1, 2],
        "f": [1, 2], "g": {"href": "http://h/x"},
    }  # fmt: skip
    with pytest.raises(ValueError, match="NAME=VALUE"):
        inputs_of(["x"], None)


def test_the_servers_are_listed(shell: Shell, server: JobServer) -> None:
    known = {s["id"] for s in json.loads(shell("processes", "--json"))["servers"]}
    assert {"local-processes", "there", "cds", "openeo-cdse", "weaver-pavics"} <= known


def test_a_process_is_run_and_its_job_is_kept(shell: Shell, server: JobServer) -> None:
    assert shell("processes", "run", "there", "double", "-i", "n=21") == "double: 42\n"
    told = json.loads(shell("processes", "run", "there", "double", "-i", "n=21", "--json"))
    assert told == {"outputs": {"double": 42}, "caveats": []}
    assert server.executions == {"21": 1}
    (job,) = json.loads(shell("jobs", "--json"))["jobs"]
    assert (job["source"], job["process"], job["stage"], job["inputs"]) == ("there", "double", "successful", {"n": 21})
    assert "double: 42" in shell("jobs", "show", job["key"][:6])
    assert "successful" in shell("jobs", "log", job["key"][:6])


def test_what_is_refused_is_one_line(shell: Shell, server: JobServer) -> None:
    assert shell("processes", "run", "there", "double", "-i", "n=x", code=5).endswith("error: n is not a number\n")
    assert "no source 'nowhere'" in shell("processes", "list", "nowhere", code=5)
    assert "no single job begins with 'zz'" in shell("jobs", "show", "zz", code=2)
    assert "'there' is no Weaver" in shell("processes", "undeploy", "there", "x", code=5)
    assert "name one of --cwl, --wps and --ogcapi" in shell("processes", "deploy", "there", "x", code=2)


def test_a_process_is_described_in_french(shell: Shell) -> None:
    plain, french = (
        shell("processes", "describe", "local-processes", "filter_bbox", *more) for more in ((), ("--lang", "fr"))
    )
    assert plain.startswith("Keep the cells in a box") and french.startswith("Garder les mailles d'une boîte")
    assert "Ouest, sud, est, nord" in french
    assert "Moyenne" in shell("processes", "list", "local-processes", "--lang", "fr")


def test_a_file_of_yours_goes_in_and_arrays_come_out(shell: Shell, tmp_path: Path) -> None:
    write_daily(tmp_path / "tas.nc", step=30.0, variable="tas", chunk=365)
    given = (
        "-f",
        f"data={tmp_path / 'tas.nc'}",
        "-i",
        "extent=[-60, 0, 60, 60]",
        "--save",
        str(tmp_path / "out"),
        "--json",
    )
    told = json.loads(shell("processes", "run", "local-processes", "filter_bbox", *given))
    assert told["outputs"]["cube"]["hrefs"] == [str(tmp_path / "out" / "cube.nc")]
    with xr.open_dataset(tmp_path / "out" / "cube.nc") as made:
        assert float(made["lat"].min()) == 15.0 and made["tas"].sizes["time"] == 365
    assert "NAME=PATH of a file" in shell(
        "processes", "run", "local-processes", "filter_bbox", "-f", "data=/no", code=2
    )


def test_a_process_is_printed_as_a_cwl_tool(shell: Shell) -> None:
    told = json.loads(shell("processes", "cwl", "local-processes", "filter_bbox"))
    assert (told["class"], told["inputs"]["data"]["type"]) == ("CommandLineTool", "File")
