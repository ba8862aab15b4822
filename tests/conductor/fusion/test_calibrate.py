from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductor.fusion.calibrate import MEASURED, calibrated, fit

unit = st.floats(0, 1)


@given(unit, unit)
def test_a_higher_score_never_means_a_lower_probability(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert calibrated(low) <= calibrated(high)


@given(unit)
def test_nothing_is_ever_certain(raw: float) -> None:
    assert 0.0 < calibrated(raw) < 1.0


def test_between_knots_it_is_linear() -> None:
    assert calibrated(0.5, knots=((0.0, 0.2), (1.0, 0.8))) == pytest.approx(0.5)


@given(st.lists(st.tuples(unit, st.booleans()), min_size=1, max_size=30))
def test_a_fit_rises(pairs: list[tuple[float, bool]]) -> None:
    knots = fit([p[0] for p in pairs], [p[1] for p in pairs])
    assert [k[1] for k in knots] == sorted(k[1] for k in knots)
    assert [k[0] for k in knots] == sorted(k[0] for k in knots)


def test_a_fit_of_few_right_answers_stays_modest() -> None:
    assert fit([0.9] * 3, [True] * 3)[-1][1] == pytest.approx(0.8)


def test_the_table_in_use_rises() -> None:
    assert list(MEASURED) == sorted(MEASURED) and [p for _, p in MEASURED] == sorted(p for _, p in MEASURED)
