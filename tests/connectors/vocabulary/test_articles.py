"""What the small word before a name says of what it names."""

from __future__ import annotations

from typing import Literal

import pytest

from connectors.vocabulary.toponyms import find_places


def best(text: str, language: Literal["en", "fr"]) -> str:
    return next(m.best.kind for m in find_places(text, language) if m.confidence >= 0.5)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NDVI along the Purus in 2020", "river"), ("is the Maroni getting drier?", "river"), ("floods on the Limpopo in 2023", "river"),
        ("the Netherlands in 2020", "country"), ("rain in The Hague in 2020", "city"),
    ],
)  # fmt: skip
def test_with_the_english_article_a_name_is_no_towns(text: str, kind: str) -> None:
    assert best(text, "en") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NDVI de la Petchora en 2020", "river"), ("il fait chaud au Havre", "city"), ("neige à Québec", "city"), ("NDVI à Goa en 2019", "region"),
        ("chaleur en Géorgie", "country"), ("sécheresse sur le Limpopo", "region"),
    ],
)  # fmt: skip
def test_french_articles_and_prepositions_tell_towns_from_lands_and_waters(text: str, kind: str) -> None:
    assert best(text, "fr") == kind
