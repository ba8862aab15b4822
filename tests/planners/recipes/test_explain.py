from __future__ import annotations

import pytest

from planners.errors import NoPlan
from planners.intent import Intent, Quantity
from planners.recipes.explain import facts_of
from tests.planners.intents import planned, responses


def test_an_experiment_is_looked_up_without_a_search() -> None:
    plan = planned(Intent(action="explain", topics=("experiment_id:hist-1950",)))
    (step,) = plan.steps
    assert (step.kind, step.arguments["facts"]["id"]) == ("fuse", "hist-1950")


@pytest.mark.parametrize(
    "topic", ["experiment_id:ssp245", "variable_id:tas", "standard_name:air_temperature", "source_id:CanESM5", "collection:sentinel-2-l2a",
              "indicator:tx_days_above", "spectral_index:NDVI", "process:average"],
)  # fmt: skip
def test_every_vocabulary_answers_in_both_languages_with_its_source(topic: str) -> None:
    facts = facts_of(topic)
    assert facts and facts["name"]["en"] and facts["name"]["fr"] and facts["source"]


def test_slots_are_topics_where_none_are_named() -> None:
    plan = planned(Intent(action="explain", quantities=(Quantity(name="NDVI", spectral_index="NDVI"),)))
    assert responses(plan)[0].arguments["facts"]["id"] == "NDVI"


def test_without_a_topic_what_can_be_asked_is_told() -> None:
    facts = responses(planned(Intent(action="explain")))[0].arguments["facts"]
    assert facts["sources"]["esgf"] == 1 and "simulate" in facts["actions"]


def test_an_unknown_topic_is_refused() -> None:
    with pytest.raises(NoPlan, match="hist-2950"):
        planned(Intent(action="explain", topics=("experiment_id:hist-2950",)))
