"""Members: the lowest variant of a model, the furthest record of a family, the same every time."""

from __future__ import annotations

import numpy as np

from connectors.compute.members import chosen, rank
from tests.connectors.compute.samples import yearly


def test_variants_sort_by_number() -> None:
    variants = ["r10i1p1f1", "r2i1p1f1", "r1i1p2f1", "r1i1p1f2", "r1i1p1f1", "s1960-r1i1p1f1", "r1-r2i1p1", "mean"]
    assert sorted(variants, key=lambda v: (rank(v), v))[:4] == ["r1i1p1f1", "s1960-r1i1p1f1", "r1i1p1f2", "r1i1p2f1"]
    assert rank("r1-r2i1p1") > rank("r10i1p1f1")


def test_one_run_a_model_is_the_lowest_variant() -> None:
    array = yearly(np.zeros((3, 2)), sources=["A", "A", "B"], member_id=["r10i1p1f1", "r2i1p1f1", "r4i1p1f1"]).one()
    (kept,) = chosen((array,), "one_per_model")
    assert list(zip(kept.source_id.values, kept.member_id.values, strict=True)) == [
        ("A", "r2i1p1f1"),
        ("B", "r4i1p1f1"),
    ]


def test_a_run_without_values_does_not_stand_for_its_model() -> None:
    values = [[np.nan, np.nan], [1.0, 2.0]]
    array = yearly(values, sources=["A", "A"], member_id=["r1i1p1f1", "r2i1p1f1"]).one()
    (kept,) = chosen((array,), "one_per_model")
    assert kept.member_id.values.tolist() == ["r2i1p1f1"]


def test_each_experiment_has_its_own_run() -> None:
    array = yearly(np.zeros((2, 2)), sources=["A", "A"], experiment_id=["ssp126", "ssp585"]).one()
    (kept,) = chosen((array,), "one_per_model")
    assert kept.sizes["realization"] == 2


def test_one_record_a_family_is_the_one_that_reaches_furthest() -> None:
    values = [[1.0, 1.0, np.nan], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]
    array = yearly(values, sources=["SetV2", "SetV1", "Other"], mip_era="obs", experiment_id="obs").one()
    (kept,) = chosen((array,), "one_per_family")
    assert kept.source_id.values.tolist() == ["SetV1", "Other"]


def test_all_are_kept_when_all_are_asked_for() -> None:
    array = yearly(np.zeros((3, 2)), sources=["A", "A", "B"]).one()
    assert chosen((array,), "all") == (array,)
