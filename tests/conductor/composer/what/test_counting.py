"""Bounds that count days, and bounds that only measure."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import first


@pytest.mark.parametrize(
    "text",
    [
        "how often is it above 40 degrees in Seville in summer",
        "à quelle fréquence fait-il plus de 40 degrés à Séville en été",
        "how many days above 40 °C in Seville in 2020",
        "nuits sous -20 °C à Winnipeg en 2020",
    ],
)
def test_a_bound_may_count_days(text: str) -> None:
    assert [q.indicator for q in first(text).quantities] in (["tx_days_above"], ["tn_days_below"])


@pytest.mark.parametrize(
    "text",
    [
        "How often was it above 30 °C in Lyon in 2022?",
        "Combien y a-t-il eu de jours au-dessus de 30 °C à Lyon en 2022 ?",
        "frost-day count for Oslo in 2021",
    ],
)
def test_days_that_an_indicator_counts_are_not_counted_again(text: str) -> None:
    assert first(text).statistics == ()


@pytest.mark.parametrize(
    "text", ["How many clear scenes are there over Lomé in 2023?", "images claires de Lomé en 2023 : combien ?"]
)
def test_scenes_are_counted(text: str) -> None:
    assert first(text).statistics == ("count",)


@pytest.mark.parametrize("text", ["slope above 40 degrees in the Alps", "pente de plus de 40 degrés dans les Alpes"])
def test_an_angle_is_no_heat(text: str) -> None:
    assert not any(q.indicator for q in first(text).quantities)
