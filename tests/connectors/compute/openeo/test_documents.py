"""Documents of openEO back ends, read: the shapes of the specification, and what back ends leave out."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.compute.openeo import documents
from connectors.errors import BadReply, Unsupported
from connectors.extents import BBox
from connectors.items import Cube
from connectors.transport import Reply

REPLY = Reply(status=200, headers={"retry-after": "7"}, body=b"{}", url="http://h/jobs/1")


def test_the_newest_production_version_is_taken() -> None:
    versions = [
        {"api_version": v, "url": f"http://h/{v}/", "production": p}
        for v, p in (("1.0.0", True), ("1.10.0", True), ("1.2.0", True), ("2.0.0", True), ("1.11.0", False))
    ]
    assert documents.newest({"versions": versions}, url="http://h") == "http://h/1.10.0"
    with pytest.raises(Unsupported, match="no version 1"):
        documents.newest({"versions": [{"api_version": "0.4.2", "url": "x"}]}, url="http://h")


def test_capabilities_say_how_processes_are_run_and_what_they_cost() -> None:
    told = documents.capabilities(
        {
            "api_version": "1.2.0",
            "endpoints": [{"path": "/result", "methods": ["POST"]}, {"path": "/jobs", "methods": ["GET"]}],
            "billing": {"currency": "EUR", "plans": [{"name": "free", "paid": False}, {"name": "pro", "paid": True}]},
        }
    )
    assert (told.modes, told.currency, told.plans) == (("sync-execute",), "EUR", {"free": False, "pro": True})
    with pytest.raises(BadReply):
        documents.capabilities({})


@pytest.mark.parametrize(
    ("extent", "box", "start"),
    [
        (
            {
                "spatial": {"bbox": [[-10, 40, 0, 10, 60, 100]]},
                "temporal": {"interval": [["2015-07-04T00:00:00Z", None]]},
            },
            BBox(west=-10, south=40, east=10, north=60),
            "2015-07-04",
        ),
        ({"spatial": {"bbox": [[-10, 95, 10, 99]]}, "temporal": {"interval": [[None, None]]}}, None, None),
        ({}, None, None),
    ],
)
def test_a_collection_has_what_it_says(extent: Any, box: BBox | None, start: str | None) -> None:
    read = documents.collection({"id": "S2", "extent": extent})
    assert (read.bbox, read.interval.start) == (box, start)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("created", "waiting"),
        ("error", "failed"),
        ("canceled", "dismissed"),
        ("finished", "successful"),
        ("odd", "waiting"),
    ],
)
def test_states_of_jobs(status: str, state: str) -> None:
    job = documents.job({"id": "1", "status": status, "progress": 12}, base="http://h", reply=REPLY)
    assert (job.state, job.progress, job.href, job.retry_after) == (state, 12.0, "http://h/jobs/1", 7.0)


def test_results_are_the_data_among_the_assets() -> None:
    assets = {
        "a.nc": {"href": "a.nc", "type": "application/netcdf"},
        "b.json": {"href": "b.json", "roles": ["metadata"]},
    }
    done = documents.results({"assets": assets}, url="http://h/jobs/1/results")
    assert done.outputs == {"a.nc": Cube(hrefs=("http://h/jobs/1/a.nc",), id="a.nc", type="application/netcdf")}
    with pytest.raises(BadReply, match="no data"):
        documents.results({"assets": {}}, url="http://h")


def test_the_last_complaint_comes_first() -> None:
    logs = [
        {"level": "error", "message": "first"},
        {"level": "info", "message": "x"},
        {"level": "error", "message": "last"},
    ]
    assert documents.complaints({"logs": logs}) == ("last", "first")


def test_optional_parameters_need_not_be_given() -> None:
    told = {"id": "add", "parameters": [{"name": "x", "schema": {}}, {"name": "y", "schema": {}, "optional": True}]}
    assert documents.process(told, modes=()).required == ("x",)
