from __future__ import annotations

import pytest

from planners.blocks.imagery import asks_clouds, class_asked
from planners.intent import Intent, Quantity


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("cropland", "cropland"),
        ("terres agricoles", "cropland"),
        ("forest cover", "forest"),
        ("couvert forestier boisé", "forest"),
        ("built-up area", "urban"),
        ("savane", "savanna"),
    ],
)
def test_a_land_cover_class_is_known_by_its_words(words: str, name: str) -> None:
    asked = class_asked(Intent(quantities=(Quantity(name=words),)))
    assert asked and asked[0] == name


def test_a_variable_is_no_land_cover() -> None:
    assert class_asked(Intent(quantities=(Quantity(name="bare soil evaporation", variable_id="evspsblsoi"),))) is None


def test_clouds_are_asked_of_a_scene_not_of_the_climate() -> None:
    clouds = Quantity(name="cloud cover", variable_id="clt")
    assert asks_clouds(Intent(quantities=(clouds,), collections=("sentinel-2-l2a",)))
    assert not asks_clouds(Intent(quantities=(clouds,)))
