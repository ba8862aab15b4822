"""An amount of land is an area; things are counted, changes and amounts of other things are neither."""

from __future__ import annotations

import pytest

from conductor.composer.what.land_amounts import of_land


@pytest.mark.parametrize(
    "said",
    [
        "how much tree cover loss did brazil have",
        "what was the mangrove loss in myanmar",
        "how much of the pantanal burned",
        "quelle perte de mangrove en birmanie",
        "combien de tourbiere a ete perturbee",
        "quel deboisement au perou",
        "combien y avait-il de mangrove",
        "quel couvert arbore a-t-il gagne",
    ],
)
def test_an_amount_of_land_is_an_area(said: str) -> None:
    assert of_land(("count",), ("deforestation",), said, measured=False) == ("area",)


@pytest.mark.parametrize(
    "said",
    [
        "how much has the forest grown",
        "how much damage did it do",
        "what is the tree cover loss dataset",
        "combien de champs de ble",
        "tree cover loss",
        "combien y a-t-il de champs",
        "quel couvert arbore est-ce",
    ],
)
def test_other_amounts_are_none(said: str) -> None:
    assert of_land((), ("crop",), said, measured=False) == ()


def test_things_of_the_plural_are_counted() -> None:
    assert of_land(("count",), ("crop",), "combien de champs de ble", measured=False) == ("count",)


def test_a_measured_quantity_keeps_its_own_statistics() -> None:
    assert of_land(("sum",), ("crop",), "how much irrigation do the crops get", measured=True) == ("sum",)


def test_phenomena_of_no_land_are_left_alone() -> None:
    assert of_land((), ("ship",), "how much traffic was there", measured=False) == ()


def test_an_area_told_besides_is_told_once() -> None:
    assert of_land(("area", "count"), ("burn_scar",), "combien de terrain a brule", measured=False) == ("area",)
    assert of_land(("area", "count"), ("burn_scar",), "count and area of the scars", measured=False) == (
        "area",
        "count",
    )
