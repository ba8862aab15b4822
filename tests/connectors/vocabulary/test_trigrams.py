"""Triples of letters: what a text holds."""

from __future__ import annotations

import pytest

from connectors.vocabulary.trigrams import LONGEST, cut, triples_of


@pytest.mark.parametrize(
    ("text", "triples"),
    [
        ("rain", {".ra", "rai", "ain", "in."}),
        ("En 2°", {".en", "en.", "n.0", ".0.", "0.."}),
        ("ÉTÉ", {".ét", "été", "té."}),
        ("K", {".k."}),  # the sign of Kelvin
        ("", set()),
    ],
)
def test_case_digits_and_signs_are_alike(text: str, triples: set[str]) -> None:
    assert triples_of(text) == frozenset(triples)


def test_a_long_text_is_not_taken_apart() -> None:
    assert triples_of("a" * LONGEST) == frozenset((".aa", "aaa", "aa."))
    assert triples_of("a" * (LONGEST + 1)) is None


def test_a_cell_of_a_table_holds_them_one_after_the_other() -> None:
    assert cut("rai.in") == {"rai", ".in"}
    assert cut("") == frozenset()
