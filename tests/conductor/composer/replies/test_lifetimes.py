"""Dates outside a mission's life and numbers beyond a series are refused; dates within it are not."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import reason


@pytest.mark.parametrize(
    "text",
    [
        "Envisat ASAR over Crete in 2019",
        "pluie TRMM sur Bali en 2020",
        "Landsat 9 scenes from 2015 over Perth",
        "température ERA5 de 2045 au Caire",
        "Sentinel-9 images of Rome",
        "Landsat 12 sur Lima en 2024",
        "scènes Sentinel-2F sur Oslo",
        "ERA7 temperature in Oslo in 2010",
    ],
)
def test_what_never_was_is_refused(text: str) -> None:
    assert reason(text) == "no_such_data"


@pytest.mark.parametrize(
    "text",
    [
        "Envisat ASAR over Crete in 2008",
        "pluie GPM sur Bali en 2020",
        "Landsat 12 scenes over Lima in 2024",
        "Landsat 30-metre land cover of Nepal in 2015",
        "Landsat 16-day composites of Oslo in 2020",
        "Landsat 10 clearest scenes over Oslo",
        "Sentinel-10m imagery of Oslo",
        "Sentinel-2 10 m sur Rome",
        "What is ERA40?",
    ],
)
def test_what_was_is_not(text: str) -> None:
    assert reason(text) is None
