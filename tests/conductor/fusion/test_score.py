from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductor.fusion.score import evidence_of, parts_of
from connectors.items import Caveat, SourceReport


def evidence(*, caveats: tuple[str, ...] = (), reports: tuple[str, ...] = (), **details: Any) -> float:
    said = [Caveat(code=c) for c in caveats]
    return evidence_of(parts_of(details, caveats=said, reports=[SourceReport(source=s, state=s) for s in reports]))


def test_parts_that_do_not_apply_are_left_out() -> None:
    assert parts_of({}, caveats=(), reports=()) == {"coverage": 1.0, "quality": 1.0}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"coverage": 1.0}, {"coverage": 0.5}),
        ({"cell_km": 100, "place_km": 500}, {"cell_km": 1400, "place_km": 500}),
        ({"models": 37, "agreement_sign": 1.0}, {"models": 1, "agreement_sign": 1.0}),
        ({"models": 37, "agreement_sign": 1.0}, {"models": 37, "agreement_sign": 0.6}),
        ({"families": 5, "models": 8}, {"families": 1, "models": 8}),
        ({}, {"caveats": ("retracted",)}),
        ({"reports": ("ok", "empty")}, {"reports": ("ok", "timeout")}),
    ],
    ids=str,
)
def test_better_evidence_scores_higher(better: dict[str, Any], worse: dict[str, Any]) -> None:
    assert evidence(**better) > evidence(**worse)


def test_sources_that_cannot_matter_do_not_count() -> None:
    assert evidence(reports=("ok", "skipped_offline")) == 1.0


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 50), st.floats(1, 3000), st.floats(1, 3000))
def test_evidence_lies_between_nothing_and_all(
    coverage: float, agreement: float, models: int, cell: float, place: float
) -> None:
    assert (
        0.0 <= evidence(coverage=coverage, agreement_sign=agreement, models=models, cell_km=cell, place_km=place) <= 1.0
    )
