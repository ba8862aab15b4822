"""Turns that lean on the one before, and questions that are complete whatever came before."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.gather import read
from conductor.composer.text.utterance import utterance
from conductor.composer.turns.leaning import complete


def whole(text: str) -> bool:
    return complete(
        read(utterance(text, language="fr" if " le " in text or "é" in text else "en"), now=date(2026, 6, 15))
    )


@pytest.mark.parametrize(
    "text",
    [
        "list the ScenarioMIP datasets with monthly tasmin from UKESM1-0-LL",
        "psl aux 6 heures de highresSST-future, HadGEM3-GC31-HM, s'il te plaît",
        "Show me satellite imagery for Madrid, Spain for the first two weeks of January 2021",
        "What's the native resolution of ERA5-Land and how was it made?",
        "How did the shoreline of Lake Poopó change between September 2013 and September 2024?",
        "Entraîne un U-Net à segmenter les glaciers avec Sentinel-2",
    ],
)
def test_complete(text: str) -> None:
    assert whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "and for Spain?", "as a map please", "sous forme de carte", "y a-t-il une tendance ?", "also Landsat", "monthly please, not yearly", "newest first, max 5",
        "never mind the clouds, what's the NDVI there?", "What snow coverage patterns do you see? Are there any snow-free areas?", "Landsat, then",
    ],
)  # fmt: skip
def test_leaning(text: str) -> None:
    assert not whole(text)


@pytest.mark.parametrize(
    "text",
    ["what is the resolution?", "quelle est la résolution ?", "train a model on them to map olive groves", "explique comment tu l'as obtenue", "qui est le plus chaud ?"],
)  # fmt: skip
def test_of_what_was_shown(text: str) -> None:
    assert not whole(text)
