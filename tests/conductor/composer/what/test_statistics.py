"""Statistics are read as said, and not out of the names of quantities."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.statistics import read_statistics
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
        ("combien de kilomètres carrés", ("area",)),
        ("vagues de froid, nombre par hiver", ("count",)),
        ("combien pleut-il en septembre", ("sum",)),
        ("pluie quotidienne cinquantennale", ("return_period_50",)),
        ("les avrils les plus secs", ("min",)),
        ("sunniest month", ("max",)),
        ("cloudier than usual", ("anomaly",)),
        ("leur surface a-t-elle changé", ("area",)),
        ("is dublin windier than brest? average wind", ("mean",)),
        ("mean sea level pressure", ()),
        ("what does tas mean?", ()),
        ("warmer than the 1981-2010 average", ()),
        ("does it exceed by 1.5 °c the average temperature", ()),
        ("dépassait-elle de plus de 1,5 °C la température moyenne", ()),
        ("days exceeding 30 on average", ("mean",)),
        ("scénario d'émissions moyennes", ()),
        ("émissions moyennes", ("mean",)),
        ("selon le scénario moyen, moyenne annuelle", ("mean",)),
        ("pression moyenne mondiale au niveau de la mer", ()),
        ("a table of areas", ("area",)),
        ("a table of areas hit", ()),
        ("7-day 10-year low flow", ("return_period_10",)),
        ("10-year mean flow", ("mean",)),
        ("étiage quinquennal", ("return_period_5",)),
        ("écart-type de la moyenne annuelle", ("std", "mean")),
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


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("SD of humidity", ("std",)),
        ("déviation standard du vent", ("std",)),
        ("90% quantile of rain", ("percentile_90",)),
        ("quantile 90 % de la pluie", ("percentile_90",)),
        ("ninety-fifth percentile of rain", ("percentile_95",)),
        ("quatre-vingt-quinzième centile de la pluie", ("percentile_95",)),
        ("one-in-20-year wind", ("return_period_20",)),
        ("vent de retour 20 ans", ("return_period_20",)),
        ("wind expected once every 20 years", ("return_period_20",)),
        ("vent qui revient tous les 20 ans", ("return_period_20",)),
        ("return level of wind for 20 years", ("return_period_20",)),
        ("departure of rain from normal", ("anomaly",)),
        ("écart de la pluie à la normale", ("anomaly",)),
        ("rain compared to normal", ("anomaly",)),
        ("pluie par rapport à la normale", ("anomaly",)),
        ("corrèle pluie et NDVI", ("correlation",)),
        ("the greatest wind", ("max",)),
        ("record rainfall", ("max",)),
        ("record de froid", ("min",)),
        ("how many inches of rain fell", ("sum",)),
        ("combien de pouces de pluie sont tombés", ("sum",)),
        ("lacs, nombre et superficie", ("count", "area")),
        ("surface du lac Kariba", ("area",)),
        ("Lake Kariba surface, 2019", ("area",)),
    ],
)
def test_statistics_are_read_in_their_everyday_words(text: str, statistics: tuple[str, ...]) -> None:
    assert set(read_statistics(fold(text), named=(), quantities=(), implied=frozenset())) == set(statistics)


@pytest.mark.parametrize(
    "text",
    [
        "normalised burn ratio",
        "what does sensitivity mean and why",
        "pluie comparée à la moyenne 1991-2020",
        "plus chaud que la moyenne",
        "trois scènes, au nombre de trois",
        "on a normal year",
        "hotter than the normal temperature",
        "temperature, by all means",
        "rapport annuel sur le climat",
        "what would warming mean for Mali",
        "the lake surface temperature",
        "what does significance mean here",
        "combien de neige en moins",
        "a place other than normal rain",
        "température de sa surface",
        "water surface temperature",
    ],
)
def test_words_that_look_like_statistics_are_none(text: str) -> None:
    assert read_statistics(fold(text), named=(), quantities=(), implied=frozenset()) == ()
