"""Parts of a whole are read as per cent."""

from __future__ import annotations

import re

import pytest

from conductor.composer.text.fractions import PART, per_cent


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a tenth", 10), ("un quart", 25), ("a third", 33.33), ("trois dixiemes", 30), ("two oktas", 25), ("half", 50), ("la moitie", 50), ("3/10", 30),
        ("one percent", 1), ("un pour cent", 1), ("a fifth", 20), ("1/8", 12.5),
    ],
)  # fmt: skip
def test_a_part_is_so_many_of_a_hundred(text: str, value: float) -> None:
    match = re.search(PART, text)

    assert match is not None
    assert per_cent(match) == value


@pytest.mark.parametrize("text", ["half a degree", "a quarter century", "1/2024", "3/4/2024"])
def test_what_is_no_part_of_a_cover_is_left_alone(text: str) -> None:
    assert re.search(PART, text) is None
