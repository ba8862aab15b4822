"""Parts of a place that have a name of their own."""

from __future__ import annotations

import pytest

from conductor.composer.where.named_parts import named_part
from connectors.vocabulary.places import place


@pytest.mark.parametrize(
    ("whole", "way", "part"),
    [
        ("country:AU", "north", "ar6:NAU"),
        ("continent:africa", "west", "region:west-africa"),
        ("continent:asia", "southeast", "region:southeast-asia"),
        ("continent:europe", "central", "region:central-europe"),
        ("country:US", "southwest", "region:southwestern-united-states"),
        ("ocean:atlantic-ocean", "north", "ocean:north-atlantic"),
        ("country:IE", "north", None),  # Northern Ireland is not in it
        ("country:DK", "north", None),  # North Denmark is a province
        ("country:ML", "central", None),
    ],
)
def test_a_part_goes_by_its_own_name(whole: str, way: str, part: str | None) -> None:
    entry = place(whole)
    assert entry is not None
    found = named_part(entry, way)
    assert (found.id if found else None) == part
