"""Climate processes beyond the first: each equals the library or formula that it stands on, on small or real fields."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import xarray as xr
from scipy import stats

from connectors.compute import catalogue, curves, extremes, grid, times
from connectors.compute.fields import Computed, Field
from connectors.errors import Refused
from connectors.extents import BBox, Interval
from connectors.items import Table, Value
from tests.connectors.compute.samples import gridded, interval, monthly, named, yearly

RNG = np.random.default_rng(3)


def run(process: str, *fields: Field, **inputs: Any) -> Computed:
    """The function that a description declares."""
    computed: Computed = catalogue.description(process).run(*fields, **inputs)
    return computed


def daily(
    values: Any, *, start: str = "2000-01-01", calendar: str = "standard", units: str = "K", **words: Any
) -> Field:
    values = np.atleast_2d(np.asarray(values, float))
    clock = xr.date_range(
        start, periods=values.shape[1], freq="D", calendar=calendar, use_cftime=calendar != "standard"
    )
    array = xr.DataArray(
        values, dims=("realization", "time"), coords={"time": clock.values},
        attrs={"units": units, "standard_name": "air_temperature", "frequency": "day"}, name="tas",
    )  # fmt: skip
    return Field(parts=(named(array, [f"M{i}" for i in range(len(values))], calendar=calendar, **words),), id="made")


def globe(step: float = 5.0) -> Field:
    """A smooth field on a global grid: 280 K plus 20 K by the cosine of latitude and a wave in longitude."""
    lat, lon = (np.arange(-edge + step / 2, edge, step).tolist() for edge in (90, 180))
    wave = np.cos(np.radians(lat))[:, None] * (20 + 3 * np.sin(np.radians(lon))[None, :])
    return gridded((280 + wave)[None, None], lat=lat, lon=lon)


def test_conservative_regridding_keeps_the_global_mean() -> None:
    data = globe(2.5)
    coarse = run("resample_spatial", data, resolution=10.0, method="conservative").cube.one()
    before, after = data.one(), coarse
    means = [float((a * grid.areas(a)).sum() / (grid.areas(a) * a.notnull()).sum()) for a in (before, after)]
    assert (coarse.sizes["lat"], coarse.sizes["lon"]) == (18, 36)
    assert means[1] == pytest.approx(means[0], abs=1e-3)


def test_bilinear_regridding_knows_no_edge_at_the_antimeridian() -> None:
    data, target = globe(5.0), globe(2.0)
    fine = run("resample_cube_spatial", data, target=target, method="bilinear")
    inside = fine.cube.one().sel(lat=slice(-85, 85))
    assert bool(inside.notnull().all())
    assert float(abs(inside - target.one().sel(lat=slice(-85, 85))).max()) < 0.05
    assert [c.code for c in fine.caveats] == ["regridded"]


def test_nearest_regridding_gives_the_cells_own_values() -> None:
    data = gridded(np.arange(16.0).reshape(1, 1, 4, 4), lat=[10, 20, 30, 40], lon=[0, 10, 20, 30])
    target = gridded(np.zeros((1, 1, 1, 2)), lat=[21], lon=[9, 31])
    found = run("resample_cube_spatial", data, target=target).cube.one()
    assert found.values.ravel().tolist() == [5.0, 7.0]


def test_cells_beyond_the_source_have_no_value() -> None:
    data = gridded(np.ones((1, 1, 4, 4)), lat=[10, 20, 30, 40], lon=[0, 10, 20, 30])
    target = gridded(np.zeros((1, 1, 1, 2)), lat=[20], lon=[20, 80])
    found = run("resample_cube_spatial", data, target=target).cube.one()
    assert np.isnan(found.values.ravel()[1])


def test_a_fitted_line_is_that_of_polyfit_and_is_predicted_again() -> None:
    values = RNG.normal(0, 1, (3, 40)) + 0.1 * np.arange(40)
    data = yearly(values)
    fit = run("fit_curve", data, function="linear").cube
    at = curves.years(data.one())
    expected = [np.polyfit(at, row, 1)[::-1] for row in values]
    np.testing.assert_allclose(fit.one().values, expected, rtol=1e-9)
    again = run("predict_curve", fit, labels=data).cube.one()
    np.testing.assert_allclose(again.values, [e[0] + e[1] * at for e in expected], rtol=1e-9)


def test_a_yearly_harmonic_is_found_again() -> None:
    data = monthly(np.zeros(240))
    at = curves.years(data.one())
    wave = 283 + 0.02 * at - 9 * np.cos(2 * np.pi * at) + 3 * np.sin(2 * np.pi * at)
    fit = run("fit_curve", monthly(wave), function="harmonic").cube.one()
    np.testing.assert_allclose(fit.values[0], [283, 0.02, -9, 3], atol=1e-8)


def test_gaps_do_not_break_a_fit() -> None:
    values = 2.0 * np.arange(30.0)
    values[[3, 17]] = np.nan
    assert run("fit_curve", yearly(values)).cube.one().values[0, 1] == pytest.approx(2.0)


def test_return_levels_are_those_of_scipy() -> None:
    sample = stats.genextreme.rvs(-0.1, loc=30, scale=2, size=60, random_state=np.random.default_rng(5))
    data = yearly(sample, start=1950, units="degC")
    found = run("return_periods", data, interval=interval(1950, 2009), return_periods=(10.0, 100.0))
    value, table = found.outputs["value"], found.outputs["table"]
    assert isinstance(value, Value) and isinstance(table, Table)
    shape, location, scale = stats.genextreme.fit(sample)
    expected = stats.genextreme.ppf([0.9, 0.99], shape, loc=location, scale=scale)
    assert [row[1] for row in table.rows] == pytest.approx(np.asarray(expected).tolist(), rel=1e-9)
    assert value.low is not None and value.high is not None
    assert value.low < value.value < value.high
    assert {c.code for c in found.caveats} == {"extrapolated"}


def test_the_bootstrap_is_the_same_every_time() -> None:
    sample = stats.genextreme.rvs(0.1, loc=5, scale=1, size=30, random_state=np.random.default_rng(8))
    first, second = (extremes.interval(sample, (10.0,), tail="max", seed=4) for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_minima_are_maxima_upside_down() -> None:
    sample = stats.genextreme.rvs(0.1, loc=5, scale=1, size=40, random_state=np.random.default_rng(9))
    low = extremes.levels(extremes.fit(-sample, tail="min"), (20.0,), tail="min")
    assert low[0] == pytest.approx(-extremes.levels(extremes.fit(sample), (20.0,))[0])


def test_too_few_years_give_no_return_level() -> None:
    with pytest.raises(Refused, match="no run has 20 years"):
        run("return_periods", yearly(np.arange(12.0)), interval=interval(2000, 2011))


def test_robustness_is_that_of_xclim() -> None:
    from xclim import ensembles

    values = RNG.normal(0, 0.2, (8, 80)) + np.where(np.arange(80) >= 50, 1.0, 0.0)
    values[0] -= np.where(np.arange(80) >= 50, 2.0, 0.0)
    data = yearly(values, start=1950)
    found = run("robustness", data, interval=interval(2000, 2029), reference=interval(1950, 1979))
    value = found.outputs["value"]
    assert isinstance(value, Value)
    plain = data.one().reset_coords(drop=True)
    future, past = (plain.isel(time=times.inside(data.one(), i)) for i in (interval(2000, 2029), interval(1950, 1979)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = ensembles.robustness_fractions(future, past, test="welch-ttest")
    assert value.value == pytest.approx(100 * float(expected.agree))
    assert value.details["changed"] == pytest.approx(float(expected.changed))
    assert value.details["category"] == "robust signal"


def test_robustness_by_cell_is_a_map() -> None:
    values = RNG.normal(0, 0.1, (6, 60, 2, 2)) + np.where(np.arange(60) >= 30, 1.0, 0.0)[None, :, None, None]
    data = gridded(values, lat=[10, 20], lon=[0, 10])
    field = run("robustness", data, interval=interval(2030, 2059), reference=interval(2000, 2029)).cube.one()
    np.testing.assert_array_equal(field.values, np.ones((1, 2, 2)))


def test_one_run_has_no_robustness() -> None:
    with pytest.raises(Refused, match="one run only"):
        run("robustness", yearly(np.arange(40.0)), interval=interval(2020, 2039), reference=interval(2000, 2019))


@pytest.mark.parametrize("method", ["scaling", "eqm", "dqm", "qdm"])
def test_bias_adjustment_is_that_of_xsdba(method: str) -> None:
    import xsdba

    days = 365 * 8 + 2
    wave = 10 * np.sin(2 * np.pi * np.arange(days) / 365.25)
    truth = daily(280 + wave + RNG.normal(0, 2, days))
    biased = daily(np.stack([283 + 1.2 * wave + RNG.normal(0, 3, days) for _ in range(2)]))
    training = interval(2000, 2003)
    found = run("adjust_bias", biased, reference=truth, training=training, method=method)
    ours = found.cube.one()
    name = {
        "scaling": "Scaling",
        "eqm": "EmpiricalQuantileMapping",
        "dqm": "DetrendedQuantileMapping",
        "qdm": "QuantileDeltaMapping",
    }[method]
    ref, hist, sim = (a.reset_coords(drop=True) for a in (
        truth.one()[0, times.inside(truth.one(), training)], biased.one()[1, times.inside(biased.one(), training)], biased.one()[1],
    ))  # fmt: skip
    options: dict[str, Any] = {"group": "time.month", "kind": "+"} | ({} if method == "scaling" else {"nquantiles": 50})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = getattr(xsdba, name).train(ref, hist, **options).adjust(sim)
    np.testing.assert_array_equal(ours.values[1], theirs.values)
    held = times.inside(ours, training)
    assert abs(float(ours.values[:, held].mean()) - float(truth.one().values[:, held].mean())) < 0.1
    assert [c.code for c in found.caveats] == ["bias_adjusted"]


def test_a_training_period_that_is_not_there_is_refused() -> None:
    data = daily(np.ones((1, 800)))
    with pytest.raises(Refused, match="training period"):
        run("adjust_bias", data, reference=data, training=interval(1980, 1990))


def test_quantiles_are_those_of_numpy() -> None:
    values = RNG.normal(0, 1, (2, 50))
    found = run("quantiles", yearly(values, start=1950), probabilities=(0.1, 0.9), interval=interval(1960, 1989))
    np.testing.assert_allclose(found.cube.one().values, np.quantile(values[:, 10:40], (0.1, 0.9), axis=1).T)
    table = found.outputs["table"]
    assert isinstance(table, Table) and len(table.rows) == 2


def test_probabilities_beyond_one_are_refused() -> None:
    with pytest.raises(Refused, match="0…1"):
        run("quantiles", yearly(np.ones(20)), probabilities=(5.0,))


def test_monthly_normals_are_means_by_month() -> None:
    values = np.tile(np.arange(12.0), 30) + np.repeat(np.arange(30.0), 12)
    found = run("climatological_normal", monthly(values, start=1981), climatology_period=interval(1981, 2010))
    np.testing.assert_allclose(found.cube.one().values[0], np.arange(12.0) + 14.5)
    assert found.cube.one()["month"].values.tolist() == list(range(1, 13))


def test_seasonal_normals_put_december_with_the_next_winter() -> None:
    values = np.tile(np.arange(1.0, 13.0), 30)
    normal = run("climatological_normal", monthly(values, start=1981, calendar="360_day"), period="season",
                 climatology_period=interval(1982, 2010)).cube.one()  # fmt: skip
    assert normal.sel(season="DJF").item() == pytest.approx(5.0)
    assert normal.sel(season="JJA").item() == pytest.approx(7.0)


@pytest.mark.parametrize(
    ("reducer", "expected"),
    [
        ("mean", 2.0),
        ("median", 2.0),
        ("min", 1.0),
        ("max", 3.0),
        ("sum", 6.0),
        ("sd", 1.0),
        ("variance", 1.0),
        ("count", 3.0),
        ("first", 1.0),
        ("last", np.nan),
    ],
)
def test_a_dimension_is_reduced(reducer: str, expected: float) -> None:
    found = run("reduce_dimension", yearly([1.0, 2.0, 3.0, np.nan]), dimension="t", reducer=reducer).cube.one()
    assert "time" not in found.dims
    np.testing.assert_equal(found.item(), expected)


def test_a_dimension_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="no dimension 'bands'; it has realization, time"):
        run("reduce_dimension", yearly([1.0]), dimension="bands", reducer="mean")


def test_the_nearest_step_is_taken_and_far_ones_are_not() -> None:
    data, target = monthly(np.arange(24.0)), daily(np.zeros(800))
    found = run("resample_cube_temporal", data, target=target, valid_within=10.0).cube.one()
    assert found.sizes["time"] == 800
    assert found.values[0, :3].tolist() == [0.0, 0.0, 0.0]
    assert np.isnan(found.values[0, 15])


def test_units_convert_levels_with_their_offset_and_changes_without() -> None:
    level = run("convert_units", yearly([273.15]), units="degC")
    assert level.cube.one().item() == pytest.approx(0.0)
    assert [c.code for c in level.caveats] == ["unit_converted"]
    change = replace(yearly([1.0]), properties={"change": True})
    assert run("convert_units", change, units="degC").cube.one().item() == pytest.approx(1.0)


def test_units_of_another_kind_are_refused() -> None:
    with pytest.raises(Refused, match="cannot be converted"):
        run("convert_units", yearly([1.0]), units="m")


def test_leap_days_are_dropped_on_the_way_to_noleap() -> None:
    data = daily(np.arange(366.0))
    found = run("convert_calendar", data, calendar="noleap")
    assert found.cube.one().sizes["time"] == 365
    assert found.caveats[0].parameters == {"n": 1, "calendar": "noleap"}
    assert found.cube.one().calendar.values.tolist() == ["noleap"]


def test_months_of_an_interval_are_kept() -> None:
    found = run("filter_temporal", monthly(np.arange(36.0)), extent=interval(2001, 2002), months=(6, 7, 8))
    assert found.cube.one().values[0].tolist() == [17.0, 18.0, 19.0, 29.0, 30.0, 31.0]


def test_a_mask_replaces_values_where_it_is_not_zero() -> None:
    data = gridded([[[[1.0, 2.0], [3.0, 4.0]]]], lat=[0, 1], lon=[0, 1])
    cover = gridded([[[[0.0, 1.0], [0.0, 0.0]]]], lat=[0, 1], lon=[0, 1])
    assert run("mask", data, mask=cover, replacement=-1.0).cube.one().values.ravel().tolist() == [1.0, -1.0, 3.0, 4.0]


def test_a_mask_on_another_grid_is_refused() -> None:
    data = gridded(np.ones((1, 1, 2, 2)), lat=[0, 1], lon=[0, 1])
    other = gridded(np.ones((1, 1, 2, 2)), lat=[5, 6], lon=[0, 1])
    with pytest.raises(Refused, match="another grid"):
        run("mask", data, mask=other)


def test_a_place_cuts_a_cube_by_its_outline() -> None:
    import shapely

    from connectors.compute.regions import Region

    triangle = shapely.Polygon([(0, 0), (4, 0), (0, 4)])
    place = Region(name="triangle", kind="region", bbox=BBox(west=0, south=0, east=4, north=4), polygon=triangle)
    data = gridded(np.ones((1, 1, 6, 6)), lat=np.arange(-0.5, 5).tolist(), lon=np.arange(-0.5, 5).tolist())
    found = run("filter_spatial", data, place=place).cube.one()
    assert found.shape == (1, 1, 4, 4)
    assert int(found.notnull().sum()) == 10


def test_zones_of_a_cube_are_weighted_by_area() -> None:
    from connectors.compute.regions import Region

    lat, lon = [0.5, 60.5], [0.5, 1.5]
    rows = list(np.arange(0.5, 61, 1.0))
    values = np.repeat(np.cos(np.radians(rows))[:, None], 2, axis=1)
    data = gridded(values[None, None], lat=rows, lon=lon)
    place = Region(name="strip", kind="bbox", bbox=BBox(west=0, south=0, east=2, north=61))
    table = run("zonal_statistics", data, zones=(place,), reducers=("mean", "max")).outputs["table"]
    assert isinstance(table, Table)
    weights = np.cos(np.radians(rows))
    assert table.rows[0][2] == pytest.approx(float((weights**2).sum() / weights.sum()), rel=1e-6)
    assert lat


def test_an_open_interval_is_the_whole_record() -> None:
    found = run("filter_temporal", yearly(np.arange(5.0)), extent=Interval(start=None, end=None))
    assert found.cube.one().sizes["time"] == 5
