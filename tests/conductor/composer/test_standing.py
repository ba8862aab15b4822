"""A piece of a question stands on its own where it asks for something; a diary, a list's item, an explanation are told apart."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.gather import read
from conductor.composer.reading import Reading
from conductor.composer.standing import begins, defines, explains, lists, opens, stands, teaches
from conductor.composer.text.utterance import utterance
from tests.conductor.composer.understood import parts


def reading(text: str) -> Reading:
    return read(utterance(text, language="en"), now=date(2026, 6, 15))


@pytest.mark.parametrize(
    ("text", "alone"),
    [("any flood seen by Sentinel-1 in July 2021", True), ("the rain of Oslo", False), ("find the scenes of Malta", False), ("map the flood at Sylhet", True)],
)  # fmt: skip
def test_what_asks_of_a_subject_stands(text: str, alone: bool) -> None:
    assert stands(reading(text)) is alone


def test_kinds_of_pieces_are_told_apart() -> None:
    assert explains(reading("why do models disagree"))
    assert defines(reading("what is SSP2-4.5"))
    assert lists(reading("give me the list of scenes"))
    assert not opens(reading("Greening or browning?"))


def test_a_flood_beside_a_run_is_a_part_of_its_own() -> None:
    run, flood = parts(
        "run GR4J on the Moselle with era5 2010-2020; also any flood seen by Sentinel-1 in July 2021 there"
    )
    assert (run.action, run.models) == ("simulate", ("GR4J",))
    assert (flood.action, flood.phenomena, flood.collections) == ("detect", ("flood",), ("sentinel-1-grd",))


def test_a_word_is_taught_and_a_figure_is_not() -> None:
    assert teaches(reading("what is SPEI?"))
    assert teaches(reading("by the way, what is ERA5?"))
    assert not teaches(reading("and what is the mean?"))


def test_a_piece_begins_with_its_subject() -> None:
    assert begins(reading("NDVI of Suriname in 2021"))
    assert begins(reading("the maximum temperature in Athens that month"))
    assert not begins(reading("in Suriname in 2021"))
