"""LocalProcesses: steps chain through memory, what is damaged or forgotten is said, the same request has the same id."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from connectors.compute.local import LocalProcesses, Store
from connectors.errors import BadReply, MissingHolding, Refused, Unavailable
from connectors.items import Cube
from tests.connectors.compute.samples import AMERICA, HELD, america, coarse_grid, global_tas, processes, yearly

WORLD = {"kind": "globe"}


def _run(local: LocalProcesses, process: str, **inputs: Any) -> Any:
    return local.run(local.read(process, inputs))


def test_a_result_is_the_input_of_the_next_step() -> None:
    local = processes()
    merged = _run(local, "merge_cubes", data=[global_tas("ssp245")], variable="tas", experiments=["ssp245"])
    (href,) = merged.outputs["cube"].hrefs
    assert href.startswith("http://processes.embedded/jobs/")
    placed = _run(local, "aggregate_spatial", data=merged.outputs["cube"], place=WORLD)
    assert local.store.get(placed.outputs["cube"].hrefs[0]) is local.store.get(href)


def test_inputs_may_be_json() -> None:
    local = processes()
    data = [{"hrefs": list(c.hrefs), "properties": dict(c.properties), "kind": "cube"} for c in coarse_grid()]
    merged = _run(local, "merge_cubes", data=data, variable="tas", experiments=["ssp126"])
    document = merged.to_dict()
    assert document["cube"]["kind"] == "cube"
    assert document["counts"]["rows"] == [["ssp126", 1, 1, 1]]


def test_the_same_request_has_the_same_id_and_another_file_another(tmp_path: Path) -> None:
    path = tmp_path / "a.nc"
    shutil.copy(AMERICA / "A1B_north_america.nc", path)
    local = processes(tmp_path)
    request = {"data": [{"hrefs": [str(path)]}], "variable": "tas"}
    first, again = (local.read("merge_cubes", request).id for _ in range(2))
    shutil.copy(AMERICA / "E1_north_america.nc", path)
    assert first == again != local.read("merge_cubes", request).id


def test_a_damaged_file_is_a_failed_member(tmp_path: Path) -> None:
    torn = tmp_path / "torn.nc"
    torn.write_bytes((AMERICA / "E1_north_america.nc").read_bytes()[:50_000])
    local = processes(tmp_path)
    data = [america("A1B"), Cube(hrefs=(str(torn),), properties={"variable_id": "tas"})]
    merged = _run(local, "merge_cubes", data=data, variable="tas", experiments=["A1B"])
    (caveat,) = [c for c in merged.caveats if c.code == "failed_members"]
    assert (caveat.parameters["n"], caveat.parameters["of"]) == (1, 2)
    assert "torn.nc" in caveat.parameters["because"][0]


def test_nothing_but_damaged_files_is_a_bad_reply(tmp_path: Path) -> None:
    torn = tmp_path / "torn.nc"
    torn.write_bytes(b"CDF")
    with pytest.raises(BadReply, match=r"torn\.nc"):
        _run(processes(tmp_path), "merge_cubes", data=[{"hrefs": [str(torn)]}], variable="tas")


def test_a_file_that_is_gone_is_a_missing_holding() -> None:
    with pytest.raises(MissingHolding, match="holdings sync"):
        _run(processes(), "merge_cubes", data=[{"hrefs": [str(HELD / "xscen/gone.nc")]}], variable="tas")


@pytest.mark.parametrize("href", ["/etc/passwd", "file:///etc/passwd", "../secrets.nc"])
def test_files_of_no_holding_are_refused(href: str) -> None:
    with pytest.raises(Refused, match="outside the folders"):
        _run(processes(), "aggregate_spatial", data={"hrefs": [href]}, place=WORLD)


def test_a_forgotten_result_says_to_run_its_step_again() -> None:
    with pytest.raises(Unavailable, match="run its step again"):
        _run(
            processes(),
            "aggregate_spatial",
            data={"hrefs": ["http://processes.embedded/jobs/1/results/cube"]},
            place=WORLD,
        )


def test_a_file_may_be_used_without_being_merged() -> None:
    placed = _run(
        processes(), "aggregate_spatial", data=america("A1B"), place={"kind": "city", "bbox": [-74, 45, -73, 46]}
    )
    assert [c.code for c in placed.caveats] == ["nearest_cell"]


def test_several_cubes_are_not_taken_for_one() -> None:
    with pytest.raises(Refused, match="merge_cubes puts several together"):
        processes().read("trend", {"data": [{"hrefs": ["a"]}, {"hrefs": ["b"]}], "interval": [1970, 2020]})


def test_the_store_forgets_the_least_used_beyond_its_size() -> None:
    one = yearly(np.zeros((1, 100)))
    store = Store(max_bytes=2 * one.nbytes)
    for name in ("a", "b"):
        store.put(name, one)
    store.get("a")
    store.put("c", one)
    assert [store.get(name) is not None for name in ("a", "b", "c")] == [True, False, True]


def test_the_store_keeps_the_latest_however_large() -> None:
    store = Store(max_bytes=1)
    store.put("a", yearly(np.zeros((1, 100))))
    assert store.get("a") is not None
