"""Readings on a terminal: every slot that is filled is shown, in words that a person reads."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from conductor.composer.grammar import understand
from conductor.interfaces.cli.render import print_understanding
from conductor.question import Question


def shown(text: str) -> str:
    console = Console(file=io.StringIO(), width=120, highlight=False)
    print_understanding(understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")), console)
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How much warmer will Texas be by 2050 under SSP2-4.5?", "tas · air_temperature"),
        ("How much warmer will Texas be by 2050 under SSP2-4.5?", "2041-01-01 – 2060-12-31"),
        ("How much warmer will Texas be by 2050 under SSP2-4.5?", "1995-01-01 – 2014-12-31"),
        ("How much warmer will Texas be by 2050 under SSP2-4.5?", "106.7° W–93.5° W, 25.8° N–36.5° N"),
        ("Rain in Fiji in 2050", "174.6° E–178.2° W, 21.7° S–12.5° S"),
        ("Sentinel-2 images within 20 km of Lyon last week with less than 5 % cloud", "within 20 km of Lyon"),
        ("Sentinel-2 images within 20 km of Lyon last week with less than 5 % cloud", "cloud_cover_max"),
        ("How dry is Spain at 2 °C of global warming?", "+2 °C of global warming"),
    ],
)
def test_what_was_read_is_shown(text: str, said: str) -> None:
    assert said in shown(text)


def test_no_object_of_the_program_is_shown() -> None:
    assert not {"BBox(", "None", "{'"} & {
        word for word in ("BBox(", "None", "{'") if word in shown("Rain in Oslo in 2020?")
    }
