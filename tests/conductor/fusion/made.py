"""Findings and results made by hand for the tests of fusion and of the narrator."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from conductor.answer import Finding, Score

WARM = Finding(
    intent=0, part=1, kind="value", role="change", step="s10", order=9, score=Score(reading=0.9, evidence=0.9), value=2.13, units="K",
    low=1.4, high=3.09, range_meaning="5–95 % of 37 models", n=37, quantity={"name": "temperature", "standard_name": "air_temperature", "variable_id": "tas"},
    place={"name": "the world", "kind": "globe", "bbox": [-180.0, -90.0, 180.0, 90.0]}, period={"start": "2081-01-01", "end": "2100-12-31"},
    reference={"start": "1995-01-01", "end": "2014-12-31"}, conditions={"experiment_id": "ssp245"}, derived_from=("dataset.v1",),
)  # fmt: skip


def finding(*, evidence: float = 0.9, reading: float = 0.9, **changes: Any) -> Finding:
    return replace(WARM, score=Score(reading=reading, evidence=evidence), **changes)
