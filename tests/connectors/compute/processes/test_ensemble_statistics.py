"""ensemble_statistics: each model once, ranges from five on, levels and changes told apart."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.fields import Field
from connectors.compute.processes.aggregate_temporal import aggregate_temporal
from connectors.compute.processes.anomaly import anomaly
from connectors.compute.processes.ensemble_statistics import ensemble_statistics
from connectors.errors import Refused
from connectors.items import Series, Table, Value
from tests.connectors.compute.samples import gridded, interval, yearly

RNG = np.random.default_rng(8)
VALUES = RNG.normal(290, 2, (8, 10))


def _mean(field: Field) -> Field:
    return aggregate_temporal(field, interval=interval(2000, 2009)).cube


def _value(computed: object) -> Value:
    assert isinstance(computed, Value)
    return computed


def test_median_and_range_are_those_of_models() -> None:
    computed = ensemble_statistics(_mean(yearly(VALUES)))
    value, means = _value(computed.outputs["value"]), VALUES.mean(axis=1)
    assert value.value == pytest.approx(np.median(means))
    assert (value.low, value.high) == pytest.approx(tuple(np.quantile(means, [0.05, 0.95])))
    assert (value.n, value.range_meaning) == (8, "5–95 % of 8 models")
    assert computed.caveats == ()


def test_the_runs_of_a_model_are_averaged_first() -> None:
    sources = ["A", "A", "A", "B", "C", "D", "E", "F"]
    members = [f"r{i}i1p1f1" for i in range(8)]
    value = _value(ensemble_statistics(_mean(yearly(VALUES, sources=sources, member_id=members))).outputs["value"])
    means = VALUES.mean(axis=1)
    assert value.value == pytest.approx(np.median([means[:3].mean(), *means[3:]]))
    assert value.n == 6


@pytest.mark.parametrize(("count", "caveat"), [(1, ["single_model"]), (4, ["few_models"]), (5, [])])
def test_ranges_need_five_models(count: int, caveat: list[str]) -> None:
    computed = ensemble_statistics(_mean(yearly(VALUES[:count])))
    assert (_value(computed.outputs["value"]).low is not None) == (count >= 5)
    assert [c.code for c in computed.caveats] == caveat


def test_levels_convert_with_the_offset() -> None:
    value = _value(ensemble_statistics(_mean(yearly(VALUES)), units="degC", kind="level").outputs["value"])
    assert value.value == pytest.approx(np.median(VALUES.mean(axis=1)) - 273.15)
    assert value.units == "degC"


@pytest.mark.parametrize("units", ["degC", "K", None])
def test_changes_stay_in_kelvin_whatever_is_asked(units: str | None) -> None:
    change = _mean(anomaly(yearly(VALUES), reference=interval(2000, 2004)).cube)
    value = _value(ensemble_statistics(change, units=units, kind="change").outputs["value"])
    expected = np.median(VALUES.mean(axis=1) - VALUES[:, :5].mean(axis=1))
    assert value.value == pytest.approx(expected)
    assert value.units == "K"


@pytest.mark.parametrize(("kind", "changed"), [("change", False), ("level", True)])
def test_a_level_is_not_taken_for_a_change(kind: str, changed: bool) -> None:
    field = anomaly(yearly(VALUES), reference=interval(2000, 2004)).cube if changed else yearly(VALUES)
    with pytest.raises(Refused, match=f"asked for as a {kind}"):
        ensemble_statistics(_mean(field), kind=kind)  # type: ignore[arg-type]


def test_the_share_of_models_that_agree_in_sign_is_given_for_changes() -> None:
    values = np.array([[0.0, 1.0], [0.0, 2.0], [0.0, 3.0], [0.0, -1.0]])
    change = aggregate_temporal(
        anomaly(yearly(values), reference=interval(2000, 2000)).cube, interval=interval(2001, 2001)
    ).cube
    assert _value(ensemble_statistics(change).outputs["value"]).details["agreement_sign"] == 0.75
    assert _value(ensemble_statistics(_mean(yearly(VALUES))).outputs["value"]).details["agreement_sign"] is None


def test_with_time_there_is_a_series_with_a_band() -> None:
    series = ensemble_statistics(yearly(VALUES)).outputs["series"]
    assert isinstance(series, Series)
    np.testing.assert_allclose(np.array(series.y, float), np.median(VALUES, axis=0))
    assert series.low is not None
    np.testing.assert_allclose(np.array(series.low, float), np.quantile(VALUES, 0.05, axis=0))
    assert series.x == tuple(str(y) for y in range(2000, 2010))


def test_years_that_few_models_have_are_left_out_of_the_series_and_a_change_of_number_is_said() -> None:
    values = VALUES.copy()
    values[:2, 0] = np.nan
    values[:6, 9] = np.nan
    computed = ensemble_statistics(yearly(values))
    series = computed.outputs["series"]
    assert isinstance(series, Series)
    assert series.y[0] is not None
    assert series.y[9] is None
    assert [(c.code, dict(c.parameters)) for c in computed.caveats] == [("changing_ensemble", {"fewest": 6, "most": 8})]


def test_there_is_a_row_a_model() -> None:
    table = ensemble_statistics(_mean(yearly(VALUES, sources=list("HGFEDCBA")))).outputs["table"]
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == list("ABCDEFGH")
    assert table.rows[0][2] == pytest.approx(VALUES[7].mean())


def test_a_field_that_still_has_space_is_refused() -> None:
    with pytest.raises(Refused, match="varies over lat, lon"):
        ensemble_statistics(gridded(np.zeros((1, 1, 2, 2)), lat=[0, 1], lon=[0, 1]))


def test_a_cube_without_values_is_refused() -> None:
    field = _mean(yearly(VALUES)).mapped(lambda part: part * np.nan)
    with pytest.raises(Refused, match="no values"):
        ensemble_statistics(field)
