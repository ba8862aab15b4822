"""Scope: what is of another field, and what only looks so."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.gather import read
from conductor.composer.scope import out_of_scope
from conductor.composer.utterance import utterance


def foreign(text: str, language: str = "en") -> bool:
    asked = read(utterance(text, language="fr" if language == "fr" else "en"), now=date(2026, 6, 15))
    return out_of_scope(asked, language="en") is not None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("wheat prices in Ukraine since 2022", "en"), ("unemployment in Spain", "en"), ("land prices in Paris", "en"),
        ("prix du blé en Ukraine depuis 2022", "fr"), ("chômage en Espagne", "fr"), ("Hello, recommend a good ramen place near Shinjuku station", "en"),
    ],
)  # fmt: skip
def test_other_fields_are_out_of_scope(text: str, language: str) -> None:
    assert foreign(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what is active learning?", "en"), ("qu'est-ce que l'apprentissage actif ?", "fr"), ("what is transfer learning", "en"),
        ("hello", "en"), ("wheat in Ukraine since 2022", "en"), ("what if we only reach net zero in 2070", "en"),
    ],
)  # fmt: skip
def test_the_field_is_wide(text: str, language: str) -> None:
    assert not foreign(text, language)
