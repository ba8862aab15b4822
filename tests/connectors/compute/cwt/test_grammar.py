"""The grammar of the ESGF Compute API against the documents that its own client wrote."""

from __future__ import annotations

import json
from typing import Any

import pytest

from connectors.compute.cwt.grammar import documents
from connectors.errors import Refused, Unsupported
from connectors.items import Cube
from connectors.operations import Process
from tests.connectors.compute.wps.recorded import FIXTURES

TAS = (
    "http://aims3.llnl.gov/thredds/dodsC/css03_data/CMIP6/CMIP/NASA-GISS/GISS-E2-1-G/historical/r10i1p1f1/Amon/tas/gn/"
    "v20180830/tas_Amon_GISS-E2-1-G_historical_r10i1p1f1_gn_190101-195012.nc"
)
CUBE = Cube(hrefs=(TAS,), properties={"variable_id": "tas"})
CUT = {"data": CUBE, "bbox": [0, 0, 180, 90], "interval": ["1910", "1925"]}
needs_shared = pytest.mark.skipif(not FIXTURES.exists(), reason="the generated documents are not here")


def _generated(name: str) -> Any:
    return json.loads((FIXTURES / "cwt/generated" / name).read_text())


@needs_shared
def test_a_subset_is_written_as_its_own_client_wrote_it() -> None:
    written = documents(Process(process_id="filter_bbox", inputs=CUT))
    assert written.identifier == "CDAT.subset"
    assert written.inputs() == _generated("subset_datainputs.json")


@needs_shared
def test_a_regridding_is_written_as_its_own_client_wrote_it() -> None:
    gridder = {"tool": "regrid2", "method": "linear", "grid": "gaussian~32"}
    written = documents(Process(process_id="resample_spatial", inputs={"data": CUBE, "gridder": gridder}))
    assert written.inputs() == _generated("subset_gridder_datainputs.json")


@needs_shared
def test_a_workflow_is_written_as_its_own_client_wrote_it() -> None:
    steps = [{"process": "filter_bbox"}, {"process": "max", "axes": "lat"}]
    written = documents(Process(process_id="workflow", inputs={**CUT, "steps": steps}))
    assert written.identifier == "CDAT.workflow"
    assert written.inputs() == _generated("workflow_datainputs.json")


@pytest.mark.parametrize(
    ("process_id", "more", "name", "axes"),
    [
        ("aggregate_spatial", {}, "CDAT.mean", "lat|lon"),
        ("aggregate_temporal", {"reducer": "max"}, "CDAT.max", "time"),
        ("average", {"axes": ["lat", "lon"]}, "CDAT.mean", "lat|lon"),
        ("aggregate", {}, "CDAT.aggregate", None),
        ("CDAT.std", {"axes": "time"}, "CDAT.std", "time"),
    ],
)
def test_our_steps_have_words_in_it(process_id: str, more: dict[str, Any], name: str, axes: str | None) -> None:
    written = documents(Process(process_id=process_id, inputs={**CUT, **more}))
    (operation,) = written.operation
    assert (written.identifier, operation["name"], operation.get("axes")) == (name, name, axes)


def test_several_files_are_several_variables() -> None:
    written = documents(
        Process(process_id="aggregate", inputs={"data": Cube(hrefs=("http://h/a", "http://h/b")), "variable": "pr"})
    )
    assert [v["id"] for v in written.variable] == ["pr|v0", "pr|v1"]
    assert written.operation[0]["input"] == ["v0", "v1"]


def test_the_older_dialect_of_nasa() -> None:
    written = documents(Process(process_id="aggregate_spatial", inputs=CUT), dialect="edas")
    assert written.identifier == "CDSpark.ave"
    assert written.variable[0]["name"] == "tas:v0"
    assert written.domain[0]["lat"] == {"start": 0, "end": 90, "system": "values"}
    assert written.operation[0]["axes"] == "xy"


def test_its_own_lists_go_as_they_are() -> None:
    lists = {"variable": [{"uri": "http://h/a", "id": "tas|v0"}], "domain": [], "operation": [{"name": "CDAT.sum"}]}
    assert documents(Process(process_id="CDAT.sum", inputs=lists)).inputs() == lists


def test_what_it_has_no_word_for_is_refused() -> None:
    with pytest.raises(Refused, match="no word for the input 'quantiles'"):
        documents(Process(process_id="average", inputs={**CUT, "quantiles": [0.5]}))
    with pytest.raises(Refused, match="name of its `variable`"):
        documents(Process(process_id="average", inputs={"data": Cube(hrefs=("http://h/a",))}))
    with pytest.raises(Unsupported, match="gridder"):
        documents(Process(process_id="regrid", inputs=CUT))


def test_a_box_across_the_antimeridian_is_an_axis_that_runs_on() -> None:
    written = documents(Process(process_id="filter_bbox", inputs=CUT | {"bbox": [177, -20, -178, -15]}))

    assert '"start": 177, "end": 182' in json.dumps(written.inputs())
