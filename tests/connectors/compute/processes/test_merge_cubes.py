"""merge_cubes: runs joined, counted once, chosen, cleaned."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute import readers, times
from connectors.compute.fields import Field
from connectors.compute.processes.merge_cubes import merge_cubes
from connectors.errors import BadReply, Refused
from connectors.items import Table
from tests.connectors.compute.samples import HELD, coarse_grid, global_tas, gridded, yearly

PAST = yearly([[281.0, 282.0], [281.0, 282.0]], start=2013, sources=["A", "B"])
FUTURE = yearly([[283.0], [283.0], [283.0]], start=2015, sources=["A", "B", "B"], experiment_id="ssp585",
                member_id=["r1i1p1f1", "r2i1p1f1", "r1i1p1f1"])  # fmt: skip


def _rows(table: object) -> tuple[tuple[object, ...], ...]:
    assert isinstance(table, Table)
    return table.rows


def test_one_run_a_model_with_its_history_and_all_are_counted() -> None:
    computed = merge_cubes((PAST, FUTURE), variable="tas", experiments=("ssp585",))
    array = computed.cube.one()
    assert array.source_id.values.tolist() == ["A", "B"]
    assert array.member_id.values.tolist() == ["r1i1p1f1", "r1i1p1f1"]
    assert array.values.tolist() == [[281.0, 282.0, 283.0], [281.0, 282.0, 283.0]]
    assert _rows(computed.outputs["counts"]) == (("ssp585", 3, 2, 2),)
    assert [(c.code, dict(c.parameters)) for c in computed.caveats] == [
        ("one_per_model", {"runs": 3, "models": 2, "used": 2})
    ]


def test_all_runs_are_kept_when_all_are_asked_for() -> None:
    computed = merge_cubes((PAST, FUTURE), variable="tas", experiments=("ssp585",), members="all")
    assert computed.cube.one().sizes["realization"] == 3
    assert computed.caveats == ()


def test_the_same_run_from_two_nodes_is_counted_once_and_said() -> None:
    computed = merge_cubes((PAST, PAST, FUTURE), variable="tas", experiments=("ssp585",))
    assert _rows(computed.outputs["counts"])[0][1] == 3
    assert [c.parameters["n"] for c in computed.caveats if c.code == "duplicate_members"] == [2]


def test_models_and_members_may_be_named() -> None:
    computed = merge_cubes(
        (PAST, FUTURE), variable="tas", experiments=("ssp585",), sources=("B",), member_ids=("r2i1p1f1",)
    )
    assert computed.cube.one().member_id.values.tolist() == ["r2i1p1f1"]


def test_a_model_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match=r"no source_id is C; there are A, B"):
        merge_cubes((PAST, FUTURE), variable="tas", sources=("C",))


def test_an_experiment_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match=r"'tas' under \['ssp126'\]; they hold historical, ssp585"):
        merge_cubes((FUTURE, yearly([[1.0]])), variable="tas", experiments=("ssp126",))


def test_models_keep_their_own_grids() -> None:
    one = gridded(np.full((1, 2, 2, 2), 280.0), lat=[0, 1], lon=[0, 1], sources=["A"])
    two = gridded(np.full((1, 2, 3, 2), 280.0), lat=[0, 1, 2], lon=[0, 1], sources=["B"])
    assert len(merge_cubes((one, two), variable="tas").cube.parts) == 2


def test_values_that_cannot_be_are_left_out_and_their_run_is_named() -> None:
    field = yearly([[15.7, 288.0, 288.0], [287.0, 287.0, 287.0]], sources=["E3SM", "B"])
    computed = merge_cubes((field,), variable="tas")
    assert np.isnan(computed.cube.one().values).sum() == 1
    (caveat,) = computed.caveats
    assert (caveat.code, caveat.parameters["n"], caveat.parameters["members"]) == (
        "implausible_values",
        1,
        ["E3SM r1i1p1f1"],
    )


def test_a_file_of_nothing_but_zeros_is_no_measurement() -> None:
    with pytest.raises(BadReply, match=r"no value of 'tas' in 1 runs can be one"):
        merge_cubes((yearly([[0.0, 0.0]]),), variable="tas")


def test_the_year_that_few_records_have_is_the_running_one() -> None:
    values = [[1.0, 1.0, 1.0], [1.0, 1.0, np.nan], [1.0, 1.0, np.nan], [1.0, np.nan, np.nan]]
    field = yearly(
        np.array(values) + 287,
        start=2024,
        sources=["HadCRUT5", "GISTEMPv4", "ERA5", "GISTEMPv3"],
        mip_era="obs",
        experiment_id="obs",
    )
    computed = merge_cubes((field,), variable="tas", experiments=("obs",), members="all")
    assert times.labels(computed.cube.one()) == ("2024", "2025")
    assert [c.code for c in computed.caveats] == ["running_year", "anomaly_record"]


def test_the_versions_of_a_family_that_are_left_out_are_named() -> None:
    field = yearly(np.full((3, 2), 287.0), sources=["SetV1", "SetV2", "Other"], mip_era="obs", experiment_id="obs")
    computed = merge_cubes((field,), variable="tas", members="one_per_family")
    caveat = next(c for c in computed.caveats if c.code == "dependent_versions")
    assert caveat.parameters == {"series": 3, "families": 2, "kept": ["Other", "SetV2"], "left_out": ["SetV1"]}


def test_the_real_global_means_of_one_scenario() -> None:
    field = readers.read(global_tas("ssp245"), roots=[HELD])
    computed = merge_cubes((field,), variable="tas", experiments=("ssp245",))
    (row,) = _rows(computed.outputs["counts"])
    assert row == ("ssp245", 39, 37, 37)
    members = dict(zip(computed.cube.one().source_id.values, computed.cube.one().member_id.values, strict=True))
    assert members["KACE-1-0-G"] == "r1i1p1f1"
    assert members["CanESM5"] == "r1i1p1f1"


def test_the_real_past_of_the_global_means_is_each_run_once() -> None:
    fields = tuple(readers.read(global_tas(e), roots=[HELD]) for e in ("ssp126", "ssp245", "ssp370", "ssp585"))
    computed = merge_cubes(fields, variable="tas", experiments=("historical",), members="all")
    array = computed.cube.one()
    keys = list(zip(array.source_id.values, array.member_id.values, strict=True))
    assert len(keys) == len(set(keys))
    assert times.labels(array)[-1] == "2014"


def test_real_scenarios_follow_their_own_histories() -> None:
    fields = tuple(readers.read(cube, roots=[HELD]) for cube in coarse_grid())
    computed = merge_cubes(fields, variable="tas", experiments=("ssp585",), members="all")
    array = computed.cube.one()
    assert array.member_id.values.tolist() == ["r1i1p1f1", "r2i1p1f1"]
    assert (times.labels(array)[0], times.labels(array)[-1], array.sizes["time"]) == ("1850", "2100", 251)
    assert not bool(array.isnull().any())


def test_provenance_is_that_of_all_files() -> None:
    one, two = (Field(parts=f.parts, derived_from=(n,)) for f, n in ((PAST, "past"), (FUTURE, "future")))
    assert merge_cubes((one, two), variable="tas").cube.derived_from == ("past", "future")
