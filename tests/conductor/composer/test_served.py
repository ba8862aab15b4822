"""Processes beside their server, and the chain that follows."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def _processes(text: str) -> tuple[str, ...]:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].processes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("subset daily pr from GFDL-ESM4 ssp370, 2051-2060, over Kenya, with rook", ("subset@rook",)),
        ("ndvi d'openEO sur Sentinel-2, Kairouan, mars 2026", ("ndvi@openeo",)),
        ("apply openEO's resample_spatial then ndvi to Sentinel-2 over Ghent, 12 May 2025", ("resample_spatial@openeo", "ndvi@openeo")),
    ],
)  # fmt: skip
def test_an_ordinary_word_beside_a_server_is_its_process(text: str, expected: tuple[str, ...]) -> None:
    assert set(_processes(text)) == set(expected)


def test_the_same_word_without_a_server_is_none() -> None:
    assert _processes("mean NDVI of Sentinel-2 over Ghent, 12 May 2025") == ()
