from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from connectors.compute.elsewhere import run
from connectors.compute.remote import ProcessDescription, ProcessSummary
from connectors.errors import Refused, Unavailable
from connectors.items import Cube, Loaded, Processed
from connectors.operations import Process


@dataclass
class Server:
    """Runs a process by giving its files back under another name; fails for files called bad."""

    inputs: dict[str, Any] = field(default_factory=dict)
    asked: list[Process] = field(default_factory=list)

    @property
    def offered(self) -> Server:
        return self

    async def describe(self, process_id: str) -> ProcessDescription:
        return ProcessDescription(summary=ProcessSummary(id=process_id), inputs=self.inputs)

    async def execute(self, operation: Process, *, source: str) -> Processed:
        self.asked.append(operation)
        if "bad" in str(operation.inputs):
            raise Unavailable("it broke")
        made = Cube(hrefs=(f"http://s/{len(self.asked)}.nc",))
        return Processed(outputs={"output_log": Cube(hrefs=("http://s/log",), type="text/plain"), "output": made})


def cube(source: str, *, href: str = "http://a.org/x.nc", variable: str = "tas") -> dict[str, Any]:
    told = {"source_id": source, "experiment_id": "historical", "variable_id": variable, "frequency": "day"}
    return {"kind": "cube", "id": f"{source}.{variable}", "hrefs": [href], "properties": told}


async def here(process: Process) -> Processed:
    return Processed(outputs={"cube": Cube(hrefs=(f"http://processes.embedded/{process.process_id}",))})


async def test_several_datasets_are_one_run_each_and_keep_the_names_of_their_runs() -> None:
    server = Server({"tas": {"schema": {"type": "string"}}})
    done = await run(Process(process_id="tg_mean", inputs={"tas": [cube("A"), cube("B")], "freq": "YS"}), server, source="s", here=here)  # fmt: skip
    assert isinstance(done, Loaded)
    assert [c.properties["source_id"] for c in done.cubes] == ["A", "B"]
    assert all(c.properties["frequency"] == "yr" and "variable_id" not in c.properties for c in done.cubes)
    assert [c.derived_from for c in done.cubes] == [("A.tas",), ("B.tas",)]
    assert all(isinstance(p.inputs["tas"], dict) for p in server.asked)


async def test_two_variables_of_a_run_go_together_and_a_run_without_one_is_left_out() -> None:
    server = Server()
    inputs = {
        "tasmin": [cube("A", variable="tasmin"), cube("B", variable="tasmin")],
        "tasmax": [cube("B", variable="tasmax")],
    }
    done = await run(Process(process_id="dtr", inputs=inputs), server, source="s", here=here)
    assert isinstance(done, Loaded) and [c.properties["source_id"] for c in done.cubes] == ["B"]
    assert set(server.asked[0].inputs) == {"tasmin", "tasmax"}


async def test_a_run_that_fails_is_told_of_and_all_failing_is_an_error() -> None:
    server = Server()
    mixed = {"tas": [cube("A"), cube("B", href="http://a.org/bad.nc")]}
    done = await run(Process(process_id="p", inputs=mixed), server, source="s", here=here)
    assert isinstance(done, Loaded) and len(done.cubes) == 1
    assert [(c.code, c.parameters["n"], c.parameters["of"]) for c in done.caveats] == [("failed_members", 1, 2)]
    with pytest.raises(Unavailable, match="it broke"):
        await run(Process(process_id="p", inputs={"tas": [cube("A", href="http://a.org/bad.nc")]}), server, source="s", here=here)  # fmt: skip


async def test_a_list_that_the_server_takes_as_one_goes_as_one() -> None:
    listed = {"data": {"schema": {"type": "array", "items": {"properties": {"hrefs": {}}}}}}
    server = Server(listed)
    done = await run(
        Process(process_id="merge_cubes", inputs={"data": [cube("A"), cube("B")]}), server, source="s", here=here
    )
    assert isinstance(done, Processed) and len(server.asked) == 1


async def test_files_of_this_machine_are_cut_here() -> None:
    server = Server()
    corners = {"lon0": -110.0, "lon1": -90.0, "lat0": 20.0, "lat1": 40.0}
    days = {"start_date": "2000-01-01", "end_date": "2000-12-31"}
    inputs = {"resource": [cube("A", href="/mine/x.nc")], **corners, **days}
    done = await run(Process(process_id="subset_bbox", inputs=inputs), server, source="finch", here=here)
    assert isinstance(done, Loaded) and server.asked == []
    assert done.cubes[0].hrefs == ("http://processes.embedded/filter_temporal",)
    assert [c.code for c in done.caveats] == ["cut_here"]


async def test_a_cut_without_a_box_or_days_is_refused() -> None:
    bare = Process(process_id="subset_bbox", inputs={"resource": cube("A", href="/mine/x.nc"), "lon0": -110.0})
    with pytest.raises(Refused, match="lat1"):
        await run(bare, Server(), source="finch", here=here)
