"""What must be had together is told from what any of will do, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question, Turn


def facets(text: str) -> tuple[str, ...]:
    (intent, *_) = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents
    count = {name: len(values) for name, values in intent.facets.items()}
    count["variable_id"] = len({q.variable_id for q in intent.quantities})
    return tuple(name for name in intent.together if count[name] > 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("which CMIP6 models have both tasmax and pr daily for ssp585?", ("variable_id",)),
        ("Which models have both historical and ssp585 for tas?", ("experiment_id",)),
        ("Which CMIP6 models provide tas for historical, ssp126 and ssp585?", ("experiment_id",)),
        ("tas for SSP1-2.6 and SSP5-8.5: which models have both?", ("experiment_id",)),
        ("Which models offer r1i1p1f1 and r2i1p1f1 of tas for ssp585?", ("member_id",)),
        ("models that provide tas in both the Amon and day tables", ("table_id",)),
        ("Which members of CanESM5 have both historical and ssp585 for tas?", ("experiment_id",)),
        ("Quels modèles ont à la fois historical et ssp585 pour pr ?", ("experiment_id",)),
        ("Lequel des modèles CMIP6 a tas et pr pour historical et ssp245 ?", ("variable_id", "experiment_id")),
        ("Quels modèles proposent tasmax et tasmin sous ssp126 ?", ("variable_id",)),
    ],
)
def test_what_models_have_is_had_together(text: str, expected: tuple[str, ...]) -> None:
    assert facets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Find monthly tas or pr of ssp585",
        "how many models have tas of ssp126 or ssp585",
        "list all tas datasets of historical or ssp585",
        "Quels modèles proposent tasmax ou tasmin journaliers ?",
        "find tas and pr of CanESM5 for ssp585",
        "find tas in Amon and day tables for CanESM5",
    ],
)
def test_or_and_a_list_of_one_models_data_want_any(text: str) -> None:
    assert facets(text) == ()


def test_a_later_turn_may_ask_for_more_together() -> None:
    first = Question(text="Which CMIP6 models have tas for historical?", asked_at="2026-06-15T12:00:00Z")
    turn = Turn(question=first.text, intents=understand(first).intents)
    second = replace(first, text="and which have both historical and ssp585?", history=(turn,))
    (intent, *_) = understand(second).intents
    assert "experiment_id" in intent.together and intent.facets["experiment_id"] == ("historical", "ssp585")


def test_scenarios_before_the_models_only_say_which_models() -> None:
    text = "Which DAMIP hist-GHG, hist-aer and ssp245-GHG models have pr, tas, ua and va monthly for r1i1p1f1?"
    assert facets(text) == ("variable_id",)
