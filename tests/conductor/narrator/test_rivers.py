"""Sentences about rivers: every number bound, the rain said, another river's reach named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductor.answer import Finding, Score
from conductor.narrator import sentence
from conductor.narrator.caveats import words
from connectors.items import Caveat

PLACE = {"name": "Fulda", "kind": "basin"}
CHANGE = Finding(
    intent=0, part=1, kind="value", role="flood_change", score=Score(reading=0.8, evidence=0.6), value=-18.8, units="%", low=-25.0,
    high=-14.3, range_meaning="5–95 % of 36 models", n=36, place=PLACE, period={"start": "2041-01-01", "end": "2060-12-31"},
    reference={"start": "1979-01-01", "end": "1988-12-31"}, details={"before": 302.0, "after": 245.2},
    conditions={"experiment_id": "ssp585", "river": "Fulda", "gauge": "Grebenau", "return_period": 10.0, "rain": "unchanged"},
)  # fmt: skip
EXTENT = replace(
    CHANGE, role="flood_extent", value=22.35, units="km2", low=None, high=None, range_meaning=None, reference=None,
    details={"discharge": 310.3, "stage": 2.38, "over_banks": 0.29, "length_km": 30.1, "reach": [8.621, 50.571], "reach_km2": 2575.4,
             "distance_km": 73.5},
)  # fmt: skip


def test_a_lower_flood_is_told_with_its_range_the_right_way_round() -> None:
    assert sentence(CHANGE, "en") == (
        "Under SSP5-8.5, the 10-year flood of the Fulda at Grebenau is 18.8 % lower in 2041–2060 than in 1979–1988 "
        "(5–95 % of 36 models: 14.3 to 25.0 %): 245 m³/s instead of 302 m³/s, if rain stays as it was."
    )


def test_heavy_rain_is_told_with_its_rate() -> None:
    heavy = replace(CHANGE, conditions=CHANGE.conditions | {"rain": "heavy", "heavy_rain": 7.0})  # type: ignore[operator]
    assert sentence(heavy, "en").endswith("if very wet days bring 7 % more rain a kelvin of global warming.")
    assert "7 % de pluie de plus" in sentence(heavy, "fr")


def test_a_reach_of_another_river_is_named_as_such_and_ones_own_is_not() -> None:
    assert "along 30 km of another river, of 2,575 km², near 50.57° N, 8.62° E" in sentence(EXTENT, "en")
    own = replace(EXTENT, details=EXTENT.details | {"distance_km": 1.0})  # type: ignore[operator]
    assert "another river" not in sentence(own, "en")


@pytest.mark.parametrize(
    "caveat",
    [
        Caveat(code="analogue_reach", parameters={"distance_km": 74, "lat": 50.57, "lon": 8.62, "reach_km2": 2575, "basin_km2": 2976}),
        Caveat(code="assumed_heavy_rain", parameters={"per_kelvin": 7.0}),
        Caveat(code="calibrated_on", parameters={"calibration": ["1979-01-01", "1983-12-31"], "validation": ["1984-01-01", "1988-12-31"], "nse": 0.85}),
        Caveat(code="pattern_scaled", parameters={"models": ["IPSL-CM6A-LR"], "n": 35}),
        Caveat(code="short_record", parameters={"years": 9}),
        *(Caveat(code=c) for c in ("daily_means", "delta_change", "different_seasons", "global_temperature", "unchanged_rain")),
    ],
    ids=lambda c: c.code,
)  # fmt: skip
def test_every_caveat_of_the_chain_has_words_in_both_languages(caveat: Caveat) -> None:
    english, french = words(caveat, "en"), words(caveat, "fr")
    assert english != french and not english.startswith(caveat.code.replace("_", " ") + ":") and " " in english
