"""The fifteen questions of first light, asked in words and answered end to end; every figure is computed again by hand."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from conductor.answer import Answer, Finding
from tests.conductor import by_hand
from tests.conductor.asking import HOLDINGS, Ask, asking

FIVE_FAMILIES = ("Berkeley-HighRes", "GISTEMPv4", "HadCRUT5", "Kadow2026", "NOAAGlobalTempv6")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The real conductor over the real holdings."""
    with asking(tmp_path_factory.mktemp("first-light")) as answer:
        yield answer


def first(answer: Answer, role: str, **conditions: object) -> Finding:
    """The highest-ranked finding of a role under these conditions."""
    findings = [r.finding for r in answer.responses if r.finding.role == role]
    return next(f for f in findings if all(f.conditions.get(k) == v for k, v in conditions.items()))


def codes(finding: Finding) -> set[str]:
    return {c.code for c in finding.caveats}


def test_1_warming_under_one_scenario(ask: Ask) -> None:
    answer = ask("How much will the world warm by the end of the century under SSP2-4.5?")
    best, by_model = answer.responses[0].finding, list(by_hand.warming(HOLDINGS, "ssp245").values())
    assert best.value == pytest.approx(np.median(by_model), abs=0.005)
    assert [best.low, best.high] == pytest.approx(np.quantile(by_model, [0.05, 0.95]), abs=0.01)
    assert (best.n, best.units) == (len(by_model), "K")
    assert best.conditions == {"experiment_id": "ssp245"} and "one_per_model" in codes(best)
    assert {r.finding.conditions["experiment_id"] for r in answer.responses} == {"ssp245"}
    assert answer.complete and "2.1 K" in answer.summary


def test_2_two_scenarios_compared(ask: Ask) -> None:
    answer = ask("Compare end-of-century global warming under SSP1-2.6 and SSP5-8.5.")
    low, high = (by_hand.warming(HOLDINGS, e) for e in ("ssp126", "ssp585"))
    leading = [r.finding for r in answer.responses[:3]]
    assert [f.role for f in leading] == ["side", "side", "contrast"]
    assert [f.value for f in leading[:2]] == [
        pytest.approx(np.median(list(side.values())), abs=0.005) for side in (low, high)
    ]
    common = [low[m] - high[m] for m in low.keys() & high.keys()]
    assert leading[2].value == pytest.approx(np.median(common), abs=0.02) and leading[2].n == len(common)


def test_3_when_a_warming_level_is_passed(ask: Ask) -> None:
    answer = ask("When does the world pass 2 °C above pre-industrial under SSP3-7.0?")
    crossing, years = first(answer, "crossing"), by_hand.crossing_years(HOLDINGS, "ssp370", 2.0)
    assert crossing.value == pytest.approx(np.median(years), abs=0.5)
    assert crossing.details["crossed"] == len(years)
    assert crossing.reference == {"start": "1850-01-01", "end": "1900-12-31"}


def test_4_the_observed_rate(ask: Ask) -> None:
    answer = ask("How fast has the world warmed since 1970 according to observations?")
    trend, slopes = answer.responses[0].finding, by_hand.observed_slopes(HOLDINGS, FIVE_FAMILIES, 1970, 2025)
    assert trend.role == "trend" and trend.conditions == {"experiment_id": "obs"}
    assert trend.value == pytest.approx(np.median(slopes), abs=0.002)
    assert [trend.low, trend.high] == pytest.approx([min(slopes), max(slopes)], abs=0.002)
    assert trend.n == 5 and "dependent_versions" in codes(trend)
    assert (trend.details["start"], trend.details["end"]) == ("1970", "2025")


def test_5_a_state_under_two_older_scenarios(ask: Ask) -> None:
    answer = ask("How much warmer will Texas be in 2070–2099 than in 1961–1990 under A1B, compared with E1?")
    a1b, e1 = (by_hand.texas_change(HOLDINGS, s) for s in ("A1B", "E1"))
    assert first(answer, "side", experiment_id="A1B").value == pytest.approx(a1b, abs=0.03)
    assert first(answer, "side", experiment_id="E1").value == pytest.approx(e1, abs=0.03)
    assert first(answer, "contrast").value == pytest.approx(a1b - e1, abs=0.03)


def test_6_a_city_in_french(ask: Ask) -> None:
    answer = ask("Température annuelle à Montréal dans les années 2050 selon le scénario A1B?")
    level = answer.responses[0].finding
    assert (answer.language, level.role, level.units) == ("fr", "level", "degC")
    assert level.value == pytest.approx(by_hand.montreal(HOLDINGS), abs=0.02)
    assert "nearest_cell" in codes(level) and "8,2 °C" in answer.responses[0].statement


