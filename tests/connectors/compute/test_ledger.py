"""The ledger: results outlive the process that computed them, and cubes are made again when somebody reads one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from connectors.compute import ledger
from connectors.compute.local import LocalProcesses, Results
from connectors.errors import Unavailable
from connectors.items import Cube, Value
from tests.connectors.compute.samples import AMERICA, HELD, processes

WORLD = {"kind": "globe"}


def _processes(folder: Path) -> LocalProcesses:
    """Local processes as a later process of the machine would have them."""
    local = processes(folder)
    local.ledger = ledger.opened(folder / "ledger.sqlite", roots=(HELD, folder), now=lambda: 1e9)
    return local


def _mean(local: LocalProcesses, path: Path) -> tuple[Results, Results]:
    """A merge and the mean over its cube's place."""
    merged = local.run(local.read("merge_cubes", {"data": [{"hrefs": [str(path)]}], "variable": "tas"}))
    inputs = {"data": merged.outputs["cube"], "interval": [1961, 1990]}
    return merged, local.run(local.read("aggregate_temporal", inputs))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(AMERICA / "A1B_north_america.nc", tmp_path / "a.nc"))


def _request(path: Path) -> dict[str, Any]:
    return {"data": [{"hrefs": [str(path)]}], "variable": "tas"}


def test_a_later_process_recalls_what_an_earlier_one_computed(path: Path) -> None:
    first, later = _processes(path.parent), _processes(path.parent)
    assert first.recall("merge_cubes", _request(path)) is None
    merged, _ = _mean(first, path)
    first.close()
    recalled = later.recall("merge_cubes", _request(path))
    assert recalled is not None
    assert recalled[0] == later.read("merge_cubes", _request(path)).id
    assert recalled[1].to_dict() == merged.to_dict()
    later.close()


def test_a_cube_of_an_earlier_process_is_made_again_when_it_is_read(path: Path) -> None:
    first, later = _processes(path.parent), _processes(path.parent)
    _, mean = _mean(first, path)
    cube = mean.outputs["cube"]
    assert isinstance(cube, Cube)
    held, made = first.held(cube.hrefs[0]), later.held(cube.hrefs[0])
    assert held is not None and made is not None
    assert held.one().identical(made.one())
    assert later.holds(mean)


def test_a_cube_whose_file_has_changed_is_not_made_again(path: Path) -> None:
    first, later = _processes(path.parent), _processes(path.parent)
    merged, _ = _mean(first, path)
    shutil.copy(AMERICA / "E1_north_america.nc", path)
    assert later.recall("merge_cubes", _request(path)) is None
    cube = merged.outputs["cube"]
    assert isinstance(cube, Cube)
    with pytest.raises(Unavailable, match="run its step again"):
        later.run(later.read("aggregate_temporal", {"data": cube, "interval": [1961, 1990]}))


def test_what_a_missing_file_made_worse_is_computed_again(path: Path) -> None:
    torn = path.with_name("torn.nc")
    torn.write_bytes(path.read_bytes()[:50_000])
    local = _processes(path.parent)
    request = {"data": [{"hrefs": [str(path)]}, {"hrefs": [str(torn)]}], "variable": "tas"}
    merged = local.run(local.read("merge_cubes", request))
    assert "failed_members" in {caveat.code for caveat in merged.caveats}
    assert local.recall("merge_cubes", request) is None


def test_other_folders_or_other_code_make_another_edition(tmp_path: Path) -> None:
    assert ledger.edition([tmp_path]) == ledger.edition([tmp_path]) != ledger.edition([tmp_path / "x"])


def test_a_closed_ledger_keeps_and_finds_nothing(tmp_path: Path) -> None:
    kept = ledger.opened(tmp_path / "ledger.sqlite", roots=(), now=lambda: 1e9)
    entry = ledger.Entry(process_id="trend", inputs={"a": 1}, outputs={"value": Value(value=1.5, units="K")})
    kept.keep("x", entry)
    assert kept.find("x") == entry
    kept.close()
    kept.keep("y", entry)
    assert kept.find("y") is None
