"""The words of climate indices: thresholds in their units, and what is held where daily values lack."""

from __future__ import annotations

import pytest

from conductor.narrator.indices import threshold


@pytest.mark.parametrize(
    ("bound", "language", "expected"),
    [
        ({"op": ">", "value": 30.0, "units": "degC"}, "en", " (> 30 °C)"),
        ({"op": ">=", "value": 2.5, "units": "mm/day"}, "fr", " (>= 2,5 mm)"),
        (None, "en", ""),
    ],
)
def test_a_threshold_is_written_behind_the_name(bound: object, language: str, expected: str) -> None:
    assert threshold({"name": "days", "threshold": bound}, language) == expected
