"""Words that datasets are to be about, where no vocabulary has what is sought."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question, Turn
from planners.intent import Intent

NOW = "2026-06-15T12:00:00Z"


def read(*texts: str) -> Intent:
    """The first reading of the last of several turns."""
    turns: tuple[Turn, ...] = ()
    for text in texts:
        intents = understand(Question(text=text, asked_at=NOW, history=turns)).intents
        turns = (*turns, Turn(question=text, intents=intents))
    return intents[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("find datasets about permafrost thaw", "permafrost thaw"),
        ("y a-t-il des données sur les glaciers rocheux ?", "glaciers rocheux"),
        ("any catalogue records mentioning kelp forests?", "kelp forests"),
        ("which catalogues mention black carbon deposition on snow?", "black carbon deposition on snow"),
        ("des jeux de données sur la mortalité des arbres en Europe", "mortalité des arbres"),
        ("quels jeux de données parlent de mangroves à Madagascar ?", "mangroves"),
        ("datasets describing dune migration between 1990 and 2010", "dune migration"),
        ("find datasets about fish stocks in the North Sea, please", "fish stocks"),
        ("existe-t-il des notices sur l'érosion côtière ?", "érosion côtière"),
        ("find kelp forest datasets", "kelp forest"),
        ('search for "peat bog" records', "peat bog"),
        ("list rock glacier inventories", "rock glacier"),
    ],
)
def test_what_no_vocabulary_has_is_kept_as_it_was_typed(text: str, words: str) -> None:
    assert (read(text).action, read(text).words) == ("find", words)


@pytest.mark.parametrize(
    "text",
    [
        "find Sentinel-2 scenes near Berlin",
        "list datasets on groundwater levels since 2010",
        "liste les jeux de données ScenarioMIP avec tasmin mensuel de UKESM1-0-LL",
        "find data about flooding in Bangladesh in 2020",
        "Find MODIS data for Arctic sea ice analysis",
        "How much will the world warm by 2100?",
        "datasets about the soils of my field",
    ],
)
def test_what_a_vocabulary_has_needs_no_words(text: str) -> None:
    assert read(text).words == ""


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("find datasets about permafrost thaw", "only in Canada"), "permafrost thaw"),
        (("find datasets about permafrost thaw", "and about glaciers?"), "glaciers"),
        (("find datasets about permafrost thaw", "what about coral bleaching?"), "coral bleaching"),
        (("find datasets about permafrost thaw", "Sentinel-2 scenes of Yakutsk instead"), ""),
    ],
)
def test_a_follow_up_keeps_the_words_or_says_others(turns: tuple[str, ...], words: str) -> None:
    assert read(*turns).words == words


def test_datasets_about_something_need_no_place() -> None:
    asked = understand(Question(text="find datasets about permafrost thaw", asked_at=NOW))
    assert asked.clarification is None
    here = understand(Question(text="datasets about permafrost thaw in our valley", asked_at=NOW))
    assert here.clarification is not None and here.clarification.slot == "places"


def test_a_table_among_several_is_no_step_of_all() -> None:
    facets = read("CMIP6 models with tas in both Amon and day tables").facets
    assert facets["table_id"] == ("Amon", "day") and "frequency" not in facets
