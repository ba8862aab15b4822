"""The other words for a kind of place: a name known in one language is found in the other."""

from __future__ import annotations

import pytest

from connectors.vocabulary.places import lookup
from connectors.vocabulary.toponym_kinds import otherwise


def test_a_kind_has_other_words() -> None:
    assert otherwise("detroit jones")[:2] == ("jones strait", "jones straits")
    assert "kariba reservoir" in otherwise("kariba dam")
    assert "reservoir gouin" in otherwise("gouin reservoir")
    assert "x national park" in otherwise("parc national x")
    assert otherwise("jones") == otherwise("detroit") == otherwise("water level of the reservoir") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jones Sound", "détroit de Jones"), ("Lake Kariba", "réservoir de Kariba"), ("Gouin Reservoir", "réservoir Gouin"), ("Isle of Skye", "île de Skye"),
        ("Barnes Ice Cap", "calotte Barnes"), ("Isthmus of Panama", "Panama isthmus"), ("Banff National Park", "parc national Banff"),
    ],
)  # fmt: skip
def test_both_names_are_one_place(one: str, other: str) -> None:
    assert [entry.id for entry in lookup(one)[:1]] == [entry.id for entry in lookup(other)[:1]] != []


@pytest.mark.parametrize(
    "name", ["carbon reservoir", "lac de montagne", "île principale", "desert dust", "glacier melt", "river flow"]
)
def test_a_common_noun_is_no_name(name: str) -> None:
    assert lookup(name) == ()
