from __future__ import annotations

import pytest

from conductor.narrator.caveats import words
from connectors.items import Caveat

COARSE = Caveat(code="coarse_grid", parameters={"cell_km": 1414.2, "place_km": 1800.0, "cells": 3})


def test_a_caveat_is_worded_in_both_languages_with_its_numbers() -> None:
    assert (
        words(COARSE, "en")
        == "the grid is coarse for this place: cells of about 1414 km against 1800 km, 3 of them used"
    )
    assert "1414 km" in words(COARSE, "fr")


def test_a_share_is_worded_as_per_cent() -> None:
    assert "96 %" in words(Caveat(code="partial_coverage", parameters={"fraction": 0.958}), "en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_missing_numbers_do_not_hide_a_caveat(language: str) -> None:
    assert words(Caveat(code="coarse_grid", parameters={"cells": 3}), language) == "coarse grid: cells 3"


def test_long_lists_are_cut() -> None:
    assert words(Caveat(code="retracted", parameters={"items": list("abcdefgh")}), "en").endswith("a, b, c, d, e, f …")


def test_what_each_model_lacks_is_said_in_both_languages() -> None:
    lacking = Caveat(
        code="incomplete_sets",
        parameters={"values": ["tasmax", "pr"], "sets": 3, "n": 1, "models": {"CanESM5": ["pr"]}},
    )
    assert words(lacking, "en") == "models without all of tasmax, pr together, listed apart (1): CanESM5"
    assert words(lacking, "fr").startswith("modèles sans tout l’ensemble tasmax, pr")
    assert "earth-search" in words(Caveat(code="sorted_here", parameters={"sources": ["earth-search"]}), "en")