def test_7_a_sea_in_one_coarse_model(ask: Ask) -> None:
    answer = ask("How will annual temperature change over the Mediterranean by mid-century under SSP5-8.5?")
    change = answer.responses[0].finding
    assert change.period == {"start": "2041-01-01", "end": "2060-12-31"}
    assert change.value == pytest.approx(by_hand.mediterranean_change(HOLDINGS, 2041, 2060), abs=0.25)
    assert {"coarse_grid", "single_model"} <= codes(change)


def test_8_models_and_nodes(ask: Ask) -> None:
    answer = ask("Which CMIP6 models have daily ta for the historical experiment? Which nodes hold them?")
    models, nodes, expected = first(answer, "models"), first(answer, "nodes"), by_hand.daily_models(HOLDINGS)
    assert models.n == len(expected) == 34
    assert models.table is not None and {str(row[0]) for row in models.table.rows} == expected
    assert nodes.table is not None and {row[0] for row in nodes.table.rows} == {"data1.embedded", "data2.embedded"}


def test_9_scenes_near_a_city(ask: Ask) -> None:
    answer = ask("Find Sentinel-2 scenes near Berlin in February 2017.")
    listing = answer.responses[0].finding
    assert any("T33UUU_20170216" in item.id for item in listing.items)
    assert all((item.interval.start or "").startswith("2017-02") for item in listing.items)


def test_10_a_land_cover_share(ask: Ask) -> None:
    answer = ask("What share of Iowa was cropland in 2019?")
    share = answer.responses[0].finding
    assert (share.role, share.units) == ("share", "%")
    assert share.value == pytest.approx(by_hand.iowa_cropland(HOLDINGS), abs=0.2)


def test_11_a_trend_in_models_aloft(ask: Ask) -> None:
    answer = ask("How has lower-tropospheric temperature near the North Pole changed since 1950 in CMIP6 models?")
    trend, slopes = answer.responses[0].finding, list(by_hand.polar_slopes(HOLDINGS).values())
    assert trend.role == "trend" and trend.conditions["pressure_hPa"] == 925.0
    assert trend.n == pytest.approx(len(slopes), abs=2)
    assert trend.value == pytest.approx(np.median(slopes), abs=0.02)
    assert "period_truncated" in codes(trend)


def test_12_clouds_of_a_scene(ask: Ask) -> None:
    answer = ask("How cloudy was the Sentinel-2 scene west of Berlin on 16 February 2017?")
    cloud = answer.responses[0].finding
    assert cloud.role == "cloud" and "T33UUU_20170216" in cloud.items[0].id
    assert cloud.value == pytest.approx(by_hand.cloud_share(HOLDINGS), abs=2.0)
    assert cloud.value == pytest.approx(23, abs=2.0)


def test_13_a_definition(ask: Ask) -> None:
    answer = ask("What is hist-1950?")
    definition = answer.responses[0]
    assert (definition.finding.kind, definition.finding.details["id"]) == ("explanation", "hist-1950")
    assert "HighResMIP" in definition.statement and "1950–2014" in definition.statement


def test_14_a_place_that_could_be_many(ask: Ask) -> None:
    answer = ask("Montre-moi Springfield en juin")
    assert answer.clarification and answer.clarification.slot == "places"
    assert len(answer.clarification.options) > 1 and answer.responses == ()


def test_15_a_scenario_that_does_not_exist(ask: Ask) -> None:
    answer = ask("Find SSP9-2.0 projections for Chile")
    assert answer.declined and answer.declined.reason == "no_such_data"
    assert answer.declined.nearest


@pytest.mark.parametrize(
    "text",
    [
        "How much will the world warm by the end of the century under SSP2-4.5?",
        "How fast has the world warmed since 1970 according to observations?",
        "Température annuelle à Montréal dans les années 2050 selon le scénario A1B?",
        "What share of Iowa was cropland in 2019?",
    ],
)
def test_every_figure_can_be_traced_and_credited(ask: Ask, text: str) -> None:
    best = ask(text).responses[0]
    assert best.finding.derived_from and best.citations and best.finding.items


def test_models_that_have_both_scenarios_are_told_from_those_that_have_one(ask: Ask) -> None:
    answer = ask("Which models have both historical and ssp585 for tas?")
    models = first(answer, "models")
    assert models.table and models.table.rows == (("IPSL-CM6A-LR", 4),)
    (apart,) = [c for c in models.caveats if c.code == "incomplete_sets"]
    assert apart.parameters["n"] == 35 and apart.parameters["models"]["MIROC6"] == ["historical"]
    assert first(ask("Which models have historical or ssp585 for tas?"), "models").details["n"] == 36
