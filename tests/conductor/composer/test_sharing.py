"""Parts lend each other the places and times that only one of them says."""

from __future__ import annotations

from tests.conductor.composer.understood import parts


def test_a_scene_is_of_no_future_that_another_part_asks_of() -> None:
    scene, change = parts("Two requests: the latest Sentinel-2 scene of Crete, and how Crete's rain changes by 2050.")
    assert scene.periods == ()
    assert change.targets[0].start == "2041-01-01"


def test_parts_without_a_place_are_asked_of_the_writer_s() -> None:
    text = (
        "Hello,\nwe are a small NGO working with fishermen on Lake Victoria. Two requests: 1) where was algae in May 2025 "
        "(Sentinel-2)? 2) how has the rainfall been evolving since 2000?\nBest, Amina"
    )
    assert [[place.name for place in intent.places] for intent in parts(text)] == [["Lake Victoria"], ["Lake Victoria"]]


def test_how_many_again_counts_as_before() -> None:
    _, later = parts("1) Combien de vagues de chaleur à Nice en 2003 ? 2) Combien en 2071-2100 sous ssp585 ?")
    _, warm = parts("1) Température moyenne à Nice en 2003 ? 2) Combien en 2071-2100 sous ssp585 ?")
    assert "count" in later.statistics
    assert "count" not in warm.statistics
