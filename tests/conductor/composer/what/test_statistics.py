"""Statistics and time steps are read as said, and not out of the names of quantities."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.statistics import read_aggregation, read_statistics
from planners.intent import Quantity

TASMAX = Quantity(name="maximum temperature", variable_id="tasmax")


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("mean temperature", ("mean",)),
        ("90th percentile of rain", ("percentile_90",)),
        ("le 95e centile", ("percentile_95",)),
        ("20-year flood", ("return_period_20",)),
        ("niveau de retour 100 ans", ("return_period_100",)),
        ("crue centennale", ("return_period_100",)),
        ("1-in-50-year storm", ("return_period_50",)),
        ("écart-type de la température", ("std",)),
        ("écart entre les deux", ("difference",)),
        ("how many scenes", ("count",)),
        ("quelle superficie", ("area",)),
        ("mean sea level pressure", ()),
        ("what does tas mean?", ()),
        ("warmer than the 1981-2010 average", ()),
    ],
)
def test_statistics_are_read(text: str, statistics: tuple[str, ...]) -> None:
    assert read_statistics(fold(text), named=(), quantities=(), implied=frozenset()) == statistics


def test_the_maximum_in_a_variable_is_no_statistic() -> None:
    assert read_statistics("maximum temperature of lyon", named=(), quantities=(TASMAX,), implied=frozenset()) == ()
    assert read_statistics(
        "highest maximum temperature of lyon", named=(), quantities=(TASMAX,), implied=frozenset()
    ) == ("max",)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("days per year", "annual"),
        ("moyenne mensuelle", "monthly"),
        ("year by year", "annual"),
        ("seasonal cycle", "climatology"),
        ("daily maximum temperature", None),
        ("par saison", "seasonal"),
        ("mm par jour", None),
    ],
)
def test_the_time_step_is_read(text: str, step: str | None) -> None:
    assert read_aggregation(fold(text)) == step


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10th and 90th percentile of rain", ("percentile_10", "percentile_90")),
        ("les 5e, 50e et 95e centiles de la pluie", ("percentile_5", "percentile_50", "percentile_95")),
        ("number of icebergs in the bay", ("count",)),
        ("nombre d'icebergs dans la baie", ("count",)),
        ("map the burned areas near athens", ()),
        ("burned area in corsica in 2022", ("area",)),
        ("normalized difference vegetation index", ()),
        ("15 percent cloud max", ()),
        ("rainfall in story county", ()),
    ],
)
def test_lists_counts_and_sizes_are_read_and_names_are_not(text: str, expected: tuple[str, ...]) -> None:
    assert read_statistics(text, named=(), quantities=(), implied=frozenset()) == expected


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("20-year and 100-year daily rain", ("return_period_20", "return_period_100")),
        ("crues de 5, 10 et 50 ans", ("return_period_5", "return_period_10", "return_period_50")),
        ("10/30/100-year storm", ("return_period_10", "return_period_30", "return_period_100")),
        ("100-year rain, 2041-2060 and 2071-2100", ("return_period_100",)),
        ("the 0.98 quantile", ("percentile_98",)),
        ("quantile 0.9 des pluies", ("percentile_90",)),
        ("7e décile", ("percentile_70",)),
        ("lower quartile of rain", ("percentile_25",)),
        ("écart interquartile des pluies", ("percentile_25", "percentile_75")),
        ("cyclones in 2023: how many?", ("count",)),
        ("cyclones en 2023 : combien ?", ("count",)),
        ("the number of hectares burnt", ("area",)),
        ("nombre d'hectares brûlés", ("area",)),
        ("how much did it rain", ("sum",)),
        ("la valeur minimale", ("min",)),
        ("k-means of the scene", ()),
    ],
)
def test_lists_and_ranks_are_read(text: str, statistics: tuple[str, ...]) -> None:
    read = read_statistics(fold(text), named=(), quantities=(), implied=frozenset())

    assert set(read) == set(statistics)
